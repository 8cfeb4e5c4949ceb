"""Lists of items that are numbered inside one paragraph: 一是…；二是…；三是…."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from linter.model import Document, Marker
from linter.outline.markers import BEHIND_DOT, number
from linter.regexes.late import regex

_DIGITS = "一二三四五六七八九十"
_CN = f"[{_DIGITS}]{{1,3}}"
_DOTTED = "1."
_INLINE = (
    ("一是", ("二是", "三是"), regex(rf"([{_DIGITS}][{_DIGITS}]{{0,2}})是")),
    ("（1）", ("(2)", "(3)"), regex(r"\((\d{1,2})\)")),
    ("（一）", ("(二)", "(三)"), regex(rf"\(({_CN})\)")),
    ("①", ("②", "③"), regex(r"([①-⑳])")),
    ("⑴", ("⑵", "⑶"), regex(r"([⑴-⒇])")),
    ("第一，", ("第二", "第三"), regex(rf"第({_CN})[，,、:](?!第?{_CN})")),
    ("其一", ("其二", "其三"), regex(rf"其({_CN})(?:[，,、:]|是)")),
    (
        _DOTTED,
        ("2.", "2、", "3.", "3、"),
        regex(rf"(\d\d?)[.、]{BEHIND_DOT}"),
    ),
)
"""Style, what must occur somewhere for a list of it to be possible, and its markers.

A search finds a single letter much sooner than one that may be repeated.
"""
_BOUNDARY = frozenset('。；;：:，,、！!？? \n“"(')
_BEFORE_FIGURE = regex(r"(?<=[。;\n])(\d\d?)\.(?=\d{1,4}[\u4e00-\u9fff])")
"""What may be a marker before a figure or a figure with decimals: 2.6个街道."""
_REFERENCES = regex(r"[、和及]?(?:\(|[①-⑳⑴-⒇])")
"""Behind a marker: another one, so that items are only referred to: (1)(2)(4)完成."""
_ANNOUNCES = frozenset("为即有括含下")
"""Before the first item of a list a word may stand that announces it: 具体为一是…；二是…."""


def inline_runs(document: Document) -> tuple[tuple[Marker, ...], ...]:
    """Items numbered inside one paragraph (一是…；二是…；三是…), each list as its markers.

    A list has two markers of a style or more, all in one block. A marker stands at the block's
    beginning or after punctuation, so that references (见（2）) are none.
    """
    runs: list[list[Marker]] = []
    for style, needed, pattern in _INLINE:
        if any(word in document.folded for word in needed):
            runs += _runs_of(document, style, pattern)
    listed = [tuple(run) for run in runs if _is_list(run)]
    return tuple(sorted(listed, key=lambda run: run[0].start))


def _runs_of(document: Document, style: str, pattern: re.Pattern[str]) -> list[list[Marker]]:
    starts = [block.start for block in document.blocks]
    runs: list[list[Marker]] = []
    opened: list[list[Marker]] = []
    home = -1
    for marker in _all_markers(document, style, pattern):
        block = bisect_right(starts, marker.start) - 1
        begins = not runs or (
            marker.value == 1
            and (
                [m.value for m in runs[-1]] != [1]
                or document.folded[max(0, marker.start - 1)] == ":"
            )
        )
        if block != home:
            opened = []
        if block != home or begins:
            opened.append([])
            runs.append(opened[-1])
        else:
            opened = _up_to(opened, marker.value)
        opened[-1].append(marker)
        home = block
    return runs


def _up_to(opened: list[list[Marker]], value: int) -> list[list[Marker]]:
    """The lists that are open at a number: those that nest in the one it goes on are closed."""
    for depth in range(len(opened), 0, -1):
        if opened[depth - 1][-1].value + 1 == value:
            return opened[:depth]
    return opened


def _all_markers(document: Document, style: str, pattern: re.Pattern[str]) -> Iterator[Marker]:
    """The markers of a style; such as stand before a figure only where one is missing else."""
    sure = list(_inline_markers(document, style, pattern))
    if style != _DOTTED:
        yield from sure
        return
    unsure = list(_inline_markers(document, style, _BEFORE_FIGURE))
    starts = [marker.start for marker in unsure]
    for marker, following in zip(sure, [*sure[1:], None], strict=False):
        yield marker
        if following is not None and following.value == marker.value + 2:
            low, high = (bisect_right(starts, at) for at in (marker.start, following.start))
            yield from [m for m in unsure[low:high] if m.value == marker.value + 1][:1]


def _inline_markers(document: Document, style: str, pattern: re.Pattern[str]) -> Iterator[Marker]:
    folded, text = document.folded, document.text
    for match in pattern.finditer(folded):
        start, end = match.span()
        value = number(match[1])
        before = folded[start - 1] if start else "\n"
        if _REFERENCES.match(folded, end):
            continue
        if value and (before in _BOUNDARY or (value == 1 and before in _ANNOUNCES)):
            yield Marker(style, value, text[start:end], start, end)


def _is_list(run: Sequence[Marker]) -> bool:
    if len(run) < 2:
        return False
    first, second = run[0].value, run[1].value
    return first == 1 or second in (first, first + 1)
