"""The ledger as an independent reader opens it: its sheets, its counts, and that texts are texts."""

from __future__ import annotations

import io
import resource
import time
import zipfile
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from msgspec.structs import replace
from openpyxl import load_workbook

from linter.output import Options, workbook
from linter.output.ledger import rows, write
from linter.output.ledger.findings import Findings
from linter.output.ledger.opinions import conclude
from linter.output.ledger.totals import Rules
from linter.output.standing import LEVELS, Standing
from linter.output.workbook import Book
from linter.season import Decision, Entry, Season
from tests.libreoffice import converted, needs_libreoffice
from tests.output import hostile, seasons

ANY = settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
SHEETS = [
    "汇总", "问题清单", "复核意见汇总", "按单位", "按规则", "报送情况", "未能检查", "核对无误",
]  # fmt: skip


def ledger(season: Season, folder: Path, files: str = "../报送") -> Any:
    target = folder / "ledger.xlsx"
    write(season, target, Options(files=files))
    return load_workbook(target)


def table(book: Any, name: str) -> list[dict[str, Any]]:
    """A sheet's rows by the titles in its first one."""
    head, *body = book[name].iter_rows(values_only=True)
    return [dict(zip(head, row, strict=True)) for row in body]


def test_the_ledger_counts_what_the_season_holds(tmp_path: Path) -> None:
    season = seasons.small()
    book = ledger(season, tmp_path)
    assert book.sheetnames == SHEETS
    told = [t.finding for e in season.entries for t in e.told] + [t.finding for t in season.across]
    rows = table(book, "问题清单")
    assert len(rows) == len(told) == 53
    assert Counter(row["等级"] for row in rows) == Counter(LEVELS[f.severity] for f in told)
    assert Counter(row["指纹"] for row in rows) == Counter(f.fingerprint for f in told)
    assert [row["序号"] for row in rows] == list(range(1, 54))
    assert len(table(book, "核对无误")) == sum(len(e.passed) for e in season.entries) == 20
    assert len(table(book, "未能检查")) == 2
    assert len(table(book, "复核意见汇总")) == len(season.entries)
    assert sum(row["问题数"] for row in table(book, "按规则")) == 53
    assert [row["情形"] for row in table(book, "报送情况")] == [
        "应报未报", "重复报送", "不在清单", "年度不符",
    ]  # fmt: skip


def test_a_rule_has_the_gravest_level_that_it_found(tmp_path: Path) -> None:
    mild = replace(seasons.finding(), severity="warning")
    made = replace(seasons.entry("a.docx", "甲局", "路", findings=0), told=(seasons.told(mild),))
    season = Season((made,), rules=seasons.RULES)
    assert [row["等级"] for row in table(ledger(season, tmp_path), "按规则")] == ["P1"]
    grave = seasons.told(seasons.finding(number=1))
    season = replace(season, entries=(replace(made, told=(*made.told, grave)),))
    assert [row["等级"] for row in table(ledger(season, tmp_path), "按规则")] == ["P0"]


def test_a_row_says_what_a_reviewer_needs(tmp_path: Path) -> None:
    row = table(ledger(seasons.small(), tmp_path), "问题清单")[1]
    assert row["复核维度"] == "资金"
    assert row["对象"] == "小型水库维修养护"
    assert row["位置"] == "第3页，表1第4行第6列，一、（一）1."
    assert "【98.97%】" in row["事实及判定"]
    assert "算式：89.97 ÷ 100.00 = 89.97% ≠ 98.97%" in row["事实及判定"]
    assert row["核验依据"] == "财预〔2020〕10号"
    assert (row["是否采纳"], row["复核人"], row["整改情况"]) == ("采纳", "周某", "已补正")


