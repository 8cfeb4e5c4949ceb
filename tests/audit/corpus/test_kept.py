"""Documents as they are kept: text, blocks and places come back, of every format."""

from __future__ import annotations

import zlib

import pytest
from msgspec.structs import replace

from linter import reading, rulebook
from linter.audit.corpus import decoded, encoded
from linter.audit.corpus.kept import pack, unpack
from linter.model import Document
from tests.audit.corpus.seasons import seen
from tests.generators.season import as_file, season

TEXT = season(9, 40).submissions[0].text


def documents() -> list[Document]:
    return [
        reading.read("a.txt", TEXT.encode()),
        reading.read("b.md", TEXT.encode()),
        reading.read("c.docx", as_file(TEXT, ".docx")),
        reading.read("d.xlsx", as_file(TEXT, ".xlsx")),
        reading.read("e.html", f"<p>{TEXT}</p>".encode()),
        reading.read("f.txt", b"\xff\x00"),
        reading.read("g.pdf", b"no pdf"),
    ]


@pytest.mark.parametrize("document", documents(), ids=lambda document: document.path)
def test_places_come_back(document: Document) -> None:
    (back,) = unpack(pack([document]))
    assert (back.path, back.text) == (document.path, document.text)
    for block in document.blocks:
        assert back.place(block.start) == document.place(block.start)
        assert back.position(block.end) == document.position(block.end)
        mine, its = back.block_at(block.start), document.block_at(block.start)
        assert mine is not None
        assert its is not None
        assert (mine.start, mine.end) == (its.start, its.end)


def test_half_a_pair_is_no_reason_to_fail() -> None:
    (back,) = unpack(pack([Document("a", "县\ud800局", "县\ud800局", ())]))
    assert back.text == "县?局"


def test_packed_is_small() -> None:
    assert len(pack([reading.read("a.txt", TEXT.encode())])) < len(TEXT.encode()) * 0.7


def test_damaged_documents_are_noticed_when_traits_are_decoded() -> None:
    _, made = seen("a.txt", TEXT, rulebook.load())
    assert decoded(encoded(made)) == made
    flipped = bytes([*made.documents[:-1], made.documents[-1] ^ 1])
    with pytest.raises(zlib.error):
        decoded(encoded(replace(made, documents=flipped)))
