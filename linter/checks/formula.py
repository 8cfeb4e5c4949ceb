"""``formula``: arithmetic that the text writes out, and what it says it comes to."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from linter.binding.case import Case
from linter.binding.relations.formulas import Formula as Found
from linter.binding.relations.formulas import formulas
from linter.binding.slips import slipped
from linter.binding.telling import reached, told
from linter.facts.quantity import Quantity
from linter.interval import exactly
from linter.language.needs import Spec
from linter.model import Verdict

_ROUNDED = 2
"""By how many of its last digits a result may be off that was computed before its terms were
rounded."""


class Formula(Spec, frozen=True):
    """Nothing to set: the signs and the words for them are the same in every report."""


SPEC = Formula


def check(rule_id: str, spec: Formula, case: Case) -> Iterator[Verdict]:
    """A verdict for each formula.

    Where no word says 即 or 等于, a failure is told only if a slip explains it. So is a result that
    the terms come to only if they were rounded by much.
    """
    for found in formulas(case.facts):
        figures, equations, doubt = found.figures, (found.equation,), not found.sure
        failing = (
            None if found.equation.holds({n: f.value for n, f in figures.items()}) else equations[0]
        )
        if failing is None and found.sure and _is_far_off(found):
            figures = {n: f if n == "result" else _as_printed(f) for n, f in figures.items()}
            if slipped(figures, equations, case.facts.text):
                failing, doubt = found.equation, True
            else:
                figures = found.figures
        elif failing and doubt and not slipped(figures, equations, case.facts.text):
            continue
        yield told(case, "result", figures, equations, failing, doubt=doubt)


def _as_printed(figure: Quantity) -> Quantity:
    return replace(figure, value=exactly(figure.printed))


def _is_far_off(found: Found) -> bool:
    """Whether a result is not what the terms come to as they are printed."""
    shown, result = reached(found.equation, "result", found.figures), found.figures["result"]
    return shown is not None and abs(shown.middle - result.printed) > _ROUNDED * result.step
