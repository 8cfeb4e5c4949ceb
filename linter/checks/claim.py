"""``claim``: a sentence pattern with typed slots, and equations over them."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import field

from linter.binding import slots
from linter.binding.beside import is_wrong
from linter.binding.case import Case
from linter.binding.same_facts import conversions
from linter.binding.slips import is_marginal
from linter.binding.telling import told
from linter.facts.quantity import Quantity
from linter.facts.windows import Window
from linter.language.expression import Equation
from linter.language.needs import Spec
from linter.model import Verdict


class Claim(Spec, frozen=True):
    """Patterns whose slots are the roles of equations; ``derived`` is the role that is disputed."""

    derived: str
    where: tuple[str, ...]
    any: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    """Patterns that excuse a claim where they occur in its sentence, or where ``excused`` says."""
    excused: Window = "sentence"
    given: tuple[str, ...] = ()
    """Equations that hold where the figures are of one thing; else nothing is claimed."""
    window: Window = "clause"
    maybe: tuple[str, ...] = ()
    """Patterns that may be met by chance: told is what a slip explains, or what stands alone."""
    doubted: tuple[str, ...] = ()
    """The same, and what is told is at most a doubt."""
    converts: bool = False
    """Whether the figures state one quantity in different units; in one unit they are no claim."""
    only: bool = False
    """Whether no other figure of a slot's dimension may stand anywhere in the match, in no gap."""
    written: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """Slots with the words of which one must be written in them: 逾, 近, 余; 上半年."""
    alike: tuple[str, ...] = ()
    """Roles whose figures count one thing; figures of different dimensions are no claim."""
    named: tuple[str, ...] = ()
    """Roles that are of one rate, where their names are those of rates."""
    exact: tuple[str, ...] = ()
    """Roles whose whole numbers (of days, hours, 元) are what they say, and not rounded."""
    averaged: tuple[str, ...] = ()
    """Roles whose figures are averages: rounded or cut off, also where they count things."""
    goals: tuple[str, ...] = ()
    """Roles whose figures are the numbers printed, without the word before them."""
    strict: tuple[str, ...] = ()
    """Roles rounded to their last digit and no further: what is printed 75% is less than 75.5%."""
    shares: tuple[str, ...] = ()
    """Roles whose rates are at most 100%: of more, nothing is claimed."""
    near: float = 0.0
    """How many times the least of ``alike`` the greatest may be, if it is set; else no claim."""
    same: tuple[str, ...] = ()
    """Slots that must be written alike, where a pattern has them: of one and the same year."""
    margin: float = 0.0
    """By how much, for its size, a derived figure may be off that is computed from rounded ones."""

    def patterns(self) -> Iterator[tuple[str, Window]]:
        """Those of ``any``, in the rule's window."""
        yield from ((s, self.window) for s in (*self.any, *self.maybe, *self.doubted, *self.unless))

    def equations(self) -> Iterator[str]:
        """Those of ``where`` and ``given``."""
        return iter((*self.where, *self.given))


SPEC = Claim


def check(rule_id: str, spec: Claim, case: Case) -> Iterator[Verdict]:
    """A verdict for each match of a pattern, the first pattern deciding a figure."""
    seen: set[int] = set()
    for source in (*spec.any, *spec.maybe, *spec.doubted):
        for match in case.matches(source):
            found = slots.figures_in(match, case, only=spec.only)
            figures = slots.reread(found, spec.exact, spec.averaged, spec.goals, spec.strict)
            figures = conversions.in_one_dimension(figures) if spec.converts else figures
            derived = figures.get(spec.derived)
            if derived is None or derived.start in seen or not _is_claimed(spec, case, figures):
                continue
            equations = slots.equations_of(case, spec.where, figures)
            written = slots.are_written(match, case, spec.written, spec.same)
            place = case.facts.windows.around(spec.excused, derived.start, derived.end)
            if equations and written and not case.has(spec.unless, *place):
                seen.add(derived.start)
                yield from _verdict(spec, case, figures, equations, source)


def _is_claimed(spec: Claim, case: Case, figures: dict[str, Quantity]) -> bool:
    """Whether figures are such as are asked for."""
    alike, named, shares = slots.taken(figures, spec.alike, spec.named, spec.shares)
    return (
        not (spec.converts and not conversions.are_conversions(figures.values(), case))
        and not any(share.printed > 1 for share in shares)
        and conversions.are_alike(alike, spec.near)
        and slots.are_one_rate(named, case)
        and all(e.fits(figures) for e in slots.equations_of(case, spec.given, figures))
    )


def _verdict(
    spec: Claim, case: Case, figures: dict[str, Quantity], where: tuple[Equation, ...], form: str
) -> Iterator[Verdict]:
    fails = next((e for e in where if not e.fits(figures)), None)
    another = spec.converts and fails and conversions.states_another(case, figures[spec.derived])
    if another or (fails and is_marginal(fails, spec.derived, figures, spec.margin)):
        return
    asked = case.facts, figures, spec.derived, where
    if fails and form not in spec.any and not is_wrong(*asked, by_slip=spec.converts):
        return
    yield told(case, spec.derived, figures, where, fails, doubt=form in spec.doubted)
