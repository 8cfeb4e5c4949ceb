"""Excel's number formats: a stored number as the reader of the sheet sees it.

What a format rounds is what was printed: 0.974059 in a cell of format 0.00% is 97.41%.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from decimal import ROUND_HALF_UP, Decimal, localcontext
from functools import lru_cache

from msgspec import Struct

from linter.regexes.late import regex

GENERAL = "General"
BUILTIN = {
    1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%", 11: "0.00E+00",
    14: "yyyy/m/d", 15: "d-mmm-yy", 16: "d-mmm", 17: "mmm-yy", 18: "h:mm AM/PM",
    19: "h:mm:ss AM/PM", 20: "h:mm", 21: "h:mm:ss", 22: "yyyy/m/d h:mm",
    27: 'yyyy"年"m"月"', 28: 'm"月"d"日"', 29: 'm"月"d"日"', 30: "m/d/yy",
    31: 'yyyy"年"m"月"d"日"', 32: 'h"时"mm"分"', 33: 'h"时"mm"分"ss"秒"', 34: 'h"时"mm"分"',
    35: 'h"时"mm"分"ss"秒"', 36: 'yyyy"年"m"月"', 37: "#,##0;(#,##0)", 38: "#,##0;(#,##0)",
    39: "#,##0.00;(#,##0.00)", 40: "#,##0.00;(#,##0.00)", 41: '#,##0;-#,##0;"-"',
    42: '"¥"#,##0;"¥"-#,##0;"-"', 43: '#,##0.00;-#,##0.00;"-"',
    44: '"¥"#,##0.00;"¥"-#,##0.00;"-"', 45: "mm:ss", 46: "[h]:mm:ss", 47: "mm:ss",
    48: "0.0E+0", 49: "@", 50: 'yyyy"年"m"月"', 51: 'm"月"d"日"', 52: 'yyyy"年"m"月"',
    53: 'm"月"d"日"', 54: 'm"月"d"日"', 55: 'h"时"mm"分"', 56: 'h"时"mm"分"ss"秒"',
    57: 'yyyy"年"m"月"', 58: 'm"月"d"日"',
}  # fmt: skip
"""Formats by number as a Chinese Excel shows them; the rest is ``GENERAL``."""

_TOKEN = regex(
    r'"(?P<quoted>[^"]*)"?|[\\!](?P<escaped>.)|[_*].|\[(?P<bracket>[^\]]*)\]?'
    r"|(?P<general>general|g/通用格式)|(?P<exponent>e[+-]0+)|(?P<half>am/pm|a/p|上午/下午)"
    r"|(?P<date>y+|m+|d+|h+|s+|a{3,4}|e+)|(?P<digit>[0#?])|(?P<end>;)|(?P<other>.)",
    re.IGNORECASE | re.DOTALL,
)
_CONDITION = regex(r"(<=|>=|<>|[<>=])(-?\d+(?:\.\d+)?)")
_CURRENCY = regex(r"\$([^-]+)")
_LONG_DATE = "$-F800"
_WIDTH = 11
"""How many characters of a number General shows."""
_LAST_DAY = 2_958_466
_EPOCH, _EPOCH_1904 = datetime(1899, 12, 30), datetime(1904, 1, 1)  # noqa: DTZ001 - sheets know no zone
_LEAP_DAY = 60
"""The 29th of February 1900, which Excel believes in; days before it are one off."""
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_WEEKDAYS = "一二三四五六日"
_LARGEST, _LARGEST_FIXED = 1e300, 1e15
_SIMPLE = regex(r"(#,##)?0(?:\.(0{1,9}))?(%)?(?:_[ )])?")


class _Token(Struct, frozen=True, gc=False):
    kind: str
    text: str


class _Section(Struct, frozen=True):
    """One part of a format, for numbers that fulfil its condition."""

    tokens: tuple[_Token, ...]
    condition: tuple[str, float] | None
    is_date: bool
    long_date: bool


def formatter(code: str, *, from_1904: bool = False) -> Callable[[float], str]:
    """What shows numbers as a format does; ``from_1904`` where the workbook counts days so."""
    if code in ("", GENERAL, "@"):
        return general
    simple = _SIMPLE.fullmatch(code)
    if simple:
        return _fixed(len(simple[2] or ""), grouped=bool(simple[1]), percent=bool(simple[3]))
    sections = _sections(code)

    def show(value: float) -> str:
        if not -_LARGEST < value < _LARGEST:
            return general(value)
        section, shown = _chosen(sections, value)
        if section.long_date:
            return _date(_LONG_TOKENS, value, from_1904)
        if section.is_date:
            return _date(section.tokens, value, from_1904)
        return _number(section.tokens, shown)

    return show


def general(value: float) -> str:
    """A number without a format, in the eleven characters that Excel shows of it."""
    if not -_LARGEST < value < _LARGEST:
        return str(value)
    if value == int(value) and abs(value) < 1e15:
        return str(int(value))
    number = Decimal(f"{value:.15g}")
    places = max(_WIDTH - 1 - max(number.adjusted() + 1, 1), 0)
    if -5 < number.adjusted() < _WIDTH:
        return trimmed(_rounded(number, places))
    mantissa, _, power = f"{value:.5E}".partition("E")
    return f"{trimmed(mantissa)}E{int(power):+03d}"


def _fixed(places: int, *, grouped: bool, percent: bool) -> Callable[[float], str]:
    """The formats that nearly all cells have, quicker than by their tokens."""
    step = Decimal(1).scaleb(-places)
    pattern = f"{{:{',' if grouped else ''}f}}{'%' if percent else ''}"

    def show(value: float) -> str:
        if not -_LARGEST_FIXED < value < _LARGEST_FIXED:
            return general(value)
        number = Decimal(f"{value:.15g}")
        number = (number.scaleb(2) if percent else number).quantize(step, ROUND_HALF_UP)
        return pattern.format(number or abs(number))

    return show


@lru_cache(maxsize=512)
def _sections(code: str) -> tuple[_Section, ...]:
    parts: list[list[_Token]] = [[]]
    for match in _TOKEN.finditer(code):
        kind = match.lastgroup
        if kind == "end":
            parts.append([])
        elif kind is not None:
            parts[-1].append(_Token(kind, match[kind]))
    return tuple([_section(part) for part in parts])


def _section(tokens: Sequence[_Token]) -> _Section:
    condition, kept, long_date = None, [], False
    for token in tokens:
        if token.kind != "bracket":
            kept.append(token)
            continue
        long_date |= token.text.upper() == _LONG_DATE
        found = _CONDITION.fullmatch(token.text)
        currency = _CURRENCY.match(token.text)
        if found:
            condition = (found[1], float(found[2]))
        elif currency:
            kept.append(_Token("quoted", currency[1]))
        elif token.text and not token.text.lower().strip("hms"):
            kept.append(_Token("elapsed", token.text.lower()))
    is_date = any(token.kind in ("date", "elapsed") for token in kept)
    if any(token.kind == "general" for token in kept):
        is_date = False
    return _Section(tuple(kept), condition, is_date, long_date)


def _chosen(sections: Sequence[_Section], value: float) -> tuple[_Section, float]:
    """The section for a number, and the number that it shows: without its sign in one for it."""
    if any(section.condition for section in sections):
        for section in sections:
            if section.condition is None or _holds(section.condition, value):
                return section, value
        return sections[-1], value
    if value < 0 and len(sections) > 1:
        return sections[1], -value
    if value == 0 and len(sections) > 2:
        return sections[2], value
    return sections[0], value


def _holds(condition: tuple[str, float], value: float) -> bool:
    sign, bound = condition
    if value == bound:
        return "=" in sign
    return ("<" in sign and value < bound) or (">" in sign and value > bound)


def _number(tokens: Sequence[_Token], value: float) -> str:
    """A number by a section's places for digits; the first one takes all digits left over."""
    if any(token.kind == "general" for token in tokens):
        return "".join([general(value) if t.kind == "general" else _literal(t) for t in tokens])
    if any(token.text == "/" for token in tokens):
        return general(value)
    if any(token.kind == "exponent" for token in tokens):
        return _scientific(tokens, value)
    places = [n for n, token in enumerate(tokens) if token.kind == "digit"]
    if not places:
        return "".join([_literal(token) for token in tokens])
    point = next((n for n, t in enumerate(tokens) if t.kind == "other" and t.text == "."), None)
    before = [n for n in places if point is None or n < point]
    after = [n for n in places if point is not None and n > point]
    commas = [n for n, t in enumerate(tokens) if t.kind == "other" and t.text == ","]
    last = (before or places)[-1]
    grouped = any(before[0] < n < last for n in commas) if before else False
    thousands = sum(n > last and (point is None or n < point or n > places[-1]) for n in commas)
    percents = sum(token.text == "%" and token.kind == "other" for token in tokens)
    number = Decimal(f"{value:.15g}").scaleb(2 * percents - 3 * thousands)
    whole, _, part = _rounded(abs(number), len(after)).partition(".")
    negative = number < 0 and any(digit != "0" for digit in whole + part)
    fewest = sum(tokens[n].text == "0" for n in before)
    whole = whole.lstrip("0").rjust(fewest, "0")
    digits = _placed(whole, before, grouped=grouped)
    kept = len(part)
    while kept and part[kept - 1] == "0" and tokens[after[kept - 1]].text != "0":
        kept -= 1
    digits |= {n: part[i] if i < kept else "" for i, n in enumerate(after)}
    shown: list[str] = []
    for n, token in enumerate(tokens):
        if n in digits:
            shown.append(digits[n])
        elif n == point:
            shown.append(("" if before else whole) + ("." if kept or not after else ""))
        elif n not in commas:
            shown.append(_literal(token))
    return ("-" if negative else "") + "".join(shown).strip()


