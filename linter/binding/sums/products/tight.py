"""Whether words and places leave no doubt that figures are price, quantity and amount."""

from __future__ import annotations

from linter.binding.names import pairs
from linter.binding.sums.products.prices import each_of, is_of_one
from linter.facts.facts import Facts
from linter.facts.quantity import Quantity
from linter.regexes.late import regex

SUMS = regex(
    r"(?:共|合|计|即|花|付|开支|费|支出|金额|投入|结算|发放|兑现|需|造价|总价|补贴|增收|追回|兑付|材料款|设备款|(?<![先已首])开票)[^,，;。\d]{0,3}$"
)
_EACH_HAS = regex("各|分别|依次|[分两三四五]档")
_MADE = regex(
    r"(?:(?<!先)(?:共|合|计|即|花[去了掉]?|用[去了掉]|费用?|共?需|就?要|总[价额数]|总?金额|[价货款]款|(?<!欠)(?<!欠[工材石木])料款|设备款|工程款|应付|(?<!综合)造价|花费|折(?![旧实扣让后价])合?"
    r"|(?<![预首暂已实政支])(?:支付|付)了?|列支|(?<![先已首])开票|结[账算了]|[就便]是|[正恰刚](?:好|[是为])|所以[是为]|[乘算]出来|得"
    r"|(?<=[天月年次]计[,，])(?:发放|支付|支出|拨付|兑付|兑现)了?))"
    r"[^,，;。\d]{0,3}$"
)
"""Before an amount that right behind quantity and price can be nothing but their product."""
_IN_ALL = regex(
    r"(?:合计|共计|总计|一共|总共|[两二三四五六七八九十][项者笔类样期批次年处地县校院村镇乡]共?)[^,，;。\d]{0,4}$"
)
LESS = regex(
    r"[^。;\d]{0,8}(?:其余|余款|余下|尾款|剩|待|分期|优惠|下浮|比例)"
    r"|[^。;]{0,24}?(?:未|不予|不合格|暂缓|放弃|退出|退票|扣|让利|折(?!合?[每单])|离职|停发|自付|自筹|另外|另有|预留|质保|按月|按实际|预拨"
    r"|从[^,，;。]{0,8}(?:账户|专户)|上年|级支付|级配套|级投入)"
)
"""Behind an amount that need not be all of what it is paid for."""
_SOME = regex(
    r"首批|第[一二三]批|[年季月]内|[当本]年|截[至止]|[一二]期|[中央省市县乡镇村本]级|财政|已|按|经|对|符合|合格|从|通过|为|公示"
)
"""Before an amount: it may be of some of what was counted, or from one source of several."""
_INSTALMENT = regex(r"(?:[首尾][期批笔付]|预付|定金|订金|进度)款?[^,，;。\d]{0,3}$")
"""Before an amount: only a part of it is paid."""
_SHARED = regex(r"(?:的|标准)|\(含|[^。;]{0,16}(?:自付|自筹|负担|承担|折扣)")
"""Behind a price that stands last: others pay it too, or it is another price."""
_FOR = regex(r"(?:对应|相当于|涉及|惠及|覆盖|折合|合|买了?|购[买置]?了?)[^,，;。\d]{0,3}$")
"""Before a quantity behind what was paid for it: 150元一亩，共兑付480万元，对应32000亩."""
_EACH_ONE = regex(
    r"[,，、(](?:折合|[合按])?(?:"
    r"[每单一](?:平方米|立方米|[\u4e00-\u9fff]{1,2}?)(?:平均|[就只]?[为是合花要])?"
    r"|[\u4e00-\u9fff]均(?:发放|拨付|投入|支出)?(?:[\u4e00-\u9fff]{0,2}(?:补[助贴]金?|救助金?|资助|奖励|成本|费用?|支出|投资|投入|标准))?"
    r"[为约达是]?)$"
)
"""Before a price that stands last: 21台花费223.20万元，单台18.6万元; 户均补助1.2万元."""
_TIGHT = 48
"""Within how many characters quantity, price and amount then stand."""
_NOUN = 8
_BRACKETED_BOTH = regex(r"[^()]{0,4}\([^()]*")
REACH = 60
"""How far from a price its quantity and amount may stand."""


def is_tight(facts: Facts, figures: dict[str, Quantity]) -> bool:
    """Whether words and places leave no doubt: 52套，每套3.54万元，花去184.08万元."""
    order = sorted(figures.values(), key=lambda f: f.start)
    last = order[-1]
    within = facts.within(order[0].start, last.end)
    if last.end - order[0].start > _TIGHT or sum(f.start not in facts.spoken for f in within) > 4:
        return False
    amount, first = figures["amount"], order[1]
    if figures["quantity"].printed <= 1 or is_one_of_many(facts, figures):
        return False
    if amount is order[0] and _BRACKETED_BOTH.fullmatch(facts.text, amount.end, first.start):
        return facts.text.startswith(")", last.end)
    lead = facts.own_lead(last)
    if last is amount and (
        LESS.match(facts.text, last.end) or _INSTALMENT.search(facts.text, *lead)
    ):
        return False
    if last is amount:
        named = pairs(facts.own_words(figures["price"])) & pairs(facts.own_words(amount))
        whole = bool(named) and not _SOME.search(facts.text, *lead)
        return whole or _MADE.search(facts.text, *lead) is not None
    if last is figures["quantity"]:
        paid = amount is first and SUMS.search(facts.text, *facts.own_lead(amount))
        return bool(paid) and _FOR.search(facts.text, *lead) is not None
    if _SHARED.match(facts.text, last.end):
        return False
    return is_of_one(facts, last) or _EACH_ONE.search(facts.text, *lead) is not None


def is_one_of_many(facts: Facts, figures: dict[str, Quantity]) -> bool:
    """Whether the amount may be of other prices too, or each of several things has the quantity.

    Not of prices that have an amount of their own before the first figure, and of none behind an
    amount that stands last.
    """
    price, amount = figures["price"], figures["amount"]
    low, high = facts.windows.around("sentence", price.start, price.end, REACH)
    first = min(f.start for f in figures.values())
    clause = facts.windows.bounds("clause", first)
    settled = False
    for figure in reversed(facts.within(low, first)):
        settled = settled or (figure.start < clause[0] and not is_joint(facts, amount))
        if figure.dimension != "money" or figure.hedge:
            continue
        if each_of(facts, figure) is None:
            settled = True
        elif not settled:
            return True
    high = min(high, facts.windows.bounds("clause", price.start)[1])
    behind = [] if amount.start > price.start else facts.within(price.end, high)
    if any(
        f.dimension == "money" and each_of(facts, f) is not None and not f.hedge for f in behind
    ):
        return True
    return _EACH_HAS.search(facts.text, low, price.start) is not None


def is_joint(facts: Facts, amount: Quantity) -> bool:
    """Whether words before an amount add up several."""
    return _IN_ALL.search(facts.text, amount.start - _NOUN, amount.start) is not None
