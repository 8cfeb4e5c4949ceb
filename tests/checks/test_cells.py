"""What the cells of an indicator's row say together."""

from __future__ import annotations

import pytest

from tests.checks.told import told

EMPTY = "indicator/empty-cell"
HEADER = "| 三级指标 | 指标值 | 完成值 | 分值 | 得分 |\n|---|---|---|---|---|\n"
FILLED = "| 巡查 | ≥12次 | 13次 | 20 | 20 |\n"
BLANK = "| 检测 | ≥40批 |  | 20 | 20 |\n"


@pytest.mark.parametrize(
    ("rows", "quotes"),
    [
        (FILLED * 2 + BLANK, ["≥40批"]),
        (FILLED + BLANK, ["≥40批"]),
        ((FILLED + BLANK) * 2, []),
        (BLANK * 3, []),
        (FILLED * 3 + BLANK + "| 合计 | 2项 | | 100 | 98 |\n", ["≥40批"]),
    ],
)
def test_what_half_the_rows_lack_is_the_form_s_way(rows: str, quotes: list[str]) -> None:
    assert told(EMPTY, HEADER + rows) == quotes


@pytest.mark.parametrize(
    "row",
    [
        "| 检测 | ≥40批 | — | 20 | 20 |",
        "| 检测 | ≥40批 | 0 | 20 | 0 |",
        "| 检测 |  |  | 20 | 20 |",
        "| 检测 | ≥40批 |  |  |  |",
        "| 检测 | ≥40批 |",
    ],
)
def test_dashes_headings_and_cells_that_are_not_there_are_not_empty(row: str) -> None:
    assert told(EMPTY, f"{HEADER}{FILLED * 2}{row}\n") == []


def test_table_without_goals_is_not_judged() -> None:
    text = "| 指标 | 分值 | 得分 |\n|---|---|---|\n| 巡查 | 20 | 20 |\n| 检测 | 20 | |\n"
    assert told("indicator/empty-mark", text) == []


MISSED, EXCEEDED = "indicator/missed", "indicator/far-exceeded"
REASONED = "| 二级指标 | 三级指标 | 性质 | 指标值 | 完成值 | 分值 | 得分 | 偏差原因 |\n|---|---|---|---|---|---|---|---|\n"


def row(sign: str, goal: str, result: str, mark: str = "9", reason: str = "") -> str:
    return f"{REASONED}| 数量 | 巡查 | {sign} | {goal} | {result} | 10 | {mark} | {reason} |\n"


@pytest.mark.parametrize(
    ("sign", "goal", "result", "mark", "missed"),
    [
        ("", "≥10次", "9次", "9", True),
        ("", "≥10次", "10次", "9", False),
        ("", "≥10次", "9次", "10", True),
        ("", "≤10次", "11次", "9", True),
        ("", "≤10次", "9次", "9", False),
        ("", "10次", "9次", "9", True),
        ("", "10次", "11次", "9", False),
        ("≥", "10", "9", "9", True),
        ("≤", "10", "9", "9", False),
        ("定性", "10", "9", "9", True),
        ("", "≥10公里", "9000米", "9", True),
        ("", "≥10公里", "9次", "9", False),
        ("", "≥10次", "近10次", "9", False),
        ("", "≥10次", "按期", "9", False),
    ],
)
def test_result_against_goal(sign: str, goal: str, result: str, mark: str, missed: bool) -> None:
    assert told(MISSED, row(sign, goal, result, mark)) == ([result] if missed else [])


def test_more_of_what_has_no_sign_and_cost_marks_is_not_too_much() -> None:
    assert told(EXCEEDED, row("", "5件", "7件", "8")) == []
    assert told(EXCEEDED, row("", "5件", "7件", "10")) == ["7件"]


@pytest.mark.parametrize(
    ("reason", "asked"),
    [("停课一期", False), ("疫情", False), ("", True), ("/", True), ("无", True)],
)
def test_a_dash_is_no_reason(reason: str, asked: bool) -> None:
    assert told(MISSED, row("", "≥10次", "9次", reason=reason)) == (["9次"] if asked else [])


@pytest.mark.parametrize(
    ("goal", "result", "far"),
    [
        ("≥100次", "130次", False),
        ("≥100次", "131次", True),
        ("100次", "200次", True),
        ("≤100次", "20次", False),
        ("≥0次", "20次", False),
    ],
)
def test_result_far_beyond_its_goal(goal: str, result: str, far: bool) -> None:
    assert told(EXCEEDED, row("", goal, result, "10")) == ([result] if far else [])


@pytest.mark.parametrize(
    ("prose", "excused"),
    [
        ("巡查少了一次，原因是大雪封山。", False),
        ("巡查9次，少了一次，原因是大雪封山。", True),
        ("巡查9次。", False),
    ],
)
def test_paragraph_that_speaks_of_the_row_excuses_it(prose: str, excused: bool) -> None:
    assert told(MISSED, row("", "≥10次", "9次") + "\n" + prose) == ([] if excused else ["9次"])


COPY, COPIES = "indicator/copied-goal", "indicator/copied-goals"


