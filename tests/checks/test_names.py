"""Names that are nearly the title's."""

from __future__ import annotations

import pytest

from linter.binding.report.titles import Subject, subject
from tests.checks.verdicts import report

TITLE = "沙河县水务局2023年度农村饮水安全巩固提升项目绩效自评报告\n"


def quotes(text: str) -> list[str]:
    return [f.quote for f in report("consistency/names", text, title=TITLE).findings]


@pytest.mark.parametrize(
    ("title", "unit", "project"),
    [
        (TITLE, "沙河县水务局", "农村饮水安全巩固提升项目"),
        (
            "# 附件1:某县水务局关于2023年度管网改造项目支出绩效评价报告",
            "某县水务局",
            "管网改造",
        ),
        ("沙河县城乡环卫一体化经费2023年绩效自评报告", "", "城乡环卫一体化经费"),
        ("绩效自评报告", "", ""),
    ],
)
def test_subject_of_a_title(title: str, unit: str, project: str) -> None:
    assert subject(title) == Subject(unit, project)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("农村饮水安全巩固提高项目。", ["农村饮水安全巩固提高"]),
        ("农村饮水安巩全固提升项目。", ["农村饮水安巩全固提升"]),
        ("农村饮水巩固安全提升项目。", []),
        ("农村饮水全安巩固提升项目。", ["农村饮水全安巩固提升"]),
        ("农村饮水安全巩固提高工作。", []),
        ("农村饮水安全巩固提高项目。" * 3, []),
        ("城乡饮水安全巩固提升项目。", []),
        ("单位名称：沙河县水务所", ["沙河县水务所"]),
        ("主管部门：沙河县税务局", []),
        ("检查由沙河县税务局开展。", []),
    ],
)
def test_one_character_or_a_swap(text: str, found: list[str]) -> None:
    assert quotes(text) == found
