"""A rate of what was done or spent that may be of a part, a rest or another period's figure.

Prose often tells a whole, its rate and then something of it: 预算200万元，执行率95%，结余10万元.
The amount that the rate is a rate of is left out, and what stands there is no operand of it.
"""

from __future__ import annotations

from decimal import Decimal
from functools import cached_property

from linter.binding.names import pairs
from linter.binding.nearby import nearby
from linter.binding.relations.called import name_of, noun_of
from linter.binding.relations.told import Told
from linter.facts.quantity import Quantity
from linter.late import regex

_REST = regex(
    "(?:未(?!成年)|尚[余有缺需欠]|剩余?|结余|缺口|差额|余[下额款]|仍有|还[有剩差欠]|其余)"
    "[^,，;。、]{0,10}$"
)
"""Before what is left of a whole."""
_MONEY_LEFT = regex("(?:节约|节余|结转|收回)[^,，;。、]{0,10}$")
"""The same of money only: 收回 is also said of questionnaires."""
_LEFT = regex("未|剩余|结余|节约|节余|结转|缺口|差额")
"""In the name of a rate that is of what is left."""
_NOT_YET = regex("[\u4e00-\u9fff]{0,4}(?:未(?!成年)|待|尚)")
"""Behind it: 尚有10万元未支付."""
_TIMED = regex(
    "上年|去年|往年|同期|上?半年|下半年|季度|[月季旬]底|[1-9]月|1[01]月|第[一二三四五六\\d]+[期批轮次]|以前年度"
)
"""Of another time than the year that is told of."""
_OF_THE_YEAR = regex("20\\d\\d年|本年|当年|年内")
_OF_ONE = regex("[本该此]项")
_PLAIN = regex(
    "其中|截至|截止|实际|已经?|共计?|合计|总计?|[全本当]年度?|全部|[年月][度内底末]|国库|自评|验收|核定|确认|有效|收回|回收|表示|累计|项目|资金|经费|完成|实现"
    "|达[到成]|支出|支付|执行|使用|拨付|到位|兑[付现]|发放|列支|决算|花费?|用于?|付|金额|数[量额]?|总?额|即|也就是|约|近|为"
    "|是|了|的|到|有|按|计|人[员数次]?|预算|计划|目标|任务|期内|最终|目前|现|均|仅|只|单位|通过|办理|开展|组织|实施"
    "|参加|参与|建[成设]|获得?|取得|[^\u4e00-\u9fff]+"
)
"""What says nothing of whose figure it is."""
_BARE_PLAN = regex(r"(?:计划|任务|目标|年初|设定|下达)[数量为的]{0,2}$")
"""Before a plan that says of nothing what it is: what was done says it."""
_RATE = regex("([\u4e00-\u9fff]{2})(?:率|度|比例)")
"""What a rate is called."""
_TOTAL = regex("合计|共计?|总计|总共|累计")
_FEWEST_LEFT, _REACH = 2, 80
_LESS, _LESSER, _MUCH_LESS = Decimal("0.9"), Decimal("0.8"), Decimal("0.7")
"""Up to how much of what the rate says the part of a whole may be where it is one of a subset:
where it stands behind the rate, where words before the rate say so, and elsewhere."""


class _Rate:
    """The rate, its whole and its part, and what may be asked of them."""

    def __init__(self, told: Told, whole: str, part: str) -> None:
        self.told, self.text, self.rate = told, told.facts.text, told.derived
        self.whole_name, self.part_name = whole, part
        self.whole, self.part = told.figures[whole], told.figures[part]

    def is_surely_whole(self) -> bool:
        """Whether words call the whole a plan or a budget, and nothing else."""
        called = self.told.is_called
        return called(self.whole, self.whole_name) and not called(self.whole, self.part_name)

    @cached_property
    def makes(self) -> Decimal:
        """What part of the rate the part is of the whole."""
        whole = self.whole.printed * self.rate.printed
        return self.part.printed / whole if whole else Decimal(1)

    @cached_property
    def name(self) -> str:
        """What the rate is called."""
        return name_of(self.told.facts, self.rate) or ""

    @cached_property
    def kin(self) -> set[str]:
        """Words that name the part of such a rate as well."""
        kin = self.told.relation.roles[self.part_name].kin
        return {word for end, words in kin.items() if self.name.endswith(end) for word in words}

    @property
    def is_before(self) -> bool:
        """Whether the part stands behind the rate of the whole before it."""
        return self.whole.start < self.rate.start < self.part.start


def is_of_a_rest(told: Told) -> bool:
    """Whether what would be an operand is what is left: 预算200万元，执行率95%，结余10万元."""
    r = _rate(told)
    if r is None or _LEFT.search(r.told.lead(r.rate)) or r.text.startswith("的", r.whole.end):
        return False
    turned = r.whole.start > r.rate.end or r.whole.printed < r.part.printed
    return _is_rest(r, r.part) or (turned and _is_rest(r, r.whole))


