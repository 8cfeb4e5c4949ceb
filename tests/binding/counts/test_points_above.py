"""Points in the paragraphs above that a number leads back to."""

from __future__ import annotations

import pytest

from linter.binding.counts.recounts import recounts
from tests.cases import case

ROW = "六、存在问题\n1.报账不及时。\n2.台账不全。\n3.公示时间短。\n"


@pytest.mark.parametrize(
    ("text", "listed"),
    [
        (ROW + "针对上述两个问题，已建立清单。", [3]),
        (ROW + "针对上述三个问题，已建立清单。", [3]),
        ("建议1：优化布点。\n建议2：公示菜单。\n本局将以上三条建议细化。", [2]),
        ("七、建议\n一是优化布点；二是公示菜单。\n以上三条建议已上报。", [2]),
        (ROW + "针对上述前两个问题，已建立清单。", []),
        (ROW + "针对上述五个问题，已建立清单。", []),
        ("六、存在问题\n1.报账慢、台账乱。\n2.公示短。\n上述三个问题已整改。", []),
        (
            "六、问题\n1.账乱。\n2.人少。\n整改情况：\n1.已改。\n2.已配。\n3.已报。\n上述两个问题已销号。",
            [],
        ),
        (
            "六、问题\n(一)预算不细。\n(二)管理不严。一是短；二是乱；三是慢。\n上述两个问题已改。",
            [2],
        ),
        ("六、存在问题\n一是短、慢；二是乱。\n上述三个问题已整改。", []),
        (ROW + "上述两项措施已落实。", []),
        (ROW + "公示期满。\n上述两个问题已整改。", []),
        (ROW + "4.人员少，上述两个问题由此而来。", []),
    ],
)
def test_points_above(text: str, listed: list[int]) -> None:
    facts = case(f"某局2023年度绩效自评报告\n{text}\n").facts
    assert [len(found.items) for found in recounts(facts)] == listed


CHAPTER = (
    "一、问题\n（一）支出前松后紧。四季度偏多。\n（二）预算不细。\n（三）结转消化慢。\n二、建议\n"
)


@pytest.mark.parametrize(
    ("text", "listed"),
    [
        (CHAPTER + "针对上述四类问题，提出以下措施：\n（一）压实进度。", [3]),
        (CHAPTER + "针对前述三个问题，建议：一是压实进度；二是编细预算。", [3]),
        (CHAPTER + "针对上述七个问题，提出以下措施。", []),
        (CHAPTER + "（一）压实进度。\n针对上述四个问题，逐月通报。", []),
        (CHAPTER.replace("预算不细", "预算不细、执行慢") + "针对上述四个问题，提出措施。", []),
        (CHAPTER.replace("四季度偏多", "\n1.偏多。\n2.偏少") + "针对上述四个问题，提出措施。", []),
        (CHAPTER.replace("四季度偏多", "偏多，另外3镇未支") + "针对上述四个问题，提出措施。", [3]),
        (
            "一、问题\n（一）慢。一季度偏慢，且未调整。\n（二）粗。\n二、建议\n针对上述三个问题。",
            [],
        ),
        (CHAPTER.replace("问题", "问题和成因") + "针对上述两个问题，提出措施。", []),
        (CHAPTER.replace("结转消化慢", "其他") + "针对上述两个问题，提出措施。", []),
        (CHAPTER.replace("问题", "问题\n除目标不细外：") + "针对上述四个问题，提出措施。", []),
        (CHAPTER + "针对上述两类问题，提出措施。", []),
        (CHAPTER + "针对上述两个问题之外的情形，提出措施。", []),
        (CHAPTER + "上述两个问题已整改，另一个问题在整改。", []),
    ],
)
def test_chapter_before(text: str, listed: list[int]) -> None:
    facts = case(f"某局2023年度绩效自评报告\n{text}\n").facts
    found = [one for one in recounts(facts) if one.announced.unit in ("个", "类")]
    assert [len(one.items) for one in found] == listed
