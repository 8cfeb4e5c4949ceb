"""Grade words with the total score that each is of."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from itertools import islice
from operator import attrgetter

from msgspec import Struct

from linter.binding.case import Case
from linter.binding.marks.bands import LOWEST
from linter.binding.marks.beside_grades import END, EVERYDAY, HELD_AGAINST, OF_SOME, beside_grades
from linter.binding.marks.scales import Step
from linter.binding.marks.total_marks import READERS, table_totals
from linter.facts.quantity import OPEN_HEDGES, Quantity, comes_to
from linter.facts.score import NOT_GOT, Score, role_of
from linter.regexes.late import regex

_WORD = rf"[“\"'‘]?(?P<word>优秀|良好|不合格|合格|优|良|中|差|好|[ABCD]|{EVERYDAY})[”\"'’]?"
_EVERYDAY = frozenset(("一般", "较差"))
"""Words that are grades only where a scale in the report has them."""
_ASKED = regex("问卷|测评|满意|均分|访谈")
_NAMED = regex(
    r"(?:等级|等次|评级|级别|结果|结论|档次|评定|评价|评为|定为|为|属|达到|够得?上|算|落[在入到])[^,，;。\d(]{0,8}?"
    rf"{_WORD}{END}"
)
_BESIDE = regex(
    r"分?[,，(] ?[“\"'‘]?(?P<word>优秀|良好|优|良|差)[”\"'’]?"
    r"(?:等级|等次|级|等|档)?(?=[),，。;\n|]|$)"
)
_GRADED = regex(
    r"(?=[等评档总综自考故被认定结])(?:(?<=[,，)])定为|等级|等次|评级|档次|(?:总体|综合|自评|评价|评定|考评|考核)(?:评价|结果|结论|意见|评定)|[故被评]评(?:定|价)?为?|[评认]定为|结论)"
    rf"(?:评定|确定)?(?:结果)?仍?(?:为|是|属于|定为|评为|:)?(?!(?<=[论果价定])中(?!等)){_WORD}{END}"
)
"""A grade that is called one, wherever its score stands; 评估结论中 is none."""
_CELL = regex("优秀?|良好?|中等?|合格|不合格|差")
_PART = regex("其中")
"""Between a total and a grade: this is of a part."""
_EACH = regex(r"分别|依次|各|[、，,]\d[\d.]*分")
"""Several grades of several scores, in order."""
_OF_OTHERS = regex(r"(?<![比较于过])(?:上年|去年|上一年)|以前年度|往年|分别|依次|各(?:为|是|得)")
_OF_A_PART = regex(
    r"维度|指标|分项|部分|决策|过程|产出|效益|投入|效果|满意度|管理|\d个|其[中余他]|仅|[甲乙丙丁A-Z]项目"
)
_OF_MANY = regex(r"平均|最[高低]|全[县市省区]|[甲乙丙丁A-Z]项目")
"""Before a score: it is what several come to."""
_OTHER_GRADE = regex(
    r"(?:风险|内控|内部控制|财务|信用|质量|安全|资质|隐患|预警|环境|档案|党建|审计|纳税|服务|灾害|响应|验收|监理|水质|监控|标准化|河长制|年终|抽查|复查)"
    r"(?:管理|控制|评价|年度|考核|评估|检查|验收)*(?:等级|等次|评级|级别|档次|结果|结论|评定|[评认]定为)"
)
"""Before a grade: of what is graded, which is not the evaluation."""
_EXAMINED = regex(
    r"(?:考核|验收|监理|抽查|检测|检查|水质|标准化|质量)[^,，;。\d]{0,8}(?:得分?|评分)[^;。]{0,20}$"
)
"""Before a grade: the mark of another examination, which it is of."""
_RATED = regex(r"得分率[^,，;。\d]{0,4}\d[^;。]{0,12}$")
"""Before a grade: the rate that it is of."""
_OF_PEOPLE = regex(
    r"\d[名位个](?:[^,，;。\d评]{0,6})?(?:同志|职工|干部|教师|学[员生]|个人|人员|员工|医生|护士)"
)
"""Before a grade: people were given it, not the project."""
LOWERED = "降[低为至]?[一二两]?个?[档级等]|[上下]调|否决"
_LOWERED = regex(LOWERED)
"""Right before a grade: it is no longer that of the mark."""
_SHORT = 24
_BEFORE = regex(
    r"(?:[由从]|(?:[比较]|等级)(?:上年|去年|(?:19|20)\d\d年度?))[^,，;。]{0,8}[“\"]?$"
    r"|(?:未|没有?|不)(?:能|[^,，;。\d]{0,8}而)?(?:达到|评为|评上|评定为|到)[^,，;。]{0,4}[“\"]?$"
    r"|(?:未|没有?|不)[^,，;。\d]{0,10}(?:[进升列归计算评定]|认定|上调)[为入到至作][^,，;。]{0,2}[“\"]?$"
)
"""Right before a grade: it was the one before (由“良”升为“优”), or was not reached."""
_YEAR = regex(r"((?:19|20)\d\d)年")
_ASSESSOR = regex(rf"{READERS}|财政|重点评价|其[余他](?:项目|单位|乡镇|部门)|所属|部门整体")
_LAST_YEAR, _COMMA = regex("上年|去年"), regex("[,，;]")
"""Between a mark and a grade: this is of another assessment, or of others."""
_ACCEPTED = regex(
    "(?:验收|检测|检验|抽[查检]|审查)[,，](?:[^,，;。\\d]{0,2}的)?(?:结论|结果|等级|等次)[^,，;。\\d]{0,4}$"
)
"""Before a grade: it is that of what was accepted or examined: 各方共同验收，结论为合格."""
_OF_WHAT = (_RATED, _EXAMINED, _ACCEPTED)
_OWN_GRADE = regex("自评(?:等级|等次|结果|结论|评级|为|定为)")
_MOVED = regex(
    '由[^,，;。]{0,8}[“"]?[优良中差][^,，;。]{0,6}(?:提升|上升|升)|降[档级等为]|[上下]调|调[整减为低高]|否决|晋|封顶|不得|不能|至多|目标|力争'
)
"""Where a grade need not be that of the score."""
_EDGE = regex(
    r"\(含|含\d|满\d|分以[上下]|[—~至≤≥<>-]|不足|低于|[不未][到满达]|够|门槛|[底界]线|分的[“优良合及]"
)
_REACH = 40
_FAR = 120
_DEFINED = regex(
    r"[”\"'’]?(?:等级|等次|级|等|档)?[,，:(]?(?:得分|总分)?(?:[≥>]|不低于|\d{2,3}分?(?:\(含[^()]{0,4}\)|含)?(?:[以及往]|起|[-—~至到]))"
)
"""Right behind a grade: what marks it is for."""
_NEXT_DEFINED = regex(r"[良中差格][^,，;。]{0,8}[,，:(]?[^,，;。]{0,4}\d{2}")
"""Further behind: so is another."""
_SCALE = 3
"""How many grades of one sentence are those that there are, not one that was given."""
_LEAST = 50
"""What a score must be at least to be taken for a total that no word calls one."""
_ROUNDED = regex("四舍五入|取整")
"""Before a score: it is the total rounded, and no total of its own."""
_COMPARED = regex(
    "[扣失丢短差距]|[比较](?:上年|去年|(?:19|20)\\d\\d)|[提增]高|上升|下降|[高低多少][出于了]?$"
)
"""Before a mark: it is what a total is held against, or how far that is from it."""
_MOST_LOST = 3
"""How many marks lost may stand between a total and its grade."""
_LONG_CLAUSE = 400
"""How much of a clause before a grade is looked through."""
_OWN_MARK = regex(r"[”\"'’]?(?:等级|等次|级|等|档)?\(\d{2,3}(?:\.\d+)?分?\)")
"""Right behind a grade: the mark that it is for, of another project (乙为良（89分）)."""
_OF_ALL, _WORD_LENGTH = regex("(?<![自得评价])(?:总分|满分)值?[为是共:]?$"), 5
"""Right before what can be got."""


class Graded(Struct, frozen=True):
    """A total score, and the word for it with its place; ``apart`` where the score is elsewhere."""

    score: Quantity
    word: str
    start: int
    end: int
    apart: bool = False


def graded(case: Case, stated: Iterable[Step]) -> Iterator[Graded]:
    """Each total score with its grade, unless words between them make that another's."""
    scale = tuple(stated)
    known = {step.word for step in scale}
    for found in _graded(case, scale):
        if _is_parted(case, found):
            continue
        if found.word not in _EVERYDAY or (found.word in known and not _is_asked(case, found)):
            yield found


