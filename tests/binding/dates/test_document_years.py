"""Years of document numbers beside the report's and the days of issue."""

from __future__ import annotations

import pytest

from linter.binding.dates.document_years import numbered
from linter.judging.opening import open_case
from tests.cases import book, document

HEAD = "某局2023年度项目绩效自评报告\n"


def wrong(text: str) -> list[tuple[int, bool]]:
    case, _ = open_case(document(HEAD + text, "a.txt"), book(), None)
    return [(found.year, found.is_wrong) for found in numbered(case)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("根据某财绩〔2032〕4号通知开展自评。", [(2032, True)]),
        ("根据某财绩〔2024〕4号通知开展自评。", []),
        ("2020年11月16日经县发改委批复立项（某发改〔2002〕187号）。", [(2002, True)]),
        ("2020年11月16日经县发改委批复立项（某发改〔2020〕187号）。", [(2020, False)]),
        ("2023年1月5日，县财政局以某财农〔2022〕118号文下达资金。", [(2022, False)]),
        ("2023年印发的办法废止了某政办〔2015〕8号。", []),
        ("根据2023年5月印发的《办法》（某财农〔2003〕61号），下达420万元。", [(2003, True)]),
        ("2021年6月印发的《“十四五”节水规划》（某水〔2012〕56号）。", [(2012, True)]),
        ("2023年修订，核准文号为某民〔2013〕5号。", [(2013, True)]),
        ("常务会议纪要〔2021〕12号记录的是2022年9月8日会议。", [(2021, True)]),
        ("该办法（某政办〔2023〕7号）于2022年6月印发，已执行。", [(2023, True)]),
        ("某发〔2022〕118号于2023年1月印发。", [(2022, False)]),
        ("某政办〔2022〕7号于2023年5月印发实施细则。", []),
        ("2023年5月8日，我局修订了某政办〔2015〕8号文。", []),
    ],
)
def test_year_of_a_document(text: str, expected: list[tuple[int, bool]]) -> None:
    assert wrong(text) == expected
