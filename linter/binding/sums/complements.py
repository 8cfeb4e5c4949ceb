"""A whole, what of it was done and what was not: 应检3500对，实检3290对，漏检210对.

What was not done is told by the verb for what was, with a word of denial: both make up the whole,
whatever the verb is. Of what is left over (其余28个) no verb need be told.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from msgspec import Struct

from linter.binding.nearby import by_window
from linter.facts.facts import Facts
from linter.facts.quantity import NOT_MEASURED, Quantity
from linter.language.words import any_word
from linter.regexes.late import regex
from linter.regexes.programs import compiled

_THREE = 3
_VERB = (
    r"(?P<verb>[\u4e00-\u9fff]{1,6}?)(?:的|了)?(?:对象|人数|户数|人员)?"
    r"(?:仍|还|尚|只|仅)?[有为是计共]{0,2}"
)
_NOUN = r"[\u4e00-\u9fff]{0,3}?(?:仍|还|均|都|因[\u4e00-\u9fff]{1,10}?)?"
_OPEN = regex(
    "其中|另|部分(?=[\u4e00-\u9fff]{1,4}\\d)|(?<![拆消清解铲排扫])除|之外|包括|含|[上去]一?年|前年|往年|历年|新增|增加|累计|待|在[建办审途]|以[上下内]"
)
"""Among the figures: one may be of more, or of less, than the others."""
_EMPTY = regex(
    "(?:完成|进行|实施|开展|实现|得到|予以|落实|按[时期]|如期|及时|全部|正常|有效|能)(?=..)"
)
"""Verbs and adverbs that say nothing beside another: 未完成改造."""
_DONE = "(?:^|[实已经了,，、的能])"
_WITHIN = "[\u4e00-\u9fff]{0,3}"
"""Between the characters of a verb: 未通水, and 通了自来水."""
_MOST = Decimal(3)
"""How many times as much as what is left no slip of a person's makes of it."""
_WHOLE = regex("[共全总应]|计划|安排")
_AMONG = regex("[\u4e00-\u9fff]{0,6}[中里][,，]?")
_CLAUSE = regex("[^,，、;。]*")
_LEFT = "left over"
_STILL = regex("(?:尚|还|仍)(?:有|剩)?$")
_GOES_ON = regex(
    "(?:(?!的)[\u4e00-\u9fff]){0,3}?(?:因[^,，;。的]{1,12}?)?(?:仍|还)?(?:正在?|在|待)"
    "(?P<verb>[\u4e00-\u9fff]{1,6}?)(?:之中|当中|中|阶段)?(?=[,，;。)]|$)"
)
"""Before and behind what is not done yet: 尚有3个正在整改, 还有6件在办."""
_IN_HAND = regex(
    "在(?P<verb>[办审])$|[仍尚还]在(?P<going>整改|办理|施工|推进|处理|建设|实施|审核)$"
)
_STAYS = regex(
    "(?:(?!的)[\u4e00-\u9fff]){0,3}?(?:因[^,，;。的]{1,12}?)?"
    "(?:暂缓|搁置|延期|推迟|缓建|缓办|缓拆)(?:实施|办理|推进|进行|处理)?(?=[,，;。)]|$)"
)
"""Behind what is not done, whatever was to be done: 还有27处因诉讼暂缓."""
_DUE = regex("应(?P<verb>[\u4e00-\u9fff])")
_FOUND = regex("发现|排查|梳理|交办|受理|收到|接到|征集")
"""Before what then is done or not: 发现问题57项，已经销号53项."""
_BEGUN = regex(
    "动工|复工|就业|招标|立项|开工|启动|签[订约]|批复|下达|到位|受理|进场|审批|设计|出资"
)
_LATER = regex(
    "绿化|整修|培训|配套|安装|美化|调试|验收|公示|装修|装饰|收尾|试|结算|审计|决算|评审|移交|回访|消缺|养护|监测"
)
"""What may be done of what goes on still, and what may go on of what is done."""
_OF_ANYTHING = "理行进中"
_OTHERS = regex("另|去年|上年|往年|新增|其余|其中")
_APART = {"percent", "score", "points", "ratio", "number", "year", "month", "day", *NOT_MEASURED}
_GRADED = ("满意", "同意")
"""What may be said more or less: who is not satisfied is not all the rest."""
_COUNTED = ("count:", "person", "household")
"""The dimensions of what can be left over; of money more is left than what was not spent."""


class Wording(Struct, frozen=True):
    """How it is told that something was not done, or is left over."""

    before: re.Pattern[str]
    """A denial and what is denied, right before a figure."""
    behind: re.Pattern[str]
    """The same, right behind one."""
    left: re.Pattern[str]
    """Before what is left over."""
    opposites: Mapping[str, tuple[str, ...]]
    """Of words for what was not done those for what was: 缺席: [到]."""


class Complement(Struct, frozen=True):
    """Three figures of one unit."""

    whole: Quantity
    done: Quantity
    rest: Quantity


def wording(
    denials: tuple[str, ...], left: tuple[str, ...], opposites: Mapping[str, tuple[str, ...]]
) -> Wording:
    """The words of a rule, to be looked for."""
    no = any_word(denials).pattern
    return Wording(
        compiled(rf"(?:{no}){_VERB}$"),
        compiled(rf"{_NOUN}(?:{no})(?P<verb>[\u4e00-\u9fff]{{1,6}}?)(?:的|了)?(?=[,，;。)]|$)"),
        compiled(rf"(?:{any_word(left).pattern})[^,，;。:\d]{{0,8}}$"),
        opposites,
    )


