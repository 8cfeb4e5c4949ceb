"""What dated steps are of: 县级资金6月20日到位，省级资金3月15日拨付 are steps of two things.

A thing's name stands before the date, between the date and the step, or behind the step. Names of
which one holds the other are of one thing.
"""

from __future__ import annotations

from collections.abc import Iterable

from linter.binding.case import Case
from linter.facts.facts import Facts
from linter.facts.moment import Moment
from linter.regexes.late import regex

_BEFORE = regex(r"([\u4e00-\u9fff“”]{2,16})\Z")
_BEHIND = regex(r"(?!到(?!期)|至|给|于|各|后|前|并|使用|工作|手续)([\u4e00-\u9fff“”]{2,14})")
_GENERAL = regex(
    r"(?:开?始|结束|[起止终])于|[“”于在自从至到由经了的]|破土"
    r"|(?:施工|承建|中标|监理|承包)(?:单位|方|企业)|提[出交]|已|均|都|也|全部|全面|正式|顺利|陆续"
    r"|统一|及时|分批|一次性|同日|当日|当天|随后|然后|其后|同年|当年"
    r"|接着|最后|才|就|方才|办完|办理|组织|开展|进行|实施|建设|完成|通过|到账|足额|再|又|即|便|并|则|而|我[局县市区镇乡校院馆站]"
    r"|进场|验收(?:合格)?|中心|单位|项目|工作|活动|任务|工程|手续|日期|时间|预计"
)
"""In a name: what any step may have with it."""
_ACTOR = regex(
    r"(?:财政|[局厅委部办院]|政府|公司|学校|专家|小组|单位|双方|各方|(?:常务|办公|党组|党委|局务|站务|专题)会议?)$"
)
"""Who takes a step, not what it is of: 县财政4月12日拨付."""
_NAME = regex(r"([A-Za-z\d#\u4e00-\u9fff“”]{1,16})$")
_WHY = regex(r"(?:因|由于|受|经)[\u4e00-\u9fff]+$")
"""Behind a name: why its step was taken when it was."""
_BY = regex(r"[经由以]")
"""Right behind a date: by whom, or how, its step was taken."""
_FIRST, _LAST = (
    regex("首[个批期场家条座]|第一[个批期场家条座]"),
    regex("(?:末|最后一?)[个批期场家条座]"),
)
"""At the beginning of names: the first of some and the last of them have one course."""
_TITLE = regex(r"《([^《》\n]{8,40})》")
_PLACE = regex("[站厂路桥馆校学院村渠库楼场园镇乡塘坝堤闸井所]$")
"""The end of a name: it is that of a place, of which each is another."""
_FEWEST, _HEAD = 2, 2


def names(facts: Facts, low: int, dated: tuple[int, int], step: tuple[int, int]) -> set[str]:
    """What a step that stands behind its date may be of; ``low`` is where its words begin."""
    text = facts.text
    before = _BEFORE.search(text, low, dated[0])
    behind = _BEHIND.match(text, step[1])
    between = "" if _BY.match(text, dated[1]) else text[dated[1] : step[0]]
    found = (before[1] if before else "", between, behind[1] if behind else "")
    plain = (_GENERAL.sub("", words) for words in found)
    return {name for name in plain if len(name) >= _FEWEST and not _ACTOR.search(name)}


def are_of_two(facts: Facts, one: Moment, other: Moment) -> bool:
    """Whether words right before two dates name two things: 一标段……，二标段……."""
    a, b = (_named(facts, moment) for moment in (one, other))
    if not a or not b or a in b or b in a:
        return False
    if _PLACE.search(a) and _PLACE.search(b):
        return True
    return a[-1] == b[-1] or facts.windows.share("sentence", one.start, other.start)


def title_behind(case: Case, at: Moment) -> str | None:
    """The title behind a date, nothing where it is short: many bodies have a 《实施方案》."""
    _, high = case.facts.windows.bounds("clause", at.start)
    found = _TITLE.search(case.document.folded, at.end, high)
    return found[1] if found else None


def _named(facts: Facts, moment: Moment) -> str:
    """The name right before a date, nothing where it is that of who acts."""
    low = facts.windows.bounds("clause", moment.start)[0]
    found = _NAME.search(facts.text, low, moment.start)
    name = _GENERAL.sub("", _WHY.sub("", found[1])) if found else ""
    return "" if _ACTOR.search(name) else name


def are_two(one: Iterable[str], other: Iterable[str], *, same: bool) -> bool:
    """Whether two steps are of two things: of one kind, or (``same``) each named otherwise."""
    both = [(a, b) for a in one for b in other]
    if any(a in b or b in a or _are_ends(a, b) for a, b in both):
        return False
    return bool(both) if same else any(a[-_HEAD:] == b[-_HEAD:] for a, b in both)


def _are_ends(one: str, other: str) -> bool:
    """Whether two names are those of the first and the last of some: 首个标段, 末个标段."""
    first, last = _FIRST.match(one), _LAST.match(other)
    return bool(first and last) and _FIRST.sub("", one) == _LAST.sub("", other)
