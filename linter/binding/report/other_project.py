"""The project that a form or an overview names, where the title names quite another."""

from __future__ import annotations

from linter.binding.case import Case
from linter.model import Span
from linter.regexes.late import regex

_NAMED = regex(
    r"(?:项目名称[ \t:|]*|(?:本次|此次|本报告)(?:绩效)?(?:自评|评价)的?项目(?:为|是)“?)"
    r"(?P<name>[^\s:,，。;|“”]{4,40}?(?:项目|工程))(?=[\s,，。;|”]|$)"
)
_COMMON = regex(r"[\W\d_]|项目|工程|资金|经费|专项|补助|补贴|支出|绩效|年度?|建设|改造|服务|管理")
"""What names of any two projects may share, and what of a name tells nothing."""
_LEAST = 4
"""How many characters tell what a project is."""


def other_project(case: Case, titled: str) -> Span | None:
    """The only project that is named, if it shares no character with the title's project.

    A title of money (水利发展资金) is over many projects.
    """
    named = list(_NAMED.finditer(case.facts.text, case.outline.title_end))
    if len({name["name"] for name in named}) != 1 or not titled.endswith("项目"):
        return None
    own, other = _characters(titled), _characters(named[0]["name"])
    told = len(own) >= _LEAST <= len(other) and own.isdisjoint(other)
    return Span(*named[0].span("name")) if told else None


def _characters(name: str) -> frozenset[str]:
    return frozenset(_COMMON.sub("", name))
