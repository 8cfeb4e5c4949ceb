"""Figures of another place, which ours are held against: 隔壁的云门县类似项目管到21.5万亩."""

from __future__ import annotations

from linter.facts.facts import Facts
from linter.facts.quantity import Quantity
from linter.regexes.late import regex

_OTHER = regex(
    r"(?:隔壁|(?<![相毗])邻[省市县区州镇乡]|外[省市县](?![城域])|"
    r"(?:相邻|毗邻|邻近|周边|兄弟|同类|外地)的?[\u4e00-\u9fff]{0,4}?(?:[省市县州]|城区|地区|单位|部门))"
    r"(?![^,，;。]{0,8}(?:互|共[建享同治]|合作|联合|签|对接|协作|交界|接壤))"
)
"""Another place, unless what follows is done together with it: 与邻省互认26个工种."""
_WIDE = 48
"""How many characters before a figure are looked through."""


def is_of_another_place(facts: Facts, figure: Quantity) -> bool:
    """Whether words before a figure of the text, in its sentence, name another place."""
    if figure.start in facts.cells:
        return False
    low, _ = facts.windows.before("sentence", figure.start, _WIDE)
    low = facts.behind_last(";", low, figure.start)
    return _OTHER.search(facts.text, low, figure.start) is not None
