"""Two statements of one thing that exclude each other, wherever they stand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from linter.binding.same_facts.aspects import Aspect, Mention, mentions
from linter.binding.same_facts.occasions import (
    are_of_two_places,
    is_of_a_later_year,
    is_of_a_stage,
)
from linter.binding.same_facts.things import Things, are_same, things, without_adverbs
from linter.facts.facts import Facts
from linter.regexes.late import regex

_PARTIAL = regex(
    r"其余|其他|其它|另|部分|个别|少数|[还尚仍]有|剩(?!下?[\d.]+万元)|其中|除|有\d+|有[一两二三四五六七八九十]+[^,，;。]{1,2}(?:未|没)|陆续|分批|逐步|首批|基本|主体|大多|多数|的多|的\d|占[\d比全]"
)
_BETWEEN = regex(r"但|而(?!且)|只是|不过|其余|其他|随后|之后|后来|直到|才|另|除")
_TIMES = regex(
    r"\d+月|[上中下]旬|季度|半年|年初|期初|中期|当时|检查时|(?:监控|督[查导办])(?:中|时)?发现|后来|随后|现已|现在|目前已|次年|上年|去年|截至"
)
_YEAR = regex(r"(\d{4})年")
_EARLIER = regex("(?:整改|此|之|以|从|施|工|改造)前|起初|原来|原先|过去|最初")
_DUE = regex("[年月日底末](?:之|以)?前[,，]")
_AROUND = 30
_NOW = regex("后来|随后|现已|现在|已于次年")
_ENDS = regex(r"年[底末]|12月|至今|到现在|全年|截至评价|到定稿|年内")
_COUNT = regex(r"(\d[\d,.]*|[一二两三四五六七八九十]+)(?:万|亿)?([^\d\s,，;。年月日第])")
_MANY = regex(
    r"(?:[2-9]|\d{2,}|[两二三四五六七八九十]+)[个座处所条栋段口家户台套项](?P<what>[\u4e00-\u9fff]{2,8})$"
)
_ON_TIME = regex("及时|按时|按期|如期|准时|按计划")
"""What is not so on time may be so all the same, but not so on time."""
_AS_OF = regex(r"截[至止][^,，;。\d]{0,4}(?:(\d{4})年)?(\d{1,2})月(?:(\d{1,2})日)?")
_THEN = regex(
    r"(?:^|[,，;。:\n ])[^,，;。:\d]{0,6}\d{1,2}月(?:\d{1,2}日|[底末初中]|[上中下]旬)?"
    r"[^,，;。:\d]{0,6}(?:时|止)[,，]"
)
_LATER = regex("跨年|次年|下一?年|年后")
_LAST_YEAR = regex(
    r"(?:^|[,，])(?:在|据|从)?(?:上一?年|去年|往年|以前年度|前[一两几]年|(?P<year>\d{4})年)"
)
_OF_LAST_YEAR = regex("上一?年|去年|往年|以前年度")
_PLAN = regex(
    r"[,，](?:(?:现已?|目前|并|且|仍|尚|均|也|故|需|将|只能|全部|整体|工期|最终|初步)?"
    r"(?:预计|计划|打算|拟|力争|争取|要到|推迟|顺延|延)|定[在于])[^,，;。]{0,4}?"
    r"(?:次年|明年|来年|下一?年|(?P<year>\d{4})年)[^,，;。]{0,16}"
)
"""What is still to come, with no name of another thing before it: ，预计次年二季度收尾."""
_OTHER = regex("但|其余|其他|另|剩|除|只是|不过|尾|余")
_WHY = regex(
    r"[^,，;。]{0,12}(?:[,，](?:因|由于|受|鉴于|考虑到|按照?|根据|经|[要须需]?[等待])[^,，;。未没尚仍]{0,30}){0,2}$"
)
"""From a state to a plan: nothing but why; what stands between them else is what the plan is of."""
_SOME = regex(
    r"主体|部分|个别|少数|大多|多数|基本|首批|陆续|分批"
    r"|已(?!于)[\u4e00-\u9fff]{0,4}\d|\d[\u4e00-\u9fff]{0,8}已"
)
_ALL = regex("全部|均|都|全线|悉数")
_MOST, _LONGEST = 60, 90


class Opposites(Struct, frozen=True):
    """Two statements in order of place, of an aspect of one thing."""

    aspect: str
    first: Mention
    second: Mention


def opposites(facts: Facts, aspects: Sequence[Aspect]) -> Iterator[Opposites]:
    """Every statement with the first that excludes it."""
    held_of = _Held(facts, aspects)
    for aspect in aspects:
        told = mentions(facts, aspect, is_so=False)[:_MOST]
        denied = [no for no in told if not _is_of_before(facts, no)]
        if not denied:
            continue
        names = (aspect.name, *aspect.later)
        told = [mention for name in names for mention in held_of(name)[:_MOST]]
        held = [yes for yes in told if not _is_of_later(facts, yes)]
        known: dict[int, Things] = {}
        for no in denied:
            for yes in held:
                if _exclude(facts, no, yes, known):
                    yield Opposites(aspect.name, *sorted((no, yes), key=lambda m: m.start))
                    break
    yield from _still_to_come(facts, aspects, held_of)


class _Held:
    """Where the aspects are told to be so, each looked for when it is first asked for."""

    def __init__(self, facts: Facts, aspects: Sequence[Aspect]) -> None:
        self._facts = facts
        self._by_name = {aspect.name: aspect for aspect in aspects}
        self._told: dict[str, list[Mention]] = {}

    def __call__(self, name: str) -> list[Mention]:
        """The mentions of an aspect; none of one that is unknown."""
        if name not in self._told:
            aspect = self._by_name.get(name)
            self._told[name] = mentions(self._facts, aspect, is_so=True) if aspect else []
        return self._told[name]


def _still_to_come(facts: Facts, aspects: Sequence[Aspect], held_of: _Held) -> Iterator[Opposites]:
    """What is told to be so, and in the same clause to come about next year."""
    text = facts.text
    for plan in _PLAN.finditer(text):
        year = plan["year"]
        if year and (facts.year is None or int(year) <= facts.year):
            continue
        low, _ = facts.windows.before("clause", plan.start(), _LONGEST)
        planned = [a for a in aspects if any(word in plan[0] for word in a.verbs)]
        names = {name for a in planned for name in (a.name, *a.later)}
        for aspect in aspects if planned else ():
            if aspect.name not in names:
                continue
            for yes in held_of(aspect.name):
                if low <= yes.low < plan.start() and _is_planned(text, yes, plan.start()):
                    start, end = plan.start() + 1, plan.end()
                    yield Opposites(aspect.name, yes, Mention(start, start, end, end, False))


def _is_planned(text: str, yes: Mention, plan: int) -> bool:
    """Whether a plan behind a state is of the same thing: no other stands between, nor the rest."""
    if _OTHER.search(text, yes.end, plan) or not _WHY.match(text, yes.end, plan):
        return False
    return bool(_ALL.search(text, yes.low, yes.high)) or not _SOME.search(text, yes.low, yes.high)


def _exclude(facts: Facts, no: Mention, yes: Mention, known: dict[int, Things]) -> bool:
    """Whether two statements are told of one thing, one time and one place."""
    one = _may_be_one(facts, no, yes) and _are_of_one(facts, no, yes, known)
    return one and not are_of_two_places(facts, no.start, yes.start)


def _may_be_one(facts: Facts, no: Mention, yes: Mention) -> bool:
    """Whether nothing says that two statements are of two things, or of two times."""
    text = facts.text
    first, second = sorted((no, yes), key=lambda m: m.start)
    if no.low == yes.low or _are_of_two_times(facts, no, yes):
        return False
    if _ON_TIME.search(text, no.low, no.start) and not _ON_TIME.search(text, yes.low, yes.high):
        return False
    if all(text.startswith("的", mention.end) for mention in (no, yes)):
        return False
    close = facts.windows.share("sentence", no.start, yes.start)
    return not (close and _BETWEEN.search(text, first.end, second.start))


def _is_due(facts: Facts, yes: Mention) -> bool:
    """Whether words tell by when a state is to be reached: 2026年4月底前，管理员全部配齐."""
    low, _ = facts.windows.bounds("clause", yes.start)
    return "已" not in facts.text[yes.low : yes.high] and bool(
        _DUE.search(facts.text, max(low, yes.low - _AROUND), yes.start)
    )


def _are_of_one(facts: Facts, no: Mention, yes: Mention, known: dict[int, Things]) -> bool:
    """Whether two statements are told of one thing: by a figure, or by its name."""
    text = facts.text
    for mention in (no, yes):
        if mention.start not in known:
            known[mention.start] = things(facts, mention)
    a, b = known[no.start], known[yes.start]
    close = facts.windows.share("sentence", no.start, yes.start)
    if not close and not a.figures.isdisjoint(b.figures):
        return True
    if any(_PARTIAL.search(text, m.low, m.high) for m in (no, yes)):
        return False
    if _are_two_numbers(*(text[m.low : m.start] for m in (no, yes))):
        return False
    if _is_beside_many(*(text[m.low : m.start] for m in (no, yes))):
        return False
    return are_same(facts, a, b, close=close)


def _is_of_before(facts: Facts, no: Mention) -> bool:
    """Whether what is not so is told of a time before the year's end, or of another year."""
    denied = _without_year(facts, no)
    low = facts.windows.bounds("clause", no.start)[0]
    if _EARLIER.search(facts.text, max(low, no.low - _AROUND), no.high):
        return True
    if _is_of_last_year(facts, no, low) or _is_of_then(facts, no, low):
        return True
    return bool(_YEAR.search(denied) or _TIMES.search(_ENDS.sub("", denied)))


