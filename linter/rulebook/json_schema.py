"""The JSON Schema of rule files, made from the types that read them."""

from __future__ import annotations

from typing import Any

import msgspec

from linter import checks, schemas
from linter.rulebook.rule import Header


def schema() -> dict[str, Any]:
    """The schema (2020-12) of a rule file: a list of rules, each of exactly one check kind."""
    kinds = {name: kind.spec for name, kind in checks.kinds().items()}
    types = [Header, *kinds.values()]
    shapes, definitions = msgspec.json.schema_components(types, ref_template="#/$defs/{name}")
    rule = definitions.pop("Header")
    rule["title"] = "规则"
    rule["properties"] |= dict(zip(kinds, shapes[1:], strict=True))
    rule["oneOf"] = [{"required": [name]} for name in kinds]
    whole = {
        "$schema": schemas.DIALECT,
        "title": "jixiao 规则文件",
        "type": "array",
        "items": rule,
        "$defs": definitions,
    }
    return schemas.plain(whole)
