"""The page's scripts: their types hold, and what is taken of d3 is what npm gives."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from linter.output.page import contents

SOURCES = Path(contents.__file__).parent

pytestmark = pytest.mark.slow


def test_their_types_hold(npm: Path) -> None:
    shutil.copytree(SOURCES / "script", npm / "script", dirs_exist_ok=True)
    result = subprocess.run(
        ["npx", "--no-install", "tsc"], cwd=npm, capture_output=True, check=False, text=True
    )
    assert result.stdout + result.stderr == ""
    assert result.returncode == 0


def test_d3_is_what_npm_gives(npm: Path) -> None:
    subprocess.run(["node", "vendor.mjs", "built.js"], cwd=npm, check=True)
    assert (npm / "built.js").read_text("utf-8") == (SOURCES / "vendor" / "d3.min.js").read_text(
        "utf-8"
    )