def _is_asked(case: Case, found: Graded) -> bool:
    """Whether a mark is of those who were asked, who say 一般 of what they know."""
    return _ASKED.search(case.facts.own_words(found.score)) is not None


def _is_parted(case: Case, found: Graded) -> bool:
    """Whether a grade is denied, what it was before, or another assessor's, project's or year's."""
    text, at = case.facts.text, found.start
    if _BEFORE.search(text, at - _SHORT, at):
        return True
    if found.score.end > at:
        return False
    between = text[found.score.end : at]
    own = _COMMA.split(between)[-1]
    years = {int(year) for year in _YEAR.findall(own)} - {case.facts.year}
    if _OWN_GRADE.search(own) and _is_of_assessor(case, found.score):
        return True
    return bool(years or _LAST_YEAR.search(own) or _ASSESSOR.search(between))


def _is_of_assessor(case: Case, score: Quantity) -> bool:
    """Whether the words before a score say that another assessor gave it: 财政复核得分89分."""
    words = case.facts.own_words(score)
    return "自评" not in words and _ASSESSOR.search(words) is not None


def _graded(case: Case, stated: Iterable[Step]) -> Iterator[Graded]:
    """Each total score with the grade behind it, then grades whose score stands elsewhere.

    In tables a grade has a cell of its own.

    The words of ``stated`` bands are no grades.
    """
    totals = [score.figure for score in case.scores if score.role == "total"]
    totals = [
        t
        for t in totals
        if not (t.hedge in OPEN_HEDGES or _is_whole(case, t) or _is_rounded(case, t))
    ]
    own = [t for t in totals if not _is_of_many(case, t)]
    known = own or [mark for _, mark in table_totals(case)]
    single = len({total.printed for total in known}) == 1
    taken = {step.at for step in stated}
    taken |= {found.start("word") for found in LOWEST.finditer(case.facts.text)}
    graded_at: list[int] = []
    for total in totals:
        match = _behind(case, total, taken)
        if match is not None:
            taken.add(match.start("word"))
            graded_at.append(total.start)
            if total in own:
                yield Graded(total, match["word"], *match.span("word"))
    yield from _in_rows(case)
    for match in _GRADED.finditer(case.facts.text):
        at = match.start("word")
        if at in taken or case.facts.in_table(at):
            continue
        if _is_of_another(case, match, graded_at):
            continue
        score = _score_of(case, known, at, single)
        if score is not None:
            taken.add(at)
            yield Graded(score, match["word"], *match.span("word"), apart=True)
    for score, match in beside_grades(case, taken):
        yield Graded(score, match["word"], *match.span("word"), apart=True)


