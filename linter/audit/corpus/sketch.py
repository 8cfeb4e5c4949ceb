"""A text's sketch: one in eight of its runs of six Chinese characters, as numbers.

Which runs are chosen depends on the run alone (0 mod p, Manber 1994), so that two texts that share
a stretch choose the same in it; the share of numbers in common estimates that of the text. Digits,
marks, Latin letters and spaces do not count: other figures and another layout are the same text.
"""

from __future__ import annotations

import struct
from collections.abc import Iterable
from hashlib import blake2b
from zlib import crc32

from linter.regexes.late import regex

RUN = 6
"""Characters of a run: three words or so. Shorter ones are shared by chance, longer ones do not
survive that one word in ten is exchanged."""
RATE = 8
_BYTES = 4
"""Of a number: among four million of them one in a thousand is another run's by chance."""
_OTHER = regex(r"[^\u4e00-\u9fff]+")


def letters(text: str) -> str:
    """The Chinese characters of a text, without all else."""
    return _OTHER.sub("", text)


def sketch(bare: str) -> bytes:
    """The sketch of ``letters``."""
    data = bare.encode("utf-16-le")
    size = 2 * RUN
    chosen = [
        run
        for at in range(0, len(data) - size + 1, 2)
        if not crc32(run := data[at : at + size]) % RATE
    ]
    return b"".join([_number(run) for run in chosen])


def names(texts: Iterable[str]) -> bytes:
    """Texts as a sketch that has a number of each."""
    return b"".join([_number(text.encode()) for text in texts])


def _number(data: bytes) -> bytes:
    return blake2b(data, digest_size=_BYTES).digest()


def numbers(kept: bytes) -> tuple[int, ...]:
    """A sketch as numbers, in the order of the text."""
    return struct.unpack(f"<{len(kept) // _BYTES}I", kept)
