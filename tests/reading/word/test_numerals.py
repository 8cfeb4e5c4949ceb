from __future__ import annotations

import pytest

from linter.reading.word.numerals import written


@pytest.mark.parametrize(
    ("form", "value", "expected"),
    [
        ("decimal", 12, "12"),
        ("decimalZero", 7, "07"),
        ("decimalZero", 12, "12"),
        ("upperRoman", 1994, "MCMXCIV"),
        ("lowerRoman", 4, "iv"),
        ("upperLetter", 26, "Z"),
        ("lowerLetter", 27, "aa"),
        ("ordinal", 3, "3rd"),
        ("ordinal", 112, "112th"),
        ("chineseCounting", 10, "十"),
        ("chineseCounting", 11, "十一"),
        ("chineseCountingThousand", 20, "二十"),
        ("chineseCountingThousand", 105, "一百零五"),
        ("chineseCountingThousand", 110, "一百一十"),
        ("japaneseCounting", 99, "九十九"),
        ("taiwaneseCountingThousand", 1001, "一千零一"),
        ("taiwaneseCounting", 12345, "一万二千三百四十五"),
        ("ideographDigital", 10, "一〇"),
        ("chineseLegalSimplified", 13, "壹拾叁"),
        ("ideographLegalTraditional", 2, "貳"),
        ("decimalEnclosedCircle", 20, "⑳"),
        ("decimalEnclosedCircleChinese", 21, "㉑"),
        ("decimalEnclosedCircle", 50, "㊿"),
        ("decimalEnclosedCircle", 51, "51"),
        ("decimalEnclosedParen", 3, "⑶"),
        ("decimalEnclosedFullstop", 3, "⒊"),
        ("decimalFullWidth", 10, "１０"),
        ("ideographTraditional", 3, "丙"),
        ("ideographTraditional", 11, "11"),
        ("ideographZodiac", 12, "亥"),
        ("ideographZodiacTraditional", 13, "丙子"),
        ("ideographEnclosedCircle", 2, "㊁"),
        ("numberInDash", 2, "- 2 -"),
        ("hex", 26, "1A"),
        ("none", 5, ""),
        ("unheard-of", 5, "5"),
        ("chineseCounting", 0, "0"),
        ("lowerRoman", 10**9, "1000000000"),
    ],
)  # fmt: skip
def test_formats(form: str, value: int, expected: str) -> None:
    assert written(value, form) == expected
