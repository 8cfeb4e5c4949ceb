"""Ranges that fall down a scale, and those that fall alone."""

from __future__ import annotations

import pytest

from linter.binding.falling_ranges import goes_down_a_scale


@pytest.mark.parametrize(
    ("text", "quote", "down"),
    [
        ("100%—80%(含)、80%—60%(含)、60%—0%范围内", "60%—0%", True),
        ("10—8分、8—6分、6—0分范围", "6—0分", True),
        ("在5万元到3万元之间的12户，在3万元到1万元之间的8户", "5万元到3万元", True),
        ("一类5万元到3万元之间，二类2万元到1万元之间", "2万元到1万元", True),
        ("在5万元到3万元之间，人数在2人到3人之间", "5万元到3万元", False),
        ("在65人～45人范围内，乙组在95人～70人范围内", "95人～70人", False),
        ("在80%～106%之间，另一批在106%～101%之间", "106%～101%", False),
        ("在100%—80%之间\n在80%—60%之间", "80%—60%", False),
        ("在60%—0%之间", "60%—0%", False),
        ("在2%—3%之间", "2%—3%", False),
    ],
)
def test_ranges_that_go_down_a_scale(text: str, quote: str, down: bool) -> None:
    start = text.index(quote)
    assert goes_down_a_scale(text, start, start + len(quote)) is down
