"""Sentence forms: one a line in ``forms/*.txt``, with slots for names and figures.

``{name}`` is a slot; ``<增加|减少>`` gives the first word where things grew, the second where they shrank;
``{items:L得F:、:和}`` is a list: of each item its label L, figure F and full marks W, an ordinal for N (一是),
then the separator and, if given, the last separator. Lines that begin with # are comments.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

FOLDER = Path(__file__).parent / "forms"
ORDINALS = "一二三四五六七八九十"
LIST = re.compile(r"\{(\w+):([^:}]+):([^:}]+)(?::([^}]+))?\}")
SLOT = re.compile(r"\{(\w+)\}")
DIRECTION = re.compile(r"<([^|>]*)\|([^>]*)>")


class Form(Struct, frozen=True):
    """One way to say something: where it stands (``growth/17``), its template, and its slots and lists."""

    name: str
    template: str
    slots: frozenset[str]
    full_marks: bool
    """Whether a list in it prints full marks."""


class Item(Struct, frozen=True):
    """A member of a list: its label, and the slots of its figure and its full marks."""

    label: str
    figure: str
    full: str = ""


class Member(Struct, frozen=True):
    """A filled slot: its name, its text and where that stands in the sentence."""

    name: str
    text: str
    start: int
    end: int


@cache
def forms(kind: str) -> tuple[Form, ...]:
    """All forms of ``forms/KIND.txt``."""
    lines = (FOLDER / f"{kind}.txt").read_text("utf-8").splitlines()
    wanted = [line for line in lines if line and not line.startswith("#")]
    return tuple(_form(f"{kind}/{at}", line) for at, line in enumerate(wanted, 1))


def _form(name: str, template: str) -> Form:
    lists = LIST.findall(template)
    slots = frozenset(SLOT.findall(template)) | {found[0] for found in lists}
    return Form(name, template, slots, any("W" in found[1] for found in lists))


def fill(
    form: Form,
    texts: Mapping[str, str],
    lists: Mapping[str, Sequence[Item]] | None = None,
    *,
    shrank: bool = False,
) -> tuple[str, tuple[Member, ...]]:
    """The sentence (without its full stop) and its filled slots in order."""
    template = LIST.sub(lambda found: _expand(found, (lists or {})[found[1]]), form.template)
    template = DIRECTION.sub(r"\2" if shrank else r"\1", template)
    parts, members, length = SLOT.split(template), [], 0
    for at in range(1, len(parts), 2):
        name, text = parts[at], texts[parts[at]]
        length += len(parts[at - 1])
        members.append(Member(name, text, length, length + len(text)))
        length += len(text)
        parts[at] = text
    return "".join(parts), tuple(members)


def _expand(found: re.Match[str], items: Sequence[Item]) -> str:
    _, pattern, separator, last = found.groups()
    texts = [
        pattern.replace("L", item.label)
        .replace("F", f"{{{item.figure}}}")
        .replace("W", f"{{{item.full}}}")
        .replace("N", f"{ORDINALS[at]}是")
        for at, item in enumerate(items)
    ]
    if len(texts) == 1:
        return texts[0]
    return separator.join(texts[:-1]) + (last or separator) + texts[-1]
