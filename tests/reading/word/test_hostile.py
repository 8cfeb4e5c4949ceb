"""Whatever is wrong with a Word file is told in a finding, in bounded time."""

from __future__ import annotations

import io
import random
import zipfile
import zlib
from pathlib import Path
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from linter.model import Document, Severity, WordPlace
from linter.reading import markup, package, read
from tests.reading.test_hostile_sheets import bounded
from tests.word import abstract as abstract_numbering
from tests.word import box, docx, level, num, p, part, r, tbl, tc
from tests.word import package as zipped

BODY = p("某局绩效自评报告", style=1) + tbl(("指标", "得分"), ("甲", "10")) + p("支出90万元。")
SOUND = docx(
    BODY,
    styles='<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/></w:style>',
    numbering=abstract_numbering(0, level(0, "decimal", "%1、")) + num(1, 0),
)


def errors(document: Document) -> list[str]:
    for notice in document.notices:
        assert notice.message["zh"]
        assert notice.message["en"]
    return [n.slug for n in document.notices if n.severity is Severity.error]


def lies_within(document: Document) -> bool:
    """Whether the stretches of the layout, where it has one, are characters of the text in order."""
    stretches = document.layout.stretches if document.layout else ()
    ends = [0, *(end for s in stretches for end in (s.start, s.end)), len(document.text)]
    return ends == sorted(ends)


def replaced(data: bytes, name: str, content: bytes) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        files = {item: archive.read(item) for item in archive.namelist()}
    return zipped(files | {name: content})


@pytest.mark.parametrize("data", [b"\0" * 500, b"PK\x03\x04\0" + b"word/" * 9, SOUND[:-40]])
def test_what_is_no_zip_or_cut_off(data: bytes) -> None:
    document = read("a.docx", data)
    assert errors(document) in (["damaged"], ["unsupported-format"])
    assert document.text == ""


