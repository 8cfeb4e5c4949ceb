"""What a text tells of its dates and times in figures or names, with what it must be."""

from __future__ import annotations

from msgspec import Struct


class ToldFigure(Struct, frozen=True):
    """A stretch of text, what it is held against, and whether the two agree."""

    start: int
    end: int
    other: tuple[int, int]
    shown: str
    """The calculation, in words: 2021年至2025年首尾共5个年度."""
    right: bool
