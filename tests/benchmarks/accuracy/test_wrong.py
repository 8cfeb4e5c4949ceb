"""Right reports and forms with one thing made wrong, by somebody who had seen no rule."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import msgspec
import pytest
from msgspec import Struct

from linter import api
from linter.model import Severity
from linter.rulebook import Rulebook

FOLDER = Path(__file__).parent
FLOOR = 27
"""Changes that are told, of 60: many need sense, or figures in words that no rule reads."""


class Change(Struct, frozen=True):
    """What stands ``old`` in a file and is wrong as ``new``."""

    file: str
    old: str
    new: str
    why: str


@cache
def changes() -> list[Change]:
    return msgspec.yaml.decode((FOLDER / "wrong.yaml").read_bytes(), type=list[Change])


def is_told(change: Change, book: Rulebook) -> bool:
    """Whether a warning or an error is told of the changed text; of the right one none is."""
    text = (FOLDER / "right" / change.file).read_text("utf-8")
    report = api.lint(text.replace(change.old, change.new), path=change.file, book=book)
    return any(finding.severity >= Severity.warning for finding in report.findings)


def test_each_change_is_one() -> None:
    for change in changes():
        text = (FOLDER / "right" / change.file).read_text("utf-8")
        assert text.count(change.old) == 1
        assert change.old != change.new


@pytest.mark.slow
def test_changes_are_told(book: Rulebook) -> None:
    told = sum(is_told(change, book) for change in changes())
    print(f"told: {told} of {len(changes())}")
    assert len(changes()) == 60
    assert told >= FLOOR