def complements(facts: Facts, words: Wording) -> Iterator[Complement]:
    """Each three figures, all of their unit in a clause, that are told so."""
    for bounds, figures in _triples(facts):
        found = None if _OPEN.search(facts.text, *bounds) else _told(facts, figures, words)
        found = found or _too_many(facts, bounds, figures)
        if found is not None:
            yield found


def _triples(facts: Facts) -> Iterator[tuple[tuple[int, int], Sequence[Quantity]]]:
    """The figures of each unit that a clause has three of, and from where to where they stand."""
    for (_, high), row in by_window(facts, facts.running, "clause"):
        units: dict[str, list[Quantity]] = {}
        for figure in row:
            if figure.dimension not in _APART and figure.per is None:
                units.setdefault(figure.dimension, []).append(figure)
        for figures in units.values():
            if len(figures) == _THREE:
                low, _ = facts.own_lead(figures[0])
                last = min(high, facts.trail(figures[-1])[1])
                yield (low, last), figures


def _told(facts: Facts, figures: Sequence[Quantity], words: Wording) -> Complement | None:
    """The figures by what they tell, where words say so of just one of them."""
    if len({f.printed for f in figures}) < _THREE or any(f.hedge for f in figures):
        return None
    most = max(figures, key=lambda f: f.printed)
    parts = [figure for figure in figures if figure is not most]
    denied = [(figure, verb) for figure in parts if (verb := _denied(facts, figure, words))]
    if len(denied) != 1:
        return None
    rest, verb = denied[0]
    done, whole = sorted((f for f in figures if f is not rest), key=lambda f: f.printed)
    left = whole.printed - done.printed
    if whole.start in facts.spoken or not left / _MOST <= rest.printed <= left * _MOST:
        return None
    said = _is_whole(facts, whole) if verb == _LEFT else _is_said(facts, done, verb, words)
    return Complement(whole, done, rest) if said else None


def _too_many(
    facts: Facts, bounds: tuple[int, int], figures: Sequence[Quantity]
) -> Complement | None:
    """What is done and what goes on still, where both come to more than there is."""
    whole, done, rest = figures
    verb = _going_on(facts, rest)
    stays = verb is None and _stays(facts, rest) and _is_due(facts, whole, done)
    if (verb is None and not stays) or any(f.hedge or f.start in facts.spoken for f in figures):
        return None
    if not whole.printed > done.printed > rest.printed > whole.printed - done.printed:
        return None
    low, high = facts.own_lead(rest)
    if _OPEN.search(facts.text, bounds[0], low) or _OTHERS.search(facts.text, high, bounds[1]):
        return None
    is_one = stays or (verb is not None and _are_of_one(facts, whole, done, verb))
    return Complement(whole, done, rest) if is_one else None


def _are_of_one(facts: Facts, whole: Quantity, done: Quantity, verb: str) -> bool:
    """Whether what goes on still is not among what is done."""
    words = _words_of(facts, done)
    core = verb.rstrip(_OF_ANYTHING)
    alike = bool(core) and core[-1] in words
    parted = (
        "已" in words
        and "已" not in _words_of(facts, whole).removesuffix(facts.own_words(done))
        and (_is_whole(facts, whole) or _FOUND.search(facts.own_words(whole)) is not None)
        and not _LATER.search(verb)
    )
    return (alike or parted) and not _BEGUN.search(words)


def _stays(facts: Facts, figure: Quantity) -> bool:
    """Whether what a figure counts is not done, for what holds it up."""
    still = _STILL.search(facts.own_words(figure))
    return bool(still and _STAYS.match(facts.text, *facts.trail(figure)))


def _is_due(facts: Facts, whole: Quantity, done: Quantity) -> bool:
    """Whether what was to be done of a whole is said to be done: 应拆, 拆除."""
    due = _DUE.search(facts.own_words(whole))
    return due is not None and due["verb"] in facts.own_words(done)


def _going_on(facts: Facts, figure: Quantity) -> str | None:
    """The verb for what goes on still of what a figure counts."""
    before = facts.own_words(figure)
    found = _IN_HAND.search(before)
    if found is None and _STILL.search(before):
        found = _GOES_ON.match(facts.text, *facts.trail(figure))
    return found["verb"] or found.groupdict().get("going") if found else None


def _denied(facts: Facts, figure: Quantity, words: Wording) -> str | None:
    """What is denied of a figure; nothing where nothing is."""
    before = facts.own_words(figure)
    if figure.dimension.startswith(_COUNTED) and words.left.search(before):
        return _LEFT
    opposite = next((word for word in words.opposites if before.endswith(word)), None)
    if opposite:
        return opposite
    found = words.before.search(before) or words.behind.match(facts.text, *facts.trail(figure))
    return found["verb"] if found else None


def _is_whole(facts: Facts, whole: Quantity) -> bool:
    """Whether words call a figure the whole: 共36所, 36所学校中."""
    among = _AMONG.match(facts.text, *facts.trail(whole))
    return among is not None or _WHOLE.search(facts.own_words(whole)) is not None


def _is_said(facts: Facts, done: Quantity, verb: str, words: Wording) -> bool:
    """Whether what is denied of the rest is said of what was done."""
    said = _words_of(facts, done)
    if verb in words.opposites:
        return any(word in said for word in words.opposites[verb])
    bare = _EMPTY.sub("", verb)
    if bare in _GRADED:
        return False
    pattern = f"{_DONE}{bare}" if len(bare) == 1 else _WITHIN.join(bare)
    return re.search(pattern, said) is not None


def _words_of(facts: Facts, figure: Quantity) -> str:
    """A figure's own words before it, and those of its clause behind it."""
    behind = _CLAUSE.match(facts.text, *facts.trail(figure))
    return f"{facts.own_words(figure)},{behind[0] if behind else ''}"
