"""What a case finds with the rules' patterns."""

from __future__ import annotations

import pytest

from tests.cases import book, case
from tests.generators.reports import reports

SHORT = "某县2023年度项目支出绩效自评报告\n一、基本情况\n拟投入XX万元。\n"


@pytest.mark.parametrize("text", [SHORT, *(made.text for made in reports(31, 2))])
@pytest.mark.parametrize("plain", [False, True])
def test_no_match_is_lost_by_looking_for_words_first(text: str, plain: bool) -> None:
    opened, compiled = case(text), book().compiled
    searched = opened.facts.text if plain else opened.masked
    found = 0
    for source in compiled.patterns:
        every = [match.span() for match in compiled.regex(source).finditer(searched)]
        assert [match.span() for match in opened.matches(source, plain=plain)] == every
        found += len(every)
    assert found > 0
