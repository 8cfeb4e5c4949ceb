"""What there was, what was done of it and the rate of that, right beside each other.

发现隐患48处，整改45处，整改率100%: so told, the rate is of just these two.
"""

from __future__ import annotations

from linter.binding.alone import are_alone, is_near
from linter.binding.relations.bindings import Assignment
from linter.facts.facts import Facts
from linter.regexes.late import regex

_DONE = regex(
    r"[,，;](?:其中|已|共|均|现|累计|实际|全部)*(?P<stem>[\u4e00-\u9fff]{2,3}?)(?:完成|到位|完毕|的)?了?"
)
_RATED = regex(r"[,，](?:其)?(?P<stem>[\u4e00-\u9fff]{2,3}?)(?:完成)?率(?:为|达到?|是)?")
_LATER = regex(
    "其余|剩余|余下|剩下|另|限期|逐步|陆续|[以之]后|最终|复查|回头看|应|需|属实|到期|当[场日天月]"
)
"""In the sentence: more of them was done, or not all of them was to be."""
_ROLES = {"plan", "done", "rate"}


def is_side_by_side(facts: Facts, assignment: Assignment, derived: str) -> bool:
    """Whether figures that do not fit stand so, and alone of their kinds in the sentence.

    No amounts: a task may be done in full for less money.
    """
    figures, text = assignment.figures, facts.text
    if figures.keys() != _ROLES or assignment.failing is None or figures[derived].hedge:
        return False
    plan, done, rate = figures["plan"], figures["done"], figures["rate"]
    if plan.dimension == "money" or not plan.end <= done.start <= done.end <= rate.start:
        return False
    doing = _DONE.fullmatch(text, plan.end, done.start)
    rated = _RATED.fullmatch(text, done.end, rate.start)
    if doing is None or rated is None or doing["stem"] != rated["stem"]:
        return False
    if _LATER.search(text, *facts.windows.bounds("sentence", rate.start)):
        return False
    return is_near(figures, assignment.failing, derived) and are_alone(facts, figures.values())
