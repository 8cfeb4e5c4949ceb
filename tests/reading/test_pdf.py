from __future__ import annotations

import io
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from PIL import Image
from reportlab.lib.pagesizes import A4
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from linter.engine import lint
from linter.model import Document, Finding, PdfPlace, Severity, Submission
from linter.reading import read
from linter.reading.pdf import extract as program
from linter.reading.pdf import pages as pages_
from linter.reading.pdf.notices import notices
from linter.reading.pdf.radicals import proper
from linter.reading.pdf.rows import glue, needs
from tests.cases import book
from tests.generators.papers import FONT, Part, canvas_page, drawn, parts

EXAMPLES = sorted((Path(__file__).parents[2] / "examples").glob("*-*.*"))
LAYOUTS: dict[str, dict[str, Any]] = {
    "ruled": {"header": "二〇二四年自评材料"},
    "without lines": {"ruled": False, "indent": False},
    "two columns": {"columns": 2, "size": 9},
}
WIDTH, HEIGHT = A4


def document(data: bytes) -> Document:
    return read("report.pdf", data, book().header_words)


def findings(document: Document) -> tuple[Finding, ...]:
    found = lint(Submission((document,)), book()).findings
    return tuple(finding for finding in found if not finding.rule.startswith("input/"))


def told(found: Iterable[Finding]) -> Counter[tuple[str, str]]:
    return Counter((finding.rule, finding.quote) for finding in found)


@cache
def example(path: Path) -> tuple[Document, Counter[tuple[str, str]]]:
    """An example as it was written, and what is told of it."""
    source = read(path.name, path.read_bytes(), book().header_words)
    return source, told(findings(source))


def paragraphs(document: Document) -> list[str]:
    return [document.text[b.start : b.end] for b in document.blocks if b.kind != "cell"]


def cells(document: Document, number: int = 0) -> list[dict[int, str]]:
    """The filled cells of a table by column, row by row."""
    return [
        {c.column: document.text[c.start : c.end] for c in row if c.start < c.end}
        for row in document.tables[number].rows
    ]


def slugs(document: Document) -> list[tuple[str, Severity]]:
    return [(notice.slug, notice.severity) for notice in document.notices]


def lines(
    words: Sequence[str], *, x: float = 90, y: float = 700, pitch: float = 20, size: float = 12
) -> Callable[[Canvas, int], None]:
    """Draws lines below one another; a number of spaces at the front indents by so many characters."""

    def draw(canvas: Canvas, _: int) -> None:
        canvas.setFont(FONT, size)
        for n, line in enumerate(words):
            indent = len(line) - len(line.lstrip())
            canvas.drawString(x + indent * size, y - n * pitch, line.lstrip())

    return draw


@pytest.mark.parametrize(
    "layout",
    [
        "ruled",
        pytest.param("without lines", marks=pytest.mark.slow),
        pytest.param("two columns", marks=pytest.mark.slow),
    ],
)
@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.name)
def test_the_same_report_has_the_same_findings(path: Path, layout: str) -> None:
    source, written = example(path)
    data = drawn(list(parts(source)), **LAYOUTS[layout])
    laid = document(data)
    found = findings(laid)
    assert laid.notices == ()
    assert told(found) == written
    printed = pypdfium2.PdfDocument(data)
    for finding in found:
        place = laid.place(finding.span.start)
        assert isinstance(place, PdfPlace)
        assert place.box is not None
        text = printed[place.page - 1].get_textpage().get_text_bounded(*place.box)
        assert finding.quote[:2] in text.replace("\r\n", "")


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.name)
def test_paragraphs_and_tables_are_those_that_were_written(path: Path) -> None:
    source = read(path.name, path.read_bytes(), book().header_words)
    laid = document(drawn(list(parts(source)), header="自评材料"))
    assert paragraphs(laid) == paragraphs(source)
    assert len(laid.tables) == len(source.tables)
    for number in range(len(source.tables)):
        assert cells(laid, number) == cells(source, number)
        assert laid.tables[number].sure


FULL = "这一行正好写满三十四个字以便看出它是不是还有下文或者到此为止不再往下写了呢" * 3
FULL = FULL[:34]


