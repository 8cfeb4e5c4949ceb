"""Chinese numerals."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linter.facts import numeral

DIGITS = "零一二三四五六七八九"
FORMAL = str.maketrans("零一二三四五六七八九十百千", "零壹贰叁肆伍陆柒捌玖拾佰仟")


def spell(value: int) -> str:
    """A number below 10**16 in full, as one reads it out: 一万零二十, 三亿五千万."""
    text, gap = "", False
    for power in (12, 8, 4, 0):
        group = value // 10**power % 10**4
        if group:
            needs_zero = bool(text) and (gap or group < 1000)
            word = {12: "万亿", 8: "亿", 4: "万", 0: ""}[power]
            text += ("零" if needs_zero else "") + _group(group) + word
            gap = False
        else:
            gap = bool(text)
    return text or "零"


def _group(value: int) -> str:
    text, gap = "", False
    for power, word in ((3, "千"), (2, "百"), (1, "十"), (0, "")):
        digit = value // 10**power % 10
        if digit:
            text += ("零" if gap and text else "") + DIGITS[digit] + word
            gap = False
        else:
            gap = True
    return text


@pytest.mark.parametrize("value", range(1, 100))
def test_small_numbers_are_read_as_written(value: int) -> None:
    assert numeral.parse(numeral.write(value)) == value


@given(st.integers(0, 10**12 - 1))
def test_big_numbers_are_read(value: int) -> None:
    assert numeral.parse(spell(value)) == value


@given(st.integers(0, 10**12 - 1))
def test_formal_digits_are_read_alike(value: int) -> None:
    assert numeral.parse(spell(value).translate(FORMAL)) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("十", 10), ("十五", 15), ("二十", 20), ("两百", 200), ("一百零五", 105), ("一百一十", 110),
        ("一百五", 150), ("一千五", 1500), ("一千零五", 1005), ("两万三", 23000), ("三万五千", 35000),
        ("两亿三千万", 230_000_000), ("一亿零五百", 100_000_500), ("叁拾贰万", 320_000), ("百", 100),
        ("二〇二三", 2023), ("二零零八", 2008), ("一九九九", 1999), ("零", 0),
    ],
)  # fmt: skip
def test_written_form(text: str, value: int) -> None:
    assert numeral.parse(text) == value


@pytest.mark.parametrize("text", ["", "几", "五 十", "3", "一二百", "三五十", "半"])
def test_what_is_no_numeral(text: str) -> None:
    assert numeral.parse(text) is None


def test_leading_characters_can_begin_a_numeral() -> None:
    assert [c for c in numeral.LEADING if numeral.parse(c) is None] == []
    assert set(numeral.LEADING) < set(numeral.CHARACTERS)


@pytest.mark.parametrize(("text", "value"), [("12", 12), ("十二", 12), ("两", 2), ("届", None)])
def test_digits_and_numerals_are_read(text: str, value: int | None) -> None:
    assert numeral.read(text) == value


@given(st.integers(0, 99))
def test_what_is_spelled_reads_as_it_was(number: int) -> None:
    assert numeral.parse(numeral.spelled(number)) == number


def test_things_are_spelled_as_they_are_counted() -> None:
    assert [numeral.spelled(n) for n in (2, 10, 12, 20)] == ["两", "十", "十二", "二十"]
