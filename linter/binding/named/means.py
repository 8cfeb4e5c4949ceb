"""A mean right behind a listing: the simple one, or of as many as are listed.

五次合格率依次为96%、98%、97%，简单平均为98%; 三个点噪声为52、55、58分贝，算术均值57分贝;
四村得分为88.5、91、86.5、90，四村均分89.5分: the unit stands with the mean alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from linter.binding.listed_means import ListedMean
from linter.binding.named.listings import Listing, listings
from linter.facts import numeral
from linter.facts.facts import Facts
from linter.facts.listed import as_one_of
from linter.facts.quantity import Quantity
from linter.regexes.late import regex

_MEAN = regex(
    r"(?P<simple>(?:简单|算术)(?:平均|均值)|简均)|(?<!加权)平均|均值|均分|(?P<time>[年月季])均"
)
_TO_FIGURE = regex(r"[^,，;。()\d]{0,4}")
_BEFORE = regex(
    r"(?:\([^()]{1,12}\))?[,，;(][^,，;。()\d]{0,4}?"
    r"(?:(?<![前近后上])(?P<number>[两二三四五六七八九十]|\d{1,2})[^,，;。()\d]{1,6}?)?(?:的|得分|计算)*"
)
_OF_MANY = regex("[\u4e00-\u9fff]均|[单亩]产|[单均]价|每|率|比")
"""Before a listing: its figures are means themselves, and theirs may be weighted."""
_NO_MEAN = regex("加权|权重|去掉|剔除|扣除|最[高低]|每")
_FEWEST, _MOST = 3, 12


def simple_means(facts: Facts) -> Iterator[ListedMean]:
    """Every such mean of running text."""
    for said in _MEAN.finditer(facts.text):
        between = _TO_FIGURE.match(facts.text, said.end())
        mean = facts.by_start.get(between.end()) if between else None
        if isinstance(mean, Quantity) and not (mean.hedge or facts.in_grid(mean.start)):
            low, _ = facts.windows.bounds("sentence", said.start())
            rows = [row for row in listings(facts, low, said.start()) if _is_near(row, said)]
            if rows and not _NO_MEAN.search(facts.text, low, mean.start):
                yield from _mean(facts, rows[-1], said, mean)


def _is_near(row: Listing, said: re.Match[str]) -> bool:
    return _FEWEST <= len(row.figures) <= _MOST and row.end <= said.start()


def _mean(facts: Facts, row: Listing, said: re.Match[str], mean: Quantity) -> Iterator[ListedMean]:
    """A mean of a listing right before it, of its kind; of rates only the simple one."""
    before = _BEFORE.fullmatch(facts.text, row.end, said.start())
    if before is None or not row.is_whole(facts.text):
        return
    number = numeral.read((before["number"] or "").replace("两", "二"))
    if number not in (None, len(row.figures)):
        return
    weighed = mean.dimension == "percent" or _OF_MANY.search(row.lead) is not None
    unit = row.numbers().get(len(row.figures), "").removeprefix("个")
    timely = said["time"] is not None and unit.startswith(said["time"])
    counted = (number is not None or timely) and not weighed
    figures = tuple(
        as_one_of(figure, mean) if figure.dimension == "number" else figure
        for figure in row.figures
    )
    alike = (figures[0].dimension, figures[0].per) == (mean.dimension, mean.per)
    if alike and (said["simple"] or counted):
        yield ListedMean(mean, figures, sure=False, counted=True, printed=True)