@pytest.mark.parametrize(
    ("written", "wanted"),
    [
        # an indent begins a paragraph, whatever the line before ends with
        (["  " + FULL[:32], FULL, "到此为止。", "  " + FULL[:32], "又一段。"], [0, 0, 0, 1, 1]),
        # a short line ends a paragraph without any indent
        ([FULL, FULL, "到此为止", FULL, "又一段。"], [0, 0, 0, 1, 1]),
        # nor does a full line go on where a number begins the next one
        ([FULL, "一、项目概况", FULL, FULL[:20]], [0, 1, 2, 2]),
        # a figure is not broken
        ([FULL[:30] + "投入1234.", "56万元。"], [0, 0]),
        # figures alone on the last line, or between spaces at the end of one
        ([FULL[:32] + "达到", "80.00%。"], [0, 0]),
        ([FULL[:30] + "举办 126", "场。"], [0, 0]),
        # hanging items keep together
        (["  1." + FULL[:30], "  " + FULL[:20]], [0, 0]),
        # what is signed below stands by itself
        ([FULL, "如上。", "                        某县教育局", "                        2022年3月18日"], [0, 0, 1, 2]),
        # contents
        (["一、概况" + "." * 52 + "1", "二、绩效" + "." * 52 + "2"], [0, 1]),
    ],
)  # fmt: skip
def test_lines_are_joined_to_paragraphs(written: list[str], wanted: list[int]) -> None:
    margin = [FULL, FULL[:5]]  # tells how far a line goes
    found = paragraphs(document(canvas_page(lines([*margin, *written]))))
    expected = ["".join(margin)]
    for line, number in zip(written, wanted, strict=True):
        expected += [""] * (number + 2 - len(expected))
        expected[number + 1] += line.strip()
    assert found == expected


def test_words_of_other_scripts_keep_their_space() -> None:
    long = "the expenditure of the whole department was checked against the book keeping"
    text = document(canvas_page(lines([long, "of the year 2021 and found right", "", long]))).text
    assert "book keeping of the year 2021 and" in text


def test_a_title_on_two_lines_is_one() -> None:
    def draw(canvas: Canvas, _: int) -> None:
        canvas.setFont(FONT, 22)
        canvas.drawCentredString(WIDTH / 2, 760, "岚屿县教育局2021年度补助资金")
        canvas.drawCentredString(WIDTH / 2, 730, "绩效自评报告")
        lines(["  " + FULL[:30], FULL, "到此为止。"] * 4)(canvas, 1)

    assert paragraphs(document(canvas_page(draw)))[0] == "岚屿县教育局2021年度补助资金绩效自评报告"


def test_what_every_page_shows_again_is_left_out() -> None:
    contents = [Part(f"第{n}段写明情况，" + FULL * 6 + "。") for n in range(20)]
    data = drawn(contents, header="岚屿县教育局 绩效自评报告")
    assert len(pypdfium2.PdfDocument(data)) > 2
    assert paragraphs(document(data)) == [part.text for part in contents]


@pytest.mark.parametrize("number", ["第1页 共1页", "— 1 —", "- 12 -", "1/3", "Page 1 of 2"])
def test_a_page_number_on_one_page_is_left_out(number: str) -> None:
    def draw(canvas: Canvas, _: int) -> None:
        lines(["投入10万元。"])(canvas, 1)
        canvas.drawCentredString(WIDTH / 2, 40, number)

    assert document(canvas_page(draw)).text == "投入10万元。"


def test_the_title_of_each_form_stays() -> None:
    def draw(canvas: Canvas, page: int) -> None:
        canvas.setFont(FONT, 9)
        canvas.drawString(90, 810, "某局自评材料")
        canvas.setFont(FONT, 20)
        canvas.drawCentredString(WIDTH / 2, 780, "项目支出绩效自评表")
        lines(["（2022年度）", f"项目名称：第{page}个项目", "  投入10万元。", "完成。"], y=750)(
            canvas, page
        )

    text = document(canvas_page(draw, pages=3)).text
    assert text.count("项目支出绩效自评表") == text.count("（2022年度）") == 3
    assert "自评材料" not in text


MERGED = [
    ["指标", "", "目标", "完成"],
    ["一级", "二级", "", ""],
    ["产出指标", "数量指标", "12", "13"],
    ["", "质量指标包括验收合格的比率和返工的比率", "100%", "98%"],
    ["合计", "", "", "9"],
]
SPANS = [
    ("SPAN", (0, 0), (1, 0)),
    ("SPAN", (2, 0), (2, 1)),
    ("SPAN", (3, 0), (3, 1)),
    ("SPAN", (0, 2), (0, 3)),
    ("SPAN", (0, 4), (2, 4)),
]


