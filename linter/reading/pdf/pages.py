"""What stands on the pages of a PDF, as ``extract`` tells it from a process of its own."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from array import array
from collections.abc import Iterator
from functools import cache
from importlib.util import find_spec
from pathlib import Path

import msgspec
from msgspec import Struct

from linter.reading.pdf.radicals import proper

_PROGRAM = Path(__file__).with_name("extract.py")
_SPACE = 1 << 24
_SECONDS = 30.0 if hasattr(signal, "SIGXCPU") else 8.0
"""How long the program may take by the clock; it counts the processor's time where it can."""
Box = tuple[float, float, float, float]
"""Left, bottom, right, top."""


class Char(Struct, frozen=True, gc=False):
    """A character, whether a space stands before it, its box, and the base line it stands on."""

    text: str
    space: bool
    left: float
    bottom: float
    right: float
    top: float
    base: float


class Page(Struct, frozen=True):
    """A page as it is read: upright, with its lower left corner at the origin."""

    number: int
    width: float
    height: float
    turn: int
    """How many quarters further it was turned, clockwise, than a program shows it."""
    image: float
    """How much of it its largest image fills."""
    chars: tuple[Char, ...]
    rules: tuple[Box, ...]

    def shown(self, box: Box) -> Box:
        """The box on the page as a program shows it."""
        left, bottom, right, top = box
        if self.turn == 1:
            box = (self.height - top, left, self.height - bottom, right)
        elif self.turn == 2:
            box = (self.width - right, self.height - top, self.width - left, self.height - bottom)
        elif self.turn == 3:
            box = (bottom, self.width - right, top, self.width - left)
        return tuple(round(value, 1) for value in box)  # type: ignore[return-value]


class Extract(Struct, frozen=True):
    """The pages that were read, of how many, and why it was not all of them."""

    pages: tuple[Page, ...] = ()
    total: int = 0
    end: str = ""
    """Empty where all was read; else ``missing`` or ``unusable`` (the library), ``password``,
    ``damaged``, or the limit that was reached: ``time``, ``pages``, ``characters``."""


class _Told(Struct, frozen=True):
    """A line of the program's answer."""

    pages: int | None = None
    error: int | None = None
    end: str | None = None
    width: float = 0
    height: float = 0
    turn: int = 0
    image: float = 0
    characters: int = 0
    rules: int = 0


def pages_of(data: bytes) -> Extract:
    """What stands on a file's pages; never raises for what stands in the file."""
    if find_spec("pypdfium2_raw") is None:
        return Extract(end="missing")
    path = os.pathsep.join(entry for entry in sys.path if entry)
    command = [sys.executable, "-S", "-P", str(_PROGRAM), str(len(data))]
    try:
        done = subprocess.run(  # noqa: S603 - this project's own program
            command,
            input=data,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=os.environ | {"PYTHONPATH": path},
            timeout=_SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired as late:
        return _decoded(late.output or b"", "time")
    except OSError:
        return Extract(end="unusable")
    if done.returncode == 1 and not done.stdout:
        return Extract(end="unusable")
    spent = done.returncode == -getattr(signal, "SIGXCPU", 0) != 0
    return _decoded(done.stdout, "time" if spent else "damaged")


def _decoded(answer: bytes, end: str) -> Extract:
    """An answer's pages; one that breaks off ends for the reason given."""
    pages: list[Page] = []
    total, at = 0, 0
    try:
        while at < len(answer):
            stop = answer.index(b"\n", at)
            told = msgspec.json.decode(answer[at:stop], type=_Told)
            at = stop + 1
            if told.error is not None:
                return Extract(end="password" if told.error == 4 else "damaged")
            if told.end is not None:
                return Extract(tuple(pages), total, told.end)
            if told.pages is not None:
                total = told.pages
                continue
            size = 24 * told.characters + 16 * told.rules
            pages.append(_page(len(pages) + 1, told, answer[at : at + size]))
            at += size
    except (ValueError, msgspec.DecodeError):
        pass
    return Extract(tuple(pages), total, end)


def _page(number: int, told: _Told, arrays: bytes) -> Page:
    codes, floats = array("I"), array("f")
    codes.frombytes(arrays[: 4 * told.characters])
    floats.frombytes(arrays[4 * told.characters :])
    if len(floats) != 5 * told.characters + 4 * told.rules:
        raise ValueError("the answer breaks off")
    values = floats.tolist()
    split = 5 * told.characters
    boxes = [values[i : i + 4] for i in range(split, len(values), 4)]
    return Page(
        number=number,
        width=told.width,
        height=told.height,
        turn=told.turn,
        image=told.image,
        chars=tuple(_chars(codes, values)),
        rules=tuple((a, b, c, d) for a, b, c, d in boxes),
    )


def _chars(codes: array[int], values: list[float]) -> Iterator[Char]:
    text_of = cache(lambda code: proper(chr(code)))
    at = 0
    for code in codes:
        text = text_of(code & (_SPACE - 1))
        yield Char(text, code >= _SPACE, *values[at : at + 5])
        at += 5
