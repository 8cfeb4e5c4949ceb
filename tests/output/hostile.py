"""Seasons with any text in every field: what no report, path or list should be able to break."""

from __future__ import annotations

import types
from collections.abc import Sequence
from enum import Enum
from typing import Any, Union, get_args, get_origin, get_type_hints

import msgspec
from hypothesis import strategies as st

from linter.season import Season

WORDS = (
    "=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", "\t=1", "\r=1", "＝1", "http://a.example/x",
    "mailto:a@b", "internal:'x'!A1", "external:c.xlsx", "file://host/share", "../../a", "C:/a",
    "\\\\host\\share", "<script>alert(1)</script>", '"><img src=x onerror=a>', "]]>", "&amp;&",
    "_x0041_", "_x000D_", "\x00\x01\x1b[31m", "\u202e逆\u2066", "\ud800", "\udcff", "\ufffe\uffff",
    "'", "''", "History", "CON", "nul.txt", "a" * 300, "长" * 300, "😀" * 40, "x\ny\r\nz", "[]:*?/\\",
    "{=A1}", "1e9", "007", "2024-02-30", "≥120场", "95%", "—", "", " ", "%41%", "％", "#REF!", "不采纳",
)  # fmt: skip
TEXTS = st.sampled_from(WORDS) | st.text(st.characters(), max_size=30)


def of(kind: Any) -> st.SearchStrategy[Any]:
    """Values of a type that is made of Structs, tuples, lists, texts and numbers."""
    origin, inside = get_origin(kind), get_args(kind)
    if kind is str:
        return TEXTS
    if origin in (Union, types.UnionType):
        return st.one_of([of(part) for part in inside])
    if origin is Sequence or (origin is tuple and inside[1:] == (...,)):
        return st.lists(of(inside[0]), max_size=2).map(tuple)
    if origin is tuple:
        return st.tuples(*map(of, inside))
    if origin is list:
        return st.lists(of(inside[0]), max_size=2)
    if isinstance(kind, type) and issubclass(kind, Enum):
        return st.sampled_from(kind)
    if isinstance(kind, type) and issubclass(kind, msgspec.Struct):
        hints = get_type_hints(kind)
        fields = {name: of(hints[name]) for name in kind.__struct_fields__}
        return st.builds(kind, **fields)
    known = {int: st.integers(0, 10**6), bool: st.booleans(), types.NoneType: st.none()}
    return known[kind] if kind in known else st.floats(allow_nan=False, width=32)


SEASONS = of(Season).filter(lambda s: len({entry.path for entry in s.entries}) == len(s.entries))
"""Their entries have paths of their own, as those of an audit do."""
