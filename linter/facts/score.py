"""Scores: full marks and marks obtained, of a heading, a table row, or the whole report."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from linter.facts.facts import Facts
from linter.facts.quantity import Quantity
from linter.model import Section
from linter.regexes.late import regex

Role = Literal["full", "obtained", "deduction", "total", "full-total"]
FULL_ROLES: tuple[Role, ...] = ("full", "full-total")
NOT_GOT: tuple[Role, ...] = (*FULL_ROLES, "deduction")
"""Roles of marks that may be got, and of all that are none that were."""

_TOTAL = regex(
    r"(?:总分数?|总得分|总评分?|总体得分|得分合计|评分结果|得分结果|(?:实际|项目|最终|最后|合计)得分"
    r"|(?:自评|评价|绩效|综合|最终|最后|总评?)(?:评价|绩效|综合|自评)*(?:总?得分|总?分数?|总评分?)"
    r"|(?:自评|评价|绩效)(?:综合)?成绩"
    r"|综合评[分定]|(?:最终|最后)评[分定]"
    r"|(?:本|该|此)(?:次|项目|专项|资金|单位|部门)(?:最终|最后|综合|自评|评价|实际|一?共|总共|合计|总计|累计)*[得打评]"
    r"|(?:自评|评价)(?:结果|结论|等[级次])(?:[:为是](?:“?(?:优秀?|良好?|中|差)”?[,，(])?)?"
    r"|项目最终得|(?:相加|加总|汇总)得|(?:总共|一共|共|合计|总计|累计)(?:实|评|拿)?得分?)"
    r"(?:合计)?(?:\(分\))?(?:结果)?"
    r"(?:合计|[为是:达共计,，定评认核记 得|“])*$"
)
_FULL = regex(
    r"(?:满分|分值|权重|标准分|标准分值|总分值|设置|设|占|(?<![小合总累])计|共)"
    r"(?:为|是|:|共|合计|各?占| )*$"
)
_FULL_TOTAL = regex(r"(?:总分|满分|总分值|分值合计|权重合计)(?:为|是|:|共|合计|按|设| )*$")
_FULL_OF_PART, _HUNDRED = regex("满分[为是:]?$"), 100
_OBTAINED = regex(
    r"(?:得分|自评得分|评分|自评|实得|实际得|得|获|评得|评为|自评为|打分|评定|评|给予|给|打|拿[到下得了]?|只够|(?<=[,，例算应可故率])记)"
    r"(?:分)?(?:为|是|:|共|合计|小计|了| )*$"
)
_DEDUCTED = regex(r"(?:扣|扣减|扣分|扣除|减|失|丢)(?:了|掉|分|为|:|共)*$")
_LOST_OR_KEPT = regex("(?P<lost>[扣丢]得?|(?<![损缺遗过])失(?![业误信修]))|得|拿|评")
_FAR = 120
_OF_FULL = regex(r"(?:满分)?[中里]|的(?:权重|分值)")
_OBTAINED_BEHIND = regex(
    r"(?:[,，][^,，;。]{1,14})?[,，]?(?:自评|实际|实)?得分?[为了]?(?P<marks>\d+(?:\.\d+)?)分"
)
"""Behind full marks: 决策指标20分，得18分."""
_OBTAINED_OF = regex(r"[,，(]?(?:自评|实际|实)?得分?[为了]?(?P<marks>\d+(?:\.\d+)?)分")
"""Right behind a total that can be got."""
_FULL_OF_ALL = regex(
    r"(?:[本此该]?(?:次|项目|部门|单位)|(?:支出)?绩效|自评|评价|指标|体系|采用|实行|[按以]|百分制"
    r"|[总,，;。:\n ])*满分[为是:]?"
)
_OF_IT = regex(r"[,，](?:本?项目|自评|实际|最终|经评)?(?:得分|实得|得|评得)[为是:]?")
"""Before the hundred that a whole report can get, and between it and what it got."""
_BAND = regex(
    r"\(含\d*分?\)(?:及?以[上下]|至|到|[-—~])|\(?及?以[上下](?:\(含\d*分?\))?[^,，;。]{0,4}[为是评属]"
)
_BESIDE = regex(r"[)，,、 ]{1,2}(?:自评|实际|评价)?(?:得分|得|实得)(?:为|:)?")


_TIMES = 2
"""So many times full marks is a mark at most that was meant to be one of them."""


class Score(Struct, frozen=True):
    """One printed score with its part; ``section`` is the heading that it scores, if any."""

    figure: Quantity
    role: Role
    section: Section | None


def scores(facts: Facts) -> list[Score]:
    """Every printed score outside tables whose part is told by the words around it."""
    figures = facts.text_by_dimension.get("score", [])
    roles = [role_of(facts, f) for f in figures]
    for i, following in enumerate(roles[1:]):
        gap = facts.text[figures[i].end : figures[i + 1].start]
        bracketed = facts.text[max(0, figures[i].start - 3) : figures[i].start].count("(") > 0
        if roles[i] is None and following == "obtained" and bracketed and _BESIDE.fullmatch(gap):
            roles[i] = "full"
        elif following == "obtained" and _is_of_all(facts, figures[i], gap):
            roles[i + 1] = "total"
    return [
        Score(figure, role, _heading(facts, figure))
        for figure, role in zip(figures, roles, strict=True)
        if role is not None
    ]


def _is_of_all(facts: Facts, full: Quantity, gap: str) -> bool:
    """Whether a mark is the report's own: right behind the hundred that all of it can get."""
    if full.printed != _HUNDRED or _OF_IT.fullmatch(gap) is None:
        return False
    return _FULL_OF_ALL.fullmatch(facts.text, *facts.lead(full)) is not None


