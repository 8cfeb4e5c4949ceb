"""The commands that show what was read: ``facts`` and ``outline``."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path

import pytest

from linter import cli

TEXT = """白水县饮水工程绩效自评报告
一、项目概况
（一）资金情况
2023年，项目投入资金24194.8万元，涉及近200户，完成率98.5%，检查时间为2023年3月5日至2023年4月6日。
（二）依据
根据财预〔2020〕10号文件，自评得分95.5分。
三、结论
完成。
"""


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]):
    (tmp_path / "report.txt").write_text(TEXT, "utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "80")

    def command(*arguments: str) -> tuple[int, str, str]:
        status = cli.main(arguments)
        captured = capsys.readouterr()
        return status, captured.out, captured.err

    return command


@pytest.fixture
def facts(run) -> list[dict[str, object]]:
    data = json.loads(run("facts", "report.txt", "--format", "json")[1])
    assert list(data) == ["facts"]
    found: list[dict[str, object]] = data["facts"]
    return found


def test_every_fact_has_its_place(facts) -> None:
    lines = TEXT.split("\n")
    for fact in facts:
        assert list(fact)[:6] == ["kind", "text", "line", "column", "start", "end"]
        assert TEXT[fact["start"] : fact["end"]] == fact["text"]
        assert lines[fact["line"] - 1].startswith(fact["text"], fact["column"] - 1)
    assert facts == sorted(facts, key=lambda fact: fact["start"])


def test_quantities_are_intervals_in_base_units(facts) -> None:
    by_text = {fact["text"]: fact for fact in facts if fact["kind"] == "quantity"}
    amount = by_text["24194.8万元"]
    assert (amount["low"], amount["high"], amount["unit"]) == ("241947500", "241948500", "元")
    near = by_text["近200户"]
    assert (near["low"], near["high"], near["unit"], near["hedge"]) == ("100", "200", "户", "below")
    rate = by_text["98.5%"]
    assert (Decimal(rate["low"]), Decimal(rate["high"]), rate["unit"]) == (
        Decimal("0.9845"), Decimal("0.9855"), "%",
    )  # fmt: skip
    assert rate["label"] == "完成率"
    assert "period" in rate


def test_moments_say_both_ends(facts) -> None:
    (period,) = [fact for fact in facts if fact["kind"] == "period"]
    assert (period["from"], period["to"]) == ("2023-03-05", "2023-04-06")
    year = next(fact for fact in facts if fact["text"] == "2023年")
    assert (year["kind"], year["from"], year["to"]) == ("year", "2023-01-01", "2023-12-31")


def test_document_numbers_and_scores(facts) -> None:
    assert [f["text"] for f in facts if f["kind"] == "doc-number"] == ["财预〔2020〕10号"]
    (score,) = [fact for fact in facts if fact["kind"] == "score"]
    assert (score["text"], score["role"]) == ("95.5分", "total")


def test_facts_for_people(run) -> None:
    status, out, _ = run("facts", "report.txt")
    assert status == 0
    assert "24194.8万元" in out
    assert "[98.45, 98.55]%" in out
    assert "[100, 200]户" in out


def test_outline_as_json(run) -> None:
    data = json.loads(run("outline", "report.txt", "--format", "json")[1])
    assert data["title"] == "白水县饮水工程绩效自评报告"
    told = [(s["marker"], s["title"], s["parent"], s["line"]) for s in data["sections"]]
    assert told == [
        ("一、", "项目概况", -1, 2),
        ("（一）", "资金情况", 0, 3),
        ("（二）", "依据", 0, 5),
        ("三、", "结论", -1, 7),
    ]
    assert [(i["kind"], i["expected"], i["found"]) for i in data["irregularities"]] == [
        ("skipped", "二、", "三、")
    ]


def test_outline_as_a_tree(run) -> None:
    status, out, _ = run("outline", "report.txt")
    assert status == 0
    assert out == (
        "白水县饮水工程绩效自评报告\n"
        "├── 一、项目概况  2\n"
        "│   ├── （一）资金情况  3\n"
        "│   └── （二）依据  5\n"
        "└── 三、结论  7  跳号：应为 二、\n"
    )


@pytest.mark.parametrize("command", ["facts", "outline"])
@pytest.mark.parametrize("name", ["missing.txt", "picture.png", "."])
def test_what_cannot_be_shown_is_wrong_use(run, tmp_path: Path, command: str, name: str) -> None:
    (tmp_path / "picture.png").write_bytes(b"\x89PNG")
    status, out, err = run(command, name)
    assert (status, out) == (2, "")
    assert err.startswith("用法有误（退出码 2）：")
