"""Averages, by the words before a figure, in a title or in a header: 人均, 平均, 亩产."""

from __future__ import annotations

from linter.facts.facts import Facts
from linter.facts.quantity import Quantity
from linter.regexes.late import regex

_CUES = "averages"
_ALL = tuple("已为按由在获衡")
"""Behind 均 it says that all are or have: 38人均已持证."""
_NAME = regex(r"[^,，;。\d]{0,12}")
"""Between the word for an average and its figure."""
OF_A_PERIOD = (
    r"(?<![\u4e00-\u9fff\d])(?P<period>[月年])"
    r"(?:租金|工资|薪酬|服务费|物业费|管理费|租)(?:标准)?[为是约]?$"
)
"""Before what one month or one year costs: 月租金2.4万元."""
_OF_EACH = regex("[\u4e00-\u9fff]均(?![衡匀等已])")
"""In a header, whatever there is one of: 册均, 每吨均."""
_EACH_THING = regex(
    r"[所校园站镇乡店馆院场桥渠库点队组台辆件册]均(?![衡匀等已为按由在获])[\u4e00-\u9fff]{0,6}$"
)
"""Before a figure of one of many things: 所均107,148元, 园均招生42人."""
_CAPTION = regex(r"[^,，;。\d]{0,16}(?:\n[^\n]{0,24})?\s*")


def is_average(facts: Facts, figure: Quantity) -> bool:
    """Whether a figure's own words say that it is what one of many has or costs."""
    low, high = facts.own_lead(figure)
    if _EACH_THING.search(facts.text, low, high):
        return True
    hit = facts.cues.last(_CUES, low, high)
    if hit is None or (facts.text[hit[1] - 1] == "均" and facts.text.startswith(_ALL, hit[1])):
        return False
    return _NAME.fullmatch(facts.text, hit[1], high) is not None


def names_average(facts: Facts, words: str) -> bool:
    """Whether a title or a header names an average."""
    cues = facts.cue_words.get(_CUES, ())
    return _OF_EACH.search(words) is not None or any(word in words for word in cues)


def heads_averages(facts: Facts, low: int, high: int) -> bool:
    """Whether a caption ends in what is an average of each, perhaps above a line for the unit."""
    hit = facts.cues.last(_CUES, low, high)
    return hit is not None and _CAPTION.fullmatch(facts.text, hit[1], high) is not None
