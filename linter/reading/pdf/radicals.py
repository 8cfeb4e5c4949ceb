"""Characters that fonts of PDF files give in place of the ones that were written.

Many a font maps a glyph back to a radical (⼀ U+2F00, ⻚ U+2EDA), or to a twin kept for old
encodings, instead of the character proper; no pattern would know 第⼀⻚.
"""

from __future__ import annotations

import unicodedata

_RADICALS = dict(
    zip(
        "⺁⺇⺌⺎⺗⺝⺟⺠⺫⺬⺮⺶⺸⺼⻁⻄⻅⻆⻉⻋⻑⻒⻓⻔⻖⻗⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻧⻨⻩⻪⻬⻮⻰⻳",
        "厂几小兀心月母民目示竹羊羊肉虎西见角贝车镸长长门阜雨青韦页风飞食马骨鬼鱼鸟卤麦黄黾齐齿龙龟",
        strict=True,
    )
)


def proper(character: str) -> str:
    """The character that was meant."""
    if character < "\u2e80":
        return character
    if character < "\u2f00":
        return _RADICALS.get(character, character)
    if character < "\u2fe0" or "\uf900" <= character < "\ufb07":
        return unicodedata.normalize("NFKC", character)
    return character
