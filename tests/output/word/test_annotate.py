"""Findings as Word comments: each at the very words, everything else as it was."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from pathlib import Path
from xml.etree import ElementTree as ET

import docx as python_docx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from linter.engine import lint
from linter.model import Document, Finding, Outline, Related, Report, Severity, Span, Submission
from linter.output import Options, annotate
from linter.reading import read
from linter.reading.unreadable import UnreadableError
from linter.rulebook import Rulebook, load
from tests.word import (
    MAIN,
    abstract,
    box,
    docx,
    level,
    like,
    note,
    num,
    p,
    package,
    part,
    r,
    reference,
    span,
    t,
    tbl,
    tc,
)

W = f"{{{MAIN}}}"
EXAMPLES = Path(__file__).parents[3] / "examples"


@pytest.fixture(scope="module")
def book() -> Rulebook:
    return load()


def finding(document: Document, quote: str, *related: str, message: str = "不对") -> Finding:
    def at(words: str) -> Span:
        start = document.text.index(words)
        return Span(start, start + len(words))

    return Finding(
        "score/sum", "合计不符", Severity.error, message, at(quote) if quote else Span(0, 0),
        quote, "", "1 + 1 = 2", "请改正", "f", tuple(Related(at(word), "part") for word in related),
    )  # fmt: skip


def report(document: Document, findings: Sequence[Finding]) -> Report:
    return Report(
        Submission((document,)), Outline("", 0, 0, ()), "", "", None, 0, tuple(findings), ()
    )


def annotated(data: bytes, *quotes: str | tuple[str, ...]) -> bytes:
    """A copy with a finding at each quote; of several quotes the others are related places."""
    document = read("a.docx", data)
    told = [finding(document, *((q,) if isinstance(q, str) else q)) for q in quotes]
    return annotate("docx", data, report(document, told), Options())


def files(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


def anchored(data: bytes) -> dict[int, str]:
    """The text between the marks of each comment; cells and paragraphs apart by a space."""
    root = ET.fromstring(files(data)["word/document.xml"])  # noqa: S314 - made here
    found: dict[int, str] = {}
    opened: set[int] = set()
    skipped = {
        e
        for old in root.iter(
            "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
        )
        for e in old.iter()
    }
    for element in root.iter():
        tag = element.tag.removeprefix(W)
        if tag == "commentRangeStart":
            opened.add(int(element.get(f"{W}id", "")))
            found[int(element.get(f"{W}id", ""))] = ""
        elif tag == "commentRangeEnd":
            opened.remove(int(element.get(f"{W}id", "")))
        for number in opened if element not in skipped else ():
            if tag == "t":
                found[number] += element.text or ""
            elif tag in ("tab", "br", "noBreakHyphen"):
                found[number] += {"tab": "\t", "br": "\n"}.get(tag, "-")
            elif tag == "p" and found[number]:
                found[number] += " "
    assert not opened
    marks = [int(e.get(f"{W}id", "")) for e in root.iter(f"{W}commentReference")]
    assert sorted(marks) == sorted(found)
    return dict(sorted(found.items()))


def comments(data: bytes) -> dict[int, str]:
    return {c.comment_id: c.text for c in python_docx.Document(io.BytesIO(data)).comments}


def check(data: bytes, *quotes: str) -> bytes:
    """That a comment stands at each quote, and that nothing else is another."""
    before = data
    out = annotated(data, *quotes)
    assert list(anchored(out).values()) == list(quotes)
    assert len(comments(out)) == len(quotes)
    assert read("a.docx", out).text == read("a.docx", before).text
    return out


RUNS = (r("支出", "<w:b/>"), r("90"), r("万元", "<w:i/>"), r("。"))


@pytest.mark.parametrize(
    "quotes",
    [("90",), ("支出90万元。",), ("0万",), ("支", "出", "90万"), ("出9", "9", "0万元", "元。")],
)
def test_at_the_very_words(quotes: tuple[str, ...]) -> None:
    check(docx(p("前") + p("".join(RUNS)) + p("后")), *quotes)


@pytest.mark.parametrize(
    ("content", "quotes"),
    [
        (r("<w:t>a&amp;b&lt;90&#x4e07;元</w:t>"), ("b", "90万", "&", "<")),
        (r("<w:t>甲 乙 丙</w:t>"), ("乙 ", " 丙")),
        (r("<w:t>甲</w:t><w:tab/><w:t>乙</w:t><w:br/><w:t>丙丁</w:t>"), ("甲\t乙", "丁")),
        (r("<w:lastRenderedPageBreak/><w:t>甲乙</w:t>"), ("甲",)),
        (f'<w:hyperlink r:id="x">{r("链接90")}</w:hyperlink>{r("万元")}', ("90万元", "链")),
        (f'<w:ins w:id="7">{r("插入90")}</w:ins>{r("万元")}', ("90", "0万")),
        (f"<w:sdt><w:sdtContent>{r('控件90')}</w:sdtContent></w:sdt>", ("90",)),
        (f'<w:fldSimple w:instr="x">{r("域90")}</w:fldSimple>', ("90",)),
        (r("<w:t>𠀀𠀁90</w:t>"), ("𠀁", "90")),
        (r("<w:t>甲\u200b乙</w:t>"), ("乙",)),
        (r("<w:t>a</w:t><w:noBreakHyphen/><w:t>b</w:t>"), ("-",)),
        (r("<w:t></w:t><w:t>a</w:t><w:tab></w:tab><w:t/><w:t>b</w:t>"), ("a", "\t", "b")),
    ],
)  # fmt: skip
def test_in_runs_of_every_kind(content: str, quotes: tuple[str, ...]) -> None:
    check(docx(p(content)), *quotes)


def test_runs_keep_their_properties_when_cut() -> None:
    out = check(docx(p(r("支出90万元", "<w:b/><w:sz w:val='28'/>"))), "90")
    runs = [run for run in python_docx.Document(io.BytesIO(out)).paragraphs[0].runs if run.text]
    assert [(run.text, run.bold, run.font.size.pt) for run in runs] == [  # type: ignore[union-attr]
        ("支出", True, 14), ("90", True, 14), ("万元", True, 14),
    ]  # fmt: skip


def test_in_tables() -> None:
    table = tbl(
        (tc("指标", span(2)), "得分"), ("甲", tc(p("产出") + p("90") + tbl(("内", "5"))), "8.5")
    )
    check(docx(table), "得分", "90", "8.5", "5")
    out = annotated(docx(table), "甲\t产出 90")
    assert anchored(out) == {0: "甲 产出 90"}


def test_what_cannot_bear_a_comment_is_quoted() -> None:
    body = p(r("支出") + box(p("框中90"))) + p(r("注") + reference(1)) + p("概况", listed=(1, 0))
    numbering = abstract(0, level(0, "chineseCounting", "%1、")) + num(1, 0)
    data = docx(body, numbering=numbering, footnotes=note(1, "脚注80"), header1=p("页眉70"))
    out = annotated(data, "90", "80", "70", "一、")
    assert anchored(out) == {0: "框中90", 1: "", 2: "支出", 3: "概况"}
    said = list(comments(out).values())
    assert [text.split("\n")[-2] for text in said] == [
        "文字：90", "文字：80", "文字：70", "文字：一、",
    ]  # fmt: skip


def test_a_finding_without_words_stands_at_its_paragraph() -> None:
    data = docx(p("标题") + p("正文"))
    assert anchored(annotated(data, "")) == {0: "标题"}
    empty = docx(p(""))
    out = annotate(
        "docx",
        empty,
        report(read("a.docx", empty), [finding(read("a.docx", empty), "")]),
        Options(),
    )
    assert anchored(out) == {0: ""}


def test_what_a_comment_says() -> None:
    data = docx(p("支出90万元，预算100万元"))
    out = annotated(data, ("90万元", "100万元"))
    assert comments(out) == {
        0: "须修改：不对\n算式：1 + 1 = 2\n建议：请改正\n另见：第1段“100万元”\n规则：合计不符（score/sum）",
    }
    assert {c.author for c in python_docx.Document(io.BytesIO(out)).comments} == {"绩效报告检查"}
    assert anchored(out) == {0: "90万元"}
    document = read("a.docx", data)
    told = report(document, [finding(document, "90万元", message="x \x0b<&> 1 + 1 = 2")])
    english = comments(annotate("docx", data, told, Options(lang="en")))
    assert english == {0: "error: x  <&> 1 + 1 = 2\nhint: 请改正\nrule: 合计不符 (score/sum)"}


def test_other_places_are_named_and_few() -> None:
    body = "".join(p(f"支出9{number}万元和8{number}万元") for number in range(14))
    others = [f"{tens}{number}万元" for number in range(14) for tens in (9, 8)]
    (said,) = comments(annotated(docx(body), tuple(others))).values()
    assert "另见：第1段“80万元”；第2段“91万元”、“81万元”；" in said
    assert "第12段“911万元”、“811万元”等" in said


def test_a_finding_of_another_file_stands_where_it_names_this_one() -> None:
    data = docx(p("得分98分"))
    main, other = read("a.docx", data), read("b.docx", docx(p("得分96分")))
    found = Finding(
        "score/sum", "合计不符", Severity.error, "不对", Span(2, 5, 1), "96分", "", "", "", "f",
        (Related(Span(2, 5), "part"),),
    )  # fmt: skip
    told = replace(report(main, [found]), submission=Submission((main, other)))
    out = annotate("docx", data, told, Options())
    assert anchored(out) == {0: "98分"}
    assert "另见：b.docx 第1段“96分”" in comments(out)[0]


def test_a_comment_is_not_said_twice() -> None:
    data = docx(p("支出90万元，预算100万元"))
    assert len(comments(annotated(data, ("90万元", "100万元"), ("90万元", "100万元")))) == 1


OLD = (
    '<w:comment w:id="4" w:author="某人" w:date="2024-01-01T00:00:00Z"><w:p><w:r><w:t>旧批注</w:t>'
    "</w:r></w:p></w:comment>"
)
MARKED = (
    '<w:commentRangeStart w:id="4"/>' + r("支出90万元") + '<w:commentRangeEnd w:id="4"/>'
    '<w:r><w:commentReference w:id="4"/></w:r>'
)  # fmt: skip


def test_comments_that_are_there_stay() -> None:
    data = docx(p(MARKED), comments=OLD)
    out = annotated(data, "90")
    assert comments(out)[4] == "旧批注"
    assert sorted(comments(out)) == [4, 5]
    assert anchored(out) == {4: "支出90万元", 5: "90"}
    assert OLD.encode() in files(out)["word/comments.xml"]
    changed = {name for name, content in files(out).items() if files(data)[name] != content}
    assert changed == {"word/document.xml", "word/comments.xml"}
    empty = annotated(
        docx(
            p("支出90"),
            files={"word/comments.xml": part("comments", "").replace("></w:comments>", "/>")},
            comments="",
        ),
        "90",
    )
    assert len(comments(empty)) == 1


def test_every_other_byte_stays() -> None:
    """What is packed in another way, is unknown, has extra fields or a comment is copied raw."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.comment = "注".encode()
        media = zipfile.ZipInfo("word/media/图1.png", (2020, 1, 2, 3, 4, 6))
        media.extra, media.comment = b"\x99\x99\x02\x00ab", b"c"
        archive.writestr(media, b"\x89PNG" * 99, zipfile.ZIP_STORED)
        for name, content in files(docx(p("支出90万元"))).items():
            archive.writestr(name, content, zipfile.ZIP_DEFLATED, 9)
        archive.writestr("custom/item.bin", bytes(range(256)) * 9, zipfile.ZIP_LZMA)
    data = stream.getvalue()
    out = annotated(data, "90")
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(io.BytesIO(out)) as new:
        assert new.comment == old.comment
        assert new.namelist() == [*old.namelist(), "word/comments.xml"]
        touched = {"word/document.xml", "[Content_Types].xml", "word/_rels/document.xml.rels"}
        for info in old.infolist():
            copy = new.getinfo(info.filename)
            if info.filename in touched:
                continue
            assert new.read(info.filename) == old.read(info.filename)
            start, end = info.header_offset, info.header_offset + 30 + info.compress_size
            there = copy.header_offset
            assert out[there : there + end - start] == data[start:end]
            for field in ("date_time", "compress_type", "extra", "comment", "external_attr", "CRC"):
                assert getattr(copy, field) == getattr(info, field)
    # of the body nothing is taken away, only added
    body, marked = (files(each)["word/document.xml"] for each in (data, out))
    rest = iter(marked)
    assert all(byte in rest for byte in body)


