"""Shares that leave nothing out: whether the words of a list say that it makes up its whole.

其余 ends one; the steps of a scale (满意, 一般, 不满意) and the two ends of a measure (30岁以下 …
45岁以上) are all there are; so are opposites (男、女). Three kinds or more of one noun are apart
(财政拨款收入, 事业收入, 其他收入): together they are no more than the whole.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from linter.binding.summing import LEFT
from linter.binding.sums.kinds import are_opposites, are_partition, share_a_noun
from linter.facts.facts import Facts
from linter.facts.quantity import Quantity
from linter.regexes.late import regex

_NAME = regex(
    r"(?P<name>[^,，;。、:()\n]{1,24}?)[”」]?(?:的|的?(?:受访者?|受访群众|人数|人员|比重|占比|所占比例|比例))?"
    r"(?:[各所约只仅]?占(?:比重?|了|到)?|比重|比例)?(?:[^,，;。、:()占\d]{2,10}的(?:比重|比例)?)?"
    r"[为是达到有约]{0,2}$"
)
_RESPECTIVE = regex(
    r"(?P<names>[^,，;。:()\n\d%]{2,32}?)的?(?:人员|人数|资金|户籍)?的?(?:所?占)?(?:比例|占比|比重|比)?"
    r"(?:分别|依次|各)[占为是有]{0,3}$"
)
"""Before the first of some shares: what each of them is of."""
_AND = regex("[、和与及]")
_BOTH = regex("(?:男女|城乡)$")
_TIGHT, _NOUN = 3, 2
"""By how much the last name may be longer: 男性、女性学员, but not 男性、女性学员取证."""
_ALL = regex(f"(?:{LEFT}|另有|另外)[^,，;。]{{0,12}}$")
_PARTIAL = regex(r"其中|主要|包括|含")
_BY_ANOTHER = regex(r"[从按以][^,，;。\d]{1,8}(?:看|来看|来说|分)[,，:]")
"""Between shares: they are of different divisions (从学历看，……；从年龄看，……)."""
_SCALE = regex(
    r"(?:^|[“「]|认为|选择|表示)(?:非常|很|比较|较为?|基本|不太?|十分|相当|完全)?"
    r"(?:满意|明显|显著|好|一般|差|不满意|优秀?|良好?|中等?|合格|不合格|认可|了解|有?效果|没有效果|有?帮助|有用|没有?用|不?方便)$"
)
_STEPS = (
    "满意",
    "明显",
    "显著",
    "好",
    "优",
    "优秀",
    "良好",
    "认可",
    "了解",
    "效果",
    "帮助",
    "有用",
    "方便",
    "差",
    "不合格",
)
_ASKED = regex("用|方便|满意|了解|认可|帮助|效果")
"""In steps: what was asked; one scale is of one thing."""
_WORST = regex("不|一般|差|中|合格|没|未")
_LOWEST = regex("不|差|没|未|合格|中")
_LOW, _HIGH = regex("以下|以内|不足|不满|小于"), regex("以上|超过|大于")
NO_OTHERS = regex(
    r"(?![^。;\d]{0,16}(?:对象|普查|检查|排查))[^。;\d]{0,16}(?:无|没有?)(?:遗漏|漏项|缺漏)"
    r"|[^。;\d]{0,16}(?:无人|没有人)(?:弃答|弃权|未作?答|不作?答|放弃|选其[他它])"
    r"|[^。;\d]{0,16}(?![^。;]{0,20}(?:事故|事件|纠纷|问题|异常|投诉|情况))(?:[即就便]?[为是]全部"
    r"|仅[此这]|[再别]?无其[他它余]|没有其[他它]|再无别|[再别]无|均无其[他它]|不含其[他它]"
    r"|(?:只有|就)这|不设其[他它]|(?:没有|无)(?:一[个项家户])?(?:不合格"
    r"|不达标)的?[\u4e00-\u9fff]{0,4}(?:$|[,，。;]))"
    r"|[。,，;](?:[两二三四五六][者项块]|以上各?[^,，。;\d]{0,4})[^,，。;\d]{0,6}(?:即为|就是|构成|组成|等于)了?(?:全部|整个|所有)"
)
"""Behind the last of a list: there is no other."""
_FAR = 400
"""How many characters of a long sentence before a list are looked through."""
_OF_ANY = regex(
    "(?P<sex>女)|(?P<age>[岁龄]|[老中青]年|儿童|少年)|(?P<party>党员)|(?P<ill>残疾)|(?P<people>少数民族)"
    "|(?P<served>退役)|(?P<schooling>学历)|(?P<title>职称)|(?P<home>户籍)"
)
"""In names of what anybody may be besides."""
_DENIED = regex("[不没未无](?P<said>[\u4e00-\u9fff]{2,})")
_FEWEST, _PAIR = 3, 2


def is_complete(facts: Facts, run: Sequence[Quantity]) -> bool:
    """Whether the names of some shares in a row say that there are no others."""
    names = names_of(facts, run)
    if not all(names):
        return False
    low, _ = facts.windows.before("sentence", run[0].start, _FAR)
    if _PARTIAL.search(facts.text, low, run[-1].start):
        return False
    text, last = facts.text, run[-1]
    if _BY_ANOTHER.search(text, run[0].end, last.start):
        return False
    if NO_OTHERS.match(text, last.end):
        return True
    if _ALL.search(text, run[-2].end, last.start) or names[-1].startswith(("其他", "其余", "其它")):
        return True
    if is_scale(names) or _are_graded(names) or are_partition(names, facts.partitions):
        return True
    ends = names[0], names[-1]
    if any(_LOW.search(a) and _HIGH.search(b) for a, b in (ends, ends[::-1])):
        return True
    return len(names) == _PAIR and are_opposites(*ends)


def are_apart(names: Sequence[str]) -> bool:
    """Whether names are kinds of one noun (but for one of many), of which there may be others.

    All of them are no more than the whole, and where they are near it, they are all there are.
    """
    many = len(names) > _FEWEST
    return all(names) and (
        share_a_noun(names) or (many and (share_a_noun(names[1:]) or share_a_noun(names[:-1])))
    )


def may_overlap(names: Sequence[str]) -> bool:
    """Whether one thing may be of more than one of some names: 女性, 党员, 大专以上学历."""
    found = {match.lastgroup for name in names for match in _OF_ANY.finditer(name)}
    return len(found) > 1 or (
        any("女" in name for name in names) and not any("男" in name for name in names)
    )


def may_go_on(names: Sequence[str]) -> bool:
    """Whether names are the steps of a scale that has a lower one: 满意, 比较满意, 一般."""
    return is_scale(names) and not _LOWEST.search(names[-1])


def _are_graded(names: Sequence[str]) -> bool:
    """Whether the first of some names is denied by the last: 手续便捷, 一般, 不便捷."""
    said = _DENIED.fullmatch(names[-1]) if len(names) >= _FEWEST else None
    return said is not None and names[0].endswith(said["said"])


def is_scale(names: Sequence[str]) -> bool:
    """Whether names are the steps of a scale, down to one that is no praise."""
    return (
        len(names) >= _FEWEST
        and names[0].endswith(_STEPS)
        and all(_SCALE.search(name) for name in names[1:])
        and any(_WORST.search(name) for name in names)
        and len({found[0] for name in names for found in _ASKED.finditer(name)}) <= 1
    )


def names_of(facts: Facts, run: Sequence[Quantity]) -> list[str]:
    """What each of some shares is of; empty where no words say it."""
    low, _ = facts.windows.bounds("sentence", run[0].start)
    listed = _names_before(facts, low, run)
    if listed:
        return listed
    places = [low, *(f.end for f in run)]
    return [_name(facts, at, figure) for at, figure in zip(places, run, strict=False)]


def _names_before(facts: Facts, low: int, run: Sequence[Quantity]) -> list[str]:
    """As many names as shares right before all of them: 男女比例分别为53.5%和46.5%."""
    found = _RESPECTIVE.search(facts.text, max(low, run[0].start - 40), run[0].start)
    if not found or any(b.start - a.end > _TIGHT for a, b in pairwise(run)):
        return []
    names = _AND.split(found["names"])
    if any(len(name) > len(names[0]) + _NOUN for name in names):
        return []
    if len(names) == 1 and len(run) == _PAIR:
        both = _BOTH.search(names[0])
        names = [*both[0]] if both else names
    return names if len(names) == len(run) else []


def _name(facts: Facts, low: int, figure: Quantity) -> str:
    end = figure.start - facts.text.startswith("(", figure.start - 1)
    found = _NAME.search(facts.text, max(low, figure.start - 40), end)
    return found["name"].strip('的“”"「」 ') if found else ""
