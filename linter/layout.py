"""What a text looks like on paper: fonts, spacing and pages, in the units that people set them in.

Everything is the effective value; nothing stands where a file does not say it.
"""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta, Struct

SIZES = {
    "初号": 42.0, "小初": 36.0, "一号": 26.0, "小一": 24.0, "二号": 22.0, "小二": 18.0,
    "三号": 16.0, "小三": 15.0, "四号": 14.0, "小四": 12.0, "五号": 10.5, "小五": 9.0,
    "六号": 7.5, "小六": 6.5, "七号": 5.5, "八号": 5.0,
}  # fmt: skip
"""The named sizes of type in points."""
_NAMES = {points: name for name, points in SIZES.items()}

SizeName = Annotated[str, Meta(pattern=f"^(?:{'|'.join(SIZES)})$")]
Size = float | SizeName
"""A size of type in points, or by its name."""


class Look(Struct, frozen=True, forbid_unknown_fields=True, rename="kebab", omit_defaults=True):
    """How characters stand, and the paragraph that they are in."""

    font: str | None = None
    """The font of Chinese characters, and that of letters and digits."""
    latin: str | None = None
    size: Size | None = None
    bold: bool | None = None
    align: str | None = None
    """``left``, ``center``, ``right``, ``both`` or ``distribute``."""
    indent: float | None = None
    """How far the first line is set in, in characters."""
    points: float | None = None
    """The distance of lines in points, where it is fixed."""
    times: float | None = None
    """The distance of lines as a multiple of their height, where it is not fixed."""


class Stretch(Struct, frozen=True, gc=False):
    """Characters of the document's text that look alike; it lies in one paragraph."""

    start: int
    end: int
    look: Look


class Page(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True, gc=False):
    """Pages of one size from an offset of the text on, in millimetres."""

    start: int = 0
    width: float | None = None
    height: float | None = None
    top: float | None = None
    bottom: float | None = None
    left: float | None = None
    right: float | None = None
    numbered: bool | None = None
    """Whether pages bear their numbers."""


class Layout(Struct, frozen=True):
    """The layout of a document: its pages and stretches in order of the text."""

    pages: tuple[Page, ...] = ()
    stretches: tuple[Stretch, ...] = ()


def in_points(size: Size) -> float:
    """A size of type in points."""
    return SIZES[size] if isinstance(size, str) else size


def size_name(size: Size) -> str:
    """A size of type as people call it: 三号, or 13磅."""
    points = in_points(size)
    return _NAMES.get(points) or f"{points:g}磅"
