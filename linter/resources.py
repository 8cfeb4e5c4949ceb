"""Where rules and grammars lie: inside the installed package, or beside it in a checkout."""

from __future__ import annotations

from functools import cache
from pathlib import Path

_PACKAGE = Path(__file__).parent


@cache
def folder(name: str) -> Path:
    """The folder ``rules`` or ``grammars``."""
    inside = _PACKAGE / name
    return inside if inside.is_dir() else _PACKAGE.parent / name


@cache
def grammar(name: str) -> str:
    """The text of ``grammars/<name>.lark``."""
    return (folder("grammars") / f"{name}.lark").read_text("utf-8")
