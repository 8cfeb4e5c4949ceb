"""The JSON Schema of rule files agrees with what is read."""

from __future__ import annotations

import copy
import json
from typing import Any

import jsonschema
import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from linter import checks, resources, rulebook
from linter.rulebook import RulebookError
from linter.rulebook.building import read_rules
from linter.rulebook.files import File, read_files

(FILES,) = read_files(resources.folder("rules")).rules
RULES: list[dict[str, Any]] = [rule for file in FILES for rule in msgspec.yaml.decode(file.data)]
SCHEMA = rulebook.schema()
VALIDATOR = jsonschema.Draft202012Validator(SCHEMA)

SCALARS = st.sampled_from(["", "甲", "error", 3, 0.5, True, None, [], {}, ["甲"], {"甲": "乙"}])


def is_read(rules: object) -> bool:
    try:
        list(read_rules(File("own.yaml", json.dumps(rules).encode())))
    except RulebookError:
        return False
    return True


def test_the_schema_is_one() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    assert SCHEMA["$schema"].endswith("2020-12/schema")
    assert json.loads(json.dumps(SCHEMA)) == SCHEMA


def test_every_kind_is_in_it() -> None:
    assert set(checks.kinds()) <= set(SCHEMA["items"]["properties"])
    assert SCHEMA["items"]["oneOf"] == [{"required": [name]} for name in checks.kinds()]


def test_severities_are_words() -> None:
    severity = SCHEMA["$defs"]["Severity"]
    assert sorted(severity["enum"]) == ["error", "info", "warning"]


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_shipped_rules_are_accepted(file: File) -> None:
    VALIDATOR.validate(msgspec.yaml.decode(file.data))


def places(data: object, *at: str | int) -> list[tuple[str | int, ...]]:
    """The path of every value in nested data."""
    found = [at] if at else []
    if isinstance(data, dict):
        for key, value in data.items():
            found += places(value, *at, key)
    elif isinstance(data, list):
        for index, value in enumerate(data):
            found += places(value, *at, index)
    return found


@st.composite
def broken(draw: st.DrawFn) -> list[dict[str, Any]]:
    """A shipped rule with one to three values replaced, left out, renamed or added."""
    rule = copy.deepcopy(draw(st.sampled_from(RULES)))
    for _ in range(draw(st.integers(1, 3))):
        at = draw(st.sampled_from(places(rule)))
        holder: Any = rule
        for key in at[:-1]:
            holder = holder[key]
        match draw(st.sampled_from(["replace", "drop", "rename", "add"])):
            case "replace":
                holder[at[-1]] = copy.deepcopy(draw(SCALARS))
            case "drop":
                del holder[at[-1]]
            case "rename" if isinstance(holder, dict):
                holder[draw(st.sampled_from(["甲", "band", "text", "id"]))] = holder.pop(at[-1])
            case "add" if isinstance(holder, dict):
                holder[draw(st.sampled_from(["甲", "band", "near"]))] = copy.deepcopy(draw(SCALARS))
            case _:
                continue
        if not rule:
            break
    return [rule]


@settings(max_examples=400)
@given(broken())
def test_what_the_schema_accepts_is_what_is_read(rules: list[dict[str, Any]]) -> None:
    assert VALIDATOR.is_valid(rules) == is_read(rules)


@pytest.mark.parametrize("rules", [RULES[:1], {}, None, [3], ["甲"], [{}], [[]], []])
def test_lists_of_rules(rules: object) -> None:
    assert VALIDATOR.is_valid(rules) == is_read(rules)


def test_breaking_breaks() -> None:
    """The property above is worth something: both outcomes occur."""
    kept = copy.deepcopy(RULES[0])
    assert is_read([kept])
    assert VALIDATOR.is_valid([kept])
    del kept["why"]
    assert not is_read([kept])
    assert not VALIDATOR.is_valid([kept])
