"""How likely chance alone makes a figure fit the place where it stands."""

from __future__ import annotations

from linter.binding.misfits.around import half
from linter.binding.misfits.fit import Fit
from linter.binding.misfits.place import Place
from linter.facts.facts import Facts
from linter.facts.quantity import Quantity

ROUGH = 1e-6
"""What floating point may be off by."""
_HARDLY, _FITS = 0.02, 0.5
"""How likely chance may make a figure fit that is borne out, and one that may fit."""
_LEAST = 1e-12


def borne_out(facts: Facts, figure: Quantity) -> Fit | None:
    """What makes a figure what it is, hardly by chance."""
    fit, chance = best(Place(facts, figure), facts.size(figure), half(figure))
    return fit if chance < _HARDLY else None


def may_fit(place: Place, figure: Quantity, *, sure: bool = False) -> bool:
    """Whether a figure fits its place by more than chance.

    ``sure``: where little else could be meant, only what is hardly by chance counts.
    """
    chance = best(place, float(figure.printed), half(figure))[1]
    return chance < (_HARDLY if sure else _FITS)


def best(
    place: Place,
    value: float,
    slack: float,
    known: frozenset[frozenset[int]] = frozenset(),
) -> tuple[Fit | None, float]:
    """The fit of a value that chance explains worst, and how likely chance makes one as good."""
    found: tuple[Fit | None, float] = None, 1.0
    for fits in place.every:
        for count, fit in enumerate(fits, 1):
            if not is_met(fit, value, slack) or starts(fit) in known or fit.has(value):
                continue
            exact = fit.grain and abs(fit.value - value) <= ROUGH * fit.grain
            width = fit.grain if exact else 2 * max(_slack(fit), slack)
            chance = max(count * fit.doubt * width / max(value, width), _LEAST)
            if chance < found[1]:
                found = fit, chance
            break
    return found


def starts(fit: Fit) -> frozenset[int]:
    """Where the figures begin that want a value."""
    return frozenset(f.start for f in fit.figures)


def is_met(fit: Fit, value: float, slack: float) -> bool:
    """Whether a value that may be off by a little is what a fit wants, as finely as it is known."""
    return abs(fit.value - value) <= max(_slack(fit), slack) * (1 + ROUGH)


def _slack(fit: Fit) -> float:
    """By how much a value may be off what a fit wants."""
    return max(fit.loose, fit.grain / 2, fit.coarse / 2)
