"""A result against its goal in another chapter, where words behind the result say how they stand.

更新展品85件，与目标一致; 巡展14站，比目标多两站; 更新渔船45艘，完成率93.75%: the goal bears the
result's unit, and no other of the unit shares more words with it. Where any goal bears the words
out, or one stands in the result's sentence, nothing is told.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

from msgspec import Struct
from msgspec.structs import replace

from linter.binding.case import Case
from linter.binding.names import OTHER_TIME, is_plain, pairs
from linter.binding.slips import are_a_slip_apart, is_slip
from linter.facts.facts import Facts
from linter.facts.quantity import Quantity
from linter.facts.status import status
from linter.interval import Interval, exactly
from linter.regexes.late import regex

_SET = "(?:年度|年初|全年|既定|预期|原定|原)?"
_GOAL = "(?:目标|任务|计划|指标)(?:值|数|量|任务)?"
_SAME = regex(rf"[与和同跟]{_SET}{_GOAL}(?:完全|基本)?(?:一致|持平|相同|相符|吻合|相等)")
_APART = regex(
    rf"{_GOAL}(?:相比)?(?:还|尚|仍)?(?:(?P<above>超额|超出|超|多|高)|(?P<below>[少低])|相?差|[欠短])(?:完成)?了?$"
    rf"|(?:(?P<over>超出|超过|超|高出|[多高]于)|(?P<under>[少低]于)|欠){_SET}{_GOAL}$"
)
_SIGNS = {"above": 1, "over": 1, "below": -1, "under": -1}
"""Which way a result is apart from its goal, by the word that says so."""
_RATED = regex(rf"(?:(?:完成|达成|实现)(?:率|比例)|{_GOAL}的)(?:为|是|达到?|仅)?$")
_AGAIN = regex(rf"{_GOAL}(?:是|为)?$")
_MEAN = regex("均|每")
"""Before a figure behind a result: it is a mean, and the words go on."""
_SHORT = regex(r"(?:[少差缺欠]|[未没]有?)(?:完成|建成|实现|达成|到位)?了?$")
"""Before how much is wanting of a goal: 渔港整治少完成1座，完成率80%."""
_NOT_YET = regex("初步|初定|征求|申请|[拟建]议|原拟|草案")
"""Before what was no goal yet: 目标初步定为."""
_AGAINST = regex("(?<!不)[高低多少]于[^,，;。\\d]{2,12}$|[比较][^,，;。\\d]{2,12}[高低多少]了?出?$")
"""Before by how much a goal is above another: 高于省定任务0.1万人次."""
_WORDS = regex(r"[;。:\n]|\d[.、]")
_NOT = ("percent-point", "number", "times", "years", "month", "day", "score", "money")
_ITEM = regex(r"\s*(?:\(?[\d一二三四五六七八九十]+[.、)]|[①-⑳])")
_TITLED, _OF_GOALS = regex("目标|任务"), regex("(?:目标|任务)$")
_LED = regex(
    r"(?:计划|目标|任务)(?:(?!已|实[际现有]|完成[了率]|到位|支出|其中|[占比较与]|[的年]\d|年初|上年"
    r"|百分点|一致|持平|相[同符等]|吻合|(?<!不)[多少高低超差]).)*$"
)
"""What goals are known by: their list's items, the words before, and the title of the section."""
_GENERAL = frozenset(
    regex("..").findall(
        "完成实现达到全年年度目标任务计划不少少于不低低于以上新建建设建成开展组织举办实施实际累计"
        "全市全县全区工作项目改造更新新增各类主要绩效指标数量"
    )
)
"""Pairs of characters that any goal may have."""
_PART = regex(
    r"其中|累计|[第每][一二三四五六七八九十\d]|季度|[上下]半年|标段|街道|社区|中央|[省市县区]级|专项|分馆"
    r"|[一-鿿](?<!移民)(?<![农乡全])[镇村乡](?![医民卫级道庄干])(?=[一-鿿]{0,6}$)"
)
_EACH = regex("分别|依次|[均每]")
"""Before a result: it is of a part, a place or a time of several."""
_PLAIN = "全年度内各类已共计实际完成建设新打做好开展组织举办达到本省市县区"
"""Characters before what a result is called that tell no kind of it."""
_MANNER = regex(r"^(?:\d{1,2}[.、]|加权|综合|总体|平均|整体|全年|年末)+")
"""The number of an item, or how a rate was found, before its name."""
_LEAD, _REACH, _FAR = 30, 48, 80
_MOST = 300
"""Among more goals of one unit than so many no report names one."""
_FEWEST, _ALIKE = 2, 2
_COMMON = ("个", "项", "次", "处", "人", "人次", "%", "亩", "米", "户", "件", "份", "名")
"""How many pairs of characters a goal and its result share at least: one where no other goal has
the unit, and it is none of these."""
_DIGITS = 9
"""By how much at most a number in words is off by a slip."""
_HUNDRED = exactly(Decimal(100))
_WANTED = ("target", "planned")


