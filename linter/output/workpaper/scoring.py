"""What an indicator's mark can be by the formulas in use (C05–C07), each named.

财预〔2020〕10号: a goal that is met has full marks; one that is missed has them in proportion, or
by bands that only the unit's own standard tells; a goal in words has them by three bands.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal

from msgspec import Struct

from linter.facts.quantity import Quantity
from linter.facts.scan import Scanner
from linter.reading.fold import fold
from linter.regexes.late import regex
from linter.season import Indicator

_CENT = Decimal("0.01")
_PASS_LINE = Decimal("0.6")
_MUCH = Decimal("1.3")
"""What is beyond 130% of its goal is to be noted."""
_UPWARD = ("≥", ">", "≧", ">=", "大于等于", "大于", "正向", "不低于", "不少于")
_DOWNWARD = ("≤", "<", "≦", "<=", "小于等于", "小于", "反向", "不高于", "不超过")
_LESS = regex(
    "成本|费用|造价|单价|经费|支出|投诉|上访|信访|事故|伤亡|死亡|案件|差错|错误|误差|能耗|排放|损失|流失"
    "|时间|时长|时限|天数|工期|逾期|延误|返工|不合格|不达标|发病|缺勤|辍学"
)
"""Names of indicators of which less may be wanted, though no sign says so."""
_BARE = regex(r"\s*[\d,.]+\s*")
_LEAD = regex(r"^\D+")
_PARTS = regex(r"(?P<lead>\D{0,6}?)(?P<value>\d[\d,.]*)(?P<unit>[^\d()]{0,8})")
_DIGIT = regex(r"\d")
_IN_WORDS = "定性"
_NONE = ("", "/", "-", "--", "—", "——", "无")


class Formula(Struct, frozen=True):
    """A formula that may be used, and the mark that it gives."""

    name: str
    mark: Decimal


class Goal(Struct, frozen=True):
    """An indicator's goal in three cells: sign, value, unit."""

    sign: str
    value: str
    unit: str


class Scoring(Struct, frozen=True):
    """The formulas that may be used of an indicator, and what is to be noted of it."""

    formulas: tuple[Formula, ...]
    note: str = ""

    @property
    def marks(self) -> list[Decimal]:
        """The different marks, the highest first."""
        return sorted({formula.mark for formula in self.formulas}, reverse=True)


class Scorer:
    """Reads the cells of indicators; built once for any number of them."""

    def __init__(self, scanner: Scanner) -> None:
        self._scanner = scanner

    def goal(self, row: Indicator) -> Goal:
        """The goal in its cells; a cell that holds all three is taken apart where that is plain."""
        figure = self._figure(row.target)
        parts = _PARTS.fullmatch(fold(row.target).strip())
        if figure is None or parts is None or row.unit.strip() not in _NONE:
            return Goal(self._sign(row, figure), row.target, row.unit)
        lead, value, unit = parts["lead"].strip(), parts["value"], parts["unit"]
        # 覆盖58座, 95%以上: what stands around the figure is more than a sign and a unit
        if figure.start or bool(lead) != (figure.hedge in ("above", "under")):
            return Goal(self._sign(row, figure), row.target, row.unit)
        return Goal(self._sign(row, figure), value, unit.strip() or row.unit)

    def scoring(self, row: Indicator) -> Scoring:
        """What the mark can be."""
        full = number(row.full)
        if full is None or full <= 0:
            return Scoring((), "分值不是数字，未计算")
        goal, result = self._figure(row.target, row.unit), self._figure(row.done, row.unit)
        if goal is None:
            return _in_words(row, full)
        reason = _incomparable(goal, result)
        if result is None or reason:
            return Scoring((), reason)
        found = tuple(_formulas(row, full, goal, result, self._way(row, goal)))
        much = result.printed > _MUCH * goal.printed and self._way(row, goal) != "under"
        share = result.printed / goal.printed
        return Scoring(found, f"完成值为指标值的{share:.0%}，超过130%，须注明原因" if much else "")

    def _figure(self, text: str, unit: str = "") -> Quantity | None:
        """The figure that a cell holds, if it holds one and little else."""
        folded = fold(text).strip()
        if _BARE.fullmatch(folded) and unit.strip() not in _NONE:
            folded = f"{folded.strip()}{fold(unit).strip()}"
        figures = list(self._scanner.scan(folded))
        if len(figures) != 1 or not isinstance(figures[0], Quantity):
            return None
        return figures[0] if figures[0].hedge != "range" else None

    def _sign(self, row: Indicator, figure: Quantity | None) -> str:
        if row.sign.strip() not in _NONE:
            return row.sign.strip()
        if figure is None:
            told = row.target.strip() not in _NONE and not _DIGIT.search(fold(row.target))
            return _IN_WORDS if told else ""
        return {"above": "≥", "under": "≤"}.get(figure.hedge or "", "")

    def _way(self, row: Indicator, goal: Quantity) -> str:
        """Where the goal wants the result: above, under, or either where only its name says it."""
        sign = fold(row.sign).strip()
        if goal.hedge in ("above", "under"):
            return goal.hedge
        if sign in _UPWARD or sign in _DOWNWARD:
            return "above" if sign in _UPWARD else "under"
        return "even" if _LESS.search(f"{row.second} {row.third}") else "above"


