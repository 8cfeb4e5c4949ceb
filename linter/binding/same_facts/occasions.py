"""When and where a state is told of: what leads in its clause, and whose label or heading it has.

截至9月底，市场改造正在施工 is no denial of 市场改造已完工, nor is what is told of 甲镇 of 乙镇.
"""

from __future__ import annotations

from linter.facts.facts import Facts
from linter.regexes.late import regex

_MONTH = r"\d{1,2}月(?:\d{1,2}日|[底末初中]|[上中下]旬|份)?"
_STAGE = regex(
    r"(?:^|(?<=[,，;。:\n]))"
    rf"(?:[^,，;。:\d\n]{{0,6}}(?:\d{{4}}年)?(?!12月){_MONTH}(?:[^,，;。:\d\n]{{0,6}}(?:[时止]|回访|检查|督查|复查|抽查|核查|跟踪))?"
    r"|[^,，;。:\d\n]{0,4}(?:上半年|年[初中]|[一二三]季度末?|监控|申报|督[查导办]|中期)[^,，;。:\d\n]{0,6})"
    r"[,，]$"
)
"""Before a state: a time before the year's end, which leads in its clause."""
_YEARS_END = regex(r"(?:截[至止]|到|至)?(\d{4})年(?:度?[底末]|12月(?:31日|[底末])?)[,，]$")
_YEAR = regex(r"(\d{4})年")
_LABEL = regex(r"(?:^|(?<=[。;\n]))(?:\d+[.、])?([\u4e00-\u9fffA-Z\d]{2,10}):")
_OF_PLACE = regex(r"[\u4e00-\u9fffA-Z\d]{1,8}(?:[镇乡村]|街道|片区|标段|学校|医院)$")
_REACH = 40


def is_of_a_stage(facts: Facts, low: int, end: int) -> bool:
    """Whether a time before the year's end leads in a state, or it is but what went on then.

    ``low`` is where its piece of the clause begins, ``end`` where the state ends: 正在施工期间.
    """
    return facts.text.startswith("期间", end) or _stage(facts, low) < low


def _stage(facts: Facts, low: int) -> int:
    """Where the words begin that, right before an offset, lead in a time; else the offset."""
    begin, _ = facts.windows.before("sentence", low, _REACH)
    found = _STAGE.search(facts.text, begin, low)
    if found is None and facts.year is not None:
        found = _YEARS_END.search(facts.text, begin, low)
        found = found if found and int(found[1]) < facts.year else None
    return found.start() if found else low


def is_of_a_later_year(facts: Facts, low: int) -> bool:
    """Whether a time after the evaluated year leads in what begins at an offset."""
    years = _YEAR.findall(facts.text, _stage(facts, low), low)
    return facts.year is not None and any(int(year) > facts.year for year in years)


def are_of_two_places(facts: Facts, one: int, other: int) -> bool:
    """Whether labels or headings tell what stands at two offsets of two places."""
    places = {_place(facts, one), _place(facts, other)}
    return len(places) > 1 and "" not in places


def _place(facts: Facts, at: int) -> str:
    """The last label before a colon, or the heading, that is the name of a place."""
    low, _ = facts.windows.bounds("block", at)
    label = facts.last(_LABEL, low, at)
    section = facts.outline.at(at)
    named = (label[1] if label else "", section.title if section is not None else "")
    return next((name for name in named if _OF_PLACE.search(name)), "")
