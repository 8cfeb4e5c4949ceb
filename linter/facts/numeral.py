"""Chinese numerals as numbers: 三百二十, 一千五, 两亿三千万, 叁拾贰万, 二〇二三."""

from __future__ import annotations

_DIGITS = {
    c: n
    for n, chars in enumerate(
        ("零〇○", "一壹", "二贰两贰", "三叁", "四肆", "五伍", "六陆", "七柒", "八捌", "九玖")
    )
    for c in chars
}
_SMALL = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000}
_LARGE = {"万": 10**4, "亿": 10**8}

_ONES = "零一二三四五六七八九"

CHARACTERS = "".join((*_DIGITS, *_SMALL, *_LARGE))
"""Every character that can stand in a Chinese numeral."""

LEADING = "".join(c for c in _DIGITS if c not in "零〇○") + "十拾"
"""The characters that a Chinese numeral can begin with (百, 千, 万 alone are no numbers)."""


def parse(text: str) -> int | None:
    """The value of a Chinese numeral, or ``None`` when the text is none.

    Digit strings (二〇二三) read digit by digit; 一千五 is 1500, as spoken.
    """
    if not text or any(c not in CHARACTERS for c in text):
        return None
    if all(c in _DIGITS for c in text):
        return int("".join(str(_DIGITS[c]) for c in text)) if len(text) < 13 else None
    total, section, digit, last = 0, 0, None, 0
    for c in text:
        if c in _DIGITS:
            if digit:
                return None
            digit = _DIGITS[c]
            last = last if digit else 0
        elif c in _SMALL:
            section += (1 if digit is None else digit) * _SMALL[c]
            digit, last = None, _SMALL[c]
        else:
            total = (
                (total + section + (digit or 0)) * _LARGE[c]
                if c == "亿"
                else total + (section + (digit or 0)) * _LARGE[c]
            )
            section, digit, last = 0, None, _LARGE[c]
    spoken = digit is not None and last >= 100
    return total + section + (digit or 0) * (last // 10 if spoken else 1)


def read(text: str) -> int | None:
    """The value of a number in decimal digits or as a Chinese numeral; ``None`` when it is none."""
    return int(text) if text.isdecimal() else parse(text)


def write(value: int) -> str:
    """A number from 1 to 99 as a Chinese numeral."""
    tens, ones = divmod(value, 10)
    digits = "零一二三四五六七八九"
    head = "" if not tens else "十" if tens == 1 else digits[tens] + "十"
    return head + (digits[ones] if ones or not tens else "")


def spelled(number: int) -> str:
    """A number of things below a hundred as written: 两, 十二, 二十."""
    if number == 2:
        return "两"
    tens, ones = divmod(number, 10)
    lead = ("" if tens < 2 else _ONES[tens]) + "十" if tens else ""
    return lead + (_ONES[ones] if ones or not tens else "")
