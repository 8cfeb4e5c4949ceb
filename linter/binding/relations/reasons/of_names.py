"""Figures of another name than those beside them: 合格率, 占总投资的, 任务完成率.

计划投资300万元，实际投资285万元，任务完成率100%: a task may be done in full for less money.
"""

from __future__ import annotations

from linter.binding.names import pairs
from linter.binding.relations.called import any_named, name_of, noun_of, subject_of
from linter.binding.relations.reasons.told import Told
from linter.facts.facts import Facts
from linter.facts.quantity import Quantity
from linter.regexes.late import regex

_OF = regex(r"(?:占了?|率为|金为)([\u4e00-\u9fff]{2,12}?)的$")
_OF_ALL = (*"总全其该当本整", "前者", "后者")
_OF_MONEY = regex("投资|审定|结算|中标|支出|预算|收入|成本|产值|合同|债券|造价|概算|决算|贷款")
"""In what a share is of: a total that has a name of its own (占总投资的)."""
_SHARES = regex(
    r"(?:^|[,，;。:])([\u4e00-\u9fff]{2,8}?)(?:[只仅已约就要]|的?比重|的?份额)?占[到了全总]{0,2}"
)
"""Before a rate: whose share it is."""
_CLAUSES = regex("[^,，;。\\d]*[,，;][^\\d]*")
"""Between a part and a share: what stands behind the comma is another's."""
_BESIDE = regex("[,，(]?[即计为约共合]{0,2}")
"""Between a share and its part: what that is called stands before the share."""
_JUST = regex(
    "(?:[正恰刚]好|大[约概致]|仅仅|合计|共计|一共|整整|同比|累计|两者|三者|[前后]者|其中|[这该]部分)"
)
"""In what seems to be a name: it only says how much, or that it is what stands before."""
_ADDED = regex("追加|增补|补充|调增|新增")
_MONEY_WORD = regex("支出|资金|金额|费用|经费|投资|补助款?|补贴款?|产值|收入")
_OPPOSITES = {"好评": regex("差评"), "满意": regex("不满意"), "合格": regex("不合格")}
_WORK = regex("新[增建修种栽造]|恢复|改善|提升|改造|修复|扩建|续建|维修|整治|更新|化解|补植")
"""Before a figure: what was done there, of which another work near it is no whole."""
_SAVED = regex(
    "[比较](?P<base>[\u4e00-\u9fff]{2,10}?)(?:合计|共|总共)?(?:节约|节省|节减|压减|少|减少|下降|降低)了?$"
)
_SAID = regex("[:,，]?(?:共|约|为|是|达|有|计|数|额|合计)*[:]?")
_FAR, _BEHIND = 2000, 6
"""How far back a noun is looked for, and how near to it its figure stands."""
_COMMON = frozenset("完成实计划")
"""Characters of a rate's name that any plan and result have."""
_NAMED = regex(
    "([\u4e00-\u9fff]*?)(?P<done>完成|实现|达成|完工|竣工|开工|验收|建成|(?P<own>发放|兑[现付]|支付|拨付|办结|整改))"
    "(?:率|度|进度|比例|程度)?[为是达到了约:]*$"
)
"""Before a rate: whose it is, and of what."""
_TURNED = regex(
    "(?:^|[,，])(?:但是?|不过|然而|唯独?)(?P<whose>[\u4e00-\u9fff]+?)[\u4e00-\u9fff]{2}"
    "(?:率|度|比例)[仅只有为是达到约]*$"
)
"""Before a rate: whose it is, where that is told as something else."""
_TASKS = regex("任务|目标|工程量?|工作量?|内容|指标|实物|课时|采购|[完竣开]工|验收|建成")
"""What no money is, unless the amounts are called so: 收入任务300万元，完成285万元."""
_LASTING = ("minute", "hour", "day")
"""How long each took, which no rate in time is of."""
_IN_TIME = regex("按时|及时|按期|准时|如期")
_GENERAL = regex(
    "年度|全年|总体|综合|任务|目标|计划|指标|工作|项目|工程|建设|实际|累计|总|的|量|数|内容|实施|应|及时|按[时期]"
)
_MOST_NEW = 0.5
"""Up to what share of the pairs of its characters a task's name is told before."""


def is_of_other_money(told: Told) -> bool:
    """Whether a share is said to be of an amount that the whole is not called: 占总投资的."""
    roles = told.relation.roles
    wholes = [figure for name, figure in told.figures.items() if roles[name].far]
    of = _OF.search(told.words)
    money = _OF_MONEY.search(of[1]) if of else None
    return (
        money is not None
        and bool(wholes)
        and not any_named(told.facts, wholes, {money[0]}, among=False)
    )


def is_share_of_another(told: Told) -> bool:
    """Whether a share is told of what is another figure, or an amount where none is: 支出占91%."""
    whose = _whose(told)
    if whose is None:
        return False
    if _MONEY_WORD.search(whose) and all(f.dimension != "money" for f in told.operands):
        return True
    part = _told_before(told.facts, whose, told.derived)
    return part not in told.operands if part is not None else _is_of_unnamed(told, whose)


