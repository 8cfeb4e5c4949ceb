"""Grades right behind scores that no word calls a total: 县级馆88.7分，评良.

So too the grade of a thing by its name, whose score the paragraph tells: 云岫88.6分……云岫为良.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from collections.abc import Set as AbstractSet

from linter.binding.case import Case
from linter.facts.numeral import parse
from linter.facts.quantity import Quantity
from linter.facts.score import NOT_GOT, role_of
from linter.regexes.late import regex

EVERYDAY = r"(?<=[“\"'‘])(?:一般|较差)(?=[”\"'’](?:等级?|等次|级|档)?[),，。;\n])"
"""Words that are grades only in quotation marks, as no part of what is said."""
_WORD = rf"[“\"'‘]?(?P<word>优秀|良好|不合格|优|良|中|差|{EVERYDAY})[”\"'’]?"
END = (
    r"(?:级|等级|等次|等|档次?|[这那]?一[档级等]|[”\"’]?的?(?:范围|区间|行列|之列))?(?=[)”,，。;\n|外]|\((?!\d)|\(\d[^()]*[优良中差]|$"
    r"|\(\d[^()]*\)(?:[。;\n]|[,，](?![“\"'‘]?[优良中差合])))"
)
"""Behind a word for a grade; 优(90-100分)、良…… are bands, 良(90分以上为优，……) is no band."""
_BESIDE = regex(
    r"分?(?P<basis>[,，](?:对照|对着|按照?|照|根据|依据)[^,，;。]{0,48})?[,，、( ]{0,2}"
    r"(?:仍|可|应|故|均|都|双双|也|就|便|只能|勉强|[正刚恰]好|因此|所以|据此|被|其(?!中)|该项?目?|对应|对照|的|成绩|自评|评价|考评|考核|综合|绩效|最终)*"
    r"(?:等级|级别|等次|等第|档次|评级|评定|评的|定档)?"
    r"(?:结果)?[也仍]?(?:(?:够得?上?|算(?:作|得上|是)?|给了?个?|落[在入到]|达到|[进迈]入|跻身"
    r"|[评定属列归判](?:定|评|入|于|在|成|作|为|到)?了?个?))?(?:[为是]|:)? ?"
    rf"{_WORD}{END}"
)
"""Behind a score."""
_NAMED = regex(
    rf"(?:[,，;。、(]除?|除)(?P<name>[\u4e00-\u9fff]{{2,8}}?)(?:仍|则|均)?(?:被?评[为定]?|[定列]?为|是)"
    rf"{_WORD}(?=[,，。;外])"
)
_ENDMOST = regex(
    r"(?P<side>前|后)(?P<number>[一二两三四五])(?:者|个|家|项|名)(?:均|都)?"
    rf"(?:被?评[为定]?|[定列]?为|是){_WORD}{END}"
)
"""Of scores in a row the first or last."""
_IN_TURN = regex(
    r"(?:等级|等次|档次|评级|评定|结果)[^,，;。\d]{0,4}(?:依次|分别)(?:[评定列]定?)?[为是:]?"
    r"(?P<words>[“”]?(?:优秀?|良好?|中|差)[“”]?(?:[、和,，][“”]?(?:优秀?|良好?|中|差)[“”]?)+)(?=[;。,，)])"
)
_ONE = regex(r"(?P<word>优秀?|良好?|中|差)")
"""Grades of scores in a row, in their order."""
_OF_A_PART = regex(r"维度|指标|分项|决策|过程|产出|效益|投入|效果|满意度|管理|[层类]$")
_MOVED = regex(
    "降[档级等为]|[上下]调|调[整减为低高]|否决|晋|封顶|不得|不能|至多|目标|力争|应为|误(?![报工差])|四舍五入|取整"
)
_DIGIT = regex(r"\d\d")
"""In what a grade is based on: bands, which must be known."""
_SEVERAL = regex("分别|依次|各")
_EDGE = regex(r"\(含|分以[上下]|[—~至≤≥<>-]|不足|低于|[不未]达|满")
OF_SOME = regex("[”\"'’]?(?:的|者|等次名额)")
"""Behind a grade: it is that of some of many: 等级为“良”的有6个项目."""
HELD_AGAINST = regex("(?:[低高]于|[比较]|超过)[^,，;。]{0,8}$")
"""Before a score: another's, of which the report's own is above or below."""
_LEAST = 50
_REACH = 30
_NEAR = 4
"""Within how many characters behind its name a score stands."""


def beside_grades(case: Case, taken: AbstractSet[int]) -> Iterator[tuple[Quantity, re.Match[str]]]:
    """Scores with their grades, but those at places that are ``taken``."""
    text, seen = case.facts.text, set[int]()
    for figure in case.facts.text_by_dimension.get("score", []):
        if not _is_graded(case, figure):
            continue
        found = _BESIDE.match(text, figure.end)
        if found is None or found.start("word") in taken or OF_SOME.match(text, found.end("word")):
            continue
        if _DIGIT.search(found["basis"] or "") and not any(
            found.start("basis") <= at < found.end("basis") for at in taken
        ):
            continue
        begin, _ = case.facts.windows.before("sentence", figure.start, _REACH)
        own = max(begin, *(text.rfind(mark, begin, figure.start) for mark in ",，;、"))
        several = _SEVERAL.search(text, begin, found.end())
        part = _OF_A_PART.search(text, own, figure.start)
        if not several and not part and not _MOVED.search(text, begin, found.end()):
            seen.add(found.start("word"))
            yield figure, found
    if not by_words(text):
        return
    yield from _of_several(case, taken)
    yield from _in_turn(case, taken)
    for found in _NAMED.finditer(text):
        at = found.start("word")
        score = None if at in taken or at in seen else _of_name(case, found)
        if score is not None:
            yield score, found


def _of_several(case: Case, taken: AbstractSet[int]) -> Iterator[tuple[Quantity, re.Match[str]]]:
    """The first or last scores of a sentence with the grade that they share."""
    for found in _ENDMOST.finditer(case.facts.text):
        low, _ = case.facts.windows.bounds("sentence", found.start())
        number = parse(found["number"]) or 0
        if found.start("word") in taken:
            continue
        scores = [f for f in case.facts.within(low, found.start()) if f.dimension == "score"]
        if len(scores) > number and all(_is_graded(case, f) for f in scores):
            some = scores[:number] if found["side"] == "前" else scores[-number:]
            yield from ((score, found) for score in some)


def _in_turn(case: Case, taken: AbstractSet[int]) -> Iterator[tuple[Quantity, re.Match[str]]]:
    """The scores of a sentence with their grades told in their order: 等级依次是优、良、中."""
    for found in _IN_TURN.finditer(case.facts.text):
        low, _ = case.facts.windows.bounds("sentence", found.start())
        words = list(_ONE.finditer(case.facts.text, *found.span("words")))
        scores = [f for f in case.facts.within(low, found.start()) if f.dimension == "score"]
        scores = [f for f in scores if _is_graded(case, f)]
        if len(scores) == len(words) and not taken & {word.start() for word in words}:
            yield from zip(scores, words, strict=True)


def by_words(text: str) -> bool:
    """Whether a text may name grades of things."""
    return "优" in text or "良" in text


def _is_graded(case: Case, figure: Quantity) -> bool:
    """Whether a score of the text may be one that is graded."""
    if case.facts.in_table(figure.start) or figure.hedge is not None:
        return False
    if not _LEAST <= figure.printed <= case.profile.total:
        return False
    if HELD_AGAINST.search(case.facts.own_words(figure)):
        return False
    near = case.facts.text[max(0, figure.start - 2) : figure.end + 3]
    role = role_of(case.facts, figure)
    return role not in NOT_GOT and not _EDGE.search(near)


def _of_name(case: Case, found: re.Match[str]) -> Quantity | None:
    """The only score of the paragraph that stands right behind a name."""
    low, high = case.facts.windows.bounds("block", found.start())
    if case.facts.in_table(found.start()) or _OF_A_PART.search(found["name"]):
        return None
    name, text = found["name"], case.facts.text
    scores = [
        f
        for f in case.facts.within(low, high)
        if f.dimension == "score"
        and _is_graded(case, f)
        and name in text[max(low, f.start - len(name) - _NEAR) : f.start]
    ]
    return scores[0] if len({f.printed for f in scores}) == 1 else None
