"""Documents as an audit keeps them, so as to quote from them: text, blocks and places, packed."""

from __future__ import annotations

import zlib
from collections.abc import Sequence

import msgspec
from msgspec import Struct

from linter.items import AnyPlace
from linter.model import Block, Document, Segment


class _Kept(Struct, frozen=True, array_like=True):
    path: str
    text: str
    blocks: tuple[tuple[int, int], ...]
    segments: tuple[tuple[int, AnyPlace], ...]


def pack(documents: Sequence[Document]) -> bytes:
    """The documents as few bytes."""
    kept = [
        (
            document.path,
            document.text.encode("utf-8", "replace").decode(),
            [(block.start, block.end) for block in document.blocks],
            [(segment.start, segment.origin) for segment in document.segments],
        )
        for document in documents
    ]
    return zlib.compress(msgspec.msgpack.encode(kept), 1)


def unpack(packed: bytes) -> tuple[Document, ...]:
    """The documents, without tables and folded text."""
    kept = msgspec.msgpack.decode(zlib.decompress(packed), type=list[_Kept])
    return tuple(
        Document(
            path=one.path,
            text=one.text,
            folded="",
            blocks=tuple(Block(start, end) for start, end in one.blocks),
            segments=tuple(Segment(start, origin) for start, origin in one.segments),
        )
        for one in kept
    )
