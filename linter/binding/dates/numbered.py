"""An event by its number: 第三届书香节."""

from __future__ import annotations

from msgspec import Struct

NUMERAL = r"\d{1,3}|[一二两三四五六七八九十]{1,4}"


class Numbered(Struct, frozen=True):
    """An event by its number; ``name`` is what stands behind (or, for a bracket, before) it."""

    start: int
    end: int
    number: int
    unit: str
    name: str
    body: str
    """Of a session the body that meets, with its own number."""
    day: str
    """The month or day told before it in its clause."""
    first: bool
    done: bool
    """Whether it says for which time something was done."""
    stated: str = ""
    """What is said to be the one so numbered: 联席会 (是第三次)."""
