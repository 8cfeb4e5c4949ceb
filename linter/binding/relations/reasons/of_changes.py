"""Changes, or amounts before and after one, that may be of something else than they seem."""

from __future__ import annotations

from linter.binding.names import changes_another, pairs
from linter.binding.relations.called import any_named
from linter.binding.relations.reasons.told import THAN, Told
from linter.facts.quantity import Quantity
from linter.regexes.late import regex

_PAIR = 2
_DELTA = "delta"
"""The role of the difference that a rate is of."""
_BEFORE_LAST = regex(r"同比|环比")
_SCOPE = regex("剔除|扣除|还原|同口径|可比口径")
_BUDGETED = regex("追加|调增|调减|核减|调整")
_SPENT = regex("(?:支出|支付|使用|执行|花)(?!.*(?:追加|调增|调减|核减))")
"""Before an amount that was spent, not one by which the budget was changed (执行中追加)."""
_CHANGING = regex("[由从][^,，;。:看]{0,14}$")
_GREW = regex(
    "(?:^[,，、 ]*|同比|环比|[较比](?:上|去|前)一?年[^,，;。]{0,6})"
    "(?:增加|减少|增收|减收|增支|减支|净增)了?$"
)
"""Before a difference from last year, also right behind the amount itself."""
_CHANGES = regex("(?:增长|下降|上升|增幅|降幅|增速|上涨|下滑|降低)(?:率|幅度)?(?:了|为|达)?$")
"""Right before the rate of a change."""
_AGAINST = regex(
    "(?:[较比]|[多少高低]于)(上年|去年|上年度)?(预算|计划|目标|概算|批复|合同|控制价|任务|定额|标准|支出|收入|决算|支付|年初|期初|月初|上月|上季"
    "|[上下]半年|前?[一二三四]季度)"
)
_THIS = regex("[这该此]$|[上前]述$")
_EXCEEDS = regex("[多少高低超][于出过](?P<other>[\u4e00-\u9fff]{2,8}?)(?:人?数量?)?的$")
"""Before a figure told again, and before what there is of something more than of another."""
_GOAL = regex("目标|指标值|要求|控制线|计划|任务")
_GOAL_BEHIND = regex("的?(?:年度|既定|预期)?(?:目标|指标值|要求|控制线|计划|任务)")
_MONEY = ("支出", "收入", "决算", "支付")
_OTHER_MONEY = regex("预算|收入|支出|支付|到位|安排|下达|决算")
"""What a change is against may be money that the figure now is not: 预算200万元，较上年支出…….
"""
_OPENINGS = ("年初", "期初", "月初", "上月", "上季")
"""Times that only the figure before a change may be of."""
_GROWN = regex("(?:新增|净增|增加)(?:了|到账|人数)?$")
_REACHED = regex(r"[,，](?:累计|总数|总量|总计)?(?:达到?|增至|增加到)")
"""Before an amount by which something grew, and behind it what it came to."""
_NOUN_BEHIND = regex(
    "(?P<noun>(?![左以有因作用由按已未均])(?:(?![了到在是着被把])[\u4e00-\u9fff]){2,6})"
    "(?<!资金)(?<!经费)(?<!明显)(?<!显著)(?<!任务)[,，;。]"
)
"""Behind a change: what it is of."""
_CLOSER = 4
"""How long a noun is at least that has another in it, 较大事故."""

