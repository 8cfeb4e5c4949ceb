"""What is asked of an audit."""

from __future__ import annotations

from pathlib import Path

from msgspec import Struct

from linter.audit import outputs
from linter.audit.jobs import Setup
from linter.audit.manifest import Line
from linter.audit.patterns import NamePattern
from linter.audit.submissions import Each
from linter.rulebook.book import Rulebook
from linter.season import Decision


class Request(Struct, frozen=True):
    """What is audited, how, and what is wanted of it."""

    paths: tuple[str, ...]
    setup: Setup
    book: Rulebook
    store: Path | None = None
    """Where results are kept for the next run; nothing is where there is none."""
    each: Each = "auto"
    workers: int | None = None
    """How many processes check; as many as there are processors where it is not said."""
    cluster: str | None = None
    send: bool = False
    """Whether a cluster's workers are sent the files, which they have no path to."""
    lines: tuple[Line, ...] | None = None
    """The list of what is to be submitted, where there is one."""
    pattern: NamePattern | None = None
    year: int | None = None
    """Of which year the submissions are to be, where the list does not say."""
    decisions: tuple[Decision, ...] = ()
    """What reviewers wrote into the ledger of the last run."""
    earlier: Path | None = None
    """The store of last year, whose reports these are compared with."""
    read: tuple[Path, ...] = ()
    """Where the list and the decisions were read from."""
    out: Path | None = None
    files: tuple[str, ...] = ()
    folders: dict[str, Path] = {}

    @property
    def own(self) -> tuple[Path, ...]:
        """Files that are the audit's own, and no submissions where they lie among them."""
        names = [output.name for output in outputs.FILES.values()] if self.out else []
        written = (self.out / name for name in names if self.out)
        stores = (path for path in (self.store, self.earlier) if path is not None)
        kept = self.out.glob("ledger.*.xlsx") if self.out else ()
        return (*self.read, *stores, *written, *kept)

    @property
    def made(self) -> tuple[Path, ...]:
        """Folders that hold nothing else than what the audit makes, where they lie deeper."""
        return (*((self.out,) if self.out else ()), *self.folders.values())