def _is_of_another(case: Case, match: re.Match[str], graded_at: list[int]) -> bool:
    """Whether a grade is another year's, a part's, or of what is graded beside the whole.

    It is of something else where a total with a grade of its own follows in the sentence, and
    only defined in a sentence of three: 90分以上的，等级为“优”；80分至90分的，等级为“良”；…….
    """
    text, at = case.facts.text, match.start("word")
    end = match.end("word")
    if case.is_attached(case.outline.at(at)) or OF_SOME.match(text, end):
        return True
    defined = _DEFINED.match(text, end)
    if defined and _NEXT_DEFINED.search(text, defined.end(), defined.end() + _REACH):
        return True
    low, _ = case.facts.windows.before("clause", at, _LONG_CLAUSE)
    own = case.facts.behind_last(",，", low, at)
    marks = [f for f in case.facts.within(low, at) if f.dimension == "score"]
    if marks and all(_is_of_many(case, mark) for mark in marks):
        return True
    if _OF_OTHERS.search(text, low, at) or _OF_A_PART.search(text, own, at):
        return True
    if _OF_PEOPLE.search(text, low, at) or _LOWERED.search(text, own, at):
        return True
    if {int(year) for year in _YEAR.findall(text[low:at])} - {case.facts.year}:
        return True
    begin, high = case.facts.windows.bounds("sentence", at)
    near = max(begin, at - _FAR), min(high, at + _FAR)
    if sum(1 for _ in _GRADED.finditer(text, *near)) >= _SCALE:
        return True
    following = bisect_left(graded_at, at)
    if following < len(graded_at) and graded_at[following] < high:
        return True
    others = _OTHER_GRADE.search(text, own, at), *(p.search(text, low, at) for p in _OF_WHAT)
    return any(others)


def _in_rows(case: Case) -> Iterator[Graded]:
    """The grades that stand in total rows of tables, behind the marks."""
    for row, mark in table_totals(case):
        for cell, text in zip(row.cells, row.texts, strict=True):
            if cell is not None and cell.start > mark.end and _CELL.fullmatch(text):
                yield Graded(mark, text, cell.start, cell.end)