def test_a_merged_cell_stands_once_where_it_begins() -> None:
    laid = document(drawn([Part("表"), Part(rows=MERGED)], table_style=SPANS))
    assert cells(laid) == [
        {0: "指标", 2: "目标", 3: "完成"},
        {0: "一级", 1: "二级"},
        {0: "产出指标", 1: "数量指标", 2: "12", 3: "13"},
        {1: "质量指标包括验收合格的比率和返工的比率", 2: "100%", 3: "98%"},
        {0: "合计", 3: "9"},
    ]


@pytest.mark.parametrize(
    ("before", "after", "between"),
    [
        ("投入", "10万元", ""), ("10", "万元", ""), ("the", "year", " "), ("1860.0", "0", ""),
        ("12,", "345.6", ""), ("97.45", "%", ""), ("10.00", "9.00", " "), ("12", "a", " "),
        ("共1,", "23", " "), ("5%", "6%", " "),
    ],
)  # fmt: skip
def test_what_stands_between_lines_that_are_one(before: str, after: str, between: str) -> None:
    assert glue(before, after) == between


@pytest.mark.parametrize(
    ("text", "room"),
    [
        ("县级资金", 1), ("头，比上年", 2), ("（含）以上为优", 3), ("（1）型6座", 2.5), ("98.5%，与", 3.5),
        ("“一网通办”改革", 2), ("头”与“补人头”相结合", 5), ("为“分片实操", 3),
    ],
)  # fmt: skip
def test_how_much_room_the_first_word_of_a_line_needs(text: str, room: float) -> None:
    assert needs(text) == room


def test_points_go_on_within_a_paragraph_where_paragraphs_are_indented() -> None:
    full = "  一是检修泵站26座，更换水泵18台，汛前全部试机，运行正常，群众反映良好。"
    shown = ["  本项目资金已全部支付。", full, "二是养护堤防120公里。", "  特此报告。"] * 2
    laid = document(canvas_page(lines(shown, y=750)))
    assert "群众反映良好。二是养护堤防" in laid.text


def test_rows_that_no_line_parts_are_not_summed() -> None:
    def draw(canvas: Canvas, _: int) -> None:
        boxes(canvas, FIRST[:1], EVEN, 700)
        for left, words in zip(
            EVEN, (["设备", "合计"], ["10.00", "12.00"], ["9.00", "8.00"]), strict=False
        ):
            canvas.rect(left, 630, 100, 50)
            for n, word in enumerate(words):
                canvas.drawString(left + 3, 660 - 20 * n, word)

    laid = document(canvas_page(draw))
    assert not laid.tables[0].sure
    assert cells(laid)[1] == {0: "设备 合计", 1: "10.00 12.00", 2: "9.00 8.00"}
    assert findings(laid) == ()


def test_a_frame_around_text_is_no_table() -> None:
    def draw(canvas: Canvas, _: int) -> None:
        lines(["一、概况", "投入10万元。"])(canvas, 1)
        canvas.rect(60, 600, 400, 140)

    laid = document(canvas_page(draw))
    assert (laid.tables, laid.text) == ((), "一、概况\n投入10万元。")


def by_strokes(canvas: Canvas, x: float, y: float, to_x: float, to_y: float) -> None:
    canvas.line(x, y, to_x, to_y)


def by_thin_boxes(canvas: Canvas, x: float, y: float, to_x: float, to_y: float) -> None:
    canvas.rect(x, y, max(to_x - x, 0.5), max(to_y - y, 0.5), stroke=0, fill=1)


def by_dashes(canvas: Canvas, x: float, y: float, to_x: float, to_y: float) -> None:
    steps = 30
    step_x, step_y = (to_x - x) / steps, (to_y - y) / steps
    for n in range(steps):
        at_x, at_y = x + n * step_x, y + n * step_y
        canvas.line(at_x, at_y, at_x + step_x * 0.8, at_y + step_y * 0.8)


def by_form(canvas: Canvas, x: float, y: float, to_x: float, to_y: float) -> None:
    name = f"{x}-{y}-{to_x}-{to_y}"
    canvas.beginForm(name)
    canvas.line(0, 0, to_x - x, to_y - y)
    canvas.endForm()
    canvas.saveState()
    canvas.translate(x, y)
    canvas.doForm(name)
    canvas.restoreState()