def number(text: str) -> Decimal | None:
    """The number that a cell holds, a unit of marks behind it aside."""
    plain = fold(text).strip().removesuffix("分").replace(",", "")
    if not plain.isascii() or not plain.replace(".", "", 1).isdigit() or len(plain) > 15:
        return None
    return Decimal(plain)


def shown(mark: Decimal) -> str:
    """A mark without zeros at its end."""
    return f"{mark.normalize():f}"


def _incomparable(goal: Quantity, result: Quantity | None) -> str:
    if result is None:
        return "完成值不是一个数，未计算"
    if goal.dimension != result.dimension or len({goal.per, result.per} - {None}) > 1:
        return "完成值与指标值单位不同，未计算"
    if goal.printed <= 0 or result.printed < 0:
        return "指标值为零，按完成情况赋分"
    if result.hedge is not None:
        return "完成值不是确数，未计算"
    return ""


def _in_words(row: Indicator, full: Decimal) -> Scoring:
    if row.target.strip() in _NONE:
        return Scoring((), "没有指标值，未计算")
    if _DIGIT.search(fold(row.target)):
        return Scoring((), "指标值不是一个数，未计算")
    low, middle = shown(full * _PASS_LINE), shown(full * Decimal("0.8"))
    return Scoring(
        (),
        f"定性分档：达成{middle}—{shown(full)}分，部分达成{low}—{middle}分，未达成0—{low}分",
    )


def _formulas(
    row: Indicator, full: Decimal, goal: Quantity, result: Quantity, way: str
) -> Iterator[Formula]:
    done, wanted, whole = result.printed, goal.printed, shown(full)
    told_done, told_goal = _LEAD.sub("", fold(row.done).strip()), _told(row)
    if done == wanted or (way == "above" and done > wanted) or (way == "under" and done < wanted):
        yield Formula(f"达到指标值得满分 {whole}", full)
        return
    if way != "under":
        if done > wanted:
            yield Formula(f"正向指标，超过指标值得满分 {whole}", full)
        else:
            yield _formula(f"按比例 {whole}×{told_done}÷{told_goal}", full * done / wanted)
            share = (done / wanted - _PASS_LINE) / (1 - _PASS_LINE)
            yield _formula(f"及格线60% {whole}×({told_done}÷{told_goal}−60%)÷40%", full * share)
    if way != "above":
        if done < wanted:
            yield Formula(f"反向指标，低于指标值得满分 {whole}", full)
        else:
            yield _formula(f"反向按比例 {whole}×{told_goal}÷{told_done}", full * wanted / done)
            over = full * (2 - done / wanted)
            yield _formula(f"按超出比例扣 {whole}×[1−({told_done}−{told_goal})÷{told_goal}]", over)


def _formula(told: str, mark: Decimal) -> Formula:
    kept = max(mark, Decimal(0)).quantize(_CENT, ROUND_HALF_UP)
    return Formula(f"{told}＝{shown(kept)}", kept)


def _told(row: Indicator) -> str:
    return _LEAD.sub("", fold(row.target).strip())
