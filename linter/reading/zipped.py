"""A submission handed in as one archive (.zip): its files, read in memory, one document each.

Nothing is unpacked to a disk. Names are only shown, so that one that leads outside does no harm.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath
from zipfile import ZipInfo

from linter import reading
from linter.model import Document, TextPlace
from linter.reading.package import Package
from linter.reading.unreadable import UnreadableError, too_large

_MOST_FILES, _MOST_CHARACTERS = 200, 1_000_000
"""A submission of more is none: what is read of it stays in memory."""
_DEEPEST = 2
"""How many archives may lie in one another."""
_START = TextPlace(1, 1)
_UTF8_NAME = 0x800


def read(path: str, data: bytes, headers: frozenset[str]) -> Document:
    """The first document of the archive, where only one is looked at."""
    return documents(path, data, headers)[0]


def documents(
    path: str, data: bytes, headers: frozenset[str], depth: int = 1
) -> tuple[Document, ...]:
    """The documents of an archive in order of name; one that cannot be read says so in a notice."""
    found: list[Document] = []
    try:
        package = Package(data)
        wanted = sorted(_wanted(package))
        for name, entry in wanted[:_MOST_FILES]:
            if sum(len(document.text) for document in found) > _MOST_CHARACTERS:
                raise too_large()
            found += _read(f"{path}/{name}", package.read(entry), headers, depth)
        if len(wanted) > _MOST_FILES:
            raise too_large()
    except UnreadableError as error:
        found.append(error.document(path, _START))
    if not found:
        return (_empty().document(path, _START),)
    return tuple(found)


def _read(path: str, data: bytes, headers: frozenset[str], depth: int) -> tuple[Document, ...]:
    if reading.recognise(path, data) != "zip":
        return (reading.read(path, data, headers),)
    if depth < _DEEPEST:
        return documents(path, data, headers, depth + 1)
    return (too_large().document(path, _START),)


def _wanted(package: Package) -> Iterator[tuple[str, str]]:
    """The name of each file that a reader handles, as people read it and as the archive has it."""
    for info in package.infos():
        name = _name(info)
        parts = PurePosixPath(name).parts
        hidden = any(part != ".." and part.startswith((".", "~$", "__MACOSX")) for part in parts)
        if not info.is_dir() and not hidden and reading.readable(name):
            yield name, info.filename


def _name(info: ZipInfo) -> str:
    """A file's name: archives of Chinese Windows keep it in GB18030 and do not say so."""
    if info.flag_bits & _UTF8_NAME:
        return info.filename
    try:
        return info.filename.encode("cp437").decode("gb18030")
    except UnicodeError:
        return info.filename


def _empty() -> UnreadableError:
    return UnreadableError(
        "empty-archive",
        "压缩包中没有可以检查的文件",
        "there is no file in the archive that can be checked",
    )
