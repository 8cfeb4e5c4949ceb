from __future__ import annotations

import io
import zipfile

import pytest

from linter.model import Document, Severity, SheetPlace
from linter.reading import read

TYPES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
HEADERS = frozenset(("支出类别", "预算数", "执行数", "金额", "分值", "得分"))
STYLES = f"""<styleSheet xmlns="{MAIN}"><numFmts count="1">
<numFmt numFmtId="164" formatCode="0.00&quot;万元&quot;"/></numFmts><cellStyleXfs><xf numFmtId="9"/></cellStyleXfs>
<cellXfs><xf numFmtId="0"/><xf numFmtId="10"/><xf numFmtId="4"/><xf numFmtId="31"/><xf numFmtId="164"/>
</cellXfs></styleSheet>"""


def workbook(
    *sheets: str,
    states: tuple[str, ...] = (),
    strings: str = "",
    properties: str = "",
    method: int = zipfile.ZIP_DEFLATED,
) -> bytes:
    """A workbook of sheets' XML (what stands in worksheet), named 表1, 表2 and so on."""
    listed = "".join(
        f'<sheet name="表{n}" sheetId="{n}" r:id="rId{n}" {states[n - 1] if states else ""}/>'
        for n in range(1, len(sheets) + 1)
    )
    related = "".join(
        f'<Relationship Id="rId{n}" Type="{TYPES}/worksheet" Target="worksheets/sheet{n}.xml"/>'
        for n in range(1, len(sheets) + 1)
    )
    parts = {
        "_rels/.rels": f'<Relationships><Relationship Id="a" Type="{TYPES}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{TYPES}">{properties}<sheets>{listed}</sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships>{related}<Relationship Id="s" Type="{TYPES}/styles" Target="/xl/styles.xml"/>'
        f'<Relationship Id="t" Type="{TYPES}/sharedStrings" Target="sharedStrings.xml"/></Relationships>',
        "xl/styles.xml": STYLES,
        "xl/sharedStrings.xml": f'<sst xmlns="{MAIN}">{strings}</sst>',
    }
    parts |= {
        f"xl/worksheets/sheet{n}.xml": f'<worksheet xmlns="{MAIN}">{sheet}</worksheet>'
        for n, sheet in enumerate(sheets, 1)
    }
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", method) as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return stream.getvalue()


def rows(*rows: str) -> str:
    inside = "".join(f'<row r="{n}">{row}</row>' for n, row in enumerate(rows, 1))
    return f"<sheetData>{inside}</sheetData>"


def told(cell: str, text: str) -> str:
    return f'<c r="{cell}" t="inlineStr"><is><t>{text}</t></is></c>'


def opened(*sheets: str, **options: object) -> Document:
    return read("报告.xlsx", workbook(*sheets, **options), HEADERS)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("cell", "shown"),
    [
        ('<c r="A1"><v>0.30000000000000004</v></c>', "0.3"),
        ('<c r="A1" s="1"><v>0.974059</v></c>', "97.41%"),
        ('<c r="A1" s="2"><v>1234.5</v></c>', "1,234.50"),
        ('<c r="A1" s="3"><v>45064</v></c>', "2023年5月18日"),
        ('<c r="A1" s="4"><v>12.3</v></c>', "12.30万元"),
        ('<c r="A1" s="99"><v>12.3</v></c>', "12.3"),
        ('<c r="A1" t="s"><v>1</v></c>', "产出指标"),
        ('<c r="A1" t="s"><v>9</v></c>', ""),
        ('<c r="A1" t="b"><v>1</v></c>', "TRUE"),
        ('<c r="A1" t="e"><v>#DIV/0!</v></c>', "#DIV/0!"),
        ('<c r="A1" t="str"><f>B1&amp;"分"</f><v>98分</v></c>', "98分"),
        ('<c r="A1" t="d"><v>2023-05-18T00:00:00</v></c>', "2023年5月18日"),
        ('<c r="A1" t="n"><v>x</v></c>', "x"),
        ("<c><v>7</v></c>", "7"),
        ('<c r="A1" t="inlineStr"><is><t>数_x000D_量</t></is></c>', "数\n量"),
        ('<c r="A1" t="inlineStr"><is><r><t>数</t></r><r><t>量</t></r><rPh><t>shu</t></rPh></is></c>', "数量"),
        ('<c r="A1" s="1"/>', ""),
    ],
)  # fmt: skip
def test_a_cell_as_it_is_shown(cell: str, shown: str) -> None:
    strings = "<si><t>甲</t></si><si><r><t>产出</t></r><r><t>指标</t></r><rPh sb='0'><t>chan</t></rPh></si>"
    document = opened(rows(cell), strings=strings)
    assert document.text == shown
    assert document.place(0) == SheetPlace("表1", "A1")
    assert [notice.slug for notice in document.notices] == ([] if shown else ["empty"])


def test_days_from_1904() -> None:
    document = opened(
        rows('<c r="A1" s="3"><v>43602</v></c>'), properties='<workbookPr date1904="1"/>'
    )
    assert document.text == "2023年5月18日"


def test_names_may_have_prefixes() -> None:
    sheet = '<x:sheetData xmlns:x="{}"><x:row r="2"><x:c r="B2"><x:v>5</x:v></x:c></x:row></x:sheetData>'
    document = opened(sheet)
    assert document.text == "5"
    assert document.place(0) == SheetPlace("表1", "B2")


