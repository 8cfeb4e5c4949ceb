"""The scripts of the report view: their types hold."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from linter.output import html

SOURCES = Path(html.__file__).parent

pytestmark = pytest.mark.slow


def test_their_types_hold(type_errors: Callable[..., str]) -> None:
    assert type_errors(SOURCES / "script", SOURCES / "mount.js") == ""


def test_a_wrong_type_is_seen(type_errors: Callable[..., str], tmp_path: Path) -> None:
    (tmp_path / "wrong.js").write_text('reportView(1, 2, { lang: "de" });\n', "utf-8")
    assert "wrong.js" in type_errors(SOURCES / "script", SOURCES / "mount.js", tmp_path)
