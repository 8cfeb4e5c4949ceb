"""Reads the figure that begins at a place: its number with hedges, factor and unit."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cached_property

from msgspec.structs import replace

from linter.facts import fraction, numeral
from linter.facts.cues import trie_pattern
from linter.facts.ill_formed import looks_like_amount
from linter.facts.printed import hedged, is_exact
from linter.facts.quantity import (
    MAX_DIGITS,
    ONE,
    PEOPLE,
    STEPS,
    WELL_FORMED,
    Hedge,
    Malformed,
    Quantity,
)
from linter.facts.ranges import range_of
from linter.interval import Interval, exactly, rounded
from linter.regexes.late import regex
from linter.regexes.programs import compiled
from linter.vocabulary import Unit, Vocabulary

_ARABIC = r"\d(?:[\d,.]*\d)?"
"""Dimensions of what is counted, as things are: 412人（次）, 86户（次）."""
_FORMAL, _MONEY = frozenset("壹贰叁肆伍陆柒捌玖"), ("元", "圆", "角")
"""Alone these numerals only count money: 入伍人数, 退伍人员."""
# A hedge word at whose end another word ends: 节约100万元 is no 约100万元, 最近3年 no 近3年.
_NOT_A_HEDGE = regex(r"(?:[节签合契违预制公条特]约|[最附邻靠临新]近|[反赶彩B]超|[对应]不足)$")
_SHARE_OF = regex(
    "(接近|将近|超过|不足|不到|低于|高于|不超过)(?:了|全[县市区镇]|[^,，;。:\\d比较]{0,8}总)[^,，;。:\\d比较]{0,6}的$"
)
_MIXED = regex(r"([\d.]+)(\D+)")
_PER_AFTER = regex(
    r"/(?!(?:预算|计划|到位|下达|批复|全年|年初|总|应|目标|指标|任务))(每?[\u4e00-\u9fff·](?:(?![的给标发补计收核测支结供采付和与及])[\u4e00-\u9fff·]){0,2})"
)
_PER_BEFORE = regex(
    r"每一?[个位名]?((?!每)[\u4e00-\u9fff](?:(?![每安补拨给发下核配投奖资支需平建])[\u4e00-\u9fff])?)"
    r"[^,，;。:\d]{0,6}$"
)
"""Before a price: what it is of, without what is done for that (每个村安排补助资金5万元)."""
_PER_ONE = regex(
    r"每一?([个位名])(?:平均)?(?:投[资入]|补[助贴]|奖[励补]|资助|安排|拨付|支付|给予|发放|造价|需|为)"
)
"""The figure is of one of what was counted before, which is not named again: 每个投资48万元."""
_TICKET = regex(
    "(?:[门套联年季月]|优惠|消费|代金|餐|购物|面[值额]的?)?[票券](?![款务据房价面根证额源])"
    r"[^,，;。、\d]{0,4}\d"
)
"""Behind a price: the things that are called by it, and how many they are: 50元票12400张."""
_LARGE = regex("[百千万亿]")
"""In an amount: it is no price of one ticket, but what all came to."""
_CHANGE_BEFORE = regex(r"[由从][^,，;。]{0,12}$")
_POINTS_FOLLOW = regex(r"(?:[、和,，]\d+(?:\.\d+)?个){0,12}[、和,，]\d+(?:\.\d+)?个百分点")
"""Behind a figure: it is one of several that share the unit: 3.4个、2.7个、4.1个百分点."""
_AND_MORE = regex(
    "(?:(?<=[倍年月个天吨斤亩里米升])半(?!数|[年月天价])|(?<=成)多|有余|出头|开外|挂零)"
)
_SECOND = regex("次之[,，;。、)]")
"""At a unit's end that is none: 联合收割机640台次之，……."""
_TENTHS = "一二三四五六七八九"
_TENTH_ENDS = r"[,，;。、)的为由]|左右|上下|以上|$"
"""Behind 八成七: else the numeral begins something of its own (九成二期工程)."""
_JOINTS, _ROW = tuple("、和至"), 16
_NUMBERS = regex(
    r"第(?:\d{1,2}|[一二三四五六七八九十]{1,3})(?:[、和至](?:\d{1,2}|[一二三四五六七八九十]{1,3}))*[、和至]$"
)
"""Before the last of several numbers in a row."""
_STREETS, _QUARTER = ("路", "街", "巷", "道", "弄"), regex("[经纬东西南北中环]$")
"""What streets are numbered as, and what stands before their numbers: 纬三路."""
_SPAN_OF_TIME = regex(r"[近连续过去]{1,2}$")
_ROUND = Decimal("0.1")
"""A percentage finer than this is calculated and rounded, whatever stands before it: 约占18.02%.

Not one that only bears as many digits as others do: 约90.00%, 约9.50%.
"""
_HELD_IN = regex(r"(?:[含括入算]在|不在)[^,，;。\d]{0,12}$")
"""Before a figure: what stands behind it is in it or not, no bound: 不含在全年支出9926万元之内."""
_REACH = 16
_UNIT_BEFORE = regex(r"\((万元|亿元|千元|元|%|人|户|个)\) ?[:为]? ?$|\((万元|亿元|千元|元|%)\)\|$")
"""In brackets at the end of a cell's name, the next cell's unit where it is of money."""
_YUAN = regex("[^|\\s] ?[￥¥] ?$")
"""Before an amount of running text, not of a cell, whose column may be of 万元."""
_UNIT_AFTER = regex(r"\((万元|亿元|千元|元)\)")
_MARK_BEFORE, _MARK_BEHIND = regex("(?:总|得|评)分(?:[为是]|: ?)?$"), regex("[,，;。)]|\n|$")
"""Before and behind a number of running text: it is of marks, 附表总分92.5。"""


