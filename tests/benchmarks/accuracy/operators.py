"""Ways in which a person mistypes a figure, a Chinese numeral or a date."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

_CHINESE = "零一二三四五六七八九十"
_NUMERAL = re.compile(f"两|[{_CHINESE}]+")
_UP_TO_99 = re.compile("([一二三四五六七八九]?)(十)?([一二三四五六七八九]?)")
_DATE = re.compile(r"\d+[年月日]")
_YEAR = re.compile(r"(\d{4})年")
_MONTH = re.compile(r"(\d+)月")
_FIGURE = re.compile(r"\d[\d,]*(?:\.\d+)?")


def mistyped(text: str) -> dict[str, str]:
    """Operator → text with another value; empty where the text holds nothing to mistype."""
    if _DATE.search(text):
        return dict(_other_dates(text))
    figure = _FIGURE.search(text)
    if figure:
        return _distinct(text, _other_figures(text, figure))
    return dict(_other_numerals(text))


def next_numeral(numeral: str) -> str | None:
    """The Chinese numeral after this one, up to 九十九; none where this is not one."""
    match = _UP_TO_99.fullmatch(numeral)
    if not match or (match[1] and match[3] and not match[2]):
        return {"两": "三", "零": "一"}.get(numeral)
    if match[2]:
        value = (_CHINESE.index(match[1]) if match[1] else 1) * 10
        value += _CHINESE.index(match[3]) if match[3] else 0
    else:
        value = _CHINESE.index(numeral)
    tens, ones = divmod(value + 1, 10)
    if value < 10:
        return _CHINESE[value + 1]
    return ("" if tens == 1 else _CHINESE[tens]) + "十" + (_CHINESE[ones] if ones else "")


def _other_dates(text: str) -> Iterator[tuple[str, str]]:
    year, month = _YEAR.search(text), _MONTH.search(text)
    if year:
        yield "year+1", _put(text, year.span(1), str(int(year[1]) + 1))
        yield "year-1", _put(text, year.span(1), str(int(year[1]) - 1))
    elif month:
        yield "month", _put(text, month.span(1), str(13 - int(month[1])))


def _other_numerals(text: str) -> Iterator[tuple[str, str]]:
    numeral = _NUMERAL.search(text)
    new = next_numeral(numeral[0]) if numeral else None
    if numeral and new:
        yield "numeral+1", _put(text, numeral.span(), new)


def _other_figures(text: str, figure: re.Match[str]) -> Iterator[tuple[str, str]]:
    digits = figure[0]
    at = _first_swap(digits)
    if at is not None:
        swapped = digits[:at] + digits[at + 1] + digits[at] + digits[at + 2 :]
        yield "transpose", _put(text, figure.span(), swapped)
    lead = str(int(digits[0]) % 9 + 1)
    yield "lead digit", _put(text, figure.span(), lead + digits[1:])
    places = [at for at, character in enumerate(digits) if character.isdigit()]
    if len(places) >= 3:
        middle = places[len(places) // 2]
        yield "drop digit", _put(text, figure.span(), digits[:middle] + digits[middle + 1 :])
    if "." not in digits and len(digits) <= 5:
        yield "off by one", _put(text, figure.span(), str(int(digits.replace(",", "")) + 1))
    if "万元" in text:
        yield "unit", text.replace("万元", "亿元")


def _first_swap(digits: str) -> int | None:
    """Where two neighbouring digits differ, a leading zero not being made."""
    for at, (left, right) in enumerate(pairwise(digits)):
        leading_zero = at == 0 and right == "0"
        if left.isdigit() and right.isdigit() and left != right and not leading_zero:
            return at
    return None


def _distinct(text: str, others: Iterator[tuple[str, str]]) -> dict[str, str]:
    """Operators by the text that they make: of two that make the same, the first."""
    unique: dict[str, str] = {}
    for operator, other in others:
        if other != text and other not in unique.values():
            unique[operator] = other
    return unique


def _put(text: str, span: tuple[int, int], new: str) -> str:
    return text[: span[0]] + new + text[span[1] :]
