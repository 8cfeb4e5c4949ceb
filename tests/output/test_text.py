"""One line a finding."""

from __future__ import annotations

from collections import Counter
from io import StringIO

from linter.model import Report, Severity, Status
from linter.output import Options, writer
from tests.output import samples
from tests.output.snapshots import same_as_snapshot


def told(*reports: Report, verbose: bool = False) -> str:
    stream = StringIO()
    out = writer("text", stream, Options(verbose=verbose))
    for report in reports:
        out.write(report)
    out.finish()
    return stream.getvalue()


def test_a_line_has_place_severity_rule_and_message() -> None:
    first = told(samples.faulty()).splitlines()[0]
    column = samples.BRIDGES.split("\n")[4].index("89.4%") + 1
    assert first == (
        f"报告/桥梁维修.txt:5:{column}: error arithmetic/growth "
        "增长幅度应为 1230 ÷ 1250.5 ＝ 98.4%，文中为 89.4%（疑数字颠倒）"
    )


def test_nothing_is_said_of_a_clean_report() -> None:
    assert told(samples.clean()) == ""


def test_every_verdict_is_told_where_that_is_chosen() -> None:
    report = samples.faulty()
    lines = told(report, verbose=True).splitlines()
    assert lines[: len(report.findings)] == told(report).splitlines()
    others = Counter(v.verdict.status for v in report.verdicts)
    del others[Status.failed]
    rest = lines[len(report.findings) :]
    assert Counter(line.split(": ", 1)[1].split(" ")[0] for line in rest) == others
    assert all(line.startswith("报告/桥梁维修.txt") for line in rest)


def test_a_message_stays_on_its_line_and_sends_no_control_codes() -> None:
    report = samples.faulty()
    message = "甲\n乙\x1b[31m丙\u202e丁\x85"
    wrong = samples.finding(samples.BRIDGES, "a/b", Severity.info, message, "东桥")
    text = told(Report(**{**_fields(report), "findings": (wrong,)}))
    assert text.endswith(": info a/b 甲 乙\ufffd[31m丙\ufffd丁 \n")


def test_snapshot() -> None:
    assert same_as_snapshot("reports.txt", told(*(make() for make in samples.ALL)))


def _fields(report: Report) -> dict[str, object]:
    return {name: getattr(report, name) for name in report.__struct_fields__}
