"""Prints what the linter finds in the accuracy benchmark.

    python tests/benchmarks/accuracy/measure.py worked|untouched|twins [--missed CLASS] [--false-alarms]

The rules are written on the worked half. Of the untouched half only figures are ever told, so that
nobody writes a rule for it; each look at it adds a line to ``untouched-runs.log``.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from itertools import groupby
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[3]))  # the checkout, where this runs as a script

from linter.rulebook import load
from tests.benchmarks.accuracy import recall, twins
from tests.benchmarks.accuracy.corruptions import FOLDER, HALVES, paths
from tests.benchmarks.accuracy.recall import Miss, Recall
from tests.benchmarks.accuracy.twins import TwinRecall

LOG = FOLDER / "untouched-runs.log"


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure what was asked for and print it."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("what", choices=[*HALVES, "twins"])
    parser.add_argument("--missed", metavar="CLASS", help="show what was not caught of a class")
    parser.add_argument("--false-alarms", action="store_true", help="show findings on right text")
    asked = parser.parse_args(arguments)
    details = bool(asked.missed or asked.false_alarms)
    if asked.what == "untouched" and details:
        parser.error("of the untouched half only figures are told")
    if asked.what == "twins":
        of_twins = twins.measure(twins.load(), load())
        table, alarms = told_of_twins(of_twins), of_twins.alarms
        missed = of_twins.missed.get(asked.missed, [])
    else:
        measured = recall.measure(paths(asked.what), details=details)
        table, alarms = told(measured), measured.alarms
        missed = list(_told_misses(measured.missed.get(asked.missed, [])))
        if asked.what == "untouched":
            _log(measured)
    print("\n".join([*missed, *(alarms if asked.false_alarms else []), table]))


def told(measured: Recall) -> str:
    """Recall by class, and false alarms by severity."""
    rows = [_row(cls, measured.caught[cls], measured.made[cls]) for cls in sorted(measured.made)]
    rows.append(_row("recall", measured.caught.total(), measured.made.total()))
    counts = [f"{measured.false[s]} {s}s ({measured.a_thousand(s):.3f})" for s in _SEVERITIES]
    rows.append(f"{measured.equivalent} equivalent corruptions left out")
    rows.append(
        f"clean texts: {', '.join(counts)} in {measured.characters} characters (a thousand)"
    )
    return "\n".join(rows)


def told_of_twins(measured: TwinRecall) -> str:
    """Wrong twins found by kind, and findings on their right passages."""
    rows = [
        f"{_row(kind, measured.found[kind], pairs)} {_alarms(measured, kind)}".rstrip()
        for kind, pairs in measured.pairs.items()
    ]
    rows.append(_row("found", measured.found.total(), measured.pairs.total()))
    errors, warnings = measured.errors.total(), measured.warnings.total()
    rows.append(f"right passages: {errors} errors, {warnings} warnings")
    return "\n".join(rows)


_SEVERITIES = ("error", "warning")


def _row(name: str, part: int, whole: int) -> str:
    return f"{name:28} {part:4}/{whole:<4} {part / max(1, whole):6.1%}"


def _alarms(measured: TwinRecall, kind: str) -> str:
    counts = {"errors": measured.errors[kind], "warnings": measured.warnings[kind]}
    return " ".join(f"{count} {name}" for name, count in counts.items() if count)


def _told_misses(misses: Sequence[Miss]) -> Iterator[str]:
    """Each claim once, by the first of its corruptions that was missed."""
    for claim, group in groupby(misses, key=lambda miss: miss.claim):
        first, *others = group
        yield f"{claim}: {first.id} and {len(others)} more"
        yield from (f"    {excerpt}" for excerpt in first.excerpts[:4])


def _log(measured: Recall) -> None:
    command = ["git", "--no-optional-locks", "describe", "--always", "--dirty"]
    commit = subprocess.run(command, cwd=FOLDER, capture_output=True, check=False, text=True)
    with LOG.open("a", encoding="utf-8") as log:
        log.write(
            f"{datetime.now(UTC).date()} {commit.stdout.strip() or '-'} recall {measured.share:.1%}"
            f" errors {measured.a_thousand('error'):.3f}"
            f" warnings {measured.a_thousand('warning'):.3f}; {_by_class(measured)}\n"
        )


def _by_class(measured: Recall) -> str:
    """Recall of each class: figures alone, as of everything that is told of that half."""
    shares = {cls: measured.caught[cls] / made for cls, made in sorted(measured.made.items())}
    return ", ".join(f"{cls} {share:.1%} of {measured.made[cls]}" for cls, share in shares.items())


if __name__ == "__main__":
    main()
