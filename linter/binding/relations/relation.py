"""What a rule says of a relation: its roles, the windows of its figures, its equations."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from linter.facts.facts import FigureStatus
from linter.facts.quantity import NOT_MEASURED
from linter.facts.windows import Window
from linter.language.needs import Spec


class Role(Struct, frozen=True, forbid_unknown_fields=True, rename="kebab"):
    """What a figure must be to take a part in an equation."""

    dim: str = "any"
    """Dimension: money, percent, person …; ``count`` any thing or people; ``any`` what can be
    counted or measured."""
    same_dim: str | None = None
    """The role whose unit this one shares."""
    cue: tuple[str, ...] = ()
    """Words and ``@sets`` that name the role before the figure; a derived role without: any."""
    after: tuple[str, ...] = ()
    """Words right behind the figure that name the role too."""
    without: tuple[str, ...] = ()
    """Words before the figure that forbid the role."""
    stem_of: str | None = None
    """The figure is named by what the rate of that role is named by (满意 for 满意率)."""
    general: tuple[str, ...] = ()
    """Names of that rate that say nothing of the figure (完成率); by any other it must be named."""
    kin: dict[str, tuple[str, ...]] = {}
    """Of a name of that rate the words that name the figure as well: 合格: [通过, 达标]."""
    status: tuple[FigureStatus, ...] = ()
    """Permitted states of the figure; none named: of the derived figure what is actual, of the
    others any but prices."""
    optional: bool = False
    adjacent: bool = True
    """Whether a figure without any cue may take the role for being near."""
    far: bool = False
    """Whether the figure is often stated earlier: then any of its unit in the paragraph may take
    the role, and any in the report excuses."""


class Relation(Spec, frozen=True):
    """Roles, windows and equations over one derived figure."""

    derived: str
    roles: dict[str, Role]
    where: tuple[str | dict[str, str], ...]
    """Each an equation, or a mapping of a word set of the derived figure's cue to an equation."""
    unless: tuple[str | dict[str, str], ...] = ()
    """Equations, written as in ``where``, of which one that holds excuses the figures."""
    windows: tuple[Window, ...] = ("clause", "sentence")
    min: int = 3
    """How many figures must take part."""
    weak: bool = False
    """Whether a failure is never more than a doubt."""
    parted: tuple[str, ...] = ()
    """Words that part a change from figures before them: behind 其中 it is of a part."""
    told: tuple[str, ...] = ()
    """Words by which a paragraph tells the formula: then no slip need explain a failure."""
    any: bool = False
    """Whether it is enough that one equation holds, else all that apply must."""

    def equations(self) -> Iterator[str]:
        """Those that must hold, then those that excuse."""
        for entry in (*self.where, *self.unless):
            yield from entry.values() if isinstance(entry, dict) else (entry,)

    def cues(self) -> Iterator[tuple[str, tuple[str, ...]]]:
        """Each role's words before and behind its figure, and those that forbid it."""
        for name, role in self.roles.items():
            yield name, role.cue
            yield f"{name}.after", role.after
            yield f"{name}.without", role.without


def is_dimension(dimension: str, wanted: str) -> bool:
    """Whether a figure's dimension is the wanted one; ``count`` is any of things or people."""
    if wanted == "any":
        return dimension not in NOT_MEASURED
    if wanted == "count":
        return dimension.startswith("count:") or dimension in ("person", "household", "person-time")
    return dimension == wanted
