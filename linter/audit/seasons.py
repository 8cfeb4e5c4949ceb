"""From results to the season: against its list, across submissions, since last time."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from hashlib import sha256

import msgspec

import linter
from linter.audit import changes, comparing, corpus
from linter.audit.comparing import Compared, keyed
from linter.audit.jobs import Job, Known
from linter.audit.matching import Submitted
from linter.audit.packed import Addition, Entries
from linter.audit.request import Request
from linter.audit.store import Finished, Result, Store
from linter.files import shown
from linter.rulebook.book import select
from linter.season import Entry, Key, RuleName, Season, State, Told


def assembled(
    request: Request, jobs: Sequence[Job], store: Store, numbers: Sequence[int]
) -> tuple[Season, str]:
    """The season of these results, which is now the one that the store has, and a digest of it."""
    results = {result.id: result for result in store.results(numbers)}
    named = {number: _named(request, job) for job, number in zip(jobs, numbers, strict=True)}
    own = {number: keyed(r.known.key, named[number], None) for number, r in results.items()}
    found = comparing.compare(
        request.lines,
        [_submitted(result, own[number]) for number, result in results.items()],
        {number: result.known for number, result in results.items()},
        request.year,
    )
    keys = {
        number: keyed(r.known.key, named[number], found.listed.get(number))
        for number, r in results.items()
    }
    entries = Entries(store, numbers, dict(_additions(results, keys, found)))
    digest = _digest(
        request.setup.digest,
        [(result.path, result.content) for result in results.values()],
        request.lines,
        request.pattern.source if request.pattern else "",
        request.year,
    )
    across = store.across(digest)
    if across is None:
        across = _across(request, entries, store, numbers)
    finished = Finished(
        keys,
        (*_told(results, found), *((told.finding.path, True, told) for told in across)),
        found.missing,
        request.setup.digest,
        linter.__version__,
        "\n".join(map(shown, request.paths)),
        digest,
    )
    store.finish(finished)
    season = Season(
        entries=entries,
        across=across,
        missing=found.missing,
        twice=found.twice,
        unlisted=found.unlisted,
        other_year=found.other_year,
        rules=_rules(request),
        decisions=store.decisions(),
        changes=tuple(changes.since(store)),
    )
    where = [shown(os.path.abspath(path)) for path in request.paths]
    return season, _digest(digest, where, season.decisions, store.resubmitted())


def _digest(*parts: object) -> str:
    """Names what a thing is made from: what is the same need not be compared or told anew."""
    packed = msgspec.json.encode(parts, enc_hook=str)
    return sha256(packed).hexdigest()[:32]


def _named(request: Request, job: Job) -> Key | None:
    """What a submission's name says of whose it is."""
    if request.pattern is None:
        return None
    alone = len(job.files) == 1 and job.files[0].name == job.path
    return request.pattern.key(job.path, is_file=alone)


def _submitted(result: Result, key: Key) -> Submitted:
    known: Known = result.known
    read = result.state == State.checked.value
    return Submitted(result.id, result.path, known.file or result.path, key, known.year, read)


def _additions(
    results: dict[int, Result], keys: dict[int, Key], found: Compared
) -> Iterator[tuple[int, Addition]]:
    """What the season adds to entries, for those to which it adds something."""
    for number, result in results.items():
        told, listed = tuple(found.told.get(number, ())), found.listed.get(number)
        key = keys[number] if keys[number] != result.known.key else None
        if told or listed or key:
            yield number, Addition(listed, told, key)


def _told(results: dict[int, Result], found: Compared) -> Iterator[tuple[str, bool, Told]]:
    for number, result in results.items():
        yield from ((result.path, False, told) for told in found.told.get(number, ()))


def _across(
    request: Request, entries: Entries, store: Store, numbers: Sequence[int]
) -> tuple[Told, ...]:
    """What is told across submissions."""

    def pairs() -> Iterator[tuple[Entry, corpus.Traits]]:
        for entry, number in zip(entries, numbers, strict=True):
            _, traits = store.packed(number)
            if traits:
                yield entry, corpus.decoded(traits)

    setup = request.setup
    rules = select(request.book.rules, setup.select, setup.ignore)
    return corpus.across(pairs(), rules, lang=setup.lang)


def _rules(request: Request) -> tuple[RuleName, ...]:
    """The rules of the book and those that only a season has."""
    headers = ((rule.id, rule.header) for rule in request.book.rules)
    book = (RuleName(name, h.name, h.severity.name, h.basis) for name, h in headers)
    return (*book, *comparing.RULES)