def test_cut_off_at_every_hundredth() -> None:
    for hundredth in range(100):
        document = read("a.docx", SOUND[: len(SOUND) * hundredth // 100])
        assert errors(document), hundredth
        assert document.text == ""


@pytest.mark.parametrize("flips", [200, pytest.param(2000, marks=pytest.mark.slow)])
def test_flipped_bytes(flips: int) -> None:
    random_ = random.Random(4)
    whole = read("a.docx", SOUND).text
    for _ in range(flips):
        data = bytearray(SOUND)
        data[random_.randrange(len(data))] ^= 1 << random_.randrange(8)
        document = read("a.docx", bytes(data))
        assert lies_within(document)
        told = [n for n in document.notices if n.severity is not Severity.info]
        assert document.text == whole or told or "1、" not in document.text


@settings(max_examples=200)
@given(
    st.binary(max_size=300),
    st.sampled_from(
        [
            "word/document.xml",
            "word/styles.xml",
            "word/numbering.xml",
            "_rels/.rels",
            "word/_rels/document.xml.rels",
        ]
    ),
)
def test_any_bytes_in_a_part(content: bytes, name: str) -> None:
    document = read("a.docx", replaced(SOUND, name, content))
    assert errors(document) or document.text
    if name in ("word/styles.xml", "word/numbering.xml"):
        assert "damaged-part" in {n.slug for n in document.notices}


NAMES = st.sampled_from(
    [
        "p",
        "r",
        "t",
        "tbl",
        "tr",
        "tc",
        "sdt",
        "sdtContent",
        "ins",
        "del",
        "pPr",
        "rPr",
        "numPr",
        "ilvl",
        "numId",
        "pStyle",
        "tcPr",
        "gridSpan",
        "vMerge",
        "fldChar",
        "instrText",
        "txbxContent",
        "drawing",
        "footnoteReference",
        "vanish",
        "hyperlink",
        "tab",
        "br",
    ]
)
TREES = st.recursive(
    st.builds(lambda name, text: f"<w:{name}>{text}</w:{name}>", NAMES, st.sampled_from(["", "1", "支出"])),
    lambda inner: st.builds(
        lambda name, value, parts: f'<w:{name} w:val="{value}">{"".join(parts)}</w:{name}>',
        NAMES, st.sampled_from(["1", "-1", "", "x", "99999999999999999999"]), st.lists(inner, max_size=4),
    ),
    max_leaves=25,
)  # fmt: skip


@settings(max_examples=200)
@given(st.lists(TREES, max_size=6))
def test_any_order_of_elements(trees: list[str]) -> None:
    document = read("a.docx", docx("".join(trees), numbering=""))
    assert errors(document) == ([] if document.text.strip() else ["empty"])
    assert lies_within(document)
    for segment in document.segments:
        assert isinstance(segment.origin, WordPlace)
        assert 0 <= segment.start <= len(document.text)


@pytest.mark.parametrize(
    "content",
    [
        '<!DOCTYPE x [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;">]>',
        '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>',
        '<!DOCTYPE x SYSTEM "http://example.invalid/x.dtd">',
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_document_type_is_refused(content: str, encoding: str) -> None:
    xml = part("document", f"<w:body>{p('&b;')}</w:body>").replace("?>\n", f"?>{content}")
    if encoding == "utf-16":
        xml = xml.replace('encoding="UTF-8"', 'encoding="UTF-16"')
    document = read("a.docx", replaced(SOUND, "word/document.xml", xml.encode(encoding)))
    assert errors(document) == ["unsafe"]
    assert "DTD" in document.notices[0].message["zh"]


def test_other_encodings() -> None:
    xml = part("document", f"<w:body>{p('支出')}</w:body>")
    wide = xml.replace('encoding="UTF-8"', 'encoding="UTF-16"').encode("utf-16")
    assert read("a.docx", replaced(SOUND, "word/document.xml", wide)).text == "支出"
    odd = xml.replace("UTF-8", "cp037").encode()
    assert errors(read("a.docx", replaced(SOUND, "word/document.xml", odd))) == ["damaged"]


def test_the_strict_form_of_the_standard() -> None:
    with zipfile.ZipFile(io.BytesIO(SOUND)) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    strict = {
        name: content.replace(
            b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
            b"http://purl.oclc.org/ooxml/wordprocessingml/main",
        ).replace(
            b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
            b"http://purl.oclc.org/ooxml/officeDocument/relationships",
        )
        for name, content in files.items()
    }
    found, plain = read("a.docx", zipped(strict)), read("a.docx", SOUND)
    assert (found.text, found.blocks) == (plain.text, plain.blocks)


def test_a_zip_bomb() -> None:
    start = process_time()
    bomb = replaced(SOUND, "word/document.xml", b" " * (package.LARGEST_PART + 1))
    assert errors(read("a.docx", bomb)) == ["too-large"]
    tags = replaced(SOUND, "word/document.xml", b"<a/>" * (markup.MOST_MARKS + 1))
    assert errors(read("a.docx", tags)) == ["too-large"]
    # what isn't read isn't unpacked
    beside = replaced(SOUND, "word/media/image1.png", b"\0" * (package.LARGEST_PART + 1))
    assert not errors(read("a.docx", beside))
    assert process_time() - start < 10


def test_a_size_that_lies() -> None:
    """The directory says that a part is small; it isn't."""
    data = replaced(SOUND, "word/document.xml", b" " * 10_000_000)
    true, false = ((size).to_bytes(4, "little") for size in (10_000_000, 100))
    assert errors(read("a.docx", data.replace(true, false))) == ["damaged"]


def test_names_that_lead_out_of_the_package() -> None:
    relations = (
        b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        b'<Relationship Id="r" Type="x/officeDocument" Target="../../etc/passwd"/></Relationships>'
    )
    data = replaced(SOUND, "_rels/.rels", relations)
    data = replaced(data, "../../etc/passwd", b"root")
    assert read("a.docx", data).text == read("a.docx", SOUND).text


def test_the_body_is_found_by_its_relation() -> None:
    document = read("a.docx", docx(p("正文"), main="content/main.xml"))
    assert document.text == "正文"
    assert read("a.docx", replaced(SOUND, "_rels/.rels", b"<broken")).text.startswith("某局")


def test_a_body_whose_name_is_escaped() -> None:
    relations = (
        b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        b'<Relationship Id="r" Type="x/officeDocument" Target="%E6%AD%A3%E6%96%87/a%20b.xml"/></Relationships>'
    )
    body = part("document", f"<w:body>{p('正文')}</w:body>")
    data = replaced(SOUND, "_rels/.rels", relations)
    assert read("a.docx", replaced(data, "正文/a b.xml", body.encode())).text == "正文"


def test_a_file_without_a_body() -> None:
    assert errors(read("a.docx", zipped({"word/other.xml": b"<a/>"}))) == ["damaged"]
    assert errors(read("a.docx", replaced(SOUND, "word/document.xml", b"<a/>"))) == ["damaged"]


def test_a_password() -> None:
    stream = "EncryptedPackage".encode("utf-16-le")
    document = read("a.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 500 + stream)
    assert errors(document) == ["encrypted"]
    assert "取消密码" in document.notices[0].message["zh"]
    # the flag of a zip that is encrypted itself
    marked = bytearray(SOUND)
    at = marked.find(b"PK\x01\x02")
    while at >= 0:
        marked[at + 8] |= 1
        at = marked.find(b"PK\x01\x02", at + 4)
    assert errors(read("a.docx", bytes(marked))) == ["encrypted"]


def test_a_broken_part_beside_the_body_is_told() -> None:
    document = read("a.docx", replaced(SOUND, "word/styles.xml", b"<w:styles"))
    assert document.text == read("a.docx", SOUND).text
    assert [(n.slug, n.severity) for n in document.notices] == [("damaged-part", Severity.warning)]


@pytest.mark.parametrize(
    "nested",
    [
        lambda n: "<w:tbl><w:tr><w:tc>" * n + p("深") + "</w:tc></w:tr></w:tbl>" * n,
        lambda n: ("<w:tbl><w:tr>" + tc("甲") + "<w:tc>") * n + p("深") + "</w:tc></w:tr></w:tbl>" * n,
        lambda n: "<w:sdt><w:sdtContent>" * n + p("深") + "</w:sdtContent></w:sdt>" * n,
        lambda n: f"<w:p>{'<w:ins>' * n}{r('深')}{'</w:ins>' * n}</w:p>",
        lambda n: "<w:p><w:r><w:pict><w:txbxContent>" * n + p("深") + "</w:txbxContent></w:pict></w:r></w:p>" * n,
        lambda n: p(r('<w:fldChar w:fldCharType="begin"/>') * n + r('<w:fldChar w:fldCharType="end"/>') * n + r("深")),
        lambda n: f"<w:p>{'<m:oMath><m:e>' * n}<m:t>深</m:t>{'</m:e></m:oMath>' * n}</w:p>",
    ],
)  # fmt: skip
def test_no_nesting_is_too_deep(nested: object) -> None:
    start = process_time()
    document = read("a.docx", docx(nested(5000)))  # type: ignore[operator]
    assert document.text.endswith("深")
    assert lies_within(document)
    assert not errors(document)
    assert process_time() - start < 5


def test_alternatives_in_alternatives() -> None:
    content = "深"
    for _ in range(12):
        content = box(p(r(content) if content == "深" else content))
    assert read("a.docx", docx(p(content))).text == "深"


@pytest.mark.slow
def test_a_million_empty_cells() -> None:
    start = process_time()
    row = f"<w:tr>{'<w:tc><w:p/></w:tc>' * 100}</w:tr>"
    data = docx(f"<w:tbl>{row * 10_000}</w:tbl>{p('后')}")
    document = read("a.docx", data)
    assert document.text.strip() == "后"
    assert document.tables == ()
    assert lies_within(document)
    assert process_time() - start < 10


@pytest.mark.slow
def test_bounded_time_and_memory(tmp_path: Path) -> None:
    most = markup.MOST_MARKS
    line = p(r("甲", '<w:sz w:val="32"/>'))
    row = f"<w:tr>{tc('1') * 100}</w:tr>"
    files = {
        "lines.docx": p("甲") * (most // 8 - 100),
        "rows.docx": f"<w:tbl>{row * (most // 1010 - 100)}</w:tbl>",
        "empty.docx": "<w:p/>" * (most - 100),
        "laid.docx": line * ((8 << 20) // len(line.encode()) - 100),
        "text.docx": p("甲" * 20_000_000),
        "full.docx": p("甲") * most,
    }
    told = bounded({name: docx(body) for name, body in files.items()}, tmp_path)
    assert (told["lines.docx"], told["laid.docx"]) == ([], [])
    assert (told["text.docx"], told["full.docx"]) == (["too-large"], ["too-large"])


def test_a_stored_part() -> None:
    """Parts that are not compressed, or by another method, or whose checksum is wrong."""
    xml = part("document", f"<w:body>{BODY}</w:body>").encode()
    for method in (zipfile.ZIP_STORED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA):
        stream = io.BytesIO()
        with zipfile.ZipFile(stream, "w", method) as archive:
            archive.writestr("word/document.xml", xml)
        assert read("a.docx", stream.getvalue()).text.startswith("某局")
    stored = zipped({"a": b"b"}) and io.BytesIO()
    with zipfile.ZipFile(stored, "w") as archive:
        archive.writestr("word/document.xml", xml)
    wrong = stored.getvalue().replace(b"90", b"99")
    assert zlib.crc32(xml) != zlib.crc32(xml.replace(b"90", b"99"))
    assert errors(read("a.docx", wrong)) == ["damaged"]
