"""What the runner and the processes that check say to each other; all of it goes through a pipe."""

from __future__ import annotations

import zlib
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import msgspec
from msgspec import Struct

import linter
from linter.items import RelatedItem
from linter.profile import Profile
from linter.resources import folder
from linter.rulebook import cache
from linter.rulebook.book import Rulebook
from linter.season import Entry, Excerpt, Key

_LIBRARIES = ("lark", "msgspec", "pypdfium2", "xlrd")
"""What reads files and packs results: another version may find or keep something else."""


class Limits(Struct, frozen=True):
    """What a file may take; beyond it the file is told as one that could not be checked."""

    seconds: float = 90.0
    megabytes: int = 2048


class File(Struct, frozen=True):
    """A file by the name that is shown, with its location, or its bytes where they were sent."""

    name: str
    location: bytes
    data: bytes | None = None


class Job(Struct, frozen=True):
    """A submission to be checked."""

    path: str
    files: tuple[File, ...]


class Setup(Struct, frozen=True):
    """How submissions are checked: the rules and the options, for another process."""

    book: bytes
    """The rule book, encoded and packed."""
    digest: str
    """Names all that decides a result but the submission itself: rules, version, options."""
    profile: Profile | None = None
    lang: str = "zh"
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    force: bool = False
    limits: Limits = Limits()

    def unpacked(self) -> Rulebook:
        """The rule book."""
        return cache.decoded(zlib.decompress(self.book))

    @classmethod
    def of(
        cls,
        book: Rulebook,
        *,
        profile: Profile | None = None,
        lang: str = "zh",
        select: tuple[str, ...] = (),
        ignore: tuple[str, ...] = (),
        force: bool = False,
        limits: Limits = Limits(),  # noqa: B008 - frozen
    ) -> Setup:
        """The setup of a rule book and options."""
        # a book that was just built is encoded in other words than the same one read back
        settled = cache.encoded(cache.decoded(cache.encoded(book)))
        packed = zlib.compress(settled)
        made = cls(packed, "", profile, lang, select, ignore, force, limits)
        hashed = sha256(msgspec.msgpack.encode(msgspec.structs.replace(made, limits=Limits())))
        hashed.update(linter.__version__.encode())
        for part in (_code(), *_grammars(), *map(_version, _LIBRARIES)):
            hashed.update(b"%d:" % len(part) + part)
        return msgspec.structs.replace(made, digest=hashed.hexdigest()[:32])


class Stated(Struct, frozen=True):
    """A figure that a submission tells of itself: what it may stand for, and where it stands."""

    low: str
    high: str
    place: RelatedItem
    excerpt: Excerpt


class Known(Struct, frozen=True):
    """What is compared with the list of a season: kept beside the entry, which is large."""

    key: Key
    files: tuple[str, ...] = ()
    """The submission's files; it begins with the first."""
    year: int | None = None
    figures: dict[str, Stated] = {}


class Row(Struct, frozen=True, array_like=True):
    """A finding as the store's table has it."""

    rule: str
    severity: str
    name: str
    message: str
    file: str
    line: int
    column: int
    section: str
    quote: str
    calculation: str
    suggestion: str
    fingerprint: str


class Outcome(Struct, frozen=True):
    """What was found of a submission, packed where the runner only hands it on."""

    path: str
    content: str
    """A digest of the names and bytes of the files as they were read."""
    entry: bytes
    known: bytes
    traits: bytes
    rows: tuple[Row, ...]
    state: str
    title: str
    reason: str = ""
    """Of an unread submission the slug that says why: ``scanned``, ``encrypted`` …"""
    sure: bool = True
    """False where it was stopped: another run may fare better, so it tries again."""


def row_of(entry: Entry) -> tuple[Row, ...]:
    """The findings of an entry as rows."""
    return tuple(
        Row(
            f.rule,
            f.severity,
            f.name,
            plain(f.message),
            f.path,
            f.line,
            f.column,
            plain(f.section),
            plain(f.quote),
            plain(f.calculation),
            plain(f.suggestion),
            f.fingerprint,
        )
        for f in (told.finding for told in entry.told)
    )


def plain(text: str) -> str:
    """The text without what is no character of Unicode alone (half of a pair)."""
    return text.encode("utf-8", "replace").decode()


def _code() -> bytes:
    """The code as Python itself tells whether a compiled module is stale: by size and time."""
    package = Path(linter.__file__).parent
    files = (file for file in package.rglob("*") if "__pycache__" not in file.parts)
    told = ((file, file.stat()) for file in sorted(files) if file.is_file())
    return repr([(f.name, stat.st_size, stat.st_mtime_ns) for f, stat in told]).encode()


def _grammars() -> list[bytes]:
    return [file.read_bytes() for file in sorted(folder("grammars").glob("*.lark"))]


def _version(library: str) -> bytes:
    try:
        return version(library).encode()
    except PackageNotFoundError:
        return b""
