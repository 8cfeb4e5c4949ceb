"""The highest and the lowest of a sentence by their figures, and how far they are apart.

最高58人、最低34人，相差24人; 91.3%、96.8%、98.2%，波动幅度在5个百分点以内;
三家分别为186.5、179.8、182.3万元，最低报价为182.3万元: one that is listed is lower;
各镇均在85%以上，最低的甲镇83.9%.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from linter.binding.case import Case
from linter.binding.named.bounds import SHOULD, Bound, bounds
from linter.binding.named.degrees import LESS, MORE, excelling
from linter.binding.named.listings import Listing, listings
from linter.binding.named.superlatives import Superlative
from linter.binding.names import pairs
from linter.facts.facts import Facts
from linter.facts.quantity import Quantity
from linter.interval import rounded
from linter.language.expression import Equation, Node
from linter.model import Span
from linter.regexes.late import regex

GAP = "gap"
"""The role of how far the highest and the lowest are apart."""
_EXTREME = regex(rf"最(?:(?P<most>{MORE})|(?P<least>{LESS}))")
_TO_FIGURE = regex(
    r"(?:[^,，;。、()\d]|\d{1,4}[年月日号]){0,14}(?:\(|[,，](?:仅|只|高|多)?[为达有])?"
)
_NO_EXTREME = regex(
    rf"{SHOULD}|限|标准|[不可须]|补[助贴].?.?最|最.补|得(?![分票率])|控制|目标|要求"
    "|上年|去年|计划|增|降|差"
)
_APART = regex(
    r"(?:(?P<wide>极差|落差|差值|[高首]低?[与和]?[低尾]?(?:相差|差距?|[价分]差)"
    r"|波动(?:幅度|范围)?|振幅|浮动幅度|[最高大低小]+[与和][最高大低小]+[^,，;。\d]{0,4}差距?"
    r"|高低差|最[高大多]值?[与和]最[低小少]值?(?:之间)?的?(?:之差|差[值距额]))"
    r"|相差|差距|[价温分]差)[^,，;。、()\d]{0,6}?"
)
_COMPARED = regex("比|较|同(?!为)|上年|去年|平均|[人户]均|每|(?<!差)距|[^尾高大]与|目标|缩小|扩大")
_MARKS = ",，;。()、—"
_SAYS = regex("(?:[为是达有得]|达到|只有|仅有?|:)+$")
_OF_LESS = regex("[单每][日天次月人户笔]|[人户]均|总|合计|一[天日次]|个别")
_FEWEST, _NEAR, _FAR, _BEHIND = 3, 14, 60, 3
_SPREAD: Node = ["sub", ["role", "most"], ["role", "least"]]
_BETWEEN = regex("(?:[之以]间|不等|区间|范围)|集中|介于|跨度")
_OF_EACH = regex("(?<!平)均|都|各|所有|全部|处于|(?:控制|保持|稳定|维持)在?$")
_NO_SCOPE = regex(rf"{SHOULD}|要求|标准|目标|控制(?!在?$)|须|计划|限|上年|去年|比|较|除")
_OTHERS = regex(
    "若|如果|假如|不然|否则|上年|去年|[高低]于|比|较|分别|依次|除|例外|全年|部门|企业|另有|目标|标准|要求|差|高出|降低|提高|个别|极|单[次日月点]|瞬时"
)
_RANKED = regex(
    "[,，][\u4e00-\u9fff]{0,4}(?:最[高低多少大小长短]|[居列排]?[末首]位?|垫底|排名(?:第一|最后)|殿后)"
)
_ELSEWHERE = regex(
    "[合共总累]计?|全[县市省区国年镇校院村乡局站园馆]|平均|均|每|单|一[次笔天日]|计划|预算|目标|任务|[增降]|其中|[第次]二|原|[到至]|设计|容量|预警"
)
"""Between an extreme and figures listed behind it: they are not of the same."""
_OWN_ONLY = regex("^[^,，;]*")
_NEXT_TO = regex(r"(?P<way>仅?次于)[^,，;。\d]{0,12}")
_LEAST = regex(rf"最?(?:{LESS})|[用耗费]时|倒数|由[^,，;。]至|少")
_RATE = regex("[\u4e00-\u9fff]{2}[率度](?=[^率度]*$)")
_WORD = regex("[\u4e00-\u9fff]+")
_PLAIN = regex("(?:其中|的|值|者|一[个家项处]|村|数|额|分)*")


class Extreme(Struct, frozen=True):
    """A figure that is told to be the highest or the lowest, and where its words begin."""

    figure: Quantity
    most: bool
    start: int
    way: str


class Gap(Struct, frozen=True):
    """How far the highest and the lowest are told to be apart, with both."""

    figures: dict[str, Quantity]
    equation: Equation
    holds: bool


def extremes(facts: Facts, low: int, high: int) -> Iterator[Extreme]:
    """Each figure of a stretch that 最高, 最低 and the like lead to."""
    for said in _EXTREME.finditer(facts.text, low, high):
        own = facts.before(said.start() + 1)
        if own is None or own.end <= said.start():
            between = _TO_FIGURE.match(facts.text, said.end(), high)
            own = _at(facts, between.end()) if between else None
        if own is None:
            continue
        start = _leading(facts, low, said.start())
        words = facts.text[start : max(own.start, said.end())]
        if not _NO_EXTREME.search(words) and own.hedge in (None, "under"):
            exact = own.exact or own.dimension.startswith("count:")
            value = own.value if exact and own.hedge is None else rounded(own.printed, own.step)
            plain = replace(own, hedge=None, value=value)
            yield Extreme(plain, said["most"] is not None, start, said[0])


def _leading(facts: Facts, low: int, at: int) -> int:
    """Where the words before a place begin that no mark parts from it."""
    return facts.behind_last(_MARKS, low, at)


def _at(facts: Facts, place: int) -> Quantity | None:
    found = facts.before(place + 1)
    return found if found is not None and found.start == place else None


def gaps(case: Case) -> Iterator[Gap]:
    """Each figure that is told for how far the highest and the lowest before it are apart."""
    facts = case.facts
    for said in _APART.finditer(facts.text):
        told = _at(facts, said.end()) or _behind(facts, said.end())
        low, _ = facts.windows.bounds("sentence", said.start())
        if told is None or facts.in_table(told.start):
            continue
        lead = facts.text[_leading(facts, low, said.start()) : said.start()]
        if _COMPARED.search(lead + facts.text[said.end() : told.start]):
            continue
        ends = _both(facts, low, said.start(), told) or (
            _listed(facts, low, said.start(), told) if said["wide"] else None
        )
        if ends is not None:
            yield _gap(*ends, told)


def _behind(facts: Facts, place: int) -> Quantity | None:
    """The figure whose words begin at a place: 不到5个百分点."""
    found = _TO_FIGURE.match(facts.text, place, place + _NEAR)
    return _at(facts, found.end()) if found else None


def _both(facts: Facts, low: int, high: int, told: Quantity) -> tuple[Quantity, Quantity] | None:
    """The last highest and the last lowest before a place, with no other of their kind behind."""
    found = [e for e in extremes(facts, low, high) if _is_of(e.figure, told)]
    if len(found) < 2 or found[-1].most == found[-2].most:
        return None
    last = [f for f in facts.within(low, high) if _is_of(f, told)][-2:]
    if [f.start for f in last] != [e.figure.start for e in found[-2:]]:
        return None
    most, least = sorted((e for e in found[-2:]), key=lambda e: not e.most)
    return most.figure, least.figure


def _listed(facts: Facts, low: int, high: int, told: Quantity) -> tuple[Quantity, Quantity] | None:
    rows = [row for row in listings(facts, low, high) if len(row.figures) >= _FEWEST]
    if not rows or not _is_of(rows[-1].figures[0], told) or high - rows[-1].tail > _NEAR:
        return None
    ordered = sorted(rows[-1].figures, key=lambda f: f.printed)
    return ordered[-1], ordered[0]


def _is_of(figure: Quantity, told: Quantity) -> bool:
    """Whether a figure is of the kind whose differences a told one is of."""
    if told.dimension == "percent-point":
        return figure.dimension == "percent"
    return figure.dimension == told.dimension != "percent"


def _gap(most: Quantity, least: Quantity, told: Quantity) -> Gap:
    rates = told.dimension == "percent-point"
    node: Node = ["mul", _SPREAD, ["number", "100"]] if rates else _SPREAD
    equation = Equation("", "=", ["role", GAP], node)
    figures = {"most": most, "least": least, GAP: told}
    return Gap(figures, equation, equation.holds({n: f.value for n, f in figures.items()}))


class Stray(Struct, frozen=True):
    """An extreme of figures that are told to keep to a bound, against it or not."""

    figure: Quantity
    bound: Bound
    holds: bool


def strays(case: Case) -> Iterator[Stray]:
    """Each highest or lowest behind words that all of its kind keep to a bound: 均在85%以上."""
    facts = case.facts
    for bound in bounds(facts):
        low, high = facts.windows.bounds("sentence", bound.start)
        before = facts.text[_leading(facts, low, bound.start) : bound.figure.start]
        one_by_one = bound.end > bound.figure.end + _BEHIND
        scope = _OF_EACH if one_by_one or None in (bound.low, bound.high) else _BETWEEN
        behind = facts.text[bound.end - _BEHIND : bound.end + _BEHIND]
        if not (scope.search(before) or _BETWEEN.search(behind)) or _NO_SCOPE.search(before):
            continue
        for own in _told_behind(facts, bound, min(high, bound.end + _FAR)):
            yield Stray(own, bound, bound.holds(own) is not False)


def _told_behind(facts: Facts, bound: Bound, high: int) -> Iterator[Quantity]:
    """The extremes behind a bound that are of the same, before any other of their kind."""
    text, kind = facts.text, bound.figure.dimension
    alike = [f for f in facts.within(bound.end, high) if f.dimension == kind]
    for own in [e.figure for e in extremes(facts, bound.end, high)] + [
        f for f in alike[:1] if f.hedge is None and _RANKED.match(text, f.end, high)
    ]:
        rate = _RATE.search(text[bound.end : own.start])
        same = rate is None or rate[0] in text[max(0, bound.start - _FAR) : bound.start]
        if own.dimension == kind and same and not _OTHERS.search(text, bound.end, own.end):
            yield own


def surpassed(facts: Facts) -> Iterator[Superlative]:
    """Each figure told for the highest or lowest of a listing beside it that has another one."""
    lows = {facts.windows.bounds("sentence", m.start()) for m in _EXTREME.finditer(facts.text)}
    for low, high in sorted(lows):
        found = [(said, _beyond(facts, row, said)) for row, said in _beside(facts, low, high)]
        for said, over in found:
            if over is not None:
                name = _SAYS.sub("", facts.text[said.start : said.figure.start])
                span = Span(said.start, said.start + len(name))
                yield Superlative(span, said.way, said.figure, over)
    yield from _not_next(facts)


def _beside(facts: Facts, low: int, high: int) -> Iterator[tuple[Listing, Extreme]]:
    """The extremes behind a listing, and those right before one whose words are the same."""
    for row in listings(facts, low, high):
        if len(row.figures) >= _FEWEST:
            yield from ((row, said) for said in extremes(facts, row.tail, high))
        for said in extremes(facts, low, row.end):
            others = len(row.figures) - (said.figure.start == row.start)
            if said.figure.start <= row.start and others > 1 and _is_followed(facts, said, row):
                yield row, said


def _is_followed(facts: Facts, said: Extreme, row: Listing) -> bool:
    """Whether an extreme's figure is of the same things as those that are listed behind it."""
    own = facts.text[said.start : said.figure.start]
    behind = facts.text[said.figure.end : row.start]
    if len(behind) > _NEAR * 2 or _NO_SCOPE.search(own + behind) or not all(row.names):
        return False
    rest = _OWN_ONLY.sub("", behind) + "".join(row.names[1:])
    ends = {name[-1:] for name in row.names[1:]}
    between = facts.text[said.figure.end : row.figures[-1].start]
    if _ELSEWHERE.search(between) or _OF_LESS.search(own):
        return False
    return bool(pairs(own) & pairs(rest)) or (len(ends) == 1 and ends <= {*own})


