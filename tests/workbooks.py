"""The national 自评表 as a grid, and grids in each format that has sheets or tables."""

from __future__ import annotations

import csv
import html
import io
import re
from typing import Any, NamedTuple

import xlsxwriter
import xlwt

from linter.model import Document


class Figure(NamedTuple):
    """A number with its format, and what a reader sees of it."""

    number: float
    format: str
    printed: str


Value = str | Figure | None
Merge = tuple[int, int, int, int]
"""First row and column, last row and column, from 0."""


class Grid(NamedTuple):
    rows: list[list[Value]]
    merges: list[Merge]


def money(number: float) -> Figure:
    return Figure(number, "0.00", f"{number:.2f}")


def marks(number: float) -> Figure:
    return Figure(number, "General", f"{number:g}")


def rate(number: float, printed: str) -> Figure:
    return Figure(number, "0.00%", printed)


INDICATORS: list[tuple[str, str, str, str, str, float, float, str]] = [
    ("产出指标", "数量指标", "举办阅读活动场次", "≥120场", "126场", 10, 10, ""),
    ("", "", "新购图书册数", "≥14000册", "14600册", 8, 8, ""),
    ("", "", "建成图书流通点个数", "≥9个", "8个", 6, 5.33, "1个点位场地被收回；2023年另行选址"),
    ("", "质量指标", "图书加工合格率", "≥98%", "99.2%", 8, 8, ""),
    ("", "时效指标", "阅读活动按期举办率", "≥95%", "91.27%", 8, 7.69, "11场改期；今后备足室内场地"),
    ("", "成本指标", "单个流通点建设成本", "≤2.8万元", "2.7万元", 10, 10, ""),
    ("效益指标", "社会效益指标", "到馆读者人次", "≥21万人次", "21.8万人次", 10, 10, ""),
    ("", "", "新办读者证张数", "≥3200张", "3360张", 6, 6, ""),
    ("", "", "未成年人活动占比", "≥40%", "42.06%", 6, 6, ""),
    ("", "可持续影响指标", "注册志愿者人数", "≥150人", "162人", 8, 8, ""),
    ("满意度指标", "服务对象满意度指标", "读者满意度", "≥90%", "93.5%", 10, 10, ""),
]
FUNDS: list[tuple[str, float, float, float, float | None, float, str, float | None]] = [
    ("年度资金总额", 128, 136.5, 132.96, 10, 0.974066, "97.41%", 9.74),
    ("其中：当年财政拨款", 120, 120, 117.2, None, 0.976667, "97.67%", None),
    ("上年结转资金", 8, 8, 8, None, 1, "100.00%", None),
    ("其他资金", 0, 8.5, 7.76, None, 0.912941, "91.29%", None),
]
WIDTH = 10


