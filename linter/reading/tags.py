"""The tags of a web page and the text between them, in one pass.

``html.parser`` looks for the ends of what is malformed again and again, which takes minutes on a
page made for that; here each search that fails is the last of its kind.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

from msgspec import Struct

from linter.regexes.late import regex

_NAME = regex(r"[a-zA-Z][^\s/>]{0,40}")
_ATTRIBUTE = regex(r"([^\s=/>\"']+)(?:\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s>]+)))?")
_LONGEST = 20_000
"""Of a tag, so much is looked at for attributes."""
_RAW = frozenset(
    ("iframe", "noscript", "script", "style", "svg", "template", "textarea", "title", "xml")
)
"""Elements whose content is no text of the page, up to their end."""


class Tag(Struct, frozen=True, gc=False):
    """A tag: its name in lower case, what stands behind that, and whether it ends an element."""

    name: str
    inside: str
    closes: bool


def tokens(text: str) -> Iterator[Tag | str]:
    """Tags, and the text between them without entities; comments and the like are left out."""
    at = 0
    while True:
        start = text.find("<", at)
        if start < 0:
            break
        end, tag = _markup(text, start)
        if start > at:
            yield _plain(text[at:start])
        if end is None:
            return
        if end == start:  # a mere <
            yield "<"
            at = start + 1
            continue
        at = end
        if tag is None:
            continue
        yield tag
        if tag.name in _RAW and not tag.closes:
            closing = re.compile(f"</{tag.name}", re.IGNORECASE).search(text, at)
            if closing is None:
                return
            at = closing.start()
    if at < len(text):
        yield _plain(text[at:])


def attributes(inside: str) -> dict[str, str]:
    """The attributes in a tag by their names in lower case."""
    return {
        match[1].lower(): unescape(match[2] or match[3] or match[4] or "")
        for match in _ATTRIBUTE.finditer(inside, 0, _LONGEST)
    }


def _markup(text: str, start: int) -> tuple[int | None, Tag | None]:
    """Where what begins with < ends, and the tag that it is.

    The end is ``start`` where it is text after all, and nothing where it has no end.
    """
    if text.startswith("<!--", start):
        return _after(text, "-->", start + 4), None
    following = text[start + 1 : start + 2]
    if following in ("!", "?"):
        return _after(text, ">", start), None
    closes = following == "/"
    name = _NAME.match(text, start + 1 + closes)
    if name is None:
        return start, None
    end = _after(text, ">", name.end())
    if end is None:
        return None, None
    if text.count('"', name.end(), end) % 2:  # the > stands in a value
        quote = text.find('"', end)
        end = (_after(text, ">", quote) if quote >= 0 else None) or end
    return end, Tag(name[0].lower(), text[name.end() : end - 1], closes)


def _after(text: str, mark: str, at: int) -> int | None:
    found = text.find(mark, at)
    return found + len(mark) if found >= 0 else None


def _plain(text: str) -> str:
    return unescape(text) if "&" in text else text
