"""Things told to be none, and a number of them: 群众投诉为零，受理的5件群众投诉均已办结."""

from __future__ import annotations

from collections.abc import Iterator

from linter.binding.case import Case
from linter.facts.facts import Facts
from linter.facts.quantity import Quantity
from linter.late import regex
from linter.model import Span

_NOUN = "(?:(?![的了未无均都已])[\u4e00-\u9fff])"
_NONE = regex(
    rf"(?:(?<=[,，;。\n])|^)[^,，;。\d\n]{{0,6}}?(?:(?:未|没有)(?:再|曾)?(?:组织|发生|召开|举办|举行|收到|接到|出现|产生|引进|开展)*"
    rf"|没有|(?<![有])无)(?:过|任何|一起|一[例件次])?(?P<what>{_NOUN}{{3,8}})(?=[,，;])"
    rf"|(?:(?<=[,，;。\n])|^)(?P<named>{_NOUN}{{3,8}})(?:数量?)?[为是](?:零|0|无)(?=[,，;])"
)
_OTHER = regex(
    "[上往去前]一?年|上期|历年|其他|另|除|[较比]|目标|计划|以[内下]|不超过|标准|若|如|拟|预计|累计|一般|县外|[^,，;]区$"
)
_YEARS = regex(r"本?年度?|全年|年内|当年|本项目|项目|学校|本单位")
_COUNTED = ("person", "household")
_REACH = 60


def none_but_some(case: Case) -> Iterator[tuple[str, Span, Span]]:
    """Each matter with the statement that there is none and a number of it in the same sentence."""
    facts = case.facts
    for found in _NONE.finditer(facts.text):
        if facts.in_table(found.start()):
            continue
        what = _YEARS.sub("", found["what"] or found["named"])
        _, high = facts.windows.bounds("sentence", found.end())
        at = facts.text.find(what, found.end(), min(high, found.end() + _REACH))
        if len(what) < 3 or at < 0 or _OTHER.search(facts.text, found.start(), at):
            continue
        figure = _number(facts, at, at + len(what), found.end())
        if figure is not None:
            start, end = min(figure.start, at), max(figure.end, at + len(what))
            yield "有无", Span(*found.span()), Span(start, end)


def _number(facts: Facts, start: int, end: int, low: int) -> Quantity | None:
    """A number of things right before or behind their name."""
    for figure in facts.within(low, end + 4):
        counts = figure.dimension.startswith("count:") or figure.dimension in _COUNTED
        if counts and figure.printed > 0 and (figure.end == start or figure.start == end):
            return figure
    return None