_OF_WHAT = regex(
    r"(?:^|[,，、;])(?P<name>[^,，、;:()]{2,14}?)(?:同比|环比|实际|分别|又|也|均)*"
    r"(?:增长|增加|上升|提高|提升|增幅|增速|涨幅|上涨|下降|减少|降低|降幅|减幅)(?:率|幅度|了|为|达|到)*$"
)
_HEAD = regex(
    r"[^\u4e00-\u9fffA-Z\d]*(?P<name>\d{1,2}月|[甲乙丙丁戊A-Z]"
    r"|[\u4e00-\u9fff]{1,4}?(?:[区县市镇乡村校院所站厂局组队]|公司|街道)[A-Z]?)"
)
"""Where the words of a figure begin: whose it is."""
_COMPARED = regex(
    r"(?:^|[,，;但而却])(?:比|较|与|同)(?!年?[度初]?(?:计划|预算|目标|任务|概算|控制价|定额|批复|合同))"
    r"[^,，;。\d]{0,10}(?:\d{4}年[^,，;。\d]{0,6})?$"
)
"""Before what something is compared with: 但比2021年的91.7%已经提高2.4个百分点."""
_TO_SPEND = regex(r"(?:预算|到位|下达|安排|计划|批复)[^,，;。\d]{0,4}$")
_OF_WHAT_BEFORE = regex(
    "(?:^|[,，;])(?P<name>[\u4e00-\u9fff]{2,8}?[量费率额数人次])(?:同比|环比|比上年|较上年)?"
    "(?:增长|下降|减少|提高|上升|降低|增加)了?$"
)
_CLAUSE_ENDS = regex("[,，;。]")
"""Before a rate, whose change it is; and behind it, that nothing more is told of that."""
_NO_NAME = regex(
    "[上去今本当前]一?年度?|全年|同期|实际|[由从比较至到为的了达是有共]|[增减][加长少]|下降|提高|[升降]"
)
"""In the words before a figure: what does not say what it is of."""
_NET = regex("净[增减][^,，;。]{0,4}$")
_NOUNS = (
    (regex("(?:金额|资金|经费|收入|支出|费用?|成本|产值|税收)$"), {"money"}),
    (regex("(?:人数|人次)$"), {"person", "person-time"}),
    (regex("户数$"), {"household"}),
)
"""How a name of what changed ends, and the dimensions of what it may be."""
_CHANGED_NAME = regex(
    r"(?:[核扣压调削]减|压缩|减少|扣除|上浮|下浮|提高|降低|增加|增拨|追加|奖励)"
    r"(?:其|该|下一?年度?|次年|\d{4}年度?)?(?P<of>[\u4e00-\u9fff]{2,16})的$"
)
"""Before a rate by which something named is to be changed: 核减下年申请额度的5%."""
_STOCKS = regex("(?:产|总|存|保有)量|余额")
_OF_TIME = regex(r"\d{4}年|\d{1,2}月|[一二三四]季度|[上下]半年")
_ANYTHING = regex(
    r"(?:较|比|与|和)?(?:上|去|前|同)一?[年期]度?|同期|相比|20\d\d年度?|[总数]?[数金]?[量额]|规模|总[数体]|合计|累计|其|年度?|幅度"
    r"|[增净环同实约共][比加长]?|[\d年末底的数率人均]"
)
"""In the name of a change: what says nothing of the thing that changed."""
_TOTAL = regex(r"[,，;]总[\u4e00-\u9fff]{0,3}[数量额]")
"""At the beginning of a clause: what it tells of is a total."""
_OF_ALL = regex("[总共]|合计")

_BEYOND = regex(
    "(?:超出|高出|低于|高于|少于|多于|超过)(?:目标|计划|标准|要求|上限|控制[值数线])值?$"
)
"""Before how far something is from what was wanted of it."""
_NEAR_GOAL = 8
_SHORT_OF = regex(
    "(?:[离距未没差]|不[及到足]|[到达]不了|[接逼]近|[朝迈]?向|[要须需]达?到|[低少]于"
    "|(?:[较与跟]|(?<![同环可])比|同(?![期口比类样一年月]))(?!上|去|前|往|同期|年初|原))"
    "[^,，;。\\d]{0,10}$"
)
_OF_WISH = regex("的[^,，;。\\d]{0,4}(?:目标|指标值|要求|控制线|计划|任务|平均)")
_MET = regex("(?<![未没不能])(?:[达做升]到|实现|完成)[^,，;。\\d]{0,4}$")
_PARTED, _CLOSE_TO = regex("[,，;。()]"), ("接近", "逼近")
"""Before a goal that is not reached, behind one, before one that is; what parts it from others,
and how one begins that is nearly reached.
"""
_IS, _TIMES = regex("(?:[是为]|相当于|达到?)[^,，;。\\d]{0,12}$"), regex(r"的\d[\d.]{0,6}(?:倍|%)")
"""Before and behind what another figure is so many times."""
_LESS = regex("(?:减少|下降|降低|压减|回落|少|降|减)[了出]?$")
_MORE = regex("(?:增加|增长|提高|上升|多|增|涨)[了出]?$")
"""Before a change: it is one down, or one up."""
_PART = regex("其中")


