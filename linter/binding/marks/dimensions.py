"""Marks that stand behind names of dimensions, one after the other: 产出60分、效益20分."""

from __future__ import annotations

from collections.abc import Sequence

from linter.binding.case import Case
from linter.facts.facts import Facts
from linter.facts.quantity import Quantity
from linter.regexes.late import regex

OUTPUT, GAINS = "产出", ("效益", "效果")
_SATISFIED, _SPENDING = "满意度", "执行"
_ITEM = regex(r"(?:\([^()]*\)|\))?(?:[、,，和;]|[;。]?\n)[^,，;。\d]{2,12}")


def dimension_runs(case: Case) -> list[list[Quantity]]:
    """The runs of marks behind names of dimensions; their full marks in brackets are no part."""
    facts = case.facts
    found: list[list[Quantity]] = [[]]
    for figure in facts.text_by_dimension.get("score", []):
        run = found[-1]
        if run and _is_in_bracket_behind(facts, run[-1], figure):
            continue
        named = _dimension(facts, figure)
        told = run and named == _dimension(facts, run[0])  # the list is over: it begins again
        if run and (named is None or told or not goes_on(facts, run, figure)):
            found.append([])
        if named is not None:
            found[-1].append(figure)
    return [run for run in found if run]


def goes_on(facts: Facts, run: Sequence[Quantity], figure: Quantity) -> bool:
    """Whether a figure is the next item of a list, behind a name and no more."""
    return _ITEM.fullmatch(facts.text, run[-1].end, figure.start) is not None


def dimensions(case: Case, run: Sequence[Quantity]) -> set[str]:
    """The dimensions that the words before marks name; none where two are of one."""
    words = {word for figure in run if (word := _dimension(case.facts, figure))}
    return words if len(words) == len(run) else set()


def are_all(named: set[str]) -> bool:
    """Whether no dimension is missing: beside satisfaction stands the rate of execution."""
    ends = not named.isdisjoint(GAINS) and OUTPUT in named
    return ends and (_SATISFIED not in named or _SPENDING in named)


def _dimension(facts: Facts, figure: Quantity) -> str | None:
    """The last dimension that a figure's own words name: 预算执行率 is one of 执行."""
    own = facts.own_words(figure)
    named = [word for word in facts.cue_words["dimensions"] if word in own]
    return max(named, key=own.rfind, default=None)


def _is_in_bracket_behind(facts: Facts, mark: Quantity, figure: Quantity) -> bool:
    """Whether a figure stands in the bracket that opens right behind a mark."""
    return facts.text.startswith("(", mark.end) and facts.text.find(")", mark.end) >= figure.end
