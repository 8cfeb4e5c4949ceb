from __future__ import annotations

import io
import zipfile

import pytest

from linter.reading import read
from linter.reading.formats import recognise


def zipped(*names: str) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name in names:
            archive.writestr(name, "x" * 50)
    return stream.getvalue()


def compound(stream: str) -> bytes:
    """As an OLE file begins, with the name of a stream in its directory."""
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512) + stream.encode("utf-16-le")


WORD = zipped("[Content_Types].xml", "word/document.xml")
PAGE = "<!DOCTYPE html>\n<html><body>完成率为98%</body></html>".encode()


@pytest.mark.parametrize(
    ("path", "data", "name"),
    [
        ("a.txt", "# 报告\n## 一、概况\n好。\n## 二、成绩\n".encode(), "markdown"),
        ("-", "# 报告\r## 一、概况\r### （一）钱\r".encode("gb18030"), "markdown"),
        ("a.txt", "报告\n# 一、概况\n好。\n#2楼\n# 三、成绩\n".encode(), "text"),
        ("a.docx", WORD, "docx"),
        ("a.doc", WORD, "docx"),
        ("a.txt", WORD, "docx"),
        ("a", WORD, "docx"),
        ("a.docx", zipped("[Content_Types].xml", "xl/workbook.xml"), "xlsx"),
        ("a.xlsx", zipped("OFD.xml", "Doc_0/Document.xml"), "ofd"),
        ("a.docx", zipped("别的.txt"), "zip"),
        ("材料.zip", zipped("报告.docx", "自评表.xlsx"), "zip"),
        ("a.docx", zipped("[Content_Types].xml", "别的.txt"), "docx"),
        ("a.docx", WORD[: len(WORD) // 2], "docx"),
        ("a.doc", compound("WordDocument"), "doc"),
        ("a.wps", compound("WordDocument"), "doc"),
        ("a.et", compound("Workbook"), "xls"),
        ("a.xls", compound("Book"), "xls"),
        ("a.docx", compound("EncryptedPackage"), "encrypted"),
        ("a.pdf", b"%PDF-1.7\n", "pdf"),
        ("a.doc", b"\r\n%PDF-1.7\n", "pdf"),
        ("a.doc", rb"{\rtf1\ansi x}", "rtf"),
        ("a.doc", PAGE, "html"),
        ("a.txt", b"\xef\xbb\xbf" + PAGE, "html"),
        (
            "a.xls",
            b'<?xml version="1.0"?>\n<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">',
            "xml-sheet",
        ),
        ("a.xls", b"<table><tr><td>1</td></tr></table>", "html"),
        ("a.xls", "\ufeff<html><table>".encode("utf-16"), "html"),
        ("a.mht", b"From: x\nMIME-Version: 1.0\n\n", "html"),
        ("a.doc", b"Content-Type: multipart/related;\n boundary=x\nMIME-Version: 1.0\n", "html"),
        ("a.doc", b"a:b:c:\n" * 200, "doc"),
        ("a.md", b"<table><tr><td>1</td></tr></table>", "markdown"),
        ("a.txt", "说明：<p>是段落标签，%PDF-是文件头".encode(), "text"),
        ("a.xls", "指标,得分\n数量,10\n".encode("gb18030"), "csv"),
        ("a.xlsx", "指标\t得分\n".encode("utf-16"), "csv"),
        ("a.xls", "\u703c\u3e3c指标\t得分\n".encode("utf-16"), "csv"),
        ("a.xls", b"PK123", "xls"),
        ("a.xlsx", b"PK\x05\x06,1,2", "xlsx"),
        ("a.xlsx", "投入10万元。".encode(), "xlsx"),
        ("a.doc", "投入10万元。".encode(), "doc"),
        ("a.docx", b"PK123", "docx"),
        ("a.html", "投入10万元。".encode(), "text"),
        ("a.docx", b"", "docx"),
        ("a.pdf", b"\x00\x01\x02", "pdf"),
        ("a.docx", b"\x89PNG\r\n\x1a\n\x00", "picture"),
        ("a.pdf", b"\xff\xd8\xff\xe0\x00\x10JFIF", "picture"),
        ("a.txt", b"GIF89a\x01\x00", "picture"),
        ("-", b"", "text"),
        ("a.exe", b"MZ\x00", None),
        ("a", "投入10万元。".encode(), None),
    ],
)
def test_recognise(path: str, data: bytes, name: str | None) -> None:
    assert recognise(path, data) == name


@pytest.mark.parametrize(
    ("data", "slug", "told"),
    [
        (b"", "empty", "文件是空的（0字节）"),
        (b"\x89PNG\r\n\x1a\n\x00", "unsupported-format", "内容是图片"),
    ],
)
@pytest.mark.parametrize("path", ["a.docx", "a.xlsx", "a.pdf", "a.txt", "a.html"])
def test_what_holds_no_document_is_told_as_such(
    path: str, data: bytes, slug: str, told: str
) -> None:
    document = read(path, data)
    (notice,) = document.notices
    assert (notice.slug, document.text) == (slug, "")
    assert notice.message["zh"].startswith(told)
