"""Lints right claims and mutated ones, fifty a report, and counts what is found of each kind."""

from __future__ import annotations

import os
import random
from collections import Counter
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context

from msgspec import Struct, field

from linter.engine import lint
from linter.model import Finding, Report, Severity, Submission
from linter.reading import read
from linter.rulebook import Rulebook, load
from tests.generators.claims import (
    FIRST_LINE,
    PER_REPORT,
    Claim,
    Mutation,
    right_claims,
    small_report,
)

ALL = 100_000
_CHUNK = 5_000


class Outcome(Struct):
    """Counts by kind of claim, and what went wrong, for people to read."""

    claims: Counter[str] = field(default_factory=Counter)
    mutated: Counter[str] = field(default_factory=Counter)
    equivalent: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)
    warned: Counter[str] = field(default_factory=Counter)
    """Right claims with a warning."""
    errors: list[str] = field(default_factory=list)
    """Errors in reports of right claims."""
    missed: list[str] = field(default_factory=list)

    def add(self, other: Outcome) -> None:
        """Take in another's counts."""
        for name in ("claims", "mutated", "equivalent", "found", "warned"):
            getattr(self, name).update(getattr(other, name))
        self.errors += other.errors
        self.missed += other.missed


def measure(seed: int, n: int) -> Outcome:
    """Lint ``n`` right claims and one mutation of each."""
    book, outcome, rng = load(), Outcome(), random.Random(seed)
    for claims in _batches(right_claims(seed, n)):
        mutations = [claim.mutate(rng) for claim in claims]
        clean = linted(book, claims[0].year, [claim.text for claim in claims])
        wrong = linted(book, claims[0].year, [mutation.text for mutation in mutations])
        _count_right(outcome, claims, clean)
        _count_wrong(outcome, claims, mutations, new_findings(clean, wrong))
    return outcome


def measure_many(n: int = ALL) -> Outcome:
    """The same of as many claims, on all processors; the seeds are always the same."""
    outcome, seeds = Outcome(), range(100, 100 + n // _CHUNK)
    with ProcessPoolExecutor(os.cpu_count(), mp_context=get_context("spawn")) as pool:
        for part in pool.map(measure, seeds, [_CHUNK] * len(seeds)):
            outcome.add(part)
    return outcome


def linted(book: Rulebook, year: int, sentences: Sequence[str]) -> Report:
    """The report on a small report of these sentences."""
    data = small_report(year, sentences).encode()
    return lint(Submission((read("claims.txt", data, book.header_words),)), book)


def lines_of(report: Report, finding: Finding) -> set[int]:
    """The lines that a finding or one of its related places touches."""
    document = report.submission.documents[0]
    spans = [finding.span, *(related.span for related in finding.related)]
    return {
        line
        for span in spans
        for line in range(document.position(span.start)[0], document.position(span.end)[0] + 1)
    }


def grave(report: Report) -> list[Finding]:
    """Errors and warnings."""
    return [finding for finding in report.findings if finding.severity >= Severity.warning]


def new_findings(clean: Report, wrong: Report) -> set[int]:
    """The lines of errors and warnings that the clean text did not have."""
    known = {(finding.rule, finding.quote, finding.message) for finding in grave(clean)}
    return {
        line
        for finding in grave(wrong)
        if (finding.rule, finding.quote, finding.message) not in known
        for line in lines_of(wrong, finding)
    }


def _batches(claims: Iterator[Claim]) -> Iterator[list[Claim]]:
    batch: list[Claim] = []
    for claim in claims:
        batch.append(claim)
        if len(batch) == PER_REPORT:
            yield batch
            batch = []
    if batch:
        yield batch


def _count_right(outcome: Outcome, claims: Sequence[Claim], report: Report) -> None:
    outcome.claims.update(claim.kind for claim in claims)
    by_line = dict(enumerate(claims, FIRST_LINE))
    for finding in grave(report):
        touched = [by_line[line] for line in sorted(lines_of(report, finding)) if line in by_line]
        if finding.severity is Severity.error:
            forms = " ".join(claim.form for claim in touched)
            texts = " ".join(claim.text for claim in touched)
            outcome.errors.append(f"{forms} {finding.rule}: {finding.message} | {texts}")
        else:
            outcome.warned.update(claim.kind for claim in touched)


def _count_wrong(
    outcome: Outcome, claims: Sequence[Claim], mutations: Sequence[Mutation], lines: set[int]
) -> None:
    for line, (claim, mutation) in enumerate(zip(claims, mutations, strict=True), FIRST_LINE):
        if mutation.equivalent:
            outcome.equivalent[claim.kind] += 1
            continue
        outcome.mutated[claim.kind] += 1
        if line in lines:
            outcome.found[claim.kind] += 1
        else:
            change = f"{mutation.member} {mutation.before} → {mutation.after}"
            outcome.missed.append(f"{claim.form} {change} | {mutation.text}")
