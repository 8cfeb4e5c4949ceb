"""Lists of what is to be submitted, as systems and people write them."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from time import process_time

import pytest

from linter import rulebook
from linter.audit.comparing import keyed
from linter.audit.manifest import Line, ManifestError, read
from linter.audit.matching import Submitted, match
from linter.audit.patterns import NamePattern, PatternError
from linter.season import Figures, Key, Listed

BOOK = rulebook.load()
HEADER = (
    "项目编码,项目名称,预算单位,业务处室,年初预算数,当年预算数,全年执行数,预算执行率,得分,自评结论"
)
ROW = "10001,灌溉渠项目,青山县水利局,农业处,100,120.00,118,98.33%,95.5,优"


def listed(tmp_path: Path, text: str, encoding: str = "utf-8") -> tuple[Line, ...]:
    path = tmp_path / "清单.csv"
    path.write_bytes(text.encode(encoding))
    return read(path, BOOK)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_the_systems_columns(tmp_path: Path, encoding: str) -> None:
    (line,) = listed(tmp_path, f"{HEADER}\n{ROW}\n", encoding)
    key = Key(project_code="10001", project="灌溉渠项目", unit="青山县水利局", department="农业处")
    figures = Figures(budget="120", executed="118", rate="0.9833", score="95.5", grade="优")
    assert line.listed == Listed(2, key, figures)
    assert not line.unit_said


@pytest.mark.parametrize(
    ("header", "row", "budget"),
    [
        ("项目名称,当年预算数（万元）", "灌溉渠,120", "1200000"),
        ("*项目名称,*当年预算数(元)", "灌溉渠,\"1,200,000.00\"", "1200000"),
        ("项 目 名 称,预算金额", "灌溉渠,120万元", "1200000"),
        ("项目名称（全称）,调整后预算数", "灌溉渠,￥120", "120"),
        ("单位：万元,\n项目名称,全年预算数", "灌溉渠,120", "1200000"),
    ],
)  # fmt: skip
def test_headers_and_units_as_people_write_them(
    tmp_path: Path, header: str, row: str, budget: str
) -> None:
    (line,) = listed(tmp_path, f"{header}\n{row}\n")
    assert (line.listed.key.project, line.listed.figures.budget) == ("灌溉渠", budget)


def test_titles_above_and_totals_below_are_no_rows(tmp_path: Path) -> None:
    text = f"某区2023年度清单,,,,,,,,,\n\n{HEADER}\n{ROW}\n,,,,,,,,,\n合计,,,,100,120,118,,,\n"
    assert [line.listed.row for line in listed(tmp_path, text)] == [4]


def test_a_workbook(tmp_path: Path) -> None:
    import xlsxwriter

    stream = BytesIO()
    book = xlsxwriter.Workbook(stream)
    sheet = book.add_worksheet("导出")
    for column, (name, value) in enumerate(
        {"项目名称": "灌溉渠", "预算单位": "水利局", "当年预算数": 1200000, "年度": 2023}.items()
    ):
        sheet.write(0, column, name)
        sheet.write(1, column, value)
    book.close()
    path = tmp_path / "清单.xlsx"
    path.write_bytes(stream.getvalue())
    (line,) = read(path, BOOK)
    assert (line.listed.figures.budget, line.listed.year) == ("1200000", 2023)


@pytest.mark.parametrize("text", ["", "甲,乙\n1,2\n", "预算数,执行数\n1,2\n", "\x00\x01\x02"])
def test_what_is_no_list_is_refused(tmp_path: Path, text: str) -> None:
    with pytest.raises(ManifestError, match="无法使用"):
        listed(tmp_path, text)


def line(row: int = 1, year: int | None = None, **names: str) -> Line:
    path = names.pop("path", "")
    return Line(Listed(row, Key(**names), Figures(), year=year, path=path), {})


def submitted(
    number: int, path: str = "", year: int = 2023, read: bool = True, **names: str
) -> Submitted:
    path = path or f"{number}.docx"
    return Submitted(number, path, path, Key(**names), year, read)


def matched(lines: list[Line], ones: list[Submitted]) -> dict[int, list[int]]:
    return {at: [one.number for one in found] for at, found in match(lines, ones).items()}


@pytest.mark.parametrize(
    ("listed", "own", "same"),
    [
        ({"path": "甲县/水利局"}, {"path": "甲县/水利局"}, True),
        ({"path": "水利局.docx"}, {"path": "甲县/水利局.docx"}, True),
        ({"path": "水利局"}, {"path": "甲县/水利局.docx"}, True),
        ({"project_code": "10001"}, {"project_code": "10001"}, True),
        ({"project_code": "10001"}, {"project_code": "10002"}, False),
        ({"unit": "青山县水利局", "project": "灌溉渠项目"}, {"unit": "青山县水利局", "project": "灌溉渠"}, True),
        ({"unit": "水利局", "project": "灌溉渠项目"}, {"unit": "青山县水利局", "project": "灌溉渠项目"}, True),
        ({"unit": "教育局", "project": "灌溉渠项目"}, {"unit": "青山县水利局", "project": "灌溉渠项目"}, False),
        ({"unit": "", "project": "2023年灌溉渠项目经费"}, {"unit": "水利局", "project": "灌溉渠"}, True),
        ({"path": "甲县/报告.docx"}, {"path": "乙县/报告.docx"}, False),
        ({"path": "甲县/报告.docx"}, {"path": "报送/甲县/报告.docx"}, True),
        ({"path": "报送/甲县/报告.docx"}, {"path": "甲县/报告.docx"}, True),
        ({"unit": "农业局", "project": "高标准农田建设补助资金"}, {"unit": "农业局", "project": "高标准农田建设补助资金转移支付"}, True),
        ({"unit": "水利局", "project": "部门整体支出"}, {"unit": "水利局"}, True),
        ({"unit": "水利局", "project": "灌溉渠"}, {"unit": "水利局", "project": "校舍维修"}, False),
        ({"unit": "水利局", "project": "灌溉渠", "project_code": "1"}, {"unit": "水利局", "project": "灌溉渠", "project_code": "2"}, False),
    ],
)  # fmt: skip
def test_which_submission_a_row_is(listed: dict[str, str], own: dict[str, str], same: bool) -> None:
    found = match([line(**listed)], [submitted(1, **own)])
    assert [one.number for ones in found.values() for one in ones] == ([1] if same else [])


def test_what_fits_best_is_taken_first() -> None:
    lines = [line(project="灌溉渠"), line(project="灌溉渠", unit="水利局")]
    ones = [submitted(1, unit="水利局", project="灌溉渠"), submitted(2, project="灌溉渠")]
    assert matched(lines, ones) == {1: [1], 0: [2]}


def test_each_row_gets_one_before_any_gets_two() -> None:
    names = {"unit": "水利局", "project": "灌溉渠"}
    ones = [submitted(n, **names) for n in (1, 2, 3)]
    assert matched([line(project_code="1", **names), line(project_code="2", **names)], ones) == {
        0: [1, 3],
        1: [2],
    }


def test_a_row_gets_the_submission_of_its_year() -> None:
    names = {"unit": "水利局", "project": "灌溉渠"}
    lines = [line(year=2022, **names), line(year=2023, **names)]
    ones = [submitted(1, year=2023, **names), submitted(2, year=2022, **names)]
    assert matched(lines, ones) == {0: [2], 1: [1]}
    assert matched(lines[:1], ones[:1]) == {0: [1]}


@pytest.mark.parametrize(
    ("path", "row"),
    [
        ("100010002.docx", 0),
        ("青山县教育局/扫描.pdf", 1),
        ("上报/校舍维修.docx", 1),
        ("民政局/扫描.pdf", None),
        ("附件.docx", None),
    ],
)
def test_what_could_not_be_read_is_of_the_row_that_its_path_names(
    path: str, row: int | None
) -> None:
    lines = [
        line(project_code="100010002", unit="水利局", project="灌溉渠"),
        line(project_code="100010003", unit="青山县教育局", project="校舍维修项目"),
    ]
    assert matched(lines, [submitted(1, path, read=False)]) == (
        {row: [1]} if row is not None else {}
    )
    assert matched(lines, [submitted(1, path)]) == {}


def test_many_rows_of_one_file_name_take_no_longer_than_each_alone() -> None:
    count = 3000
    lines = [line(path=f"第{n}中学/报告.docx") for n in range(count)]
    ones = [submitted(n, f"第{n}中学/报告.docx") for n in range(count)]
    start = process_time()
    assert matched(lines, ones) == {n: [n] for n in range(count)}
    assert matched([line(path="报告.docx")] * count, ones) == {n: [n] for n in range(count)}
    assert process_time() - start < 20


@pytest.mark.parametrize(
    ("pattern", "path", "key"),
    [
        ("{单位编码}_{项目编码}_*", "301001_10001_自评报告.docx", Key(unit_code="301001", project_code="10001")),
        ("{unit}-{project}", "甲县/水利局-灌溉渠.docx", Key(unit="水利局", project="灌溉渠")),
        ("{地区}/{单位}/*", "甲县/水利局/报告.docx", Key(region="甲县", unit="水利局")),
        ("{项目}（{单位}）", "灌溉渠（水利局）.docx", Key(project="灌溉渠", unit="水利局")),
        ("{项目编码}*", "10001灌溉渠.docx", Key(project_code="10001")),
        ("{单位编码}_*", "水利局.docx", None),
    ],
)  # fmt: skip
def test_names_by_a_pattern(pattern: str, path: str, key: Key | None) -> None:
    assert NamePattern(pattern).key(path, is_file=True) == key


@pytest.mark.parametrize("pattern", ["{单}", "*", "{单位}{单位}", "{单位", "}", "{}", ""])
def test_a_wrong_pattern_is_refused(pattern: str) -> None:
    with pytest.raises(PatternError, match="文件名模式"):
        NamePattern(pattern)


def test_the_list_knows_best_whose_a_submission_is() -> None:
    own = Key(unit="水利站", project="灌溉渠", region="甲县")
    row = Listed(1, Key(unit="水利局"), Figures())
    assert keyed(own, Key(project="渠道"), row) == Key(unit="水利局", project="渠道", region="甲县")