def test_a_merged_cell_stands_once() -> None:
    sheet = rows(
        told("A1", "支出类别") + told("B1", "预算数") + told("C1", "执行数"),
        told("A2", "办公费") + '<c r="B2"><v>5</v></c><c r="C2"><v>4</v></c>',
        told("A3", "残留") + '<c r="B3"><v>6</v></c><c r="C3"><v>4</v></c>',
    )
    document = opened(sheet + '<mergeCells><mergeCell ref="A2:A3"/></mergeCells>')
    assert document.text == "支出类别\t预算数\t执行数\n办公费\t5\t4\n\t6\t4"
    assert [[cell.column for cell in row] for row in document.tables[0].rows][2] == [0, 1, 2]


HIDDEN = told("A1", "支出类别") + told("B1", "预算数") + told("C1", "执行数")


def test_what_is_hidden_is_left_out_and_told() -> None:
    sheet = (
        '<cols><col min="2" max="2" hidden="1"/><col min="9" max="16384" hidden="1"/></cols>'
        f'<sheetData><row r="1">{HIDDEN}{told("D1", "金额")}</row>'
        f'<row r="2" hidden="1">{told("A2", "办公费")}</row>'
        f"<row r='3'>{told('A3', '差旅费')}<c r='C3'><v>4</v></c></row></sheetData>"
    )
    document = opened(sheet, rows(told("A1", "草稿")), states=("", 'state="hidden"'))
    assert document.text == "支出类别\t执行数\t金额\n差旅费\t4"
    assert [table.sure for table in document.tables] == [False]
    slugs = {notice.slug: notice for notice in document.notices}
    assert set(slugs) == {"hidden-cells", "hidden-sheet"}
    assert "第2行、B列" in slugs["hidden-cells"].message["zh"]
    assert "“表2”" in slugs["hidden-sheet"].message["zh"]
    assert {notice.severity for notice in slugs.values()} == {Severity.info}


def test_a_very_hidden_sheet_without_cells_is_not_told() -> None:
    document = opened(rows(told("A1", "甲")), rows(), states=("", 'state="veryHidden"'))
    assert document.notices == ()


def test_a_stale_formula_is_told_at_its_cell() -> None:
    sheet = rows(
        HIDDEN,
        told("A2", "办公费") + '<c r="B2"><v>5</v></c><c r="C2"><v>4</v></c>',
        told("A3", "差旅费") + '<c r="B3"><v>6.5</v></c><c r="C3"><v>4</v></c>',
        told("A4", "合计")
        + '<c r="B4"><f t="shared" ref="B4:C4" si="0">SUM(B2:B3)</f><v>11.5</v></c>'
        '<c r="C4"><f t="shared" si="0"/><v>9</v></c>',
    )
    document = opened(sheet)
    (notice,) = document.notices
    assert (notice.slug, notice.severity) == ("stale-formula", Severity.warning)
    assert document.place(notice.start) == SheetPlace("表1", "C4")
    assert "应为8，保存的结果是9" in notice.message["zh"]


@pytest.mark.parametrize(
    "formula",
    ["SUM(B2:B9)", "B2+A2", "IF(B2>1,1,2)", "表2!B2*2", "ROUND(B2/3,2)*0+9"],
)
def test_other_formulas_are_silent(formula: str) -> None:
    """Beside text, functions, other sheets, and where the value is right."""
    sheet = rows(
        f'<c r="D1"><f>{formula}</f><v>9</v></c>',
        told("A2", "办公费") + '<c r="B2"><v>5</v></c>' + told("B3", "—"),
    )
    assert opened(sheet).notices == ()


def test_formulas_without_a_value_are_told_once() -> None:
    cells = "".join(f'<c r="{letter}2"><f>1+1</f></c>' for letter in "ABCDE")
    document = opened(rows(told("A1", "甲"), cells + '<c r="F2"><f>A2+1</f><v>5</v></c>'))
    (notice,) = document.notices
    assert (notice.slug, notice.severity) == ("no-cached-value", Severity.warning)
    assert "A2、B2、C2等5个单元格" in notice.message["zh"]
    assert document.place(notice.start) == SheetPlace("表1", "A1")
    assert document.text == "甲\n5"


def test_a_broken_sheet_leaves_the_others() -> None:
    document = opened(rows(told("A1", "甲")) + "<x", rows(told("A1", "乙")))
    assert document.text == "甲\n乙"
    assert [(n.slug, n.severity) for n in document.notices] == [("damaged", Severity.error)]


def test_a_sheet_says_more_than_it_has() -> None:
    document = opened('<dimension ref="A1:XFD1048576"/>' + rows(told("XFD1", "甲")))
    assert document.place(0) == SheetPlace("表1", "XFD1")


def test_no_workbook_at_all() -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("xl/other.xml", "<a/>")
    document = read("a.xlsx", stream.getvalue())
    assert [notice.slug for notice in document.notices] == ["damaged"]
    assert document.text == ""


def test_a_binary_workbook_is_told() -> None:
    stream = io.BytesIO()
    target = f'<Relationship Id="a" Type="{TYPES}/officeDocument" Target="xl/workbook.bin"/>'
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("_rels/.rels", f"<Relationships>{target}</Relationships>")
        archive.writestr("xl/workbook.bin", b"\x83\x01")
    (notice,) = read("a.xlsx", stream.getvalue()).notices
    assert ".xlsb" in notice.message["zh"]
