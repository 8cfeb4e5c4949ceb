"""Why a text is no YAML: the slips that are common in rules in plain words, and where they are."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

from linter.regexes.late import regex

_QUOTED_ONLY = "@`%!&*|>"
"""What begins no text unless it stands in quotation marks."""
_CLOSING = {"[": "]", "{": "}"}
_WIDE = "，：；"
_KEY = regex(r"\s*(?:- +)*[^\s:：\"'{\[#-][^\s:：]*(?P<colon>：|:(?=\S))")
"""A line that begins with a name and a colon that is none for YAML."""
_WIDE_COMMA = regex(r"(，)\s*[\w-]+\s*$")
_COLON = regex(r":\s")
_DASH = regex(r"-[^\s-]")
_AMISS = ("expected key", "expected '-' indicator", "expected <block end>", "expected ','")
"""What a parser says where something stands that does not go on as what is before it."""
_SO_MANY = 40
"""How many lines before the place a quotation mark is looked for that was not closed."""


class _Place(NamedTuple):
    """A line and a column, from 0 on."""

    line: int
    column: int


class _Seen(NamedTuple):
    """What the parser saw: in which construct that began where it failed, why and where."""

    lines: list[str]
    construct: str
    begun: _Place | None
    problem: str
    place: _Place

    def at(self, place: _Place) -> str:
        """The character at a place; nothing where a line or the text ends."""
        return self.line(place.line)[place.column : place.column + 1]

    def line(self, number: int) -> str:
        """A line; an empty one past the end."""
        return self.lines[number] if 0 <= number < len(self.lines) else ""

    @property
    def before(self) -> str:
        """The character before the place."""
        return self.line(self.place.line)[: self.place.column][-1:]

    @property
    def amiss(self) -> bool:
        """Whether something stands there that does not go on as what is before it."""
        return any(words in self.problem for words in _AMISS)


_Fault = tuple[_Place, str]


def explained(text: str, error: Any) -> tuple[int, str]:
    """The line of a fault (0 where there is none), and in Chinese the column and what is wrong.

    ``error`` is the parser's, with marks.
    """
    mark, begun = error.problem_mark, error.context_mark
    if mark is None:
        return 0, f"YAML 写法有误：{error.problem}"
    seen = _Seen(
        text.splitlines(),
        error.context or "",
        _Place(begun.line, begun.column) if begun else None,
        error.problem or "",
        _Place(mark.line, mark.column),
    )
    found = next((fault for look in _LOOKS if (fault := look(seen))), None)
    place, words = found or (seen.place, f"YAML 写法有误：{seen.problem}")
    return place.line + 1, f"第 {place.column + 1} 列：{words}"


def _tab(seen: _Seen) -> _Fault | None:
    line = seen.line(seen.place.line)
    indentation = line[: len(line) - len(line.lstrip())]
    if "\t" in indentation:
        place = _Place(seen.place.line, indentation.index("\t"))
        return place, "缩进用了制表符（Tab），YAML 只能用空格"
    return (seen.place, "这里是制表符（Tab），请改成空格") if seen.at(seen.place) == "\t" else None


def _beginning(seen: _Seen) -> _Fault | None:
    """A text that begins with what means something else to YAML."""
    for place in (seen.place, seen.begun):
        if place and (sign := seen.at(place)) and sign in _QUOTED_ONLY:
            return place, f"以 {sign} 开头的文字要加引号"
    if seen.amiss and seen.before and seen.before in "]}":
        opening = "[" if seen.before == "]" else "{"
        if seen.at(seen.place) not in _CLOSING.values():
            return seen.place, f"以 {opening} 开头的文字要加引号"
    return None


def _colon(seen: _Seen) -> _Fault | None:
    """A colon that is full-width or has no blank behind it, in the line or the one before."""
    key = "simple key" in seen.construct and seen.begun
    if not key and "mapping values" not in seen.problem:
        return None
    numbers = [key.line] if key else [seen.place.line, seen.place.line - 1]
    for number in numbers:
        if match := _KEY.match(seen.line(number)):
            place = _Place(number, match.start("colon"))
            if match["colon"] == ":":
                return place, "冒号后面要空一格"
            return place, "冒号是全角的（：），要用半角的 : 并在后面空一格"
    return (key, "这一行没有写成“参数: 值”") if key else None


def _wide(seen: _Seen) -> _Fault | None:
    """A comma or a colon between brackets that is full-width."""
    if "flow" not in seen.construct:
        return None
    if (sign := seen.at(seen.place)) and sign in _WIDE:
        return seen.place, f"这里的 {sign} 是全角的，要用半角的"
    match = _WIDE_COMMA.search(seen.line(seen.place.line)[: seen.place.column])
    if match and seen.at(seen.place) == ":":
        return _Place(seen.place.line, match.start()), "这里的 ， 是全角的，要用半角的"
    return None


def _quote(seen: _Seen) -> _Fault | None:
    """Quotation marks that are not closed, or closed too early."""
    if "quoted scalar" in seen.construct and seen.begun:
        if "escape" in seen.problem:
            return seen.place, r"双引号里的 \ 要写成 \\，或者改用单引号"
        return seen.begun, "引号没有收尾"
    if not seen.amiss or not seen.before or seen.before not in "\"'":
        return None
    last = seen.place.line
    for number in range(last, max(-1, last - _SO_MANY), -1):
        line = seen.line(number)
        if line.count(seen.before) % 2:
            return _Place(number, line.index(seen.before)), "这一行的引号没有成对"
    return seen.place, "引号后面还有文字：整个值都要放在引号里，里面的引号用“”"


def _bracket(seen: _Seen) -> _Fault | None:
    """Brackets that are not closed, or closed twice."""
    sign = seen.at(seen.place)
    if "flow node" in seen.construct:
        return seen.place, "多了一个逗号" if sign == "," else "前面的括号没有收尾"
    if "flow" in seen.construct and seen.begun:
        opening = seen.at(seen.begun)
        closing = _CLOSING.get(opening, "]")
        if seen.begun.line != seen.place.line:
            return seen.begun, f"{opening} 没有收尾，缺 {closing}"
        return seen.place, f"前面缺逗号，或缺 {closing}"
    if sign and sign in _CLOSING.values():
        return seen.place, f"多了一个 {sign}"
    return None


def _level(seen: _Seen) -> _Fault | None:
    """Lines that do not begin where they should, and more than one document."""
    if "another document" in seen.problem:
        return seen.place, "一个文件里不能用 --- 分成几份"
    if "mapping values" in seen.problem:
        if _COLON.search(seen.line(seen.place.line)[: seen.place.column]):
            return seen.place, "值里又有冒号，整个值要加引号"
        return seen.place, "缩进不对：这一行比上一行多缩进了"
    if not seen.amiss:
        return None
    if _DASH.match(seen.line(seen.place.line), seen.place.column):
        return seen.place, "横线（-）后面要空一格"
    return seen.place, "缩进不对：同一级的各项要左边对齐"


_LOOKS: tuple[Callable[[_Seen], _Fault | None], ...] = (
    _tab,
    _beginning,
    _colon,
    _wide,
    _quote,
    _bracket,
    _level,
)
"""The surest first."""
