"""JSON Schemas are the same under every Python."""

from __future__ import annotations

from typing import Any

from linter import schemas
from linter.output import season_json
from linter.rulebook import json_schema


def descriptions(node: Any) -> list[str]:
    if isinstance(node, dict):
        own = [node["description"]] if isinstance(node.get("description"), str) else []
        return own + [text for value in node.values() for text in descriptions(value)]
    return (
        [text for value in node for text in descriptions(value)] if isinstance(node, list) else []
    )


def test_descriptions_lose_the_indentation_of_docstrings() -> None:
    indented = {"$defs": {"A": {"description": "One.\n\n    Two.\n    Three."}}, "b": [1]}
    assert schemas.plain(indented) == {
        "$defs": {"A": {"description": "One.\n\nTwo.\nThree."}},
        "b": [1],
    }


def test_a_property_may_be_called_description() -> None:
    shape = {"properties": {"description": {"type": "string", "description": "a\n  b"}}}
    kept = {"properties": {"description": {"type": "string", "description": "a\nb"}}}
    assert schemas.plain(shape) == kept


def test_no_description_is_indented() -> None:
    told = descriptions(season_json.schema()) + descriptions(json_schema.schema())
    assert any("\n" in text for text in told)
    assert not any("\n    " in text for text in told)
