"""Whether a figure is a result, a plan, a wish, a limit, a deduction or a price."""

from __future__ import annotations

import pytest

from linter.facts.status import status
from tests.cases import case

TITLE = "某局绩效自评报告\n"


def statuses(text: str) -> list[str]:
    facts = case(TITLE + text).facts
    return [status(facts, figure) for figure in facts.quantities]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("实际培训480人次。", ["actual"]),
        ("培训480人次。", ["actual"]),
        ("计划培训500人次，实际培训480人次。", ["plan", "actual"]),
        ("拟购置设备5台。", ["plan"]),
        ("取证率96.5%，目标是90%；抽中1240人。", ["actual", "target", "actual"]),
        ("目标是培训120人；就业60人。", ["target", "target"]),
        ("目标值95%，完成值96%。", ["target", "actual"]),
        ("支出控制在50万元。", ["limit"]),
        ("目标为95%。", ["target"]),
        ("封顶50万元。", ["limit"]),
        ("指标按照文件要求设置，决策16分、过程24分。", ["actual", "actual"]),
        ("支付进度偏慢，扣2分。", ["deduction"]),
        ("每亩补助300元。", ["price"]),
        ("计划每亩补助300元。", ["price"]),
        ("均含9%增值税，税后利润率9%。", ["price", "actual"]),
        ("计划下达，已支付50万元。", ["actual"]),
        ("已完成年初提出的绩效目标，合格率100%。", ["actual"]),
        ("为完成全年目标，合格率95%是底线。", ["target"]),
        ("已完成年度目标，下年计划培训500人次。", ["plan"]),
    ],
)
def test_nearest_word_decides(text: str, expected: list[str]) -> None:
    assert statuses(text) == expected


def test_what_a_chapter_of_goals_will_reach_is_a_wish() -> None:
    text = "一、绩效目标\n合格率达到95%，完成500户，已到位80万元。\n二、完成情况\n完成480户。\n"
    assert statuses(text) == ["target", "target", "actual", "actual"]


def test_cell_of_goals_makes_figures_wishes() -> None:
    text = "|目标|预期目标|实际完成情况|\n|---|---|---|\n| |培训500人次，合格率达到95%。|培训480人次，合格率达到96%。|\n"
    assert statuses(text) == ["target", "target", "actual", "actual"]


def test_chapter_of_goals_makes_figures_wishes() -> None:
    text = "一、绩效目标\n培训500人次，实际到位80万元。\n二、完成情况\n培训480人次。\n"
    assert statuses(text) == ["target", "actual", "actual"]
