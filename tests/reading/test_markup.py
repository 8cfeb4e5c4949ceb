from __future__ import annotations

import pytest

from linter.reading import markup
from linter.reading.unreadable import UnreadableError

BOMB = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "bb"><!ENTITY c "&b;&b;">]><a>&c;</a>'


def refused(data: bytes) -> str:
    with pytest.raises(UnreadableError) as caught:
        markup.tree(data, "a.xml")
    assert set(caught.value.notice().message) == {"zh", "en"}
    return caught.value.slug


def test_a_tree() -> None:
    root = markup.tree(b"<x:a xmlns:x='n'><b/></x:a>", "a.xml")
    assert [markup.local(e.tag) for e in root.iter()] == ["a", "b"]


@pytest.mark.parametrize(
    ("data", "slug"),
    [
        (b"<a>", "damaged"),
        (b"<a/><a/>", "damaged"),
        (BOMB, "unsafe"),
        (BOMB.decode().encode("utf-16"), "unsafe"),
        # in a declared encoding the document type may be spelt otherwise
        (b'<?xml version="1.0" encoding="utf-7"?>+ADwAIQ-DOCTYPE a+AD4-<a/>', "damaged"),
        (b"<a>" + b"<b/>" * (markup.MOST_MARKS + 1) + b"</a>", "too-large"),
    ],
    ids=["open", "two", "entities", "entities in UTF-16", "UTF-7", "large"],
)
def test_what_is_wrong_is_told(data: bytes, slug: str) -> None:
    assert refused(data) == slug


def test_a_stream_refuses_a_document_type() -> None:
    seen: list[str] = []
    with pytest.raises(UnreadableError) as caught:
        markup.stream(BOMB, "a.xml", lambda name, _: seen.append(name), seen.append, seen.append)
    assert (caught.value.slug, seen) == ("unsafe", [])


def test_a_stream_gives_what_stands_before_the_damage() -> None:
    seen: list[str] = []
    data = b"<a><b>x</b><c"
    with pytest.raises(UnreadableError):
        markup.stream(data, "a.xml", lambda name, _: seen.append(name), seen.append, seen.append)
    assert seen == ["a", "b", "x", "b"]
