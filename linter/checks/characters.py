"""``characters``: characters as typed (half-width, odd spaces) that have no place in Chinese."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Annotated

from msgspec import Meta, field

from linter.binding.case import Case
from linter.binding.gathered import gathered
from linter.language.needs import Spec
from linter.model import Span, Status, Verdict
from linter.regexes.late import regex
from linter.regexes.programs import compiled

_MARKS = frozenset("，。、；：！？（）《》〈〉“”‘’【】〔〕…—")
_BLANKS = regex(
    r"[\u4e00-\u9fff](?:[ \u3000][\u4e00-\u9fff]){2,}(?![ \u3000:：(（])"
    r"|(?<=[\u4e00-\u9fff%])[ \u3000][，。；]"
)
"""考 核 办 法, and a blank before a mark; no 项 目 名 称：, 填 表 人（签字）."""
_FIGURE = frozenset("0123456789%％‰")

Character = Annotated[str, Meta(min_length=1, max_length=1)]


class Characters(Spec, frozen=True):
    """The characters, each with what should stand in its place; all are told as one finding."""

    instead: dict[Character, str] = field(default_factory=dict)
    """Between Chinese words or marks, one of which may be a figure, or behind them at an end."""
    final: dict[Character, str] = field(default_factory=dict)
    """Only behind Chinese words or a percentage at the end of a paragraph."""
    blanks: bool = False
    """Ordinary blanks instead: between single Chinese characters, and before a mark."""


SPEC = Characters


def check(rule_id: str, spec: Characters, case: Case) -> Iterator[Verdict]:
    """A failure at the first such character of the running text, else a pass."""
    if spec.blanks:
        yield _of_blanks(case)
        return
    wanted = compiled(f"[{re.escape(''.join({**spec.instead, **spec.final}))}]")
    text, folded = case.document.text, case.document.folded
    places = [
        Span(match.start(), match.end())
        for match in wanted.finditer(text)
        # what is hidden (comments, code) is blank in the folded text
        if (folded[match.start()] != " " or match[0].isspace())
        and _is_wrong(case, match.start(), match[0] in spec.instead)
    ]
    if not places:
        yield Verdict(Status.passed, case.document.path)
        return
    first = case.text(places[0].start, places[0].end)
    right = {**spec.final, **spec.instead}[first]
    yield gathered(case, places, {"mended": right}, right)


def _of_blanks(case: Case) -> Verdict:
    """In paragraphs with a full stop: on covers, in titles and signatures blanks spread words."""
    text = case.document.text
    places = [
        Span(*match.span())
        for match in _BLANKS.finditer(text)
        if case.is_prose(match.start()) and _is_sentence(case, match.start())
    ]
    if not places:
        return Verdict(Status.passed, case.document.path)
    right = "".join(case.text(places[0].start, places[0].end).split())
    return gathered(case, places, {"mended": right}, right)


def _is_sentence(case: Case, at: int) -> bool:
    block = case.document.block_at(at)
    return block is not None and "。" in case.document.text[at : block.end]


def _is_wrong(case: Case, at: int, inside: bool) -> bool:
    text = case.document.text
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    if not (_is_side(before) or _is_side(after) or before == "%"):
        return False
    block = case.document.block_at(at)
    if block is None or at == block.start or not case.is_prose(at):
        return False
    if at + 1 == block.end:
        return _is_side(before) or before == "%"
    sides = [_is_side(side) for side in (before, after)]
    figures = [side in _FIGURE for side in (before, after)]
    return inside and any(sides) and all(map(any, zip(sides, figures, strict=True)))


def _is_side(character: str) -> bool:
    """Whether a character is Chinese or a mark between Chinese words."""
    return "\u3400" <= character <= "\u9fff" or character in _MARKS
