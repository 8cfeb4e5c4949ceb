"""The report view on paper: findings, then the text with their numbers in it."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
import pytest

from tests.output.html.conftest import Open, example

pytestmark = pytest.mark.slow


def printed(file: Path) -> str:
    """The text of all pages, without spaces."""
    with pypdfium2.PdfDocument(file) as document:
        told = [page.get_textpage().get_text_bounded() for page in document]
    return "".join("".join(told).split())


def test_findings_and_text_are_printed_and_controls_left_out(opened: Open, tmp_path: Path) -> None:
    tab = opened(example("faulty-2013.txt"), color_scheme="dark")
    tab.locator(".rv-text [data-figures]").nth(20).click()
    tab.pdf(path=tmp_path / "page.pdf", prefer_css_page_size=True)
    text = printed(tmp_path / "page.pdf")
    assert "发现2处须修改、4处请核对" in text
    assert text.count("845.60万元÷712.00万元−1=18.764%") == 1
    assert text.count("改为18.76%，或核对前后两数") == 1
    assert "自评结果将在部门决算公开时一并公开" in text
    for control in ("上一处", "下一处", "复制", "只看", "返回", "标出无误"):
        assert control not in text


def test_paper_is_white(opened: Open, tmp_path: Path) -> None:
    tab = opened(example("faulty-guobiao2020.md"), color_scheme="dark")
    tab.pdf(path=tmp_path / "page.pdf", prefer_css_page_size=True)
    with pypdfium2.PdfDocument(tmp_path / "page.pdf") as document:
        assert [round(side) for side in document[0].get_size()] == [595, 842]
        for page in document:
            image = page.render(scale=0.5).to_pil().convert("L")
            assert image.getpixel((5, 5)) >= 250
            shades = image.histogram()
            assert sum(shades[:200]) < 0.2 * sum(shades)
            margin = image.crop((image.width - 15, 0, image.width, image.height))
            assert margin.getextrema() == (255, 255)
