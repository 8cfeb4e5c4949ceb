"""Every kind of check and every parameter is described, in Chinese, and nothing that is not there."""

from __future__ import annotations

import re
from typing import Any

import msgspec
import pytest
from msgspec import inspect

from linter import checks, rulebook
from linter.rulebook.descriptions import descriptions
from linter.rulebook.rule import Header

TOLD = descriptions()
KINDS = checks.kinds()
SCHEMA = rulebook.schema()
CHINESE = re.compile(r"[\u4e00-\u9fff]")


def named(struct: type[msgspec.Struct]) -> list[str]:
    """The parameters of a type as YAML has them."""
    return sorted(field.encode_name for field in msgspec.structs.fields(struct))


def inside(info: Any) -> list[Any]:
    """The types in a type: of a list's items, a mapping's values, a choice."""
    found = [getattr(info, name, None) for name in ("type", "item_type", "value_type", "key_type")]
    found += [*getattr(info, "types", ()), *getattr(info, "item_types", ())]
    if isinstance(info, inspect.StructType):
        found += [field.type for field in info.fields]
    return [each for each in found if isinstance(each, inspect.Type)]


def parts() -> dict[str, Any]:
    """The types that stand in a rule's fields and in parameters, by name."""
    found: dict[str, Any] = {}
    left = [field.type for spec in (Header, *(k.spec for k in KINDS.values()))
            for field in inspect.type_info(spec).fields]  # fmt: skip
    while left:
        info = left.pop()
        if isinstance(info, inspect.StructType | inspect.EnumType):
            if info.cls.__name__ in found:
                continue
            found[info.cls.__name__] = info
        left += inside(info)
    return found


def choices(info: Any) -> list[str]:
    """The words among which a parameter chooses, itself or its items."""
    own = [str(value) for value in info.values] if isinstance(info, inspect.LiteralType) else []
    return own + [word for each in inside(info) for word in choices(each)
                  if not isinstance(each, inspect.StructType)]  # fmt: skip


def test_the_fields_of_a_rule() -> None:
    assert sorted(TOLD.header) == named(Header)


def test_the_kinds() -> None:
    assert list(TOLD.kinds) == list(KINDS)


@pytest.mark.parametrize("kind", KINDS)
def test_the_parameters_of_a_kind(kind: str) -> None:
    assert sorted(TOLD.kinds[kind].parameters) == named(KINDS[kind].spec)


def test_the_parts_of_parameters() -> None:
    there = parts()
    assert TOLD.parts.keys() == there.keys()
    for name, part in TOLD.parts.items():
        fields = getattr(there[name], "fields", ())
        assert sorted(part.parameters) == sorted(field.encode_name for field in fields), name


def test_words_to_choose_are_found() -> None:
    fields = {f.encode_name: f.type for f in inspect.type_info(KINDS["cells"].spec).fields}
    assert sorted(choices(fields["cells"])) == ["blank", "empty", "figure", "filled", "unsaid"]
    assert sorted(choices(fields["direction"])) == ["above", "even", "under"]


def test_every_word_to_choose_is_told() -> None:
    """Severities apart, which are told of their type."""
    structs = {name: inspect.type_info(kind.spec) for name, kind in KINDS.items()}
    told = {name: kind.parameters for name, kind in TOLD.kinds.items()}
    structs |= {name: info for name, info in parts().items() if name in TOLD.parts}
    told |= {name: part.parameters for name, part in TOLD.parts.items()}
    lacking = [
        (name, field.encode_name, word)
        for name, info in structs.items()
        for field in getattr(info, "fields", ())
        for word in choices(field.type)
        if word not in told[name][field.encode_name]
    ]
    assert lacking == []


def test_sentences_are_chinese_and_short() -> None:
    for name, kind in TOLD.kinds.items():
        assert CHINESE.search(kind.checks), name
        assert kind.checks.endswith("。"), name
        assert len(kind.checks) <= 60, name
        for parameter, words in kind.parameters.items():
            assert CHINESE.search(words), (name, parameter)
            assert not words.endswith("。"), (name, parameter)


def descriptions_in(node: Any) -> list[str]:
    if isinstance(node, list):
        return [text for each in node for text in descriptions_in(each)]
    if not isinstance(node, dict):
        return []
    own = [node["description"]] if isinstance(node.get("description"), str) else []
    return own + [text for value in node.values() for text in descriptions_in(value)]


def test_the_schema_says_them_and_nothing_in_english() -> None:
    assert [text for text in descriptions_in(SCHEMA) if not CHINESE.search(text)] == []
    rule = SCHEMA["items"]["properties"]
    assert rule["text"]["description"] == TOLD.kinds["text"].checks
    assert rule["severity"]["description"] == TOLD.header["severity"]
    forbid = SCHEMA["$defs"]["Text"]["properties"]["forbid"]
    assert forbid["description"] == TOLD.kinds["text"].parameters["forbid"]
    assert SCHEMA["$defs"]["Role"]["properties"]["cue"]["description"]
