"""Numbers that head a line (一、 （一） 1. ⑴ 第一， 一是 1.1 …) or an item inside a paragraph.

Read from folded text, so that half- and full-width forms are one style. What only looks like one
(1.5万元, 2018年度, 一方面, 第一季度) is none. What may be one or not (一、二级公路) is **weak**: it
counts only where it goes on a numbering.
"""

from __future__ import annotations

import re

from msgspec import Struct

from linter.model import Marker
from linter.regexes.late import regex

_DIGITS = "一二三四五六七八九"
NUMERALS = {d: n for n, d in enumerate(_DIGITS, 1)} | {
    (_DIGITS[t - 1] if t > 1 else "") + "十" + (_DIGITS[u - 1] if u else ""): t * 10 + u
    for t in range(1, 10)
    for u in range(10)
}
"""Chinese numerals up to 九十九."""

_CN = "[一二三四五六七八九十]{1,3}"
_WORDS = "任务|目标|指标|问题|建议|措施|经验|项目"
BEHIND_DOT = r"(?=(?:19|20)\d\d年|\d{1,2}月\d|[^\d.]|$)"
"""Behind the dot of an item's number: no decimal, but maybe a year or a month (6.11月30日前)."""
_MARKER = regex(
    rf"(?P<one>{_CN}) ?[、.]"
    rf"|\( ?(?P<bracket>{_CN}) ?\)[、.]?"
    r"|(?P<multi>\d{1,2}(?:\.\d{1,2}){1,6})(?![\d.]|年|月\d)[、.]?"
    rf"|(?P<dot>\d{{1,2}}) ?\.{BEHIND_DOT}"
    r"|(?P<pause>\d{1,2}) ?、"
    r"|\( ?(?P<round>\d{1,2}) ?\)[、.]?"
    r"|(?P<half>\d{1,2}) ?\)"
    r"|(?P<circle>[①-⑳㉑-㉟㊱-㊿])[、.]?"
    r"|(?P<small>[⑴-⒇])[、.]?"
    r"|(?P<printed>[⒈-⒛])"
    r"|(?P<closed>[㈠-㈩])[、.]?"
    rf"|第 ?(?P<part>(?P<nth>{_CN}|\d{{1,2}}) ?(?P<kind>章|部分|节|篇))(?![为是的中里])[、，,:. ]?"
    rf"|第(?P<ordinal>{_CN})[，,、:]"
    rf"|(?P<item>{_CN})是"
    rf"|其(?P<among>{_CN})(?:[，,、:]|是)"
    rf"|(?P<named>(?P<word>{_WORDS}) ?(?P<number>\d{{1,2}}|{_CN}))[:、.]"
    r"|篇 ?(?P<essay>\d{1,2})(?= |$)"
)
_FIRST = frozenset("一二三四五六七八九十(第其篇任目指问建措经项0123456789") | {
    chr(code)
    for low, high in ((0x2460, 0x249B), (0x3220, 0x3229), (0x3251, 0x325F), (0x32B1, 0x32BF))
    for code in range(low, high + 1)
}
STYLES = {
    "one": "一、", "bracket": "（一）", "dot": "1.", "pause": "1、", "round": "（1）", "half": "1)",
    "circle": "①", "small": "⑴", "printed": "1.", "closed": "（一）", "ordinal": "第一，",
    "item": "一是", "among": "其一", "essay": "篇1",
}  # fmt: skip
KIN = {"1.": "1、", "1、": "1.", "（1）": "1)", "1)": "（1）"}
"""Styles that people mix in one list (1. 2、 3.)."""

_SIGNS = ((0x32B1, 36), (0x3251, 21), (0x3220, 1), (0x2488, 1), (0x2474, 1), (0x2460, 1))
"""First code of each run of signs that hold a number (㊱ ㉑ ㈠ ⒈ ⑴ ①), and its value."""

_ENUMERATED = frozenset("、级季类期产线档等层批次年月日号楼标组班区栋队轮科片段和至及")
"""After 一、二 or 1、2: the two belong together (一、二级公路; 一、二标段; 1、2号楼)."""

