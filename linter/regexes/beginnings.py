"""Characters with which a match of an expression begins, so that a search passes over the others.

``re`` finds them itself where an expression begins with a letter or a set of letters. Here they are
found too where it begins with a choice of sets, what may be missing or what looks ahead or behind.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from importlib import import_module
from typing import Any

from linter.regexes.needed import REPEATS, WIDTHLESS, Node, is_plain_group

Beginning = tuple[list[Node], bool] | None
"""Members of a set of characters, and whether there may be no character; or anything."""

_WIDEST = 1_000
"""Of how many characters a range may be: Chinese characters stand everywhere."""
_INFO, _FIXED = 2, 5
"""What an expression's program says of a search: where its flags stand, and how long it is."""


def with_beginning(words: list[int], tree: Any, flags: int) -> list[int]:
    """The program of an expression, told with what a match begins where that is known and not told.

    ``words`` is what ``re`` has made of ``tree``.
    """
    found = _of_each(list(tree)) if not flags & re.IGNORECASE else None
    if found is None or found[1] or words[_INFO] or not tree.getwidth()[0]:
        return words
    compiler, charset = import_module("re._compiler"), list[int]()
    members, _ = compiler._optimize_charset(found[0])  # noqa: SLF001 - see programs.py
    compiler._compile_charset(members, flags, charset)  # noqa: SLF001
    begun = [words[0], _FIXED - 1 + len(charset), compiler.SRE_INFO_CHARSET, *words[3:_FIXED]]
    return [*begun, *charset, *words[_FIXED:]]


def _of_each(parts: Iterable[Node]) -> Beginning:
    """Of parts that stand one behind the other."""
    members = list[Node]()
    for part in parts:
        found = _of(part)
        if found is None:
            return None
        members += found[0]
        if not found[1]:
            return members, False
    return members, True


def _of_any(choices: Iterable[Iterable[Node]]) -> Beginning:
    found = list(map(_of_each, choices))
    known = [one for one in found if one is not None]
    if len(known) < len(found):
        return None
    return [m for members, _ in known for m in members], any(empty for _, empty in known)


def _of(part: Node) -> Beginning:
    name, inner = str(part[0]), part[1]
    if name == "LITERAL":
        return [part], False
    if name == "IN":
        return (inner, False) if all(map(_is_narrow, inner)) else None
    if name == "BRANCH":
        return _of_any(inner[1])
    if name in WIDTHLESS:
        ahead = _of_each(inner[1]) if name == "ASSERT" and inner[0] > 0 else None
        return ahead or ([], True)
    if name == "ATOMIC_GROUP" or is_plain_group(part):
        return _of_each(inner if name == "ATOMIC_GROUP" else inner[-1])
    if name in REPEATS and (once := _of_each(inner[-1])):
        return once[0], once[1] or not inner[0]
    return None


def _is_narrow(member: Node) -> bool:
    """Whether a member of a set is of few characters; the mark of all others than these is not."""
    name, inner = str(member[0]), member[1]
    if name == "RANGE":
        return bool(inner[1] - inner[0] < _WIDEST)
    return name == "LITERAL" or str(inner) in ("CATEGORY_DIGIT", "CATEGORY_SPACE")
