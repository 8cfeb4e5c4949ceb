"""Which of two numbered events are said to be one: 联席会是第三次, 第四批……名单……9个村."""

from __future__ import annotations

from linter.binding.dates.numbered import Numbered
from linter.binding.names import pairs
from linter.facts.facts import Facts
from linter.regexes.late import regex

ADDED = regex(r"(?:的?(?:会议|纪要|编号|轮次|届次|次序|建设|名单|认定|称号))+$")
_MEMBER = regex("入选|列入|入围|属于?|评为|建设单位|上榜|名单|称号")
_FIGURES = regex(r"(?<![\d.,])\d[\d.,]*[\u4e00-\u9fff]{2}")
_WHICH = regex("那[场次个]|这[场次个]|的")
_SELF = regex(r"^[本我](?=[院校局县市镇乡馆站司村区])")
_SPARSE = 12
"""How often a report may tell of what a statement numbers."""
_FEWEST, _SHARED, _BEHIND = 2, 3, 28


def is_stated(facts: Facts, a: Numbered, b: Numbered) -> bool:
    """Whether one says of a thing that it is the one so numbered, and the other numbers it."""
    if (a.stated and not a.day and _ties(facts, a.stated, b)) or (
        b.stated and not b.day and _ties(facts, b.stated, a)
    ):
        return True
    one, other = (_SELF.sub("", e.stated) for e in (a, b))
    itself = one == other != "" and one != a.stated and other != b.stated
    return itself and a.unit == "批"


def is_member(facts: Facts, event: Numbered) -> bool:
    """Whether its clause says that something was taken into a list."""
    clause = facts.windows.around("clause", event.start, event.end)
    return _MEMBER.search(facts.text, *clause) is not None


def _ties(facts: Facts, stated: str, other: Numbered) -> bool:
    """Whether a stated thing is what another number is of.

    Of a thing that words tell from others (议大湾那场调度会) the other must tell too.
    """
    *which, stated = _WHICH.split(stated)
    low, high = facts.windows.around("sentence", other.start, other.end)
    if which and other.unit != "届" and not pairs("".join(which)) & pairs(facts.text[low:high]):
        return False
    name = ADDED.sub("", other.name)
    size = min(len(stated), len(name))
    alike = size >= _FEWEST and stated[-size:] == name[-size:]
    return alike and facts.commonness[stated[-_FEWEST:]] <= _SPARSE


def has_figure(facts: Facts, a: Numbered, b: Numbered) -> bool:
    """Whether two of one name tell the same figure: 第四批森林乡村…9个村上榜, …的9个村."""
    if len(a.name) <= _SHARED or a.name[:_SHARED] != b.name[:_SHARED]:
        return False
    if not all(is_member(facts, event) for event in (a, b)):
        return False
    return not set.isdisjoint(*(_figures(facts, event) for event in (a, b)))


def _figures(facts: Facts, event: Numbered) -> set[str]:
    """The figures behind a number, in its clause."""
    _, high = facts.windows.behind("clause", event.start, event.end)
    return set(_FIGURES.findall(facts.text, event.end, min(high, event.end + 2 * _BEHIND)))
