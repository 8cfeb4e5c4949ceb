"""Regular expressions as Python compiled them once, kept between runs.

Python makes a program of numbers of an expression, which takes it 0.2 to 2 ms and is forgotten with
the process: on a short report that was half of the time. Kept programs are given to the engine of
``re``, which verifies them before it takes them. The names used here are not public in Python:
where one is missing, and in a browser, expressions are compiled as always.
"""

from __future__ import annotations

import re
import sys
import zlib
from array import array
from contextlib import suppress
from functools import cache
from hashlib import sha256
from importlib import import_module
from pathlib import Path
from types import ModuleType

import msgspec
from msgspec import Struct

import linter
from linter import cached
from linter.regexes import needed
from linter.regexes.beginnings import with_beginning
from linter.regexes.needed import Words

_MOST = 4096
"""More programs than the shipped rules have by far: a bureau's edited rules do not pile up."""
_FILES = 4
"""How many files stay: those of other versions of Python and of this program."""
_FORMAT = 3
"""To be counted up where what is made of an expression changes."""
_CHECKSUM = 4
_WORD = "I"
_REFUSED = (AttributeError, IndexError, RuntimeError, TypeError, ValueError)
"""What another Python or its program may raise; a wrong expression is an ``re.error``."""


class Program(Struct, frozen=True, array_like=True):
    """What ``re`` compiles an expression to: machine words, and the names of its groups.

    Any match has a word of each set in ``needed``.
    """

    flags: int
    groups: int
    names: dict[str, int]
    words: bytes
    needed: tuple[Words, ...]


class Programs:
    """The programs of one version of Python, read from ``path`` when one is first asked for."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._kept = self._read()
        self._used: dict[str, Program] = {}
        self._made: dict[str, re.Pattern[str]] = {}
        self._new = False

    def _read(self) -> dict[str, memoryview]:
        """The programs of the file as its bytes: a run needs but some of them."""
        content = cached.read_unverified(self._path)
        if content is None:
            return {}
        try:
            return msgspec.msgpack.decode(content, type=dict[str, memoryview])
        except msgspec.MsgspecError:
            return {}

    def _program(self, key: str) -> Program | None:
        """A kept program; nothing where there is none or its bytes are none."""
        if key not in self._used and key in self._kept:
            with suppress(msgspec.MsgspecError, UnicodeEncodeError):
                self._used[key] = unpacked(key, self._kept[key])
        return self._used.get(key)

    def needed(self, pattern: str, flags: int) -> tuple[Words, ...]:
        """Sets of words: any match has a word of each; none where that is not known."""
        key = f"{int(flags)} {pattern}"
        if self._program(key) is None:
            self.compiled(pattern, flags)
        program = self._used.get(key)
        return program.needed if program else ()

    def compiled(self, pattern: str, flags: int) -> re.Pattern[str]:
        """The same as ``re.compile(pattern, flags)``."""
        key = f"{int(flags)} {pattern}"
        if key not in self._made:
            self._made[key] = self._compiled(key, pattern, flags)
        return self._made[key]

    def _compiled(self, key: str, pattern: str, flags: int) -> re.Pattern[str]:
        if (program := self._program(key)) is not None:
            try:
                return taken(pattern, program)
            except _REFUSED:
                pass  # kept by another Python: it is compiled anew
        try:
            program = compiled_anew(pattern, flags)
            found = taken(pattern, program)
        except _REFUSED:
            return re.compile(pattern, flags)
        self._used[key], self._new = program, True
        return found

    def keep(self) -> None:
        """Writes the programs where there are new ones."""
        if not self._new:
            return
        try:
            used = {key: packed(key, program) for key, program in self._used.items()}
        except UnicodeEncodeError:
            return  # a lone surrogate in a bureau's own pattern
        programs: dict[str, bytes | memoryview] = {**self._kept, **used}
        content = msgspec.msgpack.encode(used if len(programs) > _MOST else programs)
        cached.write_unverified(self._path, content, _FILES)


def packed(key: str, program: Program) -> bytes:
    """A program as bytes behind a checksum of them and its key."""
    body = msgspec.msgpack.encode(program)
    return _checksum(key, body) + body


def unpacked(key: str, data: memoryview) -> Program:
    """The program of ``packed`` bytes; raises ``msgspec.MsgspecError`` where they are damaged."""
    told, body = data[:_CHECKSUM], data[_CHECKSUM:]
    if told != _checksum(key, body):
        raise msgspec.DecodeError(key)
    return msgspec.msgpack.decode(body, type=Program)


def _checksum(key: str, body: bytes | memoryview) -> bytes:
    return zlib.crc32(body, zlib.crc32(key.encode())).to_bytes(_CHECKSUM)


def taken(pattern: str, program: Program) -> re.Pattern[str]:
    """The expression of a program; raises one of several errors where Python refuses it."""
    words = array(_WORD)
    words.frombytes(program.words)
    numbered: list[str | None] = [None] * (program.groups + 1)
    for name, number in program.names.items():
        numbered[number] = name
    made: re.Pattern[str] = import_module("_sre").compile(
        pattern, program.flags, words.tolist(), program.groups, program.names, tuple(numbered)
    )
    return made


def compiled_anew(pattern: str, flags: int) -> Program:
    """What Python makes of an expression; raises ``re.error``."""
    parser, compiler = import_module("re._parser"), import_module("re._compiler")
    tree = parser.parse(pattern, flags)
    words: list[int] = compiler._code(tree, flags)  # noqa: SLF001 - see above
    state, told = tree.state, int(flags | tree.state.flags)
    return Program(
        told,
        state.groups - 1,
        dict(state.groupdict),
        array(_WORD, with_beginning(words, tree, told)).tobytes(),
        needed.of_expression(tree, told),
    )


def compiled(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """The same as ``re.compile(pattern, flags)``, from a kept program where there is one."""
    kept = _programs()
    return re.compile(pattern, flags) if kept is None else kept.compiled(pattern, flags)


def needed_by(pattern: str, flags: int = 0) -> tuple[Words, ...]:
    """Sets of words: any match of an expression has a word of each; none where it is not known."""
    kept = _programs()
    return () if kept is None else kept.needed(pattern, flags)


def keep() -> None:
    """Keeps what this process had to compile for those to come."""
    if _programs.cache_info().currsize and (kept := _programs()) is not None:
        kept.keep()


@cache
def _programs() -> Programs | None:
    place = cached.folder()
    if place is None or not _is_known():
        return None
    return Programs(place / f"patterns-{_python()}.msgpack")


def _is_known() -> bool:
    """Whether this Python compiles in the way that is used here."""
    try:
        engine = import_module("_sre")
        compiler = import_module("re._compiler")
    except ImportError:
        return False
    has_all = all(hasattr(engine, name) for name in ("compile", "CODESIZE", "MAGIC"))
    makes = all(hasattr(compiler, n) for n in ("_code", "_optimize_charset", "_compile_charset"))
    return has_all and makes and array(_WORD).itemsize == engine.CODESIZE


def _python() -> str:
    """A name for all that decides what an expression compiles to."""
    engine: ModuleType = import_module("_sre")
    told = _FORMAT, linter.__version__, sys.version, sys.byteorder, engine.MAGIC, engine.CODESIZE
    return sha256(repr(told).encode()).hexdigest()[:16]