_BETWEEN = ("之间", "不等", "区间", "范围")
"""Behind two figures: they are the ends of a range, whichever comes first."""
_MINUTES, _SIXTY = regex(r"([1-5]?\d)(?:分钟|分(?=[\s,，;。、)多少比至到]))"), Decimal(60)
_FEAST = regex("[旦宵]")
"""Behind 元, no unit that stands twice: 慰问金500元元旦前发放."""
_NO_TENTHS = "(?!成[立员功果效交本品熟型绩])"
"""成 that begins a word is no unit of the number before it: 2.1 成立自评组."""


class QuantityReader:
    """Reads the figure at a position; built once from a vocabulary."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        units, hedges = vocabulary.units, vocabulary.hedges
        self._units = units.by_word
        self._factors = units.factors
        self._before: dict[str, Hedge] = {
            word: kind
            for kind in ("below", "around", "above", "under")
            for word in getattr(hedges.before, kind)
        }
        self._before_ends = frozenset(word[-1] for word in self._before)
        self._before_lengths = tuple(sorted(set(map(len, self._before)), reverse=True))
        self._after: dict[str, Hedge] = {
            word: kind
            for kind in ("around", "above", "under")
            for word in getattr(hedges.after, kind)
        }
        self._more = "".join(hedges.inside.more)
        self._numeral_units = frozenset(units.numeral_counts)
        self._digit_units = frozenset(units.digit_counts)

    @cached_property
    def pattern(self) -> str:
        """The regular expression of one number with factor and unit, as a string."""
        begins_like_factor = [u for u in self._units if u[0] in self._factors and len(u) > 1]
        factor = rf"(?!{_alternatives(begins_like_factor)})(?:{_alternatives(self._factors)})"
        unit = trie_pattern(self._units)
        counted = trie_pattern(word for word in self._units if self._is_count(word))
        more = f"[{self._more}]"
        return (
            rf"(?P<minus>(?<=[为:是达幅率(长 |])-)?(?P<number>{_ARABIC}|[{numeral.CHARACTERS}]+)"
            rf" ?(?P<more>{more})?(?P<factor>{factor})?(?P<mixed>(?:\d+(?:\.\d+)?{factor})*)"
            rf" ?(?P<more2>{more}(?=[\u4e00-\u9fff%]))?"
            rf"(?:{_NO_TENTHS}(?P<unit>{unit})(?P<other>\((?:{counted})\))?(?P<unit2>元|%)?)?"
            rf"(?P<coins>(?<=[元圆])(?:[{numeral.CHARACTERS}]角)?(?:[{numeral.CHARACTERS}]分)?整?)?"
            rf"(?P<tenth>(?<=成)(?:[{_TENTHS}](?={_TENTH_ENDS})|半))?"
            rf"(?P<after>{_alternatives(self._after)})?"
        )

    @cached_property
    def _regex(self) -> re.Pattern[str]:
        return compiled(self.pattern)

    @cached_property
    def _join(self) -> re.Pattern[str]:
        """Between the ends of a range, with spaces on both sides or none: 420 -420 is no range."""
        dash = "(?:-{1,2}|—{1,2}|–|~|至|到)"
        return compiled(rf"(?<! ){dash}(?=\d)| ?{dash} (?=\d)")

    def read(self, text: str, at: int) -> Quantity | Malformed | None:
        """The figure that begins at ``at`` (its number, not its hedge), or nothing."""
        match = self._regex.match(text, at)
        if match is None:
            return None
        number_end = match.end("number")
        if found := fraction.find(text, at, number_end):
            return self._hedged(text, fraction.read(found))
        first = self._single(text, match)
        if not isinstance(first, Quantity):
            return first
        if _is_numbered(text, at):
            return None
        if first.dimension == "hour" and (minutes := _MINUTES.match(text, first.end)):
            return _in_minutes(first, minutes)
        join = self._join.match(text, match.end())
        if (
            join
            and not first.hedge
            and not (join[0].strip() in ("至", "到") and _changes(text, at))
        ):
            second_match = self._regex.match(text, join.end())
            second = second_match and self._single(text, second_match)
            if isinstance(second, Quantity):
                between = text.startswith(_BETWEEN, second.end)
                whole = range_of(first, second, between=between)
                if whole and not text.startswith("=", whole.end):
                    return whole
        return first

    def _single(self, text: str, match: re.Match[str]) -> Quantity | Malformed | None:
        start = match.start()
        groups = match.groups()
        minus, number, more, factor_word, mixed, more2, unit_word, _, unit2, *_ = groups
        chinese = not number[0].isdigit()
        if chinese:
            leads = number[0] in numeral.LEADING or (number in "百千" and more)
            alone = number in _FORMAL and not factor_word and unit_word not in _MONEY
            if not unit_word or unit_word in self._digit_units or not leads or alone:
                return None
            whole = numeral.parse(number)
            if whole is None or _is_name(text, start, unit_word):
                return None
            value, step = Decimal(whole), _numeral_step(number)
        else:
            if unit_word in self._numeral_units:
                unit_word = None
            if len(number) > MAX_DIGITS or not WELL_FORMED.fullmatch(number):
                amount = looks_like_amount(match)
                return Malformed(start, start + len(match[0].rstrip())) if amount else None
            value = Decimal(number.replace(",", ""))
            step = STEPS[len(number.partition(".")[2])]
        if unit2 and not (unit2 == "元" == unit_word and _FEAST.match(text, match.end())):
            return Malformed(start, match.end())
        factor = ONE
        if factor_word:
            factor = self._factors[factor_word]
            value, step = value * factor, step * factor
        if mixed or minus or match["coins"] or match["tenth"]:
            value, step = self._with_rest(match, value, step)
        unit_word, end = _without_rank(text, unit_word, self._end(match))
        if not unit_word and (bracket := _unit_beside(text, start, end)):
            unit_word = bracket.lstrip("万亿千")
            factor *= (scale := self._factors.get(bracket[:-1], ONE))
            value, step = value * scale, step * scale
        unit = self._unit(text, end, unit_word or "")
        inexact = more or more2 or "多" in (unit_word or "") or _is_half_more(text, match)
        return self._quantity(text, match, end, value, step, factor, unit, chinese, bool(inexact))

    def _end(self, match: re.Match[str]) -> int:
        """Where a figure ends, with the other name of what it counts: 2.4亿尾（只）."""
        if match["other"] and not self._is_count(match["unit"]):
            return match.end("unit")
        return match.start() + len(match[0].rstrip(" "))

    def _is_count(self, word: str | None) -> bool:
        """Whether a unit counts, so that another in brackets behind it is but another name."""
        unit = self._units.get(word or "")
        return unit is not None and (
            unit.dimension in PEOPLE or unit.dimension.startswith("count:")
        )

    def _unit(self, text: str, end: int, word: str) -> Unit | None:
        """The unit of a word, or that of the last of a list: 3.4个、2.7个百分点."""
        if word == "个" and _POINTS_FOLLOW.match(text, end):
            word = "个百分点"
        return self._units.get(word)

    def _with_rest(
        self, match: re.Match[str], value: Decimal, step: Decimal
    ) -> tuple[Decimal, Decimal]:
        """Value and step with all that is written: 3亿5000万, 八元五角, 八成七, a minus."""
        for more_number, more_factor in _MIXED.findall(match["mixed"]):
            part = self._factors[more_factor]
            value, step = value + Decimal(more_number) * part, part
        if match["coins"]:
            coins = _coins(match["coins"])
            whole = Decimal(1) if match["coins"].endswith("整") else step
            value, step = value + coins, Decimal("0.1") if coins else whole
        if match["tenth"]:
            half = match["tenth"] == "半"
            step = Decimal("0.5") if half else Decimal("0.1")
            value += step if half else step * (_TENTHS.index(match["tenth"]) + 1)
        return (-value if match["minus"] else value), step

    def _quantity(
        self,
        text: str,
        match: re.Match[str],
        end: int,
        value: Decimal,
        step: Decimal,
        factor: Decimal,
        unit: Unit | None,
        chinese: bool,
        inexact: bool,
    ) -> Quantity:
        start = match.start()
        per, end = self._per(text, start, end, unit)
        hedge, begin = self._hedge_before(text, start)
        if unit is not None and unit.dimension == "percent":
            hedge = hedge or self._hedge_of_share(text, start)
            if hedge == "around" and step < _ROUND and value % (10 * step):
                hedge = None
        if inexact:
            hedge = "around" if hedge == "around" else "more"
        elif end == match.end() and match["after"]:
            if _HELD_IN.search(text, start - _REACH, start):
                end = match.start("after")
            else:
                hedge = self._after[match["after"]]
        if hedge is not None:
            interval = hedged(value, step, hedge)
        elif is_exact(value, step, factor, unit, chinese, per):
            interval = exactly(value)
        else:
            interval = rounded(value, step)
        if unit is None:
            return Quantity(begin, end, interval, value, step, "number", None, factor, hedge, per)
        scale = unit.scale
        if scale != 1:
            interval = Interval(interval.low * scale, interval.high * scale)
            value, step, factor = value * scale, step * scale, factor * scale
        return Quantity(
            begin, end, interval, value, step, unit.dimension, unit.base, factor, hedge, per
        )

    def _per(self, text: str, start: int, end: int, unit: Unit | None) -> tuple[str | None, int]:
        """What a price is for (behind a slash, or behind 每 before the figure), and its end."""
        if unit is None or unit.dimension in ("percent", "number"):
            return None, end
        after = _PER_AFTER.match(text, end)
        if after:
            return after[1], after.end()
        if unit.dimension == "money" and _is_ticket(text, start, end):
            return "张", end
        if text.find("每", max(0, start - 14), start) < 0:
            return None, end
        before = _PER_BEFORE.search(text, start - 14, start)
        if before is None or before[1][0] in "年月季":
            return None, end
        if one := _PER_ONE.match(text, before.start()):
            return one[1], end
        word = before[1]
        # 每人每月, 每亩追加: a unit right behind 每 is all that is counted; 每个项目 names a thing
        plain = text[before.start(1) - 1] in "每一" and word not in self._units
        return (word[0] if plain and word[0] in self._units else word), end

    def _hedged(self, text: str, figure: Quantity | None) -> Quantity | None:
        """A fraction with the hedge before it: 低于万分之五."""
        hedge, begin = self._hedge_before(text, figure.start) if figure else (None, 0)
        if figure is None or hedge is None:
            return figure
        value = hedged(figure.printed, figure.step, hedge)
        return replace(figure, start=begin, value=value, hedge=hedge)

    def _hedge_of_share(self, text: str, start: int) -> Hedge | None:
        """The hedge that stands before what a share is of: 接近桥梁总数的一成."""
        found = _SHARE_OF.search(text, start - _REACH, start)
        return self._before.get(found[1]) if found else None

    def _hedge_before(self, text: str, start: int) -> tuple[Hedge | None, int]:
        at = start - 1 if start and text[start - 1] == " " else start
        if not at or text[at - 1] not in self._before_ends:
            return None, start
        before = text[max(0, at - 5) : at]
        for length in self._before_lengths:
            word = before[-length:]
            if word in self._before and not _NOT_A_HEDGE.search(before):
                return self._before[word], at - len(word)
        return None, start


def _in_minutes(hours: Quantity, minutes: re.Match[str]) -> Quantity:
    """Hours with the minutes behind them: 3小时10分钟."""
    value = hours.printed * _SIXTY + Decimal(minutes[1])
    interval = rounded(value, ONE) if hours.hedge is None else hedged(value, ONE, hours.hedge)
    return replace(
        hours,
        end=minutes.end(),
        value=interval,
        printed=value,
        step=ONE,
        dimension="minute",
        unit="分钟",
    )


def _is_numbered(text: str, start: int) -> bool:
    """Whether a number is the last of several that number things: 第一、二、四条."""
    return text[start - 1 : start] in _JOINTS and bool(_NUMBERS.search(text, start - _ROW, start))


def _is_name(text: str, start: int, unit: str) -> bool:
    """Whether a small number is part of a name: 纬三路, or of a span of time: 近三年."""
    if text.startswith("一", start) and text.startswith("无", max(0, start - 1)):
        return True
    if unit in _STREETS:
        return _QUARTER.search(text, start - 1, start) is not None
    return unit == "年" and _SPAN_OF_TIME.search(text, start - 8, start) is not None


def _without_rank(text: str, word: str | None, end: int) -> tuple[str | None, int]:
    """A unit and its end, without the 次 of 次之 behind it."""
    if word and len(word) > 1 and _SECOND.match(text, end - 1):
        return word.removesuffix("次"), end - 1
    return word, end


def _is_half_more(text: str, match: re.Match[str]) -> bool:
    """Whether words behind say that it is somewhat more: 一倍半, 两年半, 五件有余."""
    return match["unit"] is not None and _AND_MORE.match(text, match.end("unit")) is not None


def _alternatives(words: object) -> str:
    return "|".join(re.escape(w) for w in sorted(words, key=len, reverse=True))  # type: ignore[call-overload]


def _changes(text: str, at: int) -> bool:
    return _CHANGE_BEFORE.search(text, at - 16, at) is not None


def _numeral_step(number: str) -> Decimal:
    """What the last counted place of a Chinese numeral is worth (三百二十万: 万)."""
    return (
        Decimal(10**8) if number.endswith("亿") else Decimal(10**4 if number.endswith("万") else 1)
    )


def _unit_beside(text: str, start: int, end: int) -> str | None:
    """The unit beside a bare number: in brackets, 全年预算数（万元）：120.5; ￥, 总分 before it."""
    found = _UNIT_AFTER.match(text, end)
    if not found and ")" in text[max(0, start - 4) : start]:
        found = _UNIT_BEFORE.search(text, start - 8, start)
    if found:
        return next(filter(None, found.groups()), None)
    if _MARK_BEFORE.search(text, start - 5, start) and _MARK_BEHIND.match(text, end):
        return "分"
    return "元" if _YUAN.search(text, start - 3, start) else None


def _coins(words: str) -> Decimal:
    """陆角伍分 in yuan."""
    total = Decimal(0)
    for word, worth in re.findall(r"(.)(角|分)", words):
        total += Decimal(numeral.parse(word) or 0) * (
            Decimal("0.1") if worth == "角" else Decimal("0.01")
        )
    return total


def _is_ticket(text: str, start: int, end: int) -> bool:
    """Whether an amount is what things behind it are called by: 50元票."""
    return _TICKET.match(text, end) is not None and _LARGE.search(text, start, end) is None
