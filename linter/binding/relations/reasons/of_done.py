"""A rate of what was done or spent that may be of a part, a rest or another period's figure.

Prose often tells a whole, its rate and then something of it: 预算200万元，执行率95%，结余10万元.
The amount that the rate is a rate of is left out, and what stands there is no operand of it.
"""

from __future__ import annotations

from decimal import Decimal

from linter.binding.names import pairs
from linter.binding.relations.called import name_of, noun_of
from linter.binding.relations.reasons.told import Done
from linter.facts.quantity import Quantity
from linter.regexes.late import regex

_REST = regex(
    "(?:未(?!成年)|尚[余有缺需欠]|剩余?|结余|缺口|差额|余[下额款]|仍有|还[有剩差欠]|其余)"
    "[^,，;。、]{0,10}$|(?:^|[,，])[差缺欠](?!旅)[^,，;。、]{0,4}$"
)
"""Before what is left of a whole."""
_MONEY_LEFT = regex("(?:节约|节余|结转|收回)[^,，;。、]{0,10}$")
"""The same of money only: 收回 is also said of questionnaires."""
_OVER = regex("(?:超出|超额|多出)[^,，;。、]{0,6}$")
"""Before what there is beyond a whole."""
_CLAUSE = regex("[,，;]")
_LEFT = regex("未|剩余|结余|节约|节余|结转|缺口|差额")
"""In the name of a rate that is of what is left."""
_NOT_YET = regex("[\u4e00-\u9fff]{0,4}(?:未(?!成年)|待|尚)")
"""Behind it: 尚有10万元未支付."""
_PLAIN = regex(
    "其中|截至|截止|实际|已经?|共计?|合计|总计?|[全本当]年度?|全部|[年月][度内底末]|国库|自评|验收|核定|确认|有效|收回|回收|表示|累计|项目|资金|经费|完成|实现"
    "|达[到成]|支出|支付|执行|使用|拨付|到位|兑[付现]|发放|列支|决算|花费?|用于?|付|金额|数[量额]?|总?额|即|也就是|约|近|为"
    "|是|了|的|到(?!期)|有|按|计|人[员数次]?|预算|计划|目标|任务|期内|最终|目前|现|均|仅|只|单位|通过|办理|开展|组织|实施"
    "|参加|参与|建[成设]|获得?|取得|[^\u4e00-\u9fff]+"
)
"""What says nothing of whose figure it is."""
_BARE_PLAN = regex(r"(?:计划|任务|目标|年初|设定|下达)[数量为的]{0,2}$")
"""Before a plan that says of nothing what it is: what was done says it."""
_EACH_TIME = regex("[每按各](?:个?季度?|个?月|周|旬|年|天|日)[^,，;。\\d]{0,8}$")
"""Before what is due in each of several periods."""
_RATE = regex("([\u4e00-\u9fff]{2})(?:率|度|比例)")
"""What a rate is called."""
_TOTAL = regex("合计|共计?|总计|总共|累计")
_OTHER_S = regex("[;。]")
_USED_UP = regex(
    "[^,，;。\\d]{0,6}(?:用[尽完光罄]|花[完光]|(?:全部|全额|足额|悉数)(?:已|均)?(?:用[于完]|支[出付]|使用|执行|拨付|兑付|列支)"
    "|(?:支[出付]|使用|执行|拨付)完毕|[无没]有?结余|执行率(?:为|达)?100%)"
)
"""Behind money: all of it was spent."""
_OWN = regex(
    "实际|已经?|共计?|合计|总计?|[全本当]年度?|累计|完成|实现|支出|支付|执行|使用|拨付|到位|列支|决算|花费?|用于?|资金|经费|金额"
    "|预算|安排|下达|[为是了的数额,，;。]"
)
"""What says of money neither where it comes from nor what it is for."""
_FEWEST_LEFT, _SEVERAL, _MANY = 2, 3, 4
_LESS, _LESSER, _MUCH_LESS = Decimal("0.9"), Decimal("0.8"), Decimal("0.7")
"""Up to how much of what the rate says the part of a whole may be where it is one of a subset:
where it stands behind the rate or 其中 leads to it, where words before the rate say so, and
elsewhere."""