def form(*, total: float = 98.76, executed: float = 132.96, share: str = "97.41%") -> Grid:
    """A right form, or one with another total of marks, sum executed or rate of execution."""
    rows: list[list[Value]] = []
    merges: list[Merge] = []

    def add(*cells: tuple[int, Value, int] | tuple[int, Value]) -> None:
        row: list[Value] = [None] * WIDTH
        for column, value, *span in cells:
            row[column] = value
            if span:
                merges.append((len(rows), column, len(rows), column + span[0] - 1))
        rows.append(row)

    add((0, "项目支出绩效自评表", WIDTH))
    add((0, "（2022年度）", WIDTH))
    add((0, "项目名称", 2), (2, "全民阅读推广项目", 8))
    add(
        (0, "主管部门", 2), (2, "砚溪区文化和旅游局", 3), (5, "实施单位", 2), (7, "砚溪区图书馆", 3)
    )
    funds = ("年初预算数", "全年预算数", "全年执行数", "分值", "执行率", "得分")
    first = len(rows)
    add((0, "项目资金\n（万元）"), (1, None, 2), *((n, name) for n, name in enumerate(funds, 3)))
    for n, (name, early, whole, spent, full, part, printed, mark) in enumerate(FUNDS):
        add(
            (1, name, 2),
            (3, money(early)),
            (4, money(whole)),
            (5, money(spent if n else executed)),
            (6, "—" if full is None else marks(full)),
            (7, rate(part, printed) if n else rate(float(share[:-1]) / 100, share)),
            (8, "—" if mark is None else marks(mark)),
        )
    merges.append((first, 0, len(rows) - 1, 0))
    add((0, "年度总体目标"), (1, "预期目标", 5), (6, "实际完成情况", 4))
    add((1, "全年到馆读者达到21万人次以上。", 5), (6, "全年到馆读者21.8万人次。", 4))
    merges.append((len(rows) - 2, 0, len(rows) - 1, 0))
    first = len(rows)
    names = ("一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分",
             "偏差原因分析及改进措施")  # fmt: skip
    add((0, "绩效指标"), *((n, name) for n, name in enumerate(names, 1)))
    for level1, level2, level3, wanted, reached, full, mark, reason in INDICATORS:
        add(
            (1, level1 or None), (2, level2 or None), (3, level3), (4, wanted), (5, reached),
            (6, marks(full)), (7, marks(mark)), (8, reason or None),
        )  # fmt: skip
    merges += _levels(first + 1)
    add((1, "总分", 5), (6, marks(100)), (7, marks(total)))
    merges.append((first, 0, len(rows) - 1, 0))
    rows.append([None] * WIDTH)
    add((0, "填报人：王某"), (3, "联系电话：0000000"))
    return Grid(rows, merges)


def markdown(grid: Grid) -> str:
    """The form's two tables and what stands around them as somebody would write them down."""
    printed = [[shown(value).replace("\n", "") for value in row] for row in grid.rows]
    funds = [[row[0] or row[1], *row[3:9]] for row in printed[4:9]]
    indicators = [row[1:9] for row in printed[11:24]]
    parts = [
        "\n\n".join("".join(row) for row in printed[:4]),
        _pipes(funds),
        "\n\n".join("　".join(filter(None, row)) for row in printed[9:11]) + "\n\n绩效指标",
        _pipes(indicators),
        "　".join(filter(None, printed[25])),
    ]
    return "\n\n".join(parts) + "\n"


def shown(value: Value) -> str:
    return value.printed if isinstance(value, Figure) else value or ""


def xlsx(*grids: Grid) -> bytes:
    stream = io.BytesIO()
    book = xlsxwriter.Workbook(stream)
    for number, grid in enumerate(grids, 1):
        sheet = book.add_worksheet(f"自评表{number}")
        for merge in grid.merges:
            sheet.merge_range(*merge, "")
        for row, cells in enumerate(grid.rows):
            for column, value in enumerate(cells):
                if isinstance(value, Figure):
                    style = book.add_format({"num_format": value.format})
                    sheet.write_number(row, column, value.number, style)
                elif value:
                    sheet.write_string(row, column, value)
    book.close()
    return stream.getvalue()


def xls(*grids: Grid) -> bytes:
    book = xlwt.Workbook()
    styles: dict[str, Any] = {}
    for number, grid in enumerate(grids, 1):
        sheet: Any = book.add_sheet(f"自评表{number}")
        sheet.merged_ranges.extend((a, c, b, d) for a, b, c, d in grid.merges)
        for row, cells in enumerate(grid.rows):
            for column, value in enumerate(cells):
                if isinstance(value, Figure):
                    style = styles.get(value.format) or xlwt.easyxf(num_format_str=value.format)
                    styles[value.format] = style
                    sheet.write(row, column, value.number, style)
                elif value:
                    sheet.write(row, column, value)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def as_xml(grid: Grid) -> bytes:
    """As Excel 2003 saves an XML spreadsheet, and old systems export one."""
    spans = {(a, b): (c - a, d - b) for a, b, c, d in grid.merges}
    codes = sorted({v.format for row in grid.rows for v in row if isinstance(v, Figure)})
    styles = "".join(
        f'<Style ss:ID="s{n}"><NumberFormat ss:Format="{code}"/></Style>'
        for n, code in enumerate(codes)
    )
    lines = []
    for row, cells in enumerate(grid.rows):
        told = []
        for column, value in enumerate(cells):
            down, across = spans.get((row, column), (0, 0))
            if value is None and not (down or across):
                continue
            kind, text, style = "String", html.escape(shown(value)), ""
            if isinstance(value, Figure):
                kind, text = "Number", repr(value.number)
                style = f' ss:StyleID="s{codes.index(value.format)}"'
            told.append(
                f'<Cell ss:Index="{column + 1}" ss:MergeDown="{down}" ss:MergeAcross="{across}"{style}>'
                f'<Data ss:Type="{kind}">{text}</Data></Cell>'
            )
        lines.append(f'<Row ss:Index="{row + 1}">{"".join(told)}</Row>')
    space = "urn:schemas-microsoft-com:office:spreadsheet"
    return (
        f'<?xml version="1.0" encoding="gb2312"?><?mso-application progid="Excel.Sheet"?>'
        f'<Workbook xmlns="{space}" xmlns:ss="{space}"><Styles>{styles}</Styles>'
        f'<Worksheet ss:Name="自评表1"><Table>{"".join(lines)}</Table></Worksheet></Workbook>'
    ).encode("gb18030")


