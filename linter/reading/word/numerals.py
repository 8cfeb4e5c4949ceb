"""How Word writes a number in each of its number formats (ST_NumberFormat)."""

from __future__ import annotations

from collections.abc import Callable

_DIGITS = "〇一二三四五六七八九"
_UNITS = ("", "十", "百", "千")
_LEGAL = {
    "chineseLegalSimplified": ("零壹贰叁肆伍陆柒捌玖", ("", "拾", "佰", "仟"), "万"),
    "ideographLegalTraditional": ("零壹貳參肆伍陸柒捌玖", ("", "拾", "佰", "仟"), "萬"),
    "japaneseLegal": ("零壱弐参四伍六七八九", ("", "拾", "百", "千"), "萬"),
}
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"),
    (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_FULL_WIDTH = {ord("0") + n: 0xFF10 + n for n in range(10)}
_STEMS, _BRANCHES = "甲乙丙丁戊己庚辛壬癸", "子丑寅卯辰巳午未申酉戌亥"
_LARGEST = 99_999
"""Beyond it every format writes plain digits; Word itself stops at 32,767."""


def written(value: int, form: str) -> str:
    """A number as the format named ``form`` writes it; a format unknown here writes digits."""
    if form == "none":
        return ""
    write = _FORMS.get(form)
    return write(value) if write and 0 < value <= _LARGEST else str(value)


def _counting(value: int, digits: str = "零一二三四五六七八九", units: tuple[str, ...] = _UNITS,
              myriad: str = "万") -> str:  # fmt: skip
    """一百零五 for 105: digits with their units."""
    high, low = divmod(value, 10_000)
    text = f"{_counting(high, digits, units, myriad)}{myriad}" if high else ""
    gap = bool(high) and low < 1000
    for power in range(3, -1, -1):
        digit = low // 10**power % 10
        if digit:
            text += (digits[0] if gap and text else "") + digits[digit] + units[power]
        gap = not digit if text else False
    return text


def _chinese(value: int) -> str:
    """十一 for 11, not 一十一."""
    text = _counting(value)
    return text[1:] if 10 <= value < 20 else text


def _legal(form: str) -> Callable[[int], str]:
    digits, units, myriad = _LEGAL[form]
    return lambda value: _counting(value, digits, units, myriad)


def _digital(value: int) -> str:
    return "".join(_DIGITS[int(digit)] for digit in str(value))


def _roman(value: int) -> str:
    text = ""
    for worth, letters in _ROMAN:
        count, value = divmod(value, worth)
        text += letters * count
    return text


def _letter(value: int) -> str:
    """Aa after z: the letter of the alphabet as often as it came round."""
    return chr(ord("a") + (value - 1) % 26) * min((value - 1) // 26 + 1, 30)


def _ordinal(value: int) -> str:
    ending = {1: "st", 2: "nd", 3: "rd"}.get(value % 10, "th")
    return f"{value}{'th' if value % 100 in (11, 12, 13) else ending}"


def _signs(*runs: tuple[int, int, int]) -> Callable[[int], str]:
    """Signs by runs of code points: first and last value, and the code of the first."""

    def write(value: int) -> str:
        for first, last, code in runs:
            if first <= value <= last:
                return chr(code + value - first)
        return str(value)

    return write


def _series(signs: str) -> Callable[[int], str]:
    return lambda value: signs[value - 1] if value <= len(signs) else str(value)


def _cycle(value: int) -> str:
    """甲子, 乙丑 … of the cycle of sixty."""
    return _STEMS[(value - 1) % 10] + _BRANCHES[(value - 1) % 12]


_CIRCLES = _signs((1, 20, 0x2460), (21, 35, 0x3251), (36, 50, 0x32B1))
_FORMS: dict[str, Callable[[int], str]] = {
    **dict.fromkeys(
        (
            *("chineseCounting", "chineseCountingThousand", "japaneseCounting"),
            *("taiwaneseCounting", "taiwaneseCountingThousand"),
        ),
        _chinese,
    ),
    **{form: _legal(form) for form in _LEGAL},
    **dict.fromkeys(
        ("ideographDigital", "taiwaneseDigital", "japaneseDigitalTenThousand"), _digital
    ),
    "decimalZero": lambda value: f"{value:02}",
    "upperRoman": lambda value: _roman(value).upper(),
    "lowerRoman": _roman,
    "upperLetter": lambda value: _letter(value).upper(),
    "lowerLetter": _letter,
    "ordinal": _ordinal,
    **dict.fromkeys(
        ("decimalFullWidth", "decimalFullWidth2"),
        lambda value: str(value).translate(_FULL_WIDTH),
    ),
    **dict.fromkeys(("decimalEnclosedCircle", "decimalEnclosedCircleChinese"), _CIRCLES),
    "decimalEnclosedFullstop": _signs((1, 20, 0x2488)),
    "decimalEnclosedParen": _signs((1, 20, 0x2474)),
    "ideographEnclosedCircle": _signs((1, 10, 0x3280)),
    "ideographTraditional": _series(_STEMS),
    "ideographZodiac": _series(_BRANCHES),
    "ideographZodiacTraditional": _cycle,
    "numberInDash": lambda value: f"- {value} -",
    "hex": lambda value: f"{value:X}",
}  # fmt: skip
