"""What the title of a table's row says that it is."""

from __future__ import annotations

import re
from collections.abc import Sequence

from linter.facts.table import Row
from linter.regexes.late import regex

_SOURCE = regex(
    r"其中|财政拨款|财政资金|上年结转|其他资金|单位资金|专户|自筹|自有|中央|省级|市级|县级|地方"
)
_SOURCE_OF_FORM = regex(
    r"(?:[(—-]?其中[:：]?)?(?:[(（]?[1-4一二三][)）.、]?)?"
    r"(?:(?:当年|本年|年度)?(?:财政拨款|财政资金)|上年结转|(?:单位)?自有|单位|其他|专户|自筹)(?:资金)?"
)
_OTHERS = regex("(?:其他|自有|自筹|单位)资金")
_SUBTOTAL = regex(r"小计")
_YEAR = regex("全年(?:合计)?|年度|本年")
_PERIOD = regex(
    "第?[一二三四1-4]季度?|(?:[1-9]|1[0-2]|[一二三四五六七八九十]{1,2})月份?|[上下]半年"
)
_TAKEN_OFF = regex(r"减|扣|优惠|折[扣让]|让利|下浮|冲销")


def title(row: Row) -> str:
    """The first words of a row, without spaces."""
    return re.sub(
        r"[\s*]", "", next((t for t in row.texts if t and not t.replace(".", "").isdigit()), "")
    )


def is_source(row: Row) -> bool:
    """Whether a row is a source of money, which is a part of the row above."""
    return _SOURCE.search(title(row)) is not None


def are_sources_of_form(rows: Sequence[Row]) -> bool:
    """Whether rows are the sources that the form of 财预〔2020〕10号 prints, with the own ones."""
    titles = [title(row) for row in rows]
    named = all(map(_SOURCE_OF_FORM.fullmatch, titles))
    return named and any(map(_OTHERS.search, titles))


def is_of_year(row: Row) -> bool:
    """Whether a row is called the year's."""
    return _YEAR.fullmatch(title(row)) is not None


def is_of_period(row: Row) -> bool:
    """Whether a row is a quarter's, a month's or half a year's."""
    return _PERIOD.fullmatch(title(row)) is not None


def is_taken_off(row: Row) -> bool:
    """Whether a row is taken off the others: 优惠让利, 减：退货."""
    return _TAKEN_OFF.search(title(row)) is not None


def is_subtotal(row: Row) -> bool:
    """Whether a total row is one of a part of the rows."""
    return any(_SUBTOTAL.search(text) for text in row.texts[:3])


def is_detail(row: Row) -> bool:
    """Whether a row is the first of those that the row above it is made of."""
    return title(row).startswith(("其中", "(其中", "-其中", "—其中"))
