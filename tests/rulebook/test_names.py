"""Names of rules: of what is wrong, and of what is looked at."""

from __future__ import annotations

import pytest

import linter
from linter import rulebook
from linter.rulebook.rule import Rule

BOOK = rulebook.load()
FAULTS = ("不符", "不一致", "缺少", "没有找到", "有误", "矛盾", "倒置", "不存在", "不等于")


@pytest.mark.parametrize("rule", BOOK.rules, ids=lambda rule: rule.id)
def test_what_is_looked_at_is_named_without_a_fault_in_both_languages(rule: Rule) -> None:
    checks = rule.header.checks
    assert checks is not None
    assert not any(fault in checks.zh for fault in FAULTS)
    assert checks.en.isascii()


def test_names_tell_rules_apart() -> None:
    for lang in ("zh", "en"):
        names = [rule.header.looked_at(lang) for rule in BOOK.rules]
        assert len({*names}) == len(names)


def test_a_rule_without_such_a_name_has_its_own() -> None:
    header = rulebook.load().rules[0].header
    assert header.named("zh") == header.name
    assert header.named("en") == header.looked_at("en") != header.name


def test_findings_are_named_in_their_language() -> None:
    text = "某镇2023年度绩效自评报告\n培训人数由上年的450人增加到486人，增长7.52%。\n"
    names = [
        linter.lint(text, select=["arithmetic/growth"], lang=lang).findings[0].name
        for lang in ("zh", "en")
    ]
    assert names == ["增减幅度与前后两数不符", "rate of change and the two figures"]
