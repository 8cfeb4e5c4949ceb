"""What people wrote into an audit's files outlives the next audit; what is out of date goes."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import load_workbook

import linter
from tests.audit.conftest import FAULTY, sound

pytestmark = pytest.mark.usefixtures("one_process")


class Office:
    """A folder of reports and what audits write of them."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.reports = folder / "材料"
        self.reports.mkdir()
        (self.reports / "一.txt").write_text(FAULTY, "utf-8")

    def audit(self, **options: object) -> None:
        linter.audit(
            [self.reports], store=self.folder / "审核.db", out=self.folder / "结果",
            files=["ledger"], workers=1, **options,
            folders={"letters": self.folder / "函", "workpaper": self.folder / "底稿"},
        )  # fmt: skip

    def names(self, folder: str) -> list[str]:
        return sorted(path.name for path in (self.folder / folder).iterdir())

    def fill(self, path: str, sheet: str, cell: str, text: str) -> None:
        book = load_workbook(self.folder / path)
        book[sheet][cell] = text
        book.save(self.folder / path)


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return Office(tmp_path)


def test_a_filled_ledger_is_kept_aside_when_the_reports_changed(
    office: Office, capsys: pytest.CaptureFixture[str]
) -> None:
    office.audit()
    office.fill("结果/ledger.xlsx", "复核意见汇总", "H2", "88")
    (office.reports / "二.txt").write_text(sound("青山县教育局", "校舍维修项目"), "utf-8")
    office.audit()
    assert office.names("结果") == ["ledger.1.xlsx", "ledger.xlsx"]
    kept = load_workbook(office.folder / "结果" / "ledger.1.xlsx")
    assert kept["复核意见汇总"]["H2"].value == "88"
    assert "改名保留为 ledger.1.xlsx" in capsys.readouterr().err
    office.audit()
    assert office.names("结果") == ["ledger.1.xlsx", "ledger.xlsx"]
    assert capsys.readouterr().err == ""


def test_what_was_filled_in_stays_where_nothing_else_changed(
    office: Office, capsys: pytest.CaptureFixture[str]
) -> None:
    office.audit()
    (paper,) = office.names("底稿")
    office.fill("结果/ledger.xlsx", "问题清单", "L2", "不采纳")
    office.fill(f"底稿/{paper}", "项目汇总", "B1", "已看")
    office.audit()
    assert (office.names("结果"), office.names("底稿")) == (["ledger.xlsx"], [paper])
    filled = load_workbook(office.folder / "结果" / "ledger.xlsx")
    assert filled["问题清单"]["L2"].value == "不采纳"
    assert load_workbook(office.folder / "底稿" / paper)["项目汇总"]["B1"].value == "已看"
    assert capsys.readouterr().err.count("原样保留") == 2


def test_a_file_that_no_audit_of_this_store_wrote_is_kept(office: Office) -> None:
    office.audit()
    (letter,) = office.names("函")
    (office.folder / "函" / letter).write_bytes("另一份函".encode())
    (office.folder / "审核.db").unlink()
    office.audit()
    stem = letter.removesuffix(".docx")
    assert office.names("函") == [f"{stem}.1.docx", letter]
    assert (office.folder / "函" / f"{stem}.1.docx").read_bytes() == "另一份函".encode()


def test_letters_of_which_nothing_is_left_to_say_go(
    office: Office, capsys: pytest.CaptureFixture[str]
) -> None:
    (office.reports / "二.txt").write_text(FAULTY.replace("水利局", "农业局"), "utf-8")
    (office.folder / "函").mkdir()
    (office.folder / "函" / "来函.docx").write_bytes(b"")
    office.audit()
    letters = [name for name in office.names("函") if name != "来函.docx"]
    assert len(letters) == 2
    changed = next(name for name in letters if "农业局" in name)
    (office.folder / "函" / changed).write_bytes(b"changed by hand")
    for name in ("一.txt", "二.txt"):
        (office.reports / name).unlink()
    (office.reports / "三.txt").write_text(FAULTY.replace("水利局", "林业局"), "utf-8")
    office.audit()
    left = office.names("函")
    assert len(left) == 3
    assert {"来函.docx", changed} < set(left)
    assert any("林业局" in name for name in left)
    told = capsys.readouterr().err
    assert "1 个文件已删去" in told
    assert f"{changed} 已不再需要，但写出后有人改过" in told