class Goal(Struct, frozen=True):
    """A goal with the words of its phrase or row, and what it may be called."""

    figure: Quantity
    words: frozenset[str]
    names: tuple[str, ...]


class _Claim(Struct, frozen=True):
    """What words behind a result say of its goal: by which figure, and what that has to be."""

    kind: str
    figure: Quantity
    sign: int = 0
    """Which way the result is said to be apart from its goal, if it is said."""

    def due(self, result: Quantity, goal: Quantity) -> Interval:
        """What the figure has to be by a result and its goal."""
        wanted = exactly(goal.printed)
        if self.kind in ("apart", "points"):
            apart = result.value - wanted
            apart = -apart if self.sign < 0 else apart if self.sign else abs(apart)
            return apart * _HUNDRED if self.kind == "points" else apart
        if self.kind == "short":
            return (wanted - result.value) / wanted
        return result.value / wanted if self.kind == "rate" else wanted


def goals_told(case: Case) -> Iterator[tuple[Quantity, Quantity, Interval | None]]:
    """Each figure that goes with no goal, the goal that it names, and what it would have to be."""
    facts = case.facts
    wanted = case.once(goals_of)
    if not wanted:
        return
    known = {goal.figure.start for goal in wanted}
    units = {unit_of(goal.figure) for goal in wanted}
    results = [r for r in facts.in_text if unit_of(r) in units and is_plain(facts, r)]
    claims = {r: found for r in results if (found := list(_claims(facts, r)))}
    told = {c.figure.start for found in claims.values() for c in found if c.kind != "same"}
    goals = _by_unit(goal for goal in wanted if goal.figure.start not in told)
    apart = known | told
    for result, found in claims.items():
        alike = goals.get(unit_of(result), [])
        if result.start in apart or len(alike) > _MOST:
            continue
        goal = _goal_of(facts, result, alike)
        if goal is None or facts.windows.share("block", goal.start, result.start):
            continue
        for claim in found:
            due = claim.due(result, goal)
            if any(claim.due(result, g.figure).overlaps(claim.figure.value) for g in alike):
                continue
            if _is_slip(facts, result, goal, claim, due):
                yield claim.figure, goal, None if claim.kind in ("same", "again") else due
                break


def unit_of(figure: Quantity) -> tuple[str, str | None]:
    """What figures have in common that can be held against each other."""
    return figure.dimension, figure.unit if figure.dimension.startswith("count:") else None


def goals_of(case: Case) -> tuple[Goal, ...]:
    """The goals of the text and of the tables; to be asked for with ``case.once``."""
    return (*_of_text(case.facts), *_of_tables(case.facts))


def _of_text(facts: Facts) -> Iterator[Goal]:
    """Each goal of the text with the words of its phrase."""
    for figure in facts.in_text:
        if _may_be_goal(figure) and _is_goal(facts, figure):
            words = _words(facts, figure) - _GENERAL
            yield Goal(figure, words, (facts.label(figure) or "",))


