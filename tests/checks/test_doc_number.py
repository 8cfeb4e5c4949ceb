"""Document numbers."""

from __future__ import annotations

import pytest

from tests.checks.told import told
from tests.checks.verdicts import report

FORM, OF_ONE_DOCUMENT = "numbering/doc-number", "consistency/document-number"
FIRST = "《关于开展2023年度预算绩效自评工作的通知》（某财绩〔2023〕18号）"


@pytest.mark.parametrize(
    ("number", "mended"),
    [
        ("某财绩[2024]2号", "某财绩〔2024〕2号"),
        ("某财绩（2024）2号", "某财绩〔2024〕2号"),
        ("某财绩【2024】2号", "某财绩〔2024〕2号"),
        ("某财绩〔2024〕第2号", "某财绩〔2024〕2号"),
        ("某财绩〔2024〕002号", "某财绩〔2024〕2号"),
    ],
)
def test_mended(number: str, mended: str) -> None:
    (finding,) = report(FORM, f"根据{number}文件开展自评。").findings
    assert (finding.quote, finding.fix) == (number, mended)


@pytest.mark.parametrize(
    "text", ["根据某财绩〔2024〕2号文件。", "经2023年第3号会议纪要同意。", "执行GB/T 9704—2012。"]
)
def test_right(text: str) -> None:
    assert not report(FORM, text).findings


@pytest.mark.parametrize(
    ("again", "wrong"),
    [
        (
            "《关于开展2023年度预算绩效自评工作的通知》（某财绩〔2023〕81号）",
            ["某财绩〔2023〕81号"],
        ),
        (
            "《某省财政厅关于开展2023年度预算绩效自评工作的通知》（某财绩〔2022〕18号）",
            ["某财绩〔2022〕18号"],
        ),
        # written otherwise, which another rule tells
        ("《关于开展2023年度预算绩效自评工作的通知》（某财绩[2023]第018号）", []),
        # no slip of the hand away, or of one digit: it may have been sent out twice
        ("《关于开展2023年度预算绩效自评工作的通知》（某财绩〔2023〕46号）", []),
        # another body's, another document's, and one without a title
        ("《关于开展2023年度预算绩效自评工作的通知》（某农财〔2023〕81号）", []),
        ("《关于开展2023年度部门绩效自评工作的通知》（某财绩〔2023〕81号）", []),
        ("该通知（某财绩〔2023〕81号）", []),
    ],
)
def test_a_document_named_twice(again: str, wrong: list[str]) -> None:
    assert told(OF_ONE_DOCUMENT, f"按{FIRST}拨付。\n一、依据\n{again}。") == wrong


@pytest.mark.parametrize(
    ("cited", "wrong"),
    [
        ("《项目支出绩效评价管理办法》（财预〔2020〕10号）", []),
        ("《项目支出绩效评价管理办法》的通知（财预〔2010〕10号）", ["财预〔2010〕10号"]),
        (
            "《财政部关于印发《项目支出绩效评价管理办法》的通知》（财预〔2020〕12号）",
            ["财预〔2020〕12号"],
        ),
        ("《关于全面实施预算绩效管理的意见》（中发〔2018〕43号）", ["中发〔2018〕43号"]),
        (f"《项目支出绩效评价管理办法》（财预〔2020〕{'1' * 5000}号）", []),
        (
            "《中共中央  国务院关于全面实施预算绩效管理的意见》（中发〔2018〕43号）",
            ["中发〔2018〕43号"],
        ),
        ("《某市项目支出绩效评价管理办法》（某财预〔2020〕12号）", []),
        ("《项目支出绩效评价管理办法》（某财绩〔2021〕4号）", []),
    ],
)
def test_a_document_that_everybody_cites(cited: str, wrong: list[str]) -> None:
    assert told(OF_ONE_DOCUMENT, f"依据{cited}评分。") == wrong


def test_a_wrong_number_is_told_once_for_each_number() -> None:
    again = "《关于开展2023年度预算绩效自评工作的通知》（某财绩〔2023〕81号）"
    assert told(
        OF_ONE_DOCUMENT, f"按{FIRST}拨付。\n一、依据\n{again}。\n二、其他\n{again}。\n{FIRST}。"
    ) == ["某财绩〔2023〕81号"]
