"""A goal, its result and the verdict on both: 目标≥95%，实际96.3%，未完成年度目标.

The verdict is a clause of its own, all of whose words are known; before it stand one goal and one
result of the same unit, whichever is first. A goal that tells no direction gets it from its words:
a plan of work is to be reached, a rate of harm to be kept; of money it is not known.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from msgspec import Struct

from linter.binding.slots import as_goal
from linter.facts.facts import Facts
from linter.facts.quantity import Quantity
from linter.regexes.late import regex

Relation = Literal["least", "most", "less", "more"]

_VERB = regex(
    "(?P<more>超额完成|超额|超出|超过|突破|高于|超标)|(?P<less>低于|少于|不足)"
    "|(?P<met>(?:控制)?在(?=[\u4e00-\u9fff]{0,8}内)|完成|达标|达到|达成|实现|符合|满足|优于|好于|落实|到位|安装到位)"
)
_KINDS = (
    "年度|全年|当年|年初|本年|既定|预期|绩效|考核|上级|设定|规划|合同|规定|约定|控制|计划|下达|省定|市定"
    "|预定|预设|申报|批复|设计|产出|数量|质量|时效|成本|效益|满意度|投资|造价|工作|建设|改善|提升|治理|管理"
    "|环境|空气|水|整治|防控|发展|服务|保障|的"
)
_WANTED = "目标|任务|指标|计划|要求|标准|限额|定额|控制线|红线|警戒线|上限|下限|预期|约定|时限|范围"
_KNOWN = regex(
    rf"该|此|本|这|[一两二三]?项|{_KINDS}|{_WANTED}|值|已经?|[均也都]|全面|圆满|顺利|[如按]期|按时|全部|得到|[经被]"
    r"|判[定为]|视[为作]|认定|评[定价]|属于?|系|为|故|因此|从而|表明|较好|[仍还]"
    "|综合|整体|结[果论]|[:,， 地]"
)
_NO = regex("(?P<no>尚?未能?|没有?|没能|仍未|并未|不)(?:[如按]期|按时|全面|完全|能)?$")
_HEDGED = regex(
    "基本|部分|大[部体]|多数|有望|可|将|拟|力争|若|如(?!期)|差|[能是]否|其[他余]|应|要(?!求)|需|争取|确保|率"
)
"""In a verdict: it is none, or of some."""
_OBJECT = regex(
    rf"了?(?:(?:{_KINDS}|{_WANTED})*(?:{_WANTED}|预期|设计|水平)[值数量额线]?(?:要求)?(?:以?之?内)?)?"
)
_STOP, _LONGEST = regex(r"[,，;。)\n]"), 24
_ALONE = regex("超额|超标|完成|达标|达到|达成|实现|到位|落实")
"""Verbs that need no object."""
_GOAL = regex(
    "目标|计划|任务|要求|(?<![供反响效适对相])应(?![用急对答])|需|须|控制在|不得|约定|规定|标准(?!煤)|指标值|限[额值]|[上下]限"
    "|核定|预期|设定|控制[值线数]"
)
_BEHIND = regex("[\u4e00-\u9fff]{0,2}?的[\u4e00-\u9fff]{0,4}?(?:目标|要求|标准|任务|控制[线值])")
_THAN = regex("低于|高于|超过|超出|不足|少于|多于")
"""With a goal behind the figure: how a result lies to it, 低于40%的目标."""
_RESULT = regex("实[际测现有]|决算|完成|达到?|结果|监测|调查|截[至止]|年[末底]|已|安装|建成|到位")
_OTHERS = regex(
    "调整|调[减增低高]|变更|核[减定]|剔除|扣除|不含|累计|[上去]年|往年|分年|十[三四五]五|分别|依次|其中|除|未计|折算"
    "|视同|按比例|允许|误差|[负反逆]向|阶段|全[省国市县]|同期|平均水平|中期|一期|[两各三四]项|[两二三四五十]年|规划|行动|符合条件|应.{1,2}尽|据实|剩余|尚余|新增?目标"
)
"""Between goal and verdict: one of them may be of something else."""
_HARM = regex(
    "能耗|耗[水电油能]|单位成本|死亡|事故|漏损|流失|投诉|差错|浓度|发病|患病|辍学|失业|流产|故障|用时|响应|时限|不合格|逾期"
    "|工期|超[时期]|时长|耗时|平均[办住]|等[候待]"
    "|信访|上访|纠纷|发案|案件|火灾|受害|伤亡|缺陷|复发|重复|退货|差评|拥堵|噪声|失信|违[法规章]"
)
_EITHER = regex(
    "降|减|压|节|成本|费|造价|单价|资金|预算|经费|支出|隐患|存量|贫困|排放|停[电水]|损|误|空置|闲置|周期|时间|药占|占比|负债|返"
)
_GOOD = regex(
    "合格|达标|满意|覆盖|完好|优|良|及时|到位|普及|就业|入学|成活|整改|办结|回收|知晓|准确|通过|收缴|签约|参保|在线"
    "|利用|兑现|验收|完成|按[时期]|开[通展]|建成|保障|巩固|处[理置]率|化率|使用|应用|培训|检测|接种|管理"
)
"""Names of rates that are the better the higher."""
_UPPER, _LOWER = (
    regex("不(?:超过?|高于|多于|大于|得超过)|控制[在数值线]|限值|[≤<]|限额|上限|以[内下]"),
    regex("不(?:低于|少于|小于)|[≥>]|至少|以上"),
)
_MONEY, _TIMES = ("money",), ("day", "month", "time", "hour", "minute")
_DEGREE = regex("(?:完成|实现|达成|执行|得分)(?:率|比例|程度|进度)[为是达到仅约]{0,3}$")
_PARTS, _LESS = regex(";"), regex("降|减|压|节")
_FAR = 90


_DENIED: dict[str, Relation] = {"least": "less", "most": "more", "more": "most", "less": "least"}
_AMONG = regex("[之当其]?(?:中|里)[面头]?[^,，;。\\d]{0,4}")
"""Between a whole and so many of it, of which alone a verdict behind them is."""


class Reached(Struct, frozen=True):
    """A result with its goal, and which way the verdict on them has it."""

    result: Quantity
    goal: Quantity
    relation: Relation


class _Said(Struct, frozen=True):
    """A verdict: where its clause begins, what it says, and whether it is denied."""

    start: int
    kind: str
    denied: bool


def reached(facts: Facts) -> Iterator[Reached]:
    """Each result with the goal before it and a verdict behind both."""
    seen = set()
    for found in _VERB.finditer(facts.text):
        said = _verdict(facts, found)
        both = _both(facts, said.start) if said else None
        if said is None or both is None or both[0].start in seen:
            continue
        result, goal = both
        relation = _relation(facts, said, *both)
        if relation is not None:
            seen.add(result.start)
            yield Reached(result, as_goal(goal), relation)


def _verdict(facts: Facts, found: re.Match[str]) -> _Said | None:
    """The verdict in whose clause a verb stands, where no other word is in it."""
    text, at = facts.text, found.start()
    before = facts.before(at)
    low = max(at - _LONGEST, before.end if before else 0)
    low = max((stop.end() for stop in _STOP.finditer(text, low, at)), default=low)
    no = _NO.search(text, low, at)
    stop = _STOP.search(text, found.end(), found.end() + _LONGEST)
    end = stop.start() if stop else min(len(text), found.end() + _LONGEST)
    lead, rest = text[low : no.start() if no else at], text[found.end() : end]
    if not rest and not _ALONE.search(found[0]):
        return None
    told = text[max(0, low - _FAR) : low]
    if not (_is_known(lead, told) and _OBJECT.fullmatch(rest)):
        return None
    return _Said(low, found.lastgroup or "", no is not None)


def _is_known(words: str, told: str) -> bool:
    """Whether words before a verb name nothing that was not told before: 检测任务已完成."""
    return not _HEDGED.search(words) and set(_KNOWN.sub("", words)) <= set(told)


def _both(facts: Facts, at: int) -> tuple[Quantity, Quantity] | None:
    """The result and the goal right before a verdict, where there are just two such figures."""
    low, _ = facts.windows.before("block", at, _FAR)
    low = max((m.end() for m in _PARTS.finditer(facts.text, low, at)), default=low)
    near = [f for f in facts.within(low, at) if not _is_degree(facts, f)]
    if not near or facts.in_table(at) or facts.in_target_section(at):
        return None
    last = near[-1]
    alike = [f for f in near if _are_alike(f, last)]
    if len(alike) != 2 or not _is_beside(facts, alike, near, at):
        return None
    if _AMONG.fullmatch(facts.text, alike[0].end, alike[1].start):
        return None  # 14个中有13个按期完成
    goals = [f for f in alike if _is_goal(facts, f)]
    if len(goals) != 1:
        return None
    (goal,) = goals
    result = alike[alike[0] is goal]
    begin, _ = facts.windows.bounds("clause", alike[0].start)
    if _OTHERS.search(facts.text, begin, at) or result.hedge is not None or goal.printed <= 0:
        return None
    return result, goal


def _is_beside(facts: Facts, alike: list[Quantity], near: list[Quantity], at: int) -> bool:
    """Whether two figures stand in one sentence, or in two, with a verdict right behind them."""
    first, last = alike
    stops = facts.text.count("。", first.end, at)
    between = [f for f in near if first.start < f.start < last.start]
    return stops <= 1 and "\n" not in facts.text[first.end : at] and len(between) <= 1


def _is_degree(facts: Facts, figure: Quantity) -> bool:
    """Whether a figure only tells how far the goal was met, or how far apart both are."""
    if figure.dimension == "percent-point" or figure.start in facts.spoken:
        return True
    return figure.dimension == "percent" and bool(_DEGREE.search(facts.own_words(figure)))


def _are_alike(one: Quantity, other: Quantity) -> bool:
    unit = one.unit == other.unit or not one.dimension.startswith("count:")
    per = one.per == other.per or None in (one.per, other.per)
    return one.dimension == other.dimension and unit and per


def _is_goal(facts: Facts, figure: Quantity) -> bool:
    """Whether words before a figure, or right behind it, make it the one that is wanted."""
    if _BEHIND.match(facts.text, figure.end) or figure.hedge in ("above", "under"):
        return True
    words = facts.own_words(figure)
    words = words[max(map(words.rfind, ",，:")) + 1 :] or words
    wanted = max((m.start() for m in _GOAL.finditer(words)), default=-1)
    told = max((m.start() for m in _RESULT.finditer(words)), default=-1)
    return wanted >= 0 and (told < 0 or not words.startswith(("实", "决", "监", "调", "已", "截")))


def _relation(facts: Facts, said: _Said, result: Quantity, goal: Quantity) -> Relation | None:
    """Which way a verdict has it that a result is from its goal."""
    if said.kind == "more" and _HARM.search(facts.own_words(goal)) and goal.hedge is None:
        return None
    if said.kind != "met":
        return _DENIED[said.kind] if said.denied else said.kind  # type: ignore[return-value]
    wanted = _wanted(facts, result, goal)
    return _DENIED[wanted] if wanted and said.denied else wanted


def _wanted(facts: Facts, result: Quantity, goal: Quantity) -> Relation | None:
    """Which way a result has to be from its goal to meet it."""
    low, high = facts.own_lead(goal)
    compared = _BEHIND.match(facts.text, goal.end) and _THAN.match(facts.text, goal.start)
    if goal.hedge in ("above", "under") and not compared:
        return "least" if goal.hedge == "above" else "most"
    words = facts.text[low : min(goal.end + 3, facts.trail(goal)[1])]
    if _LOWER.search(words):
        return "least"
    if _UPPER.search(words):
        return "most"
    low, _ = facts.windows.bounds("sentence", min(result.start, goal.start))
    named = facts.text[max(low, high - _FAR) : max(result.start, goal.start)]
    near = facts.own_words(goal) + facts.own_words(result)
    if _HARM.search(near) and not _LESS.search(named):
        return "most"
    if _EITHER.search(named) or _HARM.search(named):
        return None
    if goal.dimension == "percent" and not _GOOD.search(near):
        return None
    dear = goal.dimension in (*_MONEY, *_TIMES) and "任务" not in words
    return None if dear else "least"
