"""The page on paper."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
import pytest

from tests.output import seasons
from tests.output.page.conftest import Open

pytestmark = pytest.mark.slow


def printed(file: Path) -> list[str]:
    """The text of each page."""
    with pypdfium2.PdfDocument(file) as document:
        return [page.get_textpage().get_text_bounded() for page in document]


def test_findings_are_opened_and_controls_left_out(opened: Open, tmp_path: Path) -> None:
    tab = opened(seasons.season(units=2, each=3, findings=5), color_scheme="dark")
    tab.pdf(path=tmp_path / "page.pdf", prefer_css_page_size=True)
    pages = printed(tmp_path / "page.pdf")
    text = "".join("".join(pages).split())
    assert text.count("1230÷1250.5=98.36%≠89.4%") == 6
    assert text.count("核对全年预算数、全年执行数与执行率") == 6
    assert text.count("对照处") == 6
    for control in ("清除筛选", "上一页", "下一页", "Enter", "再列", "这份报告的全部问题"):
        assert control not in text
    assert f"1/{len(pages)}" in "".join(pages[0].split())
    assert 4 <= len(pages) <= 12
    # On the screen all is as it was.
    assert tab.locator("#found tr.below:not([hidden])").count() == 0


def test_paper_is_white_and_as_wide_as_its_text(opened: Open, tmp_path: Path) -> None:
    tab = opened(seasons.small(), color_scheme="dark")
    tab.pdf(path=tmp_path / "page.pdf", prefer_css_page_size=True)
    with pypdfium2.PdfDocument(tmp_path / "page.pdf") as document:
        assert [round(side) for side in document[0].get_size()] == [595, 842]
        image = document[0].render(scale=0.5).to_pil().convert("L")
    assert image.getpixel((5, 5)) >= 250
    shades = image.histogram()
    assert sum(shades[:200]) < 0.15 * sum(shades)
    margin = image.crop((image.width - 15, 0, image.width, image.height))
    assert margin.getextrema() == (255, 255)


def test_only_what_was_asked_for_is_printed(opened: Open, tmp_path: Path) -> None:
    tab = opened(seasons.season(units=2, each=3, findings=5))
    tab.fill("#q", "截止")
    tab.pdf(path=tmp_path / "page.pdf", prefer_css_page_size=True)
    text = "".join("".join(printed(tmp_path / "page.pdf")).split())
    assert text.count("请写“截至”") >= 6
    assert "98.36%" not in text


def test_more_than_paper_bears_is_said(opened: Open, tmp_path: Path) -> None:
    tab = opened(seasons.season(units=60, each=2, findings=5))
    tab.pdf(path=tmp_path / "page.pdf", prefer_css_page_size=True)
    text = "".join("".join(printed(tmp_path / "page.pdf")).split())
    assert "以上是600处问题中的前500处" in text
