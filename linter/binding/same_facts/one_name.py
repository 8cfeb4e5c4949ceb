"""Whether two figures are told under one name, in the text or in tables."""

from __future__ import annotations

from linter.binding.names import OTHER_TIME, pairs, plain
from linter.facts.facts import Facts
from linter.facts.quantity import Quantity

_ENOUGH, _FEWEST_PAIRS = 0.6, 2
"""Which part of a row's name must stand in the words of a figure, and how many pairs of it."""
_NAME = 3
"""How many characters a name must have."""
_PREVIOUS = ("previous", "target", "price", "full")


def bear_one_name(facts: Facts, one: Quantity, other: Quantity) -> bool:
    """Whether two figures are told under one name: in tables that of their rows and columns."""
    cells = [figure for figure in (one, other) if figure.start in facts.cells]
    if len(cells) == 2:
        return _are_cells_of_one_name(facts, one, other)
    if not cells:
        name = facts.label(one)
        apart = facts.windows.bounds("sentence", one.start) != facts.windows.bounds(
            "sentence", other.start
        )
        return apart and name is not None and len(name) >= _NAME and name == facts.label(other)
    (cell,) = cells
    return _is_called(facts, other if cell is one else one, cell)


def share_words(facts: Facts, one: Quantity, other: Quantity) -> bool:
    """Whether two figures of the text are led by words that have some in common."""
    if one.start in facts.cells or other.start in facts.cells:
        return False
    return bool(pairs(facts.own_words(one)) & pairs(facts.own_words(other)))


def _are_cells_of_one_name(facts: Facts, one: Quantity, other: Quantity) -> bool:
    (table, _), (others, _) = facts.cells[one.start], facts.cells[other.start]
    if table is others:
        return False
    names, same = _cell_names(facts, one), _cell_names(facts, other)
    return bool(names[0]) and names[0] == same[0] and bool(names[1] & same[1] or not names[1])


def _is_called(facts: Facts, figure: Quantity, cell: Quantity) -> bool:
    """Whether the words of a figure in the text name the row of a cell."""
    table, row = facts.cells[cell.start]
    if table.columns[row.column_of(cell)].kind in _PREVIOUS:
        return False
    words = facts.text[facts.own_lead(figure)[0] : facts.trail(figure)[1]]
    title, header = _cell_names(facts, cell)
    name = header if row.total else title
    shared = name & pairs(words)
    return (
        len(shared) >= min(_FEWEST_PAIRS, len(name)) > 0
        and len(shared) >= _ENOUGH * len(name)
        and not OTHER_TIME.search(words)
    )


def _cell_names(facts: Facts, cell: Quantity) -> tuple[set[str], set[str]]:
    """The letters of a cell's row and column by their names."""
    table, row = facts.cells[cell.start]
    level = table.column("level3")
    named = row.texts[level] if level is not None else ""
    titles = (plain(text) for text in (named, *row.texts))
    title = next((title for title in titles if len(title) > 1), "")
    return pairs(title), pairs(plain(table.columns[row.column_of(cell)].header))
