"""YAML files as typed data, with the line of whatever is wrong in them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, TypeVar

import msgspec

from linter.regexes.late import regex
from linter.rulebook.errors import RulebookError
from linter.rulebook.files import File

T = TypeVar("T")
Key = str | int

_TAG = "tag:yaml.org,2002:"
_NEVER = regex(r"(?!)")
_PLAIN = {
    "bool": regex(r"true|True|TRUE|false|False|FALSE"),
    "int": regex(r"[-+]?(?:0|[1-9]\d*)"),
    "float": regex(r"[-+]?(?:\d+\.\d*|\.\d+)(?:[eE][-+]?\d+)?"),
    "timestamp": _NEVER,
    "value": _NEVER,
}
"""What YAML 1.2 (and so an editor) takes for more than text: not no, off, 007 or 1:30."""


class Source:
    """One YAML file: its data, and the lines on which its nodes stand."""

    def __init__(self, file: File) -> None:
        """Raises ``RulebookError`` where the file is no YAML of one document."""
        import yaml

        self.path = file.path
        text = self._decoded(file.data)
        if odd := yaml.reader.Reader.NON_PRINTABLE.search(text):
            line = text.count("\n", 0, odd.start()) + 1
            raise RulebookError(f"有不能用的字符 U+{ord(odd[0]):04X}", self.path, line)
        loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)(text)
        try:
            self._node: Any = loader.get_single_node()
            self._settle(self._node, set())
            self.data: Any = loader.construct_document(self._node) if self._node else None
        except RulebookError:
            raise
        except yaml.MarkedYAMLError as error:
            from linter.rulebook.yaml_faults import explained

            line, message = explained(text, error)
            raise RulebookError(message, self.path, line) from error
        except (yaml.YAMLError, ValueError, RecursionError) as error:
            raise RulebookError(f"YAML 写法有误：{error}", self.path) from error
        finally:
            loader.dispose()

    def _decoded(self, data: bytes) -> str:
        try:
            return data.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            line = data.count(b"\n", 0, error.start) + 1
            raise RulebookError("不是 UTF-8 编码，请另存为 UTF-8", self.path, line) from error

    def _settle(self, node: Any, seen: set[int]) -> None:
        """Keys become text, words of YAML 1.1 alone too; a key that stands twice is refused."""
        if node is None or id(node) in seen:
            return
        seen.add(id(node))
        if node.id == "scalar":
            meant = _PLAIN.get(node.tag.removeprefix(_TAG))
            if meant and not meant.fullmatch(node.value):
                node.tag = f"{_TAG}str"
        elif node.id == "sequence":
            for item in node.value:
                self._settle(item, seen)
        else:
            self._settle_mapping(node, seen)

    def _settle_mapping(self, node: Any, seen: set[int]) -> None:
        lines: dict[str, int] = {}
        for key, value in node.value:
            line = key.start_mark.line + 1
            if key.id != "scalar":
                raise RulebookError("参数名应是文字", self.path, line)
            if key.value in lines:
                message = f"{key.value} 写了两次（第一次在第 {lines[key.value]} 行）"
                raise RulebookError(message, self.path, line)
            lines[key.value] = line
            if key.tag != f"{_TAG}merge":
                key.tag = f"{_TAG}str"
            self._settle(value, seen)

    def line(self, *keys: Key) -> int:
        """The line of the node at a path of keys, or of the nearest one above it."""
        node: Any = self._node
        line = node.start_mark.line + 1 if node else 1
        for key in keys:
            child = _child(node, key)
            if child is None:
                break
            key_node, node = child
            line = key_node.start_mark.line + 1
        return line

    def literal(self, *keys: Key) -> str | None:
        """The word at a path of keys as it is written, or nothing where there is no single word."""
        node = self._node
        for key in keys:
            child = _child(node, key)
            if child is None:
                return None
            node = child[1]
        return node.value if node is not None and node.id == "scalar" else None

    def convert(self, data: Any, kind: type[T], *at: Key) -> T:
        """``data``, which stands at the path ``at``, as ``kind``; raises ``RulebookError``."""
        try:
            return msgspec.convert(data, kind)
        except RecursionError as error:
            raise self.refusal("嵌套太深", *at) from error
        except msgspec.ValidationError as error:
            from linter.rulebook.explaining import explain

            keys, message = explain(str(error), data, kind, at, self.literal)
            raise self.refusal(message, *keys) from error

    def refusal(self, message: str, *at: Key) -> RulebookError:
        """An error at the line of a path of keys."""
        return RulebookError(message, self.path, self.line(*at))

    def at(self, *keys: Key) -> Any:
        """The data at a path of keys."""
        data = self.data
        for key in keys:
            data = data[key]
        return data


def words(data: Any, *at: Key) -> Iterator[tuple[tuple[Key, ...], str]]:
    """Every text in nested data with its path, names of parameters aside (but not ``@sets``)."""
    if isinstance(data, str):
        yield at, data
    elif isinstance(data, dict):
        for key, value in data.items():
            if key.startswith("@"):
                yield (*at, key), key
            yield from words(value, *at, key)
    elif isinstance(data, list):
        for index, value in enumerate(data):
            yield from words(value, *at, index)


def _child(node: Any, key: Key) -> tuple[Any, Any] | None:
    if node is None:
        return None
    if node.id == "sequence" and isinstance(key, int):
        return (node.value[key], node.value[key]) if key < len(node.value) else None
    if node.id == "mapping":
        return next(((k, v) for k, v in node.value if k.value == key), None)
    return None