def role_of(facts: Facts, figure: Quantity) -> Role | None:
    """What the words before a score, or the 中 behind it, say that it is."""
    if _OF_FULL.match(facts.text, figure.end):
        return "full"
    lead = facts.text[facts.lead(figure)[0] : figure.start]
    if _DEDUCTED.search(lead):
        return "deduction"
    if _TOTAL.search(lead):
        return _role_of_total(facts, figure, lead)
    part = _FULL_OF_PART.search(lead) is not None and figure.printed < _HUNDRED
    if _FULL_TOTAL.search(lead) and not lead.endswith("满分") and not part:
        return "full-total"
    if _FULL.search(lead):
        return "full"
    if _OBTAINED.search(lead):
        return "obtained"
    obtained = _OBTAINED_BEHIND.match(facts.text, figure.end)
    if obtained is None:
        return None
    beside = "," not in obtained[0] and "，" not in obtained[0]
    return "full" if beside or float(obtained["marks"]) <= figure.printed else None


def _role_of_total(facts: Facts, figure: Quantity, lead: str) -> Role | None:
    """The role of what is called a total: 总分90分(含)以上为优 is a band, 总分90分,得85分 of what.

    A hundred to be got may be what was got too: readers of totals tell these apart.
    """
    if _BAND.match(facts.text, figure.end):
        return None
    of = _OBTAINED_OF.match(facts.text, figure.end)
    part = of is not None and lead.endswith("总分") and figure.printed < _HUNDRED
    return "full" if of is not None and part and float(of["marks"]) <= figure.printed else "total"


def may_be_of(full: Quantity, mark: Quantity) -> bool:
    """Whether a mark may be meant as one of full marks: with far more it is another's."""
    return mark.printed <= _TIMES * full.printed


def is_lost(facts: Facts, figure: Quantity) -> bool:
    """Whether a mark is one of those lost, by the last word of its sentence that says which."""
    if figure.dimension != "score":
        return False
    low, _ = facts.windows.before("sentence", figure.start, _FAR)
    said = [found["lost"] for found in _LOST_OR_KEPT.finditer(facts.text, low, figure.start)]
    return bool(said) and said[-1] is not None


def _heading(facts: Facts, figure: Quantity) -> Section | None:
    """The section in whose heading line the figure stands."""
    section = facts.outline.at(figure.start)
    if section is not None and section.start <= figure.start < section.title_end:
        return section
    return None