def _of_tables(facts: Facts) -> Iterator[Goal]:
    """Each goal of the tables with the words of its row."""
    for table in facts.tables:
        for row in table.rows if table.table.sure else ():
            for column, cell in zip(table.columns, row.figures, strict=False):
                if cell is not None and column.kind in _WANTED and _may_be_goal(cell):
                    words = frozenset(pairs(" ".join(row.texts))) - _GENERAL
                    yield Goal(cell, words, tuple(row.texts))


def _may_be_goal(figure: Quantity) -> bool:
    return figure.dimension not in _NOT and figure.per is None and figure.printed > 0


def _is_goal(facts: Facts, figure: Quantity) -> bool:
    low, _ = facts.windows.bounds("sentence", figure.start)
    near = facts.windows.before("sentence", figure.start, _FAR)
    words = facts.own_words(figure)
    if _AGAINST.search(words) or _NOT_YET.search(facts.text, *near):
        return False
    if facts.in_target_section(figure.start):
        block, _ = facts.windows.bounds("block", figure.start)
        section = facts.outline.at(figure.start)
        if _ITEM.match(facts.text, block) or _TITLED.search(facts.text, low, figure.start):
            return True
        return section is not None and _OF_GOALS.search(section.title) is not None
    if status(facts, figure) not in ("plan", "target") and not _LED.search(facts.text, *near):
        return False
    return not (_SHORT.search(words) or _SAME.search(words))


def _words(facts: Facts, figure: Quantity) -> frozenset[str]:
    """The pairs of characters of the phrase before a figure, and right behind it."""
    low, _ = facts.windows.bounds("sentence", figure.start)
    before = facts.before(figure.start)
    low = max(low, figure.start - _LEAD, before.end if before else 0)
    low = max((m.end() for m in _WORDS.finditer(facts.text, low, figure.start)), default=low)
    return frozenset(facts.pairs_within(low, figure.start))


def _by_unit(goals: Iterable[Goal]) -> dict[tuple[str, str | None], list[Goal]]:
    by_unit: dict[tuple[str, str | None], list[Goal]] = {}
    for goal in goals:
        by_unit.setdefault(unit_of(goal.figure), []).append(goal)
    return by_unit


def _goal_of(facts: Facts, result: Quantity, alike: list[Goal]) -> Quantity | None:
    """The goal of a result's unit whose phrase shares words with its own, and no other's does."""
    if _is_of_its_own(facts, result, alike):
        return None
    own = _words(facts, result)
    section = facts.outline.at(result.start)
    titled = facts.pairs_within(section.start, section.title_end) if section else set()
    words = own | titled
    shared = {g.figure: len(g.words & words) for g in alike if g.words & own}
    most = max(shared.values(), default=0)
    fewest = 1 if len(alike) == 1 and result.unit not in _COMMON else _FEWEST
    named = [goal for goal, count in shared.items() if count == most >= fewest]
    if len({goal.printed for goal in named}) != 1:
        return None
    if result.dimension != "percent":
        return named[0] if _are_one_thing(facts, result, named[0]) else None
    names = [name for goal in alike if goal.figure in named for name in goal.names]
    return named[0] if _are_one_rate(facts, result, names) else None


def _are_one_thing(facts: Facts, result: Quantity, goal: Quantity) -> bool:
    """Whether words before what both are called tell the result of no kind: 更新纯电动公交车."""
    wanted = facts.text[slice(*facts.windows.before("sentence", goal.start, _FAR))]
    phrase = facts.text[slice(*facts.windows.before("clause", result.start, _LEAD))]
    phrase = phrase[max(map(phrase.rfind, ",;、(")) + 1 :]
    shared = [at for at in range(len(phrase) - 1) if phrase[at : at + 2] in wanted]
    before = phrase[: shared[-1]] if shared else ""
    unlike = [c for c in before if c.isalpha() and c not in wanted + _PLAIN]
    return len(unlike) < _FEWEST


def _are_one_rate(facts: Facts, result: Quantity, names: list[str]) -> bool:
    """Whether the name of a rate shortens another, or is one that is shorter: 满意度, 观众满意度.

    断面达标率, 断面抽检达标率: they end alike, and the longer has all characters of the shorter.
    """
    own = _MANNER.sub("", facts.label(result) or "")
    return any(shortens(*sorted((own, _MANNER.sub("", name)), key=len)) for name in names)


