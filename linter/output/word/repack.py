"""A zip with some of its files replaced: all others are copied as they lie there, still packed."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Mapping
from io import BytesIO
from itertools import pairwise
from zipfile import ZipFile, ZipInfo

from linter.reading.unreadable import damaged

_LOCAL, _CENTRAL, _END = b"PK\x03\x04", b"PK\x01\x02", b"PK\x05\x06"
_DEFLATED = 8
_SIZE_FOLLOWS, _UTF8 = 8, 0x800
"""Flags: sizes and checksum stand behind the file; its name is in UTF-8."""
_ELSEWHERE = 0xFFFFFFFF
"""In place of a number: it stands elsewhere (zip64)."""
_FIRST_DAY = struct.pack("<HH", 0, 0x21)
"""1 January 1980: what is made here has no date of its own."""
_Facts = tuple[int, int, int]
"""Checksum, packed and whole size."""


def repacked(data: bytes, changes: Mapping[str, bytes]) -> bytes:
    """The zip with the files of these names replaced, or added at its end.

    Raises ``UnreadableError`` where the zip's directory is not sound.
    """
    with ZipFile(BytesIO(data)) as archive:
        infos, comment, directory = archive.infolist(), archive.comment, archive.start_dir
    records = list(_records(data, directory, len(infos)))
    ends = dict(pairwise(sorted({info.header_offset for info in infos} | {directory})))
    out = bytearray()
    for n in sorted(range(len(infos)), key=lambda n: infos[n].header_offset):
        info, start = infos[n], len(out)
        if info.filename in changes:
            local, records[n] = _replaced(data, info, records[n], changes[info.filename], start)
            out += local
        else:
            out += data[info.header_offset : ends[info.header_offset]]
            records[n] = _moved(records[n], start)
    known = {info.filename for info in infos}
    for name in changes:
        if name not in known:
            local, record = _added(name.encode(), changes[name], len(out))
            out += local
            records.append(record)
    entries = b"".join(records)
    end = (0, 0, len(records), len(records), len(entries), len(out), len(comment))
    return bytes(out + entries + _END + struct.pack("<4HLLH", *end) + comment)


def _records(data: bytes, at: int, count: int) -> list[bytes]:
    """The files' records in the directory, in its order."""
    found = []
    for _ in range(count):
        if data[at : at + 4] != _CENTRAL or len(data) < at + 46:
            raise damaged()
        packed, whole, *lengths = struct.unpack_from("<LL3H", data, at + 20)
        (start,) = struct.unpack_from("<L", data, at + 42)
        if _ELSEWHERE in (packed, whole, start):
            raise damaged("zip64")
        found.append(data[at : at + 46 + sum(lengths)])
        at += len(found[-1])
    return found


def _moved(record: bytes, start: int) -> bytes:
    return record[:42] + struct.pack("<L", start) + record[46:]


def _replaced(
    data: bytes, info: ZipInfo, record: bytes, content: bytes, start: int
) -> tuple[bytes, bytes]:
    """A file with other content, as it lies in the zip, and its record."""
    at = info.header_offset
    (length,) = struct.unpack_from("<H", data, at + 26)
    name, stamp = data[at + 30 : at + 30 + length], data[at + 10 : at + 14]
    packed, facts = _packed(content)
    flags = info.flag_bits & ~_SIZE_FOLLOWS
    head = record[:8] + struct.pack("<HH", flags, _DEFLATED) + record[12:16]
    changed = head + struct.pack("<3L", *facts) + record[28:]
    return _local(name, flags, stamp, facts) + packed, _moved(changed, start)


def _added(name: bytes, content: bytes, start: int) -> tuple[bytes, bytes]:
    """A new file as it lies in the zip, and its record."""
    packed, facts = _packed(content)
    head = struct.pack("<4H", 20, 20, _UTF8, _DEFLATED) + _FIRST_DAY + struct.pack("<3L", *facts)
    record = _CENTRAL + head + struct.pack("<5HLL", len(name), 0, 0, 0, 0, 0, start) + name
    return _local(name, _UTF8, _FIRST_DAY, facts) + packed, record


def _packed(content: bytes) -> tuple[bytes, _Facts]:
    packer = zlib.compressobj(6, zlib.DEFLATED, -15)
    packed = packer.compress(content) + packer.flush()
    return packed, (zlib.crc32(content), len(packed), len(content))


def _local(name: bytes, flags: int, stamp: bytes, facts: _Facts) -> bytes:
    head = struct.pack("<3H", 20, flags, _DEFLATED) + stamp + struct.pack("<3L", *facts)
    return _LOCAL + head + struct.pack("<HH", len(name), 0) + name
