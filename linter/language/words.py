"""Plain words of rules as regular expressions, for what must stand right before or behind a figure.

Unlike cues they are looked for where they are asked for alone: a new word changes nothing of what
other rules hear.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from linter.reading.fold import fold
from linter.regexes.programs import compiled

_GAP = 12
"""How many characters may stand between a word and the figure that it names."""
_COPULA = (
    "(?:额|总额|金额|数额|为|是|达到?|共计?|合计|累计|总计|了|已|有|突破|仅|只有?|增?[到至]|:)"
)
"""What may stand between a name and its figure."""


@cache
def any_word(words: tuple[str, ...]) -> re.Pattern[str]:
    """What finds any of some words; it finds nothing where there are none."""
    return compiled("|".join(re.escape(fold(word)) for word in words) or "(?!)")


def goes_on(text: str, at: int) -> bool:
    """Whether a Latin letter goes on with a word: vr in nvr, ct in direct."""
    return at > 0 and all(c.isascii() and c.isalpha() for c in text[at - 1 : at + 1])


@cache
def any_title(words: tuple[str, ...]) -> re.Pattern[str]:
    """What finds a title that ends in some word right before its text: 甲镇。, 东校区⏎."""
    return compiled(rf"(?:{any_word(words).pattern})[。:\s]+$")


@cache
def ending(words: tuple[str, ...]) -> re.Pattern[str]:
    """What finds a word that, but for 为, 达到 and the like, ends right before a figure."""
    return compiled(f"(?:{any_word(words).pattern}){_COPULA}{{0,3}}$")


def _groups(*steps: tuple[str, ...]) -> str:
    """Any word of some steps, in a group that is named by its step."""
    said = [tuple(map(fold, step)) for step in steps]
    named = ((n, [_no_longer(word, said[n + 1 :]) for word in step]) for n, step in enumerate(said))
    return "|".join(f"(?P<s{n}>{'|'.join(words) or '(?!)'})" for n, words in named)


def _no_longer(word: str, later: Sequence[tuple[str, ...]]) -> str:
    """A word, not where it begins a longer one of a later step: 结转, but not 结转下年."""
    ends = [w.removeprefix(word) for words in later for w in words if w.startswith(word)]
    longer = "|".join(re.escape(end) for end in ends if end)
    return re.escape(word) + (f"(?!{longer})" if longer else "")


@cache
def before_figure(*steps: tuple[str, ...]) -> re.Pattern[str]:
    """What finds the last word of some steps before a figure."""
    every = "|".join(any_word(words).pattern for words in steps)
    gap = rf"(?:(?!{every})[^,，;、(\n]){{0,{_GAP}}}"
    bracket = rf"(?:\([^()\n]{{0,{_GAP}}}\))?"
    return compiled(f"(?:{_groups(*steps)}){bracket}{gap}(?:,(?:共计?|合计|总计|累计)[为有]?)?$")


@cache
def behind_figure(*steps: tuple[str, ...]) -> re.Pattern[str]:
    """What finds a word of some steps right behind a figure: 20万元已全部到位."""
    return compiled(f"(?:已|均|全部|全额|足额|及时|按时|于年内)+(?:{_groups(*steps)})(?!率)")