def _placed(whole: str, places: Sequence[int], *, grouped: bool) -> dict[int, str]:
    """Digits of the whole number by their places, from the right."""
    if not places:
        return {}
    if grouped:
        return {places[0]: f"{int(whole or 0):,}" if whole else ""} | dict.fromkeys(places[1:], "")
    rest = max(len(whole) - len(places) + 1, 0)
    padded = whole.rjust(len(places) - 1 + rest, "\0")
    digits = {places[0]: padded[:rest]}
    digits |= {n: padded[rest + i] for i, n in enumerate(places[1:])}
    return {n: digit.replace("\0", "") for n, digit in digits.items()}


def _scientific(tokens: Sequence[_Token], value: float) -> str:
    point = next((n for n, token in enumerate(tokens) if token.text == "."), len(tokens))
    after = sum(token.kind == "digit" for token in tokens[point:])
    number = Decimal(f"{value:.15g}") if value else 0.0
    mantissa, _, power = f"{number:.{after}E}".partition("E")
    return f"{mantissa}E{int(power):+03d}"


def _literal(token: _Token) -> str:
    return token.text if token.kind in ("quoted", "escaped", "other", "date") else ""


def _rounded(number: Decimal, places: int) -> str:
    with localcontext() as context:
        context.prec = 400
        return f"{number.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP):f}"