def shortens(short: str, long: str) -> bool:
    """Whether a name ends as a longer one does, which has all its characters in order."""
    rest = iter(long)
    return bool(short) and short[-_ALIKE:] == long[-_ALIKE:] and all(c in rest for c in short)


def _is_of_its_own(facts: Facts, result: Quantity, goals: list[Goal]) -> bool:
    """Whether a result is of a part, a place or another time, or has a goal in its sentence."""
    low, _ = facts.windows.before("sentence", result.start, _LEAD)
    phrase = facts.text[low : result.start].rpartition(";")[2]
    if OTHER_TIME.search(phrase.replace(f"{facts.year}年", "")) or _PART.search(phrase):
        return True
    if _EACH.search(facts.own_words(result)):
        return True
    return any(facts.windows.share("sentence", g.figure.start, result.start) for g in goals)


def _claims(facts: Facts, result: Quantity) -> Iterator[_Claim]:
    """What the words behind a result say of its goal, to the next result of its kind."""
    _, high = facts.windows.behind("sentence", result.start, result.end, _REACH)
    at = result.end
    short = _SHORT.search(facts.own_words(result)) is not None
    for figure in facts.within(result.end, high):
        between, rest, _ = facts.text[at : figure.start].partition(";")
        if _SAME.search(between):
            yield _Claim("same", result)
        if rest:
            return
        at = figure.end
        kind = _kind(result, figure, between)
        if kind == "other":
            return
        if kind is not None and (not short or kind == "rate"):
            yield _Claim("short" if short else kind, figure, _sign(between))
        if kind == "again":
            return
    if _SAME.search(facts.text[at:high].partition(";")[0]):
        yield _Claim("same", result)


def _sign(between: str) -> int:
    found = _APART.search(between)
    return _SIGNS.get(found.lastgroup or "", 0) if found else 0


def _kind(result: Quantity, figure: Quantity, between: str) -> str | None:
    """What a figure behind a result tells of its goal; ``other`` of another thing's result."""
    if result.dimension == "percent" and figure.dimension == "percent-point":
        return "points" if _APART.search(between) else "other"
    if figure.dimension == "percent" != result.dimension:
        return "rate" if _RATED.search(between) else None
    if figure.dimension != result.dimension:
        return "other"
    if apart := _APART.search(between):
        # 高于目标99% tells the goal, 高于目标12件 how far the result is from it
        is_goal = figure.dimension == "percent" and bool(apart["over"] or apart["under"])
        return "again" if is_goal else "apart"
    if _AGAIN.search(between):
        return "again"
    return None if _MEAN.search(between) else "other"


def _is_slip(facts: Facts, result: Quantity, goal: Quantity, claim: _Claim, due: Interval) -> bool:
    """Whether one slip in the figure, or in the goal or the result, explains that they differ."""
    if claim.figure.hedge is not None:
        return False
    if claim.kind in ("same", "again"):
        return are_a_slip_apart(claim.figure, replace(goal, hedge=None), facts.text, sure=True)
    if claim.figure.start in facts.spoken:
        return abs(due.middle - claim.figure.printed) <= _DIGITS
    return any(
        is_slip(figure, facts.text[figure.start : figure.end], needed, 1, sure=True)
        for figure, needed in ((claim.figure, due), *_needed(result, goal, claim))
    )


def _needed(result: Quantity, goal: Quantity, claim: _Claim) -> Iterator[tuple[Quantity, Interval]]:
    """A goal and its result with what the other and the figure need each to be."""
    wanted, told = exactly(goal.printed), claim.figure.value
    if claim.kind == "short":
        yield result, wanted - wanted * told
        return
    if claim.kind == "rate":
        yield replace(goal, hedge=None), result.value / told
        yield result, wanted * told
        return
    told = told / _HUNDRED if claim.kind == "points" else told
    for signed in (told, -told):
        yield replace(goal, hedge=None), result.value + signed
        yield result, wanted + signed
