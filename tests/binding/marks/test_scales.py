"""Scales of grades in many notations, and what only looks like one."""

from __future__ import annotations

import pytest

from linter.binding.marks.scales import scale

SCALES = [
    "[{a},100]为优，[{b},{a})为良，[{c},{b})为中，[0,{c})为差。",
    "评价等次分为：优[{a},100]、良[{b},{a})、中[{c},{b})、差[0,{c})。",
    "{a}—100分(含{a}分)为优，{b}—{a}分(含{b}分、不含{a}分)为良，{c}—{b}分(不含{b}分)为中，{c}分以下为差。",
    "优({a}≤得分≤100)、良({b}≤得分<{a})、中({c}≤得分<{b})、差(得分<{c})四档。",
    "{a}(含)—100分为优、{b}(含)—{a}分为良、{c}(含)—{b}分为中、{c}分以下为差。",
    "优:{a}分及以上；良:{b}分至不满{a}分；中:{c}分至不满{b}分；差:不满{c}分。",
    "优≥{a}，{a}>良≥{b}，{b}>中≥{c}，差<{c}。",
    "分四档:优{a}分以上、良{b}分以上不足{a}分、中{c}分以上不足{b}分、差不足{c}分。",
    "满{a}分为优，满{b}分不满{a}分为良，满{c}分不满{b}分为中，不满{c}分为差。",
    "{a}≤S≤100为优，{b}≤S<{a}为良，{c}≤S<{b}为中，0≤S<{c}为差。",
    "等次:优，{a}分以上(含)；良，{b}分以上(含)、{a}分以下；中，{c}分以上(含)、{b}分以下；差，{c}分以下。",
    "差:{c}分以下；中:{c}(含)~{b}分；良:{b}(含)~{a}分；优:{a}(含)~100分。",
    "按照优(100~{a}分)、良({a}~{b}分，不含{a}分)、中({b}~{c}分，不含{b}分)、差({c}分以下，不含{c}分)划分。",
    "总分不低于{a}分为优，不低于{b}分但低于{a}分为良，不低于{c}分但低于{b}分为中，低于{c}分为差。",
    "综合得分大于等于{a}分的为优，大于等于{b}分小于{a}分的为良，大于等于{c}分小于{b}分的为中，小于{c}分的为差。",
    "{b}分以下{c}分以上为中，{a}分以下{b}分以上为良，{a}分以上为优，{c}分以下为差。",
    "评价结果分为优、良、中、差四级，对应分值为100—{a}、{a}—{b}、{b}—{c}、{c}—0。",
]


@pytest.mark.parametrize(("a", "b", "c"), [(90, 80, 60), (95, 85, 70), (90, 75, 60)])
@pytest.mark.parametrize("notation", SCALES)
def test_each_grade_has_its_least_mark(notation: str, a: int, b: int, c: int) -> None:
    text = notation.format(a=a, b=b, c=c)
    floors = {step.word: step.floor for step in scale(text, 0, len(text))}
    assert floors == {"优": a, "良": b, "中": c, "差": 0}


@pytest.mark.parametrize(
    "text",
    [
        "一标段96分(优)，二标段88分(良)，三标段75分(中)。",
        "三个项目得分95分、85分、70分，等级分别为优、良、中。",
        "自评95分，等级为优；上年85分，等级为良；前年75分，等级为中。",
        "优、良、中、差四个等级，本项目得分88分。",
        "优良率90%，合格率60%，差错率5%。",
        "90分以上为优。",
        "优90分以上、良70分以上不足80分、中60分以上不足70分、差不足60分。",
        "优不足90分、良不足80分、中不足60分。",
    ],
)
def test_what_is_no_scale(text: str) -> None:
    assert scale(text, 0, len(text)) == []
