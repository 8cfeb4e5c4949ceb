"""What the text tells to be the highest or the lowest of a table's column.

受益人口最多的是青埠镇，为1.28万人; 终端数量以岚口区为最多，达210台; 决策指标得分率最高: the words
before 最 are the column's, the name is a row's, and the figure behind it that row's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import partial

from msgspec import Struct

from linter.binding.case import Case
from linter.binding.named.degrees import TIMES, excelling
from linter.binding.named.rows import NamedRow, named_columns
from linter.binding.named.superlatives import KIND
from linter.facts import numeral
from linter.facts.facts import Facts
from linter.facts.quantity import Quantity
from linter.model import Span
from linter.regexes.late import regex

_MOST = "最[高多大长]|居首位?|居第一位?|名列第一|位居第一|排在?(?:首位|第一位?)|位列第一|名列榜首"
_LEAST = "最[低少小短]|垫底|居末位?|排在?末位"
_BEGIN = (
    r"(?:(?<=[,，;。:(\n])|^)(?:其中|而|但)?"
    r"(?:(?P<among>[\d一二两三四五六七八九十]{1,3})[个项类家座][\u4e00-\u9fff()、]{0,8}[中里内][,，]?)?"
)
_NOUN = r"(?P<noun>[\u4e00-\u9fff]{0,10}?)"
_NAME = r"(?P<name>[\u4e00-\u9fffA-Za-z0-9]{1,14}?)"
_KINDS = (
    "(?:乡镇|县区|指标|项目|单位|部门|地区|[县镇乡村区]|街道|社区|季度|年[度份]|月份|科目|类别|费用"
    "|片区|标段|科室|学校|设备)"
)
_WAY = f"(?P<way>{_MOST}|{_LEAST})"
_END = r"(?=[,，;。)\n]|$)"
_NAMED_BEHIND = regex(
    rf"{_BEGIN}{_NOUN}{_WAY}[的者]?{_KINDS}?(?:同样|也|则|却|仍然?|还|依然|正)?[为是]{_NAME}{_END}"
)
_NAMED_WITHIN = regex(rf"{_BEGIN}{_NOUN}以{_NAME}[为的]?{_WAY}{_END}")
_NAMED_BEFORE = regex(rf"{_BEGIN}(?P<phrase>[\u4e00-\u9fffA-Za-z0-9]{{2,20}}?){_WAY}{_END}")
_FIGURE = regex(r"[,，](?:仅|只|高)?(?:为|达到?了?|有|是|共|得|占)?(?=\d)")
_CUE = regex(rf"{_MOST}|{_LEAST}")
_REACH = 24
_OF_SOME = regex(r"[中里内][,，][^,，。;]*$|除|其[余他]|不[计含算]|剔除|[上去往前]年")
_OF_ALL = regex(
    r"(?:表\d*|表[一二三四五六七八九十]|其|[这上]述?|各[\u4e00-\u9fff]{1,6})[中里内][,，]"
)
_RELATIVE = regex(
    "率|比|幅|均|每|单|户|亩|度|增|减|降|升|差|欠|超|缺|上年|去年|计划|目标|预算|应|累计|新"
)
"""Words that make another figure of what a column tells."""
_SUFFIX = regex(
    r"的?(?:数量|总数|总量|总额|金额|资金|数额|人数|规模|情况|个数|数|额)?(?:上|方面)?$"
)
_GENERAL = regex(
    "(?:实际|全年|年度|累计|本年|当年|财政|资金|项目|群众|公众|居民|服务对象|总|的|量|完成|合计|受益|安排|发放|情况|投入)*"
)
"""What a column's name may have more or less, and yet be of the same."""
_PIECE = regex("[^,，;。:]+")
_SAME = {"失分": "扣分", "花费": "支出", "支付": "支出"}
_SHORTEST = 2


class Extreme(Struct, frozen=True):
    """What is told of a column's row: that it excels, and perhaps its figure."""

    name: Span
    way: str
    own: Quantity
    """The row's figure."""
    beyond: Quantity | None
    """The figure of another row that excels it."""
    told: Quantity | None
    """The figure behind the name, where it is not the row's."""


def told_extremes(case: Case) -> list[Extreme]:
    """Every such row that does not excel, or whose figure is told otherwise.

    To be asked for with ``case.once``.
    """
    facts = case.facts
    if not facts.tables or not _CUE.search(facts.text):
        return []
    rows = case.once(named_columns)
    patterns = (_NAMED_BEHIND, _NAMED_WITHIN, _NAMED_BEFORE)
    told = (said for pattern in patterns for said in pattern.finditer(facts.text))
    return [found for said in told for found in _wrong(facts, rows, said)]


