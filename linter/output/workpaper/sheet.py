"""A project's sheet: its indicators as filled in, room for the reviewer, and its findings."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from decimal import Decimal

from msgspec import Struct
from msgspec.structs import astuple
from xlsxwriter.utility import xl_col_to_name

from linter.output.standing import Item, project
from linter.output.workbook import Book, Column, Formula, Page, Value
from linter.output.workpaper.scoring import Scorer, Scoring, number, shown
from linter.output.workpaper.twice import once
from linter.regexes.late import regex
from linter.season import Entry, Indicator

_COLUMNS = (
    Column("一级指标", 11, "middle"),
    Column("二级指标", 12, "middle"),
    Column("三级指标", 18),
    Column("指标性质", 7, "middle"),
    Column("指标值", 11, "middle"),
    Column("计量单位", 8, "middle"),
    Column("权重", 7, "middle"),
    Column("自评完成值", 11, "middle"),
    Column("自评得分", 8, "middle"),
    Column("复核完成值", 11, "choice"),
    Column("复核得分", 8, "mark"),
    Column("按公式应得分", 10, "middle"),
    Column("适用公式", 32),
    Column("复核指标偏差", 9, "middle"),
    Column("备注", 36),
)
FULL, OWN, REVIEWED, GAP = 6, 8, 10, 13
_SHORTEST = 4
"""How long a name is that tells which indicator a finding is about, unless it is quoted."""
_QUOTED = regex("“([^“”]+)”")
_LINE, _WIDTH = 15, 95
"""The height of a line, and how many Chinese characters stand in one below the table."""
_CLOSE = Decimal("0.01")


class Written(Struct, frozen=True):
    """The sheet, and the row of its totals from 1; 0 where it has no indicators."""

    name: str
    total: int
    full: float
    own: float


def write_project(
    book: Book, name: str, entry: Entry, items: Sequence[Item], scorer: Scorer
) -> Written:
    """Writes a project's sheet with its findings that count."""
    page = book.sheet(name, _COLUMNS)
    page.line(f"{project(entry)}　绩效自评复核底稿", "title", 28)
    key = entry.key
    told = (
        ("单位", key.unit),
        ("项目编码", key.project_code),
        ("评价年度", str(entry.year or "")),
        ("文件", entry.path.rpartition("/")[2]),
    )
    page.line("　".join(f"{title}：{text}" for title, text in told if text), "plain", 20)
    page.header()
    indicators, others = once(entry.indicators)
    about, rest = _matched(indicators, items)
    for at, row in others.items():
        about[at].insert(0, f"另一份自评表：完成值{row.done}，得分{row.mark}")
    first = page.at + 1
    sums = _rows(page, indicators, about, scorer)
    page.finish()
    total = _total(page, first, sums) if entry.indicators else 0
    if not entry.indicators:
        page.line("没有读到自评表的指标行，请对照原件填写", "note")
    _rest(page, rest)
    return Written(name, total, float(sums[0]), float(sums[1]))


def _rows(
    page: Page, indicators: Sequence[Indicator], about: dict[int, list[str]], scorer: Scorer
) -> tuple[Decimal, Decimal]:
    """The indicators, levels that a form leaves empty below their first row filled in."""
    full = own = Decimal(0)
    level1 = level2 = ""
    for at, row in enumerate(indicators):
        if row.first.strip():
            level1, level2 = row.first, ""
        level2 = row.second.strip() or level2
        goal, scoring = scorer.goal(row), scorer.scoring(row)
        line = page.at + 1
        notes = [row.reason, *about[at]]
        page.row([
            level1, level2, row.third, goal.sign, _printed(goal.value), goal.unit, _mark(row.full),
            _printed(row.done), _mark(row.mark), None, None, _should(scoring), _how(row, scoring),
            Formula(f'=IF(K{line}="","",K{line}-N(I{line}))'), "\n".join(filter(None, notes)),
        ])  # fmt: skip
        full += number(row.full) or 0
        own += number(row.mark) or 0
    return full, own


