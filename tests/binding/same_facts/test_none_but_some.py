"""Things told to be none, and a number of them."""

from __future__ import annotations

import pytest

from tests.checks.told import told

RULE = "consistency/state"


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        ("信访案件为零，办结的3件信访案件均按期答复。", ["3件信访案件"]),
        ("诉讼案件为无，作为被告的诉讼案件1件仍在二审。", ["诉讼案件1件"]),
        ("本年信访案件为零，上年的3件信访案件均已答复。", []),
        ("全年未召开听证会，书面征求意见3次。", []),
    ],
)
def test_none(text: str, quotes: list[str]) -> None:
    assert told(RULE, text) == quotes
