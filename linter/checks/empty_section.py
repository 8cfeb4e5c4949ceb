"""``empty-section``: chapters that say nothing (无, 暂无, /)."""

from __future__ import annotations

from collections.abc import Iterator

from linter.binding.case import Case
from linter.language.needs import Spec
from linter.model import Section, Severity, Span, Status, Verdict
from linter.regexes.late import regex

_WHO = "(?:[我本]?(?:局|单位|中心|校|院|馆|站|所|镇|项目|年度|报告期)|各(?:环节|方面|项工作))"
_LOOKED = "(?:经(?:过)?(?:梳理|自查|自评|核查|评价|检查|对照|分析|排查|核实){1,2}[,，]?)?"
_NONE = "(?:均|都|基本|总体上?|目前|暂时?|尚|并)*(?:无|没有|不存在|未发现|没有发现|不涉及|未出现)"
_KIND = "(?:存在|明显|重大|突出|其他|任何|相关|有关|此类|上述|需要说明|偏离|未完成|的)*"
_MATTER = "(?:问题|建议|不足|困难|偏差|偏离|事项|内容|情况|情形|绩效目标|指标)?"
_NOTHING = regex(
    rf"[\s(:-]*(?:{_LOOKED}(?:{_WHO}[,，]?)?{_NONE}{_KIND}{_MATTER}(?:的?(?:问题|情况|情形))?"
    r"|(?:暂时?|目前|现阶段)?(?:无需|不需要?|没有必要)(?:再)?(?:改进|整改|完善|建议|说明)|问题|建议)?[。.;,)/—\s-]*"
)
"""What says no more than that there is nothing: 无, 经自查，各环节均未发现问题."""
_STOPS = "。;"
_CHAPTER = ("一、", "第一")
"""How the markers of chapters begin; a heading of the format's own has none."""


class EmptySection(Spec, frozen=True):
    """Which chapters must not be empty, and how grave it is where nothing was lost."""

    chapters: tuple[str, ...]
    named: tuple[str, ...] = ()
    """The words of which a title is made that is a chapter's name and no point of a list."""
    unless_perfect: Severity = Severity.warning
    """Severity where the report lost no mark: then there may truly be no problem."""


SPEC = EmptySection


def check(rule_id: str, spec: EmptySection, case: Case) -> Iterator[Verdict]:
    """A verdict for each section of the chapters that has no sections of its own."""
    seen: set[int] = set()
    for key in spec.chapters:
        for section in case.chapters.get(key, []):
            if section.index in seen or case.outline.children(section.index):
                continue
            seen.add(section.index)
            if not _is_point(spec, case, key, section):
                yield _verdict(spec, case, section)


def _is_point(spec: EmptySection, case: Case, key: str, section: Section) -> bool:
    """Whether a line without text below is a point of a list (1.专业人员不足), not a chapter."""
    if case.document.text[section.title_end : section.end].strip("# \n"):
        return False
    name = section.title.replace(" ", "")
    if name in case.profile.chapters[key].titles or _is_made_of(spec.named, name):
        return False
    stops = case.document.folded[section.title_end - 1] in _STOPS
    chapter = section.marker is None or section.marker.style.startswith(_CHAPTER)
    return stops or section.parent >= 0 or not chapter


def _is_made_of(words: tuple[str, ...], name: str) -> bool:
    """Whether a name has nothing in it but some words, taken away in their order."""
    for word in words:
        name = name.replace(word, "")
    return not name


def _verdict(spec: EmptySection, case: Case, section: Section) -> Verdict:
    body = case.document.folded[section.title_end : section.end]
    words = body.rstrip("# \n").lstrip()
    if not _NOTHING.fullmatch(words):
        return Verdict(
            Status.passed,
            section.title,
            Span(section.start, section.title_end),
            calculation=f"正文{len(words)}字 ✓",
        )
    start = section.title_end + len(body) - len(body.lstrip())
    span = Span(start, start + len(words)) if words else Span(section.start, section.title_end)
    lost = _marks_lost(case)
    text = f"正文只有“{words}”" if words else "没有正文"
    return Verdict(
        Status.failed,
        section.title,
        span,
        calculation=text + ("，而自评有扣分" if lost else ""),
        severity=None if lost else spec.unless_perfect,
        values={"chapter": section.title, "body": words, "calculation": text},
    )


def _marks_lost(case: Case) -> bool:
    """Whether the report gives itself less than full marks."""
    return any(s.role == "total" and s.figure.printed < case.profile.total for s in case.scores)