def _is_of_later(facts: Facts, yes: Mention) -> bool:
    """Whether what is so is told of a time after the evaluated year, or is still due."""
    later = _LATER.search(_without_year(facts, yes)) or is_of_a_later_year(facts, yes.low)
    return bool(later) or _is_due(facts, yes)


def _are_of_two_times(facts: Facts, no: Mention, yes: Mention) -> bool:
    """Whether the thing may have come about between the two."""
    if _is_as_of_later(facts, yes, no):
        return True
    denied, held = _without_year(facts, no), _without_year(facts, yes)
    if _YEAR.search(held):
        return facts.year is not None and any(int(y) > facts.year for y in _YEAR.findall(held))
    return not _ENDS.search(denied) and no.start < yes.start and bool(_NOW.search(held))


def _without_year(facts: Facts, mention: Mention) -> str:
    """The words of a statement without the evaluated year."""
    return facts.text[mention.low : mention.high].replace(f"{facts.year}年", "")


def _is_of_then(facts: Facts, no: Mention, low: int) -> bool:
    """Whether a time of the year leads in the clause of what is not so: 8月底检查时，未完工7块.

    Or right before it (截至6月底), or it is but what went on then (施工期间).
    """
    if is_of_a_stage(facts, no.low, no.end):
        return True
    led = _THEN.search(facts.text, max(0, low - 1, no.low - _LONGEST), no.low)
    return led is not None and not _ENDS.search(led[0])