def is_of_another_thing(told: Told) -> bool:
    """Whether a change has a name of its own, or is of a rate that changed itself.

    由3个村扩大到5个村，户均收入增长30%; 使用率由60%提高到72%，提高20%. Or before all else it is
    called otherwise than the figures behind: 用电量下降3.1%，但电费62.8万元，比上年增加1.2万元.
    """
    if "base" not in told.relation.roles:
        return False
    if not told.before:
        return _is_told_before(told)
    last, end = max(f.end for f in told.before), told.derived.start
    between = told.facts.within(last, end)
    if any(f.dimension == "percent" and "from-words" in told.facts.heard(f) for f in between):
        return True
    named = _OF_WHAT.search(told.text, max(last, told.facts.own_lead(told.derived)[0]), end)
    if named is None:
        return False
    name = _ANYTHING.sub("", named["name"])
    before = told.text[told.sentence[0] : named.start("name")]
    if not pairs(name) <= pairs(before):
        return True
    dimensions = {figure.dimension for figure in told.operands}
    return any(
        noun.search(named["name"]) and dimensions.isdisjoint(own) for noun, own in _NOUNS
    ) or any(noun not in before for noun in _STOCKS.findall(named["name"]))


def _is_told_before(told: Told) -> bool:
    """Whether a rate ends its clause, and its name shares nothing with those of the figures."""
    named = _OF_WHAT_BEFORE.search(told.words)
    if named is None or not _CLAUSE_ENDS.match(told.text, told.derived.end):
        return False
    dimensions = {figure.dimension for figure in told.operands}
    behind = [f for f in told.near if f.start > told.derived.end and f.dimension in dimensions]
    called = [pairs(_NO_NAME.sub("", told.lead(figure))) for figure in behind]
    return any(called) and pairs(named["name"]).isdisjoint(set().union(*called))


def is_of_a_named_amount(told: Told) -> bool:
    """Whether a change is of what it names, and no figure beside it is called so.

    按期完成的13家优先安排，未按期的2家相应核减申请额度的5%.
    """
    found = _CHANGED_NAME.search(told.words) if told.is_change else None
    if found is None:
        return False
    named = pairs(_ANYTHING.sub("", found["of"]))
    return bool(named) and named.isdisjoint(pairs("，".join(map(told.lead, told.operands))))


def goes_another_way(told: Told) -> bool:
    """Whether a change is told to go one way, and the figures behind it go the other.

    增收额少了60元，亩均收入由2300元升到2540元.
    """
    base, now = told.figures.get("base"), told.figures.get("now")
    if base is None or now is None or told.before or told.derived.dimension == "percent":
        return False
    if told.is_slip:
        return False
    way = _LESS if now.printed > base.printed else _MORE
    return way.search(told.words) is not None


def is_of_a_difference(told: Told) -> bool:
    """Whether a rate is right of what seems to be the figure now as the difference that it is.

    上年到位2412万元，今年多到255.6万元，约增一成; but not where the figure now grew or fell to it.
    """
    base, now = told.figures.get("base"), told.figures.get("now")
    if base is None or now is None or told.derived.dimension != "percent":
        return False
    if now.value.high >= base.value.low or "grown-to" in told.facts.heard(now):
        return False
    return any(told.holds(now=v) for v in (base.value + now.value, base.value - now.value))


