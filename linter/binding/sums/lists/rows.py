"""Rows of figures that can be added up: of one paragraph and one unit, or of one thing counted."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from msgspec import structs

from linter.facts.facts import Facts
from linter.facts.quantity import Quantity
from linter.facts.score import Role, role_of
from linter.facts.status import status
from linter.interval import exactly
from linter.late import regex

OPEN_HEDGES = ("above", "under", "range")
"""Hedges that leave a figure without a bound."""
FEWEST = 3
"""A total and two parts."""
_SETS, _SET = ("count:台", "count:套", "count:台套", "count:台(套)"), "set"
"""Machines are counted one by one, and together with sets: 27台套, 五轴机4台."""
PARTICLES = "的已均全都在有为占是中里完合实达"
"""Characters behind a figure that are not the name of what it counts."""
_ANNOUNCED = regex("(?P<full>满分|分值|权重)|实得|得分")
_SUMMED = regex("[项个类部分](?:指标)?(?:合计|共计|共|总计|小计)$|[,，;]共计?得?$")
_LOST = "lost"
_LOST_IN_ALL = regex("(?:总|共|合计|全部)[^,，;。\\d]{0,4}[失丢扣]分?[^,，;。\\d]{0,2}$")
"""Before marks lost in all."""
_FULL = ("full", "full-total")
_THEN_MARK = regex("[,，]?(?:自评|实际|实)?得")
"""Behind full marks: the mark follows, 质量满分8分得6.1分."""
_GOES_ON = regex("分[,，、][^,，;。、:()]{2,6}满分$")
"""Behind a mark: the next is full."""
_BANDS = regex(r"优.{0,24}良|良.{0,24}中")
_REACH = 300
"""How many characters of a long clause around a score are looked through."""
_BAND_EDGE = regex(r"\(含|分以[上下]|[—~-]")
_NONE = exactly(Decimal(0))
_NAMED = regex(r"[\u4e00-\u9fff)]")
_AGAIN = regex(r"\(?(?:[^。]*[,，;])?(?:其中|该|这|上述)的?|\(|[^。]*[,，;]")
"""Before a figure that the one before it has told: it has no name of its own."""
_OF_A_LEVEL = regex("[一二三四]级")
"""Behind a number of indicators: those of one level are no parts of another's."""
_PRICE = regex(
    r"(?:单价|均价|每一?[\u4e00-\u9fff]{1,3})[^,，;。\d]{0,4}$"
    r"|(?:平均|[人户亩村校班次日月年]均(?![已为按由在获衡]))[^,，;。\d]{0,8}$"
)
"""Before what one of many costs, or has on average."""
_EACH = regex(r"每[^,，;。、\d]{1,14}$")
_BASE = regex(r"(?:占|为|是|达到?|按|相当于)[^,，;。\d]{0,12}$")
_RATED = regex(r"[^,，;。、()\d]{0,2}的 ?\d[\d.]*%")
"""Around what a rate is of: 占预算500万元的64%."""
_SKIPPED_DIMENSIONS = (
    "percent",
    "percent-point",
    "times",
    "number",
    "years",
    "month",
    "day",
    "fraction",
    "hour",
    "minute",
    "week",
)


def blocks(facts: Facts) -> Iterator[list[Quantity]]:
    """The figures of each paragraph outside tables that has enough of them, in order."""
    block: list[Quantity] = []
    end = -1
    for figure in facts.running:
        if figure.start >= end:
            if len(block) >= FEWEST:
                yield block
            block = []
            end = facts.windows.bounds("block", figure.start)[1]
        block.append(figure)
    if len(block) >= FEWEST:
        yield block


def rows(facts: Facts, block: list[Quantity]) -> Iterator[tuple[list[Quantity], bool]]:
    """The figures of a block that can be added up: of one unit, and of one unit and noun.

    With each whether they are alike enough that a sum that fails says something: full marks and
    marks obtained in one row are not.
    """
    of_unit: dict[str, list[Quantity]] = {}
    of_noun: dict[str, list[Quantity]] = {}
    added = [f for f in block if _can_be_added(facts, f) and f.start not in facts.restated]
    added = _signed(facts, list(_told_once(facts, added)))
    marks = _kinds_of_marks(facts, [f for f in added if f.dimension == "score"])
    for figure in added:
        key = f"{figure.dimension} {figure.unit}"
        kinds = marks.get(figure.start, ())
        for kind in kinds:
            of_noun.setdefault(f"{key} {kind}", []).append(figure)
        if kinds == (_LOST,):
            continue
        of_unit.setdefault(key, []).append(figure)
        if figure.dimension.startswith("count:"):
            of_noun.setdefault(key + _noun(facts, figure), []).append(figure)
        if figure.dimension in _SETS:
            of_noun.setdefault(_SET, []).append(figure)
        if figure.dimension != "score" and status(facts, figure) == "actual":
            of_noun.setdefault(f"{key} actual", []).append(figure)
    if not {f.dimension for f in of_noun.get(_SET, ())} & {*_SETS[2:]}:
        of_noun.pop(_SET, None)
    for figures in of_unit.values():
        yield figures, figures[0].dimension != "score" or figures in of_noun.values()
    yield from ((f, True) for f in of_noun.values() if f not in of_unit.values())


def has_minus(facts: Facts, figure: Quantity) -> bool:
    """Whether a minus stands right behind the name of a figure: 补充周转金-20万元."""
    text, at = facts.text, figure.start
    return at > 1 and text[at - 1] in "-−" and _NAMED.match(text, at - 2) is not None