def _behind(case: Case, total: Quantity, taken: set[int]) -> re.Match[str] | None:
    start = total.end
    _, high = case.facts.windows.bounds("sentence", total.start)
    text, high = case.facts.text, min(high, start + _REACH)
    after = bisect_right(case.scores, start, key=_start)
    behind = islice(case.scores, after, after + _MOST_LOST)
    following = next((s.figure.start for s in behind if s.role != "deduction"), high)
    named = _NAMED.finditer(text, start, min(high, following))
    free = (
        found
        for found in named
        if found.start("word") not in taken and not _OWN_MARK.match(text, found.end("word"))
    )
    match = _BESIDE.match(text, start, high) or next(free, None)
    apart = _EACH, _MOVED, _PART
    if match is None or any(words.search(text, start, match.start("word")) for words in apart):
        return None
    return match


def _start(score: Score) -> int:
    return score.figure.start


def _score_of(case: Case, totals: list[Quantity], at: int, single: bool) -> Quantity | None:
    """The total near a grade in its paragraph, else the only total (``single``) of the report."""
    low, high = case.facts.windows.bounds("block", at)
    low, high = max(low, at - _FAR + 1), min(high, at + _FAR)
    first, last = (bisect_left(totals, edge, key=attrgetter("start")) for edge in (low, high))
    near = totals[first:last]
    if not near and (alone := _alone(case, at)) is not None:
        return alone
    if not near and _has_own(case, at):
        return None
    if len({total.printed for total in near}) != 1 if near else not single:
        return None
    beside = near or totals[max(0, first - 1) : first + 1]
    total = min(beside, key=lambda total: abs(total.start - at))
    between = case.facts.within(min(total.end, at), max(total.start, at)) if near else ()
    others = [f for f in between if f.dimension == "score" and f.hedge is None]
    others = [f for f in others if not (_is_edge(case, f) or _is_compared(case, f))]
    whole = sum(f.printed for f in others) == case.profile.total
    if others and not whole and not comes_to(total, others):
        return None
    return total


def _is_compared(case: Case, figure: Quantity) -> bool:
    """Whether a mark is what a total is held against, or how far it is from that or from all."""
    return _COMPARED.search(case.facts.own_words(figure)) is not None


def _has_own(case: Case, at: int) -> bool:
    """Whether a score that may be the grade's own stands before it: 城东区93.4分，等级优."""
    near = case.facts.within(*case.facts.windows.before("sentence", at, _REACH))
    marks = [f for f in near if f.dimension == "score" and _LEAST <= f.printed < case.profile.total]
    return any(f.hedge is None and not _is_edge(case, f) for f in marks)


def _alone(case: Case, at: int) -> Quantity | None:
    """The only score of a grade's sentence that may be a total though no word says it is.

    None that has another grade before this one.
    """
    low, high = case.facts.windows.around("sentence", at, at, _FAR, _REACH)
    near = [f for f in case.facts.within(low, high) if f.dimension == "score"]
    given = [f for f in near if not _is_edge(case, f) and f.hedge is None]
    given = [f for f in given if not (_is_rounded(case, f) or _is_of_many(case, f))]
    own = [f for f in given if role_of(case.facts, f) not in NOT_GOT]
    own = [f for f in own if f.printed >= _LEAST and not _is_compared(case, f)]
    lesser = all(f in own or f.printed < _LEAST or f.printed == case.profile.total for f in given)
    if len(own) != 1 or not lesser or own[0].printed > case.profile.total:
        return None
    if _GRADED.search(case.facts.text, own[0].end, at):
        return None
    first, last = sorted((own[0].start, at))
    low = max(low, *(case.facts.text.rfind(mark, low, first) for mark in ",，"))
    if _OF_A_PART.search(case.facts.text, low, last) or _MOVED.search(case.facts.text, low, high):
        return None
    return own[0]


def _is_whole(case: Case, total: Quantity) -> bool:
    """Whether a total is what can be got, not what was: 总分100分，自评83分; 旧体系总分120分."""
    if total.printed >= case.profile.total and _OF_ALL.search(
        case.facts.text, total.start - _WORD_LENGTH, total.start
    ):
        return True
    if total.printed != case.profile.total:
        return False
    near = case.facts.windows.behind("sentence", total.start, total.end, _REACH)
    behind = case.facts.within(*near)
    return any(f.dimension == "score" and f.hedge is None for f in behind)


def _is_rounded(case: Case, figure: Quantity) -> bool:
    return _ROUNDED.search(case.facts.own_words(figure)) is not None


def _is_of_many(case: Case, figure: Quantity) -> bool:
    """Whether a score is what several come to, or another's."""
    words = case.facts.own_words(figure)
    return any(pattern.search(words) for pattern in (_OF_MANY, HELD_AGAINST))


def _is_edge(case: Case, figure: Quantity) -> bool:
    """Whether a score is the edge of a band: 80分（含）至90分."""
    near = case.facts.text[max(0, figure.start - 2) : figure.end + 3]
    return bool(_EDGE.search(near))
