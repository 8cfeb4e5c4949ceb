"""Why a rule said nothing, as people read it."""

from __future__ import annotations

from io import StringIO

import pytest
from rich.cells import cell_len

from linter import silence
from linter.output.sheet import Terminal
from linter.output.silence import explain_on
from tests.cases import book, document
from tests.output.snapshots import same_as_snapshot

TEXT = """青山县水利局2023年度灌渠项目绩效自评报告
一、概况
到位资金320万元，支出288万元，年末结余另行上报。预算执行率90%。
二、结论
自评得分95分，等级为“优”。
"""
RULES = ("budget/balance", "score/grade", "budget/execution-rate", "consistency/state")


def told(rule: str, width: int, monkeypatch: pytest.MonkeyPatch, **options: object) -> str:
    monkeypatch.setenv("COLUMNS", str(width))
    found, file, stream = book().rule(rule), document(TEXT), StringIO()
    assert found is not None
    explained = silence.explain(found, file, book(), **options)  # type: ignore[arg-type]
    terminal = Terminal(stream)
    terminal.show(explain_on(terminal.sheet(), explained))
    return stream.getvalue()


def test_snapshot(monkeypatch: pytest.MonkeyPatch) -> None:
    shown = [told(rule, 80, monkeypatch) for rule in RULES]
    shown.append(told("score/grade", 80, monkeypatch, ignored=["score"]))
    assert same_as_snapshot("silence.txt", "".join(shown))


@pytest.mark.parametrize("width", [30, 60, 120])
def test_no_line_is_wider_than_the_terminal(width: int, monkeypatch: pytest.MonkeyPatch) -> None:
    for rule in book().rules:
        lines = told(rule.id, width, monkeypatch).splitlines()
        assert max(map(cell_len, lines)) <= width
