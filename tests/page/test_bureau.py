"""A bureau's own rules and profiles on the page: what they bring, and what is wrong by line."""

from __future__ import annotations

import json

import pytest

from linter import rulebook
from linter.page.bureau import laid_over
from linter.page.desk import Desk
from linter.rulebook.book import Rulebook
from linter.rulebook.files import File
from tests.rulebook.rules import RULE

PROFILE = """\
extends: sichuan
name: 本县项目支出自评
off: [typography/deadline]
"""
REPORT = (
    "青山县水利局2023年度项目支出绩效自评报告\n一、项目概况\n日效性指标完成，截止2023年12月底。\n"
)


@pytest.fixture(scope="module")
def book() -> Rulebook:
    return rulebook.load()


def file(text: str, name: str = "own.yaml") -> File:
    return File(name, text.encode())


@pytest.mark.slow
def test_rules_and_a_profile(book: Rulebook) -> None:
    laid, own, refused = laid_over(book, [file(RULE), file(PROFILE, "本县.yaml")])
    assert refused == []
    assert [(one.file, one.rules, one.profile) for one in own] == [
        ("own.yaml", ("typography/own",), ""),
        ("本县.yaml", (), "本县"),
    ]
    assert len(laid.rules) == len(book.rules) + 1
    assert laid.profiles["本县"].name == "本县项目支出自评"


def test_a_rule_of_the_same_id_takes_the_place_of_the_shipped_one(book: Rulebook) -> None:
    own = RULE.replace("typography/own", "typography/deadline")
    laid, _, _ = laid_over(book, [file(own)])
    assert [rule.id for rule in laid.rules] == [rule.id for rule in book.rules]
    found = laid.rule("typography/deadline")
    assert found is not None
    assert (found.header.name, found.source) == ("名称", "own.yaml")


@pytest.mark.parametrize(
    ("text", "line", "told"),
    [
        (RULE.replace("severity: warning", "severity: grave"), 4, "severity"),
        (RULE.replace("  text:\n", "  texts:\n"), 7, "是否想写 text"),
        (RULE.replace("[日效性]", '["{a:nothing}"]'), 8, "没有名为 nothing 的量纲"),
        ("- id: [\n", 2, "前面的括号没有收尾"),
        ("just words", 1, "规则文件应是一个规则列表"),
        ("extends: nowhere\nname: 本县\n", 1, "没有名为 nowhere 的框架"),
        ("name: 本县\noff: [no/rule]\n", 2, "没有名为 no/rule 的规则"),
        ("", 1, "规则文件应是一个规则列表"),
    ],
)
def test_what_is_wrong_is_told_by_line(book: Rulebook, text: str, line: int, told: str) -> None:
    laid, own, refused = laid_over(book, [file(text)])
    assert (laid, own) == (book, [])
    assert [(one.file, one.line) for one in refused] == [("own.yaml", line)]
    assert told in refused[0].message


@pytest.mark.slow
def test_one_wrong_file_leaves_the_others_in_use(book: Rulebook) -> None:
    laid, own, refused = laid_over(book, [file("{", "wrong.yaml"), file(RULE)])
    assert [one.file for one in own] == ["own.yaml"]
    assert [one.file for one in refused] == ["wrong.yaml"]
    assert laid.rule("typography/own") is not None


def test_they_decide_what_is_found_until_they_are_taken_away(book: Rulebook) -> None:
    desk = Desk(book)

    def rules(**more: str) -> set[str]:
        question = {"ask": "check", "names": ["a.txt"], "view": True, **more}
        answer, _ = desk.answer(json.dumps(question), [REPORT.encode()])
        return {finding["rule"] for finding in json.loads(answer)["view"]["findings"]}

    def use(*files: File) -> None:
        question = {"ask": "rules", "names": [one.path for one in files]}
        desk.answer(json.dumps(question), [one.data for one in files])

    shipped = rules()
    assert "typography/deadline" in shipped
    use(file(RULE), file(PROFILE, "本县.yaml"))
    assert rules() == shipped | {"typography/own"}
    assert "typography/deadline" not in rules(profile="本县")
    use()
    assert rules() == shipped
