"""A step told to have come only after what comes behind it: 5月20日发中标通知书，5月27日才评标.

Where words tell it as a fault (先供货后签合同), it may have been so.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain, pairwise

from linter.binding.dates.courses import Course
from linter.binding.dates.disorder import Disorder
from linter.binding.dates.events import Event, by_sentence
from linter.facts.facts import Facts
from linter.facts.windows import Window
from linter.regexes.late import regex

_ONLY = regex(r"[日月号底初末中下旬]{0,2}(?:才|方才|方)")
_OF_IT = regex(
    r"^[而但却]?(?:[该本]?(?:工程|项目)|[^,，;。]{0,8}(?:委员会|小组|通知书?|合同|协议|开工令|许可证|公告|决算))?[于在]?$"
)
"""Before a day: its step is of what the sentence tells of, or of a paper to it."""
_OWN = regex(r"^(?:该|本|此|上述)")
_LABEL = regex(r"(?:签[订署]|开工|竣工|验收|到货|交付)的?(?:日期|时间)(?:为|是|:)$")
_FAULT = regex(
    r"倒置|滞后|先[^,，;。]{1,8}后|问题|不规范|违规|补[办签录]|逾期|延误|拖|未批|不符|偏[晚慢]|风险|[应本]应|不足|整改"
)
_APART = regex(
    r"[;。]|第[一二三四五六七八九\d]+[批期次标]|另|其[他它余]|原|计划|拟|预计|分别|[一二三四五]期|[甲乙丙丁]|下一|次年"
    r"|新一|复[验评核]|重新|再次|二次|主体|分部|单项|配套|附属|维保|运维|绿化|保险"
)
_ANOTHER = regex("的是|(?:建设|签订|验收|开标|开工|完工|竣工|发出|通知书)的[\u4e00-\u9fff]")
"""One of the steps names a thing of its own: 才开工建设的西区."""
_MARK = regex("[,，;。:\n]")
_REACH = 40


def told_late(facts: Facts, courses: Sequence[Course]) -> Iterator[Disorder]:
    """Neighbouring steps of which the later is told first, with the earlier date."""
    firm = [course for course in courses if course.firm or course.late]
    for one, other in chain.from_iterable(map(pairwise, by_sentence(facts))):
        if other.first <= one.last or one.guessed is not other.guessed:
            continue
        first, second = (_piece(facts, event) for event in (one, other))
        if _is_told_late(facts, one, other, first[0], second[0]) and _runs_back(
            "".join(first), "".join(second), firm
        ):
            yield Disorder(other, one)


def _is_told_late(facts: Facts, one: Event, other: Event, first: str, second: str) -> bool:
    """Whether words stress that the second step came behind, or both are of one thing, named so."""
    text = facts.text
    labelled = _LABEL.search(text, one.moment.end, other.moment.start) and _OWN.match(first)
    stressed = _ONLY.match(text, other.moment.end) and _OF_IT.match(second)
    sentence = _around(facts, one, other, "sentence")
    if not (stressed or labelled) or _ANOTHER.search(sentence):
        return False
    section = facts.outline.at(one.moment.start)
    if section is not None and _FAULT.search(section.title):
        return False
    if _FAULT.search(_around(facts, one, other, "block")):
        return False
    return not _APART.search(sentence.rstrip("。;\n"))


def _around(facts: Facts, one: Event, other: Event, window: Window) -> str:
    """The words around two days in their sentence, or their paragraph."""
    low, high = facts.windows.around(window, one.moment.start, other.moment.end, _REACH)
    return facts.text[low:high]


def _piece(facts: Facts, event: Event) -> tuple[str, str]:
    """The words before a day and behind it, between two marks."""
    low, high = facts.windows.around("sentence", event.moment.start, event.moment.end, _REACH)
    before = _MARK.split(facts.text[low : event.moment.start])
    behind = _MARK.split(facts.text[event.moment.end : high])
    return before[-1], behind[0]


def _runs_back(first: str, second: str, courses: Sequence[Course]) -> bool:
    """Whether the first step comes behind the second in a course, and in none before it."""
    ranks = [
        (one, other)
        for course in courses
        if (one := _rank(first, course)) is not None
        and (other := _rank(second, course)) is not None
    ]
    return bool(ranks) and all(one > other for one, other in ranks)


def _rank(words: str, course: Course) -> int | None:
    """The step of a course that words tell, where they tell of one alone."""
    told = {
        rank for rank, step in enumerate(course.steps) if any(w in words for w in step.split("|"))
    }
    return told.pop() if len(told) == 1 else None
