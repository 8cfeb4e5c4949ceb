"""Which files a command line names: files, folders, patterns and standard input.

A file named by itself is always read. In folders and patterns, hidden files and folders, ``~$*``,
``__MACOSX``, whatever ``.gitignore`` files name, and what no reader handles are left out.
"""

from __future__ import annotations

import glob
import os
import sys
from argparse import Namespace
from collections.abc import Iterator, Sequence

from msgspec import Struct

from linter import files, reading
from linter.cli.usage import Parser, UsageError, one_of
from linter.model import Document, Severity

STDIN = "-"


def find(arguments: Sequence[str]) -> list[str]:
    """The paths that the arguments name, each once: arguments in order, folders in order of name.

    Raises ``UsageError`` for what does not exist and when nothing at all was found.
    """
    found: dict[str, None] = {}
    for argument in arguments:
        found.update(dict.fromkeys(_named(argument)))
    if not found:
        raise UsageError(f"没有可检查的文件：{'、'.join(arguments)}")
    return list(found)


def bundles(arguments: Sequence[str]) -> list[list[str]]:
    """The paths of each submission: a folder is one, and so are all other arguments together.

    Raises ``UsageError`` as ``find`` does.
    """
    folders = [argument for argument in arguments if os.path.isdir(argument)]
    single = [argument for argument in arguments if argument not in folders]
    return [find(group) for group in (single, *([folder] for folder in folders)) if group]


class Input(Struct, frozen=True):
    """The bytes of a path or of standard input by the name that is shown, or why there are none."""

    name: str
    data: bytes = b""
    error: str | None = None

    def documents(self, headers: frozenset[str]) -> tuple[Document, ...]:
        """The document of the bytes, of an archive several; one that can't be read says so."""
        if self.error is not None:
            return (files.unreadable(self.name, self.error),)
        return reading.documents(self.name, self.data, headers)


def load(path: str, stdin_name: str = STDIN) -> Input:
    """What a path or standard input holds; of what is too large, enough to say so."""
    name = stdin_name if path == STDIN else files.shown(path)
    most = reading.LARGEST + 1
    try:
        if path == STDIN:
            return Input(name, sys.stdin.buffer.read(most))
        with open(path, "rb") as file:
            return Input(name, file.read(most))
    except OSError as error:
        return Input(name, error=error.strerror or type(error).__name__)


def add_file_options(parser: Parser) -> None:
    """What the commands take that show one file: FILE, ``--stdin-filename`` and ``--format``."""
    parser.values.add_argument("path", metavar="FILE", help="报告文件，或 -（标准输入）")
    add_stdin_option(parser)
    parser.options.add_argument(
        "--format",
        type=one_of(("text", "json")),
        default="text",
        metavar="FORMAT",
        help="text 或 json",
    )


def add_stdin_option(parser: Parser) -> None:
    """The option ``--stdin-filename``."""
    parser.options.add_argument(
        "--stdin-filename",
        default=STDIN,
        metavar="NAME",
        help="标准输入的文件名，其后缀决定读法（默认按文本）",
    )


def read_one(options: Namespace, headers: frozenset[str] = frozenset()) -> Document:
    """The one document that a command shows; raises ``UsageError`` where it cannot be read."""
    if options.path != STDIN and not os.path.isfile(options.path):
        raise UsageError(f"找不到文件 {options.path}")
    document = load(options.path, options.stdin_filename).documents(headers)[0]
    grave = [n for n in document.notices if n.severity is Severity.error and not document.text]
    if grave:
        raise UsageError(f"{options.path}：{grave[0].message['zh']}")
    return document


def _named(argument: str) -> Iterator[str]:
    if argument == STDIN:
        yield argument
    elif os.path.isdir(argument):
        found = list(files.walk(argument, _read))
        named = not found and reading.readable(argument)  # a folder that is taken for a file
        yield from [os.path.normpath(argument)] if named else found
    elif os.path.lexists(argument):
        yield os.path.normpath(argument)
    elif glob.has_magic(argument):
        for path in sorted(glob.glob(argument, recursive=True)):
            if os.path.isdir(path):
                yield from files.walk(path, _read)
            elif files.visible(os.path.basename(path)) and reading.readable(path):
                yield os.path.normpath(path)
    else:
        raise UsageError(f"找不到文件 {argument}")


def _read(path: str) -> bool:
    """Whether a file that was found, not named, is read."""
    return reading.readable(path) and files.is_file(path)
