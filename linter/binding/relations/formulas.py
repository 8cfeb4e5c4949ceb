"""Arithmetic that the text itself writes out.

结余20万元，即到位500万元减去支出480万元; (156+31)÷198=94.44%; 系1894人次与612人次相加所得.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from msgspec import Struct, structs

from linter.binding.relations.column_numbers import are_columns
from linter.binding.relations.terms import (
    BARE,
    JOINED,
    LETTERS,
    LONGEST,
    NAME,
    Terms,
    node_of,
    operators_of,
    parted,
    terms_from,
)
from linter.binding.telling import reached
from linter.facts.facts import Facts
from linter.facts.quantity import Quantity, negative
from linter.interval import Interval, exactly
from linter.language.expression import Equation
from linter.regexes.late import regex

_IS_BEFORE = regex(
    rf"(?:[^,，;。:()\d]{{2,12}}[,，](?:即|就是|也就是|等于|相当于)"
    rf"|\)?[,，]?\(?(?:即为?|就是|也就是|等于|相当于|系|是|为|=)){NAME}\(*"
)
_BRACKETED = regex(rf"\({NAME}\(*")
_IS_BEHIND = regex(
    rf"\)*(?:后|之后|所得)?(?:的(?:余额|差额|结果|和))?[,，]?(?:约?等于|[=≈]|得[出到]?|(?:正|刚|恰)好[是为]){NAME}\(*"
)
_NEARLY = regex("约|≈")
"""Before a result: it may be rounded by more than its digits say."""
_GOES_ON = regex(
    r"\)* ?(?:的(?![余差结部净和总])|后(?!的?[余差结净剩零])|[×÷*/+-]|左右|乘|除|减|加|扣)"
)
"""Behind the last figure: it, or what it makes, is not the end of the arithmetic."""
_SIGN = regex(rf"(?:-|[×÷*/+]{NAME}|减去?|加上?|乘以?|除以|扣除)\(?$")
"""Before the first figure: something else stands there too, or a figure that is no term."""
_LEAD = 24
_FALLS = regex(r"(?:-|下降|降低|减少|降幅|减幅|负)$")
"""Before a result: it is below nothing."""
_EVERY = "100%"
_FAR = 100
"""So many times what bare terms come to, a result in 万元 is in a unit that they share."""
RESULT = "result"
"""The role of what a formula comes to."""
_ROUNDED = 2
"""By how many of its last digits a result may be off that was computed from finer terms."""


class Formula(Struct, frozen=True):
    """An equation for ``result`` and its figures; ``sure`` where words say that both are equal."""

    equation: Equation
    figures: dict[str, Quantity]
    sure: bool

    @property
    def holds(self) -> bool:
        """Whether the result may be what the terms come to, as finely as they are printed."""
        return self.equation.fits(self.figures)

    @property
    def is_off(self) -> bool:
        """Whether a result may be right only if its terms were rounded by much: 187÷198=94.94%."""
        if not (self.sure and self.holds):
            return False
        shown, result = reached(self.equation, RESULT, self.figures), self.figures[RESULT]
        return shown is not None and abs(shown.middle - result.printed) > _ROUNDED * result.step

    @property
    def as_printed(self) -> dict[str, Quantity]:
        """The figures, with no terms that were rounded."""
        return {
            name: f if name == RESULT else structs.replace(f, value=exactly(f.printed))
            for name, f in self.figures.items()
        }


def formulas(facts: Facts) -> Iterator[Formula]:
    """Every formula whose result stands right before or behind it."""
    quantities = facts.quantities
    at = 0
    while at + 1 < len(quantities):
        if quantities[at].start in facts.gridded:
            at += 1
            continue
        whole, last = terms_from(facts, at)
        terms = parted(facts, whole)
        if len(terms) > 1 and _is_plain(facts, terms[0][1]) and not _is_aside(facts, terms):
            for result, sure in _results(facts, at, last):
                found = _formula(facts, result, terms, sure)
                if found is not None and not (_holds_whole(facts, result, whole, terms, found)):
                    yield found
        at = max(at + 1, last)


def _holds_whole(
    facts: Facts, result: Quantity, whole: Terms, terms: Terms, found: Formula
) -> bool:
    """Whether a formula that fails is one of ranges, which it is only once they are parted."""
    if len(whole) == len(terms) or found.holds:
        return False
    ranged = _formula(facts, result, whole, found.sure) if len(whole) > 1 else None
    return result.hedge == "range" or (ranged is not None and ranged.holds)


def _is_plain(facts: Facts, first: Quantity) -> bool:
    """Whether a formula in running text begins with this figure."""
    signed = _SIGN.search(facts.text, first.start - _LEAD, first.start)
    return not (signed or first.start in facts.gridded)


def _is_aside(facts: Facts, terms: Terms) -> bool:
    """Whether the first figure but stands in a bracket: 3000亩（不计超出的60亩）+4620亩."""
    first, sign = terms[0][1], terms[1][0]
    closed = sign is not None and sign["closed"]
    return bool(closed) and not facts.text.startswith("(", first.start - 1)


def _results(facts: Facts, first: int, last: int) -> Iterator[tuple[Quantity, bool]]:
    """The figures that words say a formula comes to, behind it and before it."""
    text, quantities = facts.text, facts.quantities
    end = quantities[last].end
    joined = JOINED.match(text, end)
    if last + 1 < len(quantities):
        behind = quantities[last + 1]
        begin = joined.end() if joined else end
        if behind.start - begin <= LONGEST and _IS_BEHIND.fullmatch(text, begin, behind.start):
            got = behind.dimension == "score" and text.endswith("得", begin, behind.start)
            if not got and not _GOES_ON.match(text, behind.end):
                nearly = _NEARLY.search(text, begin, behind.start)
                yield _signed(text, begin, behind), nearly is None
            return
    if first and not _GOES_ON.match(text, joined.end() if joined else end):
        before, start = quantities[first - 1], quantities[first].start
        if start - before.end > LONGEST or not _is_plain(facts, before):
            return
        if _IS_BEFORE.fullmatch(text, before.end, start):
            yield before, True
        elif _BRACKETED.fullmatch(text, before.end, start):
            yield before, False


def _signed(text: str, begin: int, result: Quantity) -> Quantity:
    """A result behind its formula, below nothing where a sign or word before it says so."""
    sign = _FALLS.search(text, begin, result.start)
    if sign is None or result.printed < 0:
        return result
    return negative(result)


def _formula(facts: Facts, result: Quantity, terms: Terms, sure: bool) -> Formula | None:
    operators = list(operators_of(facts, terms))
    figures = [_exactly(facts, figure) for _, figure in terms]
    names = {name for _, name in operators}
    summed = names <= {"add", "sub"}
    priced = names == {"mul"} and result.dimension == "money"
    if names == {"add"} and not sure and _is_all_of_a_bracket(facts, terms):
        figures = [_as(figure, result) for figure in figures]
        sure_enough = True
    else:
        sure_enough = sure or "sub" in names or priced
    if not (operators and sure_enough) or _is_of_slashes(facts, result, terms):
        return None
    if are_columns(facts, (result, *figures)):
        return None
    node = node_of(operators, 0, len(figures))
    named = dict(zip(LETTERS, figures, strict=False))
    equation = Equation("", "=", ["role", RESULT], node)
    shown = reached(equation, RESULT, {RESULT: result, **named})
    if shown is not None and abs(shown.middle) * _FAR < abs(result.printed):
        result = _in_their_unit(result, figures)
    if summed and len({f.dimension for f in (result, *figures)}) > 1:
        return None
    if not summed and _is_one_of(result, figures):
        return None
    return Formula(equation, {RESULT: result, **named}, sure)


def _is_one_of(result: Quantity, figures: Sequence[Quantity]) -> bool:
    """Whether the seeming result is a term told before: 按1.2个月，即2.6万元÷6个月×1.2个月."""
    money = [f for f in figures if f.dimension == "money"]
    same = any((f.printed, f.dimension) == (result.printed, result.dimension) for f in figures)
    return same and len(money) == 1 and result.dimension != "money"


def _is_of_slashes(facts: Facts, result: Quantity, terms: Terms) -> bool:
    """Whether no sign = tells that a stroke between two figures divides."""
    if not any(sign and "/" in sign[0] and ")" not in sign["closed"] for sign, _ in terms):
        return False
    last = terms[-1][1].end
    low, high = (last, result.start) if result.start >= last else (result.end, terms[0][1].start)
    return "=" not in facts.text[low:high]


def _in_their_unit(result: Quantity, figures: Sequence[Quantity]) -> Quantity:
    """The result as a bare number where no term says its unit: 2×20+4×10=80万元."""
    if (
        result.dimension == "percent"
        or result.factor == 1
        or any(f.dimension not in (BARE, "percent") for f in figures)
    ):
        return result
    scale = result.factor
    value = Interval(result.value.low / scale, result.value.high / scale)
    printed, step = result.printed / scale, result.step / scale
    one = Decimal(1)
    return structs.replace(
        result, value=value, printed=printed, step=step, dimension=BARE, factor=one
    )


def _is_all_of_a_bracket(facts: Facts, terms: Terms) -> bool:
    """Whether nothing else stands in the bracket: 97.12分(9.73+49.25+28.56+9.58)."""
    first, last = terms[0][1], terms[-1][1]
    return facts.text.startswith("(", first.start - 1) and facts.text.startswith(")", last.end)


def _as(figure: Quantity, result: Quantity) -> Quantity:
    """A bare number in the unit of what it is a part of."""
    if figure.dimension != BARE:
        return figure
    value = Interval(figure.value.low * result.factor, figure.value.high * result.factor)
    return structs.replace(
        figure,
        value=value,
        printed=figure.printed * result.factor,
        step=figure.step * result.factor,
        dimension=result.dimension,
    )


def _exactly(facts: Facts, figure: Quantity) -> Quantity:
    """A figure of a formula: in ×100% no rounded share."""
    if facts.text[figure.start : figure.end] == _EVERY:
        return structs.replace(figure, value=exactly(figure.printed))
    return figure
