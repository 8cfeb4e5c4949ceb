from __future__ import annotations

import io
import zipfile

import pytest

from linter.reading import archive
from linter.reading.archive import Archive, Damaged

BOMB = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "bb"><!ENTITY c "&b;&b;">]><a>&c;</a>'


def zipped(parts: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", method) as made:
        for name, data in parts.items():
            made.writestr(name, data)
    return stream.getvalue()


def test_parts_by_name() -> None:
    opened = Archive(zipped({"a.xml": b"<x:a xmlns:x='n'><b/></x:a>"}))
    assert "a.xml" in opened
    assert "b.xml" not in opened
    assert [archive.local(e.tag) for e in opened.tree("a.xml").iter()] == ["a", "b"]
    with pytest.raises(Damaged, match=r"b\.xml"):
        opened.read("b.xml")


@pytest.mark.parametrize(
    ("data", "slug"),
    [
        (b"", "damaged"),
        (b"PK\x03\x04", "damaged"),
        (zipped({"a.xml": b"<a/>" * 9})[:-30], "damaged"),
        (zipped({str(n): b"" for n in range(5_001)}), "too-large"),
        (zipped({"a.xml": bytes(65 << 20)}), "too-large"),
        (zipped({"a.xml": bytes(5 << 20)}), "too-large"),
        (zipped({"a.xml": b"<a/>"}, zipfile.ZIP_BZIP2), "damaged"),
        (zipped({"a.xml": b"<a>"}), "damaged"),
        (zipped({"a.xml": b"<a/>" * 600_000}), "damaged"),
        (zipped({"a.xml": BOMB}), "unsafe"),
        (zipped({"a.xml": BOMB.decode().encode("utf-16")}), "unsafe"),
    ],
)
def test_what_is_wrong_is_told(data: bytes, slug: str) -> None:
    with pytest.raises(Damaged) as caught:
        Archive(data).tree("a.xml")
    notice = caught.value.notice()
    assert notice.slug == slug
    assert set(notice.message) == {"zh", "en"}


def test_an_encrypted_part_is_told() -> None:
    data = bytearray(zipped({"a.xml": b"<a/>"}))
    data[data.index(b"PK\x01\x02") + 8] |= 1
    with pytest.raises(Damaged) as caught:
        Archive(bytes(data)).read("a.xml")
    assert caught.value.slug == "encrypted"


def test_too_many_elements() -> None:
    with pytest.raises(Damaged) as caught:
        archive.tree(b"<a>" + b"<b/>" * 1_500_001 + b"</a>")
    assert caught.value.slug == "too-large"


def test_an_encoding_is_not_believed() -> None:
    """A declared encoding in which the document type is spelt otherwise changes nothing."""
    with pytest.raises(Damaged):
        archive.tree(b'<?xml version="1.0" encoding="utf-7"?>+ADwAIQ-DOCTYPE a+AD4-<a/>')


def test_a_stream_refuses_a_document_type() -> None:
    seen: list[str] = []
    with pytest.raises(Damaged) as caught:
        archive.stream(BOMB, lambda name, _: seen.append(name), seen.append, seen.append)
    assert (caught.value.slug, seen) == ("unsafe", [])


def test_a_stream_gives_what_stands_before_the_damage() -> None:
    seen: list[str] = []
    with pytest.raises(Damaged):
        archive.stream(
            b"<a><b>x</b><c", lambda name, _: seen.append(name), seen.append, seen.append
        )
    assert seen == ["a", "b", "x", "b"]
