from __future__ import annotations

from linter.model import WordPlace
from linter.reading import read
from tests.word import abstract, docx, level, num, p, r, restarted

STYLES = (
    '<w:style w:type="paragraph" w:styleId="h1"><w:name w:val="heading 1"/>'
    '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="h2"><w:name w:val="heading 2"/><w:basedOn w:val="h1"/>'
    "</w:style>"
)


def lines(body: str, *numbering: str, styles: str = "") -> list[str]:
    return read("a.docx", docx(body, styles=styles, numbering="".join(numbering))).text.split("\n")


def listed(*levels: tuple[int, int]) -> str:
    return "".join(p("文", listed=at) for at in levels)


def test_a_list_counts_and_its_levels_restart() -> None:
    body = listed((1, 0), (1, 1), (1, 1), (1, 0), (1, 1))
    levels = level(0, "chineseCounting", "%1、"), level(1, "chineseCounting", "（%2）")
    assert lines(body, abstract(0, *levels), num(1, 0)) == [
        "一、文", "（一）文", "（二）文", "二、文", "（一）文",
    ]  # fmt: skip


def test_a_level_names_those_above() -> None:
    levels = (
        level(0, "chineseCounting", "第%1章"),
        level(1, "decimal", "%1.%2", "<w:isLgl/>"),
        level(2, "decimalEnclosedCircle", "%1-%3"),
    )
    body = listed((1, 0), (1, 0), (1, 1), (1, 2), (1, 2))
    assert lines(body, abstract(0, *levels), num(1, 0)) == [
        "第一章 文", "第二章 文", "2.1 文", "二-① 文", "二-② 文",
    ]  # fmt: skip


def test_a_level_whose_parent_never_came_starts_from_its_start() -> None:
    levels = level(0, "decimal", "%1."), level(1, "decimal", "%1.%2")
    body = listed((1, 1), (1, 0), (1, 1))
    assert lines(body, abstract(0, *levels), num(1, 0)) == ["1.1 文", "1. 文", "1.1 文"]


def test_lists_of_one_numbering_go_on_and_an_override_starts_anew_once() -> None:
    lists = num(1, 0), num(2, 0), num(3, 0, restarted(0, 5))
    body = listed((1, 0), (2, 0), (3, 0), (3, 0), (1, 0))
    assert lines(body, abstract(0, level(0, "decimal", "%1)")), *lists) == [
        "1) 文", "2) 文", "5) 文", "6) 文", "7) 文",
    ]  # fmt: skip


def test_lists_of_numberings_of_their_own_do_not_meet() -> None:
    numbering = [abstract(n, level(0, "decimal", "（%1）")) for n in (0, 1)]
    body = listed((1, 0), (2, 0), (1, 0))
    assert lines(body, *numbering, num(1, 0), num(2, 1)) == ["（1）文", "（1）文", "（2）文"]


def test_an_override_may_change_the_level() -> None:
    override = f'<w:lvlOverride w:ilvl="0">{level(0, "upperRoman", "%1.", start=3)}</w:lvlOverride>'
    assert lines(listed((1, 0)), abstract(0, level(0, "decimal", "%1.")), num(1, 0, override)) == [
        "III. 文"
    ]


def test_restarts_as_the_level_says() -> None:
    never, first = '<w:lvlRestart w:val="0"/>', '<w:lvlRestart w:val="1"/>'
    levels = (
        level(0, "decimal", "%1."),
        level(1, "lowerLetter", "%2)", never),
        level(2, "lowerRoman", "%3)", first),
    )
    body = listed((1, 0), (1, 1), (1, 2), (1, 1), (1, 2), (1, 0), (1, 1), (1, 2))
    assert lines(body, abstract(0, *levels), num(1, 0)) == [
        "1. 文", "a) 文", "i) 文", "b) 文", "ii) 文", "2. 文", "c) 文", "i) 文",
    ]  # fmt: skip


def test_numbering_through_styles() -> None:
    levels = (
        level(0, "chineseCounting", "%1、", '<w:pStyle w:val="h1"/>'),
        level(1, "chineseCounting", "（%2）", '<w:pStyle w:val="h2"/>'),
    )
    body = p("甲", style="h1") + p("乙", style="h2") + p("丙", style="h1") + p(
        "丁", style="h2", properties='<w:numPr><w:numId w:val="0"/></w:numPr>'
    )  # fmt: skip
    document = read("a.docx", docx(body, styles=STYLES, numbering=abstract(0, *levels) + num(1, 0)))
    assert document.text.split("\n") == ["一、甲", "（一）乙", "二、丙", "丁"]
    assert [block.level for block in document.blocks] == [1, 2, 1, 2]


