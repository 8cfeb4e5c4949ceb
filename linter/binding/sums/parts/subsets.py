"""A result that cannot be more than what it is of: 发放问卷200份，回收196份; 应检50辆，实检48辆."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from linter.binding.names import is_plain
from linter.facts.facts import Facts
from linter.facts.quantity import NOT_MEASURED, Quantity
from linter.regexes.late import regex

_PEOPLE = "(?:老年?人|人口|居民|村民|职工|学生|儿童|员工|社员|业主)(?:总?人数|总数)?[有为共计]{0,2}"
_SOME = (
    "独居|空巢|孤寡|失[能智独]|半失能|留守|高龄|残疾|患[病有]|慢性?病|低保|特困|持证|[参断]保|签约"
    "|建档|接种|返贫|脱贫|单亲|随迁|住校|寄宿|近视|贫困|党员"
)
"""All the people of a place, and what some of them are."""
_DONE = "脱贫|整改|销号|化解|改造|整治|治理|拆除|办结|发放|落实|签约|安置|搬迁|走访"
_STEPS = tuple(
    (regex(whole), regex(part))
    for whole, part in (
        (r"(?:发放|发出|下发|发送)[^,，;。]{0,8}(?:问卷|调查表|调查问卷)", r"回收|收回|有效"),
        (r"(?:问卷|调查表)[^,，;。\d]{0,4}(?:发放|发出|下发|发送)", r"回收|收回"),
        (
            r"培训|参训|报名|参加|轮训|参考",
            r"取得[^,，;。]{0,6}证|取证|(?:考[核试]|成绩|测试)合格|结业|拿证|持证|通过考核",
        ),
        (
            r"[排检抽普核]查|检测|送检|送样|受检|抽[检看测]|查看|点验|回访|鉴定|体检|筛查",
            r"发现|不?合格|隐患|异常|达标|阳性|正常|完好|属实|损坏",
        ),
        (
            r"人员|职工|工人|教师|医生|护士|学员|干部|队员|老人|人口|学生",
            r"[,，](?:\d+岁以[上下]|女|男|党员|持证|本地|外地|[本专]科|大专|高级|中级|脱贫|残疾)[^,，;。\d]{0,8}的?(?:有|占|计|为)",
        ),
        (
            r"(?:^|[^男女])(?:学员|学生|教师|职工|队员|人员|干部|医生|护士)[^,，;。男女\d]{0,6}$",
            r"^[,，](?:其中)?(?:女|男)(?:学员|学生|生|教师|职工|队员|性|干部|医生|护士)(?:有|占|计|为|共)?$",
        ),
        (
            r"(?:收回|回收|收到|返回)[^,，;。\d]{0,8}$",
            r"^(?:[,，](?:(?![收回第另新批])[^,，;。\d]){0,8}){1,2}有效(?:问卷|调查表|答卷|样本)?[的为有共计]?$",
        ),
        (
            rf"(?:[常居]住|户籍|在册|登记|全[县市区镇乡村校院园]|共有?|现有|总)[^,，;。\d]{{0,2}}{_PEOPLE}$",
            rf"^[,，](?:其中)?(?:{_SOME})[^,，;。\d]{{0,6}}的(?:就?有|占|共|为|达)?$",
        ),
        (
            r"(?:建档立卡|在册|登记|台账|排查出?|摸排出?|查出)[^,，;。\d]{0,8}$",
            rf"^[,，](?:现已?|目前已?|已)全?部?(?:{_DONE})(?:到位|完成|完毕)?了?$",
        ),
        (r"应[检到收发训体]", r"实[检到收发训体]"),
        (r"(?<![不未])(?<![不未]予)受理|接到|交办|接收", r"办结|答复|结案"),
        (r"报名|参赛|初选|海选", r"(?:决赛|复赛)的?(?:选手|作品|队伍)?$|入围|晋级|获奖"),
        (
            r"注册(?:用户|会员|人数|量)?[^,，;。\d]{0,4}$",
            r"^[,，](?:其中)?[日月]?均?活跃(?:用户|会员|人数|量)?[^,，;。\d]{0,4}$",
        ),
        (r"申报|推荐", r"通过|批准|获批|入选|获评"),
        (
            r"(?:共有|现有|[县市区镇乡村校]有|总数|共)[^,，;。\d]{0,8}",
            r"^[,，](?:其中)?已[^,，;。\d]{1,10}的",
        ),
    )
)
"""What comes first, and what is a part of it, by words right before their figures."""
_SMALL = ("count:个", "count:项", "count:处", "count:条", "count:次")
"""Units of so many things that a part and its whole may be of others."""
_NAMED = regex("[县市区镇乡村校]有|共有|现有|总数")
_MORE = regex(
    r"上年|去年|往年|历年|以前|遗留|累计|含|另|其他|其它|追加|[人班场]次|超|计划|目标|任务|(?<!其)余|名额"
)
_CARRIED = regex("期初|本期|未办结|[二三四]季度|下半年|结转|存量|积[存压案]")
"""Before what came in: what came before may have been done with it."""
_EACH = regex(r"[各每](?![类项种级地])[^,，;。\d]{0,8}$")
"""Before what one of many was given: 向43家医院各发放问卷1份."""
_ONLY_SOME = regex("不合|不达|超标|[排剔筛][除去掉]|未[通达合]")
"""Before a figure: it is a part of what was sent in or looked at, and no whole."""
_BEFORE, _FAR = 20, 60


def subsets(facts: Facts) -> Iterator[tuple[Quantity, Quantity]]:
    """Each (part, whole) told one behind the other in a sentence, of one unit."""
    for dimension, figures in facts.by_dimension.items():
        if dimension in NOT_MEASURED or dimension == "money":
            continue
        for whole, part in pairwise(figures):
            if _may_be_pair(facts, whole, part):
                yield part, whole


def _may_be_pair(facts: Facts, whole: Quantity, part: Quantity) -> bool:
    text = facts.text
    _, high = facts.windows.bounds("sentence", whole.start)
    if text.endswith("次", 0, part.end) != text.endswith("次", 0, whole.end):
        return False
    if part.start >= high or whole.unit != part.unit or facts.in_table(part.start):
        return False
    if not all(is_plain(facts, f) for f in (whole, part)):
        return False
    gap = text[whole.end : part.start]
    low, start = facts.own_lead(whole)
    lead = text[max(low, start - _BEFORE) : start]
    if _CARRIED.search(text, *facts.windows.before("sentence", start, _FAR)):
        return False
    if _EACH.search(lead) or _ONLY_SOME.search(lead):
        return False
    if ";" in gap or _MORE.search(lead + gap) or _MORE.search(text, part.end, part.end + 6):
        return False
    named = _NAMED.search(lead) is not None
    if part.dimension in _SMALL and not (named and gap.endswith("的")):
        return False
    return any(a.search(lead) and b.search(gap) for a, b in _STEPS)
