"""A goal of the chapter of goals that the table has otherwise: 达标率不低于97%, and ≥95% there.

The name of the goal is that of a row, and neither chapter nor table has the other's number for it.
"""

from __future__ import annotations

from collections.abc import Iterator

from linter.binding.case import Case
from linter.binding.names import OTHER_TIME, plain
from linter.binding.same_facts.goals_told import Goal, goals_of, shortens, unit_of
from linter.facts.facts import Facts
from linter.facts.quantity import Quantity
from linter.regexes.late import regex

_OTHERWISE = regex(
    "调整|变更|原定|原为|中期|规划|累计|[两三四五]年|行动|总目标|中长期|其中|分别|依次|每|均|提高|增长|下降|降低|比例由|上级|省里|市里"
)
"""Around a goal: it is of another time or scope, or by how much something is to change."""
_SHORTEST = 4
_AROUND = 40
_BOUNDS = {"above": "above", "more": "above", "below": "below", "under": "below"}
"""Which way a goal is bound, by its hedge."""


def goal_twins(case: Case) -> Iterator[tuple[Quantity, Quantity]]:
    """Each goal of the text with the one of the table, where they differ."""
    facts = case.facts
    found = case.once(goals_of)
    told = [g for g in found if g.figure.start not in facts.cells]
    listed = [g for g in found if g.figure.start in facts.cells]
    for goal in told if listed else ():
        if not _is_plain(facts, goal.figure):
            continue
        twins = [g for g in listed if _are_one(goal, g)]
        namesakes = [g for g in told if g.names == goal.names]
        numbers = {twin.figure.printed for twin in twins}
        if len(numbers) == 1 and numbers.isdisjoint(g.figure.printed for g in namesakes):
            yield goal.figure, twins[0].figure


def _is_plain(facts: Facts, figure: Quantity) -> bool:
    """Whether a figure of the chapter of goals is the year's goal."""
    words = facts.text[slice(*facts.windows.around("clause", figure.start, figure.end, _AROUND))]
    year = f"{facts.year}年"
    otherwise = _OTHERWISE.search(words) or OTHER_TIME.search(words.replace(year, ""))
    return facts.in_target_section(figure.start) and not otherwise


def _are_one(goal: Goal, row: Goal) -> bool:
    """Whether a goal of the text has the name and the unit of a row, and is bound the same way."""
    ways = {_BOUNDS.get(g.figure.hedge or "") for g in (goal, row)} - {None}
    if unit_of(goal.figure) != unit_of(row.figure) or len(ways) > 1:
        return False
    name = plain(goal.names[0])
    if len(name) < _SHORTEST:
        return False
    texts = [text for text in map(plain, row.names) if len(text) >= _SHORTEST]
    return any(t.startswith(name) or shortens(*sorted((name, t), key=len)) for t in texts)
