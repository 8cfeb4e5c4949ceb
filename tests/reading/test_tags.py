from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linter.reading.tags import Tag, attributes, tokens


def test_tags_and_text() -> None:
    assert list(tokens("甲<P Class=a>乙&amp;</p><br/>")) == [
        "甲",
        Tag("p", " Class=a", False),
        "乙&",
        Tag("p", "", True),
        Tag("br", "/", False),
    ]


@pytest.mark.parametrize(
    ("inside", "told"),
    [
        (" a=1 B='x y' c=\"z\" d", {"a": "1", "b": "x y", "c": "z", "d": ""}),
        (" a = 1/", {"a": "1/"}),
        (" a=&lt;", {"a": "<"}),
        ("", {}),
        ("='\"", {}),
    ],
)
def test_attributes(inside: str, told: dict[str, str]) -> None:
    assert attributes(inside) == told


@given(st.text("<>!-/?=\"' ap&;script甲[]", max_size=80))
def test_any_characters(text: str) -> None:
    for token in tokens(text):
        if isinstance(token, Tag):
            attributes(token.inside)
            assert token.name == token.name.lower()


@pytest.mark.slow
@pytest.mark.parametrize(
    "piece",
    ["<", "<!--", "<!", "</", "<a ", "<a b='", '<a b="', "<a b", "<script>", "&", "<![CDATA[", "a=",
     '<a">', "<b>", "</b>", "<p hidden>", "<td colspan=1000>", "<table>", "<ol><li>", "<a " + "x " * 9],
)  # fmt: skip
def test_time_grows_with_the_length(piece: str) -> None:
    def seconds(times: int) -> float:
        text = piece * times
        start = time.process_time()
        for token in tokens(text):
            if isinstance(token, Tag):
                attributes(token.inside)
        return time.process_time() - start

    seconds(1_000)
    few, many = min(seconds(10_000) for _ in range(3)), seconds(80_000)
    assert many <= 30 * few + 0.05