def is_of_a_rest(done: Done) -> bool:
    """Whether what would be an operand is what is left: 预算200万元，执行率95%，结余10万元."""
    if _OVER.search(done.lead(done.part)):
        return True
    if _LEFT.search(_name(done.told.words)) or done.text.startswith("的", done.whole.end):
        return False
    turned = done.whole.start > done.rate.end or done.whole.printed < done.part.printed
    return _is_rest(done, done.part) or (turned and _is_rest(done, done.whole))


def _name(words: str) -> str:
    """What a rate is called in the words before it: its clause alone, where that has its name."""
    own = _CLAUSE.split(words)[-1]
    return own if _RATE.search(own) else words


def _is_rest(done: Done, figure: Quantity) -> bool:
    lead = done.lead(figure)
    money = figure.dimension == "money" and _MONEY_LEFT.search(lead)
    return bool(money or _REST.search(lead) or _NOT_YET.match(done.text, figure.end))


def is_of_another_source(done: Done) -> bool:
    """Whether what was spent is of another name than what would be the whole.

    And that was all spent, or is less: 上级补助200万元用尽；城建专项支出431.66万元，执行率95.50%.
    """
    whole, part = done.whole, done.part
    if part.start < whole.start or whole.dimension != "money":
        return False
    exceeds = part.value.low > whole.value.high
    apart = exceeds and _OTHER_S.search(done.text, whole.end, part.start) is not None
    if not apart and not _USED_UP.match(done.text, whole.end, part.start):
        return False
    source, own = (pairs(_OWN.sub(" ", done.lead(f))) for f in (whole, part))
    return bool(source) and bool(own) and source.isdisjoint(own)


def is_told_twice(done: Done) -> bool:
    """Whether the whole is the part told again, though nothing calls it a plan."""
    same = done.whole.printed == done.part.printed and done.whole.step == done.part.step
    return same and not done.is_called(done.whole, done.whole_name)


def is_of_each_period(done: Done) -> bool:
    """Whether the whole is what is due each time: 要求每季度考核1次，全年实际考核3次."""
    due, made = (_EACH_TIME.search(done.lead(f)) for f in (done.whole, done.part))
    return due is not None and made is None


def is_turned_round(done: Done) -> bool:
    """Whether the whole would be the lesser and the later figure, though nothing calls it that.

    累计治理1900亩，当年治理190亩，完成率95%.
    """
    if done.whole.start < done.part.start or done.rate.printed > 1:
        return False
    return done.whole.value.high < done.part.value.low and not _is_surely_whole(done)


def _is_surely_whole(done: Done) -> bool:
    """Whether words call the whole a plan or a budget, and nothing else."""
    named = done.is_called(done.whole, done.whole_name)
    return named and not done.is_called(done.whole, done.part_name)


def fits_another_count(done: Done) -> bool:
    """Whether a rate of many digits is just what the part is of another number of the paragraph.

    收回有效问卷144份，……满意的135人，满意度93.75%.
    """
    if done.facts.digits(done.rate) < _MANY:
        return False
    others = done.facts.within(*done.facts.windows.bounds("block", done.rate.start))
    return any(
        f.printed > done.part.printed and done.rate.value.meets(done.part.value / f.value)
        for f in others
        if f.dimension.startswith("count:") and f.dimension != done.whole.dimension
    )


