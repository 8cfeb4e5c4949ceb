"""The names by which a unit calls itself."""

from __future__ import annotations

import pytest

from linter.model import Status
from tests.checks.told import told
from tests.checks.verdicts import Said, report, verdicts

RULE = "structure/self-name"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("我局牵头，本局验收，我局付款。", (Status.passed, "我局", "我局3处 ✓")),
        ("我局牵头，我局验收，我办付款。", (Status.failed, "我办", "我局2处、我办1处")),
        ("我馆验收，我局、我局、我办付款。", (Status.failed, "我办", "我局2处、我馆1处、我办1处")),
        ("本项目由县里组织。", (Status.not_applicable, "", "没有这条规则要核对的内容")),
    ],
)
def test_verdict(text: str, said: Said) -> None:
    assert verdicts(RULE, text) == [said]


@pytest.mark.parametrize("word", ["我办理", "我所在", "本站点", "我委托"])
def test_words_that_only_look_like_a_name(word: str) -> None:
    assert told(RULE, f"我局牵头，{word}的事。") == []


@pytest.mark.parametrize("text", ["“我校很好”", "《关于我校食堂的说明》"])
def test_quoted_words_are_somebody_else_s(text: str) -> None:
    assert told(RULE, f"我局走访学校：{text}。") == []


def test_both_places_are_shown() -> None:
    (found,) = report(RULE, "我局牵头，我局验收，我办付款。").findings
    document = report(RULE, "我局牵头，我局验收，我办付款。").submission.documents[0]
    (other,) = found.related
    assert document.text[other.span.start : other.span.end] == "我局"
