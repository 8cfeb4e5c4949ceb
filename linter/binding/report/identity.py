"""Whose report a document is, of which project and year, by its title and its form's fields."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from linter.binding.case import Case
from linter.binding.report.titles import subject
from linter.regexes.late import regex

PROJECT = regex(r"项目名称[ \t:|]*([^\s:,，。;|]{3,40})")
UNIT = regex(
    r"(?:主管部门|实施单位|预算单位|填报单位|使用单位|(?:部门|单位)名称)"
    r"(?:\([^()]*\))?[ \t:|]*([^\s:,，。;|]{3,40})"
)
_MARKS = regex(r"[\W_]|项目|资金|经费|专项")
_REPORT, _WHOLE = regex("绩效|自评|评价"), regex("整体")
"""In a title that names its subject, and in one of a unit's whole spending."""
_OF_WHOLE = regex(r"(?:部门|单位)?整体$")
"""Behind a unit's name where the title's year stands before it: 2022年度某局部门整体支出."""
_FEWEST = 2


class Identity(Struct, frozen=True):
    """What a document says it is of; empty where it does not."""

    whole: bool
    """Whether it is of all that a unit spent, of which a project is a part."""
    projects: frozenset[str]
    units: frozenset[str]
    year: int | None


def identity(case: Case) -> Identity:
    """Names are without the words that are added or left out at will (项目, 资金)."""
    folded = case.document.folded
    title = folded[case.outline.title_start : case.outline.title_end]
    titled = subject(title if _REPORT.search(title) else "")
    return Identity(
        bool(_WHOLE.search(title)),
        _names(titled.project, *PROJECT.findall(folded)),
        _names(titled.unit or _unit(titled.project), *UNIT.findall(folded)),
        case.facts.year,
    )


def may_be_one(one: Identity, other: Identity) -> bool:
    """Whether two documents may be of one project of one unit in one year."""
    if one.whole is not other.whole and (one.projects or other.projects):
        return False
    return (
        (one.whole or _may_agree(one.projects, other.projects))
        and _may_agree(one.units, other.units)
        and (one.year is None or other.year is None or one.year == other.year)
    )


def same_names(found: Iterable[str]) -> bool:
    """Whether names that fields of several forms hold may be of one: each holds the shortest."""
    names = sorted(_names(*found), key=len)
    return all(names[0] in name for name in names)


def _unit(named: str) -> str:
    """The unit whose whole spending is named; nothing where a project is."""
    return _OF_WHOLE.sub("", named) if _OF_WHOLE.search(named) else ""


def _names(*found: str) -> frozenset[str]:
    names = (_MARKS.sub("", words) for words in found if not _WHOLE.search(words))
    return frozenset(name for name in names if len(name) >= _FEWEST)


def _may_agree(some: frozenset[str], others: frozenset[str]) -> bool:
    """Whether one of two sets of names is empty, or a name of one holds a name of the other."""
    if not some or not others:
        return True
    return any(name in other or other in name for name in some for other in others)
