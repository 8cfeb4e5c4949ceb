"""Lists of shares whose words say that they leave nothing out."""

from __future__ import annotations

import pytest

from linter.binding.sums.shares.complete import is_complete
from tests.cases import case

LIST = "男性占62.3%，女性占37.7%。"


@pytest.mark.parametrize(
    ("lead", "complete"),
    [
        ("参训人员", True),
        ("其中，", False),
        ("主要培训对象中，", False),
        # in a sentence without an end what stands far before is of something else
        ("其中，" + "走访座谈，" * 90, True),
        ("其中，" + "走访座谈，" * 30, False),
    ],
)
def test_what_stands_before_a_list_opens_it(lead: str, complete: bool) -> None:
    facts = case(f"某局绩效自评报告\n{lead}{LIST}\n").facts
    assert is_complete(facts, facts.by_dimension["percent"]) is complete
