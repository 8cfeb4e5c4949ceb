"""The page's scripts: their types hold, and what is taken of d3 is what npm gives."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from linter.output.page import contents

SOURCES = Path(contents.__file__).parent

pytestmark = pytest.mark.slow


def test_their_types_hold(type_errors: Callable[..., str]) -> None:
    assert type_errors(SOURCES / "script") == ""


def test_d3_is_what_npm_gives(npm: Path) -> None:
    subprocess.run(["node", "vendor.mjs", "built.js"], cwd=npm, check=True)
    assert (npm / "built.js").read_text("utf-8") == (SOURCES / "vendor" / "d3.min.js").read_text(
        "utf-8"
    )
