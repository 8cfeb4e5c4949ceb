"""How many corruptions of the marked reports are caught, and what is told of the clean texts."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from multiprocessing import get_context
from pathlib import Path

from msgspec import Struct, field
from msgspec.structs import replace

from linter.rulebook import Rulebook
from linter.rulebook import load as load_rules
from tests.benchmarks.accuracy.corruptions import (
    Corruption,
    MarkedReport,
    corruptions,
    is_equivalent,
    load,
)
from tests.benchmarks.accuracy.findings import Found, found, is_caught
from tests.benchmarks.accuracy.marks import excerpts, plain

PROCESSES = 2
A_CLASS = 6
"""To how many corruptions of each class in each report the tests keep, for the sake of minutes."""


class Miss(Struct, frozen=True):
    """A corruption that was not caught, with the lines of its claim."""

    id: str
    claim: str
    """The report's name and the claim's."""
    excerpts: tuple[str, ...]


class Recall(Struct):
    """Counts by class (equivalent corruptions left out) and, of the clean texts, by severity."""

    made: Counter[str] = field(default_factory=Counter)
    caught: Counter[str] = field(default_factory=Counter)
    equivalent: int = 0
    characters: int = 0
    """Of the clean texts."""
    false: Counter[str] = field(default_factory=Counter)
    missed: dict[str, list[Miss]] = field(default_factory=dict)
    """By class; empty where details were not asked for."""
    alarms: list[str] = field(default_factory=list)
    """False alarms for people to read; empty where details were not asked for."""

    @property
    def share(self) -> float:
        """Caught corruptions of all."""
        return self.caught.total() / max(1, self.made.total())

    def a_thousand(self, severity: str) -> float:
        """False alarms of a severity in a thousand characters."""
        return 1000 * self.false[severity] / max(1, self.characters)

    def add(self, other: Recall) -> None:
        """Take in another's counts."""
        for name in ("made", "caught", "false"):
            getattr(self, name).update(getattr(other, name))
        self.equivalent += other.equivalent
        self.characters += other.characters
        for cls, misses in other.missed.items():
            self.missed.setdefault(cls, []).extend(misses)
        self.alarms += other.alarms


def measure(
    paths: Sequence[Path], *, details: bool = False, rules: bool = True, a_class: int | None = None
) -> Recall:
    """Lint the marked reports and their corruptions, with every rule off where not ``rules``.

    Of each class in each report ``a_class`` corruptions are made, or all. Without ``details``
    nothing of any text is kept: what comes back are counts.
    """
    recall = Recall()
    work = partial(_measure_with_shipped, details=details, rules=rules, a_class=a_class)
    with ProcessPoolExecutor(PROCESSES, mp_context=get_context("spawn")) as pool:
        for part in pool.map(work, paths):
            recall.add(part)
    return recall


def measure_clean(paths: Sequence[Path], book: Rulebook) -> Recall:
    """What is told of the marked reports as they stand, none corrupted; nothing of them is kept."""
    recall = Recall()
    for path in paths:
        _clean(recall, load(path), book, details=False)
    return recall


def measure_one(
    path: Path, book: Rulebook, *, details: bool = False, a_class: int | None = None
) -> Recall:
    """The same of one report with the rules of a book, in this process."""
    report, recall = load(path), Recall()
    clean = _clean(recall, report, book, details=details)
    for corruption in some(corruptions(report), a_class):
        if is_equivalent(report, corruption):
            recall.equivalent += 1
            continue
        recall.made[corruption.cls] += 1
        if is_caught(corruption, found(report.file, corruption.text, book), clean):
            recall.caught[corruption.cls] += 1
        elif details:
            recall.missed.setdefault(corruption.cls, []).append(_miss(report, corruption))
    return recall


def some(every: Iterable[Corruption], a_class: int | None) -> Iterator[Corruption]:
    """At most so many of each class, spread evenly over all of it; every one for ``None``."""
    by_class: dict[str, list[Corruption]] = {}
    for corruption in every:
        by_class.setdefault(corruption.cls, []).append(corruption)
    for made in by_class.values():
        count = min(len(made), a_class or len(made))
        yield from (made[n * len(made) // count] for n in range(count))


def _measure_with_shipped(path: Path, *, details: bool, rules: bool, a_class: int | None) -> Recall:
    book = load_rules()
    book = book if rules else replace(book, rules=())
    return measure_one(path, book, details=details, a_class=a_class)


def _clean(recall: Recall, report: MarkedReport, book: Rulebook, *, details: bool) -> list[Found]:
    """Findings on the clean text, counted where the report does not allow them."""
    text = plain(report.marked)
    findings = found(report.file, text, book)
    false = [finding for finding in findings if not _is_allowed(finding, report.allow)]
    recall.characters += len(text)
    recall.false.update(finding.severity for finding in false)
    if details:
        recall.alarms += [_told(report, text, finding) for finding in false]
    return findings


def _is_allowed(finding: Found, allow: Iterable[str]) -> bool:
    return any(re.search(pattern, part) for pattern in allow for part in finding.key)


def _miss(report: MarkedReport, corruption: Corruption) -> Miss:
    lines = excerpts(corruption.marked, corruption.claim)
    return Miss(corruption.id, f"{report.name} {corruption.claim}", tuple(lines))


def _told(report: MarkedReport, text: str, finding: Found) -> str:
    line = text.count("\n", 0, finding.spans[0][0]) + 1
    words = f"{finding.severity} {finding.rule} {finding.quote}: {finding.message}"
    return f"{report.file}:{line} {words}"
