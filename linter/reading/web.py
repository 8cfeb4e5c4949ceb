"""Web pages (.html, .mht): paragraphs, headings, lists with their numbers, and tables.

What the reader does not see (scripts, ``display: none``) is left out. A table that holds other
tables only arranges the page: what stands in its cells are paragraphs.
"""

from __future__ import annotations

import re

from msgspec.structs import replace

from linter.model import Document, Notice, WebPlace
from linter.reading.decode import decode, placed
from linter.reading.formats import is_web_archive
from linter.reading.page import Page
from linter.reading.unreadable import UnreadableError, incomplete

_CHARSET = rb"<meta[^>]{0,200}?charset=[\"']?\s{0,9}(big5[\w-]{0,9})"
_HEAD = 4096


def read(path: str, data: bytes, headers: frozenset[str]) -> Document:
    """The Document of a page or of the page in a web archive; ``headers`` tell parts of forms."""
    broken: tuple[Notice, ...] = ()
    damages: list[Notice] = []
    page = Page(headers)
    try:
        if is_web_archive(data):
            data = _archived(data)
        text, broken = _decoded(data)
        page.read(text)
    except UnreadableError as damage:
        damages.append(damage.notice())
    document = page.composer.document(path, WebPlace(1))
    told = (*document.notices, *damages, *placed(broken, document.text))
    return replace(document, notices=told)


def _decoded(data: bytes) -> tuple[str, tuple[Notice, ...]]:
    """The characters, by their bytes; what is Big5 only says so itself."""
    declared = re.search(_CHARSET, data[:_HEAD], re.IGNORECASE)
    if declared:
        try:
            return data.decode(declared[1].decode("ascii").lower()), ()
        except (UnicodeDecodeError, LookupError):
            pass
    return decode(data)


def _archived(data: bytes) -> bytes:
    """The page in a web archive: its first part of HTML, else of plain text."""
    from email import message_from_bytes

    try:
        parts = [part for part in message_from_bytes(data).walk() if not part.is_multipart()]
        for kind in ("text/html", "text/plain"):
            for part in parts:
                payload = part.get_payload(decode=True)
                if part.get_content_type() == kind and isinstance(payload, bytes):
                    return payload
    except Exception as error:
        raise incomplete("网页归档已损坏", type(error).__name__) from error
    raise incomplete("网页归档中没有网页", "there is no page in it")
