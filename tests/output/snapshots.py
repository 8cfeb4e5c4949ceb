"""Expected outputs kept as files; ``SNAPSHOTS=write pytest tests/output`` writes them anew."""

from __future__ import annotations

import os
from pathlib import Path

_FOLDER = Path(__file__).parent / "snapshots"


def same_as_snapshot(name: str, actual: str) -> bool:
    """Whether an output is what its file holds; a difference is shown by the assertion."""
    path = _FOLDER / name
    if os.environ.get("SNAPSHOTS") == "write":
        path.write_text(actual, "utf-8", newline="\n")
    expected = path.read_text("utf-8")
    assert actual == expected
    return True
