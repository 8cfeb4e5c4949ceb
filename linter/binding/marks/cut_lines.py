"""The lowest score of a grade, told by its name: 距“优”的分数线90分尚差0.8分."""

from __future__ import annotations

from collections.abc import Iterator

from linter.binding.case import Case
from linter.binding.marks.bands import Bands
from linter.binding.marks.told_bands import Banded
from linter.facts.facts import Facts
from linter.facts.quantity import Quantity
from linter.regexes.late import regex

_LINE = regex(
    r"[“\"]?(?P<word>优秀?|良好?|中|差|合格)[”\"]?(?:级|等级?|等次|档次?)?的?"
    r"(?:分数线|起点分|最低分|门槛分?|分数门槛|及格线|标准线|起评线)(?:为|是|的|:|\()*(?=\d)"
)
_OTHER = regex(
    "考[试核评]|笔试|面试|录取|培训|体质|质量|教师|学生|[镇乡村]|满意度|测[评试]"
    "|内控|信用|上年|原|调整"
)
"""In the sentence: the line is none of the evaluation's grades."""


def cut_lines(case: Case, bands: Bands) -> Iterator[Banded]:
    """Each line of a grade that the scale has, with the grade whose line it is."""
    for found in _LINE.finditer(case.facts.text):
        figure, grade = _score(case.facts, found.end()), case.profile.grade_of(found["word"])
        low, high = case.facts.windows.bounds("sentence", found.start())
        if figure is None or grade is None or _OTHER.search(case.facts.text, low, high):
            continue
        owners = [name for name, floor in bands.floors.items() if floor == figure.printed]
        if grade.name in bands.floors and owners:
            extent, holds = bands.extent(grade.name), grade.name in owners
            place = found.span("word")
            yield Banded(figure, found["word"], place, extent, owners[0], holds)


def _score(facts: Facts, at: int) -> Quantity | None:
    """The score that begins at a place, exact."""
    figure = facts.by_start.get(at)
    if not isinstance(figure, Quantity) or figure.dimension != "score" or not figure.exact:
        return None
    return figure
