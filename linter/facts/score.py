"""Scores: full marks and marks obtained, of a heading, a table row, or the whole report."""

from __future__ import annotations

import re
from typing import Literal

from msgspec import Struct

from linter.facts.facts import Facts
from linter.facts.quantity import Quantity
from linter.model import Section

Role = Literal["full", "obtained", "deduction", "total", "full-total"]

_TOTAL = re.compile(
    r"(?:总分|总得分|总评分|综合得分|综合评分|综合评价得分|综合绩效得分|绩效得分|自评得分|自评分|自评分数|自评综合得分|自评总得分|最终得分|评价得分|评价总分|评分结果|合计得分|得分合计|总体得分|绩效评价得分|实际得分|项目得分)(?:合计)?(?:\(分\))?(?:结果)?(?:为|是|:|达|共|计|合计|,|，|定为|评定为| |得|\||“)*$"
)
_FULL = re.compile(r"(?:满分|分值|权重|标准分|标准分值|总分值|设置|占|计|共)(?:为|是|:|共|合计|各?占| )*$")
_FULL_TOTAL = re.compile(r"(?:总分|满分|总分值|分值合计|权重合计)(?:为|是|:|共|合计|按|设| )*$")
_OBTAINED = re.compile(r"(?:得分|自评得分|评分|自评|实得|实际得|得|获|评得|评为|自评为|打分|评定)(?:分)?(?:为|是|:|共|合计|小计|了| )*$")
_DEDUCTED = re.compile(r"(?:扣|扣减|扣分|扣除|减|失|丢)(?:了|掉|分|为|:|共)*$")
_OUT_OF = re.compile(r" ?(?:\(|，|,)? ?(?:满分|总分|共) ?$")


class Score(Struct, frozen=True):
    """One printed score with its part; ``section`` is the heading that it scores, if it is in one."""

    figure: Quantity
    role: Role
    section: Section | None


def scores(facts: Facts) -> list[Score]:
    """Every printed score outside tables whose part is told by the words around it."""
    found = []
    for figure in facts.by_dimension.get("score", []):
        if facts.in_table(figure.start):
            continue
        role = _role(facts.text, facts.lead(figure)[0], figure.start)
        if role is not None:
            found.append(Score(figure, role, _heading(facts, figure)))
    return found


def _role(text: str, low: int, start: int) -> Role | None:
    lead = text[low:start]
    if _DEDUCTED.search(lead):
        return "deduction"
    if _TOTAL.search(lead):
        return "total"
    if _FULL_TOTAL.search(lead) and not lead.endswith("满分"):
        return "full-total"
    if _FULL.search(lead):
        return "full"
    if _OBTAINED.search(lead):
        return "obtained"
    return None


def _heading(facts: Facts, figure: Quantity) -> Section | None:
    """The section in whose heading line the figure stands."""
    section = facts.outline.at(figure.start)
    if section is not None and section.start <= figure.start < section.title_end:
        return section
    return None