def test_what_was_right_is_told_by_what_was_looked_at(tmp_path: Path) -> None:
    made = seasons.entry("甲/a.docx", "甲局", "路", findings=0, passes=1)
    season = Season((replace(made, passed_at=("四、（三）第2段",)),), rules=seasons.RULES)
    (row,) = table(ledger(season, tmp_path), "核对无误")
    assert row["检查项"] == "增减额、增幅与前后两数"
    assert (row["等级"], row["位置"]) == ("通过", "a.docx，四、（三）第2段")
    assert row["算式"] == "2480.5 − 1250.5 = 1230 ✓"


def test_passes_that_prove_no_figure_are_counted_and_not_listed(tmp_path: Path) -> None:
    entries = [
        seasons.entry(path, "甲局", "路", findings=0, passes=1, held=held)
        for path, held in (("a.docx", 3), ("b.docx", 4))
    ]

    def said(season: Season) -> str:
        book = load_workbook(ledger(season, tmp_path) and tmp_path / "ledger.xlsx", data_only=True)
        (units,) = (row for row in table(book, "按单位") if row["单位"] == "甲局")
        assert units["核对无误项"] == len(table(book, "核对无误")) == 2
        rows = book["汇总"].iter_rows(values_only=True)
        return next(str(row[1]) for row in rows if row[0] == "核对无误")

    assert said(Season(tuple(entries))).endswith("；另有 7 项检查没有发现问题")
    assert "另有" not in said(Season(tuple(replace(one, held=0) for one in entries)))


def test_what_was_rejected_stays_in_the_list_and_out_of_the_figures(tmp_path: Path) -> None:
    book = ledger(seasons.small(), tmp_path)
    assert [row["是否采纳"] for row in table(book, "问题清单")].count("不采纳") == 1
    rules = {row["规则号"]: row for row in table(book, "按规则")}
    assert rules["arithmetic/growth"]["不采纳"] == 1
    assert "五分之一" in rules["arithmetic/growth"]["提示"]
    assert not rules["budget/execution"]["提示"]
    shown = load_workbook(tmp_path / "ledger.xlsx", data_only=True)
    total = [row for row in table(shown, "按单位") if row["单位"] == "合计"]
    assert (total[0]["问题合计"], total[0]["报送份数"], total[0]["应报未报"]) == (52, 12, 1)
    cells = [c for row in shown["汇总"].iter_rows(values_only=True) for c in row]
    assert any("五分之一" in str(cell) for cell in cells)


@pytest.mark.parametrize(
    ("rejected", "accepted", "listed"), [(1, 4, False), (1, 3, True), (0, 3, False)]
)
def test_a_rule_is_listed_when_more_than_one_in_five_was_rejected(
    rejected: int, accepted: int, listed: bool
) -> None:
    entry = seasons.entry("a.docx", "甲局", "路", findings=0)
    told = tuple(seasons.told(seasons.finding(number=n)) for n in range(9))
    said = [False] * rejected + [True] * accepted
    decisions = [Decision(f"{n:016x}", "a.docx", accepted) for n, accepted in enumerate(said)]
    season = Season((replace(entry, told=told),), decisions=tuple(decisions))
    standing = Standing(season)
    counted = Rules(rows.Sheets(Book(io.BytesIO()), ""), standing)
    counted.add(standing.items(season.entries[0]))
    assert [count.rule.id for count in counted.often_rejected()] == ["arithmetic/growth"] * listed


def test_a_unit_without_region_is_the_one_of_its_name() -> None:
    units = Standing(seasons.small()).units()
    assert [(u.name, len(u.at)) for u in units if u.name == "临川镇人民政府"] == [
        ("临川镇人民政府", 3)
    ]
    assert [len(u.missing) for u in units if u.name == "青山区卫生院"] == [1]