def _is_of_last_year(facts: Facts, mention: Mention, low: int) -> bool:
    """Whether the title, or a piece before a statement in its clause, says that it is of before."""
    section = facts.outline.at(mention.start)
    if section is not None and _OF_LAST_YEAR.search(section.title):
        return True
    led = _LAST_YEAR.search(facts.text[max(low, mention.low - _LONGEST) : mention.low])
    if led is None or facts.year is None:
        return led is not None
    return led["year"] is None or int(led["year"]) < facts.year


def _is_as_of_later(facts: Facts, yes: Mention, no: Mention) -> bool:
    """Whether what is so is told of a later day than what is not so, or of the next year."""
    held, denied = _as_of(facts, yes), _as_of(facts, no)
    return held is not None and held > (denied or (facts.year or held[0], 12, 31))


def _as_of(facts: Facts, mention: Mention) -> tuple[int, int, int] | None:
    """The last day up to which its clause says a statement holds, if it says one."""
    low = max(facts.windows.bounds("clause", mention.start)[0], mention.low - _LONGEST)
    told = facts.last(_AS_OF, low, mention.start)
    if told is None:
        return None
    year, month, day = told.groups()
    return int(year or facts.year or 0), int(month), int(day or 0)


def _is_beside_many(one: str, held: str) -> bool:
    """Whether of some things it is so, and not of one by its own name: 3座水厂, 石桥水厂."""
    many = None if _ALL.search(held) else _MANY.search(without_adverbs(held))
    if many is None:
        return False
    what = many["what"]
    kind = next((what[i:] for i in range(len(what) - 1) if what[i:] in one), None)
    name = one.partition(kind)[0].rstrip("的") if kind else ""
    return bool(name) and name not in held


def _are_two_numbers(one: str, other: str) -> bool:
    """Whether two pieces count the same unit differently: 14口, 2口."""
    counts = [{unit: n for n, unit in _COUNT.findall(words)} for words in (one, other)]
    return any(counts[1].get(unit, n) != n for unit, n in counts[0].items())