def is_of_a_noun_of_its_own(told: Told) -> bool:
    """Whether a change is of what nothing tells before: 在校生860人，今年912人，增加教师12人.

    Or of what is told more closely: 事故7起，上年12起，减少3起较大事故.
    """
    if not told.is_change or told.derived.dimension == "percent":
        return False
    before = told.text[told.sentence[0] : told.facts.own_lead(told.derived)[0]]
    behind = _NOUN_BEHIND.match(told.text, told.derived.end)
    if behind is not None and _names_another(behind["noun"], before):
        return True
    return changes_another(told.words, before)


def _names_another(noun: str, before: str) -> bool:
    """Whether a noun ends as nothing before it (教师), or says more closely what was told."""
    closer = len(noun) >= _CLOSER and noun[:2] not in before
    return noun[-1] not in before or closer


def has_its_counterpart(told: Told) -> bool:
    """Whether what came and what went beside it make up the change: 增加30人，退休14人."""
    if not told.is_change or told.derived.dimension == "percent":
        return False
    others = [f for f in told.near if f.unit == told.derived.unit and f not in told.operands]
    role, value = told.relation.derived, told.derived.value
    return any(
        not _PART.search(told.lead(f))
        and (told.holds(**{role: value - f.value}) or told.holds(**{role: f.value - value}))
        for f in others
    )


def is_against_another_time(told: Told) -> bool:
    """Whether a change is against a year, or of a month, that no operand is of: 较2019年增长."""
    if not told.is_change or len(told.before) < len(told.operands):
        return False
    said = {*_OF_TIME.findall(told.words)}
    return not said <= {*_OF_TIME.findall("".join(told.lead(f) for f in told.operands))}


def is_of_a_third(told: Told) -> bool:
    """Whether change and amounts are each of another: 东山区800户，西河县300户，南岭县减少100户."""
    if told.derived.dimension == "percent":
        return False
    heads = [_HEAD.match(told.lead(figure)) for figure in told.figures.values()]
    return len({head["name"] for head in heads if head}) == len(heads)


def is_of_the_total(told: Told) -> bool:
    """Whether a change is told of a total, beside a part of it: 其他机具846台，总台数……增长."""
    now = told.figures.get("now")
    if now is None or now.start > told.derived.start:
        return False
    total = _TOTAL.search(told.text, now.end, told.derived.start)
    return total is not None and not _OF_ALL.search(told.lead(now))


def is_of_other_scope(told: Told) -> bool:
    """Whether a change leaves out what the amount before it has: 支出9万元，剔除债券增长6%."""
    if "base" not in told.relation.roles:
        return False
    now = (told.figures.get("now"), told.figures.get("base"))
    return any(
        figure is not None
        and "past-year" not in told.facts.heard(figure)
        and _SCOPE.search(told.text, figure.end, told.derived.start) is not None
        for figure in now
    )


def is_budgeted(told: Told) -> bool:
    """Whether a change of the budget stands beside spending: 追加12万元，支出104.5万元."""
    if not _BUDGETED.search(told.words):
        return False
    return any(_SPENT.search(told.lead(f)) for f in told.operands)


def is_a_change(told: Told) -> bool:
    """Whether the operands of a rate are one thing before and after, or what parts these.

    由1.6次提高到2.1次；比上年增加2602万元.
    """
    return not told.is_change and any(
        _CHANGING.search(lead)
        or _GREW.search(lead)
        or (_GROWN.search(lead) and _REACHED.match(told.text, figure.end))
        for figure, lead in ((f, told.lead(f)) for f in told.operands)
    )


