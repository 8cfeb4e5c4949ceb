"""``missing-unit``: a figure of 万 or 亿 that its words make an amount, without its 元."""

from __future__ import annotations

from collections.abc import Iterator

from linter.binding.case import Case
from linter.facts.quantity import Quantity
from linter.language.needs import Spec
from linter.language.words import any_word, ending
from linter.model import Span, Status, Verdict
from linter.regexes.late import regex

_LEAD = 24
_NUMBER = regex(r".*[\d十百千万亿多余]")


class MissingUnit(Spec, frozen=True):
    """The unit, and where it may be missing."""

    unit: str
    names: tuple[str, ...]
    """Words right before a figure that make it one of the unit."""
    behind: tuple[str, ...]
    """What follows a figure that has no other unit; the end of a paragraph does too."""
    least: int = 10000
    """Only figures of a factor (万, 亿) of at least so much."""
    joins: tuple[str, ...] = ()
    """What joins a figure to the next, which then has the unit for both: 3万、5万元."""


SPEC = MissingUnit


def check(rule_id: str, spec: MissingUnit, case: Case) -> Iterator[Verdict]:
    """A failure, with the unit put in, for each figure that lacks it."""
    for figure in case.facts.by_dimension.get("number", ()):
        if figure.factor >= spec.least and _lacks_unit(spec, case, figure):
            literal = case.text(figure.start, figure.end)
            number = _NUMBER.match(literal)
            at = number.end() if number else len(literal)
            mended = literal[:at] + spec.unit + literal[at:]
            yield Verdict(
                Status.failed,
                literal,
                Span.of(figure),
                values={"quote": literal, "mended": mended},
                fix=mended,
            )


def _lacks_unit(spec: MissingUnit, case: Case, figure: Quantity) -> bool:
    facts = case.facts
    if not any_word((*spec.behind, "\n")).match(facts.text, figure.end):
        return False
    if not ending(spec.names).search(facts.text, *facts.own_lead(figure, _LEAD)):
        return False
    block = case.document.block_at(figure.start)
    if block is None or block.kind == "cell":
        return False
    joined = any_word(spec.joins).match(facts.text, figure.end)
    return joined is None or joined.end() not in facts.by_start