@pytest.mark.parametrize("sides", [True, False])
@pytest.mark.parametrize("stroke", [by_strokes, by_thin_boxes, by_dashes, by_form])
def test_lines_are_drawn_in_many_ways(stroke: Callable[..., None], sides: bool) -> None:
    rows, edges = [["项目", "预算数"], ["设备购置", "10.00"], ["合计", "10.00"]], (80, 180, 280)

    def draw(canvas: Canvas, _: int) -> None:
        for y in (700, 680, 660, 640):
            stroke(canvas, edges[0], y, edges[-1], y)
        for x in edges if sides else edges[1:-1]:  # many a table has no lines at its sides
            stroke(canvas, x, 640, x, 700)
        canvas.setFont(FONT, 12)
        for n, row in enumerate(rows):
            for x, word in zip(edges, row, strict=False):
                canvas.drawString(x + 3, 685 - 20 * n, word)

    assert [list(row.values()) for row in cells(document(canvas_page(draw)))] == rows


def test_lines_above_and_below_rows_make_a_table() -> None:
    def draw(canvas: Canvas, _: int) -> None:
        for n, row in enumerate(
            [("类别", "计划", "完成"), ("粮食", "260", "262"), ("合计", "260", "262")]
        ):
            for x, word in zip((90, 250, 380), row, strict=True):
                canvas.drawString(x, 700 - 20 * n, word)
        for y in (715, 695, 655):
            canvas.line(80, y, 450, y)
        lines(["以上为完成情况。"], y=600)(canvas, 1)

    laid = document(canvas_page(draw))
    assert cells(laid) == [
        {0: "类别", 1: "计划", 2: "完成"},
        {0: "粮食", 1: "260", 2: "262"},
        {0: "合计", 1: "260", 2: "262"},
    ]
    assert laid.tables[0].sure
    assert paragraphs(laid) == ["以上为完成情况。"]


HEAD = ["序号", "项目名称", "预算数（万元）", "执行数（万元）"]


def long_table(rows: int = 60) -> list[list[str]]:
    body = [[str(n), f"第{n}个村的道路", "10.00", "9.00"] for n in range(1, rows + 1)]
    return [HEAD, *body, ["合计", "", f"{10 * rows}.00", f"{9 * rows}.00"]]


@pytest.mark.parametrize("repeat", [0, 1])
@pytest.mark.parametrize("wrong", [False, True])
def test_a_table_over_pages_is_one_before_any_sum(repeat: int, wrong: bool) -> None:
    rows = long_table()
    rows[-1][3] = "450.00" if wrong else rows[-1][3]
    data = drawn([Part("项目执行情况表"), Part(rows=rows)], repeat=repeat)
    laid = document(data)
    assert len(pypdfium2.PdfDocument(data)) == 2
    (table,) = laid.tables
    assert table.sure
    assert [list(row.values()) for row in cells(laid)] == [[w for w in row if w] for row in rows]
    sums = [f.quote for f in findings(laid) if f.rule == "arithmetic/table-total"]
    assert sums == (["450.00"] if wrong else [])


def boxes(
    canvas: Canvas, rows: Sequence[Sequence[str]], edges: Sequence[float], top: float
) -> None:
    for n, row in enumerate(rows):
        for left, right, word in zip(edges, edges[1:], row, strict=False):
            canvas.rect(left, top - 20 * (n + 1), right - left, 20)
            canvas.drawString(left + 3, top - 20 * (n + 1) + 5, word)


FIRST = [["项目", "预算数", "执行数"], ["设备", "10.00", "9.00"]]
EVEN, OTHER = (80, 180, 280, 380), (80, 200, 280, 380)


