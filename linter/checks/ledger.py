"""``ledger``: what is left of a stock or an account told step by step."""

from __future__ import annotations

from collections.abc import Iterator

from linter.binding import sought
from linter.binding.case import Case
from linter.binding.slips import slipped
from linter.binding.sought import Sought
from linter.binding.sums.ledgers import Words, ledgers
from linter.binding.telling import told
from linter.language.needs import Spec
from linter.model import Verdict


class Account(Spec, frozen=True):
    """What the figures of an account are called, by the last word before each."""

    opening: tuple[str, ...]
    losses: tuple[str, ...]
    gains: tuple[str, ...]
    closing: tuple[str, ...]
    base: tuple[str, ...] = ()
    """What there was, too, but what came where an opening stands before it."""
    aside: tuple[str, ...] = ()
    """A part of the figure before it, which does not count again."""
    without: tuple[str, ...] = ()
    """Words among the figures that leave the account open."""


SPEC = Account


def seeks(rule_id: str, spec: Account, case: Case) -> Iterator[Sought]:
    """Figures behind the words for what is left."""
    yield sought.figures(case, "any")


def check(rule_id: str, spec: Account, case: Case) -> Iterator[Verdict]:
    """A verdict for each account; a failure is told only if one slip explains it."""
    words = Words(
        spec.opening, spec.base, spec.losses, spec.gains, spec.closing, spec.aside, spec.without
    )
    for found in ledgers(case.facts, words):
        equations = (found.equation,)
        failing = None if found.holds else found.equation
        if failing and not slipped(found.figures, equations, case.facts.text, sure=True):
            continue
        yield told(case, "left", found.figures, equations, failing, doubt=True)
