"""The case before the rules: one document with outline, facts, profile and compiled language."""

from __future__ import annotations

import itertools
import re
import sys
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property
from typing import Any, Literal, TypeVar

from msgspec import Struct, field

from linter.facts.codes import Codes, masked
from linter.facts.facts import Facts
from linter.facts.score import Score, scores
from linter.language.compiled import Compiled
from linter.model import Block, Document, Outline, Section
from linter.outline.numbering import Irregularity
from linter.profile import Profile

T = TypeVar("T")
Scope = Literal["report", "prose", "titles"]
"""All of a report, what stands in no table, or headings only."""

_ATTACHED = ("附件", "附表", "附录")
_SPOKEN = ("一是", "其一", "第一，")
"""Styles of markers that begin a point of a list, not a chapter."""

_FEWEST_CHAPTERS = 3
"""How many of the profile's chapters a whole report has."""
_PAIR = 2


class Case(Struct, frozen=True, dict=True):
    """All that a check may look at."""

    document: Document
    outline: Outline
    irregularities: tuple[Irregularity, ...]
    facts: Facts
    profile: Profile
    recognised: bool
    """Whether the profile was recognised or asked for, not the common one."""
    compiled: Compiled
    codes: Codes
    asked: bool = False
    """Whether the profile was asked for: what it says of marks binds only then."""
    settled: frozenset[int] = frozenset()
    """Where figures begin that other rules have computed anew, or have told; what is left is for
    the rules that ask about it (``misfit``)."""
    doubted: frozenset[int] = frozenset()
    """Where those of them begin of which something is told: one of them may be wrong."""
    made: dict[Callable[[Case], Any], Any] = field(default_factory=dict)
    """What ``once`` has made; it may not depend on what is settled."""

    def once(self, make: Callable[[Case], T]) -> T:
        """What a function makes of the case, made when it is first asked for."""
        if make not in self.made:
            self.made[make] = make(self)
        made: T = self.made[make]
        return made

    @cached_property
    def masked(self) -> str:
        """The text with figures masked, on which patterns run."""
        return masked(self.facts.text, self.facts.figures, self.codes)

    @cached_property
    def scores(self) -> list[Score]:
        """The scores printed outside tables."""
        return scores(self.facts)

    @cached_property
    def chapters(self) -> dict[str, list[Section]]:
        """The sections of each chapter of the profile, by its id."""
        found: dict[str, list[Section]] = {}
        for section in self.outline.sections:
            if (
                self.is_attached(section)
                or section.inline
                or (section.marker and section.marker.style in _SPOKEN)
            ):
                continue
            for key in self.profile.chapter_of(section):
                found.setdefault(key, []).append(section)
        return found

    @property
    def is_whole(self) -> bool:
        """Whether this is a whole report, not an extract: what it lacks is nowhere else."""
        return len(self.chapters) >= _FEWEST_CHAPTERS

    def is_attached(self, section: Section | None) -> bool:
        """Whether a section is the list of attachments, or stands in it."""
        return any(part.title.startswith(_ATTACHED) for part in self.outline.path(section))

    def has_text(self, section: Section) -> bool:
        """Whether anything stands below a heading but more headings."""
        below = itertools.takewhile(
            lambda s: s.start < section.end, self.outline.sections[section.index + 1 :]
        )
        headings = [section, *below]
        ends = [*(heading.start for heading in headings[1:]), section.end]
        return any(
            self.document.folded[heading.title_end : end].strip()
            for heading, end in zip(headings, ends, strict=True)
        )

    def heads(self, section: Section) -> bool:
        """Whether a section's line is a title, not a point (一是, 目标1：) or an item of a list."""
        if section.inline or self.is_attached(section):
            return False
        style = section.marker.style if section.marker else ""
        if style in _SPOKEN or style.endswith("："):
            return False
        return bool(self.document.folded[section.title_end : section.end].strip())

    def is_in(self, scope: Scope, offset: int) -> bool:
        """Whether an offset lies in a part of the report; what is hidden is in none."""
        match scope:
            case "report":
                return self.document.block_at(offset) is not None
            case "prose":
                return self.is_prose(offset)
            case "titles":
                section = self.outline.at(offset)
                return section is not None and offset < section.title_end

    @cached_property
    def prose(self) -> list[Block]:
        """The paragraphs and headings of running text, in order."""
        return [
            block
            for block in self.document.blocks
            if block.kind != "cell" and not self.facts.in_table(block.start)
        ]

    def is_prose(self, offset: int) -> bool:
        """Whether an offset lies in running text: in no table, and not in what is hidden."""
        block = self.document.block_at(offset)
        return block is not None and block.kind != "cell" and not self.facts.in_table(offset)

    def matches(
        self, source: str, low: int = 0, high: int = sys.maxsize, *, plain: bool = False
    ) -> Iterator[re.Match[str]]:
        """Where a pattern of the rules matches, in the masked text or (``plain``) as it is written.

        A pattern of whose words the report has none costs next to nothing.
        """
        text = self.facts.text if plain else self.masked
        if source in self._impossible:
            return iter(())
        return self.compiled.regex(source).finditer(text, low, high)

    def has(
        self, sources: Iterable[str], low: int = 0, high: int = sys.maxsize, *, plain: bool = False
    ) -> bool:
        """Whether any of some patterns matches in a stretch of the text."""
        return any(next(self.matches(s, low, high, plain=plain), None) for s in sources)

    @cached_property
    def _impossible(self) -> frozenset[str]:
        """The patterns of whose words the report lacks what a match needs."""
        words, patterns, by_word = self._words, self.compiled.patterns, self.compiled.by_word
        near = set(itertools.chain(*(by_word[word] for word in by_word.keys() & {"", *words})))
        may_match = {s for s in near if not any(map(words.isdisjoint, patterns[s].words))}
        return frozenset(patterns.keys() - may_match)

    @cached_property
    def _words(self) -> frozenset[str]:
        """The words of patterns that the report has.

        To look for each costs more than to see first which pairs of letters the report has.
        """
        text, heads, pairs = self.facts.text, self.compiled.heads, self.facts.commonness
        letters = [letter for letter in self.compiled.letters if letter in text]
        near = (word for head in (*letters, *(heads.keys() & pairs.keys())) for word in heads[head])
        return frozenset(w for w in near if len(w) <= _PAIR or (w[-2:] in pairs and w in text))

    def text(self, start: int, end: int) -> str:
        """The document's own words."""
        return self.document.text[start:end]
