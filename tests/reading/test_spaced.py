"""Spaces between figures and Chinese leave a text that is full of them, and nothing is misplaced."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from linter.model import TextPlace, WordPlace
from linter.reading import read
from tests.word import docx, p, r, t

SPACED = "全县共 21 个站，2021 年先更新 10 个，投入 120 万元，占 47.62% 的站点完成更新。"
TEXT = "\n".join(["2.1 成立自评组", *[SPACED] * 4, "指标 20 18", "1 培训 120 人，费用 3 万元。"])


def test_spaces_of_a_spaced_text_leave_it() -> None:
    document = read("a.txt", TEXT.encode())
    assert document.text.splitlines() == [
        "2.1 成立自评组",
        *[SPACED.replace(" ", "")] * 4,
        "指标 20 18",
        "1 培训120人，费用3万元。",
    ]
    assert len(document.folded) == len(document.text)


def test_a_text_with_few_of_them_stays_as_it_is() -> None:
    text = "\n".join([SPACED, *[SPACED.replace(" ", "")] * 9])
    assert read("a.txt", text.encode()).text == text


def test_places_are_those_of_the_file() -> None:
    document = read("a.txt", TEXT.encode())
    lines = TEXT.splitlines()
    for at, character in enumerate(document.text):
        place = document.place(at)
        assert isinstance(place, TextPlace)
        line = lines[place.line - 1] + "\n"
        assert line[place.column - 1] == character


def test_word_files_lose_them_too_and_keep_their_looks() -> None:
    lines = [SPACED] * 4
    bold = p(r(t("投入 12 万元，")) + r(t("另有 3 万元。"), "<w:b/>"))
    document = read("a.docx", docx("".join(p(r(t(line))) for line in lines) + bold))
    assert document.text.splitlines()[:4] == [SPACED.replace(" ", "")] * 4
    at = document.text.index("万元")
    place = document.place(at)
    assert isinstance(place, WordPlace)
    assert SPACED[place.character - 1 :].startswith("万元")
    assert document.layout is not None
    plain, *_, last = document.layout.stretches
    told = [s for s in document.layout.stretches if s.look == last.look]
    assert plain.look != last.look
    assert "".join(document.text[s.start : s.end] for s in told) == "另有3万元。"


@given(st.lists(st.text("中位1 2，\n", max_size=30), max_size=12))
def test_whatever_stands_between_every_character_keeps_its_place(pieces: list[str]) -> None:
    text = "\n".join([*[SPACED] * 3, *pieces, "完"])
    document, lines = read("a.txt", text.encode()), text.split("\n")
    assert document.text.replace(" ", "") == text.replace(" ", "")
    for at, character in enumerate(document.text):
        place = document.place(at)
        assert isinstance(place, TextPlace)
        assert (lines[place.line - 1] + "\n")[place.column - 1] == character
