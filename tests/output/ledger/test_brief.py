"""What a clerk takes away: the words of the page, nothing that only a bureau needs."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from msgspec.structs import replace
from openpyxl import load_workbook

from linter.output import Options
from linter.output.ledger import brief
from linter.output.words import settled
from linter.season import Season
from tests.output import seasons
from tests.output.ledger.test_ledger import table


def written(season: Season, folder: Path) -> Any:
    brief.write(season, folder / "a.xlsx", Options())
    return load_workbook(folder / "a.xlsx")


def test_findings_and_what_is_right_in_the_words_of_the_page(tmp_path: Path) -> None:
    entry = seasons.entry("a.docx", "甲局", "路", findings=2)
    book = written(Season((entry,), rules=seasons.RULES), tmp_path)
    assert book.sheetnames == ["问题清单", "核对无误"]
    rows = table(book, "问题清单")
    assert [row["等级"] for row in rows] == ["须修改", "须修改"]
    assert [*rows[0]][-1] == "规则号"
    *right, below = table(book, "核对无误")
    assert [row["检查项"] for row in right] == ["增减额、增幅与前后两数"] * len(entry.passed)
    assert below["文件"] == "另有 3 项检查没有发现问题"
    words = [str(c) for s in book for row in s.iter_rows(values_only=True) for c in row if c]
    assert [word for word in words if "P0" in word or "--" in word or "指纹" in word] == []


def test_findings_bear_the_numbers_that_the_page_gives_them(tmp_path: Path) -> None:
    """In order of place, whatever their level; each report from 1."""
    entries = []
    for name in ("a.docx", "b.docx"):
        error = seasons.finding(path=name)
        told = tuple(map(seasons.told, (replace(error, severity="info"), error)))
        entries.append(replace(seasons.entry(name, "甲局", "路", findings=0), told=told))
    rows = table(written(Season(tuple(entries), rules=seasons.RULES), tmp_path), "问题清单")
    assert [(row["文件"], row["序号"], row["等级"]) for row in rows] == [
        ("a.docx", 1, "可优化"), ("a.docx", 2, "须修改"),
        ("b.docx", 1, "可优化"), ("b.docx", 2, "须修改"),
    ]  # fmt: skip


def test_a_place_is_told_as_the_page_tells_it(tmp_path: Path) -> None:
    entry = seasons.entry("a.docx", "甲局", "路", findings=1)
    excerpt = replace(entry.told[0].excerpt, where="四、（三）第1段")
    told = (replace(entry.told[0], excerpt=excerpt),)
    entry = replace(entry, told=told, passed=entry.passed[:1], passed_at=("四、（三）第2段",))
    book = written(Season((entry,), rules=seasons.RULES), tmp_path)
    assert table(book, "问题清单")[0]["位置"] == "四、（三）第1段"
    assert table(book, "核对无误")[0]["位置"] == "四、（三）第2段"


def test_where_no_other_check_passed_none_is_counted(tmp_path: Path) -> None:
    entry = seasons.entry("a.docx", "甲局", "路", passes=1, held=0)
    (row,) = table(written(Season((entry,), rules=seasons.RULES), tmp_path), "核对无误")
    assert row["算式"] == "2480.5 − 1250.5 = 1230 ✓"


def test_what_could_not_be_read_is_told_apart(tmp_path: Path) -> None:
    book = written(seasons.small(), tmp_path)
    assert book.sheetnames == ["问题清单", "核对无误", "未能检查"]
    assert len(table(book, "未能检查")) == 2


def test_rows_are_as_high_as_their_longest_text(tmp_path: Path) -> None:
    long = replace(seasons.finding(), suggestion="核对各分项与合计；" * 9)
    entry = replace(seasons.entry("a.docx", "甲局", "路", findings=0), told=(seasons.told(long),))
    sheet = written(Season((entry,), rules=seasons.RULES), tmp_path)["问题清单"]
    assert sheet.row_dimensions[2].height >= 7 * 14


def test_a_basis_is_told_without_what_its_authors_have_yet_to_look_up() -> None:
    assert settled("财预〔2020〕10号（待核条号）") == "财预〔2020〕10号"
    assert settled("复核惯例（待核）；财预〔2020〕10号") == "复核惯例；财预〔2020〕10号"
    assert settled("通知（对照填写；文号待核），各地不同") == "通知（对照填写），各地不同"
    assert settled("抽查（武汉公开件，待核）") == "抽查（武汉公开件）"
    assert settled("公历") == "公历"