@pytest.mark.parametrize(
    ("caption", "second", "edges", "tables"),
    [
        ("", [["培训", "10.00", "9.00"], ["合计", "20.00", "18.00"]], EVEN, [(True, 4)]),
        ("续表1", [["培训", "10.00", "9.00"], ["合计", "20.00", "18.00"]], OTHER, [(True, 4)]),
        ("表1（续）", [*FIRST[:1], ["合计", "20.00", "18.00"]], EVEN, [(True, 3)]),
        # other columns, and no header of its own: nobody can say what belongs together
        ("", [["培训", "10.00", "9.00"], ["合计", "20.00", "18.00"]], OTHER, [(False, 4)]),
        ("", [["培训", "9.00"], ["合计", "18.00"]], (80, 180, 380), [(False, 2), (False, 2)]),
        # a header of its own
        ("", [["单位", "人数", "天数"], ["甲乡", "3", "5"]], EVEN, [(True, 2), (True, 2)]),
        ("表2 人员", [["单位", "人数", "天数"], ["甲乡", "3", "5"]], EVEN, [(True, 2), (True, 2)]),
    ],
)
def test_what_goes_on_over_a_page(
    caption: str, second: list[list[str]], edges: Sequence[float], tables: list[tuple[bool, int]]
) -> None:
    def draw(canvas: Canvas, page: int) -> None:
        if page == 1:
            lines(["表1 执行情况"], y=200)(canvas, page)
            boxes(canvas, FIRST, EVEN, 190)
        else:
            lines([caption] if caption else [], y=760)(canvas, page)
            boxes(canvas, second, edges, 740)

    laid = document(canvas_page(draw, pages=2))
    assert [(table.sure, len(table.rows)) for table in laid.tables] == tables
    assert ("续" in laid.text) is False


def test_a_rest_whose_beginning_was_not_found_is_unsure() -> None:
    def draw(canvas: Canvas, page: int) -> None:
        if page == 1:
            boxes(canvas, FIRST, EVEN, 190)
            lines(["注：设备含安装。"], y=120)(canvas, page)
        else:
            boxes(canvas, [["培训", "10.00", "9.00"], ["合计", "20.00", "18.00"]], EVEN, 760)

    laid = document(canvas_page(draw, pages=2))
    assert [table.sure for table in laid.tables] == [True, False]


def test_a_row_cut_by_the_page_is_one() -> None:
    def draw(canvas: Canvas, page: int) -> None:
        if page == 1:
            boxes(
                canvas,
                [["项目", "内容", "执行数"], ["设备", "购置计算机和实验", "9.00"]],
                EVEN,
                120,
            )
        else:
            boxes(canvas, [["", "设备", ""], ["培训", "教师", "1.00"]], EVEN, 760)

    assert cells(document(canvas_page(draw, pages=2))) == [
        {0: "项目", 1: "内容", 2: "执行数"},
        {0: "设备", 1: "购置计算机和实验设备", 2: "9.00"},
        {0: "培训", 1: "教师", 2: "1.00"},
    ]


@pytest.mark.parametrize(
    ("angle", "x", "y", "rotate"),
    [
        (0, 0, 0, 0),
        (90, HEIGHT, 0, 90),
        (180, WIDTH, HEIGHT, 180),
        (-90, 0, WIDTH, 270),
        (90, WIDTH, 0, 0),
        (-90, 0, HEIGHT, 0),
    ],
)
def test_turned_pages_are_read_upright(angle: int, x: float, y: float, rotate: int) -> None:
    def draw(canvas: Canvas, _: int) -> None:
        canvas.translate(x, y)
        canvas.rotate(angle)
        lines(["一、项目概况", "投入10万元。"], x=90, y=500)(canvas, 1)
        boxes(canvas, FIRST, EVEN, 460)

    laid = document(canvas_page(draw, rotate=rotate))
    assert paragraphs(laid) == ["一、项目概况", "投入10万元。"]
    assert [list(row.values()) for row in cells(laid)] == FIRST
    place = laid.place(0)
    assert isinstance(place, PdfPlace)
    assert place.box is not None
    left, bottom, right, top = place.box
    if rotate or not angle:
        assert (left, right) == (90, 162)
        assert 495 < bottom < 500 < top < 515
    else:  # the page is shown as it is, the text on it runs up or down
        assert right - left < 15
        assert top - bottom == pytest.approx(72, abs=0.2)


def test_columns_of_text_are_read_one_after_the_other() -> None:
    left = [f"左栏第{n}行写着一些话" + "内容" * 3 for n in range(12)]
    right = [f"右栏第{n}行写着一些话" + "内容" * 3 for n in range(12)]

    def draw(canvas: Canvas, _: int) -> None:
        lines(left, x=72)(canvas, 1)
        lines(right, x=320)(canvas, 1)

    text = document(canvas_page(draw)).text.replace("\n", "")
    assert text == "".join(left) + "".join(right)