def test_conclusions_are_proposed_by_level() -> None:
    def proposed(entry: Entry, other_year: bool = False) -> str:
        return conclude(entry, Standing(Season((entry,))).items(entry), other_year)

    def of(rule: str, times: int) -> Entry:
        told = [seasons.told(seasons.finding(rule, number=n)) for n in range(times)]
        return replace(seasons.entry("a", "甲局", "路", findings=0), told=tuple(told))

    assert proposed(of("typography/deadline", 30)) == "通过"
    assert proposed(of("score/by-rate", 1)) == "修改后通过"
    assert proposed(of("budget/execution", 9)) == "修改后通过"
    assert proposed(of("budget/execution", 10)) == "退回"
    assert proposed(of("typography/deadline", 1), other_year=True) == "退回"
    assert proposed(seasons.unread("a")) == ""


def test_links_lead_to_files_and_cells(tmp_path: Path) -> None:
    season = seasons.small()
    sheet = ledger(season, tmp_path, "../报 送/")["问题清单"]
    links = {cell.hyperlink.target for row in sheet for cell in row if cell.hyperlink}
    assert links == {
        "../报%20送/" + f for e in season.entries for t in e.told for f in [t.finding.path]
    }
    places = {c.hyperlink.location for row in sheet for c in row if c.hyperlink}
    assert places == {None, "'自评表'!H14"}
    assert not any(c.hyperlink for row in ledger(season, tmp_path, "")["问题清单"] for c in row)


def test_an_empty_season_gives_a_whole_ledger(tmp_path: Path) -> None:
    book = ledger(Season(()), tmp_path)
    assert book.sheetnames == SHEETS
    assert "共 0 份" in book["汇总"]["A2"].value


@ANY
@given(hostile.SEASONS)
def test_no_text_becomes_a_formula_or_breaks_the_file(
    tmp_path_factory: pytest.TempPathFactory, season: Season
) -> None:
    book = ledger(season, tmp_path_factory.mktemp("a"))
    for sheet in book:
        for row in sheet.iter_rows():
            for cell in row:
                if cell.data_type == "f":
                    assert sheet.title in ("汇总", "按单位", "按规则")
                    assert cell.value.startswith(
                        ("=COUNTIFS(", "=SUM(", "=SUBTOTAL(", "=IF(G", "=E")
                    )
                if cell.hyperlink and cell.hyperlink.target:
                    assert cell.hyperlink.target.startswith("../")
    told = sum(len(e.told) for e in season.entries) + len(season.across)
    assert sum(isinstance(row["序号"], int) for row in table(book, "问题清单")) == told


def test_what_looks_like_a_formula_is_kept_as_text_when_edited(tmp_path: Path) -> None:
    item = seasons.finding(message="=HYPERLINK(1)", suggestion="正常")
    entry = replace(seasons.entry("a", "@甲", "+路", findings=0), told=(seasons.told(item),))
    sheet = ledger(Season((entry,)), tmp_path)["问题清单"]
    quoted = {cell.value for cell in sheet[2] if cell.quotePrefix}
    assert quoted == {"=HYPERLINK(1)", "@甲", "+路"}
    assert all(cell.data_type != "f" for cell in sheet[2])


def test_texts_longer_than_a_cell_are_cut(tmp_path: Path) -> None:
    item = seasons.finding(message="长" * 40_000, suggestion="😀" * 20_000)
    entry = replace(seasons.entry("a", "甲", "路", findings=0), told=(seasons.told(item),))
    (row,) = table(ledger(Season((entry,)), tmp_path), "问题清单")
    assert len(row["复核发现"]) == 32_767
    assert row["复核发现"].endswith("长…")
    assert len(row["处理建议"].encode("utf-16-le")) // 2 <= 32_767


def test_rows_beyond_the_limit_go_on_in_a_further_sheet(tmp_path: Path) -> None:
    season = seasons.season(units=5, each=2, findings=5)
    with (tmp_path / "a.xlsx").open("wb") as stream:
        book = Book(stream)
        sheets, standing = rows.Sheets(book, "", most_rows=21), Standing(season)
        found = Findings(sheets, standing)
        for entry in season.entries:
            found.add(standing.items(entry))
        found.finish()
        book.close()
    made = load_workbook(tmp_path / "a.xlsx")
    assert made.sheetnames == ["问题清单", "问题清单（2）", "问题清单（3）"]
    assert [made[name].max_row for name in made.sheetnames] == [21, 21, 11]
    assert found.rows.ranges(1) == [
        "'问题清单'!$B$2:$B$21", "'问题清单（2）'!$B$2:$B$21", "'问题清单（3）'!$B$2:$B$11",
    ]  # fmt: skip
    assert found.rows.count == 50


