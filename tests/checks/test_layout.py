"""Layout: what is compared, which paragraphs are of which part, and that a habit is told once."""

from __future__ import annotations

import io
import sys
import zipfile
from pathlib import Path

import pytest
from msgspec.structs import replace

from linter import cli
from linter.engine import lint
from linter.model import Finding, Report, Submission
from linter.profile import Profile
from linter.reading import read
from tests.cases import book
from tests.word import box, docx, note, p, r, reference, style, tbl

FANGSONG = '<w:rFonts w:ascii="Times New Roman" w:eastAsia="仿宋_GB2312"/><w:sz w:val="32"/>'
SONG = '<w:rFonts w:ascii="Times New Roman" w:eastAsia="宋体"/><w:sz w:val="24"/>'
HEI = '<w:rFonts w:eastAsia="黑体"/><w:sz w:val="32"/>'
TITLE = p(
    r("某局2023年度绩效自评报告", '<w:rFonts w:eastAsia="方正小标宋简体"/><w:sz w:val="44"/>'),
    properties='<w:jc w:val="center"/>',
)
SPACED = '<w:spacing w:line="560" w:lineRule="exact"/><w:ind w:firstLineChars="200"/>'


def report(body: str, *chosen: str, profile: Profile | None = None, **parts: str) -> Report:
    """What rules of layout say of a Word file."""
    document = read("报告.docx", docx(TITLE + body, **parts))
    return lint(Submission((document,)), book(), chosen=chosen or ["layout"], profile=profile)


def found(body: str, *chosen: str, **parts: str) -> list[tuple[str, str, str]]:
    """Rule, quote and message of what is found, page and line rules aside."""
    return [
        (finding.rule.partition("/")[2], finding.quote, finding.message)
        for finding in report(body, *(chosen or ("layout/body-font", "layout/heading-1")), **parts).findings
    ]  # fmt: skip


def paragraph(*runs: tuple[str, str]) -> str:
    return p("".join(r(text, properties) for text, properties in runs), properties=SPACED)


def test_the_very_characters_that_differ() -> None:
    body = paragraph(("本年支出", FANGSONG), ("90万元", SONG), ("，用于修路。", FANGSONG))
    assert found(body) == [
        ("body-font", "90万元", "正文为宋体，应为仿宋"),
        ("body-font", "90万元", "正文为小四，应为三号"),
    ]
    place = (
        report(body, "layout/body-font")
        .submission.documents[0]
        .place(report(body, "layout/body-font").findings[0].span.start)
    )
    assert place == read("a.docx", docx(TITLE + body)).segments[1].origin.shift(4)


def test_digits_alone_have_no_chinese_font() -> None:
    assert found(paragraph(("支出", FANGSONG), ("90", HEI), ("万元。", FANGSONG))) == []


def test_a_run_of_paragraphs_is_told_once() -> None:
    good, bad = paragraph(("甲完工。", FANGSONG)), paragraph(("乙完工。", SONG))
    said = report(good + bad * 40 + good + bad * 2, "layout/body-font").findings
    assert [(f.quote, f.message, len(f.related)) for f in said] == [
        ("乙完工。", "正文为宋体，应为仿宋（共42段）", 1),
        ("乙完工。", "正文为小四，应为三号（共42段）", 1),
    ]
    lines = [said[0].span.start, said[0].related[0].span.start]
    document = report(good + bad * 40 + good + bad * 2).submission.documents[0]
    assert [document.position(at)[0] for at in lines] == [3, 44]


def test_what_is_no_running_text() -> None:
    other = (
        p(r("单位：万元", SONG))
        + p(r("2024年3月5日", SONG))
        + tbl((p(r("表中。", SONG)), "5"))
        + p(r("见下。", FANGSONG) + r(box(p(r("框中文字。", SONG)))))
        + p(r("注意。", FANGSONG) + reference(1))
    )
    assert found(other, footnotes=note(1, "脚注文字。"), header1=p(r("页眉文字。", SONG))) == []


def test_a_heading_at_the_head_of_a_paragraph() -> None:
    mixed = paragraph(("（一）资金情况。", HEI), ("支出90万元。", FANGSONG))
    assert found(mixed) == []
    whole = paragraph(("（一）资金情况。支出90万元。", HEI))
    assert found(whole) == [("body-font", "支出90万元。", "正文为黑体，应为仿宋")]
    first = p(r("一、概况", FANGSONG)) + paragraph(("修路。", FANGSONG))
    assert found(first) == [("heading-1", "一、概况", "一级标题为仿宋_GB2312，应为黑体")]


def test_through_styles() -> None:
    styles = style("a", FANGSONG, default=True) + style("h", HEI, based="a")
    assert found(p("一、概况", style="h") + p("修路。"), styles=styles) == []
    assert [rule for rule, *_ in found(p("一、概况") + p("修路。"), styles=styles)] == ["heading-1"]


