"""YAML files as typed data, with the line of whatever is wrong in them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, TypeVar

import msgspec
import yaml

from linter.rulebook.errors import RulebookError, did_you_mean

T = TypeVar("T")
_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class Source:
    """One YAML text: its data, and the lines on which its nodes stand."""

    def __init__(self, text: str, path: str) -> None:
        self.path = path
        try:
            self._node = yaml.compose(text, _Loader)
            self.data: Any = yaml.load(text, _Loader)  # noqa: S506 - a safe loader
        except yaml.MarkedYAMLError as error:
            mark = error.problem_mark
            raise RulebookError(
                f"不是合法的 YAML：{error.problem}", path, mark.line + 1 if mark else 0
            ) from error
        except (yaml.YAMLError, ValueError, RecursionError) as error:
            raise RulebookError(f"不是合法的 YAML：{error}", path) from error

    def line(self, *keys: str | int) -> int:
        """The line of the node at a path of keys, or of the nearest one above it."""
        node = self._node
        line = node.start_mark.line + 1 if node else 1
        for key in keys:
            child = _child(node, key)
            if child is None:
                break
            key_node, node = child
            line = key_node.start_mark.line + 1
        return line

    def convert(self, data: Any, kind: type[T], *at: str | int) -> T:
        """``data``, which stands at the path ``at``, as ``kind``; raises ``RulebookError``."""
        try:
            return msgspec.convert(data, kind, strict=False)
        except msgspec.ValidationError as error:
            message = str(error)
            keys = list(_keys(message))
            raise self.refusal(_explain(message, data, kind, keys), *at, *keys) from error

    def refusal(self, message: str, *at: str | int) -> RulebookError:
        """An error at the line of a path of keys."""
        return RulebookError(message, self.path, self.line(*at))


def _child(node: Any, key: str | int) -> tuple[Any, Any] | None:
    if isinstance(node, yaml.SequenceNode) and isinstance(key, int):
        return (node.value[key], node.value[key]) if key < len(node.value) else None
    if isinstance(node, yaml.MappingNode):
        return next(((k, v) for k, v in node.value if k.value == str(key)), None)
    return None


def _keys(message: str) -> Iterator[str | int]:
    """The path that msgspec gives: ``at `$.roles[...].dim` ``."""
    path = re.search(r"`\$([^`]*)`", message.rpartition(" - at ")[2])
    for name, index in re.findall(r"\.([\w-]+)|\[(\d+|\.\.\.)\]", path[1] if path else ""):
        if name:
            yield name
        elif index.isdigit():
            yield int(index)
    unknown = re.search(r"unknown field `([^`]+)`", message)
    if unknown:
        yield unknown[1]


def _explain(message: str, data: Any, kind: Any, keys: list[str | int]) -> str:
    unknown = re.search(r"unknown field `([^`]+)`", message)
    if unknown:
        return f"没有名为 {unknown[1]} 的参数{did_you_mean(unknown[1], _field_names(kind))}"
    missing = re.search(r"missing required field `([^`]+)`", message)
    if missing:
        return f"缺少参数 {missing[1]}"
    where = ".".join(map(str, keys))
    return f"{where or '此处'}：{message.partition(' - at ')[0]}"


def _field_names(kind: Any, seen: frozenset[Any] = frozenset()) -> set[str]:
    """The names of all fields of a struct and of the structs inside it."""
    names: set[str] = set()
    if isinstance(kind, type) and issubclass(kind, msgspec.Struct) and kind not in seen:
        for field in msgspec.structs.fields(kind):
            names.add(field.encode_name)
            for inner in _inner_types(field.type):
                names |= _field_names(inner, seen | {kind})
    return names


def _inner_types(kind: Any) -> Iterator[Any]:
    yield kind
    for inner in getattr(kind, "__args__", ()):
        yield from _inner_types(inner)
