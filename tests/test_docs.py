"""What is generated for readers is what the code says today."""

from __future__ import annotations

import runpy
from pathlib import Path

DOCS = Path(__file__).parents[1] / "docs"


def test_the_list_of_rules_is_fresh() -> None:
    """``python docs/rules.py`` writes it anew."""
    told = (DOCS / "rules.md").read_text("utf-8")
    assert told == runpy.run_path(str(DOCS / "rules.py"))["written"]()