def test_a_numbering_behind_a_style_of_lists() -> None:
    linked = abstract(0, '<w:styleLink w:val="list"/>', level(0, "decimal", "%1、"))
    links = abstract(1, '<w:numStyleLink w:val="list"/>')
    styles = (
        '<w:style w:type="numbering" w:styleId="list"><w:pPr><w:numPr><w:numId w:val="1"/>'
        "</w:numPr></w:pPr></w:style>"
    )
    numbering = linked, links, num(1, 0), num(2, 1)
    assert lines(listed((2, 0), (1, 0)), *numbering, styles=styles) == ["1、文", "2、文"]
    # without the mark at the numbering, the style leads to it
    unmarked = abstract(0, level(0, "decimal", "%1、"))
    assert lines(listed((2, 0)), unmarked, *numbering[1:], styles=styles) == ["1、文"]


def test_links_in_a_circle_number_nothing() -> None:
    circle = abstract(0, '<w:numStyleLink w:val="list"/>')
    styles = (
        '<w:style w:type="numbering" w:styleId="list"><w:pPr><w:numPr><w:numId w:val="1"/>'
        "</w:numPr></w:pPr></w:style>"
    )
    assert lines(listed((1, 0)), circle, num(1, 0), styles=styles) == ["文"]


def test_what_stands_behind_the_number() -> None:
    def one(form: str, text: str, gap: str) -> str:
        return lines(listed((1, 0)), abstract(0, level(0, form, text, gap=gap)), num(1, 0))[0]

    assert one("decimal", "%1", "tab") == "1 文"
    assert one("decimal", "（%1）", "tab") == "（1）文"
    assert one("decimal", "(%1)", "space") == "(1) 文"
    assert one("decimal", "(%1)", "nothing") == "(1)文"
    assert one("decimal", "%1.", "nothing") == "1. 文"  # else 1.30万元 from 1. and 30万元
    assert one("bullet", "•", "tab") == "文"
    assert one("none", "%1", "tab") == "文"
    assert one("none", "附件", "space") == "附件 文"


def test_a_spelled_out_format() -> None:
    custom = (
        '<mc:AlternateContent><mc:Choice Requires="w14"><w:numFmt w:val="custom" '
        'w:format="001, 002, 003, ..."/></mc:Choice><mc:Fallback><w:numFmt w:val="decimal"/>'
        "</mc:Fallback></mc:AlternateContent>"
    )
    made = level(0, "decimal", "%1、").replace('<w:numFmt w:val="decimal"/>', custom)
    assert lines(listed((1, 0)), abstract(0, made), num(1, 0)) == ["001、文"]


def test_a_number_has_the_place_of_its_paragraph() -> None:
    body = p("前") + p("概况", listed=(1, 0))
    numbering = abstract(0, level(0, "chineseCounting", "%1、")) + num(1, 0)
    document = read("a.docx", docx(body, numbering=numbering))
    assert document.text == "前\n一、概况"
    assert [document.place(at) for at in (2, 3, 4)] == [
        WordPlace(2, 0), WordPlace(2, 0), WordPlace(2, 1),
    ]  # fmt: skip


def test_cells_are_numbered_and_hidden_paragraphs_are_not() -> None:
    hidden = p(r("无", "<w:vanish/>"), listed=(1, 0), properties="<w:rPr><w:vanish/></w:rPr>")
    body = p("甲", listed=(1, 0)) + hidden + p("", listed=(1, 0)) + p("乙", listed=(1, 0))
    assert lines(body, abstract(0, level(0, "decimal", "%1、")), num(1, 0)) == [
        "1、甲", "2、", "3、乙",
    ]  # fmt: skip


def test_numberings_that_are_not_there() -> None:
    strange = abstract(0, level(0, "decimal", "%1、")), num(1, 7)
    assert lines(listed((1, 0), (9, 0), (1, 99)), *strange) == ["文"] * 3
    assert lines(listed((1, 12)), abstract(0, level(0, "decimal", "%1、")), num(1, 0)) == ["文"]


def test_an_overridden_start_holds_for_restarts() -> None:
    levels = level(0, "decimal", "%1、"), level(1, "decimal", "（%2）")
    lists = num(1, 0, restarted(0, 3) + restarted(1, 5))
    body = listed((1, 0), (1, 1), (1, 1), (1, 0), (1, 1))
    assert lines(body, abstract(0, *levels), lists) == [
        "3、文", "（5）文", "（6）文", "4、文", "（5）文",
    ]  # fmt: skip
