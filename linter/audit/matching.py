"""Which submission is which row of the list: by path, by code, by unit and project."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from pathlib import PurePosixPath

from msgspec import Struct

from linter.audit.manifest import Line
from linter.regexes.late import regex
from linter.season import Key

_MARKS = regex(r"[\W_]|项目|资金|经费|专项|转移支付|支出|绩效|自评|报告|20\d\d年?度?")
_FEWEST, _LONG = 2, 3


class Submitted(Struct, frozen=True):
    """A submission as it is looked for: its result, its path and first file, whose it is."""

    number: int
    path: str
    file: str
    key: Key
    year: int | None
    read: bool


_END = "…"
"""Marks a path that begins deeper down."""
Names = Callable[[Submitted], Iterator[tuple[str, ...]]]
Keys = Callable[[Line], Iterator[tuple[str, ...]]]


def match(lines: Sequence[Line], submitted: Sequence[Submitted]) -> dict[int, list[Submitted]]:
    """The submissions of each row of the list, by the row's index, in order of path.

    What tells more is asked first: the path, then the project's code, then unit and project, then
    the project where the unit may be the same one, last the path of what could not be read. A
    submission is of one row only; each row gets one, of its own year where there is such a one,
    before what is left goes to rows that have one.
    """
    found: dict[int, list[Submitted]] = defaultdict(list)
    left = {one.number: one for one in submitted}
    for names, wanted in _WAYS:
        index = _Index(left.values(), names)
        for full, any_year in ((False, False), (False, True), (True, True)):
            for at, line in enumerate(lines):
                if found.get(at) and not full:
                    continue
                hits = (
                    one
                    for one in index.hits(wanted(line))
                    if _may_be(line.listed.key, one.key) and (any_year or _of_year(line, one))
                )
                for number, one in {o.number: o for o in islice(hits, None if full else 1)}.items():
                    found[at].append(one)
                    index.take(one)
                    del left[number]
    _match_unread(lines, [one for one in left.values() if not one.read], found)
    return {at: sorted(ones, key=lambda one: one.path) for at, ones in found.items()}


class _Index:
    """Submissions that no row has yet, by what they are called."""

    def __init__(self, submitted: Iterable[Submitted], names: Names) -> None:
        self._names = names
        self._by_name: dict[tuple[str, ...], dict[int, Submitted]] = defaultdict(dict)
        for one in submitted:
            for name in names(one):
                self._by_name[name][one.number] = one

    def hits(self, names: Iterable[tuple[str, ...]]) -> Iterator[Submitted]:
        """Those of these names, some more than once; none may be taken before the last is asked."""
        return (one for name in names for one in self._by_name.get(name, {}).values())

    def take(self, one: Submitted) -> None:
        """Lets one go."""
        for name in self._names(one):
            self._by_name[name].pop(one.number, None)


def _of_year(line: Line, one: Submitted) -> bool:
    return None in (line.listed.year, one.year) or line.listed.year == one.year


def _match_unread(
    lines: Sequence[Line], unread: Sequence[Submitted], found: dict[int, list[Submitted]]
) -> None:
    """Gives rows without a submission one that could not be read and whose path names them."""
    paths = {one.number: plain(one.path) for one in unread}
    left = {one.number: one for one in unread}
    for told in (_project_in, _unit_in):
        for at, line in enumerate(lines):
            if left and not found.get(at):
                named = (one for one in left.values() if told(line, one, paths[one.number]))
                if one := next(named, None):
                    found[at].append(left.pop(one.number))


def _project_in(line: Line, one: Submitted, path: str) -> bool:
    """Whether a path has the row's code, or its project and no other unit."""
    key = line.listed.key
    if len(key.project_code) >= _LONG and key.project_code in one.path:
        return True
    project = plain(key.project)
    return len(project) >= _FEWEST and project in path and _may_be(key, one.key)


def _unit_in(line: Line, _: Submitted, path: str) -> bool:
    unit = plain(line.listed.key.unit)
    return len(unit) >= _LONG and unit in path


def plain(name: str) -> str:
    """A name without what is added or left out at will (项目、资金、年度)."""
    return _MARKS.sub("", name)


def _may_be(listed: Key, own: Key) -> bool:
    """Whether nothing that both say of whose it is tells them apart."""
    codes = ((listed.project_code, own.project_code), (listed.unit_code, own.unit_code))
    if any(a and b and a != b for a, b in codes):
        return False
    return _alike(listed.unit, own.unit)


def _alike(one: str, other: str) -> bool:
    """Whether one of two names is empty or holds the other."""
    one, other = plain(one), plain(other)
    return not one or not other or one in other or other in one


def _paths(one: Submitted) -> Iterator[tuple[str, ...]]:
    path = PurePosixPath(one.path)
    yield from dict.fromkeys(((one.path,), (path.name,), (path.stem,)))
    yield from ((_END, end) for end in _ends(one.path))


def _listed_paths(line: Line) -> Iterator[tuple[str, ...]]:
    named = line.listed.path.replace("\\", "/").strip("/")
    if "/" in named:
        yield from ((named,), (_END, named), *((end,) for end in _ends(named)))
    elif named:
        yield from dict.fromkeys(((named,), (PurePosixPath(named).stem,)))


def _ends(path: str) -> Iterator[str]:
    """What a path may be called from a folder deeper down: never by its last name alone."""
    parts = path.split("/")
    return ("/".join(parts[at:]) for at in range(1, len(parts) - 1))


def _code(key: Key) -> Iterator[tuple[str, ...]]:
    if key.project_code:
        yield (key.project_code,)


def _both(key: Key) -> Iterator[tuple[str, ...]]:
    unit, project = plain(key.unit), plain(key.project)
    if len(unit) >= _FEWEST and len(project) >= _FEWEST:
        yield unit, project


def _project(key: Key) -> Iterator[tuple[str, ...]]:
    project = plain(key.project)
    if len(project) >= _FEWEST:
        yield (project,)


def _unit_alone(key: Key) -> Iterator[tuple[str, ...]]:
    """A unit's whole spending, which has no project."""
    unit = plain(key.unit)
    if len(unit) >= _FEWEST and (not key.project or "整体" in key.project):
        yield (unit,)


def _of(way: Callable[[Key], Iterator[tuple[str, ...]]]) -> tuple[Names, Keys]:
    return (lambda one: way(one.key)), (lambda line: way(line.listed.key))


_WAYS: tuple[tuple[Names, Keys], ...] = (
    (_paths, _listed_paths),
    _of(_code),
    _of(_both),
    _of(_project),
    _of(_unit_alone),
)
