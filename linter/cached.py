"""Files that are kept between runs in the user's cache folder, and checksums to know damage by.

Whatever goes wrong with them, a run goes on without: what is not there or damaged is ``None``, and
what cannot be written is let go.
"""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from hashlib import sha256
from pathlib import Path


def folder() -> Path | None:
    """The user's cache folder for this program; nothing where there is no such place."""
    home = os.path.expanduser("~")
    match sys.platform:
        case "emscripten" | "wasi":
            return None
        case "win32":
            base = os.environ.get("LOCALAPPDATA", "")
        case "darwin":
            base = os.path.join(home, "Library", "Caches")
        case _:
            base = os.environ.get("XDG_CACHE_HOME", "")
            base = base if os.path.isabs(base) else os.path.join(home, ".cache")
    return Path(base) / "jixiao" if os.path.isabs(base) else None


def read(path: Path) -> bytes | None:
    """What ``write`` wrote, or nothing; what is read counts as new again."""
    if (data := read_unverified(path)) is None:
        return None
    told, _, content = data.partition(b"\n")
    return content if told == checksum(content) else None


def read_unverified(path: Path) -> bytes | None:
    """A file's bytes, which may be damaged: for large ones whose parts have their own checksums."""
    try:
        data = path.read_bytes()
    except OSError:
        return None
    with suppress(OSError):
        os.utime(path)
    return data


def write(path: Path, content: bytes, most: int) -> None:
    """Writes content behind its checksum; of the file's kind the ``most`` newest stay."""
    write_unverified(path, checksum(content) + b"\n" + content, most)


def write_unverified(path: Path, data: bytes, most: int) -> None:
    """Writes a file as a whole or not at all; of its kind the ``most`` newest stay.

    The kind is what stands before the ``-`` of its name.
    """
    import tempfile

    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(suffix=".tmp", dir=path.parent)
        try:
            with os.fdopen(handle, "wb") as stream:
                stream.write(data)
            os.replace(temporary, path)
        except OSError:
            os.unlink(temporary)
        kind, _, _ = path.name.partition("-")
        _forget(path.parent, f"{kind}-*{path.suffix}", most)


def checksum(content: bytes) -> bytes:
    """The first line of a file with this content."""
    return sha256(content).hexdigest().encode()


def _forget(place: Path, names: str, most: int) -> None:
    """Removes all but the newest files of a kind, and what a killed process left."""
    entries = sorted(place.glob(names), key=_age)
    abandoned = [p for p in place.glob("*.tmp") if entries and _age(p) < _age(entries[0])]
    for path in [*entries[:-most], *abandoned]:
        with suppress(OSError):
            path.unlink()


def _age(path: Path) -> float:
    try:
        return path.stat().st_mtime
    except OSError:
        return 0.0
