"""Totals that name their parts, each told before by that name: 满意和基本满意合计799份.

Or that tell how many of one name they are of: 两项结余相加84.10万元.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from linter.binding.names import is_plain
from linter.binding.summing import ADDED_UP
from linter.facts.facts import Facts
from linter.facts.numeral import parse
from linter.facts.quantity import NOT_MEASURED, Quantity
from linter.regexes.late import regex

_NAME = "[\u4e00-\u9fff“”「」A-Za-z]{1,10}"
_JOINED = (
    rf"(?P<names>{_NAME}(?:[、和与及加]{_NAME}?)+?)(?:这?[两二三四五][项者类档级部])?"
    r"(?:人数|户数|份数|支出|资金|问卷)?的?"
    rf"(?P<sums>{ADDED_UP}|问卷)[\u4e00-\u9fff]{{0,6}}$"
)
_NAMES = regex(_JOINED)
_ONLY_NAMES = regex(rf"(?<![\u4e00-\u9fffA-Za-z\d“”]){_JOINED}")
"""Before a total, with nothing before the names that limits them: 其中女性满意和基本满意合计."""
_COUNTED = regex(
    r"[,，;。:](?P<number>[两二三四五六七八九十])个?[项者类笔批块处家片](?:标段|项目|子项目)?"
    r"(?P<noun>[\u4e00-\u9fff]{2,6}?)(?:金额|资金|额)?"
    rf"(?:{ADDED_UP}|共)[为是达计有]*(?=\d)"
)
"""Before a total of so many figures of one name: 两项结余相加为."""
_PLAIN = regex("[共有为是达计]*$")
_CLOSED = regex("[,，;。)]|$")
_JOINS, _QUOTES = regex("[、和与及加]"), "“”「」"
_LED = regex("^.*[:，,。;、(]|^(?:其中|分别|依次|包括|选择|回答|认为|评价|有|为)+")
_ENDS = "各分别有为是共达计的:“”「」"
_REACH, _FAR, _FEWEST = 400, 40, 2


def named_totals(facts: Facts) -> Iterator[tuple[Quantity, tuple[Quantity, ...]]]:
    """Each such total with its parts, where just one figure before it bears each name."""
    for total in facts.led_by(_JOINS, _FAR):
        if total.dimension in NOT_MEASURED or not is_plain(facts, total):
            continue
        found = _ONLY_NAMES.search(facts.text, *facts.own_lead(total))
        if found and _PLAIN.match(facts.text, found.end("sums"), total.start):
            parts = _parts(facts, total, split_names(found["names"]))
            if parts and _CLOSED.match(facts.text, total.end):
                yield total, parts
    for found in _COUNTED.finditer(facts.text):
        for total in facts.within(found.end(), found.end() + 1):
            parts = _counted_parts(facts, total, found)
            if total.dimension not in NOT_MEASURED and is_plain(facts, total) and parts:
                yield total, parts


def _counted_parts(facts: Facts, total: Quantity, found: re.Match[str]) -> tuple[Quantity, ...]:
    """As many figures of one name as words before a total tell, where just so many bear it."""
    low, _ = facts.windows.before("block", total.start, _REACH)
    parts = [
        figure
        for figure in facts.within(low, found.start())
        if figure.dimension == total.dimension
        and figure.unit == total.unit
        and _PLAIN.sub("", facts.own_words(figure, _FAR)).endswith(found["noun"])
    ]
    plain = all(is_plain(facts, part) for part in parts)
    return tuple(parts) if plain and len(parts) == parse(found["number"]) else ()


def are_named_otherwise(facts: Facts, total: Quantity, parts: Sequence[Quantity]) -> bool:
    """Whether a total names its parts, and these are not just they."""
    found = _NAMES.search(facts.text, *facts.own_lead(total))
    if found is None:
        return False
    plain = _PLAIN.match(facts.text, found.end("sums"), total.start)
    return not plain or [name_of(facts, part) for part in parts] != split_names(found["names"])


def split_names(names: str) -> list[str]:
    """The names that are joined, without quotation marks."""
    return [name.strip(_QUOTES) for name in _JOINS.split(names)]


def _parts(facts: Facts, total: Quantity, names: list[str]) -> tuple[Quantity, ...]:
    """The figure of each name; nothing where one has none or several."""
    named = [
        (figure, name_of(facts, figure))
        for figure in facts.within(*facts.windows.before("block", total.start, _REACH))
        if figure.dimension == total.dimension and figure.unit == total.unit
    ]
    if len(names) < _FEWEST:
        return ()
    found = [[f for f, name in named if name == other] for other in names]
    return tuple(figure for (figure,) in found) if all(len(f) == 1 for f in found) else ()


def name_of(facts: Facts, figure: Quantity) -> str:
    """What the words right before a figure call it, and nothing else."""
    words = _LED.sub("", facts.own_words(figure, _FAR).strip())
    return _LED.sub("", words).rstrip(_ENDS).strip(_QUOTES)