def is_of_two_kinds(told: Told) -> bool:
    """Whether points would part a change from a share: 占58.6%，增长2.2%，增幅下降3个百分点."""
    if told.derived.dimension != "percent-point":
        return False
    changes = [_CHANGES.search(told.lead(f)) is not None for f in told.operands]
    return any(changes) and not all(changes)


def is_against_other(told: Told) -> bool:
    """Whether a change is against a figure that no operand is said to be: 较预算减少40万元.

    较上年预算减少40万元: nor is it against this year's, or against what was spent last year.
    """
    base, now = told.figures.get("base"), told.figures.get("now")
    led = base and _AGAINST.search(told.lead(base))
    against = _AGAINST.search(told.words)
    for said in (led, against):
        if said and said[2] in _MONEY and now is not None and _is_other_money(told, now, said[2]):
            return True
    if against is None or "now" not in told.relation.roles:
        return False
    if against[2] in _OPENINGS:
        return base is None or not any_named(told.facts, [base], {against[2]})
    if against[1] and base is not None:
        past = "past-year" in told.facts.heard(base)
        return not (past and any_named(told.facts, [base], {against[2]}))
    return not any_named(told.facts, told.operands, {against[2]})


def is_the_change_itself(told: Told) -> bool:
    """Whether one of two figures compared is the change told again: 少5.00万元，这5万元……."""
    if told.derived.dimension == "percent" or not told.is_change:
        return False
    return any(
        figure.printed == told.derived.printed
        and figure.start > told.derived.start
        and _THIS.search(told.lead(figure))
        for figure in told.operands
    )


def is_what_a_multiple_is_of(told: Told) -> bool:
    """Whether what seems a change is what another is so many times: 是当时4个的2.25倍."""
    if told.derived.dimension == "percent" or not told.is_change:
        return False
    return (
        _TIMES.match(told.text, told.derived.end) is not None and _IS.search(told.words) is not None
    )


def is_beside_what_is_beyond(told: Told) -> bool:
    """Whether an operand tells how far something is from a goal: 超出目标0.3小时，较上年……."""
    return told.is_change and any(
        _BEYOND.search(told.text, f.start - _NEAR_GOAL, f.start) for f in told.operands
    )


def is_of_a_goal_behind(told: Told) -> bool:
    """Whether an operand behind a change is a goal, or how far off that is, and none was meant.

    2023年提高1.5个百分点，但离88%仍有1.6个百分点的差距.
    """
    behind = [f for f in told.operands if f.start > told.derived.end]
    if not (told.is_change and behind) or _GOAL.search(told.words):
        return False
    goals = [f for f in told.facts.within(told.derived.end, behind[-1].end) if _is_goal(told, f)]
    return any(
        goal.start <= f.start and not _PARTED.search(told.text, goal.end, f.start)
        for goal in goals
        for f in behind
    )


def _is_goal(told: Told, figure: Quantity) -> bool:
    """Whether words around a figure say that it was not reached, or is but wanted."""
    lead = told.lead(figure)
    if _SHORT_OF.search(lead) or told.text.startswith(_CLOSE_TO, figure.start):
        return True
    return _OF_WISH.match(told.text, figure.end) is not None and not _MET.search(lead)


def exceeds_another(told: Told) -> bool:
    """Whether an amount is what there is more of than of another thing: 多于人员编配数的2套."""
    found = _EXCEEDS.search(told.words)
    return found is not None and not any_named(told.facts, told.operands, {found["other"]})


def is_against_two(told: Told) -> bool:
    """Whether a change is against one figure and the rate behind it against another.

    比预算少2.34万元，比2018年的21.35万元下降18.22%.
    """
    delta, base = told.figures.get("delta"), told.figures.get("base")
    if delta is None or base is None or delta.start > base.start or told.derived is delta:
        return False
    return all(THAN.search(told.lead(figure)) for figure in (delta, base))


def _is_other_money(told: Told, figure: Quantity, money: str) -> bool:
    """Whether words before a figure call it money, but not such money."""
    lead = told.lead(figure)
    return money not in lead and _OTHER_MONEY.search(lead) is not None