def _is_of_unnamed(told: Told, whose: str) -> bool:
    """Whether no figure is called what a share is of: 240人，女90人，男150人，研究生占比15%."""
    if any(_BESIDE.fullmatch(told.text, told.derived.end, f.start) for f in told.operands):
        return False
    end = max((f.end for f in told.before), default=told.derived.start)
    apart = _CLAUSES.fullmatch(told.text, end, told.derived.start)
    words = set(_GENERAL.sub("", _JUST.sub("", whose)))
    leads = "".join(told.lead(f) + noun_of(told.facts, f) for f in told.operands)
    return apart is not None and bool(words) and words.isdisjoint(leads)


def _whose(told: Told) -> str | None:
    """Whose share a rate of a part is told to be."""
    found = _SHARES.search(told.words) if "part" in told.figures else None
    return found[1] if found else None


def is_of_more_than_added(told: Told) -> bool:
    """Whether the part is what was added to others of its name: 县里追加14.5万元，……，县级占72%."""
    whose = _whose(told)
    if whose is None or _ADDED.search(whose):
        return False
    return _ADDED.search(told.lead(told.figures["part"])) is not None


def is_named_otherwise(told: Told) -> bool:
    """Whether the figure has a name (合格率, 占学生的) that no operand has."""
    of = _OF.search(told.words)
    if of is not None:
        return _is_of_other_noun(told, of[1])
    role = next((r for r in told.relation.roles.values() if r.stem_of), None)
    name = told.name if role else None
    if name is None or role is None or name.endswith(role.general):
        return False
    kin = (words for end, words in role.kin.items() if name.endswith(end))
    words = (set(name) - _COMMON).union(*kin)
    subject = subject_of(told.facts, told.derived)
    among = subject is None or any_named(told.facts, told.operands, pairs(subject), among=False)
    if not among and _is_another_s(told, name):
        return True
    among = among and (bool(told.before) or told.text[told.derived.end] in "(:,，")
    opposite = _OPPOSITES.get(name)
    return not any_named(told.facts, told.operands, words, among=among, opposite=opposite)


def is_named_alike(told: Told) -> bool:
    """Whether what was done is called as the rate is: 接通468人，接通率."""
    if told.name is None or told.done is None:
        return False
    return told.name in told.lead(told.done.part)


def is_of_several_works(told: Told) -> bool:
    """Whether the operands are works side by side: 新增灌溉1.2万亩，恢复3.6万亩，灌溉率48.6%."""
    works = [_WORK.search(told.lead(figure)) for figure in told.operands]
    kinds = {work[0] for work in works if work is not None}
    return len(kinds) == len(works) > 1


def is_held_against_another(told: Told) -> bool:
    """Whether what was saved is told against what no other operand is called: 比限价节约131万元."""
    for figure in told.operands if not told.is_change else ():
        against = _SAVED.search(told.lead(figure))
        if against is not None:
            others = [f for f in told.operands if f is not figure]
            return not any_named(told.facts, others, pairs(against["base"]), among=False)
    return False


def _is_of_other_noun(told: Told, noun: str) -> bool:
    """Whether what a share is said to be of is called by a noun that no operand has."""
    whole = _told_before(told.facts, noun, told.derived)
    if whole is not None:
        return whole not in told.operands
    return not (noun.startswith(_OF_ALL) or any_named(told.facts, told.operands, pairs(noun)))


def _told_before(facts: Facts, noun: str, derived: Quantity) -> Quantity | None:
    """The last figure before that stands right behind a noun: 总投资8000万元 of 占总投资的75%."""
    low = max(0, derived.start - _FAR)
    at = facts.text.rfind(noun, low, derived.start - len(noun) - 1)
    end = at + len(noun)
    near = facts.within(end, end + _BEHIND) if at >= 0 else ()
    return near[0] if near and _SAID.fullmatch(facts.text, end, near[0].start) else None


def _is_another_s(told: Told, name: str) -> bool:
    """Whether the sentence tells a rate of the name before: 满意率94.4%；企业满意率92.0%."""
    before = (f for f in told.near if f.start < told.derived.start)
    kind = told.derived.dimension
    return any(f.dimension == kind and name_of(told.facts, f) == name for f in before)


def is_of_another_task(told: Told) -> bool:
    """Whether a rate is of a task that none of the figures beside it is called by."""
    if told.operands[0].dimension in _LASTING and _IN_TIME.search(told.words):
        return True
    named = _NAMED.search(told.words) if "plan" in told.figures else None
    if named is None:
        return False
    leads = " ".join(told.lead(f) + noun_of(told.facts, f) for f in told.operands)
    whose, done = named[1], named["done"]
    if _IN_TIME.search(whose):
        return not _IN_TIME.search(leads)
    if named["own"]:
        return False
    tasks = _TASKS.findall(whose + done) if told.operands[0].dimension == "money" else ()
    if tasks:
        return any(word not in leads for word in tasks)
    return _is_new(told, whose)


def is_of_a_named_part(told: Told) -> bool:
    """Whether words turn to another subject: 目标6个乡镇，实际签约6个，但石桥镇签约率只有58.6%."""
    turned = _TURNED.search(told.words)
    return turned is not None and _is_new(told, turned["whose"])


def _is_new(told: Told, words: str) -> bool:
    """Whether most of some words are not among those of the operands before the rate."""
    if not told.before:
        return False
    leads = " ".join(told.lead(f) + noun_of(told.facts, f) for f in told.operands)
    low, _ = told.facts.windows.before("sentence", told.derived.start)
    known = pairs(f"{told.text[low : max(f.end for f in told.before)]} {leads}")
    new = pairs(_GENERAL.sub(" ", words))
    return bool(new) and len(new & known) < _MOST_NEW * len(new)
