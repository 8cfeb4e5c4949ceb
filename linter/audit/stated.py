"""What a submission states of itself in figures: budget, execution, score, and its form's rows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from msgspec import Struct

from linter.audit.excerpts import excerpt
from linter.audit.jobs import Stated
from linter.binding.case import Case
from linter.binding.marks.bands import stated_bands
from linter.binding.marks.execution import rates
from linter.binding.marks.grades import graded
from linter.binding.marks.total_marks import own_totals
from linter.facts.quantity import Quantity
from linter.facts.status import status
from linter.facts.table import Row, TypedTable
from linter.items import of_related
from linter.model import Related, Span, Submission
from linter.regexes.late import regex
from linter.season import Figures, Indicator

_BUDGETS = ("adjusted", "budget", "initial")
_WHOLE = regex(r"年度资金总额|资金总额|项目资金|合计|总计")
_PART = regex(r"其中|上年|去年|结转|结余|调整(?!后)|分别|[级省市县]资金|专户|目标|拟|计划")
_BUDGET = regex(
    r"(?<!追加)(?<!追减)(?<!调增)(?<!调减)(?:全年|年度|年初|项目|当年|调整后)?预算(?:数|资金|金额|总额|安排|批复|总)*(?:为|共|共计|合计|总计|是|:)*$"
)
_FINAL = regex(r"全年|当年|调整后")
"""What a budget is called that was last valid, where that of the year's beginning is told too."""
_INITIAL = "年初"
_EXECUTED = regex(
    r"(?:全年|年度|实际|累计|项目|资金|共|已)*(?:支出|执行|支付)(?:数|资金|金额|总额)*(?:为|共|共计|合计|总计|是|了|:)*$"
)
_REACH = 40
_LEVELS = ("level1", "level2", "level3")


class Figure(Struct, frozen=True):
    """A figure or word: in which document it stands, where, and what it may stand for."""

    case: int
    start: int
    end: int
    value: str
    low: str = ""
    high: str = ""


def figures(cases: Sequence[Case]) -> dict[str, Figure]:
    """The figures that a submission states, the first of each, by the names in ``Figures``."""
    found: dict[str, Figure] = {}
    for number, case in enumerate(cases):
        for name, figure in _of(number, case):
            found.setdefault(name, figure)
    return found


def values(found: dict[str, Figure]) -> Figures:
    """The figures without their places."""
    return Figures(**{name: figure.value for name, figure in found.items()})


def places(found: dict[str, Figure], submission: Submission) -> dict[str, Stated]:
    """The figures with the places at which they stand."""
    made = {}
    for name, figure in found.items():
        span = Span(figure.start, figure.end, figure.case)
        place = of_related(Related(span, name), submission)
        around = excerpt(submission.documents, span)
        made[name] = Stated(figure.low, figure.high, place, around)
    return made


def indicators(cases: Sequence[Case]) -> tuple[Indicator, ...]:
    """The rows of the submission's forms, each cell as printed."""
    return tuple(
        row
        for case in cases
        for table in case.facts.tables
        if table.table.sure
        for row in _rows(table)
    )


def _of(number: int, case: Case) -> Iterator[tuple[str, Figure]]:
    for name, figure in (*_in_tables(case), *_in_words(case)):
        yield name, _figure(number, figure)
    totals = own_totals(case)
    if totals:
        yield "score", _figure(number, totals[-1])
    bands = stated_bands(case.facts.text)
    for grade in graded(case, bands):
        named = case.profile.grade_of(grade.word)
        word = named.name if named else grade.word
        yield "grade", Figure(number, grade.start, grade.end, word)
        break


def _in_tables(case: Case) -> Iterator[tuple[str, Quantity]]:
    """What the row of the whole says in a table of the project's money."""
    for table in case.facts.tables:
        executed = table.column("executed")
        column = next((at for kind in _BUDGETS if (at := table.column(kind)) is not None), None)
        if executed is None or column is None or not table.table.sure:
            continue
        row = _whole_row(table.rows)
        if row is None:
            continue
        rate = table.column("rate")
        for name, at in (("budget", column), ("executed", executed), ("rate", rate)):
            figure = row.figures[at] if at is not None else None
            if figure is not None and figure.hedge is None:
                wanted = "percent" if name == "rate" else "money"
                if figure.dimension == wanted:
                    yield name, figure
        return


def _whole_row(rows: Sequence[Row]) -> Row | None:
    named = [row for row in rows if any(_WHOLE.search(text) for text in row.texts[:3])]
    return named[0] if named else rows[0] if len(rows) == 1 else None


def _in_words(case: Case) -> Iterator[tuple[str, Quantity]]:
    """What running text says of the whole, where it says but one thing."""
    told: dict[str, list[Quantity]] = {
        "budget": [],
        "executed": [],
        "rate": list(rates(case.facts)),
    }
    final: list[Quantity] = []
    unclear: list[Quantity] = []
    for figure in case.facts.by_dimension.get("money", []):
        if figure.hedge is not None or case.facts.in_table(figure.start):
            continue
        low, high = case.facts.own_lead(figure)
        leads = ((n, p.search(case.facts.text, low, high)) for n, p in _LEADS)
        name, lead = next(((n, lead) for n, lead in leads if lead), (None, None))
        near, _ = case.facts.windows.before("clause", figure.start, _REACH)
        if name is None or lead is None or _PART.search(case.facts.text, near, figure.start):
            continue
        if name == "budget" or status(case.facts, figure) == "actual":
            told[name].append(figure)
            if name == "budget" and _FINAL.match(lead[0]):
                final.append(figure)
            elif name == "budget" and not lead[0].startswith(_INITIAL):
                unclear.append(figure)
    if final:
        told["budget"] = [*final, *unclear]
    for name, found in told.items():
        if found and all(figure.value.meets(found[0].value) for figure in found):
            yield name, found[0]


_LEADS = (("budget", _BUDGET), ("executed", _EXECUTED))


def _figure(number: int, figure: Quantity) -> Figure:
    low, high = figure.value.low, figure.value.high
    bounds = (_plain(low), _plain(high)) if low.is_finite() and high.is_finite() else ("", "")
    return Figure(number, figure.start, figure.end, _plain(figure.printed), *bounds)


def _plain(value: Decimal) -> str:
    """A number without exponent and without zeros behind its last digit."""
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _rows(table: TypedTable) -> Iterator[Indicator]:
    kinds = [column.kind for column in table.columns]
    columns = {kind: at for at, kind in enumerate(kinds) if kind and kinds.count(kind) == 1}
    if "full" not in columns or not {"target", "actual"} & columns.keys():
        return
    above = dict.fromkeys(_LEVELS, "")
    for row in table.rows:
        texts = {kind: row.texts[at] for kind, at in columns.items()}
        for level in _LEVELS[:2]:
            above[level] = texts.get(level) or above[level]
        name = texts.get("level3", "")
        if row.total or not (name or texts.get("target")):
            continue
        yield Indicator(
            first=above["level1"],
            second=above["level2"],
            third=name,
            sign=texts.get("sign", ""),
            target=texts.get("target", ""),
            unit=texts.get("unit", ""),
            full=texts["full"],
            done=texts.get("actual", ""),
            mark=texts.get("obtained", ""),
            reason=texts.get("reason", ""),
        )
