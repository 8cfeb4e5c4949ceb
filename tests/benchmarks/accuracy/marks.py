"""Marks in a report: ``⟦g1/cur|24194.8万元⟧`` is member ``cur`` of claim ``g1``.

A mark without text is a place: ``⟦s5/BEGIN⟧`` and ``⟦s5/END⟧`` enclose a chapter.
"""

from __future__ import annotations

import re
from collections import defaultdict

MARK = re.compile(r"⟦(?P<claim>[^/|⟧]+)/(?P<member>[^|⟧]+)(?:\|(?P<text>[^⟧]*))?⟧")

Spans = dict[tuple[str, str], list[tuple[int, int]]]
"""(claim, member) → start and end of each of its texts, in characters."""


def plain(marked: str) -> str:
    """The text without its marks."""
    return MARK.sub(lambda mark: mark["text"] or "", marked)


def spans(marked: str) -> Spans:
    """Where each member's texts stand in the plain text."""
    found: Spans = defaultdict(list)
    removed = 0
    for mark in MARK.finditer(marked):
        start, length = mark.start() - removed, len(mark["text"] or "")
        found[mark["claim"], mark["member"]].append((start, start + length))
        removed += len(mark[0]) - length
    return dict(found)


def spans_of_claim(marked: str, claim: str) -> list[tuple[int, int]]:
    """Where the members of one claim stand in the plain text."""
    return [span for (name, _), texts in spans(marked).items() if name == claim for span in texts]


def members(marked: str, claim: str) -> dict[str, str]:
    """The text of each member of a claim."""
    return {m["member"]: m["text"] or "" for m in MARK.finditer(marked) if m["claim"] == claim}


def excerpts(marked: str, claim: str) -> list[str]:
    """The lines of a claim for people to read, its members as ``【cur:24194.8万元】``."""

    def shown(mark: re.Match[str]) -> str:
        text = mark["text"] or ""
        return f"【{mark['member']}:{text}】" if mark["claim"] == claim else text

    lines = [MARK.sub(shown, line) for line in marked.split("\n") if f"⟦{claim}/" in line]
    return [line[max(0, line.find("【") - 70) : line.rfind("】") + 40] for line in lines]
