"""What fits: whether it says anything, and whether it is but a slip away from what is meant."""

from __future__ import annotations

from msgspec.structs import replace

from linter.binding.relations.bindings import Assignment, Binding
from linter.binding.relations.deciding import FEWEST_FAR
from linter.binding.relations.opened import Opened
from linter.binding.relations.reasons.of_times import is_over_several_years
from linter.binding.relations.reasons.told import Told
from linter.binding.slips import is_marginal, is_slip, is_swap, slipped
from linter.binding.telling import comes_out, reached
from linter.facts.quantity import OPEN_HEDGES

_MARGIN = 0.01
_FEWEST_SWAPPED = 4
"""How many digits a figure must have to be told for another with two of them swapped."""


def fitting(opened: Opened, fit: Assignment, told: Assignment | None) -> Binding:
    """What fits passes, unless what narrower windows tell is but a slip away from it.

    Where one equation is enough, a doubt if one slip keeps the others from holding: only of rates,
    whose equations say the same in two ways; and not where one may have been computed from rounded
    figures: where the operands are printed to different digits, or it is hardly off.
    """
    derived = fit.figures[opened.relation.derived]
    if told is not None and _is_mistyped(opened.facts.text, told, fit):
        return Binding(derived, "doubt", told)
    failing = (e for e in fit.equations if not opened.may_hold(e, fit.figures))
    if (
        opened.relation.any
        and derived.dimension == "percent"
        and fit.labelled
        and fit.contiguous
        and len(fit.figures) > opened.relation.min
        and len({f.step for f in fit.figures.values() if f is not derived}) == 1
        and (failed := next(failing, None))
        and not is_marginal(failed, opened.relation.derived, fit.figures, _MARGIN)
        and slipped(fit.figures, fit.equations, opened.facts.text, FEWEST_FAR)
        and not is_over_several_years(Told(opened, fit))
    ):
        return Binding(derived, "doubt", replace(fit, failing=failed))
    return Binding(derived, "pass", fit)


def _is_mistyped(text: str, told: Assignment, fit: Assignment) -> bool:
    """Whether what is told nearby fails by one figure, and the one that fits is a slip away."""
    other = [name for name, f in told.figures.items() if fit.figures.get(name) is not f]
    if len(other) != 1 or told.figures.keys() != fit.figures.keys():
        return False
    figure, right = told.figures[other[0]], fit.figures[other[0]].value
    literal, fewest = text[figure.start : figure.end], _FEWEST_SWAPPED - told.labelled
    return is_swap(figure, literal, right, fewest) or is_slip(figure, literal, right, fewest + 1)


def is_telling(opened: Opened, fit: Assignment) -> bool:
    """Whether a fit says anything of the figure: by open operands (不少于150人) nearly all do.

    The figure itself may be open: 由100人增加到125人，增长超过20%. Where their own words do
    not bind the figures to each other, they must come to what is printed.
    """
    name, figures = opened.relation.derived, fit.figures
    derived = figures[name]
    if any(f.hedge in OPEN_HEDGES for f in figures.values() if f is not derived):
        return False
    held = (e for e in fit.equations if opened.may_hold(e, figures))
    exact = (reached(equation, name, figures) for equation in held)
    return fit.labelled or any(comes_out(derived, value) for value in exact)
