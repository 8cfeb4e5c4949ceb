"""Which submissions lie in the folders and files that an audit is given.

A folder that holds files directly is one submission, with its folders of attachments (附件、佐证…);
the folders above it are regions and departments. Where names tell several projects or units apart
(``naming``), each of these is one, known by its first file. A submission each are: what lies
directly in a folder that was named, the files that the season's list names, and those of a folder
with more files than a submission has.
"""

from __future__ import annotations

import os
from collections.abc import Container, Iterator, Sequence
from pathlib import Path, PurePosixPath
from typing import Literal

from msgspec import Struct

from linter import reading
from linter.audit import naming
from linter.audit.jobs import File, Job
from linter.files import shown, walk
from linter.regexes.late import regex

Each = Literal["auto", "folder", "file"]
_MOST = 50
"""A folder with more files is one of submissions of one file each."""
_REPORT = regex(r"(?:自评|绩效|评价)[^/]*报告")
"""What is called so is a submission's report, whatever its folder is called."""
_SELF = regex(r"报告|自评")
_COUNT = regex(r"[\W\d_一二三四五六七八九十及和]")
_TOLD = frozenset(
    (
        *(".ofd", ".rar", ".7z", ".tar", ".gz", ".odt", ".ods", ".ppt", ".pptx", ".dps", ".pages"),
        *(".jpg", ".jpeg", ".png", ".tif", ".tiff", ".bmp", ".gif", ".heic", ".ceb", ".gd", ".sep"),
        *(".numbers", ".uot", ".uos", ".caj"),
    )
)
"""Suffixes of what people hand in and no reader handles: told, not passed over."""


class Search(Struct, frozen=True):
    """How submissions are told from each other."""

    each: Each = "auto"
    attachments: tuple[str, ...] = ()
    """Words in the names of folders of attachments."""
    alone: tuple[str, ...] = ()
    """Words that together with those are the whole name of such a folder."""
    listed: frozenset[str] = frozenset()
    """Paths or names of files that the season's list has as submissions."""
    own: tuple[Path, ...] = ()
    """The audit's own files, which are none."""
    made: tuple[Path, ...] = ()
    """Folders of what an audit makes: nothing in them is one, where they lie in what is audited."""


def find(paths: Sequence[str], how: Search = Search()) -> list[Job]:  # noqa: B008 - frozen
    """The submissions in order of path.

    Paths are told relative to the folder that was named; with several, each below its name.
    """
    names = _names(paths)
    jobs: dict[str, list[File]] = {}
    for path, name in zip(paths, names, strict=True):
        if not os.path.isdir(path):
            jobs.setdefault(name, []).append(File(name, os.fsencode(os.path.abspath(path))))
            continue
        prefix = f"{name}/" if len(paths) > 1 else ""
        root = os.path.abspath(path)
        for submission, found in _in_folder(root, how):
            jobs.setdefault(prefix + submission, []).extend(
                File(prefix + shown(file), os.fsencode(os.path.join(root, file))) for file in found
            )
    return [Job(path, tuple(files)) for path, files in sorted(jobs.items())]


def root(paths: Sequence[str]) -> str:
    """The folder to which the paths that are told are relative.

    Raises ``ValueError`` where there is none.
    """
    if len(paths) == 1 and os.path.isdir(paths[0]):
        return os.path.abspath(paths[0])
    above = {os.path.dirname(os.path.abspath(path)) for path in paths}
    if len(above) != 1:
        raise ValueError(paths)
    return above.pop()


def _names(paths: Sequence[str]) -> list[str]:
    """What the paths are called: their last names where these differ, else all of them."""
    plain = [shown(os.path.normpath(path)).replace(os.sep, "/") for path in paths]
    last = [PurePosixPath(name).name or name for name in plain]
    return last if len(set(last)) == len(last) else plain


def _in_folder(folder: str, how: Search) -> Iterator[tuple[str, list[str]]]:
    """Each submission of a folder with its files, as paths from it."""
    groups: dict[str, list[str]] = {}
    root = os.path.join(folder, "")
    own, each = frozenset(map(os.path.abspath, how.own)), how.each
    made = _inside(root, how.made)
    paths = list(walk(folder, _is_told))
    reports = {os.path.dirname(path) for path in paths if _REPORT.search(os.path.basename(path))}
    for path in paths:
        if path in own or path.startswith(made):
            continue
        file = path[len(root) :].replace(os.sep, "/") or "."
        if not how.listed.isdisjoint((file, os.path.basename(file))):
            yield shown(file), [file]
        else:
            groups.setdefault(_home(root, file, how, reports), []).append(file)
    for home, files in groups.items():
        alone = not home if each == "auto" else each == "file"
        if alone or (each == "auto" and len(files) > _MOST):
            yield from ((shown(file), [file]) for file in files)
            continue
        parts = naming.groups(files) if each == "auto" else [files]
        for part in parts:
            checked = _checked(part)
            yield shown(home if len(parts) == 1 else checked[0]) or ".", checked


def _checked(files: Sequence[str]) -> list[str]:
    """What is checked of a submission's files: what can be read, then what seems its report.

    The latter is told as a file that could not be read; other files are passed over.
    """
    read = [file for file in files if reading.readable(file)]
    if not read:
        return list(files)
    left = (file for file in files if not reading.readable(file))
    return [*read, *(file for file in left if _SELF.search(os.path.basename(file)))]


def _inside(root: str, folders: Sequence[Path]) -> tuple[str, ...]:
    """How paths begin that lie in these folders, for those that lie below the root."""
    below = (os.path.join(os.path.abspath(folder), "") for folder in folders)
    return tuple(path for path in below if path.startswith(root) and path != root)


def _home(root: str, file: str, how: Search, reports: Container[str]) -> str:
    """The folder that is a file's submission: the one it lies in, or that of its attachments."""
    parts = file.split("/")[:-1]
    while len(parts) > 1 and (
        _is_attachments(parts[-1], how)
        or (
            any(word in parts[-1] for word in how.attachments)
            and os.path.join(root, *parts) not in reports
        )
    ):
        parts.pop()
    return "/".join(parts)


def _is_attachments(name: str, how: Search) -> bool:
    """Whether the words for attachments are all that a folder's name says (附件1、佐证材料)."""
    left = _COUNT.sub("", name)
    for word in (*how.attachments, *how.alone):
        left = left.replace(word, "")
    return not left and any(word in name for word in (*how.attachments, *how.alone))


def _is_told(path: str) -> bool:
    return reading.readable(path) or os.path.splitext(path)[1].lower() in _TOLD
