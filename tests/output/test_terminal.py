"""Reports at a terminal: layout at several widths, colours, marks below Chinese text."""

from __future__ import annotations

import re
from io import StringIO

import pytest
from msgspec.structs import replace
from rich.cells import cell_len

from linter.model import Report, RuleVerdict, Severity, Span, Status, Verdict
from linter.output import Options, writer
from tests.output import samples
from tests.output.snapshots import same_as_snapshot


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch):
    """Prints reports at a width, without colour."""
    for name in ("FORCE_COLOR", "NO_COLOR", "TTY_COMPATIBLE", "TTY_INTERACTIVE"):
        monkeypatch.delenv(name, raising=False)

    def show(*reports: Report, width: int = 80, options: Options = Options()) -> str:  # noqa: B008
        monkeypatch.setenv("COLUMNS", str(width))
        stream = StringIO()
        out = writer("rich", stream, options)
        for report in reports:
            out.write(report)
        out.finish()
        return stream.getvalue()

    return show


@pytest.mark.parametrize("width", [40, 80, 120])
def test_snapshot(told, width: int) -> None:
    text = told(*(make() for make in samples.ALL), width=width)
    assert same_as_snapshot(f"terminal-{width}.txt", text)


def test_snapshot_verbose(told) -> None:
    text = told(samples.faulty(), options=Options(verbose=True))
    assert same_as_snapshot("terminal-verbose.txt", text)


def test_snapshot_english(told) -> None:
    text = told(*(make() for make in samples.ALL), options=Options(lang="en", verbose=True))
    assert same_as_snapshot("terminal-english.txt", text)


@pytest.mark.parametrize("width", [30, 40, 60, 80, 120, 200])
@pytest.mark.parametrize("make", samples.ALL)
def test_no_line_is_wider_than_the_terminal(told, width: int, make) -> None:
    text = told(make(), width=width, options=Options(verbose=True))
    assert max(cell_len(line) for line in text.splitlines()) <= width


@pytest.mark.parametrize("width", [30, 40, 60, 80, 120, 200])
def test_marks_stand_below_what_they_mark(told, width: int) -> None:
    lines = told(samples.faulty(), width=width).splitlines()
    found = [
        _cells(lines[n - 1], match.start(), match.end())
        for n, line in enumerate(lines)
        for match in re.finditer(r"\^+|(?<=[ ^])-+", line)
        if line.lstrip().startswith("│")
    ]
    expected = [
        "1250.5万元",
        "1230万元",
        "89.4%",
        "95分",
        "“良”",
        "截止",
        "1188.00",
        "1267.70",
        "2445.70",
    ]
    assert found == expected


def test_the_rule_is_the_last_that_is_said_of_a_finding(told) -> None:
    lines = told(samples.faulty()).splitlines()
    rules = [lines[n - 1] for n in range(1, len(lines)) if not lines[n] and "│" in lines[n - 1]]
    assert [line.split()[-1] for line in rules] == [
        "arithmetic/growth", "score/grade", "typography/deadline", "arithmetic/total",
    ]  # fmt: skip


def test_what_the_message_says_is_not_said_twice(told) -> None:
    assert told(samples.faulty()).count("请写“截至”") == 1


def test_findings_stand_below_their_chapters(told) -> None:
    text = told(samples.faulty())
    assert text.count("一、项目基本概况") == 1
    assert text.index("一、项目基本概况") < text.index("arithmetic/growth")
    assert (
        text.index("arithmetic/growth") < text.index("二、项目绩效情况") < text.index("score/grade")
    )
    assert text.index("（一）产出情况") < text.index("2455.70")


def test_a_place_in_another_file_is_shown_with_that_file(told) -> None:
    text = told(samples.bundle())
    assert "文件 │ 自评表.txt\n     2 │ 总分 96分\n       │      ----\n" in text


def test_a_whole_row_of_a_table_is_shown(told) -> None:
    assert "合计 | 2480.50 | 2445.70 | 98.60%" in told(samples.faulty())


