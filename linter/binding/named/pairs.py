"""Things told of together by their names alone, whose figures a list or a table tells.

三季度比二季度多16起; 四季度是三季度的一半; 达210台，是渔坪县的2倍; 岚口、石溪两县共375台;
上半年共73起, of quarters.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from msgspec import Struct
from msgspec.structs import replace

from linter.binding.case import Case
from linter.binding.named.rows import NamedRow, lists, named_columns
from linter.binding.names import pairs
from linter.binding.summing import ADDED_UP
from linter.facts.facts import Facts
from linter.facts.quantity import ONE, Quantity
from linter.interval import Interval
from linter.language.expression import Equation, Node, chain
from linter.regexes.late import regex

_BEGIN = r"(?:(?<=[,，;。:(\n])|^)(?:其中|而|但)?"
_WORD = r"[\u4e00-\u9fffA-Za-z]"
_MORE = "[多高长大]"
_APART = regex(
    rf"{_BEGIN}(?P<a>{_WORD}{{2,12}}?)[比较](?P<b>{_WORD}{{2,12}}?)(?P<way>[多高长大少低短小])[了出]?"
    r"(?![增减提升降])[\u4e00-\u9fff]{0,2}(?=\d)"
)
_TIMES = regex(
    rf"(?:(?<=[,，;。:(\n])|^)(?P<a>{_WORD}{{0,14}}?)(?:是|为|相当于|等于|达到?)"
    rf"(?P<b>{_WORD}{{2,10}}?)的(?P<half>一半)?(?=[,，;。)\n\d一二两三四五六七八九十]|$)"
)
_SUM = regex(
    rf"{_BEGIN}(?P<names>{_WORD}{{2,8}}(?:、{_WORD}{{2,8}}){{0,4}}[、和与]{_WORD}{{2,8}}?)"
    r"(?:[两二三四五六]个?(?:[乡镇县区市村项类部]|指标|方面|季度|部分){0,2})?"
    rf"(?:{ADDED_UP}|共)(?:[为是有达])?(?=\d)"
)
_SEASON = regex(
    rf"{_BEGIN}[^,，;。:\d\n]{{0,6}}?(?P<season>上半年|下半年|前[三3]季度)[\u4e00-\u9fff]{{0,8}}?"
    r"(?:合计|共|[为是有的达])(?=\d)"
)
_QUARTERS = {"上": ("一", "二"), "下": ("三", "四"), "前": ("一", "二", "三")}
_AND = regex("[、和与]")
_ADVERB = regex("(?:(?:恰好?|正好?|刚好|又|也|则|还|就|约|几乎|大约|数量?|的)+)$")
_NOT = regex("[前后]者|上年|去年|同期|往年|计划|预算|目标|[人户亩]均|每|其[余他]|平均|标准")
_AFTER = regex(
    r"\(?(?:不?含|另|其中|包括|未计|扣除)|[,，](?:不?含|另|加上|扣除)|[多余]?[以左上之]?[上右下]|强|弱|多|有余|不到|以|还"
)
_NOUN = regex("[\u4e00-\u9fff]{1,6}")
_COST = regex("费|款|支出|资金|投资|补[助贴]|经费")
_HELD = regex("[比较占增减多少差超欠缺][^,，;。]*$")
"""Before a figure that is not what is told of, but how far it is from another."""
_SAID_OF = regex("(?:实际|现|目前|只|仅|则|共|约|已)?[为是有达到剩占]?(?:到|了)?$")
"""Between a name and its figure."""
_REACH = 800
_SLACK = Decimal("0.12")
_TENTH = Decimal("0.1")
_HALF = Interval(Decimal("0.44"), Decimal("0.56"))
TOLD = "told"


class Together(Struct, frozen=True):
    """A figure that is told of things by their names, with theirs, and what it should be."""

    figures: dict[str, Quantity]
    equation: Equation
    holds: bool


def together(case: Case) -> Iterator[Together]:
    """Each figure so told that what it is told of bears out, or that nothing does."""
    facts = case.facts
    for said, read in ((m, read) for pattern, read in _FORMS for m in pattern.finditer(facts.text)):
        if facts.in_table(said.start()) or _NOT.search(said[0]):
            continue
        low = max(0, said.start() - _REACH)
        rows = (*case.once(named_columns), *lists(facts, low, said.start()))
        made = ((row, one) for row in rows for one in read(facts, said, row))
        found = [
            one
            for row, one in made
            if _is_of(facts, said, row, one.figures[TOLD])
            and (one.holds or not _are_told_nearer(facts, said, row, one))
        ]
        fitting = next((one for one in found if one.holds), None)
        if fitting is not None:
            yield fitting
        elif found and len({_values(one) for one in found}) == 1:
            yield found[-1]


def _is_of(facts: Facts, said: re.Match[str], row: NamedRow, told: Quantity) -> bool:
    """Whether a statement may be of what a row counts.

    What leads to it in its sentence, or else its paragraph, must speak of what the column is
    called; what are costs speak for themselves. The same of what is in a list, and of what leads
    to that where other figures of the kind stand between.
    """
    noun = _NOUN.match(facts.text, told.end)
    behind = noun[0] if noun else ""
    if behind and behind not in row.noun and not pairs(behind) & pairs(row.noun):
        return False
    low, _ = facts.windows.bounds("sentence", said.start())
    if row.in_table:
        if _NOUN.search(facts.text, low, said.start()):
            return bool(pairs(facts.text[low : told.end]) & pairs(row.lead))
        low, _ = facts.windows.bounds("block", said.start())
        costs = row.figures[0].dimension == "money" and all(map(_COST.search, row.names))
        return costs or bool(pairs(facts.text[low : told.end]) & pairs(row.lead))
    before = _NOUN.findall(facts.text[max(low, row.figures[-1].end) : said.start()])
    if before and not pairs("".join(before)) & pairs(row.noun):
        return False
    between = facts.within(row.figures[-1].end, said.start())
    alone = all(figure.dimension != row.figures[0].dimension for figure in between)
    return alone or bool(pairs(facts.text[low : told.end]) & pairs(row.lead))


def _are_told_nearer(facts: Facts, said: re.Match[str], row: NamedRow, one: Together) -> bool:
    """Whether one of the things has another figure of the kind nearer by, which may be meant.

    编制行政32名、参公18名。实有行政30人，参公比行政少13人.
    """
    low, high = facts.windows.bounds("sentence", said.start())
    low = low if row.in_table else max(row.figures[-1].end, said.start() - _REACH)
    meant = {f.start: row.name(f) for f in one.figures.values() if f in row.figures}
    sizes = {f.printed for f in row.figures}
    return any(
        f.dimension == row.figures[0].dimension
        and f.printed not in sizes
        and _SAID_OF.sub("", facts.own_words(f)).endswith((*meant.values(),))
        for f in facts.within(low, high)
        if not said.start() <= f.start <= said.end()
    )


def _values(found: Together) -> tuple[Decimal, ...]:
    return tuple(f.printed for name, f in found.figures.items() if name != TOLD)


def _apart(facts: Facts, said: re.Match[str], row: NamedRow) -> Iterator[Together]:
    """甲比乙多16起, 甲比乙高2.5个百分点."""
    told = facts.by_start.get(said.end())
    a, b = _thing(row, said["a"]), _thing(row, said["b"])
    if not isinstance(told, Quantity) or a is None or b is None or not _is_plain(facts, told):
        return
    more = re.fullmatch(_MORE, said["way"]) is not None
    gap: Node = ["sub", ["role", "a"], ["role", "b"]]
    gap = gap if more else ["sub", ["role", "b"], ["role", "a"]]
    if told.dimension == "percent-point" and a.dimension == "percent":
        gap = ["mul", gap, ["number", "100"]]
    elif told.dimension != a.dimension or told.dimension == "percent":
        return
    yield _made({"a": a, "b": b, TOLD: told}, gap)


def _times(facts: Facts, said: re.Match[str], row: NamedRow) -> Iterator[Together]:
    """甲是乙的3倍, 的一半, 的三分之一; behind a figure it is that of what is told of."""
    told, b = _factor(facts, said), _thing(row, said["b"])
    a = _thing(row, said["a"]) if said["a"] else _right_before(facts, said, row)
    if told is not None and a is not None and b is not None and b.printed:
        yield _made({"a": a, "b": b, TOLD: told}, ["div", ["role", "a"], ["role", "b"]])


def _sum(facts: Facts, said: re.Match[str], row: NamedRow) -> Iterator[Together]:
    """甲、乙两县共375台."""
    yield from _added(facts, said, [_thing(row, word) for word in _AND.split(said["names"])])


def _added(facts: Facts, said: re.Match[str], things: list[Quantity | None]) -> Iterator[Together]:
    told = facts.by_start.get(said.end())
    parts = [thing for thing in things if thing is not None]
    if not isinstance(told, Quantity) or len(parts) != len(things) or not _is_plain(facts, told):
        return
    if told.dimension == parts[0].dimension and len({p.start for p in parts}) == len(parts) > 1:
        roles = {f"part{at}": part for at, part in enumerate(parts)}
        terms: list[Node] = [["role", name] for name in roles]
        yield _made({**roles, TOLD: told}, chain("add", terms))


def _season(facts: Facts, said: re.Match[str], row: NamedRow) -> Iterator[Together]:
    """上半年共73起, where the quarters are listed."""
    quarters = [row.named(f"{number}季度") for number in _QUARTERS[said["season"][0]]]
    yield from _added(facts, said, quarters)


_FORMS = ((_APART, _apart), (_TIMES, _times), (_SUM, _sum), (_SEASON, _season))


def _made(figures: dict[str, Quantity], node: Node) -> Together:
    equation = Equation("", "=", ["role", TOLD], node)
    return Together(figures, equation, equation.holds({n: f.value for n, f in figures.items()}))


def _thing(row: NamedRow, words: str) -> Quantity | None:
    """The figure of what words name, wholly or at their beginning: 二季度的故障."""
    words = _ADVERB.sub("", words)
    whole = row.named(words)
    if whole is not None:
        return whole
    name = max((name for name in row.names if words.startswith(name)), key=len, default="")
    noun = words[len(name) :].removeprefix("的")
    return row.named(name) if name and noun in row.noun else None


def _right_before(facts: Facts, said: re.Match[str], row: NamedRow) -> Quantity | None:
    """The figure before a clause, where it is one of a row; not how far that is from another."""
    low, _ = facts.windows.bounds("sentence", said.start())
    told = [f for f in facts.within(low, said.start()) if not _is_held(facts, f)]
    last = facts.before(said.start())
    if not told or last is None or last.end != said.start() - 1:
        return None
    alike = (f for f in row.figures if f.dimension == told[-1].dimension)
    one = _is_plain(facts, told[-1]) and any(f.value.meets(told[-1].value) for f in alike)
    return told[-1] if one else None


def _is_held(facts: Facts, figure: Quantity) -> bool:
    return _HELD.search(facts.own_words(figure)) is not None


def _factor(facts: Facts, said: re.Match[str]) -> Quantity | None:
    """How many times as much something is told to be."""
    if said["half"]:
        start, end = said.span("half")
        return Quantity(start, end, _HALF, Decimal("0.5"), _TENTH, "fraction", None, ONE)
    told = facts.by_start.get(said.end())
    if not isinstance(told, Quantity) or told.hedge or _AFTER.match(facts.text, told.end):
        return None
    if told.dimension == "fraction":
        low, high = told.printed * (1 - _SLACK), told.printed * (1 + _SLACK)
        return replace(told, value=Interval(low, high), step=_TENTH, unit=None)
    return told if told.dimension == "times" else None


def _is_plain(facts: Facts, figure: Quantity) -> bool:
    return not (figure.hedge or figure.per) and not _AFTER.match(facts.text, figure.end)
