"""Which submission is which row of the list: by path, by code, by unit and project."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import PurePosixPath

from msgspec import Struct

from linter.audit.manifest import Line
from linter.late import regex
from linter.season import Key

_MARKS = regex(r"[\W_]|项目|资金|经费|专项|支出|绩效|自评|报告|20\d\d年?度?")
_FEWEST = 2


class Submitted(Struct, frozen=True):
    """A submission as it is looked for: its result, its path and first file, whose it is."""

    number: int
    path: str
    file: str
    key: Key
    year: int | None
    read: bool


Keys = Callable[[Line], Iterator[tuple[str, ...]]]


def match(lines: Sequence[Line], submitted: Sequence[Submitted]) -> dict[int, list[Submitted]]:
    """The submissions of each row of the list, by the row's index, in order of path.

    What tells more is asked first: the path, then the project's code, then unit and project, then
    the project where the unit may be the same one. A submission is of one row only.
    """
    found: dict[int, list[Submitted]] = defaultdict(list)
    taken: set[int] = set()
    for names, wanted in _WAYS:
        index: dict[tuple[str, ...], list[Submitted]] = defaultdict(list)
        for one in submitted:
            if one.number not in taken:
                for name in names(one):
                    index[name].append(one)
        for at, line in enumerate(lines):
            for one in _hits(index, wanted(line)):
                if one.number not in taken and _may_be(line.listed.key, one.key):
                    taken.add(one.number)
                    found[at].append(one)
    return {at: sorted(ones, key=lambda one: one.path) for at, ones in found.items()}


def _hits(
    index: Mapping[tuple[str, ...], list[Submitted]], names: Iterable[tuple[str, ...]]
) -> list[Submitted]:
    return [one for name in names for one in index.get(name, ())]


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


def _listed_paths(line: Line) -> Iterator[tuple[str, ...]]:
    named = line.listed.path.replace("\\", "/").strip("/")
    if named:
        path = PurePosixPath(named)
        yield from dict.fromkeys(((named,), (path.name,), (path.stem,)))


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


Names = Callable[[Submitted], Iterator[tuple[str, ...]]]
_WAYS: tuple[tuple[Names, Keys], ...] = (
    (_paths, _listed_paths),
    _of(_code),
    _of(_both),
    _of(_project),
    _of(_unit_alone),
)
