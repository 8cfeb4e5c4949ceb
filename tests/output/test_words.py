"""The words around findings."""

from __future__ import annotations

import pytest

from linter.output.words import broken


@pytest.mark.parametrize(
    ("calculation", "told"),
    [
        ("8.5 ≤ 8", "8.5 > 8"),
        ("3 ≥ 5", "3 < 5"),
        ("10 × 114 ÷ 120 = 9.5 ≠ 9.8", "10 × 114 ÷ 120 = 9.5 ≠ 9.8"),
        ("6 ≤ 7，7 ≤ 8", "6 ≤ 7，7 ≤ 8"),
        ("285.60 ÷ 300.00 = 95.200% ≠ 96%", "285.60 ÷ 300.00 = 95.20% ≠ 96%"),
        ("1 ÷ 8 = 12.500%，得100%", "1 ÷ 8 = 12.50%，得100%"),
        ("1 ÷ 3 = 33.333%", "1 ÷ 3 = 33.333%"),
        ("", ""),
    ],
)
def test_what_does_not_hold_is_not_printed_as_if_it_did(calculation: str, told: str) -> None:
    assert broken(calculation) == told