@pytest.mark.parametrize(
    ("properties", "message"),
    [
        (SPACED, None),
        ('<w:spacing w:line="360"/>', "正文行距为1.5倍行距，应为固定值28～30磅"),
        ('<w:spacing w:line="400" w:lineRule="exact"/>', "正文行距为20磅，应为固定值28～30磅"),
    ],
)
def test_distance_of_lines(properties: str, message: str | None) -> None:
    body = p(r("修路。", FANGSONG), properties=properties)
    said = [told for _, _, told in found(body, "layout/line-spacing")]
    assert said == ([message] if message else [])


@pytest.mark.parametrize(
    ("text", "properties", "indent"),
    [
        ("修路。", SPACED, None),
        ("\u3000\u3000修路。", "", None),
        ("    修路。", "", None),
        ("修路。", "", "0字"),
        ("\u3000\u3000修路。", SPACED, "4字"),
        ("修路。", '<w:ind w:firstLine="420"/>', "1.31字"),
    ],
)
def test_indent(text: str, properties: str, indent: str | None) -> None:
    body = p(r(text, FANGSONG), properties=properties)
    said = [told for _, _, told in found(body, "layout/first-line")]
    assert said == ([f"正文首行缩进{indent}，应为1.8～2.2字"] if indent else [])


def test_nothing_is_said_of_what_the_file_does_not_say() -> None:
    assert found(p("一、概况") + p("修路。")) == []
    reasons = {v.rule: v.verdict.reason for v in report(p("修路。"), "layout/body-font").verdicts}
    assert reasons == {"layout/body-font": "文件没有写明这项版式"}


def test_texts_have_no_layout() -> None:
    made = lint(
        Submission((read("a.txt", "某局绩效自评报告\n修路。\n".encode()),)),
        book(),
        chosen=["layout"],
    )
    assert {v.verdict.reason for v in made.verdicts} == {"只有 Word 文件（.docx）才有版式可查"}


def _rules(findings: tuple[Finding, ...]) -> set[str]:
    return {finding.rule for finding in findings if finding.rule.startswith("layout/")}


def test_only_where_it_is_asked_for() -> None:
    document = read("a.docx", docx(TITLE + paragraph(("修路。", SONG))))
    whole = Submission((document,))
    assert _rules(lint(whole, book()).findings) == set()
    assert [v for v in lint(whole, book()).verdicts if v.rule.startswith("layout/")] == []
    assert _rules(lint(whole, book(), chosen=["layout/body-font"]).findings) == {"layout/body-font"}
    asked = _with(book().profiles["common"], {})
    assert "layout/body-font" in _rules(lint(whole, book(), profile=asked).findings)


def _with(
    profile: Profile, layout: dict[str, dict[str, object]], off: tuple[str, ...] = ()
) -> Profile:
    return replace(profile, layout=layout, off=off)


def test_a_profile_has_its_own_values() -> None:
    body = paragraph(("修路。", SONG))
    own = _with(book().profiles["common"], {"body-font": {"font": ["宋体"], "size": ["小四"]}})
    said = [f.rule for f in report(body, "layout/body-font", profile=own).findings]
    assert said == []
    strict = _with(book().profiles["common"], {"body-font": {"font": ["仿宋_GB2312"], "size": []}})
    said = [f.message for f in report(body, "layout/body-font", profile=strict).findings]
    assert said == ["正文为宋体，应为仿宋_GB2312"]
    off = _with(book().profiles["common"], {}, ("layout/body-font",))
    assert report(body, "layout/body-font", profile=off).findings == ()


def test_it_costs_nothing_where_it_is_not_asked_for() -> None:
    sys.modules.pop("linter.reading.word.layout", None)
    document = read("a.docx", docx(TITLE + paragraph(("修路。", SONG))))
    lint(Submission((document,)), book())
    assert "linter.reading.word.layout" not in sys.modules
    lint(Submission((document,)), book(), chosen=["layout"])
    assert "linter.reading.word.layout" in sys.modules


def test_from_the_command_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "报告.docx"
    file.write_bytes(docx(TITLE + paragraph(("修路。", SONG))))
    profile = tmp_path / "本县.yaml"
    profile.write_text(
        "extends: common\nname: 本县\nlayout:\n  line-spacing: {points: [30, 30]}\n", "utf-8"
    )
    assert cli.main(["lint", str(file), "--profile", str(profile)]) == 0
    assert "正文行距为28磅，应为固定值30磅" in capsys.readouterr().out
    assert cli.main(["lint", str(file)]) == 0
    assert "layout/" not in capsys.readouterr().out


@pytest.mark.parametrize("broken", ["word/styles.xml", "word/document.xml"])
def test_a_damaged_file_is_told_as_ever(broken: str) -> None:
    made = docx(TITLE, styles=style("a", FANGSONG))
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        kept = {name: archive.read(name) for name in archive.namelist()}
    kept[broken] = kept[broken][:-9]
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, content in kept.items():
            archive.writestr(name, content)
    document = read("a.docx", stream.getvalue())
    said = lint(Submission((document,)), book(), chosen=["layout"]).findings
    assert {f.rule for f in said} & {"input/damaged", "input/damaged-part"}
