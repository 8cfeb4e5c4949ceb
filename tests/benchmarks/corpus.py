"""Compares the reports of a generated season and prints what that took, as JSON.

Run as ``python -m tests.benchmarks.corpus N SEED``: times are of the processor, of traits and of
each rule; memory is the most that this process took, the season's own texts among it.
"""

from __future__ import annotations

import gc
import json
import resource
import sys
import time
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import cache

from linter import reading, rulebook
from linter.audit import corpus
from linter.judging.opening import open_case
from linter.model import Report, Submission
from linter.rulebook import Rulebook
from linter.season import Entry, Figures, Key, State, Told
from tests.generators.season import Season, season
from tests.generators.season import Submission as Submitted

_CHUNK = 100
EARLIER = "上年/"


@cache
def _book() -> Rulebook:
    return rulebook.load()


def _traits(texts: Sequence[tuple[str, str]]) -> tuple[list[bytes], float]:
    """The traits of some texts and the seconds that they took, facts aside."""
    made, seconds = list[bytes](), 0.0
    for path, text in texts:
        document = reading.read(path, text.encode(), _book().header_words)
        case, reason = open_case(document, _book())
        _ = case.scores  # the rules have asked for them already
        year = case.facts.year
        report = Report(Submission((document,)), case.outline, "", reason, year, 0, (), ())
        start = time.process_time()
        made.append(corpus.encoded(corpus.traits(report, [case])))
        seconds += time.process_time() - start
    return made, seconds


def _entry(path: str, submission: Submitted) -> Entry:
    unit = submission.unit
    code = submission.project_code
    place = (unit.county, unit.department)
    key = Key(unit.name, unit.code, submission.project, code, *place)
    budget = f"{float(submission.budget) * 10000:.0f}"
    figures = Figures(budget=budget, score=submission.score)
    return Entry(path, (path,), State.checked, key, figures, year=submission.year)


def _told(made: Season, packed: Sequence[bytes], seconds: dict[str, float]) -> tuple[Told, ...]:
    submissions = [(s.path, s) for s in made.submissions]
    submissions += [(EARLIER + s.path, s) for s in made.earlier]
    pairs = [
        (_entry(path, submission), data)
        for (path, submission), data in zip(submissions, packed, strict=True)
    ]
    count = len(made.submissions)
    found: list[Told] = []
    for rule in _book().rules:
        if rule.across:
            gc.collect()
            start = time.process_time()
            found += corpus.across(
                ((entry, corpus.decoded(data)) for entry, data in pairs[:count]),
                [rule],
                earlier=((entry, corpus.decoded(data)) for entry, data in pairs[count:]),
            )
            seconds[rule.id] = time.process_time() - start
    return tuple(found)


def copies(made: Season, told: Sequence[Told]) -> tuple[float, float]:
    """Precision and recall of pairs of which one is a copy of the other."""
    wanted = {frozenset(answer.paths) for answer in made.of("copied")}
    found = {
        frozenset((one.finding.path, one.finding.related[0].path))
        for one in told
        if one.finding.rule == "corpus/copied-text"
    }
    right = len(wanted & found)
    return right / len(found) if found else 1.0, right / len(wanted)


def main(n: int, seed: int) -> dict[str, object]:
    """The figures of a season of that size."""
    made = season(seed, n)
    texts = [(s.path, s.text) for s in made.submissions]
    texts += [(EARLIER + s.path, s.text) for s in made.earlier]
    chunks = [texts[at : at + _CHUNK] for at in range(0, len(texts), _CHUNK)]
    with ProcessPoolExecutor(2) as pool:
        results = list(pool.map(_traits, chunks))
    packed = [data for datas, _ in results for data in datas]
    seconds: dict[str, float] = {}
    told = _told(made, packed, seconds)
    precision, recall = copies(made, told)
    return {
        "reports": len(texts),
        "traits": sum(spent for _, spent in results),
        "bytes": sum(map(len, packed)) // len(packed),
        "rules": seconds,
        "megabytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
        "precision": precision,
        "recall": recall,
        "findings": len(told),
    }


if __name__ == "__main__":
    print(json.dumps(main(int(sys.argv[1]), int(sys.argv[2])), ensure_ascii=False, indent=1))