def _wrong(facts: Facts, rows: Sequence[NamedRow], said: re.Match[str]) -> Iterator[Extreme]:
    if facts.in_table(said.start()) or _is_of_some(facts, said.start()):
        return
    named = _named(said, rows)
    if named is None:
        return
    name, noun = named
    word, told = facts.text[name.start : name.end], _figure(facts, said.end())
    number = numeral.read(said["among"] or "")
    own = [
        (row, f)
        for row in rows
        if (f := row.named(word)) and _may_be(f, told) and _is_ranked(f, said["way"])
        if number in (None, len(row.names))
    ]
    noun = noun or _noun_before(facts, said.start(), [row for row, _ in own])
    levels = [_likeness(noun, said["way"][-1], row.noun) for row, _ in own]
    if told and not any(levels):  # 任务最少的是东街，只有3个小区
        behind = facts.text[told.end : told.end + _SHORTEST]
        levels = [_likeness(behind, "", row.noun) for row, _ in own]
    best = [both for both, level in zip(own, levels, strict=True) if level == max(levels) > 0]
    others = partial(_others, facts, said)
    found = [_extreme(row, figure, said["way"], name, told, others(row)) for row, figure in best]
    if found and all(one.beyond or one.told for one in found):
        yield found[0]


def _named(said: re.Match[str], rows: Sequence[NamedRow]) -> tuple[Span, str] | None:
    """Where a statement names a thing, and what of it is told."""
    if "name" in said.re.groupindex:
        return Span(*said.span("name")), said["noun"]
    phrase, at = said["phrase"], said.start("phrase")
    names = [name for row in rows for name in row.names if phrase.startswith(name)]
    name = max(names, key=len, default="")
    noun = KIND.sub("", phrase[len(name) :])
    return (Span(at, at + len(name)), noun) if len(name) >= _SHORTEST else None


def _may_be(own: Quantity, told: Quantity | None) -> bool:
    return told is None or told.dimension == own.dimension


def _is_ranked(own: Quantity, way: str) -> bool:
    """Whether a figure says who is the first: of times the shortest may be."""
    return way.startswith("最") or own.dimension not in TIMES


def _noun_before(facts: Facts, at: int, rows: Sequence[NamedRow]) -> str:
    """The last word for one of some columns before a place in its sentence."""
    low, _ = facts.windows.bounds("sentence", at)
    before = facts.text[low:at]
    places = {core: before.rfind(core) for row in rows if len(core := _core(row.noun)) >= _SHORTEST}
    core = max(places, key=lambda word: (places[word], len(word)), default="")
    if not core or places[core] < 0:
        return ""
    piece = _PIECE.findall(before[: places[core] + len(core)])[-1]
    return core if _RELATIVE.findall(piece) == _RELATIVE.findall(core) else ""


def _likeness(noun: str, letter: str, header: str) -> int:
    """How sure a noun names a column: wholly, in part, with the 长 of 最长, by letters alone."""
    if {*_RELATIVE.findall(noun)} != {*_RELATIVE.findall(header)}:
        return 0
    one, other = _core(noun), _core(header)
    if min(len(one), len(other)) < _SHORTEST:
        return 0
    if one == other:
        return 4
    longer, shorter = sorted((one, other), key=len, reverse=True)
    if shorter in longer and _GENERAL.fullmatch(longer.replace(shorter, "", 1)):
        return 3
    if letter and letter in other and {*other} <= {*one, letter}:
        return 2
    return int(one[0] == other[0] and {*one} <= {*other})


def _core(words: str) -> str:
    shorter = _SUFFIX.sub("", words)
    words = shorter if len(shorter) >= _SHORTEST else words
    return _SAME.get(words, words)


def _extreme(
    row: NamedRow, own: Quantity, way: str, name: Span, told: Quantity | None, rest: set[str]
) -> Extreme:
    """What is told of one of a row, among some others."""
    most = re.fullmatch(_MOST, way) is not None
    beyond = excelling(row.figures, own, most=most)
    if beyond is not None and row.name(beyond) not in rest:
        beyond = None
    other = told if told is not None and not told.may_be(own) else None
    return Extreme(name, way, own, beyond, other)


def _others(facts: Facts, said: re.Match[str], row: NamedRow) -> set[str]:
    """Those that a thing excels: all, or at least two that its sentence names before.

    For 其中 its paragraph counts, and one.
    """
    among = said[0].startswith("其中")
    low, _ = facts.windows.bounds("block" if among else "sentence", said.start())
    named = {name for name in row.names if name in facts.text[low : said.start()]}
    return named if len(named) > 1 - among else {*row.names}


def _figure(facts: Facts, at: int) -> Quantity | None:
    found = _FIGURE.match(facts.text, at)
    figure = facts.by_start.get(found.end()) if found else None
    return figure if isinstance(figure, Quantity) and not (figure.hedge or figure.per) else None


def _is_of_some(facts: Facts, at: int) -> bool:
    """Whether a statement is of some of the rows only, or of another time."""
    before = facts.text[slice(*facts.windows.before("clause", at, _REACH))]
    return _OF_SOME.search(_OF_ALL.sub("", before)) is not None
