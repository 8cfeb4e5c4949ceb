"""A document opened as a case: its outline, facts, profile, and what kind of document it is."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice, pairwise

from linter.binding.case import Case
from linter.facts.cues import CueHits
from linter.facts.facts import Facts
from linter.facts.year import BEHIND, evaluated_year
from linter.model import Document, Outline
from linter.outline.tree import build
from linter.profile import Profile, is_titled, recognise
from linter.regexes.late import regex
from linter.rulebook.book import Rulebook

ASKED = "指定"
"""Why a profile was taken that was asked for."""
_REPORT_TITLE = regex(r"绩效|自评|评价")
_FORM = regex(r"表(?:[(（][^()（）]*[)）])?$")
_GOAL = regex("(?:年度|年初|总体|预期|绩效|设定的?)*目标(?:值|设定)?:?")
_GOAL_ENDS = "标值定:"
_DONE = regex("(?:全年|年度|目标|总体|绩效)*(?:实际)?完成(?:情况|值)?:?")
_HEADERS, _LABEL, _BELOW = 24, 8, 4
"""How long both headers are, and a label; among how many cells below the goal stands."""
_REPORT_WORDS = regex(r"绩效|自评|得分|预算|资金|支出|项目")


def open_case(
    document: Document, rulebook: Rulebook, profile: Profile | None = None
) -> tuple[Case, str]:
    """Everything that the rules may look at, and why the profile was chosen."""
    tree, irregularities = build(document)
    recognised = asked = profile is not None
    reason = ASKED
    if profile is None:
        profile, words = recognise(tree, rulebook.profiles)
        recognised = bool(words)
        reason = f"标题中有{'、'.join(words)}" if words else "未识别出框架，按通用要求检查"
    figures = list(rulebook.scanner.scan(document.folded))
    compiled = rulebook.compiled
    title, behind = tree.title_end, tree.title_end + BEHIND
    year = evaluated_year(
        document.folded[tree.title_start : title], document.folded, document.folded[title:behind]
    )
    facts = Facts(
        document,
        tree,
        figures,
        CueHits(compiled.lexicon, compiled.cue_regexes, document.folded),
        rulebook.vocabulary,
        year[0] if year else None,
        tuple(_target_spans(tree, profile, document)),
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
    called = _FORM.search(tree.title) is not None
    return not chaptered and (called or 2 * filled > len(document.text))


def _target_spans(tree: Outline, profile: Profile, document: Document) -> Iterator[tuple[int, int]]:
    """The chapters and cells whose figures are wishes, in order, none inside another."""
    wishes = [chapter for chapter in profile.chapters.values() if chapter.target]
    chapters = [
        (section.title_end, section.end)
        for section in tree.sections
        if any(is_titled(section.title, chapter) for chapter in wishes)
    ]
    end = 0
    for span in sorted([*chapters, *_goals(document)]):
        if span[0] >= end:
            end = span[1]
            yield span


def _goals(document: Document) -> Iterator[tuple[int, int]]:
    """The cells of a form that tell in sentences what is wanted: below 预期目标, 实际完成情况."""
    blocks = document.blocks
    for at, (goal, done) in enumerate(pairwise(blocks)):
        near = done.end - goal.start <= _HEADERS and document.folded[goal.end - 1] in _GOAL_ENDS
        if not (
            near
            and _GOAL.fullmatch(document.folded, goal.start, goal.end)
            and _DONE.fullmatch(document.folded, done.start, done.end)
        ):
            continue
        below = islice(blocks, at + 2, at + 2 + _BELOW)
        cell = next((block for block in below if block.end - block.start > _LABEL), None)
        if cell is not None:
            yield cell.start, cell.end


def is_extract(case: Case) -> bool:
    """Whether a document is but some paragraphs, without a title and without a heading."""
    bare = not case.outline.sections and not case.outline.title_end
    return bare and bool(case.document.text.strip())


def without_chapters(case: Case) -> str:
    """Why a document need not have a report's chapters; nothing where it has to have them."""
    if not looks_like_report(case.outline, case.document):
        return "不像绩效自评报告"
    return "是填报的表格，没有章节" if _is_form(case.outline, case.document) else ""
