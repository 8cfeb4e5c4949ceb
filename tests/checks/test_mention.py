"""What a title and a report have to name."""

from __future__ import annotations

import pytest

from linter.model import Status
from tests.checks.verdicts import Said, report, verdicts

CHAPTERS = "一、概况\n修路。\n二、完成情况\n已修完。\n三、结论\n优。"


@pytest.mark.parametrize(
    ("title", "text", "said"),
    [
        ("某县交通局2023年度修路绩效自评报告\n", "", (Status.passed, "某县交通局2023年度修路绩效自评报告", "写明了年度、单位 ✓")),
        ("修路绩效自评报告\n", "（2023年度）\n某县交通局", (Status.passed, "修路绩效自评报告", "写明了年度、单位 ✓")),
        ("修路绩效自评报告\n", "一、概况\n2023年，某县交通局", (Status.failed, "修路绩效自评报告", "")),
        ("修路绩效自评报告\n", "2023年3月，按照某县财政局的通知，对修路经费作了自评。", (Status.failed, "修路绩效自评报告", "")),
        ("修路工作安排\n", "一、绩效\n得分。\n二、预算\n支出。", (Status.not_evaluated, "报告.txt", "没有报告标题")),
    ],
)  # fmt: skip
def test_title(title: str, text: str, said: Said) -> None:
    assert verdicts("structure/title", text, title=title) == [said]


def test_unit_named_by_the_signature_is_no_lack_of_the_title() -> None:
    text = f"{CHAPTERS}\n某县交通局\n2024年3月5日"
    (found,) = report("structure/title", text, title="修路绩效自评报告\n").findings
    assert found.message == "标题没有写明年度"


def test_lack_of_the_unit_alone_is_milder() -> None:
    found = [
        report("structure/title", CHAPTERS, title=title).findings[0].severity.value
        for title in ("2023年修路绩效自评报告\n", "修路绩效自评报告\n")
    ]
    assert found == ["info", "warning"]


def test_lack_of_a_signature_is_shown_at_the_last_line() -> None:
    (found,) = report(
        "structure/sign-off", f"{CHAPTERS}\n| 指标 | 得分 |\n|---|---|\n| 数量 | 9 |"
    ).findings
    assert (found.quote, found.message) == ("优。", "报告末尾没有成文日期、落款单位")


def test_extract_needs_no_signature() -> None:
    assert verdicts("structure/sign-off", "一、概况\n修路。") == [
        (Status.not_evaluated, "报告.txt", "章节少，可能是节选")
    ]


@pytest.mark.parametrize(
    "line",
    ["某县交通局　2024年3月5日", "2024 年 3 月 5 日", "填报日期：2024.3.5", "二〇二四年三月"],
)
def test_forms_of_a_signature(line: str) -> None:
    assert report("structure/sign-off", f"{CHAPTERS}\n{line}").findings == ()


@pytest.mark.parametrize(
    ("headings", "told"),
    [
        (("（满分30分，得30分）", "（满分40分，得40分）", "（满分30分，得30分）"), True),
        (("（满分30分，得30分）", "（满分40分，得40分）", ""), False),
        (("（得30分）", "（得40分）", "（得30分）"), False),
    ],
)
def test_framework_is_three_headings_with_full_marks(
    headings: tuple[str, str, str], told: bool
) -> None:
    parts = "".join(
        f"（{number}）{part}{marks}\n略。\n"
        for number, part, marks in zip("一二三", ("投入", "产出", "效果"), headings, strict=True)
    )
    text = f"一、概况\n修路。\n二、绩效分析\n{parts}三、存在的问题\n慢。"
    assert bool(report("structure/marks-basis", text).findings) is told


def test_bare_outline_needs_no_signature() -> None:
    text = "一、概况\n二、完成情况\n三、结论"
    assert report("structure/sign-off", text).findings == ()
