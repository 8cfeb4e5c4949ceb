"""Which project a document tells of, by its title and by the field of its form."""

from __future__ import annotations

from linter.binding.case import Case
from linter.binding.titles import subject
from linter.late import regex

_FIELD = regex(r"项目名称[ \t:|]*([^\s:,，。;|]{3,40})")
_MARKS = regex(r"[\W_]|项目|资金|经费|专项")
_FEWEST = 2


def projects(case: Case) -> frozenset[str]:
    """The names, without the words that are added or left out at will (项目, 资金)."""
    folded = case.document.folded
    title = folded[case.outline.title_start : case.outline.title_end]
    names = [subject(title).project, *_FIELD.findall(folded)]
    return frozenset(name for found in names if len(name := _MARKS.sub("", found)) >= _FEWEST)


def may_be_one(some: frozenset[str], others: frozenset[str]) -> bool:
    """Whether two documents may tell of one project: one names none, or a name holds the other."""
    if not some or not others:
        return True
    return any(name in other or other in name for name in some for other in others)
