"""JSON Schemas of our types, the same under every Python."""

from __future__ import annotations

import inspect
from typing import Any

import msgspec

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def plain(schema: dict[str, Any]) -> dict[str, Any]:
    """A schema as JSON holds it, with descriptions unindented.

    They are docstrings, and these lose their indentation at compilation only since Python 3.13.
    """
    read: dict[str, Any] = msgspec.json.decode(msgspec.json.encode(schema))
    _unindent(read)
    return read


def _unindent(node: Any) -> None:
    if isinstance(node, dict):
        if isinstance(node.get("description"), str):
            node["description"] = inspect.cleandoc(node["description"])
        for value in node.values():
            _unindent(value)
    elif isinstance(node, list):
        for value in node:
            _unindent(value)
