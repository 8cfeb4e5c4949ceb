"""What reviewers write into a ledger comes back, however the rows were sorted and saved."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from openpyxl import load_workbook

from linter.output import Options
from linter.output.ledger import decisions, paths, write
from linter.reading.unreadable import UnreadableError
from linter.season import Decision, Season
from tests.libreoffice import converted, needs_libreoffice
from tests.output import hostile, seasons


def edited(folder: Path, edit: Callable[[Any], None], season: Season | None = None) -> Path:
    """A ledger that somebody wrote into."""
    path = folder / "ledger.xlsx"
    write(season or seasons.season(), path, Options(files="../报送"))
    book = load_workbook(path)
    edit(book["问题清单"])
    book.save(path)
    return path


def read(path: Path) -> tuple[list[Decision], list[str]]:
    said: list[str] = []
    return list(decisions(path, said.append)), said


def fill(sheet: Any) -> None:
    sheet["L2"], sheet["M2"], sheet["N2"] = "不采纳", "周某", date(2024, 5, 6)
    sheet["L4"], sheet["N4"], sheet["O4"] = "采纳", "2024年5月7日", "已改"
    sheet["O5"] = "正在核对"


WANTED = [
    (False, "周某", "2024-05-06", ""),
    (True, "", "2024-05-07", "已改"),
    (None, "", "", "正在核对"),
]


def test_decisions_come_back_by_fingerprint_and_path(tmp_path: Path) -> None:
    found, said = read(edited(tmp_path, fill))
    assert [(d.accepted, d.reviewer, d.day, d.mended) for d in found] == WANTED
    assert said == []
    season = seasons.season()
    known = {(t.finding.fingerprint, e.path) for e in season.entries for t in e.told}
    assert {(d.fingerprint, d.path) for d in found} <= known
    again = replace(season, decisions=tuple(found))
    write(again, tmp_path / "next.xlsx", Options())
    assert read(tmp_path / "next.xlsx") == (found, [])


def test_a_fresh_ledger_holds_no_decision(tmp_path: Path) -> None:
    assert read(edited(tmp_path, lambda _: None)) == ([], [])


def test_what_was_cleared_is_withdrawn_and_what_was_never_filled_in_says_nothing(
    tmp_path: Path,
) -> None:
    found, _ = read(edited(tmp_path, fill))

    def clear(sheet: Any) -> None:
        for cell in ("L2", "M2", "N2", "O5"):
            sheet[cell] = None

    again, said = read(edited(tmp_path, clear, replace(seasons.season(), decisions=tuple(found))))
    assert [(d.fingerprint, d.withdrawn) for d in again] == [
        (d.fingerprint, gone) for d, gone in zip(found, (True, False, True), strict=True)
    ]
    assert said == []


def test_rows_and_columns_may_move(tmp_path: Path) -> None:
    def edit(sheet: Any) -> None:
        fill(sheet)
        sheet.insert_rows(1, 2)
        sheet.insert_cols(3)
        sheet["C3"] = "科室意见"
        sheet.title = "复核稿"

    found, said = read(edited(tmp_path, edit))
    assert [(d.accepted, d.reviewer, d.day, d.mended) for d in found] == WANTED
    assert said == []


def test_what_cannot_be_understood_is_told_with_its_row(tmp_path: Path) -> None:
    def edit(sheet: Any) -> None:
        sheet["L2"] = "再议"
        sheet["L3"], sheet["Q3"] = "采纳", None
        sheet["L4"] = " 否 "
        for column in ("Q", "R"):
            sheet[f"{column}6"] = sheet[f"{column}4"].value
        sheet["L6"] = "采纳"

    found, said = read(edited(tmp_path, edit))
    assert [d.accepted for d in found] == [False]
    assert [line.partition("：")[0] for line in said] == [f"“问题清单”第{n}行" for n in (2, 3, 6)]
    assert "再议" in said[0]


def test_a_list_in_csv_is_refused_with_what_is_wanted(tmp_path: Path) -> None:
    other = tmp_path / "清单.csv"
    other.write_text("项目名称,预算单位\n灌溉渠项目,青山县水利局\n", "utf-8")
    with pytest.raises(UnreadableError) as refused:
        read(other)
    assert "不是 .xlsx 工作簿" in refused.value.zh


def test_a_file_that_is_no_ledger_is_refused(tmp_path: Path) -> None:
    other = tmp_path / "a.xlsx"
    book = load_workbook(edited(tmp_path, fill))
    del book["问题清单"]
    book.save(other)
    with pytest.raises(UnreadableError, match="no sheet"):
        read(other)
    other.write_bytes(b"PK\x03\x04 cut off")
    with pytest.raises(UnreadableError):
        read(other)
    with pytest.raises(OSError, match="nothing"):
        read(tmp_path / "nothing.xlsx")


@pytest.mark.slow
def test_more_findings_than_a_report_has_cells_come_back(tmp_path: Path) -> None:
    season = seasons.season(units=1200, each=2, findings=5, passes=0)
    last = season.entries[-1]
    decision = Decision(last.told[-1].finding.fingerprint, last.path, True)
    write(replace(season, decisions=(decision,)), tmp_path / "a.xlsx", Options())
    assert read(tmp_path / "a.xlsx") == ([decision], [])


@given(hostile.TEXTS)
def test_any_path_comes_back(path: str) -> None:
    written = paths.written(path)
    assert paths.read(written) == path
    assert written.isprintable()
    assert written == written.strip()


@settings(max_examples=30, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.text(st.characters(codec="utf-8"), min_size=1, max_size=20), hostile.TEXTS)
def test_any_decision_comes_back(
    tmp_path_factory: pytest.TempPathFactory, fingerprint: str, path: str
) -> None:
    # fingerprints are hexadecimal, paths anything
    item = seasons.finding(path=path or "a", number=sum(map(ord, fingerprint)))
    entry = replace(seasons.entry(path or "a", "甲", "路", findings=0), told=(seasons.told(item),))
    decision = Decision(item.fingerprint, path or "a", False, "周某")
    target = tmp_path_factory.mktemp("a") / "ledger.xlsx"
    write(Season((entry,), decisions=(decision,)), target, Options())
    assert read(target) == ([decision], [])


class TestLibreOffice:
    pytestmark = needs_libreoffice

    def test_decisions_come_back_after_libreoffice_saved_the_file(self, tmp_path: Path) -> None:
        data = edited(tmp_path, fill).read_bytes()
        saved = tmp_path / "saved.xlsx"
        saved.write_bytes(converted(data, "xlsx:Calc MS Excel 2007 XML", tmp_path, "a.xlsx"))
        found, said = read(saved)
        assert [(d.accepted, d.reviewer, d.day, d.mended) for d in found] == WANTED
        assert said == []

    def test_the_formulas_count_what_a_reviewer_wrote(self, tmp_path: Path) -> None:
        data = edited(tmp_path, fill).read_bytes()  # openpyxl leaves out what formulas come to
        csv = "csv:Text - txt - csv (StarCalc):44,34,76"
        lines = converted(data, csv, tmp_path, "a.xlsx").decode().splitlines()
        cells = [line.split(",")[:6] for line in lines]
        assert ["P0", "须修改", "19", "0", "1", "19"] in cells
        assert ["P1", "请核对", "20", "1", "0", "19"] in cells
        assert ["合计", "", "49", "1", "1", "48"] in cells
