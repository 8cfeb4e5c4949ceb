"""An audit as it is run: what it tells, what it writes, what it leaves alone the second time."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

import linter
from linter.audit.auditing import Summary

pytestmark = pytest.mark.usefixtures("one_process")


def audited(season: Path, out: Path, **options: object) -> Summary:
    summary: Summary = linter.audit(
        [season], store=out / "audit.db", out=out, files=["jsonl"], workers=1, **options
    )
    return summary


def lines(out: Path) -> Iterator[dict]:
    for line in (out / "audit.jsonl").read_text("utf-8").splitlines():
        yield json.loads(line)


def entries(out: Path) -> list[dict]:
    return [line["entry"] for line in lines(out) if "entry" in line]


def test_every_folder_with_files_is_told_in_order_of_path(season: Path, tmp_path: Path) -> None:
    summary = audited(season, tmp_path / "out")
    told = entries(tmp_path / "out")
    assert [entry["path"] for entry in told] == ["乙县/民政局", "甲县/教育局", "甲县/水利局"]
    assert [entry["state"] for entry in told] == ["unread", "checked", "checked"]
    assert (summary.submissions, summary.unread) == (3, {"encrypted": 1})


def test_a_finding_has_the_words_around_it(season: Path, tmp_path: Path) -> None:
    audited(season, tmp_path / "out")
    told = {t["finding"]["rule"]: t for t in entries(tmp_path / "out")[2]["told"]}
    growth = told["arithmetic/growth"]
    assert growth["excerpt"]["quote"] == growth["finding"]["quote"] == "30%"
    assert growth["excerpt"]["before"].endswith("增加20万元，增幅")
    assert growth["finding"]["path"] == "甲县/水利局/报告.txt"
    assert len(growth["related"]) == len(growth["finding"]["related"]) > 0


def test_whose_it_is_is_read_from_title_and_folders(season: Path, tmp_path: Path) -> None:
    audited(season, tmp_path / "out")
    key = entries(tmp_path / "out")[2]["key"]
    assert (key["unit"], key["project"], key["region"]) == ("青山县水利局", "灌溉渠项目", "甲县")


def test_the_files_of_one_submission_are_checked_together(season: Path, tmp_path: Path) -> None:
    audited(season, tmp_path / "out")
    assert entries(tmp_path / "out")[1]["files"] == [
        "甲县/教育局/报告.txt",
        "甲县/教育局/附件/说明.txt",
    ]


def test_a_report_that_no_reader_handles_is_told_beside_what_could_be_read(
    season: Path, tmp_path: Path
) -> None:
    for name in ("绩效自评报告.ceb", "照片.jpg"):
        (season / "甲县" / "教育局" / name).write_bytes(b"\x00\x01\x02")
    out = tmp_path / "out"
    linter.audit([season], out=out, files=["jsonl"], workers=1)
    lines = map(json.loads, (out / "audit.jsonl").read_text("utf-8").splitlines())
    entries = {line["entry"]["path"]: line["entry"] for line in lines if "entry" in line}
    entry = entries["甲县/教育局"]
    told = [t["finding"] for t in entry["told"] if t["finding"]["rule"].startswith("input/")]
    assert entry["state"] == "checked"
    assert [(f["rule"], f["severity"], f["path"]) for f in told] == [
        ("input/unsupported-format", "info", "甲县/教育局/绩效自评报告.ceb")
    ]
    assert "甲县/教育局/照片.jpg" not in entry["files"]


def test_an_unchanged_file_is_not_checked_again(
    season: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    audited(season, tmp_path / "out")
    first = (tmp_path / "out" / "audit.jsonl").read_bytes()
    (season / "甲县/水利局/报告.txt").touch()
    monkeypatch.setattr("linter.audit.guard.Guard.check", None)
    audited(season, tmp_path / "out")
    assert (tmp_path / "out" / "audit.jsonl").read_bytes() == first


def test_a_changed_file_is_checked_again(season: Path, tmp_path: Path) -> None:
    audited(season, tmp_path / "out")
    report = season / "甲县/水利局/报告.txt"
    report.write_text(report.read_text("utf-8").replace("30%", "20%"), "utf-8")
    summary = audited(season, tmp_path / "out")
    rules = [told["finding"]["rule"] for told in entries(tmp_path / "out")[2]["told"]]
    assert "arithmetic/growth" not in rules
    assert summary.severities["error"] == 1  # the encrypted one


def test_other_rules_check_everything_again(season: Path, tmp_path: Path) -> None:
    audited(season, tmp_path / "out")
    audited(season, tmp_path / "out", ignore=["arithmetic/growth"])
    rules = [told["finding"]["rule"] for told in entries(tmp_path / "out")[2]["told"]]
    assert rules
    assert "arithmetic/growth" not in rules


def test_without_a_store_nothing_is_kept(season: Path, tmp_path: Path) -> None:
    summary = linter.audit([season], workers=1)
    assert summary.submissions == 3
    assert sorted(path.name for path in tmp_path.iterdir()) == ["season"]


def test_nothing_is_left_beside_the_outputs(season: Path, tmp_path: Path) -> None:
    audited(season, tmp_path / "out")
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == ["audit.db", "audit.jsonl"]


def test_what_was_written_of_the_same_season_is_not_written_anew(
    season: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out" / "audit.jsonl"
    audited(season, tmp_path / "out")
    first = (out.stat().st_mtime_ns, out.read_bytes())
    audited(season, tmp_path / "out")
    assert (out.stat().st_mtime_ns, out.read_bytes()) == first
    out.write_text("touched", "utf-8")
    audited(season, tmp_path / "out")
    assert out.read_bytes() == first[1]
    out.unlink()
    audited(season, tmp_path / "out")
    assert out.read_bytes() == first[1]
    audited(season, tmp_path / "out", year=2022)
    assert out.read_bytes() != first[1]
