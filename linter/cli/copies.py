"""``--output docx=PATH``: a copy of the one input, in its own format, with the findings in it."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from msgspec import Struct

from linter import reading
from linter.cli.inputs import Input
from linter.cli.usage import UsageError
from linter.model import Report
from linter.output import COPIES, Options, annotate


class Target(Struct, frozen=True):
    """Where a copy of which format goes."""

    format: str
    path: str


def targets(outputs: Sequence[tuple[str, str]], paths: Sequence[str]) -> list[Target]:
    """Those of the outputs that are copies; raises ``UsageError`` where there can be none."""
    found = [Target(name, path) for name, path in outputs if name in COPIES]
    for target in found:
        if len(paths) != 1:
            raise UsageError(
                f"--output {target.format}= 只能在一份文件上写批注，这里有 {len(paths)} 份"
            )
        if os.path.exists(target.path) and _same(target.path, paths[0]):
            raise UsageError(f"--output {target.format}= 不能写到原文件 {target.path} 上")
    return found


def check(target: Target, source: Input) -> None:
    """Raises ``UsageError`` where the input is not of the copy's format."""
    if source.error is not None or reading.recognise(source.name, source.data) != target.format:
        raise UsageError(
            f"--output {target.format}= 只能在 {target.format} 文件上写批注，{source.name} 不是"
        )


def write(target: Target, source: Input, report: Report, options: Options) -> None:
    """Writes the copy; raises ``UsageError`` where it cannot be made or written."""
    from linter.reading.unreadable import UnreadableError

    try:
        data = annotate(target.format, source.data, report, options)
    except UnreadableError as error:
        raise UsageError(f"无法写批注：{error.zh}") from error
    try:
        Path(target.path).write_bytes(data)
    except OSError as error:
        raise UsageError(f"无法写入 {target.path}（{error.strerror}）") from error


def _same(path: str, other: str) -> bool:
    return os.path.exists(other) and os.path.samefile(path, other)
