"""Working papers as an independent reader and LibreOffice open them."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from msgspec.structs import replace
from openpyxl import load_workbook

from linter.facts.scan import Scanner
from linter.output.standing import Standing, is_unread
from linter.output.workpaper import workpapers
from linter.rulebook import load
from linter.season import Indicator, Season
from tests.libreoffice import converted, needs_libreoffice
from tests.output import hostile, seasons

ANY = settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
TITLES = [
    "一级指标", "二级指标", "三级指标", "指标性质", "指标值", "计量单位", "权重", "自评完成值", "自评得分",
    "复核完成值", "复核得分", "按公式应得分", "适用公式", "复核指标偏差", "备注",
]  # fmt: skip


@pytest.fixture(scope="module")
def scanner() -> Scanner:
    return load().scanner


def opened(season: Season, scanner: Scanner, values: bool = False) -> dict[str, Any]:
    return {
        name: load_workbook(io.BytesIO(data), data_only=values)
        for name, data in workpapers(season, scanner)
    }


def test_a_workbook_a_unit_and_a_sheet_a_project(scanner: Scanner) -> None:
    season = seasons.small()
    found = opened(season, scanner)
    assert list(found) == [
        "临川镇人民政府复核底稿.xlsx",
        "云岭区残疾人联合会复核底稿.xlsx",
        "（单位未识别）扫描件复核底稿.xlsx",
        "砚溪区文化和旅游局复核底稿.xlsx",
        "砚溪区水利局复核底稿.xlsx",
        "青山区第二中学复核底稿.xlsx",
    ]
    sheets = [name for book in found.values() for name in book.sheetnames]
    checked = [entry for entry in season.entries if not is_unread(entry)]
    assert len(sheets) == len(checked) + len(found)
    assert found["临川镇人民政府复核底稿.xlsx"].sheetnames == [
        "项目汇总", "小型水库维修养护", "残疾人辅助器具适配",
    ]  # fmt: skip


def test_the_indicators_stand_as_filled_in(scanner: Scanner) -> None:
    sheet = opened(seasons.small(), scanner)["青山区第二中学复核底稿.xlsx"]["全民阅读推广"]
    rows = list(sheet.iter_rows(min_row=3, values_only=True))
    assert list(rows[0]) == TITLES
    assert rows[2][:9] == ("产出指标", "数量指标", "养护巡查次数", "≥", 120, "次", 10, 114, 9.5)
    assert rows[3][:9] == ("产出指标", "质量指标", "工程验收合格率", "≥", 98, "%", 10, "97%", 10)
    assert rows[6][3:9] == ("定性", "有效提升", None, 30, "达成预期指标", 28)
    assert all(row[9] is None and row[10] is None for row in rows[1:8])
    assert rows[2][11] == "9.5或8.75"
    assert rows[2][14] == (
        "汛期道路中断，6次改为远程巡查\nP1：“养护巡查次数”按比例得分应为9.5分，表中为9.8分"
    )
    assert rows[2][13] == '=IF(K5="","",K5-N(I5))'
    assert rows[8][0] == "合计"
    assert (rows[8][6], rows[8][8]) == ("=SUM(G4:G10)", "=SUM(I4:I10)")
    assert rows[8][10] == '=IF(COUNT(K4:K10)=0,"",SUM(K4:K10))'


def test_every_finding_that_counts_stands_on_its_project_s_sheet(scanner: Scanner) -> None:
    season = seasons.small()
    standing = Standing(season)
    for unit, book in zip(standing.units(), opened(season, scanner).values(), strict=False):
        for entry, name in zip(
            (e for e in standing.entries(unit) if not is_unread(e)),
            book.sheetnames[1:],
            strict=True,
        ):
            text = "\n".join(str(c) for row in book[name].iter_rows(values_only=True) for c in row)
            for item in standing.kept(entry):
                assert item.told.finding.message in text


def test_the_overview_has_a_row_a_project_and_totals(scanner: Scanner) -> None:
    book = opened(seasons.small(), scanner)["临川镇人民政府复核底稿.xlsx"]
    rows = list(book["项目汇总"].iter_rows(min_row=3, values_only=True))
    assert [row[1] for row in rows] == [
        "项目名称", "小型水库维修养护", "村道.docx", "残疾人辅助器具适配", "合计",
    ]  # fmt: skip
    assert rows[1][3:6] == (24_805_000, 24_457_000, 0.986)
    assert rows[1][8:12] == tuple(f"='小型水库维修养护'!{c}11" for c in "GIKN")
    assert rows[2][16].startswith("未能检查：文件设有打开密码")
    assert rows[4][3] == "=SUM(D4:D6)"
    shown = opened(seasons.small(), scanner, values=True)["临川镇人民政府复核底稿.xlsx"]
    assert shown["项目汇总"]["I4"].value == 100
    assert shown["项目汇总"]["J4"].value == 97.5
    assert [c.value for c in shown["项目汇总"][7]][12:15] == [4, 5, 2]


def test_projects_of_one_name_get_sheets_of_their_own(scanner: Scanner) -> None:
    name = "农村公路[2023]日常养护与危桥改造及安全生命防护工程建设项目"
    entries = [seasons.entry(f"{n}.docx", "甲局", name) for n in range(3)]
    (book,) = opened(Season(tuple(entries)), scanner).values()
    sheets = book.sheetnames[1:]
    assert len(set(sheets)) == 3
    assert all(len(sheet) <= 31 and "[" not in sheet for sheet in sheets)
    links = [c.hyperlink.location for row in book["项目汇总"] for c in row if c.hyperlink]
    assert links == [f"'{sheet}'!A1" for sheet in sheets]


def test_a_submission_without_a_form_says_so(scanner: Scanner) -> None:
    entry = seasons.entry("a.docx", "甲局", "路", indicators=())
    (book,) = opened(Season((entry,)), scanner).values()
    cells = [c for row in book["路"].iter_rows(values_only=True) for c in row]
    assert "没有读到自评表的指标行，请对照原件填写" in cells
    assert not any(str(c).startswith("=") for c in cells)


def noted(scanner: Scanner, indicators: tuple[Indicator, ...], *findings: Any) -> list[list[Any]]:
    """The rows of a sheet from the first indicator on: name, full mark, notes."""
    made = seasons.entry("a.docx", "甲局", "路", findings=0, indicators=indicators)
    made = replace(made, told=tuple(seasons.told(item) for item in findings))
    ((_, book),) = opened(Season((made,)), scanner).items()
    rows = book["路"].iter_rows(min_row=4, values_only=True)
    return [[row[2], row[6], row[14]] for row in rows]


def test_a_form_that_stands_in_report_and_workbook_counts_once(scanner: Scanner) -> None:
    rate = replace(seasons.INDICATORS[0], third="预算执行率", target="100%", full="10")
    second = [replace(row, target=row.target.lstrip("≥")) for row in seasons.INDICATORS]
    second[1] = replace(second[1], done="115", mark="9.6")
    rows = noted(scanner, (rate, *seasons.INDICATORS, *second))
    assert [row[0] for row in rows[:8]] == ["预算执行率", *(r.third for r in seasons.INDICATORS)]
    assert rows[8][1] == "=SUM(G4:G11)"
    assert "另一份自评表：完成值115，得分9.6" in rows[2][2]
    assert not [row for row in rows[:8] if row is not rows[2] and "另一份" in (row[2] or "")]


def test_subprojects_with_the_same_indicators_stand_apart(scanner: Scanner) -> None:
    other = tuple(replace(row, target=f"{n}1") for n, row in enumerate(seasons.INDICATORS, 1))
    rows = noted(scanner, (*seasons.INDICATORS, *other))
    assert rows[14][1] == "=SUM(G4:G17)"
    twice = (*seasons.INDICATORS, seasons.INDICATORS[-1])
    assert noted(scanner, twice)[8][1] == "=SUM(G4:G11)"


def test_a_finding_stands_on_the_indicator_that_it_names_and_on_no_other(scanner: Scanner) -> None:
    base = seasons.INDICATORS[0]
    indicators = tuple(
        replace(base, third=name, mark=mark)
        for name, mark in (
            ("群众满意度", "9"), ("受益群众满意度", "8"), ("巡查次数", "7"), ("巡查次数", "6"),
        )
    )  # fmt: skip
    messages = (
        ("“受益群众满意度”应为8.5分", "8", 1),
        ("受益群众满意度没有佐证", "", 1),
        ("“巡查次数”应为6.5分", "6", 3),
        ("“巡查次数”没有佐证", "", None),
        ("“群众满意度”与“巡查次数”不一致", "9", None),
    )
    for message, quote, row in messages:
        item = seasons.finding(message=message, quote=quote, suggestion="")
        rows = noted(scanner, indicators, item)
        notes = [at for at, cells in enumerate(rows[:4]) if message in (cells[2] or "")]
        assert notes == ([] if row is None else [row]), message


def test_marks_that_are_no_numbers_do_not_stop_the_totals(scanner: Scanner) -> None:
    rows = [
        Indicator("产出", "数量", "a", "", "1", "", "10分", "1", "—", ""),
        Indicator("", "", "b", "", "1", "", "/", "1", "9.50", ""),
    ]
    entry = seasons.entry("a.docx", "甲局", "路", indicators=tuple(rows))
    (book,) = opened(Season((entry,)), scanner, values=True).values()
    total = [c.value for c in book["路"][6]]
    assert (total[0], total[6], total[8]) == ("合计", 10, 9.5)
    assert book["路"]["I4"].value == "—"


def test_the_same_season_gives_the_same_papers(scanner: Scanner) -> None:
    assert list(workpapers(seasons.small(), scanner)) == list(workpapers(seasons.small(), scanner))


@ANY
@given(season=hostile.SEASONS)
def test_no_text_becomes_a_formula_or_breaks_a_paper(scanner: Scanner, season: Season) -> None:
    names = []
    for name, book in opened(season, scanner).items():
        names.append(name.casefold())
        for sheet in book:
            for row in sheet.iter_rows():
                for cell in row:
                    if cell.data_type == "f":
                        assert cell.value.startswith(("=IF(", "=SUM(", "='"))
                    assert cell.hyperlink is None or cell.hyperlink.target is None
    assert len(names) == len(set(names))


class TestLibreOffice:
    pytestmark = needs_libreoffice

    def test_totals_follow_what_a_reviewer_fills_in(self, tmp_path: Path, scanner: Scanner) -> None:
        season = replace(seasons.season(units=1, each=1), missing=())
        ((_, data),) = workpapers(season, scanner)
        book = load_workbook(io.BytesIO(data))
        sheet = book[book.sheetnames[1]]
        for row, mark in zip(range(4, 11), (20, 9, 9, 10, 9, 28, 10), strict=True):
            sheet[f"K{row}"] = mark
        edited = io.BytesIO()
        book.save(edited)
        csv = "csv:Text - txt - csv (StarCalc):44,34,76"
        lines = converted(edited.getvalue(), csv, tmp_path, "a.xlsx").decode().splitlines()
        (cells,) = [line.split(",") for line in lines if line.startswith("1,")]
        assert "100,97.5,95,-2.5" in ",".join(cells)