def as_csv(grid: Grid, delimiter: str = ",", encoding: str = "gb18030") -> bytes:
    stream = io.StringIO()
    csv.writer(stream, delimiter=delimiter).writerows([map(shown, row) for row in grid.rows])
    return stream.getvalue().encode(encoding)


def as_html(grid: Grid) -> bytes:
    spans = {(a, b): (c - a + 1, d - b + 1) for a, b, c, d in grid.merges}
    covered = {
        (row, column)
        for a, b, c, d in grid.merges
        for row in range(a, c + 1)
        for column in range(b, d + 1)
    } - spans.keys()
    lines = ["<html><head><title>x</title></head><body><table>"]
    for row, cells in enumerate(grid.rows):
        lines.append("<tr>")
        for column, value in enumerate(cells):
            if (row, column) not in covered:
                rows, columns = spans.get((row, column), (1, 1))
                text = html.escape(shown(value)).replace("\n", "<br>")
                lines.append(f"<td rowspan={rows} colspan={columns}>{text}</td>")
        lines.append("</tr>")
    return "\n".join([*lines, "</table></body></html>"]).encode()


def as_mht(grid: Grid) -> bytes:
    import email.mime.multipart
    import email.mime.text

    whole = email.mime.multipart.MIMEMultipart("related")
    whole.attach(email.mime.text.MIMEText(as_html(grid).decode(), "html", "utf-8"))
    return whole.as_bytes()


def _levels(first: int) -> list[Merge]:
    """The first two levels of indicators, each merged down to the next."""
    merges = []
    for column in (0, 1):
        starts = [n for n, row in enumerate(INDICATORS) if row[column]]
        for start, end in zip(starts, [*starts[1:], len(INDICATORS)], strict=True):
            if end - start > 1:
                merges.append((first + start, column + 1, first + end - 1, column + 1))
    return merges


def _pipes(rows: list[list[str]]) -> str:
    lines = [f"| {' | '.join(row)} |" for row in rows]
    return "\n".join([lines[0], "|" + "---|" * len(rows[0]), *lines[1:]])


def from_document(document: Document) -> Grid:
    """A report as a sheet: a paragraph a row, its tables' cells side by side, figures as numbers."""
    rows: list[list[Value]] = []
    tables = iter(document.tables)
    table = next(tables, None)
    for block in document.blocks:
        if table and block.start >= table.start:
            rows += ([_typed(document.text[c.start : c.end]) for c in row] for row in table.rows)
            table = next(tables, None)
        if block.kind != "cell":
            rows.append([document.text[block.start : block.end]])
    width = max(map(len, rows))
    return Grid([[*row, *[None] * (width - len(row))] for row in rows], [])


def _typed(word: str) -> Value:
    match = re.fullmatch(r"(\d+)(?:\.(\d+))?(%?)", word)
    if match is None:
        return word
    places = f".{'0' * len(match[2])}" if match[2] else ""
    number = float(word.rstrip("%")) / (100 if match[3] else 1)
    return Figure(number, f"0{places}{match[3]}", word)
