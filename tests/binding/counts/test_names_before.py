"""Titles in a row before the number of all of them."""

from __future__ import annotations

import pytest

from linter.binding.counts.enumerations import enumerations
from tests.cases import case


@pytest.mark.parametrize(
    ("text", "holds"),
    [
        ("先后印发《资金细则》《档案规程》《廉政办法》，制度件数4件。", [False]),
        ("先后印发《资金细则》《档案规程》《廉政办法》，共3项，均已公开。", [True]),
        ("先印发《资金细则》，又印发《档案规程》《廉政办法》，共3项。", [True]),
        ("印发《资金细则》《档案规程》等，共6项制度。", []),
        ("印发《资金细则》《档案规程》，共发放4份。", []),
        ("印发《资金细则》《档案规程》，共召开4次会议。", []),
    ],
)
def test_as_many_titles_as_told(text: str, holds: list[bool]) -> None:
    assert [found.holds() for found in enumerations(case(text + "\n").facts)] == holds
