"""Rates of marks told in prose (得分率), each with the marks beside it.

The marks stand before the rate (满分10分得9.5分，为95.0%), in a bracket behind it, or behind it in
its clause (产出类90.5%，36.2分比40分). One of them may be told elsewhere, of the part by its name,
or in the heading right above (产出（30分）: 该项得27.3分，得分率91%).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import pairwise

from msgspec import Struct

from linter.binding.case import Case
from linter.binding.marks.groups import part_of, told_marks
from linter.binding.slips import slipped
from linter.facts.quantity import Quantity
from linter.facts.score import role_of
from linter.facts.status import status
from linter.language.expression import Equation
from linter.regexes.late import regex

_OF_FULL = "占(?:[该本此这](?:一?项|类|部分|指标)(?:指标)?的?)?(?:满分|分值|权重分)的"
_WORDS = f"(?:得分率|得分比率|得分比例|{_OF_FULL})"
_RATE = regex(_WORDS)
_JOINED = regex("[、和]\\d")
"""Behind a rate that is one of a list: 分别为95%、92%."""
_GIVEN = regex(r"(?:按|按照)[^,，;。\d]{0,6}$")
_MARKED = regex("(?:的比例|的得分率)?(?:给分|计分|得分|折算|赋分)")
_COME_TO = regex("[,，]?(?:后|应|可|实际|自评|最终)?[得计合为是]{1,2}")
"""Between how a mark is given and the mark: 按90%折算得5.40分."""
_NEXT = regex("[,，、;]")
"""Between a mark and what is of another item."""
_BEHIND = regex("的(?:[\u4e00-\u9fff]{0,4})得分率")
_OTHER = regex(
    "失分率|扣分率|平均|执行率|完成率|合格率|满意|支出|进度|占|超|不足|低于|高于|目标|要求|实际|分别|依次|各|比|较|上年|去年|提高|下降|增|差"
)
"""In a rate's own words: it is of something else, or compared."""
_ENDS = regex("[;。\n]")
_ON = regex("[,，](?:[^,，;。\\d失丢扣]{0,6})")
"""Between a rate and the marks behind it."""
_LOST = regex("[失丢扣]的?$")
_OVER = regex(" ?[/÷比:] ?")
"""Between two marks of which neither is named: the first over the second."""
_OF_LIST = regex("、(?!(?:自评|实际|[实只仅])?[得获])")
"""Before a mark: it is one of a list, of a thing of its own."""
_UNDER = regex(
    r"[\s。]*(?:[该本此](?:一?项|类|部分|指标)(?:一级|二级)?(?:指标)?)?[,，]?(?:自评|实际)?[实获]?得分?[为是]?"
)
"""Between a heading and a mark right below it: it is what the heading's whole marks came to."""
_AT_ONCE = regex(rf"[,，(](?:[该本此](?:项|类|部分)(?:指标)?|其)?{_WORDS}[为是仅达到]*")
"""Between such a mark and its rate."""
_SUMMED = regex("小计|合计|共")
"""Before a mark: it is of several items, whose full marks stand beside each."""
_PAIR = 2


class Marked(Struct, frozen=True):
    """A rate with its marks.

    They may not be its own (``apart``) where no slip explains them, or one stands elsewhere.
    """

    figures: dict[str, Quantity]
    apart: bool
    holds: bool


def score_rates(case: Case, equation: Equation) -> Iterator[Marked]:
    """Each rate of marks in the text with the marks that it is of."""
    facts = case.facts
    high = -1
    for opener in _RATE.finditer(facts.text):
        if opener.start() < high or facts.in_table(opener.start()):
            continue
        low, high = facts.windows.bounds("sentence", opener.start())
        figures = facts.within(low, high)
        rates = [f for f in figures if f.dimension == "percent"]
        for before, rate, after in zip([None, *rates], rates, [*rates[1:], None], strict=False):
            if _is_rate(case, rate, opener.start()):
                begin = _behind_bracket(facts.text, before.end) if before else low
                end = after.start if after else high
                found = _marked(case, rate, begin, end, figures, equation)
                if found is not None:
                    yield found
    yield from _given(case, equation)


