"""Reasons not to tell of figures that seem wrong, named for ``lint --explain-silent``."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Generic, TypeVar

from msgspec import Struct

T = TypeVar("T")


class Reason(Struct, Generic[T], frozen=True):
    """What may make figures right that seem wrong."""

    why: str
    """It in the clerk's words."""
    holds: Callable[[T], bool]
    unless: Callable[[T], bool] = lambda _: False
    """Words that outweigh it."""


def first_reason(told: T, reasons: Iterable[Reason[T]]) -> Reason[T] | None:
    """The first of some reasons that holds, if any does."""
    return next((r for r in reasons if r.holds(told) and not r.unless(told)), None)
