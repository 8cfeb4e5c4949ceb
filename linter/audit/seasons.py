"""From results to the season: against its list, across submissions, since last time."""

from __future__ import annotations

import os
import zlib
from collections.abc import Iterator, Sequence
from hashlib import sha256

import msgspec

import linter
from linter.audit import changes, comparing, corpus
from linter.audit.comparing import Compared, keyed
from linter.audit.entries import rule_names
from linter.audit.jobs import Job, Known
from linter.audit.matching import Submitted
from linter.audit.packed import Addition, Entries
from linter.audit.request import Request
from linter.audit.store import Finished, Result, Store
from linter.audit.store_errors import DamagedError, StaleError
from linter.files import shown
from linter.rulebook.book import select
from linter.season import Entry, Key, RuleName, Season, State, Told, owner_of


def assembled(
    request: Request,
    jobs: Sequence[Job],
    store: Store,
    numbers: Sequence[int],
    earlier: Store | None,
) -> tuple[Season, str, int]:
    """The season of these results, which is now the store's, a digest of it, and its run."""
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
        [(result.path, result.content) for result in _results(earlier)],
        earlier.rules() if earlier is not None else "",
    )
    across = store.across(digest)
    if across is None:
        across = _across(request, _compared(entries, store, numbers), earlier)
    finished = Finished(
        keys,
        (*_told(results, found), *_told_across(results, across)),
        found.missing,
        request.setup.digest,
        linter.__version__,
        "\n".join(map(shown, request.paths)),
        digest,
    )
    run = store.finish(finished)
    resubmitted = store.resubmitted(run, numbers)
    season = Season(
        entries=entries,
        across=across,
        missing=found.missing,
        twice=found.twice,
        unlisted=found.unlisted,
        other_year=found.other_year,
        rules=_rules(request),
        decisions=store.decisions(),
        changes=tuple(changes.since(store, resubmitted)),
    )
    where = [shown(os.path.abspath(path)) for path in request.paths]
    return season, _digest(digest, where, season.decisions, resubmitted), run


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
    begins = known.files[0] if known.files else result.path
    return Submitted(result.id, result.path, begins, key, known.year, read)


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


def _told_across(
    results: dict[int, Result], across: Sequence[Told]
) -> Iterator[tuple[str, bool, Told]]:
    """What is told across submissions, with the submission in whose file it stands."""
    owners = {file: result.path for result in results.values() for file in result.known.files}
    for told in across:
        path = told.finding.path
        yield owner_of(path, owners) or path, True, told


Pairs = Iterator[tuple[Entry, corpus.Traits]]


def _across(request: Request, pairs: Pairs, earlier: Store | None) -> tuple[Told, ...]:
    """What is told across submissions."""
    setup = request.setup
    rules = select(request.book.rules, setup.select, setup.ignore)
    before: Pairs = iter(())
    if earlier is not None:
        numbers = list(earlier.season().values())
        before = _compared(Entries(earlier, numbers, {}), earlier, numbers)
    return corpus.across(pairs, rules, earlier=before, lang=setup.lang)


def _compared(entries: Entries, store: Store, numbers: Sequence[int]) -> Pairs:
    """The entries that can be compared, with what is compared of them."""
    for entry, number in zip(entries, numbers, strict=True):
        _, traits = store.packed(number)
        if traits:
            try:
                yield entry, corpus.decoded(traits)
            except msgspec.MsgspecError as error:
                raise StaleError(store.path) from error
            except zlib.error as error:
                raise DamagedError(store.path) from error


def _results(store: Store | None) -> Iterator[Result]:
    return store.results(store.season().values()) if store is not None else iter(())


def _rules(request: Request) -> tuple[RuleName, ...]:
    """The rules of the book and those that only a season has."""
    return (*rule_names(request.book.rules, request.setup.lang), *comparing.RULES)