def _signed(facts: Facts, figures: list[Quantity]) -> list[Quantity]:
    """Figures, those with a minus taken off; where most have one, it is a dash behind a name."""
    taken = {f.start for f in figures if has_minus(facts, f)}
    if not taken or 2 * len(taken) >= len(figures):
        return figures
    return [
        structs.replace(f, value=_NONE - f.value, printed=-f.printed) if f.start in taken else f
        for f in figures
    ]


def _told_once(facts: Facts, figures: list[Quantity]) -> Iterator[Quantity]:
    """Figures, but none that tells the one of its unit before it again: 缺口8万元，8万元待拨付."""
    last: dict[str | None, Decimal] = {}
    for figure in figures:
        again = last.get(figure.unit) == figure.printed
        if not (again and _AGAIN.fullmatch(facts.text, *facts.own_lead(figure))):
            last[figure.unit] = figure.printed
            yield figure


def _kinds_of_marks(facts: Facts, marks: list[Quantity]) -> dict[int, tuple[str, ...]]:
    """Of each mark, by its offset, the kinds of marks that it can be added up with."""
    found: dict[int, tuple[str, ...]] = {}
    role: str | None = None
    end = -1
    for mark in marks:
        lost = _is_lost(facts, mark, end)
        end = mark.end if lost else end
        if lost and not _LOST_IN_ALL.search(facts.text, *facts.own_lead(mark)):
            found[mark.start] = (_LOST,)
            continue
        own = _role(facts, mark)
        attained = own == "full" and role not in _FULL and _is_attained(facts, mark)
        role = role if attained else own or role
        either = attained or (own is None and role == "full-total")
        kinds = ("full", "not full") if either else ("full" if role in _FULL else "not full",)
        found[mark.start] = (*kinds, _LOST) if lost else kinds
    return found


def _is_attained(facts: Facts, figure: Quantity) -> bool:
    """Whether full marks go on a list of marks: 数量19.2分，质量满分9分，相加得28.2分."""
    low = max(0, figure.start - _REACH)
    goes_on = _GOES_ON.search(facts.text, low, figure.start) is not None
    return goes_on and not _THEN_MARK.match(facts.text, figure.end)


def _is_lost(facts: Facts, figure: Quantity, before: int) -> bool:
    """Whether a mark is lost, or stands right behind one that is (``before`` is its end)."""
    if role_of(facts, figure) == "deduction":
        return True
    return facts.text[before : figure.start] == "、"


def _noun(facts: Facts, figure: Quantity) -> str:
    """The first character of what is counted, where it stands behind the figure (8个乡镇)."""
    noun = facts.text[figure.end : figure.end + 1]
    return noun if "一" <= noun <= "鿿" and noun not in PARTICLES else ""


def _can_be_added(facts: Facts, figure: Quantity) -> bool:
    if (
        figure.hedge in OPEN_HEDGES
        or (figure.per is not None and not _begins_list(facts, figure))
        or figure.dimension in _SKIPPED_DIMENSIONS
        or _OF_A_LEVEL.match(facts.text, figure.end)
        or (figure.dimension == "money" and _is_price(facts, figure))
        or _is_base(facts, figure)
    ):
        return False
    if figure.dimension == "score":
        low, high = facts.windows.bounds("clause", figure.start)
        near = facts.text[max(low, figure.start - 2) : min(high, figure.end + 3)]
        return not (_is_in_bands(facts, figure, low, high) or _BAND_EDGE.search(near))
    return True


def _is_price(facts: Facts, figure: Quantity) -> bool:
    """Whether a figure is what one of many costs, but none that begins a list."""
    price = _PRICE.search(facts.text, *facts.own_lead(figure))
    return price is not None and not _begins_list(facts, figure)


def _begins_list(facts: Facts, figure: Quantity) -> bool:
    """Whether a price begins the list of what makes up that of one: 每亩种子50元、化肥80元."""
    if figure.dimension != "money" or not facts.text.startswith("、", figure.end):
        return False
    return _EACH.search(facts.text, *facts.own_lead(figure)) is not None


def _is_base(facts: Facts, figure: Quantity) -> bool:
    """Whether a rate behind a figure is of it: 占预算500万元的64%."""
    rated = _RATED.match(facts.text, figure.end)
    return rated is not None and _BASE.search(facts.text, *facts.own_lead(figure)) is not None


def _is_in_bands(facts: Facts, figure: Quantity, low: int, high: int) -> bool:
    """Whether a score stands among grades: those in brackets of their own leave it aside."""
    text = facts.text
    low, high = max(low, figure.start - _REACH), min(high, figure.end + _REACH)
    for found in _BANDS.finditer(text, low, high):
        behind, before = text[figure.end : found.start()], text[found.end() : figure.start]
        if behind.count("(") <= behind.count(")") and before.count(")") <= before.count("("):
            return True
    return False


def _role(facts: Facts, figure: Quantity) -> Role | None:
    """What a score is, also by the words before its list (各项满分为投入20分、过程20分).

    A sum (四项共30分) is of what was listed before it.
    """
    if _SUMMED.search(facts.text, *facts.lead(figure)):
        return None
    role = role_of(facts, figure)
    if role is not None:
        return role
    found = _ANNOUNCED.search(facts.text, *facts.lead(figure))
    return None if found is None else "full" if found["full"] else "obtained"
