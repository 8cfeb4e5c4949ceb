"""Lengths of time told of two days, in whichever order: 4月3日公告，4月18日成交，用时15天.

What lasts so long has words of how long before it (历时, 相隔), or is a term (租期三年) whose first
and last day are told as such. The days are the only two of the sentence, or of it and the one
before; a length that any two days of the paragraph give, or a sentence of whose lengths one is that
of its days, is right.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations

from msgspec import Struct

from linter.binding.dates.lengths import Length, apart, fits, lengths, part_of
from linter.binding.dates.told_days import Day, days_of
from linter.binding.slips import is_slip
from linter.facts.facts import Facts
from linter.facts.quantity import Quantity
from linter.interval import Interval
from linter.regexes.late import regex

_FILL = r"[^,，;。:()\d]{0,4}$"
_LASTS = regex(
    r"(?:历时|用时|耗时|费时|为期|前后|共[用历]|全程|时长|[用花耗]了|持续|连续|一连|接连|长达"
    r"|已满|整整|满打满算|恰|跨度|用去|误工|停[工业机课]|实际(?:[建施]设?工?)?[工周]期"
    r"|(?:建设|施工|办理|办结|处理|改造|生产|供货|审批|采购)(?:周期|时间)|[\u4e00-\u9fff]满"
    r"|(?<!共)(?<!合)(?<!总)[达计](?:了|到)?|已[^,，;。\d]{2,6}(?:了|满))"
    + _FILL
    + r"|(?:[,，;:(]|前后|历时|用时|工期|服务期|合同期|[掐去]尾|[共满了])"
    r"(?:正好|刚好|恰好|整)(?:[是为用满有够共了]){0,2}$"
    r"|(?:天数|[展会赛]期|开放|展出|营业)(?:[是为用满有够共了]){0,2}$"
)
_ALL = regex(r"(?:(?:合计|总计|一?共|共计)[有为了是]?|已[^,，;。\d]{2,6})$")
_CLOSED = regex(r"(?:的?时间|之久|整|有余|止|终止|截止|期满|届满|到期)?(?:[,，;。)(、\n]|$)")
"""Behind a length, or a stretch: nothing follows that it may be of (共16个月的补贴)."""
_LIES = regex(
    r"(?:相隔|间隔|时隔|相差|相距|隔了?|滞[留压]|闲置|停留|等待|等了|搁置|积压|沉淀|空置|空档|空窗)"
    + _FILL
    + r"|(?:首尾|头尾|头带尾)(?:相[连接])?(?:共|合计|历时|为|计|用时)*$"
)
"""Before a length: all of the days between two count."""
_APART = regex(
    r"[^,，;。\d]{0,6}[,，](?:两者|二者|前后|中间|其间)?(?:相隔|间隔|相距|相差)(?:了|为|约)?$"
)
"""Between two days and a length: 首针4月18日，次针10月18日，相隔6个月."""
_TERM = regex(
    r"(?<!质保)(?<!责任)(?:[\u4e00-\u9fff](?<![日工分学长近周早前后中同上本])(?:期限?|年限|时长)|公示|征求意见|期限|合同期|工期|周期|试点|任期)"
    r"(?:为|共|是|应为|约定为?|定为|计|总计|自?起?满|长|时间)?(?:整|正好|恰好|刚好)?$|起[计算]?满?$"
)
_BEGINS = regex(
    r"启动|起工|迎[客宾]|报到|出发|开[门市营播]|开[工建机馆班业通展园幕诊学始镰挖采]|动工|进场"
    r"|起[步算讫]?|启用|投入|装机|签收|进[点驻]|上岗|入职|生效|选举|当选|聘|破土|接诊|领|竞"
    r"|[自从由]|立项|获批|批[复准]|下达|发[布出]|公告|受理|提交|申[请报]|接到|收到"
    r"|报[修案名警]|签[订约署]|进入|打响|成立|投用|建成|印发|挂网|入[驻职院场]|交[接付]|到[账位货]|停"
)
_ENDS = regex(
    r"完[工成]|竣工|谢幕|返[程校回]|收[摊市]|散场|闭[市营]|移交|复[工课业航]|出具|回复|评价|到期"
    r"|届满|失效|解聘|离[任岗]|核查|检查|结[束案业算项]|收[尾官工场]|上线|[验终]验|验收|截止"
    r"|[止讫]|满|到[期账位货]|拨|[支兑]付|发[放布]|确定|成交|办[结妥理]|交[付工]|转入"
    r"|正式|通[车过水气电]|闭[幕馆园]|撤|退|解除|恢复|销号|审[定核]|批复|出具|印发|投[用入]|启用|[做打干忙]完|[做干]到|才|签[订约]|开工|封顶|合龙|[至到]|开标"
)
_FROM, _TO = (
    regex(r"(?:[自从由]|起(?:于|始于)?)$"),
    regex(r"(?:[至到即]|[止讫]于|截[至止]于?|终于)$"),
)
_SINCE = regex(r"[^,，;。\d]{0,8}?(?:起(?![草诉动])|开始)")
_UNTIL = regex(r"[^,，;。\d]{0,10}?(?:期满|届满|到期|失效|截止|终止|止|为止|方?可退|结束)")
_SHOULD, _DONE = regex(r"[应须需][当该]?[于在]$"), regex(r"之?前?(?:[交支]付|完[工成]|竣工|移交)")
"""Around the last day of a term of work: 合同工期15个月，应于2023年9月交付."""
_ACTUAL = regex("完[工成]|竣工|验收|交付|实际|建成")
"""Around a day: it is when what had a term was done, not when its term ends."""
_OPENS = regex(
    r"[(,，]?(?:[\u4e00-\u9fff]{1,4}期限?)?(?:即|自|从|为|:|也就是|起止(?:时间|日期)?为?|时间为?)*$"
)
_IS = regex("起止")
_OTHERWISE = regex(
    "本年度|年度合同|本期|[逐每]年签|一年一签|工作日|交易日|扣除|停工|停课|暂停|顺延|除[去外]|剔除|不含|不计|节假日|周末|每[年月周日天季]|平均|分别|累计|先后|延[长期后迟]|推[迟后]|其中"
    "|[上去往]年|上届|原[定本]|免租|中止|宽限|补正|日均[^,，;。]{0,6}[天日]"
    "|提前(?!完成了?(?:年度|全年|目标|建设|各项)*任务)|续签|人均|课时|实际履|展期[至到]|逾期|超期"
    "|有效[工时天]|净|纯|第[一二三四五]年|首年|应付|两段|分段|时段|间断|分[两二三四五]"
)
_NOT = regex(
    r"[未没无免不][^,，;。]{0,5}?(?:[逾超延]期|延[后迟长]|顺延|推迟|提前)|期满后?(?:经[^,，;。]{2,12})?续签|(?:顺延|延长|展期)后的?|免租期(?=[^,，;。]{1,8}[,，(:](?:即|自|从|为)?\d)"
)
_ON = regex(
    r"(?:[^,，;。]{0,2}?(?:完成|建成|竣工|完工|办结|建设|施工)|[^,，;。]{0,12}(?:期满|届满)后)"
)
"""Behind a length: what it took begins with the last day told (4月20日开工，历时60天完成)."""
_WORKS, _STARTS = regex("施工|建设|工期|作业|安装"), regex("开[工建]|动工|进场|启动|[自从由]|起")
"""Before a length: it begins with the first day of work."""
_WITHIN = regex("其间|期间|中途|途中|一度|[之其]中|此[前后]|之[前后]|随后")
"""In the clause of a length: it is part of what is told of."""
_BEGUN_TERM, _ENDED_TERM = (
    regex("生效|选举产生|当选|入职|放款|发放|上岗|受聘|签订|签约|启用|开始|起[始算租]|进场"),
    regex("失效|到期|届满|期满|终止|离任|解聘|截止"),
)
"""Around the days of a term: they are its first and its last."""
_STOPPED, _RESUMED = regex("停[工课业]|暂停"), regex("复[工课业]|恢复")
_DUE = regex("合同|约定|计划|要求|批复|核定|规定|应|限")
"""Before a length, in its clause: it is that which was due."""
_BETWEEN, _CLAUSE = regex("[,，;。:(]"), 30
_PASSAGE, _FEWEST = 400, 3
"""How far other days are looked for, and how many digits days have that are told as too few."""


class Told(Struct, frozen=True):
    """A length with the two days that it is told of."""

    length: Length
    first: Day
    last: Day
    right: bool


def between_days(facts: Facts) -> Iterator[Told]:
    """Every length told of two days."""
    if not any(facts.by_dimension.get(unit) for unit in ("day", "month", "years", "number")) and (
        "半年" not in facts.text and "整年" not in facts.text
    ):
        return
    for length in lengths(facts, 0, len(facts.text)):
        kind = _kind(facts, length)
        if kind and not facts.in_table(length.start):
            yield from _of(facts, length, kind)


def _kind(facts: Facts, length: Length) -> str:
    """How a length is told: as a term, as what lies between two days, or as how long it took."""
    low, _ = facts.windows.before("sentence", length.start, _CLAUSE)
    if _WITHIN.search(_BETWEEN.split(facts.text[low : length.start])[-1]):
        return ""
    for kind, pattern in (("lies", _LIES), ("lasts", _LASTS), ("term", _TERM)):
        if pattern.search(facts.text, low, length.start):
            due = _DUE.search(_BETWEEN.split(facts.text[low : length.start])[-1])
            return "term" if kind == "lasts" and due else kind
    all_ = _ALL.search(facts.text, low, length.start)
    behind = facts.text[all_.start() - 1] if all_ and all_.start() else ""
    closed = _CLOSED.match(facts.text, length.end) or (behind in "月年)" and not length.in_days)
    return "lasts" if all_ and closed else ""


def _of(facts: Facts, length: Length, kind: str) -> Iterator[Told]:
    low, high = part_of(facts, length)
    if _is_otherwise(facts.text[low:high]):
        return
    days = days_of(facts, low, high)
    if days == [] and kind == "term":
        low, high = facts.windows.around("sentence", low, high)
        days = days_of(facts, low, high)
    if days is not None and len(days) == 1 and kind != "term":
        block, _ = facts.windows.before("block", low)
        low, _ = facts.windows.before("sentence", max(block, low - 2))
        days = days_of(facts, low, high)
        if _is_otherwise(facts.text[low:high]):
            return
    for a, b in _pairs(facts, length, kind, days or []):
        right = fits(length, a, b, exact=kind == "term")
        others = lengths(facts, low, high)
        told = right or _is_told(facts, length, kind, a, b)
        if right or (told and not _is_else(facts, others, length, a, b)):
            yield Told(length, a, b, right)


def _pairs(
    facts: Facts, length: Length, kind: str, days: Sequence[Day]
) -> Iterator[tuple[Day, Day]]:
    """The two days of which a length may be told: the only ones, or the last of several."""
    if len(days) > 2:
        days = [day for day in days if day.grain != "year" or day.ranged or day.part]
    before = [day for day in days if day.end <= length.start]
    if len(days) > 2 and kind == "term":
        days = [*before[-1:], *[day for day in days if day.start >= length.end][:1]]
    elif len(days) > 2:
        days = before
    if len(days) > 2:
        yield from _last_of(facts, length, days)
    elif len(days) == 2 and days[0].last <= days[1].first:
        a, b = days
        if _may_be_of(facts, length, kind, a, b):
            yield a, b


def _last_of(facts: Facts, length: Length, days: Sequence[Day]) -> Iterator[tuple[Day, Day]]:
    """The last of several days with the one nearest to it between which a slip makes the length."""
    *others, last = days
    pairs = [(day, last) for day in others if day.last <= last.first]
    if any(day.ranged for day in days) or any(fits(length, *pair) for pair in pairs):
        return
    yield from [pair for pair in pairs if _is_slip(facts, length, *pair, _FEWEST - 1)][-1:]


def _is_otherwise(passage: str) -> bool:
    """Whether words tell that not all days count, or that more than one stretch is told of.

    A passage that begins with 其中 is itself the one stretch.
    """
    passage = _NOT.sub("", passage).lstrip().removeprefix("其中")
    if _RESUMED.search(passage):
        passage = _STOPPED.sub("", passage, count=1)
    return _OTHERWISE.search(passage) is not None


def _may_be_of(facts: Facts, length: Length, kind: str, a: Day, b: Day) -> bool:
    text = facts.text
    if a.ranged:
        return _is_beside(text, length, kind, a)
    if kind == "term":
        return _begins(text, a, b) and _ends(text, a, b)
    if kind == "lasts" and _ON.match(text, length.end):
        return False
    begun = _around(text, a, b.start)
    works = _WORKS.search(text, max(b.end, length.start - _CLAUSE), length.start)
    if works and not _STARTS.search(begun):
        return False
    begins = _BEGINS.search(begun) is not None
    ends = _ENDS.search(_around(text, b, length.start)) is not None
    if begins and ends:
        return True
    is_apart = _APART.match(text, b.end, length.start) and _CLOSED.match(text, length.end)
    if begins or ends or is_apart:
        return length.start > b.end and _BETWEEN.split(text[b.end : length.start])[1:] != []
    return length.start > b.end and _is_slip(facts, length, a, b, 2)


def _is_beside(text: str, length: Length, kind: str, stretch: Day) -> bool:
    """Whether a length stands right before a stretch, or behind it with nothing else between."""
    if length.end <= stretch.start:
        opened = _OPENS.fullmatch(text, length.end, stretch.start) is not None
        return kind == "term" and opened and _CLOSED.match(text, stretch.end) is not None
    between = text[stretch.end : length.start]
    return len(between) <= _CLAUSE and "。" not in between


def _around(text: str, day: Day, high: int) -> str:
    """The words of the clause of a day, before it and behind it."""
    lead = text[max(0, day.start - _CLAUSE) : day.start].removesuffix("(")
    lead = _BETWEEN.split(lead)[-1]
    high = high if high > day.end else day.end + _CLAUSE
    return lead + _BETWEEN.split(text[day.end : min(high, day.end + _CLAUSE)])[0]


def _begins(text: str, a: Day, b: Day) -> bool:
    """Whether words say that a term begins on a day."""
    if _FROM.search(text, a.start - 4, a.start) or _IS.search(text, a.start - 8, a.start):
        return True
    if _BEGUN_TERM.search(_around(text, a, b.start)):
        return True
    return _SINCE.match(text, a.end, b.start) is not None


def _ends(text: str, a: Day, b: Day) -> bool:
    """Whether words say that it ends on another."""
    low = max(a.end, b.start - 4)
    if _IS.search(text, a.start - 8, a.start):
        return True
    if _SHOULD.search(text, low, b.start) and _DONE.match(text, b.end):
        return True
    if _UNTIL.match(text, b.end) or _ENDED_TERM.search(_around(text, b, b.end + _CLAUSE)):
        return True
    done = _around(text, b, b.end + _CLAUSE)
    return bool(_TO.search(text, low, b.start)) and not _ACTUAL.search(done)


def _is_told(facts: Facts, length: Length, kind: str, a: Day, b: Day) -> bool:
    """Whether a length that does not fit is wrong: fewer days may be those that count."""
    low, _ = apart(a, b, in_days=length.in_days)
    if kind != "lasts" or length.low > low or length.slack:
        return True
    text = facts.text
    stretch = a.ranged or (_begins(text, a, b) and _ends(text, a, b))
    if not length.in_days and stretch and _CLOSED.match(text, length.end):
        return True
    return _is_slip(facts, length, a, b, _FEWEST if length.in_days else _FEWEST - 1)


def _is_slip(facts: Facts, length: Length, a: Day, b: Day, fewest: int) -> bool:
    """Whether one slip makes a length of that between two days."""
    low, high = apart(a, b, in_days=length.in_days)
    figure = facts.by_start.get(length.start)
    needed = Interval(Decimal(low + 1), Decimal(high))
    literal = facts.text[length.start : length.end]
    return isinstance(figure, Quantity) and is_slip(figure, literal, needed, fewest)


def _is_part(others: Sequence[Length], a: Day, b: Day) -> bool:
    """Whether all lengths of a sentence add up to the time between two days."""
    low, high = sum(each.low for each in others), sum(each.high for each in others)
    alike = len({each.in_days for each in others}) == 1 < len(others)
    return alike and fits(Length(0, 0, others[0].in_days, low, high), a, b)


def _is_else(facts: Facts, others: Sequence[Length], length: Length, a: Day, b: Day) -> bool:
    """Whether another length of the sentence is that of the days, or other days give the length."""
    if any(fits(other, a, b) for other in others if other.start != length.start):
        return True
    if _is_part(others, a, b):
        return True
    told = days_of(facts, *facts.windows.around("block", length.start, length.end, _PASSAGE)) or ()
    return any(
        fits(length, *sorted(pair, key=lambda day: day.first)) for pair in combinations(told, 2)
    )