def _mark(text: str) -> Value:
    """A mark as a number, with which formulas can compute; anything else as it stands."""
    found = number(text)
    return text if found is None else found


def _printed(text: str) -> Value:
    """A plain number as a number where it then looks as printed; anything else as it stands."""
    found = number(text)
    return found if found is not None and shown(found) == text.strip() else text


def _should(scoring: Scoring) -> Value:
    marks = scoring.marks
    if len(marks) == 1:
        return marks[0]
    return "或".join(map(shown, marks))


def _how(row: Indicator, scoring: Scoring) -> str:
    lines = [formula.name for formula in scoring.formulas]
    own = number(row.mark)
    if own is not None and lines and all(abs(own - mark) > _CLOSE for mark in scoring.marks):
        lines.append(f"自评{shown(own)}分与以上都不同；按区间赋分的以评分标准为准")
    return "\n".join([*lines, scoring.note] if scoring.note else lines)


def _total(page: Page, first: int, sums: tuple[Decimal, Decimal]) -> int:
    """The totals as formulas; where they stand, from 1."""
    last, full, own = page.at, *sums

    def sum_of(column: int, value: float | str = "") -> Formula:
        letter = xl_col_to_name(column)
        cells = f"{letter}{first}:{letter}{last}"
        empty = f'IF(COUNT({cells})=0,"",SUM({cells}))'
        return Formula(f"=SUM({cells})" if value != "" else f"={empty}", value)

    values: list[Value] = ["合计", *[""] * (len(_COLUMNS) - 1)]
    values[FULL], values[OWN] = sum_of(FULL, float(full)), sum_of(OWN, float(own))
    values[REVIEWED], values[GAP] = sum_of(REVIEWED), sum_of(GAP)
    page.row(values, "total")
    return page.at


def _rest(page: Page, rest: list[Item]) -> None:
    """The findings about no one indicator."""
    if not rest:
        return
    page.at += 1
    page.line("其他问题", "heading")
    for item in rest:
        finding = item.told.finding
        text = finding.message
        if finding.suggestion and finding.suggestion not in text:
            text = f"{text}　处理建议：{finding.suggestion}"
        lines = sum(1 + len(line) // _WIDTH for line in text.split("\n"))
        page.sheet.set_row(page.at, min(_LINE * lines + 3, 400))
        page.across(item.level, text, len(_COLUMNS))


def _matched(
    indicators: Sequence[Indicator], items: Sequence[Item]
) -> tuple[dict[int, list[str]], list[Item]]:
    """What is found of the one indicator that it names, by its row, and the other findings."""
    about: dict[int, list[str]] = defaultdict(list)
    rest = []
    rows: dict[str, list[int]] = defaultdict(list)
    for at, indicator in enumerate(indicators):
        if name := indicator.third.strip():
            rows[name].append(at)
    for item in items:
        row = _row(item, rows, indicators)
        if row is None:
            rest.append(item)
        else:
            about[row].append(f"{item.level}：{item.told.finding.message}")
    return about, rest


def _row(
    item: Item, rows: Mapping[str, Sequence[int]], indicators: Sequence[Indicator]
) -> int | None:
    """The row of the indicator that a finding is about; none where it may be about several."""
    finding = item.told.finding
    quoted = [name for name in _QUOTED.findall(finding.message) if name.strip() in rows]
    names = dict.fromkeys(name.strip() for name in quoted) or _within(finding.message, rows)
    found = [at for name in names for at in rows[name]]
    if len(found) > 1 and len(names) == 1:  # of one name: the one that has the figure in its cells
        found = [at for at in found if finding.quote.strip() in astuple(indicators[at])]
    return found[0] if len(found) == 1 else None


def _within(message: str, rows: Mapping[str, Sequence[int]]) -> list[str]:
    """The names that stand in a message, not those that are but part of another one there."""
    names = [name for name in rows if len(name) >= _SHORTEST and name in message]
    return [n for n in names if not any(n != other and n in other for other in names)]
