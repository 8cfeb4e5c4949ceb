"""OFD files: characters and lines where they stand, read as a PDF of the same is."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from linter.model import PdfPlace, Severity
from linter.reading import read
from linter.reading.ofd import page as page_
from tests.cases import book
from tests.generators.papers import drawn, parts
from tests.ofd import like, line, ofd, package, text
from tests.reading.test_pdf import EXAMPLES, example, findings, told


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.name)
def test_the_same_report_has_the_same_findings(path: Path) -> None:
    source, written = example(path)
    laid = read("a.ofd", like(drawn(list(parts(source)))), book().header_words)
    found = findings(laid)
    assert laid.notices == ()
    assert told(found) == written
    for finding in found:
        place = laid.place(finding.span.start)
        assert isinstance(place, PdfPlace)
        assert place.box is not None


def words(data: bytes) -> list[str]:
    document = read("a.ofd", data)
    assert document.notices == ()
    return document.text.split("\n")


def test_lines_in_order_with_their_places() -> None:
    data = ofd(text("二、结论", 20, 60) + text("一、概况", 20, 40), text("第二页的话。", 20, 40))
    document = read("a.ofd", data)
    assert document.text == "一、概况\n二、结论\n第二页的话。"
    assert document.place(document.text.index("第")) == PdfPlace(2, (56.7, 727.1, 124.7, 738.5))


@pytest.mark.parametrize(
    ("steps", "shown"),
    [
        ("", "支出90万元"),
        ("4 4 2 2 4", "支出90万元"),
        ("g 2 4 g 2 2 4", "支出90万元"),
        ("4 4 6 6 4", "支出9 0万元"),
    ],
)
def test_steps_between_characters(steps: str, shown: str) -> None:
    assert words(ofd(text("支出90万元", 20, 40, steps=steps))) == [shown]


@pytest.mark.parametrize("steps", ["g 999999 4", "g 3", "4 4 4 4 4 4 4 4 4 4", "- 4"])
def test_steps_that_do_not_fit(steps: str) -> None:
    found = "".join(words(ofd(text("支出90万元", 20, 40, steps=steps))))
    assert sorted(found.replace(" ", "")) == sorted("支出90万元")


def test_a_matrix_moves_and_scales() -> None:
    moved = (
        '<ofd:TextObject CTM="0.3527 0 0 0.3527 -114.4238 107.1159" Boundary="20 36 40 5" Size="14.749">'
        '<ofd:TextCode X="324.42" Y="-303.72" DeltaX="14.749 14.749">支出。</ofd:TextCode></ofd:TextObject>'
    )
    (found,) = words(ofd(moved))
    assert found == "支出。"
    place = read("a.ofd", ofd(moved)).place(0)
    assert isinstance(place, PdfPlace)
    assert place.box is not None
    assert place.box[0] == pytest.approx(20 * 72 / 25.4, abs=0.2)
    assert place.box[2] - place.box[0] == pytest.approx(3 * 14.749 * 0.3527 * 72 / 25.4, abs=0.2)


def test_slanted_text_is_left_out() -> None:
    slanted = text("仅供内部使用", 20, 80, more='CTM="0.7 0.7 -0.7 0.7 0 0"')
    assert words(ofd(slanted + text("正文。", 20, 40))) == ["正文。"]


def test_a_table_by_its_lines() -> None:
    rows = [["指标", "得分"], ["产出", "50"], ["合计", "50"]]
    cells = "".join(
        text(word, 22 + 40 * n, 48 + 10 * m) for m, row in enumerate(rows) for n, word in enumerate(row)
    )  # fmt: skip
    across = "".join(line(20, 42 + 10 * m, 100, 42 + 10 * m) for m in range(4))
    down = "".join(line(20 + 40 * n, 42, 20 + 40 * n, 72) for n in range(3))
    document = read("a.ofd", ofd(cells + across + down))
    (table,) = document.tables
    assert [[document.text[c.start : c.end] for c in row] for row in table.rows] == rows
    frame = (
        '<ofd:PathObject Boundary="20 42 80 30"><ofd:AbbreviatedData>'
        "M 0 0 L 80 0 L 80 30 L 0 30 C M 0 10 L 80 10 M 0 20 L 80 20 M 40 0 L 40 30 B 1 2 3 4 5 6"
        "</ofd:AbbreviatedData></ofd:PathObject>"
    )
    assert read("a.ofd", ofd(cells + frame)).tables == document.tables


def test_templates_and_blocks() -> None:
    used = f'<ofd:Template TemplateID="1"/>|<ofd:PageBlock>{text("内文。", 20, 60)}</ofd:PageBlock>'
    data = ofd(used, text("别页。", 20, 40), templates=[text("某局用笺", 20, 40)])
    assert words(data) == ["某局用笺", "内文。", "别页。"]


def test_a_page_with_a_size_of_its_own() -> None:
    area = "<ofd:Area><ofd:PhysicalBox>10 10 297 210</ofd:PhysicalBox></ofd:Area>"
    data = ofd(f"{area}|{text('横页。', 30, 50)}")
    assert read("a.ofd", data).place(0) == PdfPlace(1, (56.7, 480.5, 90.7, 491.9))


def slugs(data: bytes) -> list[tuple[str, Severity]]:
    return [(n.slug, n.severity) for n in read("a.ofd", data).notices]


def test_what_is_no_text_is_told() -> None:
    image = '<ofd:ImageObject Boundary="0 0 210 297" ResourceID="3"/>'
    document = read("a.ofd", ofd(image))
    assert [n.slug for n in document.notices] == ["scanned"]
    assert document.notices[0].message["zh"].startswith("OFD 是扫描件")
    assert slugs(ofd("")) == [("no-text", Severity.error)]


@pytest.mark.parametrize(
    "files",
    [
        {"OFD.xml": "<a/>"},
        {"OFD.xml": "<a><DocRoot>b.xml</DocRoot></a>"},
        {"OFD.xml": "<a><DocRoot>b.xml</DocRoot></a>", "b.xml": "<a"},
        {"OFD.xml": "<a><DocRoot>b.xml</DocRoot></a>", "b.xml": "<a/>"},
        {"OFD.xml": "<a><DocRoot>b.xml</DocRoot></a>", "b.xml": '<a><Page BaseLoc="../../c"/></a>'},
        {"OFD.xml": "<a><DocRoot>b.xml</DocRoot></a>", "b.xml": '<a><Page BaseLoc="b.xml"/></a>'},
        {"OFD.xml": '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'},
    ],
)
def test_what_is_broken_is_told(files: dict[str, str]) -> None:
    assert [severity for _, severity in slugs(package(files))][:1] == [Severity.error]


SOUND = ofd(
    '<ofd:Template TemplateID="1"/>|' + text("某局绩效自评报告", 60, 40) + line(20, 50, 90, 50),
    text("支出90万元。", 20, 40, steps="g 5 4"),
    templates=[text("第1页", 100, 280)],
)


def test_cut_off_at_every_hundredth() -> None:
    for hundredth in range(100):
        assert slugs(SOUND[: len(SOUND) * hundredth // 100]), hundredth


def test_flipped_bytes() -> None:
    rng = random.Random(3)
    whole = read("a.ofd", SOUND).text
    for _ in range(2_000):
        data = bytearray(SOUND)
        data[rng.randrange(len(data))] ^= 1 << rng.randrange(8)
        document = read("a.ofd", bytes(data))
        assert document.text == whole or document.notices


def test_odd_numbers_in_parts() -> None:
    rng = random.Random(4)
    odd = ["", "x", "-1", "1e9", "1e99", "nan", "999999999", "0", "-0.0", "g", "g 9 9"]
    for _ in range(500):
        content = text("支出90万元。", 20, 40, steps="1 g 2 3") + line(1, 2, 3, 4)
        for number in ("20.000", "36.000", "4.0", "1 g 2 3", "M 0 0"):
            if rng.random() < 0.4:
                content = content.replace(number, rng.choice(odd))
        assert read("a.ofd", ofd(content)).blocks is not None


def test_limits(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(page_, "MOST_RULES", 2)
    roots = read("a.ofd", ofd(text("甲。", 20, 40) + line(1, 2, 3, 2) * 9))
    assert roots.text == "甲。"
    monkeypatch.setattr("linter.reading.ofd._CHARACTERS", 3)
    assert slugs(ofd(text("支出。元", 20, 40), "")) == [("too-long", Severity.error)]
    monkeypatch.setattr("linter.reading.ofd._PAGES", 1)
    assert slugs(ofd(text("元", 20, 40), "")) == [("too-long", Severity.error)]


def test_nesting_and_size() -> None:
    deep = "<ofd:PageBlock>" * 20_000 + text("深。", 20, 40) + "</ofd:PageBlock>" * 20_000
    assert words(ofd(deep)) == ["深。"]
    assert slugs(ofd("<a/>" * 3_200_000)) == [("too-large", Severity.error)]
