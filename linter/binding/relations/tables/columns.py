"""What a rule says of a table's columns, and the figures of a row by role."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec import Struct

from linter.binding.relations.terms import BARE
from linter.facts.quantity import Quantity
from linter.facts.table import Row
from linter.language.needs import Spec

Bound = dict[str, Quantity]
"""The figures of a row by role."""


class ColumnRole(Struct, frozen=True, forbid_unknown_fields=True, rename="kebab"):
    """What a column must hold to take a role."""

    dim: str = "any"
    same_dim: str | None = None
    headers: tuple[str, ...] = ()
    """Kinds of header that name the role, where there are too few rows to vote."""
    maybe: tuple[str, ...] = ()
    """Kinds of header that name it less surely: by these a failure is no more than a doubt."""
    sure: tuple[str, ...] = ()
    """Words in the header of a column, without which another row must keep to the formula."""
    most: float | None = None
    """The most that a figure may be to take the role."""
    strict: bool = False
    """Whether only a column under such a header may take the role, however its rows vote."""
    without: tuple[str, ...] = ()
    """Words in the header of a column that no header names for the role, whatever else it says."""
    said_by: dict[str, tuple[str, ...]] = {}
    """Words of the derived column's header, one of which a column of a kind needs to take the role.

    ``=完成率`` is the whole of the header.
    """
    denominator_of: tuple[str, ...] = ()
    """Words in the derived column's header for which the profile says what may take the role."""


class TableSpec(Spec, frozen=True):
    """A formula over columns and what may take its roles; ``totals``: in total rows too."""

    derived: str
    roles: dict[str, ColumnRole]
    where: str
    totals: bool = True
    otherwise: tuple[str, ...] = ()
    """Formulas with the figure of any ``other`` column, one of which explains a row that fails."""
    less: tuple[str, ...] = ()
    """Words in the cells of a row whose goal is met by less than was planned."""
    steps: tuple[str, ...] = ()
    """Words in the text that tell of steps, by which a figure without decimals may be given."""
    excused: tuple[str, ...] = ()
    """Words in a row or below its table that give another way to its figure."""

    def equations(self) -> Iterator[str]:
        """The formula, and those that explain a failure."""
        yield from (self.where, *self.otherwise)


def in_row(row: Row, columns: Mapping[str, int], spec: TableSpec) -> Bound | None:
    """The figures of a row by role; nothing where one lacks or is of another unit."""
    found = {}
    for name, index in columns.items():
        figure = row.figures[index]
        if figure is None or figure.hedge is not None:
            return None
        found[name] = figure
    for name, role in spec.roles.items():
        if role.most is not None and found[name].printed > role.most:
            return None
        if role.same_dim and not _are_of_one_unit(found[name], found[role.same_dim]):
            return None
    return found


def _are_of_one_unit(a: Quantity, b: Quantity) -> bool:
    """Whether two figures of a row are of one dimension, or one is bare and the other a count."""
    bare = BARE in (a.dimension, b.dimension) and a.factor == b.factor == 1
    counted = any(f.dimension.startswith("count:") for f in (a, b))
    return a.dimension == b.dimension or (bare and counted)
