"""Head figures of a self-evaluation in its form and in another place."""

from __future__ import annotations

import pytest

from linter.engine import lint
from linter.model import Submission
from tests.cases import book, document

RULE = "consistency/forms"
TITLE = "某县图书馆2023年度阅读推广项目绩效自评报告\n一、资金\n"
WORDS = "全年预算数136.50万元。截至2023年12月31日，全年执行数132.96万元，执行率97.41%。\n"


def form(
    budget: str = "136.50",
    spent: str = "132.96",
    rate: str = "97.41%",
    total: str = "98.74",
    name: str = "阅读推广",
    unit: str = "某县图书馆",
) -> str:
    return (
        f"项目支出绩效自评表（2023年度）\n项目名称：{name}\n实施单位：{unit}\n\n"
        "| 项目资金（万元） | 年初预算数 | 全年预算数 | 全年执行数 | 分值 | 执行率 | 得分 |\n"
        "|---|---|---|---|---|---|---|\n"
        f"| 年度资金总额 | 128.00 | {budget} | {spent} | 10 | {rate} | 9.74 |\n\n"
        "| 一级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分 |\n|---|---|---|---|---|---|\n"
        "| 产出指标 | 新购图书 | 14000册 | 14600册 | 60 | 60 |\n"
        "| 效益指标 | 到馆读者 | 21万人次 | 21.8万人次 | 30 | 29 |\n"
        f"| 总分 | | | | 100 | {total} |\n"
    )


def told(*texts: str) -> list[tuple[str, int]]:
    """The quote and the document of what is said, of texts that are files of one submission."""
    documents = tuple(document(text, f"{n}.md") for n, text in enumerate(texts))
    report = lint(Submission(documents), book())
    return [(f.quote, f.span.document) for f in report.findings if f.rule == RULE and f.span]


@pytest.mark.parametrize(
    ("other", "quotes"),
    [
        (form(budget="163.50"), ["136.50"]),
        (form(spent="100.10"), ["132.96"]),
        (form(rate="73.33%"), ["97.41%"]),
        (form(total="96.35"), ["98.74"]),
        (form(spent="100.10", rate="73.33%", total="96.35"), ["132.96", "97.41%", "98.74"]),
        # the same, rounded or of another project, unit or form
        (form(), []),
        (form(budget="136.5", spent="133.0", rate="97.4%"), []),
        (form(spent="100.10", name="古籍保护"), []),
        (form(spent="100.10", unit="某县文化馆"), []),
        (form(spent="100.10") + 2 * form(spent="90.10"), []),
    ],
)
def test_a_report_with_its_form_beside_another(other: str, quotes: list[str]) -> None:
    assert told(TITLE + WORDS + form(), other) == [(quote, 0) for quote in quotes]


@pytest.mark.parametrize(
    ("words", "quotes"),
    [
        (WORDS.replace("132.96", "125.17"), ["125.17万元"]),
        (WORDS.replace("136.50", "163.80"), ["163.80万元"]),
        ("调整后预算数为142.00万元。\n全年实际支出120.40万元。\n", ["142.00万元", "120.40万元"]),
        (WORDS, []),
        ("全年预算数1365000元。全年执行数1329600.00元。\n", []),
        # of a part, a stage, last year, or about
        ("图书采购全年预算数58.40万元。图书采购全年支出57.16万元。\n", []),
        ("其中财政拨款全年预算数120.00万元。\n", []),
        ("截至6月30日，全年执行数60.21万元。\n", []),
        ("2022年全年预算数118.20万元。2022年全年支出117.05万元。\n", []),
        ("全年预算数约140万元。\n", []),
        # what the form has in another column, and what is told with two values
        ("全年预算数128.00万元。\n", []),
        ("全年执行数120.40万元。\n\n全年执行数121.60万元。\n", []),
    ],
)
def test_words_beside_a_form(words: str, quotes: list[str]) -> None:
    assert told(TITLE + words, form()) == [(quote, 0) for quote in quotes]
