"""The reports that are compared, and what is found between two of them."""

from __future__ import annotations

from functools import cached_property

from msgspec import Struct, field

from linter.audit.corpus import kept
from linter.audit.corpus.traits import Traits
from linter.model import Document, Severity, Span
from linter.season import Entry

_ENDINGS = ("项目", "专项资金", "专项经费", "资金", "经费", "工程")


class Member(Struct, frozen=True, dict=True):
    """A report with whose it is: as the list or the form has it, else as its title does."""

    path: str
    unit: str
    project: str
    code: str
    year: int | None
    region: str
    department: str
    score: str
    budget: str
    """In 元."""
    traits: Traits
    earlier: bool = False
    """Whether it is of an earlier season: compared with, not complained of."""

    @classmethod
    def of(cls, entry: Entry, traits: Traits, *, earlier: bool = False) -> Member:
        """What an audit knows of a submission; all else of its entry is let go."""
        key = entry.key
        return cls(
            entry.path,
            key.unit or traits.unit,
            key.project or traits.project,
            key.project_code,
            entry.year or traits.year,
            key.region,
            key.department,
            entry.figures.score or traits.marks.total,
            entry.figures.budget,
            traits,
            earlier,
        )

    @property
    def documents(self) -> tuple[Document, ...]:
        """Its documents, unpacked anew: only what is told needs them."""
        return kept.unpack(self.traits.documents)

    @cached_property
    def bare_project(self) -> str:
        """Its project without the words that are added or left out at will."""
        return bare(self.project)

    def is_of(self, other: Member) -> bool:
        """Whether both are of one unit, or of a unit and one that belongs to it."""
        one, two = self.unit, other.unit
        return bool(one and two) and (one.startswith(two) or two.startswith(one))

    def is_same_project(self, other: Member) -> bool:
        """Whether both are of one project of one unit."""
        if self.code and other.code:
            return self.code == other.code
        return self.is_of(other) and bool(self.project) and self.bare_project == other.bare_project


def bare(project: str) -> str:
    """A project's name without 项目, 资金 and the like at its end, as long as some name is left."""
    while True:
        shorter = next(
            (left for end in _ENDINGS if (left := project.removesuffix(end)) not in ("", project)),
            None,
        )
        if shorter is None:
            return project
        project = shorter


class At(Struct, frozen=True, gc=False):
    """A place in one of the members."""

    member: int
    span: Span


class Alike(Struct, frozen=True):
    """What is found: a place, the others that take part with the names of their parts."""

    place: At
    related: tuple[tuple[At, str], ...]
    calculation: str
    values: dict[str, str] = field(default_factory=dict)
    severity: Severity | None = None
    """Set where it is milder than its rule's."""
