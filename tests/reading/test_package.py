from __future__ import annotations

import io
import zipfile
from collections.abc import Callable

import pytest

from linter.reading.package import LARGEST_PART, MOST_PARTS, Package
from linter.reading.unreadable import UnreadableError


def zipped(parts: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", method) as made:
        for name, data in parts.items():
            made.writestr(name, data)
    return stream.getvalue()


def test_parts_by_name() -> None:
    opened = Package(zipped({"a.xml": b"<a/>"}))
    assert "A.xml" in opened
    assert "b.xml" not in opened
    assert opened.xml("a.xml").tag == "a"
    with pytest.raises(UnreadableError):
        opened.read("b.xml")


@pytest.mark.parametrize(
    ("made", "slug"),
    [
        (lambda: b"", "damaged"),
        (lambda: b"PK\x03\x04", "damaged"),
        (lambda: zipped({"a.xml": b"<a/>" * 9})[:-30], "damaged"),
        (lambda: zipped({str(n): b"" for n in range(MOST_PARTS + 1)}), "too-large"),
        (lambda: zipped({"a.xml": bytes(LARGEST_PART + 1)}), "too-large"),
        (lambda: zipped({"a.xml": b"<a>"}), "damaged"),
    ],
    ids=["nothing", "a beginning", "cut off", "parts", "bytes", "XML"],
)
def test_what_is_wrong_is_told(made: Callable[[], bytes], slug: str) -> None:
    with pytest.raises(UnreadableError) as caught:
        Package(made()).xml("a.xml")
    assert caught.value.slug == slug


def test_an_encrypted_part_is_told() -> None:
    data = bytearray(zipped({"a.xml": b"<a/>"}))
    data[data.index(b"PK\x01\x02") + 8] |= 1
    with pytest.raises(UnreadableError) as caught:
        Package(bytes(data)).read("a.xml")
    assert caught.value.slug == "encrypted"