def trimmed(number: str) -> str:
    """A number without zeros that only carry precision."""
    return number.rstrip("0").rstrip(".") if "." in number else number


def _date(tokens: Sequence[_Token], value: float, from_1904: bool) -> str:
    """A day and time by a section's tokens; a number that is no day as it is."""
    if not 0 <= value < _LAST_DAY:
        return general(value)
    early = not from_1904 and value < _LEAP_DAY
    # to the hundredth of a second, so that no minute ends at 59.999
    seconds = round((value + early) * 8_640_000) / 100
    moment = (_EPOCH_1904 if from_1904 else _EPOCH) + timedelta(seconds=round(seconds))
    half = any(token.kind == "half" for token in tokens)
    shown, at_hour = [], False
    for n, token in enumerate(tokens):
        letters = token.text.lower()
        if token.kind == "elapsed":
            shown.append(_elapsed(letters, value))
            at_hour = letters[0] == "h"
        elif token.kind == "half":
            shown.append(("上午", "下午")[moment.hour >= 12] if "午" in letters
                         else ("AM", "PM")[moment.hour >= 12])  # fmt: skip
        elif token.kind != "date":
            shown.append(_literal(token) if token.kind != "digit" else "")
        elif letters[0] == "m" and (at_hour or _seconds_follow(tokens, n)):
            shown.append(f"{moment.minute:0{min(len(letters), 2)}d}")
        else:
            shown.append(_field(letters, moment, half))
            at_hour = letters[0] == "h"
    return "".join(shown).strip()


def _seconds_follow(tokens: Sequence[_Token], at: int) -> bool:
    following = next((t for t in tokens[at + 1 :] if t.kind in ("date", "elapsed")), None)
    return following is not None and following.text.lower().startswith("s")


def _field(letters: str, moment: datetime, half: bool) -> str:
    wide = min(len(letters), 2)
    match letters[0]:
        case "y":
            return f"{moment.year}" if len(letters) > 2 else f"{moment.year % 100:02d}"
        case "e":
            return f"{moment.year}"
        case "m":
            return _MONTHS[moment.month - 1] if len(letters) > 2 else f"{moment.month:0{wide}d}"
        case "d":
            return f"{moment.day:0{wide}d}" if len(letters) < 3 else f"{moment:%a}"
        case "a":
            return ("星期" if len(letters) > 3 else "") + _WEEKDAYS[moment.weekday()]
        case "h":
            return f"{(moment.hour + 11) % 12 + 1 if half else moment.hour:0{wide}d}"
        case _:
            return f"{moment.second:0{wide}d}"


def _elapsed(letters: str, value: float) -> str:
    units = {"h": 24, "m": 1_440, "s": 86_400}[letters[0]]
    return f"{int(value * units + 1e-6):0{len(letters)}d}"


_LONG_TOKENS = (_Token("date", "yyyy"), _Token("quoted", "年"), _Token("date", "m"),
                _Token("quoted", "月"), _Token("date", "d"), _Token("quoted", "日"))  # fmt: skip