def test_the_same_season_gives_the_same_bytes(tmp_path: Path) -> None:
    contents = []
    for name in "ab":
        write(seasons.small(), tmp_path / name, Options(files=".."))
        contents.append((tmp_path / name).read_bytes())
    assert contents[0] == contents[1]


@pytest.mark.slow
def test_ten_thousand_findings_take_seconds_and_little_memory(tmp_path: Path) -> None:
    season = seasons.season(units=1000, each=2, findings=5, passes=0)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    start = time.process_time()
    write(season, tmp_path / "a.xlsx", Options(files=".."))
    assert time.process_time() - start < 12  # seconds, on any machine that also does other work
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 100 << 10
    with zipfile.ZipFile(tmp_path / "a.xlsx") as archive:
        assert archive.read("xl/worksheets/sheet2.xml").count(b"<row ") == 10_001


def test_links_stop_at_excel_s_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    assert workbook.MOST_LINKS == 65_530
    monkeypatch.setattr(workbook, "MOST_LINKS", 50)
    stream = io.BytesIO()
    book = Book(stream, lean=True)
    page = book.sheet("a", [workbook.Column("文件", 9)])
    page.row([workbook.Link("长", "a" * 3000)])
    for _ in range(52):
        page.row([workbook.Link("文件", "b.txt")])
    book.close()
    sheet = load_workbook(stream)["a"]
    assert sum(cell.hyperlink is not None for (cell,) in sheet) == 50
    assert [cell.value for (cell,) in sheet] == ["长", *["文件"] * 52]


class TestLibreOffice:
    pytestmark = needs_libreoffice

    def test_libreoffice_shows_hostile_texts_as_texts(self, tmp_path: Path) -> None:
        entries = []
        # openpyxl reads _x0041_ as it lies in the file, which is another way here and there
        words = [word for word in hostile.WORDS if not word.startswith("_x")]
        for number, word in enumerate(words):
            item = seasons.finding(number=number, message=word, suggestion=word, quote=word)
            made = seasons.entry(f"{number:03}/{word}", word, word, findings=0)
            entries.append(replace(made, told=(seasons.told(item),)))
        path = tmp_path / "ledger.xlsx"
        write(Season(tuple(entries)), path, Options(files=".."))
        saved = tmp_path / "saved.xlsx"
        saved.write_bytes(
            converted(path.read_bytes(), "xlsx:Calc MS Excel 2007 XML", tmp_path, "a.xlsx")
        )
        before, after = load_workbook(path)["问题清单"], load_workbook(saved)["问题清单"]
        column = [cell.value for cell in before["H"]]
        assert len(column) == len(words) + 1
        assert [cell.value for cell in after["H"]] == column
        assert {cell.data_type for row in after.iter_rows(min_row=2) for cell in row} <= {"s", "n"}


def test_what_is_told_across_at_a_file_in_an_archive_is_its_units(tmp_path: Path) -> None:
    archive = seasons.entry("甲/报送.zip", "砚溪区水利局", "维修养护", findings=0)
    item = seasons.finding("corpus/copied", f"{archive.path}/报告.docx", number=900)
    told = Decision(item.fingerprint, archive.path, False, "周某")
    season = Season((archive,), (seasons.told(item),), rules=seasons.RULES, decisions=(told,))
    (row,) = table(ledger(season, tmp_path), "问题清单")
    assert (row["单位"], row["路径"], row["是否采纳"]) == ("砚溪区水利局", archive.path, "不采纳")
