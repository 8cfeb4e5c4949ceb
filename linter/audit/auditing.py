"""An audit from its folders to its files: find, check, compare, tell."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path
from typing import TextIO

from msgspec import Struct, field
from msgspec.structs import replace

from linter.audit import damage, executor, outputs, runner, seasons, submissions
from linter.audit.keeping import Keeper
from linter.audit.progress import Progress
from linter.audit.request import Request
from linter.audit.runner import Workers
from linter.audit.store import Store
from linter.audit.store_errors import DamagedError, StaleError, StoreError
from linter.output import Lang, Options
from linter.season import Season, State

_ATTEMPTS = 3


class Summary(Struct):
    """What an audit found, in numbers."""

    submissions: int
    unread: Counter[str] = field(default_factory=Counter)
    """How many could not be checked, by the slug of the reason."""
    missing: int = 0
    twice: int = 0
    unlisted: int = 0
    other_year: int = 0
    listed: bool = False
    severities: Counter[str] = field(default_factory=Counter)
    """How many findings there are, without those that reviewers rejected."""
    written: list[Path] = field(default_factory=list)


class NothingError(Exception):
    """There is nothing to audit; the message is for people."""


Tell = Callable[[str], None]


def audit(request: Request, progress: TextIO | None, tell: Tell) -> Summary:
    """Runs an audit and writes what was asked for; ``tell`` takes what people must know on the way.

    A damaged store is kept aside and the run begins anew with another, which takes over what
    reviewers decided; results that cannot be read are checked anew. Raises ``NothingError``,
    ``StoreError``, ``ClusterError``, ``StartError``, and ``OSError`` where a file cannot be
    written.
    """
    for _ in range(_ATTEMPTS):
        try:
            return _audited(request, progress, tell)
        except DamagedError as error:
            if request.store is None or error.path != request.store:
                raise StoreError(f"存储文件 {error.path} 已损坏") from error
            decided = damage.salvaged(request.store)
            kept = damage.aside(request.store)
            request = replace(request, decisions=(*decided, *request.decisions))
            tell(
                f"存储文件 {request.store} 已损坏，改名保留为 {kept.name}；现另建新的，全部重新检查"
                f"（读回复核意见 {len(decided)} 条）"
            )
        except StaleError as error:
            if request.store is None or error.path != request.store:
                raise
            if not error.gone:
                with Store(request.store) as store:
                    store.doubt(request.setup.digest)
                tell(f"存储文件 {request.store} 里有读不出的结果，现全部重新检查；复核意见照旧")
    return _audited(request, progress, tell)


def _audited(request: Request, progress: TextIO | None, tell: Tell) -> Summary:
    how = submissions.Search(
        request.each,
        request.book.vocabulary.audit["attachments"],
        request.book.vocabulary.audit["attachments-alone"],
        frozenset(line.listed.path.replace("\\", "/") for line in request.lines or ()) - {""},
        request.own,
        request.made,
    )
    jobs = submissions.find(request.paths, how)
    if not jobs:
        raise NothingError(f"没有可检查的材料：{'、'.join(request.paths)}")
    with Store(request.store) as store:
        with _workers(request) as workers:
            telling = Progress(progress, len(jobs))
            numbers = runner.run(jobs, request.setup, store, workers, telling)
        store.decide(request.decisions)
        with _earlier(request.earlier) as earlier:
            season, digest, run = seasons.assembled(request, jobs, store, numbers, earlier)
        _tell_unmet(request, store, tell)
        summary = _summary(store, run, numbers, season)
        summary.listed = request.lines is not None
        if request.out is not None:
            keeper = Keeper(store, digest, tell)
            summary.written += _write(request, season, request.out, store, digest, keeper)
        for name, folder in request.folders.items():
            kind = f"{name} {_where(request)} "
            keeper = Keeper(store, f"{kind}{digest}", tell)
            options = _options(request, folder)
            made = outputs.write_folder(season, folder, name, options, keeper.put)
            keeper.clear(folder, kind, made)
            summary.written += made
        return summary


def _tell_unmet(request: Request, store: Store, tell: Tell) -> None:
    """Tells how many of the decisions that were read are on findings that there are no more."""
    read = {(d.path, d.fingerprint) for d in request.decisions if not d.withdrawn}
    unmet = len(read - store.decided()) if read else 0
    if unmet:
        tell(
            f"读入的复核意见 {len(read)} 条，其中 {unmet} 条对应的问题这次没有了"
            "（已改正、规则有变，或是另一批材料的清单），意见仍保留"
        )


def _write(
    request: Request, season: Season, folder: Path, store: Store, digest: str, keeper: Keeper
) -> Iterator[Path]:
    """Writes the files that are not as they would be written, and gives the paths of all."""
    options = _options(request, folder)
    for name in request.files:
        output = outputs.FILES[name]
        path = folder / output.name
        if store.written(path) != (digest, True):
            put = keeper.put if output.filled else keeper.replace
            outputs.write(season, folder, [name], options, put)
        yield path


def _where(request: Request) -> str:
    """Names what is audited: what was written of other folders is none of this audit's."""
    paths = "\n".join(map(os.path.abspath, request.paths))
    return sha256(os.fsencode(paths)).hexdigest()[:16]


def _options(request: Request, folder: Path) -> Options:
    """What the outputs in a folder are to be like; their links lead to what was checked."""
    lang: Lang = "en" if request.setup.lang == "en" else "zh"
    try:
        files = os.path.relpath(submissions.root(request.paths), folder).replace(os.sep, "/")
    except ValueError:  # on another drive, or below several folders
        files = ""
    return Options(lang=lang, files=files)


@contextmanager
def _earlier(path: Path | None) -> Iterator[Store | None]:
    """Last year's store, only read."""
    if path is None:
        yield None
        return
    with Store(path, only_read=True) as store:
        yield store


@contextmanager
def _workers(request: Request) -> Iterator[Workers]:
    if request.cluster is not None:
        with executor.cluster(request.cluster) as (pool, threads):
            yield Workers(pool, threads, request.send)
        return
    count = request.workers or executor.cores()
    with executor.local(count) as pool:
        yield Workers(pool, count)


def _summary(store: Store, run: int, numbers: Sequence[int], season: Season) -> Summary:
    summary = Summary(
        len(numbers),
        missing=len(season.missing),
        twice=len(season.twice),
        unlisted=len(season.unlisted),
        other_year=len(season.other_year),
    )
    summary.severities.update(store.severities(run, numbers))
    for result in store.results(numbers):
        if result.state == State.unread.value:
            summary.unread[result.reason] += 1
    return summary
