"""Reports printed by LibreOffice: what an office's PDF files are."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pypdfium2
import pytest

from linter.engine import lint
from linter.model import Document, PdfPlace, Submission
from linter.reading import read
from tests.cases import book
from tests.generators.papers import Part, opened, parts, printed

pytestmark = pytest.mark.slow

EXAMPLES = sorted((Path(__file__).parents[2] / "examples").glob("*-*.*"))


def told(document: Document) -> Counter[tuple[str, str]]:
    found = lint(Submission((document,)), book()).findings
    return Counter((f.rule, f.quote) for f in found if not f.rule.startswith("input/"))


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.name)
def test_the_same_report_has_the_same_findings(path: Path, tmp_path: Path) -> None:
    source = read(path.name, path.read_bytes(), book().header_words)
    data = printed(opened(list(parts(source))), tmp_path)
    laid = read("report.pdf", data, book().header_words)
    assert laid.notices == ()
    assert told(laid) == told(source)
    assert [b.kind == "cell" for b in laid.blocks] == [b.kind == "cell" for b in source.blocks]
    for block, other in zip(laid.blocks, source.blocks, strict=True):
        assert laid.text[block.start : block.end] == source.text[other.start : other.end]
    pages = pypdfium2.PdfDocument(data)
    for block in laid.blocks:
        place = laid.place(block.start)
        assert isinstance(place, PdfPlace)
        assert place.box is not None
        text = pages[place.page - 1].get_textpage().get_text_bounded(*place.box)
        assert laid.text[block.start : min(block.start + 2, block.end)] in "".join(text.split())


def test_a_row_and_a_table_cut_by_the_page(tmp_path: Path) -> None:
    words = "按照合同约定完成设备采购安装调试和验收并对操作人员进行培训，" * 4
    rows = [["序号", "内容", "金额（万元）"]]
    rows += [[str(n), f"第{n}项，{words}", "10.00"] for n in range(1, 31)]
    rows.append(["合计", "", "300.00"])
    data = printed(opened([Part("支出明细表"), Part(rows=rows)]), tmp_path)
    assert len(pypdfium2.PdfDocument(data)) > 2
    laid = read("report.pdf", data)
    (table,) = laid.tables
    found = [[laid.text[c.start : c.end] for c in row] for row in table.rows]
    assert found == rows