def scan(canvas: Canvas, share: float = 1.0) -> None:
    image = ImageReader(Image.new("L", (60, 80), 200))
    canvas.drawImage(image, 0, 0, WIDTH, share * HEIGHT)


def test_a_scan_is_told() -> None:
    laid = document(canvas_page(lambda canvas, _: scan(canvas), pages=2))
    assert slugs(laid) == [("scanned", Severity.error)]
    assert "文字识别" in laid.notices[0].message["zh"]
    assert laid.text == ""


def test_scanned_pages_among_others_are_named() -> None:
    def draw(canvas: Canvas, page: int) -> None:
        if page in {2, 3, 5}:
            scan(canvas)
        if page != 3:
            lines(["自评材料" if page in {2, 5} else "  " + FULL[:30], "第一行"])(canvas, page)

    laid = document(canvas_page(draw, pages=5))
    assert slugs(laid) == [("scanned", Severity.warning)]
    assert "第 2–3、5 页" in laid.notices[0].message["zh"]


def test_a_stamp_on_every_scan_does_not_hide_it() -> None:
    def draw(canvas: Canvas, page: int) -> None:
        scan(canvas)
        canvas.drawString(100, 300, f"扫描件{page}")

    assert slugs(document(canvas_page(draw, pages=2))) == [("scanned", Severity.error)]


@pytest.mark.parametrize(
    ("share", "told"), [(1.0, [("recognised", Severity.info)]), (0.6, []), (0.2, [])]
)
def test_text_beside_or_over_a_picture_is_read(
    share: float, told: list[tuple[str, Severity]]
) -> None:
    def draw(canvas: Canvas, _: int) -> None:
        scan(canvas, share)
        lines(["  " + FULL[:32], FULL])(canvas, 1)

    laid = document(canvas_page(draw))
    assert (laid.text, slugs(laid)) == (FULL[:32] + FULL, told)


def test_pages_without_anything_are_told() -> None:
    assert slugs(document(canvas_page(lambda *_: None))) == [("no-text", Severity.error)]


def test_a_password_to_open_is_told_and_one_of_the_owner_is_none() -> None:
    locked = drawn([Part("投入10万元。")], encrypt="secret")
    assert slugs(document(locked)) == [("encrypted", Severity.error)]
    owned = drawn([Part("投入10万元。")], encrypt=StandardEncryption("", "secret", canPrint=0))
    assert (document(owned).text, slugs(document(owned))) == ("投入10万元。", [])


def test_a_missing_library_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    data = drawn([Part("投入10万元。")])
    monkeypatch.setattr(pages_, "find_spec", lambda _: None)
    laid = document(data)
    assert slugs(laid) == [("missing-library", Severity.error)]
    assert "pip install pypdfium2" in laid.notices[0].message["zh"]


@pytest.mark.parametrize("program", ["no-such-program", sys.executable])
def test_a_library_that_does_not_work_is_told(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, program: str
) -> None:
    data = drawn([Part("投入10万元。")])
    (tmp_path / "extract.py").write_text("import no_such_library")
    monkeypatch.setattr(pages_, "_PROGRAM", tmp_path / "extract.py")
    monkeypatch.setattr(sys, "executable", program)
    laid = document(data)
    assert slugs(laid) == [("missing-library", Severity.error)]
    assert "重新安装" in laid.notices[0].message["zh"]


def test_a_watermark_is_left_out() -> None:
    def draw(canvas: Canvas, _: int) -> None:
        lines(["投入10万元，", "产出20项。"])(canvas, 1)
        canvas.translate(200, 600)
        canvas.rotate(40)
        canvas.setFont(FONT, 40)
        canvas.drawString(0, 0, "征求意见稿")

    assert "征求" not in document(canvas_page(draw)).text


def test_letters_printed_twice_to_look_bold_are_read_once() -> None:
    def draw(canvas: Canvas, _: int) -> None:
        lines(["一、项目概况"])(canvas, 1)
        lines(["一、项目概况"], x=90.4)(canvas, 1)
        lines(["投入100万元"], y=660)(canvas, 1)

    assert document(canvas_page(draw)).text == "一、项目概况\n投入100万元"


