"""The JSON Schema of rule files, made from the types that read them, described in Chinese."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import msgspec

from linter import checks, schemas
from linter.rulebook.rule import Header

_RULE = "一条规则：下列各项，和一种检查及其参数。"


def schema() -> dict[str, Any]:
    """The schema (2020-12) of a rule file: a list of rules, each of exactly one check kind."""
    from linter.rulebook.descriptions import descriptions

    kinds = {name: kind.spec for name, kind in checks.kinds().items()}
    types = [Header, *kinds.values()]
    shapes, definitions = msgspec.json.schema_components(types, ref_template="#/$defs/{name}")
    told = descriptions()
    of_kinds: dict[str, dict[str, Any]] = dict(zip(kinds, shapes[1:], strict=True))
    for name, shape in of_kinds.items():
        kind = told.kinds[name]
        _describe(definitions[shape["$ref"].rpartition("/")[2]], kind.checks, kind.parameters)
    for name, part in told.parts.items():
        _describe(definitions[name], part.what, part.parameters)
    rule = definitions.pop("Header")
    _describe(rule, _RULE, told.header)
    rule["title"] = "规则"
    rule["properties"] |= {
        name: shape | {"description": told.kinds[name].checks} for name, shape in of_kinds.items()
    }
    rule["oneOf"] = [{"required": [name]} for name in kinds]
    whole = {
        "$schema": schemas.DIALECT,
        "title": "jixiao 规则文件",
        "type": "array",
        "items": rule,
        "$defs": definitions,
    }
    return schemas.plain(whole)


def _describe(definition: dict[str, Any], what: str, parameters: Mapping[str, str]) -> None:
    """Says of a type what it is, and of each of its properties."""
    definition["description"] = what
    for name, told in parameters.items():
        definition["properties"][name]["description"] = told