def test_nothing_to_say_is_the_very_file() -> None:
    data = docx(p("支出90万元"))
    assert annotated(data) == data


def test_other_prefixes_and_encodings() -> None:
    data = docx(p("支出90万元"))
    xml = files(data)["word/document.xml"].decode()
    plain = f'<document xmlns="{MAIN}"><body><p><r><t>支出90万元</t></r></p></body></document>'
    other = xml.replace("w:", "x:").replace("xmlns:x:", "xmlns:w:").replace("xmlns:w=", "xmlns:x=")
    wide = xml.replace('encoding="UTF-8"', 'encoding="UTF-16"').encode("utf-16")
    for content in (plain.encode(), other.encode(), wide):
        out = annotated(package(files(data) | {"word/document.xml": content}), "90")
        assert anchored(out) == {0: "90"}
        assert len(comments(out)) == 1


def test_a_body_elsewhere_with_a_part_of_that_name() -> None:
    data = docx(p("支出90"), main="content/main.xml", files={"content/comments.xml": b"<other/>"})
    made = files(annotated(data, "90"))
    assert "支出".encode() in made["content/main.xml"]
    assert b"score/sum" in made["content/comments2.xml"]
    assert b'Target="comments2.xml"' in made["content/_rels/main.xml.rels"]
    assert b'PartName="/content/comments2.xml"' in made["[Content_Types].xml"]


