"""``ledger``: what is left of a stock or an account told step by step."""

from __future__ import annotations

from collections.abc import Iterator

from linter.binding import sought
from linter.binding.case import Case
from linter.binding.slips import slipped
from linter.binding.sought import Sought
from linter.binding.sums.accounts import accounts
from linter.binding.sums.ledgers import Account, ledgers
from linter.binding.telling import told
from linter.model import Verdict

SPEC = Account


def seeks(rule_id: str, spec: Account, case: Case) -> Iterator[Sought]:
    """Figures behind the words for what is left."""
    yield sought.figures(case, "any")


def check(rule_id: str, spec: Account, case: Case) -> Iterator[Verdict]:
    """A verdict for each account; a failure is told only if one slip explains it."""
    seen: set[int] = set()
    for found in (*ledgers(case.facts, spec), *accounts(case.facts, spec)):
        if found.figures["left"].start in seen:
            continue
        seen.add(found.figures["left"].start)
        equations = (found.equation,)
        failing = None if found.holds else found.equation
        if failing and not slipped(found.figures, equations, case.facts.text, sure=True):
            continue
        yield told(case, "left", found.figures, equations, failing, doubt=True)
