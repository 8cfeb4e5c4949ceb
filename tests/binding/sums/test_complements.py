"""A whole, what of it was done and what was not, by the verb that is denied of the rest."""

from __future__ import annotations

import pytest

from linter.binding.sums.complements import complements, wording
from tests.cases import case as case_of

WORDS = wording(("尚未", "没有", "未", "漏", "不"), ("其余",), {"缺席": ("到",)})


def told(text: str) -> list[tuple[str, str, str]]:
    facts = case_of(text).facts
    found = complements(facts, WORDS)
    return [
        tuple(facts.text[f.start : f.end] for f in (c.whole, c.done, c.rest))  # type: ignore[misc]
        for c in found
    ]


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("应检350对，实检329对，漏检31对。", ("350对", "329对", "31对")),
        ("通了客车的182个村，全县共208个村，没有通客车的28个。", ("208个", "182个", "28个")),
        ("已改造98户，任务126户，还有38户尚未改造。", ("126户", "98户", "38户")),
        ("应到48人，实到45人，缺席5人。", ("48人", "45人", "5人")),
        ("应拆违建136处，拆除119处，还有27处因诉讼暂缓。", ("136处", "119处", "27处")),
        ("两轮发现问题57项，已经销号53项，仍在推进24项。", ("57项", "53项", "24项")),
        ("36所学校中28所建了食堂，其余6所由中心校配送。", ("36所", "28所", "6所")),
    ],
)
def test_what_is_denied_of_the_rest_is_said_of_the_part(
    text: str, figures: tuple[str, str, str]
) -> None:
    assert told(text) == [figures]


@pytest.mark.parametrize(
    "text",
    [
        "计划建设30处，完成28处，尚未验收5处。",
        "应检350对，实检329对，其中漏检项目的31对。",
        "应检350对，实检329对，漏检约31对。",
        "收回问卷300份，满意285份，不满意9份。",
        "应检350对；实检329对；漏检31对。",
        "应拆违建136处，拆除119处，还有9处因诉讼暂缓。",
        "应建泵站36座，建成28座，还有12座因缺电停工检修。",
        "抽查隐蔽工程24处，一次合格21处，另有13处回填不实。",
        "完成97个，安排26个，其余45个明年做。",
        "项目预算350万元，到位340万元，其余17万元下年用。",
        "学校甲招生120人，学校乙招生86人，没有补录3人。",
    ],
)
def test_others_are_of_something_else(text: str) -> None:
    assert told(text) == []
