from __future__ import annotations

import pytest

from linter.model import Severity, TextPlace
from linter.reading import READERS, read


@pytest.mark.parametrize("path", ["-", "报告.txt", "目录/报告.TXT", "a.md", "a.MARKDOWN"])
def test_readers_by_suffix(path: str) -> None:
    document = read(path, "投入10万元。".encode())
    assert (document.path, document.text, document.notices) == (path, "投入10万元。", ())
    assert len(document.blocks) == 1


@pytest.mark.parametrize("path", ["报告.exe", "报告", ".txt"])
def test_a_format_without_a_reader_is_told(path: str) -> None:
    document = read(path, b"\x00\x01")
    (notice,) = document.notices
    assert (notice.slug, notice.severity) == ("unsupported-format", Severity.error)
    assert set(notice.message) == {"zh", "en"}
    assert (document.text, document.folded, document.blocks) == ("", "", ())
    assert document.place(0) == TextPlace(1, 1)


def test_every_listed_reader_is_there() -> None:
    for suffix in READERS:
        assert read(f"a{suffix}", b"") is not None
