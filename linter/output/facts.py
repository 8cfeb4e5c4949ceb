"""The facts of one document, as JSON and as lines for people."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from msgspec import Struct, field

from linter.facts.codes import kind_of
from linter.facts.facts import Facts
from linter.facts.moment import Moment
from linter.facts.quantity import Quantity
from linter.facts.scan import Figure
from linter.facts.score import Score
from linter.facts.status import status
from linter.output.json import pretty
from linter.output.places import printable
from linter.output.sheet import BOLD, Sheet

_TEXT_WIDTH = 14


class FactItem(Struct, frozen=True, kw_only=True):
    """Anything that was read; offsets are of the document's text, the end exclusive."""

    kind: str
    text: str
    line: int
    column: int
    start: int
    end: int


class QuantityItem(FactItem, frozen=True, kw_only=True):
    """A quantity: ``low`` to ``high`` in the base unit ``unit``, null where unbounded."""

    low: str | None
    high: str | None
    unit: str | None
    hedge: str | None
    label: str | None
    period: str | None
    status: str


class MomentItem(FactItem, frozen=True, kw_only=True):
    """A date, year or period; both ends belong to it."""

    first: str | None = field(name="from")
    last: str | None = field(name="to")


class ScoreItem(FactItem, frozen=True, kw_only=True):
    """A score's part: full marks, obtained, deduction or total, and the heading that it scores."""

    role: str
    section: str | None


def dumps(facts: Facts, scores: list[Score]) -> str:
    """The facts as ``{"facts": […]}``, in order of place."""
    return pretty({"facts": items(facts, scores)}) + "\n"


def items(facts: Facts, scores: list[Score]) -> list[FactItem]:
    """The facts in order of place; a score follows the quantity that it is."""
    found = [_item(facts, figure) for figure in facts.figures]
    found += [_score(facts, score) for score in scores]
    return sorted(found, key=lambda item: (item.start, item.end))


def list_on(sheet: Sheet, facts: Facts, scores: list[Score]) -> Sheet:
    """The facts for people: place, literal text, and what was understood."""
    for item in items(facts, scores):
        if not isinstance(item, ScoreItem):
            place, text = f"{item.line}:{item.column}", printable(item.text)
            pad = " " * (_TEXT_WIDTH - sheet.cells.of(text))
            sheet.hanging((f"{place:<8} {text}{pad}", BOLD), "  ".join(_meaning(item)))
    return sheet


def described(facts: Facts, figure: Figure) -> tuple[str, str]:
    """A figure's literal text, and what was understood."""
    item = _item(facts, figure)
    return printable(item.text), "  ".join(_meaning(item))


def decimal(value: Decimal) -> str | None:
    """A value as a plain decimal, or nothing where it is infinite."""
    if not value.is_finite():
        return None
    text = format(value, "f")
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return "0" if text == "-0" else text


def _item(facts: Facts, figure: Figure) -> FactItem:
    line, column = facts.document.position(figure.start)
    text = facts.document.text[figure.start : figure.end]
    where = {"line": line, "column": column, "start": figure.start, "end": figure.end}
    match figure:
        case Quantity():
            return QuantityItem(
                kind="quantity",
                text=text,
                **where,
                low=decimal(figure.value.low),
                high=decimal(figure.value.high),
                unit=figure.unit,
                hedge=figure.hedge,
                label=facts.label(figure),
                period=None,
                status=status(facts, figure),
            )
        case Moment():
            first, last = _ends(figure, facts.year)
            return MomentItem(kind=figure.kind, text=text, **where, first=first, last=last)
        case _:
            return FactItem(kind=kind_of(figure), text=text, **where)


def _ends(moment: Moment, year: int | None) -> tuple[str | None, str | None]:
    """The first and last day; a year told by a word (上年) is counted from the evaluated one."""
    first, last = moment.first, moment.last
    if first is None and moment.relative is not None and year is not None:
        first, last = date(year + moment.relative, 1, 1), date(year + moment.relative, 12, 31)
    return (first.isoformat() if first else None), (last.isoformat() if last else None)


def _score(facts: Facts, score: Score) -> ScoreItem:
    figure = score.figure
    line, column = facts.document.position(figure.start)
    return ScoreItem(
        kind="score",
        text=facts.document.text[figure.start : figure.end],
        line=line,
        column=column,
        start=figure.start,
        end=figure.end,
        role=score.role,
        section=score.section.title if score.section else None,
    )


def _meaning(item: FactItem) -> Iterator[str]:
    match item:
        case QuantityItem():
            yield _interval(item)
            yield from (part for part in (item.label, item.hedge, item.status) if part)
        case MomentItem():
            yield f"{item.kind} {item.first or '?'} … {item.last or '?'}"
        case _:
            yield item.kind


def _interval(item: QuantityItem) -> str:
    unit = item.unit or ""
    low, high = (_readable(value, unit) for value in (item.low, item.high))
    if low == high:
        return f"= {low}{unit}"
    return f"[{low or '-∞'}, {high or '∞'}]{unit}"


def _readable(value: str | None, unit: str) -> str | None:
    """A percentage as people write it: 1 is 100%."""
    return decimal(Decimal(value) * 100) if value and unit == "%" else value
