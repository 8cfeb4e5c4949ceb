"""Words by which two dates of a sentence are of two things, or one is no day of its step."""

from __future__ import annotations

from linter.binding.dates.courses import BEFORE
from linter.binding.dates.events import Event
from linter.facts.facts import Facts
from linter.facts.moment import Moment
from linter.regexes.late import regex

APART = regex(
    r"[;。](?![于在]?$)|第[一二三四五六七八九\d]+[批期次标笔]|另|其[他它余]|上年|原|计划|拟|预计"
    r"|提前|推迟|延期|此前|之前|早在|比|较|分别|各|前期|已于|[一二三四五]期"
    r"|[一二三四五六七八九\d]标|[甲乙丙丁]|[末前后]批|末期|下一|次年|上一|最[早晚迟]"
)
"""Between two dates: what tells that they are not steps of one course, one behind the other."""
_FIRST_OF, _PARTS = regex("首[批期]"), regex("[批期](?!准|复|转|间|限|满)")
"""Between two dates: the first of some, which another beside it tells to be apart."""
ANEW = regex(
    r"[二三四]期|下一|另|新一|又|再|后续|剩余|其余|补[办签缴]|整改|复工|[第二三四两]次|结算|决算|审计|资料|档案|备案|\\d{4}年度|[春夏秋冬]季"
)
"""Behind the second of two dates: it is of something else, or of the same once more."""
_UP_TO_THEN = regex(
    r"(?:截[至止]|(?:(?<!日)期|[限延])[^,，;。\d]{0,4}[至到为]|[期限延][^,，;。]{0,14}[至到]"
    r"|(?:(?:调整|变更|延期)后的(?:工期|期限|完工|竣工|时间)|计划|(?<!按)(?<!按照)要求|约定|规定|原定|应[当于在]|须[于在])[^,，;。]{0,6})[^,，;。\d]{0,8}$"
)
"""Before a date: it bounds its step and is no day of it: 截至9月30日完工, 合同工期至9月30日."""
_AT_MOST = regex("底?前(?![期后段往已])|以前|之前|为?止|到期|届满|期满")
"""Right behind such a date."""
EARLY = regex("先期|先行|提前|预先|此前|预付|垫")
"""Right behind a date: the step was taken before its time."""
_LEVEL = regex("(?P<level>中央|省|市|县|区|镇|乡)级?(?:财政|配套|资金|专项|补助)")
_LEAD = 28


def is_apart(facts: Facts, before: Event, after: Event) -> bool:
    """Whether words between two dates tell of two things; 首批 does beside others of its kind."""
    gap = facts.text[before.moment.end : after.moment.start]
    if APART.search(gap) or _are_of_two_levels(facts, before, gap):
        return True
    first = _FIRST_OF.search(gap)
    low, _ = facts.windows.before("sentence", before.moment.start)
    lead = facts.text[low : before.moment.end] + gap[: first.start()] if first else ""
    return _PARTS.search(lead) is not None


def _are_of_two_levels(facts: Facts, before: Event, gap: str) -> bool:
    """Whether the money of two levels is told of: 县级财政……下达，区级配套……到位."""
    first = _LEVEL.search(facts.text, *facts.windows.before("clause", before.moment.start, BEFORE))
    second = _LEVEL.search(gap)
    return first is not None and second is not None and first["level"] != second["level"]


def is_early(facts: Facts, moment: Moment) -> bool:
    """Whether words behind a date say that its step was taken before its time."""
    return EARLY.search(facts.text, moment.end, moment.end + BEFORE) is not None


def is_bound(facts: Facts, moment: Moment) -> bool:
    """Whether a date is a cut-off or a term, before which its step may have been taken."""
    low, _ = facts.windows.before("sentence", moment.start, _LEAD)
    return bool(
        _UP_TO_THEN.search(facts.text, low, moment.start) or _AT_MOST.match(facts.text, moment.end)
    )
