"""Linting from Python."""

from __future__ import annotations

from pathlib import Path

import linter

TEXT = "青山县水渠项目绩效自评报告\n2023年投入120万元，比2022年的100万元增加20万元，增幅30%。\n"
REPORT = (
    "某县2023年度管网改造项目绩效自评报告\n一、项目概况\n项目全年预算数100万元，全年执行数89.79万元，"
    "预算执行率89.79%。\n二、绩效目标完成情况\n新建管网12公里。\n"
)
FORM = (
    "# 项目支出绩效自评表\n| 项目名称 | 管网改造项目 | | |\n|---|---|---|---|\n"
    "| 项目资金（万元） | 全年预算数 | 全年执行数 | 执行率 |\n| 年度资金总额 | 100.00 | 89.97 | 89.97% |\n"
)


def test_a_text_its_bytes_and_its_file_are_the_same_report(tmp_path: Path) -> None:
    path = tmp_path / "report.txt"
    path.write_text(TEXT, "utf-8")
    found = [
        [(f.rule, f.span, f.message) for f in linter.lint(source, select=["A01"]).findings]
        for source in (TEXT, TEXT.encode("gb18030"), path)
    ]
    assert found[0] == found[1] == found[2]
    assert "arithmetic/growth" in [rule for rule, _, _ in found[0]]


def test_a_report_is_known_by_its_path(tmp_path: Path) -> None:
    path = tmp_path / "report.md"
    path.write_text("# 甲\n", "utf-8")
    assert linter.lint(path).submission.documents[0].path == str(path)
    assert linter.lint(path, path="a.md").submission.documents[0].path == "a.md"
    assert linter.lint("甲").submission.documents[0].path == "-"


def test_several_paths_are_one_submission(tmp_path: Path) -> None:
    (tmp_path / "form.md").write_text(FORM, "utf-8")
    (tmp_path / "report.txt").write_text(REPORT, "utf-8")
    report = linter.lint([tmp_path / "form.md", tmp_path / "report.txt"])
    assert [Path(d.path).name for d in report.submission.documents] == ["report.txt", "form.md"]
    (finding,) = [f for f in report.findings if f.rule == "consistency/table"]
    assert (finding.quote, finding.span.document) == ("89.79万元", 0)
    assert [related.span.document for related in finding.related] == [1]


def test_a_text_with_lone_surrogates_is_read() -> None:
    assert linter.lint("甲\ud800乙").submission.documents[0].text == "甲?乙"


def test_unknown_names_are_no_attributes() -> None:
    assert not hasattr(linter, "lnt")
    assert set(linter.__all__) <= set(dir(linter))
