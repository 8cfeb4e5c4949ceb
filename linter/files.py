"""The files of a folder as people hand them in: what is passed over, and names that are no text."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable, Iterator
from pathlib import Path

from linter.ignored import Ignored
from linter.model import Document, Notice, Segment, Severity, TextPlace

_REASONS = {
    os.strerror(errno.ENOENT): "文件不存在",
    os.strerror(errno.EISDIR): "这是文件夹，其中没有可检查的文件",
    os.strerror(errno.EACCES): "没有读取的权限",
    os.strerror(errno.ELOOP): "链接指回了自己",
}
"""What the system says, as people are told."""


def walk(folder: str, wanted: Callable[[str], bool]) -> Iterator[str]:
    """The files of a folder in order of name; a folder that cannot be listed stands for itself.

    Hidden files and folders, ``~$*``, ``__MACOSX`` and what ``.gitignore`` files name are left out,
    and what is not ``wanted`` by its path.
    """
    ignored = Ignored.above(Path(folder))
    stack = [os.path.normpath(folder)]
    while stack:
        here = stack.pop()
        try:
            entries = sorted(os.scandir(here), key=lambda entry: entry.name)
        except OSError:
            yield here
            continue
        ignored.enter(Path(here))
        folders = []
        for entry in entries:
            path = entry.name if here == os.curdir else entry.path
            is_folder = entry.is_dir(follow_symlinks=False)
            if not visible(entry.name):
                continue
            if ignored and ignored.matches(Path(path), is_folder=is_folder):
                continue
            if is_folder:
                folders.append(path)
            elif wanted(path):
                yield path
        stack += reversed(folders)


def visible(name: str) -> bool:
    """Whether a file or folder of this name is one that people see, not a program's leavings."""
    return not name.startswith((".", "~$")) and name != "__MACOSX"


def is_file(path: str) -> bool:
    """A file, or a link that leads nowhere, which is told rather than passed over."""
    return os.path.isfile(path) or (os.path.islink(path) and not os.path.exists(path))


def shown(path: str) -> str:
    """A path as text: bytes of a name that are no UTF-8 as escapes."""
    return os.fsencode(path).decode("utf-8", "backslashreplace")


def unreadable(path: str, reason: str) -> Document:
    """The empty document of a file that the system does not let us read."""
    notice = Notice(
        "unreadable",
        Severity.error,
        {
            "zh": f"文件无法读取（{_REASONS.get(reason, reason)}）",
            "en": f"the file cannot be read ({reason})",
        },
    )
    start = (Segment(0, TextPlace(1, 1)),)
    return Document(path, "", "", (), segments=start, notices=(notice,))