def is_of_what_is_handed_on(done: Done) -> bool:
    """Whether the part is of money told behind the seeming whole, which has another's in it.

    下达1500万元，其余1200万元切块到四县：……。四县支出1134万元，支出进度94.5%.
    """
    if done.facts.digits(done.rate) < _SEVERAL or done.whole.dimension != "money":
        return False
    low, _ = done.facts.windows.bounds("block", done.part.start)
    between = done.facts.within(max(low, done.whole.end), done.part.start)
    return any(
        f.hedge is None and f.dimension == "money" and _is_quotient(done, f)
        for f in between
        if f.printed > done.part.printed
    )


def _is_quotient(done: Done, whole: Quantity) -> bool:
    return done.rate.value.meets(done.part.value / whole.value)


def is_of_a_subset(done: Done) -> bool:
    """Whether the part is of some of the whole only, whose number is not told.

    全县学校480所，其中农村学校达标190所，达标率95%: the words before it say more than the verb.
    """
    if done.part.start < done.whole.start or done.of_due >= _LESS:
        return False
    words = done.lead(done.part)
    among = done.is_before or "其中" in words or done.told.name not in (None, "完成")
    if not among and _BARE_PLAN.search(done.lead(done.whole)) and done.told.is_slip:
        return False
    if "其中" in words and not _PLAIN.sub("", words):
        words = noun_of(done.facts, done.part)
    low, _ = done.facts.windows.before("sentence", done.whole.start)
    known = pairs(done.text[low : done.whole.end + 2])
    if not done.is_before:
        known |= {*_RATE.findall(done.told.words), *_kin(done)}
    left = _left(_PLAIN.sub(" ", words), known)
    if len(left.replace(" ", "")) < _FEWEST_LEFT:
        return False
    named = not pairs(left).isdisjoint(pairs(done.told.words))
    some = done.is_before or "其中" in done.lead(done.part)
    return done.of_due < (_LESS if some else _LESSER if named else _MUCH_LESS)


def _kin(done: Done) -> set[str]:
    """Words that name the part of a rate of such a name as well."""
    name, kin = done.told.name or "", done.told.relation.roles[done.part_name].kin
    return {word for end, words in kin.items() if name.endswith(end) for word in words}


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


def is_of_the_part(done: Done) -> bool:
    """Whether the rate is of what stands behind 其中, by name, or of what all come to.

    实际培训560人次，其中线上培训190人次，线上完成率95%; 支出350万元，合计支出998万元，执行率92%.
    """
    if done.rate.start < max(done.whole.start, done.part.start):
        return False
    last = max(done.whole.end, done.part.end)
    near = done.facts.around(done.rate, last, done.rate.start)
    between = [f for f in near if f.dimension == done.part.dimension]
    if _bears_name_of_another(done):
        return True
    if between and _TOTAL.search(done.lead(between[-1])):
        return True
    if len(between) != 1 or done.text.find("其中", last, between[0].start) < 0:
        return False
    names = pairs(done.lead(between[0])) & pairs(done.told.words)
    return bool(names - pairs(done.lead(done.whole) + done.lead(done.part)))


def _bears_name_of_another(done: Done) -> bool:
    """Whether the rate is called as a part before it is: 定量18个、定性6个……定量指标完成率."""
    mine = {done.whole.start, done.part.start}
    named = pairs(done.told.words) - pairs(f"{done.lead(done.whole)} {done.lead(done.part)}")
    return any(
        not named.isdisjoint(pairs(done.lead(f)))
        for f in done.told.near
        if f.start < done.rate.start and f.dimension == done.part.dimension and f.start not in mine
    )


def is_chained(done: Done) -> bool:
    """Whether the rate is of what another one leaves: 发350份，回收率97.14%，有效323份，有效95%."""
    low, high = done.whole.end, max(done.part.start, done.rate.start)
    name = done.told.name
    return any(
        done.makes(done.whole.value * other.value, done.part.value)
        or (name and other.start < done.part.start and name_of(done.facts, other) == name)
        for other in done.facts.around(done.rate, low, high)
        if other.dimension == "percent" and other.hedge is None
    )