def _not_next(facts: Facts) -> Iterator[Superlative]:
    """仅次于自然馆的11.9万人次: a figure right before it that is larger."""
    for said in _NEXT_TO.finditer(facts.text):
        low, _ = facts.windows.bounds("sentence", said.start())
        other = _at(facts, said.end())
        alike = [f for f in facts.within(low, said.start()) if other and _is_of_kind(f, other)]
        if other and alike and said.start() - alike[-1].end <= _NEAR and not alike[-1].hedge:
            words = facts.text[low : said.start()]
            if alike[-1].exceeds(other) and not (other.hedge or _LEAST.search(words)):
                span = Span.of(alike[-1])
                yield Superlative(span, said["way"], alike[-1], other)


def _is_of_kind(figure: Quantity, other: Quantity) -> bool:
    return (figure.dimension, figure.per) == (other.dimension, other.per)


def _beyond(facts: Facts, row: Listing, said: Extreme) -> Quantity | None:
    figure, one = said.figure, row.figures[0]
    if (figure.dimension, figure.per or one.per) != (one.dimension, one.per):
        return None
    if row.start >= said.start:
        return excelling(row.figures, figure, most=said.most)
    between = [f for f in facts.within(row.tail, figure.start) if f.dimension == one.dimension]
    words = facts.text[said.start : figure.start]
    if len(between) > 1 or said.start - row.tail > _FAR or not _is_of_list(words, row):
        return None
    return None if _OF_LESS.search(words) else excelling(row.figures, figure, most=said.most)


def _is_of_list(words: str, row: Listing) -> bool:
    told = row.lead + "".join(row.names)
    found = _WORD.findall(_EXTREME.sub(" ", _SAYS.sub("", words)))
    parts = filter(None, (_PLAIN.sub("", part) for part in found))
    return all(any(p[i : i + 2] in told for i in range(max(1, len(p) - 1))) for p in parts)
