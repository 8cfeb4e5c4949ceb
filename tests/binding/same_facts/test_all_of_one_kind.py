"""All of one kind, and some of the opposite one."""

from __future__ import annotations

import pytest

from linter.binding.same_facts.all_of_one_kind import all_of_one_kind
from tests.cases import case


@pytest.mark.parametrize(
    ("text", "second"),
    [
        ("12台检测仪器清一色国产，进口仪器有3台。", "进口仪器有3台"),
        ("全年讲座一律改在线上，线下办了6场。", "线下办了6场"),
        ("18名讲解员均为专职，其中兼职讲解员6名。", "兼职讲解员6名"),
        ("课程一律免费，收费课程3期。", "收费课程3期"),
    ],
)
def test_what_excludes_the_other(text: str, second: str) -> None:
    facts = case(text + "\n").facts
    told = [facts.text[span.start : span.end] for _, _, span in all_of_one_kind(facts)]
    assert told == [second]


@pytest.mark.parametrize(
    "text",
    [
        "12台检测仪器均为国产，进口仪器一台没有。",
        "12台检测仪器均为国产，进口仪器为0台。",
        "12台检测仪器均为国产，进口试剂3盒。",
        "上半年讲座一律改在线上，线下办了6场。",
        "全年讲座一律改在线上，上年线下办了6场。",
        "18名讲解员均为专职，另有兼职讲解员6名。",
        "新增护林员全部专职，兼职护林员6名。",
        "检测仪器均为国产，进口配件有3件。",
    ],
)
def test_nothing_that_may_be_of_others(text: str) -> None:
    assert not list(all_of_one_kind(case(text + "\n").facts))