@pytest.mark.parametrize(
    ("copied", "own", "slip", "way"),
    [(1, 2, 1, 0), (1, 1, 1, 0), (2, 2, 0, 1), (3, 1, 0, 1), (0, 3, 0, 0)],
)
def test_a_slip_is_rare_and_a_way_is_told_once(copied: int, own: int, slip: int, way: int) -> None:
    text = (
        HEADER + "| 甲 | ≥90% | ≥90% | 9 | 9 |\n" * copied + "| 乙 | ≥90% | 95% | 9 | 9 |\n" * own
    )
    assert (len(told(COPY, text)), len(told(COPIES, text))) == (slip, way)


LOST, FULL = "score/lost-without-reason", "score/full-though-missed"


@pytest.mark.parametrize(
    ("goal", "result", "mark", "lost", "full"),
    [
        ("≥10次", "10次", "9", ["9"], []),
        ("≥10次", "12次", "9", ["9"], []),
        ("≤10元", "8元/次", "9", ["9"], []),
        ("10次", "12次", "9", [], []),
        ("≥10次", "9次", "9", [], []),
        ("≥10次", "9次", "10", [], []),
        ("≥10次", "8次", "10", [], ["10"]),
        ("≤10次", "12次", "10", [], ["10"]),
        ("10次", "5次", "10", [], []),
        ("≥10次", "8人", "10", [], []),
    ],
)
def test_mark_against_result(
    goal: str, result: str, mark: str, lost: list[str], full: list[str]
) -> None:
    text = row("", goal, result, mark)
    assert (told(LOST, text), told(FULL, text)) == (lost, full)


def test_a_note_may_be_the_reason() -> None:
    header = HEADER.replace("得分 |\n|", "得分 | 备注 |\n|---|")
    line = "| 巡查 | ≥10次 | 5次 | 10 | 10 | {} |\n"
    assert told(FULL, header + line.format("")) == ["10"]
    assert told(FULL, header + line.format("按调整后的任务")) == []


def test_row_with_cells_missing_is_not_read() -> None:
    shifted = "二级指标\t三级指标\t指标值\t完成值\t分值\t得分\n数量\t巡查\t≥10次\t5次\t10\t{}\n检测\t40\t5\t5\n"
    assert told(FULL, shifted.format(10)) == ["10"]
    assert told(FULL, shifted.format(5)) == []


def test_row_moved_by_a_lost_cell_is_not_read() -> None:
    header = "绩效指标 | 一级指标 | 二级指标 | 三级指标 | 指标性质 | 指标值 | 度量单位 | 完成值 | 权重 | 得分 | 原因 |\n"
    moved = "产出指标 | 成本指标 | 成本控制数 | ≤ | 45 | 万元 | 完成 | 90 | 90 | ||\n"
    assert told("indicator/empty-mark", header + moved) == []
    whole = "指标 | 产出 | 成本指标 | 成本控制数 | ≤ | 45 | 万元 | 42 | 90 | ||\n"
    assert len(told("indicator/empty-mark", header + whole)) == 1


def test_form_in_tabs_with_sign_and_unit_apart() -> None:
    text = "三级指标\t指标性质\t指标值\t度量单位\t完成值\t权重\t得分\t未完成原因分析\n"
    text += "投用率\t≥\t98\t%\t84.31\t8\t6.88\t\n巡查\t≥\t48\t次\t96\t8\t8\t\n"
    assert (told(MISSED, text), told(EXCEEDED, text)) == (["84.31"], ["96"])


SHARED = "| 培训 | ≥600人次 | 540人次 | 10 | 9.0 |\n| 合格率 | 100% | 95.2% | 10 | 9.52 |\n"


@pytest.mark.parametrize(
    ("rows", "quotes"),
    [
        (SHARED + "| 开班 | ≥80期 | 71期 | 10 | 8.78 |\n", ["8.78"]),
        (SHARED + "| 开班 | ≥80期 | 71期 | 10 | 8.88 |\n", []),
        # by steps, one to stay below, and too few that are in proportion
        (SHARED + "| 按期完工 | 6个 | 4个 | 4 | 2 |\n", []),
        (SHARED + "| 投诉 | ≤10件 | 12件 | 5 | 4.25 |\n", []),
        (SHARED[: SHARED.index("| 合格率")] + "| 开班 | ≥80期 | 71期 | 10 | 8.78 |\n", []),
    ],
)
def test_rows_vote_on_marks_in_proportion(rows: str, quotes: list[str]) -> None:
    assert told("score/table-by-rate", HEADER + rows) == quotes


@pytest.mark.parametrize(
    ("header", "told_of"),
    [
        ("指标 | 目标 | 实际", True),
        ("指标 | 目标 | 完成", True),
        ("指标 | 年度目标 | 实绩", True),
        ("指标 | 目标人数 | 实际人数", False),
    ],
)
def test_plain_headers_name_goal_and_result(header: str, told_of: bool) -> None:
    rows = "| 保存率 | >85% | >85% |\n| 面积 | >300亩 | 312亩 |\n| 投入 | <120元 | 115元 |\n"
    text = f"| {header} |\n|---|---|---|\n{rows}"
    assert told("indicator/copied-goal", text) == [">85%"] * told_of


@pytest.mark.parametrize(("column", "told_of"), [("三级指标", True), ("项目", False)])
def test_goals_without_results_are_judged_where_levels_are_told(column: str, told_of: bool) -> None:
    text = f"| {column} | 指标值 |\n|---|---|\n| 管网漏损率 | ≥9% |\n| 抢修次数 | ≥180次 |\n"
    assert told("indicator/harm-cell-direction", text) == ["≥9%"] * told_of
