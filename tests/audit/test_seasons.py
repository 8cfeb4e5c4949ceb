"""What a season says beside its findings: against its list, since last time, as reviewers decided."""

from __future__ import annotations

import json
import sqlite3
import zipfile
from collections.abc import Sequence
from pathlib import Path

import pytest

import linter
from linter.audit import changes
from linter.audit.auditing import Summary
from linter.audit.store import Finished, Store
from linter.season import Decision
from tests.audit.conftest import sound

pytestmark = pytest.mark.usefixtures("one_process")

HEADER = (
    "项目编码,项目名称,预算单位,业务处室,年初预算数,当年预算数,全年执行数,预算执行率,得分,自评结论"
)
REPORT = """{unit}2023年度{project}绩效自评报告
一、项目概况
全年预算数{budget}万元，实际支出{paid}万元，预算执行率{rate}。
二、评价结论
自评得分{score}分，等级为“优”。
"""


def report(unit: str, project: str, **figures: str) -> str:
    told = {"budget": "120.00", "paid": "118.00", "rate": "98.33%", "score": "95.00", **figures}
    return REPORT.format(unit=unit, project=project, **told)


class Bureau:
    """A folder of reports, a list, and the audits of them."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.out = folder / "材料", folder / "结果"
        self.list = folder / "清单.csv"
        self.folder.mkdir()

    def submit(self, name: str, text: str) -> None:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")

    def listed(self, *rows: str, header: str = HEADER) -> None:
        self.list.write_text("\n".join((header, *rows)) + "\n", "utf-8-sig")

    def audit(self, **options: object) -> Summary:
        if self.list.exists():
            options = {"manifest": self.list, **options}
        summary: Summary = linter.audit(
            [self.folder], store=self.store, out=self.out, files=["jsonl"], workers=1, **options
        )
        return summary

    @property
    def store(self) -> Path:
        return self.out / "audit.db"

    def lines(self, kind: str) -> list[dict]:
        lines = map(json.loads, (self.out / "audit.jsonl").read_text("utf-8").splitlines())
        return [line[kind] for line in lines if kind in line]

    def told(self, rule: str) -> dict[str, list[str]]:
        """The messages of a rule by the path of the submission."""
        found = {
            entry["path"]: [
                t["finding"]["message"] for t in entry["told"] if t["finding"]["rule"] == rule
            ]
            for entry in self.lines("entry")
        }
        return {path: messages for path, messages in found.items() if messages}

    def ask(self, question: str) -> list[tuple]:
        with sqlite3.connect(self.store) as db:
            rows = db.execute(question).fetchall()
        db.close()
        return rows


@pytest.fixture
def bureau(tmp_path: Path) -> Bureau:
    return Bureau(tmp_path)


def test_a_submission_that_agrees_with_the_list_is_told_nothing_of_it(bureau: Bureau) -> None:
    bureau.submit("a.txt", report("青山县水利局", "灌溉渠项目"))
    bureau.listed("10001,灌溉渠项目,青山县水利局,农业处,1000000,1200000,1180000,98.33%,95,优")
    summary = bureau.audit()
    assert (summary.listed, summary.missing, summary.unlisted, summary.twice) == (True, 0, 0, 0)
    assert bureau.told("consistency/manifest") == {}
    assert bureau.lines("entry")[0]["listed"]["row"] == 2
    assert bureau.lines("entry")[0]["key"]["project_code"] == "10001"


DIFFERENCES = (
    ("120,130,118,98.33%,95,优", []),
    ("125,130,118,98.33%,95,优", ["预算数：清单第{}行为130，报告为120.00万元"]),
    ("120,120,181,98.33%,95,优", ["执行数：清单第{}行为181，报告为118.00万元"]),
    ("120,120,118,0.9333,95,优", ["执行率：清单第{}行为0.9333，报告为98.33%"]),
    ("120,120,118,98.3,95,优", []),
    ("120,120,118,98.33%,92,优", ["得分：清单第{}行为92，报告为95.00分"]),
    ("120,120,118,98.33%,95,良", ["等级：清单第{}行为良，报告为优"]),
    ("120,120,118,98.33%,95,优秀", []),
    ("110,,118,98.33%,95,优", []),
    (",,,,,", []),
    ("—,—,—,—,—,—", []),
)
"""What stands in a list beside the same report, and what is told of it."""


def test_each_listed_figure_is_held_against_the_report(bureau: Bureau) -> None:
    rows = []
    for number, (figures, _) in enumerate(DIFFERENCES):
        bureau.submit(f"{number}.txt", report(f"青山县第{number}中学", "校舍维修项目"))
        rows.append(f"{number},校舍维修项目,青山县第{number}中学,,{figures}")
    bureau.listed(*rows)
    bureau.audit()
    told = bureau.told("consistency/manifest")
    for number, (figures, expected) in enumerate(DIFFERENCES):
        found = [message.partition("，不一致")[0] for message in told.get(f"{number}.txt", [])]
        assert found == [message.format(number + 2) for message in expected], figures


def test_a_difference_names_both_places(bureau: Bureau) -> None:
    bureau.submit("a.txt", report("青山县水利局", "灌溉渠项目"))
    bureau.listed("1,灌溉渠项目,青山县水利局,,,,,,92,优")
    bureau.audit()
    told = bureau.lines("entry")[0]["told"]
    (one,) = [t for t in told if t["finding"]["rule"] == "consistency/manifest"]
    assert (one["finding"]["line"], one["finding"]["quote"]) == (5, "95.00分")
    assert one["excerpt"]["before"].endswith("自评得分")
    (listed,) = one["finding"]["related"]
    assert (listed["path"], listed["place"]) == ("清单.csv", {"kind": "sheet", "sheet": "清单", "cell": "I2"})  # fmt: skip


def test_who_is_missing_twice_and_not_on_the_list(bureau: Bureau) -> None:
    bureau.submit("a.txt", report("青山县水利局", "灌溉渠项目"))
    bureau.submit("b.txt", report("青山县水利局", "灌溉渠项目", score="96.00"))
    bureau.submit("c.txt", report("青山县民政局", "敬老院项目"))
    bureau.submit("d.docx", "")
    bureau.listed("1,灌溉渠项目,青山县水利局,,,,,,95,优", "2,校舍维修项目,青山县教育局,,,,,,95,优")
    summary = bureau.audit()
    counts = (summary.missing, summary.twice, summary.unlisted, summary.unread.total())
    assert counts == (1, 1, 1, 1)
    assert [line["key"]["project"] for line in bureau.lines("missing")] == ["校舍维修项目"]
    assert list(bureau.told("consistency/submitted-twice")) == ["b.txt"]
    assert list(bureau.told("consistency/unlisted")) == ["c.txt"]
    assert bureau.ask("SELECT project FROM missing_submissions") == [("校舍维修项目",)]


@pytest.mark.parametrize(("year", "column"), [(2022, None), (None, "2022"), (None, None)])
def test_reports_of_another_year_are_told(
    bureau: Bureau, year: int | None, column: str | None
) -> None:
    bureau.submit("a.txt", report("青山县水利局", "灌溉渠项目"))
    row = "1,灌溉渠项目,青山县水利局,,,,,,95,优"
    if column:
        bureau.listed(f"{row},{column}", header=f"{HEADER},年度")
    summary = bureau.audit(year=year)
    assert summary.other_year == (1 if year or column else 0)
    told = bureau.told("consistency/other-year")
    assert told == ({"a.txt": ["报告为2023年度，应为2022年度，请核对"]} if year or column else {})


def test_one_of_another_year_among_many_is_told_without_a_list(bureau: Bureau) -> None:
    for number in range(5):
        bureau.submit(f"{number}.txt", report(f"青山县第{number}中学", "校舍维修项目"))
    bureau.submit("x.txt", report("青山县水利局", "灌溉渠项目").replace("2023", "2022"))
    assert bureau.audit().other_year == 0
    told = bureau.told("consistency/other-year")
    assert told == {"x.txt": ["报告为2022年度，这一批多数报告为2023年度，请核对是否报错年度"]}
    rows = bureau.ask("SELECT severity FROM findings_now WHERE rule = 'consistency/other-year'")
    assert rows == [("info",)]
    assert bureau.audit(year=2023).other_year == 1


def test_file_names_say_whose_a_report_is(bureau: Bureau) -> None:
    bureau.submit("301001_10001_自评.txt", "绩效自评报告\n一、项目概况\n项目已完工。\n")
    bureau.listed("10001,灌溉渠项目,青山县水利局,,,,,,95,优")
    summary = bureau.audit(name_pattern="{单位编码}_{项目编码}_*")
    key = bureau.lines("entry")[0]["key"]
    assert (summary.missing, key["unit_code"], key["project_code"]) == (0, "301001", "10001")
    assert bureau.ask("SELECT unit FROM submissions_now") == [("青山县水利局",)]


def test_what_was_mended_left_and_made_new(bureau: Bureau) -> None:
    wrong = sound("青山县水利局", "灌溉渠项目").replace("20%", "30%")
    bureau.submit("a.txt", wrong.replace("95分，", "95分，截止2023年底，"))
    bureau.submit("b.txt", sound("青山县教育局", "校舍维修项目"))
    bureau.audit()
    assert bureau.lines("change") == []
    bureau.submit("a.txt", wrong.replace("增加20万元", "增加21万元"))
    bureau.audit()
    (change,) = bureau.lines("change")
    rules = {name: [f["rule"] for f in change[name]] for name in ("mended", "left", "new")}
    assert change["path"] == "a.txt"
    assert "typography/deadline" in rules["mended"]
    assert rules["new"] or rules["left"]
    mended = {rule for (rule,) in bureau.ask("SELECT rule FROM mended_since_last_time")}
    assert mended == set(rules["mended"])
    left = [rule for (rule,) in bureau.ask("SELECT rule FROM unresolved_since_last_time")]
    assert sorted(left) == sorted(rules["left"])


def test_a_run_in_between_does_not_forget_what_changed(bureau: Bureau) -> None:
    bureau.submit("a.txt", sound("青山县水利局", "灌溉渠项目").replace("20%", "30%"))
    bureau.audit()
    bureau.submit("a.txt", sound("青山县水利局", "灌溉渠项目"))
    bureau.audit()
    first = bureau.lines("change")
    bureau.audit()
    assert bureau.lines("change") == first
    assert len(first) == 1


def test_what_can_no_longer_be_read_is_not_mended(bureau: Bureau) -> None:
    bureau.submit("a.txt", sound("青山县水利局", "灌溉渠项目").replace("20%", "30%"))
    bureau.audit()
    kept = bureau.store.with_name("earlier.db")
    kept.write_bytes(bureau.store.read_bytes())
    bureau.submit("a.txt", "")
    assert bureau.audit().unread.total() == 1
    assert bureau.lines("change") == []
    assert bureau.ask("SELECT * FROM mended_since_last_time") == []
    with Store(kept, only_read=True) as old, Store(bureau.store, only_read=True) as new:
        assert list(changes.between(old, new)) == []
        assert [entry.path for entry, _ in changes.between(old, old)] == ["a.txt"]


def test_a_run_that_ends_meanwhile_changes_nothing_of_this_one(
    bureau: Bureau, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    wrong = sound("青山县水利局", "灌溉渠项目").replace("20%", "30%")
    bureau.submit("a.txt", wrong)
    bureau.audit()
    bureau.submit("a.txt", wrong.replace("增幅", "增长"))
    other = tmp_path / "别处"
    other.mkdir()
    (other / "b.txt").write_text(sound("青山县教育局", "校舍维修项目"), "utf-8")
    finish = Store.finish

    def overtaken(store: Store, season: Finished) -> int:
        run = finish(store, season)
        monkeypatch.setattr(Store, "finish", finish)
        linter.audit([other], store=bureau.store, workers=1)
        return run

    monkeypatch.setattr(Store, "finish", overtaken)
    assert bureau.audit().severities["error"] == 1
    assert [line["path"] for line in bureau.lines("change")] == ["a.txt"]


def decided(bureau: Bureau, rules: Sequence[str]) -> list[Decision]:
    return [
        Decision(t["finding"]["fingerprint"], entry["path"], False, "复核员")
        for entry in bureau.lines("entry")
        for t in entry["told"]
        if t["finding"]["rule"] in rules
    ]


def test_what_reviewers_decided_is_kept(bureau: Bureau) -> None:
    bureau.submit("a.txt", sound("青山县水利局", "灌溉渠项目").replace("20%", "30%"))
    bureau.audit()
    assert bureau.ask("SELECT unit, errors FROM worst_units") == [("青山县水利局", 1)]
    bureau.audit(decisions=decided(bureau, ["arithmetic/growth"]))
    assert bureau.audit().severities["error"] == 0
    (season,) = bureau.lines("season")
    assert [d["reviewer"] for d in season["decisions"]] == ["复核员"]
    assert bureau.ask("SELECT unit, errors FROM worst_units") == [("青山县水利局", 0)]
    assert bureau.ask("SELECT rule, rejected, share FROM rejected_rules") == [("arithmetic/growth", 1, 1.0)]  # fmt: skip


def test_a_decision_can_be_taken_back(bureau: Bureau, capsys: pytest.CaptureFixture[str]) -> None:
    bureau.submit("a.txt", sound("青山县水利局", "灌溉渠项目").replace("20%", "30%"))
    bureau.audit()
    (decision,) = decided(bureau, ["arithmetic/growth"])
    assert bureau.audit(decisions=[decision]).severities["error"] == 0
    assert capsys.readouterr().err == ""
    cleared = Decision(decision.fingerprint, decision.path, None)
    assert bureau.audit(decisions=[cleared]).severities["error"] == 1
    assert bureau.lines("season")[0]["decisions"] == []
    assert capsys.readouterr().err == ""
    stale = Decision("0" * 16, decision.path, accepted=True)
    bureau.audit(decisions=[decision, stale])
    assert "复核意见 2 条，其中 1 条对应的问题这次没有了" in capsys.readouterr().err


def test_rules_are_counted_by_region(bureau: Bureau) -> None:
    for place in ("甲县/水利局/a.txt", "甲县/教育局/a.txt", "乙县/水利局/a.txt"):
        bureau.submit(place, sound("", "灌溉渠项目").replace("20%", "30%"))
    bureau.audit()
    rows = bureau.ask(
        "SELECT region, submissions FROM rules_by_region WHERE rule = 'arithmetic/growth'"
    )
    assert rows == [("乙县", 1), ("甲县", 2)]


def test_last_years_reports_are_compared_with_and_not_told_of(
    bureau: Bureau, tmp_path: Path
) -> None:
    figures = "、".join(f"第{n}号渠段长{n * 1.37 + 2:.2f}公里" for n in range(1, 40))
    this_year = report("青山县水利局", "灌溉渠项目") + f"三、情况\n{figures}。\n"
    bureau.submit("a.txt", this_year.replace("2023", "2022"))
    bureau.audit()
    last = tmp_path / "上年.db"
    bureau.store.rename(last)
    bureau.submit("a.txt", this_year)
    bureau.audit(earlier=last)
    assert [entry["year"] for entry in bureau.lines("entry")] == [2023]
    before = last.read_bytes()
    rules = {told["finding"]["rule"] for told in bureau.lines("across")}
    assert rules == {"corpus/last-year-figures"}
    assert last.read_bytes() == before


def test_what_is_told_across_is_of_a_submission(bureau: Bureau) -> None:
    text = (
        "项目由县水利局组织实施，沿线二十三个村的渠道全部清淤、衬砌，并新建了量水设施和管护道路。"
    )
    for unit in ("水利局", "教育局"):
        bureau.submit(
            f"{unit}/报告.txt", report(f"青山县{unit}", f"{unit}项目") + f"三、情况\n{text * 6}\n"
        )
    bureau.audit()
    rows = bureau.ask("SELECT path, unit FROM findings_now WHERE rule LIKE 'corpus/%'")
    assert rows
    assert {path for path, _ in rows} <= {"水利局", "教育局"}
    assert all(unit for _, unit in rows)


def test_what_is_told_across_at_a_file_in_an_archive_is_the_archives(bureau: Bureau) -> None:
    text = (
        "项目由县水利局组织实施，沿线二十三个村的渠道全部清淤、衬砌，并新建了量水设施和管护道路。"
    )
    for unit in ("水利局", "教育局"):
        told = report(f"青山县{unit}", f"{unit}项目") + f"三、情况\n{text * 6}\n"
        with zipfile.ZipFile(bureau.folder / f"{unit}.zip", "w") as archive:
            archive.writestr("报告.txt", told)
    bureau.audit()
    assert {told["finding"]["path"].partition("/")[0] for told in bureau.lines("across")} <= {
        "水利局.zip", "教育局.zip",
    }  # fmt: skip
    rows = bureau.ask("SELECT path, unit FROM findings_now WHERE rule LIKE 'corpus/%'")
    assert rows
    assert {path for path, _ in rows} <= {"水利局.zip", "教育局.zip"}
    assert all(unit for _, unit in rows)
