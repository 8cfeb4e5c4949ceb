"""Innocent sentences and their wrong twins, which differ in one figure or word."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import msgspec
from msgspec import Struct, field

from linter.rulebook import Rulebook
from tests.benchmarks.accuracy.findings import found, overlap

PATH = Path(__file__).parent / "twins.yaml"


class Twin(Struct, frozen=True, forbid_unknown_fields=True):
    """A passage that is true, and one that cannot be: ``differs`` is what is wrong in it."""

    kind: str
    right: str
    wrong: str
    differs: str


class TwinRecall(Struct):
    """Counts by kind, with the passages for people to read."""

    pairs: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)
    errors: Counter[str] = field(default_factory=Counter)
    """Errors on right passages."""
    warnings: Counter[str] = field(default_factory=Counter)
    missed: dict[str, list[str]] = field(default_factory=dict)
    alarms: list[str] = field(default_factory=list)


def load() -> list[Twin]:
    """The pairs in order of kind."""
    return msgspec.yaml.decode(PATH.read_bytes(), type=list[Twin])


def measure(twins: Sequence[Twin], book: Rulebook) -> TwinRecall:
    """Lint each passage alone; a finding counts where it overlaps what differs."""
    recall = TwinRecall()
    for twin in twins:
        recall.pairs[twin.kind] += 1
        start = twin.wrong.index(twin.differs)
        place = (start, start + len(twin.differs))
        if any(overlap(f.spans, [place]) for f in found("wrong.txt", twin.wrong, book)):
            recall.found[twin.kind] += 1
        else:
            recall.missed.setdefault(twin.kind, []).append(
                twin.wrong.replace(twin.differs, f"【{twin.differs}】")
            )
        for alarm in found("right.txt", twin.right, book):
            (recall.errors if alarm.severity == "error" else recall.warnings)[twin.kind] += 1
            recall.alarms.append(
                f"{twin.kind}: {alarm.severity} {alarm.rule} {alarm.quote}: {alarm.message} | {twin.right}"
            )
    return recall