def _behind_bracket(text: str, at: int) -> int:
    """Where the bracket ends that opens right there, which has the marks of what it is behind."""
    closed = text.find(")", at) if text.startswith("(", at) else -1
    return max(at, closed)


def _given(case: Case, equation: Equation) -> Iterator[Marked]:
    """Marks that are given by a rate: 权重5分，得4.75分，按95%给分; 5分，按95%折算得4.75分."""
    facts = case.facts
    for rate in facts.text_by_dimension.get("percent", []):
        way = _MARKED.match(facts.text, rate.end)
        if way is None:
            continue
        low, high = facts.windows.bounds("clause", rate.start)
        if _GIVEN.search(facts.text, max(low, rate.start - 10), rate.start):
            near = facts.within(low, rate.start)
            behind = next(iter(facts.within(rate.end, high)), None)
            if behind is not None and _COME_TO.fullmatch(facts.text, way.end(), behind.start):
                found = _come_to(case, rate, near, behind, equation)
            else:
                found = _marked(case, rate, low, rate.start, near, equation)
            if found is not None and not found.apart and not _is_of_two(case, found):
                yield found


def _come_to(
    case: Case, rate: Quantity, near: list[Quantity], mark: Quantity, equation: Equation
) -> Marked | None:
    """A rate with the mark that it comes to, right behind it, and the full mark before it."""
    whole = next((f for f in reversed(near) if f.dimension == "score"), None)
    if whole is None or not _is_mark(case, whole) or role_of(case.facts, whole) == "obtained":
        return None
    if mark.dimension != "score" or not _is_mark(case, mark) or mark.printed > whole.printed:
        return None
    bound = {"rate": rate, "part": mark, "whole": whole}
    slip = slipped(bound, (equation,), case.facts.text, sure=True) is not None
    return Marked(bound, apart=not slip, holds=equation.fits(bound))


def _is_of_two(case: Case, marked: Marked) -> bool:
    """Whether the full mark stands behind the mark got: it is the next item's own."""
    part, whole = marked.figures["part"], marked.figures["whole"]
    between = _NEXT.search(case.facts.text, part.end, whole.start)
    return part.end < whole.start and between is not None


def _is_rate(case: Case, rate: Quantity, opener: int) -> bool:
    """Whether a percentage is one of marks: 得分率 leads to it, also over others, or follows."""
    text = case.facts.text
    if rate.hedge is not None or status(case.facts, rate) != "actual":
        return False
    if _JOINED.match(text, rate.end) or text[rate.start - 1] == "、":
        return False
    own = case.facts.own_words(rate)
    if _OTHER.search(own, max((found.end() for found in _RATE.finditer(own)), default=0)):
        return False
    return rate.start > opener or _BEHIND.match(text, rate.end) is not None


def _marked(
    case: Case,
    rate: Quantity,
    begin: int,
    end: int,
    figures: list[Quantity],
    equation: Equation,
) -> Marked | None:
    """A rate with the marks of its item, between the rates before and behind it."""
    text = case.facts.text
    scores = [f for f in figures if f.dimension == "score" and _is_mark(case, f)]
    scores = [f for f in scores if begin <= f.start < end]
    before = [f for f in scores if f.start < rate.start]
    before = [f for f in before if not _ENDS.search(text, f.end, rate.start)]
    after = [f for f in scores if rate.end <= f.start]
    if text.startswith("(", rate.end):
        closed = text.find(")", rate.end)
        after = [f for f in after if f.start < closed]
        before = [*before[-1:], *after] if len(after) == 1 else after
    elif not after or not _ON.fullmatch(text, rate.end, after[0].start):
        after = []
    else:
        after = [f for f in after if not _ENDS.search(text, rate.end, f.start)]
    for beside in (before[-_PAIR:], after):
        pair = _pair(case, beside)
        if pair is not None:
            bound = {"rate": rate, **pair}
            slip = slipped(bound, (equation,), text, sure=True) is not None
            others = [f for f in scores if not _is_item(case, f)]
            return Marked(bound, apart=not slip, holds=_fits_any(bound, others, equation))
    return _elsewhere(case, rate, before, equation)