def is_against_last_year(told: Told) -> bool:
    """Whether a change is against last year's figure, and no operand is said to be that."""
    name = "base" if "base" in told.figures else "delta"
    base = told.figures.get(name)
    if base is None or base is told.derived or not told.relation.parted:
        return False
    yearly = told.facts.cues.last("past-year", *told.facts.own_lead(told.derived))
    if yearly is None and not _BEFORE_LAST.search(told.words):
        return False
    goal = _GOAL.search(told.lead(base)) or _GOAL_BEHIND.match(told.text, base.end)
    of_goal = goal is not None and "past-year" not in told.facts.heard(base)
    return of_goal or not told.is_called(base, name)


def is_from_a_budget(told: Told) -> bool:
    """Whether a change from last year would be that from a budget to what was spent of it.

    预算18.60万元，实际支出15.42万元，比上年减少1.38万元.
    """
    yearly = told.facts.cues.last("past-year", *told.facts.own_lead(told.derived))
    if not told.is_change or yearly is None:
        return False
    leads = [told.lead(f) for f in told.operands if "past-year" not in told.facts.heard(f)]
    return any(map(_TO_SPEND.search, leads)) and any(map(_SPENT.search, leads))


def has_its_own(told: Told) -> bool:
    """Whether a change has a figure in its clause, and other clauses those of another thing.

    甲类由286家增至321家；乙类入库604家，增加75家.
    """
    if not (told.is_change and told.is_apart):
        return False
    among = told.facts.within(told.clause[0], told.derived.start)
    return any(f.dimension == told.operands[0].dimension for f in among)


def is_based_elsewhere(told: Told) -> bool:
    """Whether a semicolon parts a change from one of two amounts, which nothing names.

    封山育林完成11500亩；退化林修复完成11700亩，完成率97.5%，少完成300亩.
    """
    if not told.is_change or len(told.before) != _PAIR:
        return False
    first, last = sorted(told.before, key=lambda f: f.start)
    apart = ";" in told.text[first.end : last.start]
    return apart and not any(told.is_called(first, name) for name in ("base", "now"))


def fits_its_change(told: Told) -> bool:
    """Whether a rate held against two amounts is right of the change told before it.

    2024年执行数210万元，2025年预算数190万元，较上年预算数减少10万元，下降5%.
    """
    if _DELTA not in told.opened.operands or told.is_whole_change:
        return False
    before = [f for f in told.near if f.start < told.derived.start]
    change = next((f for f in reversed(before) if told.is_called(f, _DELTA)), None)
    if change is None:
        return False
    bound = {told.relation.derived: told.derived, _DELTA: change}
    return any(
        told.opened.may_hold(equation, {**dict.fromkeys(equation.roles(), other), **bound})
        for equation in told.opened.cued(told.derived)
        if _DELTA in equation.roles()
        for other in before
        if other.dimension == change.dimension and other is not change
    )


def is_what_it_is_compared_with(told: Told) -> bool:
    """Whether what would be the figure now, or the plan, is what something is compared with.

    So is not what was to be spent: 支出9.38万元，为预算的85.27%，比上年的10.15万元减少0.77万元,
    unless it is called that: 支出9.38万元，与到位数11万元相比，支出率为85.27%.
    """
    others = [told.figures.get(name) for name in ("now", "plan")]
    base = told.figures.get("base") if "spent" in told.figures else None
    if base is not None and not _TO_SPEND.search(told.lead(base)):
        others.append(base)
    return any(f is not None and _COMPARED.search(told.lead(f)) is not None for f in others)


def is_net(told: Told) -> bool:
    """Whether a change is what comes and goes together, and no words name the figure now."""
    now = told.figures.get("now")
    if now is None or _NET.search(told.words) is None:
        return False
    return not told.is_called(now, "now")