def _is_rest(r: _Rate, figure: Quantity) -> bool:
    lead = r.told.lead(figure)
    money = figure.dimension == "money" and _MONEY_LEFT.search(lead)
    return bool(money or _REST.search(lead) or _NOT_YET.match(r.text, figure.end))


def is_turned_round(told: Told) -> bool:
    """Whether the whole would be the lesser and the later figure, though nothing calls it that.

    累计治理1900亩，当年治理190亩，完成率95%.
    """
    r = _rate(told)
    if r is None or r.whole.start < r.part.start or r.rate.printed > 1:
        return False
    return r.whole.value.high < r.part.value.low and not r.is_surely_whole()


def is_of_another_time(told: Told) -> bool:
    """Whether a part behind the rate is another period's: 执行率95%，上年支出160万元."""
    r = _rate(told)
    if r is None or r.part.start < r.rate.end:
        return False
    words = r.text[max(r.rate.end, r.part.start - _REACH) : r.part.start]
    if _TIMED.search(words):
        return True
    if r.makes < _LESS and r.is_before and _OF_THE_YEAR.search(words):
        return True
    return bool(_OF_ONE.search(words)) and r.makes < _MUCH_LESS


def is_of_a_subset(told: Told) -> bool:
    """Whether the part is of some of the whole only, whose number is not told.

    全县学校480所，其中农村学校达标190所，达标率95%: the words before it say more than the verb.
    """
    r = _rate(told)
    if r is None or r.part.start < r.whole.start or r.makes >= _LESS:
        return False
    words = r.told.lead(r.part)
    among = r.is_before or "其中" in words or r.name not in ("", "完成")
    if not among and _BARE_PLAN.search(r.told.lead(r.whole)) and told.is_slip:
        return False
    if "其中" in words and not _PLAIN.sub("", words):
        words = noun_of(told.facts, r.part)
    low, _ = nearby(told.facts, "sentence", r.whole.start, r.whole.end)
    known = pairs(r.text[low : r.whole.end + 2])
    if not r.is_before:
        known |= {*_RATE.findall(r.told.lead(r.rate)), *r.kin}
    left = _left(_PLAIN.sub(" ", words), known)
    if len(left.replace(" ", "")) < _FEWEST_LEFT:
        return False
    named = not pairs(left).isdisjoint(pairs(r.told.lead(r.rate)))
    return r.makes < (_LESS if r.is_before else _LESSER if named else _MUCH_LESS)


def _left(words: str, known: set[str]) -> str:
    """Words without those that are known."""
    hidden = {
        i + n
        for word in known
        if word
        for i in range(len(words) - len(word) + 1)
        if words.startswith(word, i)
        for n in range(len(word))
    }
    return "".join(" " if i in hidden else c for i, c in enumerate(words))


def is_of_the_part(told: Told) -> bool:
    """Whether the rate is of what stands behind 其中, by name, or of what all come to.

    实际培训560人次，其中线上培训190人次，线上完成率95%; 支出350万元，合计支出998万元，执行率92%.
    """
    r = _rate(told)
    if r is None or r.rate.start < max(r.whole.start, r.part.start):
        return False
    last = max(r.whole.end, r.part.end)
    between = [
        f for f in told.facts.around(r.rate, last, r.rate.start) if f.dimension == r.part.dimension
    ]
    if between and _TOTAL.search(r.told.lead(between[-1])):
        return True
    if len(between) != 1 or r.text.find("其中", last, between[0].start) < 0:
        return False
    names = pairs(r.told.lead(between[0])) & pairs(r.told.lead(r.rate))
    return bool(names - pairs(r.told.lead(r.whole) + r.told.lead(r.part)))


def is_chained(told: Told) -> bool:
    """Whether the rate is of what another one leaves: 发350份，回收率97.14%，有效323份，有效95%."""
    r = _rate(told, shares=True)
    if r is None:
        return False
    low, high = r.whole.end, max(r.part.start, r.rate.start)
    for other in told.facts.around(r.rate, low, high):
        if other.dimension != "percent" or other.hedge is not None:
            continue
        values = {n: f.value for n, f in told.figures.items()}
        values[r.whole_name] = r.whole.value * other.value
        if any(e.holds(values) for e in told.equations):
            return True
        if r.name and other.start < r.part.start and name_of(told.facts, other) == r.name:
            return True
    return False


def _rate(told: Told, shares: bool = False) -> _Rate | None:
    names = told.whole_and_part(shares=shares)
    return _Rate(told, *names) if names else None