def _is_mark(case: Case, figure: Quantity) -> bool:
    role = role_of(case.facts, figure)
    if _LOST.search(case.facts.text, figure.start - 3, figure.start):
        return False
    return figure.hedge is None and role != "deduction" and bool(figure.printed)


def _pair(case: Case, beside: list[Quantity]) -> dict[str, Quantity] | None:
    """Two marks as part and whole, where words name one of them so, or one is set over the other.

    Two of a list (社会9分、生态4.6分，得分率90.7%) are parts of what the rate is of.
    """
    if len(beside) != _PAIR or beside[0].printed == beside[1].printed == 0:
        return None
    facts = case.facts
    if _SUMMED.search(facts.own_words(beside[1])):
        return None
    whole = [f for f in beside if role_of(facts, f) == "full"]
    part = [f for f in beside if role_of(facts, f) in ("obtained", "total")]
    if len(whole) == _PAIR or len(part) == _PAIR:
        return None
    if whole and part:
        return {"part": part[0], "whole": whole[0]}
    if any(_OF_LIST.match(facts.text, *facts.own_lead(f)) for f in beside):
        return None
    if whole or part:
        full = whole[0] if whole else next(f for f in beside if f is not part[0])
    elif _OVER.fullmatch(facts.text, beside[0].end, beside[1].start):
        full = max(beside, key=lambda f: f.printed)
    else:
        return None
    return {"part": next(f for f in beside if f is not full), "whole": full}


def _is_item(case: Case, mark: Quantity) -> bool:
    """Whether a mark, of which no word tells what it is, is one of a list: 数量9.6分、质量7.6分."""
    text = case.facts.text
    listed = text.startswith("、", mark.end) or _OF_LIST.match(text, *case.facts.own_lead(mark))
    return bool(listed) and role_of(case.facts, mark) is None


def _fits_any(bound: Mapping[str, Quantity], scores: list[Quantity], equation: Equation) -> bool:
    """Whether the rate is that of its marks, or of two others that follow each other."""
    choices = [(bound["part"], bound["whole"])]
    choices += [pair for a, b in pairwise(scores) for pair in ((a, b), (b, a))]
    rate = bound["rate"].value
    return any(
        equation.holds({"rate": rate, "part": part.value, "whole": whole.value})
        for part, whole in choices
    )


def _elsewhere(
    case: Case, rate: Quantity, before: list[Quantity], equation: Equation
) -> Marked | None:
    """A rate of a named part, whose marks, or one of them, are told elsewhere in the report."""
    if len(before) > 1:
        return None
    at = before[0] if before else rate
    name = part_of(case, at)
    if name is None:
        return _under(case, rate, before[0], equation) if before else None
    told = case.once(told_marks).get(name.name, {})
    bound = {role: figures[0] for role, figures in told.items() if _is_one(figures)}
    if before:
        role = "whole" if role_of(case.facts, at) == "full" else "part"
        bound[role] = at
    bound["rate"] = rate
    if len(bound) <= _PAIR or bound["part"] is bound["whole"]:
        return None
    holds = equation.fits(bound)
    if not holds and slipped(bound, (equation,), case.facts.text, sure=True) is None:
        return None
    return Marked(bound, apart=True, holds=holds)


def _under(case: Case, rate: Quantity, mark: Quantity, equation: Equation) -> Marked | None:
    """A rate with the mark right below a heading, and the full marks in that heading, if one."""
    facts, section = case.facts, case.outline.at(mark.start)
    if section is None or _UNDER.fullmatch(facts.text, section.title_end, mark.start) is None:
        return None
    if _AT_ONCE.fullmatch(facts.text, mark.end, rate.start) is None:
        return None
    above = [f for f in facts.within(section.start, section.title_end) if f.dimension == "score"]
    if len(above) != 1 or above[0].printed < mark.printed or not above[0].printed:
        return None
    bound = {"rate": rate, "part": mark, "whole": above[0]}
    return Marked(bound, apart=True, holds=equation.fits(bound))


def _is_one(figures: list[Quantity]) -> bool:
    return len({f.printed for f in figures}) == 1