def test_passes_are_listed_with_their_arithmetic_when_asked_for(told) -> None:
    quiet, verbose = (told(samples.faulty(), options=Options(verbose=v)) for v in (False, True))
    assert "✓ 核对无误 3  算术 2 · 资金 1" in quiet
    assert "2480.5 − 1250.5 = 1230 ✓" not in quiet
    assert "     5 │ 2480.5 − 1250.5 = 1230 ✓  arithmetic/growth\n" in verbose
    assert "结余：“资金使用”中未找到支出数" in verbose


def test_totals_follow_several_reports_and_not_one(told) -> None:
    assert "4 份报告 · 须修改 5 · 请核对 1 · 可优化 0\n" in told(*(make() for make in samples.ALL))
    assert "份报告" not in told(samples.faulty())


def test_very_many_places_are_cut_short_and_the_main_one_is_kept(told) -> None:
    text = "\n".join(f"第{n}行{n}万元" for n in range(1, 31)) + "\n合计999万元\n"
    file = samples.document("a.txt", text)
    quotes = [f"行{n}万元" for n in range(1, 31)]
    many = samples.finding(text, "arithmetic/sum", Severity.error, "不等", "999万元", *quotes)
    report = replace(samples.clean(), submission=samples.Submission((file,)), findings=(many,))
    lines = [line for line in told(report).splitlines() if "│" in line]
    assert len([line for line in lines if "万元" in line]) == 6
    assert "    31 │ 合计999万元" in lines
    assert "     … │ +25" in lines


def test_a_long_quote_is_cut_at_the_width(told) -> None:
    text = "长" * 10_000
    report = replace(
        samples.clean(),
        submission=samples.Submission((samples.document("a.txt", text),)),
        findings=(samples.finding(text, "x/y", Severity.info, "很长", text),),
    )
    shown = told(report, width=60)
    assert "长…\n" in shown
    assert "^" * 20 in shown


def test_no_control_code_of_a_report_reaches_the_terminal(told) -> None:
    text = "标\x1b]0;题\x07\x1b[2J\u202e甲\n"
    report = replace(
        samples.clean(),
        submission=samples.Submission((samples.document("a\x1b.txt", text),)),
        findings=(samples.finding(text, "x/y", Severity.info, "乙\x1b[1m", "甲"),),
    )
    shown = told(report)
    assert not set(shown) & {"\x1b", "\x07", "\u202e"}


def test_a_finding_without_extent_or_text_is_still_told(told) -> None:
    assert "须修改 文件无法读取（拒绝访问）" in told(samples.unreadable())
    report = replace(
        samples.faulty(), findings=(replace(samples.faulty().findings[0], span=Span(3, 3)),)
    )
    assert "^" in told(report)


def test_a_pass_without_arithmetic_or_place_shows_its_subject(told) -> None:
    passed = RuleVerdict("date/valid", Verdict(Status.passed, "2023年3月1日"))
    shown = told(replace(samples.clean(), verdicts=(passed,)), options=Options(verbose=True))
    assert "│ 2023年3月1日 ✓  date/valid" in shown


def test_colour_only_where_it_is_wanted(monkeypatch: pytest.MonkeyPatch, told) -> None:
    assert "\x1b" not in told(samples.faulty())
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("TERM", "xterm-256color")
    coloured = told(samples.faulty())
    assert "\x1b[1;31m须修改" in coloured
    monkeypatch.delenv("FORCE_COLOR")
    assert re.sub(r"\x1b\[[\d;]*m", "", coloured) == told(samples.faulty())


def test_no_color_keeps_what_is_not_colour(monkeypatch: pytest.MonkeyPatch, told) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setenv("TERM", "xterm-256color")
    shown = told(samples.faulty())
    assert not re.search(r"\x1b\[[\d;]*3[0-7]m", shown)
    assert "\x1b[1m须修改" in shown


def test_a_dumb_terminal_gets_plain_text(monkeypatch: pytest.MonkeyPatch, told) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("TERM", "dumb")
    assert "\x1b" not in told(samples.faulty())


def _cells(line: str, start: int, end: int) -> str:
    """The part of a line between two columns of cells."""
    at, found = 0, ""
    for character in line:
        if start <= at < end:
            found += character
        at += cell_len(character)
    return found