@pytest.mark.parametrize(
    ("read", "meant"),
    [("⼀", "一"), ("⻚", "页"), ("⻓", "长"), ("\uf9db", "率"), ("ﬁ", "fi"), ("项", "项"), ("（", "（"), ("A", "A")],
)  # fmt: skip
def test_characters_are_those_that_were_meant(read: str, meant: str) -> None:
    assert proper(read) == meant


def page(number: int, text: str, width: float = WIDTH) -> pages_.Page:
    chars = [pages_.Char(c, False, 12.0 * n, 0, 12.0 * n + 12, 12, 2) for n, c in enumerate(text)]
    return pages_.Page(number, width, HEIGHT, 0, 0.0, tuple(chars), ())


def test_pages_that_cannot_be_read_are_named() -> None:
    garbled = "\N{REPLACEMENT CHARACTER}" * 30
    found = pages_.Extract((page(1, "投入10万元。"), page(2, garbled), page(3, "", 0)), 3)
    said = [(slug, severity, zh) for slug, severity, zh, _ in notices(found)]
    assert [(slug, severity) for slug, severity, _ in said] == [
        ("damaged", Severity.error),
        ("garbled", Severity.error),
    ]
    assert "第 3 页" in said[0][2]
    assert "第 2 页" in said[1][2]


def test_what_was_read_before_a_crash_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    out = io.BytesIO()
    monkeypatch.setattr(program, "_limit", lambda _: None)
    program.main(io.BytesIO(canvas_page(lines(["投入10万元。"]), pages=3)), out, 0)
    answer = out.getvalue()
    whole = pages_._decoded(answer, "damaged").pages
    assert len(whole) == 3
    for cut in range(0, len(answer) - 20, 7):
        found = pages_._decoded(answer[:cut], "damaged")
        assert found.end == "damaged"
        assert found.pages == whole[: len(found.pages)]
    slug, severity, zh, _ = next(notices(pages_._decoded(answer[:-100], "damaged")))
    assert (slug, severity) == ("damaged", Severity.error)
    assert "共 3 页，读到第 2 页" in zh


def answered(data: bytes) -> pages_.Extract:
    """The program's answer, run in this process."""
    out = io.BytesIO()
    program.main(io.BytesIO(data), out, len(data))
    return pages_._decoded(out.getvalue(), "damaged")


@pytest.mark.parametrize(
    ("limit", "value", "end", "read"),
    [
        ("_PAGES", 2, "pages", 2),
        ("_CHARACTERS", 20, "characters", 2),
        ("_SECONDS", -1.0, "time", 0),
    ],
)
def test_limits(
    monkeypatch: pytest.MonkeyPatch, limit: str, value: float, end: str, read: int
) -> None:
    data = canvas_page(lines(["投入10万元。"]), pages=4)
    monkeypatch.setattr(program, "_limit", lambda _: None)
    whole = answered(data)
    assert (whole.end, len(whole.pages), whole.total) == ("", 4, 4)
    monkeypatch.setattr(program, limit, value)
    found = answered(data)
    assert (found.end, len(found.pages), found.total) == (end, read, 4)


def test_a_file_that_takes_too_long_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    data = drawn([Part("投入10万元。")])
    monkeypatch.setattr(pages_, "_SECONDS", 0.001)
    assert slugs(document(data)) == [("too-complex", Severity.error)]


LOOP = """
import resource
resource.setrlimit(resource.RLIMIT_CPU, (1, 2))
print('{"pages": 3}', flush=True)
while True: pass
"""


@pytest.mark.skipif(sys.platform == "win32", reason="the clock alone bounds it there")
def test_a_program_that_spends_its_time_is_told(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    data = drawn([Part("投入10万元。")])
    (tmp_path / "extract.py").write_text(LOOP)
    monkeypatch.setattr(pages_, "_PROGRAM", tmp_path / "extract.py")
    laid = document(data)
    assert slugs(laid) == [("too-complex", Severity.error)]
    assert "共 3 页，读到第 0 页" in laid.notices[0].message["zh"]


def test_text_does_not_load_the_reader() -> None:
    code = (
        "import sys; from linter.reading import read; read('a.txt', '投入10万元。'.encode());"
        "print([m for m in sys.modules if 'pdf' in m or m == 'subprocess'])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, check=True, text=True,
        cwd=Path(__file__).parents[2],
    )  # fmt: skip
    assert done.stdout.strip() == "[]"
