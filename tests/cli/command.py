"""Runs the command as a process of its own, as its users do."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).parents[2]
_LEFT_OUT = ("NO_COLOR", "FORCE_COLOR", "COLUMNS", "PYTHONIOENCODING", "TERM")


INSTALLED = Path(sys.executable).with_name("jixiao")
"""The command as it is installed beside the Python that runs the tests."""


def jixiao(
    *arguments: str | Path,
    folder: Path,
    stdin: bytes = b"",
    command: Sequence[str | Path] = (sys.executable, "-m", "linter"),
    **environment: str,
) -> subprocess.CompletedProcess[bytes]:
    """The finished process of ``jixiao ARGUMENTS`` run in a folder."""
    kept = {key: value for key, value in os.environ.items() if key not in _LEFT_OUT}
    return subprocess.run(
        [*map(str, command), *map(str, arguments)],
        cwd=folder,
        input=stdin,
        capture_output=True,
        check=False,
        timeout=60,
        env={
            **kept,
            "PYTHONPATH": str(ROOT),
            "PYTHONUTF8": "0",
            "PYTHONIOENCODING": "utf-8",
            **environment,
        },
    )
