"""A test of every rule that runs for some in the fast suite, and for the rest in the slow one."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from linter.rulebook import Rule


def of_each(rules: Iterable[Rule], fast: int) -> pytest.MarkDecorator:
    """A parameter ``rule``: every so many-th is ``fast``, the others are slow."""
    params = [
        pytest.param(rule, id=rule.id, marks=[pytest.mark.slow] if number % fast else [])
        for number, rule in enumerate(rules)
    ]
    assert params
    return pytest.mark.parametrize("rule", params)
