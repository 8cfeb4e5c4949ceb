"""A document opened as a case: its outline, facts, profile, and what kind of document it is."""

from __future__ import annotations

from linter import outline
from linter.binding.case import Case
from linter.facts.cues import CueHits
from linter.facts.facts import Facts
from linter.facts.year import evaluated_year
from linter.late import regex
from linter.model import Document, Outline
from linter.profile import Profile, is_titled, recognise
from linter.rulebook.book import Rulebook

_REPORT_TITLE = regex(r"绩效|自评|评价")
_FORM = regex(r"表(?:[(（][^()（）]*[)）])?$")
_REPORT_WORDS = regex(r"绩效|自评|得分|预算|资金|支出|项目")


def open_case(
    document: Document, rulebook: Rulebook, profile: Profile | None = None
) -> tuple[Case, str]:
    """Everything that the rules may look at, and why the profile was chosen."""
    tree, irregularities = outline.build(document)
    recognised = asked = profile is not None
    reason = "指定"
    if profile is None:
        profile, words = recognise(tree, rulebook.profiles)
        recognised = bool(words)
        reason = f"标题中有{'、'.join(words)}" if words else "未识别出框架，按通用要求检查"
    figures = list(rulebook.scanner.scan(document.folded))
    compiled = rulebook.compiled
    year = evaluated_year(tree.title, document.folded)
    facts = Facts(
        document,
        tree,
        figures,
        CueHits(compiled.lexicon, compiled.cue_regex, document.folded),
        rulebook.vocabulary,
        year[0] if year else None,
        tuple(_target_spans(tree, profile)),
    )
    case = Case(
        document, tree, irregularities, facts, profile, recognised, compiled, rulebook.codes, asked
    )
    return case, reason


def looks_like_report(tree: Outline, document: Document) -> bool:
    """Whether a document is a performance report by its title, or by its chapters and words."""
    if _REPORT_TITLE.search(tree.title):
        return True
    top = [section for section in tree.sections if section.parent < 0]
    return len(top) >= 2 and len(set(_REPORT_WORDS.findall(document.folded))) >= 4


def _is_form(tree: Outline, document: Document) -> bool:
    """Whether a document is a form to fill in, by its title or its tables, without chapters."""
    filled = sum(table.end - table.start for table in document.tables)
    markers = (section.marker for section in tree.sections)
    chaptered = any(marker is not None and "一" in marker.style for marker in markers)
    called = _FORM.search(tree.title) is not None and bool(document.tables)
    return not chaptered and (called or 2 * filled > len(document.text))


def _target_spans(tree: Outline, profile: Profile) -> list[tuple[int, int]]:
    """The bodies of the chapters whose figures are wishes, in order, none inside another."""
    wishes = [chapter for chapter in profile.chapters.values() if chapter.target]
    spans: list[tuple[int, int]] = []
    for section in tree.sections:
        if spans and section.start < spans[-1][1]:
            continue
        if any(is_titled(section.title, chapter) for chapter in wishes):
            spans.append((section.title_end, section.end))
    return spans


def without_chapters(case: Case) -> str:
    """Why a document need not have a report's chapters; nothing where it has to have them."""
    if not looks_like_report(case.outline, case.document):
        return "不像绩效自评报告"
    return "是填报的表格，没有章节" if _is_form(case.outline, case.document) else ""
