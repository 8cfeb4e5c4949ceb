"""What is to be looked at first of a failed calculation, in words."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from msgspec import Struct

from linter.binding.slips import with_other_unit
from linter.facts.facts import Facts
from linter.facts.quantity import Quantity
from linter.language import calculation
from linter.model import Related, Span

TYPO = {
    "zh": "“{}”疑为{}（改后相关的{}处算式都成立）",
    "en": "{} may be meant as {}, by which all {} calculations hold",
}
TOLD = {
    "zh": "“{}”疑为{}（另一处是这样写的，改后算式成立）",
    "en": "{} may be meant as {}, as told elsewhere, by which the calculation holds",
}
SLIP = {
    "zh": "“{}”疑为{}（只差一处笔误，改后算式成立）",
    "en": "{} may be meant as {}, one slip away, by which the calculation holds",
}
LIKE = {
    "zh": "“{}”疑为{}（另一处是这样写的，只差一处笔误）",
    "en": "{} may be meant as {}, one slip away, as told elsewhere",
}
UNITS = {
    "zh": "“{}”和“{}”的单位疑有一个写错（改成同一单位后算式成立）",
    "en": "the unit of {} or {} may be wrong: with one unit the calculation holds",
}
RIGHT = {
    "zh": "另一处用“{}”算得通，先核对其他各数",
    "en": "another calculation holds with {}: check the other figures first",
}


class Lead(Struct, frozen=True):
    """What to look at first, in both languages, and the place that says so."""

    text: dict[str, str]
    figure: Span
    """Where the figure stands that is to be looked at."""
    value: Decimal | None = None
    """What it may be meant as, in base units; nothing where it is right."""
    instead: bool = False
    """Whether what the rule suggests is not to be told: it mends another figure."""
    witness: Related | None = None


def lead_to(
    facts: Facts, words: dict[str, str], figure: Quantity, value: Decimal, count: int = 0
) -> Lead:
    """What to look at first: a figure, and what it may be meant as."""
    literal = facts.text[figure.start : figure.end]
    other = with_other_unit(figure, literal, value) if figure.dimension == "money" else None
    value_like = other or calculation.like(figure, literal, value)
    told = {lang: each.format(literal, value_like, count) for lang, each in words.items()}
    return Lead(told, Span.of(figure), value)


def lead_to_units(facts: Facts, at: Span, figures: Sequence[Quantity]) -> Lead:
    """That one of two amounts is told in 万 for 亿, or the reverse, whichever it is."""
    literals = [facts.text[figure.start : figure.end] for figure in figures]
    told = {lang: words.format(*literals) for lang, words in UNITS.items()}
    return Lead(told, at, instead=True)