_REFERRED = regex(r"[、和至及与~-] ?\(|所述|项(?:所|规|内|中|条)|款|[至~-]")
_UNIT = regex(
    r"[万亿元%‰倍折吨斤亩天]|个百分|百分点|平方|立方|公里|公斤|公顷|千[克米瓦元]|小时|米(?!线|业|粉)"
    r"|分(?![析配解类项布工期年级])|成(?![本效果立员就])|年(?![度初末终])|[月日]|[,，。;；:、)~\-—]|$"
)
_BARE = regex(r"([1-9]\d?) +(?=[\u4e00-\u9fff])")
_NUMERAL = regex(_CN)
_NUMBER = regex(r"\d{1,2}")


class Mark(Struct, frozen=True, gc=False):
    """A marker found at the beginning of a line; ``prefix`` is 1.2 of 1.2.3."""

    style: str
    value: int
    start: int
    end: int
    weak: bool = False
    prefix: str = ""

    def written(self, text: str) -> Marker:
        """The marker as it stands in the text."""
        return Marker(self.style, self.value, text[self.start : self.end], self.start, self.end)


def mark_at(folded: str, start: int, end: int) -> Mark | None:
    """The marker with which ``folded[start:end]`` begins, if it begins with one."""
    if start >= end or folded[start] not in _FIRST:
        return None
    match = _MARKER.match(folded, start, end)
    if match is None:
        return None
    group = match.lastgroup or ""
    if group == "multi":
        return _multi(folded, match, end)
    if group == "part":
        style, value = f"第一{match['kind']}", number(match["nth"])
    elif group == "named":
        style, value = f"{match['word']}1：", number(match["number"])
    else:
        style, value = STYLES[group], number(match[group])
    if not value or (match.end() == end and group in ("dot", "pause", "round", "half", "item")):
        return None
    return Mark(style, value, start, match.end(), _is_weak(folded, group, value, match.end(), end))


def bare_mark(folded: str, start: int, end: int) -> Mark | None:
    """The number without a mark (5 结果应用) before a title that its format calls a heading."""
    match = _BARE.match(folded, start, end)
    return Mark("1 ", int(match[1]), start, match.end()) if match else None


def ordinal(style: str, value: int) -> str:
    """How a style writes a value: ``（一）``, 3 → （三）."""
    if style in ("①", "⑴"):
        return chr(ord(style) + value - 1) if value <= 20 else f"({value})"
    if "一" in style:
        chinese = next((word for word, n in NUMERALS.items() if n == value), str(value))
        return style.replace("一", chinese)
    return style.replace("1", str(value))


def _multi(folded: str, match: re.Match[str], end: int) -> Mark | None:
    """1.1 as a number of a heading: not a decimal with its unit, a date or a version."""
    parts = match["multi"].split(".")
    after = match.end()
    if any(part.startswith("0") for part in parts) or _UNIT.match(folded, after, end):
        return None
    value = int(parts[-1])
    apart = folded[after - 1] in "、." or folded[after] == " "
    style = ".".join("1" * len(parts))
    prefix = ".".join(parts[:-1])
    return Mark(style, value, match.start(), after, value > 1 and not apart, prefix)


def _is_weak(folded: str, group: str, value: int, at: int, end: int) -> bool:
    if group in ("one", "ordinal", "pause"):
        following = (_NUMBER if group == "pause" else _NUMERAL).match(folded, at, end)
        if following is None or number(following[0]) != value + 1:
            return False
        return following.end() == end or folded[following.end()] in _ENUMERATED
    closed = at - (folded[at - 1] in "、.")
    return group in ("round", "bracket") and bool(_REFERRED.match(folded, closed, end))


def number(written: str) -> int:
    """The value of digits, a Chinese numeral or ① and the like; 0 where it is none (一十二三)."""
    if written[0].isdecimal():
        return int(written)
    code = ord(written[0])
    low, first = next(((low, first) for low, first in _SIGNS if code >= low), (0, 0))
    if low and code < 0x3300:
        return code - low + first
    return NUMERALS.get(written, 0)
