"""What msgspec says of data that does not fit, told in Chinese, and where it stands."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from enum import Enum
from typing import Any

import msgspec
from msgspec import inspect

from linter.regexes.late import regex
from linter.rulebook.errors import did_you_mean

Key = str | int

_PATH = regex(r"\.(?P<name>[^.\[\]`]+)|\[(?P<index>\d+)\]|(?P<some>\[\.\.\.\])")
_COLON = regex(r"[\w.-]+([:：])(?!\s)")
_MAPPING = "一组“参数: 值”"
_WANTED = {
    "str": "文字", "int": "整数", "float": "数", "decimal": "数", "bool": "true 或 false",
    "array": "列表", "object": _MAPPING, "null": "空",
}  # fmt: skip
_FOUND = {
    "str": "文字", "int": "数字", "float": "数字", "bool": "真假值",
    "array": "列表", "object": _MAPPING, "null": "空",
}  # fmt: skip


def explain(
    message: str,
    data: Any,
    kind: Any,
    outer: Sequence[Key],
    literal: Callable[..., str | None],
) -> tuple[list[Key], str]:
    """The path of what is wrong, and why.

    ``data``, which is no ``kind``, stands at the path ``outer`` of the file; ``literal`` gives the
    word at a path of the file as it is written.
    """
    keys = _keys(message, data, kind)
    path = [*outer, *keys]
    what = message.partition(" - at ")[0]
    where = _type_at(inspect.type_info(kind), keys)
    if unknown := re.search(r"unknown field `(.+?)`", what):
        hint = _of_colon(unknown[1]) or did_you_mean(unknown[1], _parameters(where))
        return [*path, unknown[1]], f"没有名为 {unknown[1]} 的参数{hint}"
    if missing := re.search(r"missing required field `(.+?)`", what):
        return path, f"缺少参数 {missing[1]}"
    name = next((key for key in reversed(path) if isinstance(key, str)), "内容")
    return path, f"{name} {_fault(what, _choices(where), literal(*path))}"


def _fault(what: str, choices: Sequence[str], word: str | None) -> str:
    """What is wrong with a value, to be read after its name."""
    if choices and word is not None:
        return f"应为 {'、'.join(choices)} 之一，不是 {word}{did_you_mean(word, choices)}"
    if "Invalid decimal" in what:
        return f"应为数，这里是 {word}"
    if "of length" in what:
        return "不能为空"
    if "matching regex" in what:
        return "的写法不对" + (f"：{word}" if word is not None else "")
    types = re.fullmatch(r"Expected `(.+?)`, got `(.+?)`", what)
    return _mismatch(types[1].split(" | "), types[2], word) if types else what


def _mismatch(wanted: Sequence[str], found: str, word: str | None) -> str:
    told = f"应为{'或'.join(_WANTED.get(w, w) for w in wanted if w != 'null')}"
    told += f"，这里是{_FOUND.get(found, found)}"
    if "str" in wanted and found in {"int", "float", "bool"}:
        return f'{told} {word}，请加引号："{word}"'
    if "str" in wanted and found == "object":
        return f"{told}；以花括号开头的文字要加引号"
    if "object" in wanted and found == "str" and word is not None:
        return told + _of_colon(word)
    if "array" in wanted and found == "str":
        return f"{told}；只有一项也要放在方括号里：[{word}]"
    return told


def _of_colon(word: str) -> str:
    """A hint, where the colon in a word was meant to stand behind a parameter's name."""
    match = _COLON.match(word)
    if match is None:
        return ""
    return "；冒号后面要空一格" if match[1] == ":" else "；冒号要用半角的，后面空一格"


def _keys(message: str, data: Any, kind: Any) -> list[Key]:
    """The path that msgspec gives; where it only says ``[...]``, the key that is to blame."""
    keys: list[Key] = []
    for step in _PATH.finditer(message.rpartition(" - at ")[2]):
        if step["name"]:
            keys.append(step["name"])
        elif step["index"]:
            keys.append(int(step["index"]))
        else:
            mapping = _at(data, keys)
            keys.append(next(k for k in mapping if _fails_alone(k, keys, message, data, kind)))
    return keys


def _fails_alone(key: str, keys: Sequence[Key], message: str, data: Any, kind: Any) -> bool:
    """Whether the mapping at ``keys`` fails in the same way with this key alone."""
    alone = _replaced(data, keys, {key: _at(data, keys)[key]})
    try:
        msgspec.convert(alone, kind)
    except msgspec.ValidationError as error:
        return str(error) == message
    return False


def _at(data: Any, keys: Sequence[Key]) -> Any:
    for key in keys:
        data = data[key]
    return data


def _replaced(data: Any, keys: Sequence[Key], value: Any) -> Any:
    if not keys:
        return value
    inner = _replaced(data[keys[0]], keys[1:], value)
    if isinstance(data, dict):
        return {**data, keys[0]: inner}
    return [inner if index == keys[0] else item for index, item in enumerate(data)]


def _type_at(info: Any, keys: Sequence[Key]) -> Any:
    for key in keys:
        for option in info.types if isinstance(info, inspect.UnionType) else [info]:
            inner = _inside(option, key)
            if inner is not None:
                break
        else:
            return None
        info = inner
    return info


def _inside(info: Any, key: Key) -> Any:
    match info:
        case inspect.StructType():
            return next((f.type for f in info.fields if f.encode_name == key), None)
        case inspect.DictType():
            return info.value_type
        case inspect.VarTupleType() | inspect.ListType():
            return info.item_type
        case _:
            return None


def _parameters(info: Any) -> list[str]:
    options = info.types if isinstance(info, inspect.UnionType) else [info]
    found = (o.fields for o in options if isinstance(o, inspect.StructType))
    return [field.encode_name for fields in found for field in fields]


def _choices(info: Any) -> list[str]:
    """The words among which a parameter chooses."""
    match info:
        case inspect.UnionType():
            return [word for option in info.types for word in _choices(option)]
        case inspect.EnumType():
            members: type[Enum] = info.cls
            return [str(member.value) for member in members]
        case inspect.LiteralType():
            return [str(value) for value in info.values]
        case _:
            return []