def test_broken_input_is_refused() -> None:
    document = read("a.txt", b"90")
    with pytest.raises(UnreadableError):
        annotate("docx", b"PK", report(document, []), Options())
    old = docx(p("支出90"), comments="").replace(b"", b"")
    broken = package(files(old) | {"word/comments.xml": b"<w:comments"})
    with pytest.raises(UnreadableError):
        annotated(broken, "90")


@pytest.mark.parametrize("path", sorted(EXAMPLES.glob("faulty-*")), ids=lambda path: path.name)
def test_examples(path: Path, book: Rulebook) -> None:
    source = read(path.name, path.read_bytes(), book.header_words)
    data = like(source)
    document = read("a.docx", data, book.header_words)
    told = lint(Submission((document,)), book)
    out = annotate("docx", data, told, Options())
    texts, said = anchored(out), comments(out)
    assert len(texts) == len(said) == len(told.findings) > 0
    for found in told.findings:
        assert found.quote in [texts[number] for number, text in said.items() if found.rule in text]
    assert annotate("docx", data, told, Options()) == out


PIECES = st.lists(
    st.text("支出90万元 &<\t\n", max_size=5).map(lambda text: r(t(text.replace("\t", "").replace("\n", "")) + "<w:tab/>")),
    min_size=1, max_size=5,
)  # fmt: skip


@given(PIECES, st.lists(st.tuples(st.integers(0, 30), st.integers(1, 9)), min_size=1, max_size=5))
def test_any_ranges(runs: list[str], ranges: list[tuple[int, int]]) -> None:
    data = docx(p("".join(runs)))
    document = read("a.docx", data)
    length = len(document.text)
    spans_ = [Span(a % length, min(length, a % length + n)) for a, n in ranges]
    told = [
        Finding(
            "r/x", "名", Severity.info, str(n), s, document.text[s.start : s.end], "", "", "", ""
        )
        for n, s in enumerate(spans_)
    ]
    out = annotate("docx", data, report(document, told), Options())
    assert read("a.docx", out).text == document.text
    assert list(anchored(out).values()) == [f.quote for f in told]
    assert len(comments(out)) == len(told)
