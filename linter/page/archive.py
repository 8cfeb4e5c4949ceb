"""The Python inside the page as two archives: the standard library, and what is ours with wheels.

Both hold compiled modules, uncompressed (the page compresses the whole). What cannot run in a
browser, or is not used there, is left out.
"""

from __future__ import annotations

import zipfile
from collections.abc import Iterable, Iterator, Sequence
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

from msgspec.structs import replace

import linter
from linter.page import packages
from linter.resources import folder
from linter.rulebook import cache, load

BOOK = "linter/page/book.json"
"""The compiled rules in the archive."""
_NAMES = ("library", "program")
_UNUSED = """
__hello__ __phello__ _pyrepl antigravity asyncio.__main__ bdb cProfile cmd code compileall ctypes
doctest fileinput ftplib http.cookiejar http.server http.cookies imaplib lzma mailbox modulefinder
multiprocessing netrc nturl2path optparse pdb pickletools plistlib poplib profile pstats pty pyclbr
pydoc rlcompleter sched shelve smtplib socketserver sqlite3 ssl symtable tabnanny this timeit trace
tracemalloc tty unittest wave webbrowser wsgiref xmlrpc zipapp
"""
"""Modules of the standard library, with what is below them."""
_NOT_IN_BROWSER = (
    *("cli/", "grammars/", "rules/", "output/page/vendor/", "output/page/script/"),
    "rulebook/kinds.yaml",
    *("page/script/", "page/worker/", "page/compile.cjs", "page/template.html", "page/style.css"),
)
"""Files of this package; of grammars and rules what is used is added."""
_NOT_OF_WHEELS = (".so.", ".pyi", "/tests/", "/__pyinstaller/", "-gnu.so", "/RECORD", "/WHEEL")


class Archives:
    """The two archives' bytes."""

    def __init__(self, own: Sequence[Path], pyodide: Path, wheels: Iterable[Path]) -> None:
        """Raises ``RulebookError`` for rules of ``own``, ``PageError`` where they can't be made."""
        with TemporaryDirectory(prefix="jixiao-") as temporary:
            place = Path(temporary)
            made = [(place / f"{name}.zip", place / f"{name}-made.zip") for name in _NAMES]
            _write(made[0][0], _library(pyodide / "python_stdlib.zip"))
            _write(made[1][0], [*_wheels(wheels), *_project(), (BOOK, _book(own))])
            packages.compiled(pyodide, made)
            self.library, self.program = (path.read_bytes() for _, path in made)


def _write(path: Path, entries: Iterable[tuple[str, bytes]]) -> None:
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in entries:
            archive.writestr(name, data)


def _library(path: Path) -> Iterator[tuple[str, bytes]]:
    """The standard library without what is not used."""
    unused = set(_UNUSED.split())
    with zipfile.ZipFile(path) as archive:
        for name in archive.namelist():
            module = name.removesuffix(".py").replace("/", ".")
            above = {module[:at] for at, sign in enumerate(module) if sign == "."}
            if not ({module, *above} & unused or name.endswith("/")):
                yield name, archive.read(name)


def _wheels(paths: Iterable[Path]) -> Iterator[tuple[str, bytes]]:
    """The files of wheels that Python or a licence asks for; of libraries those for WebAssembly."""
    for path in paths:
        foreign = "linux" in path.name
        with zipfile.ZipFile(path) as archive:
            for name in archive.namelist():
                left = any(part in f"/{name}" for part in _NOT_OF_WHEELS)
                if not (left or name.endswith("/") or (foreign and name.endswith(".so"))):
                    yield name, archive.read(name)


def _project() -> Iterator[tuple[str, bytes]]:
    """The package as it is installed here, laid out as a wheel has it."""
    package = Path(linter.__file__).parent
    for name, path in _files(package):
        if not name.startswith(_NOT_IN_BROWSER):
            yield f"linter/{name}", path.read_bytes()
    for room, place in (("grammars", ""), ("rules", "profiles")):
        for name, path in _files(folder(room) / place):
            yield "/".join(filter(None, ("linter", room, place, name))), path.read_bytes()


def _files(root: Path) -> Iterator[tuple[str, Path]]:
    """The files below a folder by their names as seen from there."""
    for path in sorted(root.rglob("*")):
        name = path.relative_to(root).as_posix()
        if path.is_file() and not any(part.startswith((".", "__pyc")) for part in name.split("/")):
            yield name, path


def _book(own: Sequence[Path]) -> bytes:
    """The compiled rules as plain data, which tell no path of this machine."""
    book = load(own)
    rules = tuple(replace(rule, source=Path(rule.source).name) for rule in book.rules)
    data = cache.encoded(replace(book, rules=rules))
    # A number may be whole as YAML has it and not so when it was read from the cache.
    return cache.encoded(cache.decoded(data))


def packed(data: bytes) -> bytes:
    """Data as gzip that says nothing of when it was made."""
    import gzip

    target = BytesIO()
    with gzip.GzipFile(fileobj=target, mode="wb", compresslevel=9, mtime=0, filename="") as stream:
        stream.write(data)
    return target.getvalue()
