"""The sheet 问题清单: a row a finding, with what reviewers are to say of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date

from linter.model import SheetPlace
from linter.output.ledger.columns import ACCEPTED, FINDINGS, PRINTED, REJECTED
from linter.output.ledger.paths import written
from linter.output.ledger.rows import Rows, Sheets
from linter.output.standing import Item, Standing, place, project
from linter.output.words import ZH, broken, says
from linter.output.workbook import Value, quoted
from linter.season import Excerpt, led, trailed

_AROUND, _NEAR, _QUOTE = 39, 20, 200
"""How many characters are shown around a quote, around one that is compared, and of a quote."""
_MOST_PLACES, _MOST_QUOTES = 6, 12


class Findings:
    """The sheet: of each submission the gravest findings first."""

    def __init__(self, sheets: Sheets, standing: Standing) -> None:
        self._sheets, self._standing = sheets, standing
        holds = "全部问题，一行一条；黄色各列由复核人填写"
        self.rows = Rows(sheets, "问题清单", holds, FINDINGS, PRINTED)
        self.said: Counter[tuple[str, bool | None]] = Counter()
        """How many findings there are by level and by what reviewers said."""

    def add(self, items: Sequence[Item]) -> str:
        """The findings of one submission; where the first of them stands."""
        first = ""
        for item in items:
            number = self.rows.count + 1
            at = self.rows.add(_row(item, number, self._sheets, self._standing))
            first = first or at
            self.said[item.level, item.decision.accepted if item.decision else None] += 1
        return first

    def finish(self) -> None:
        """There are no more."""
        self.rows.finish("没有发现问题")


def _row(item: Item, number: int, sheets: Sheets, standing: Standing) -> list[Value]:
    finding, entry, decision = item.told.finding, item.entry, item.decision
    family = finding.rule.partition("/")[0]
    return [
        number,
        item.level,
        ZH.families.get(family, family),
        entry.key.unit if entry else "",
        project(entry) if entry else "",
        sheets.file(finding.path.rpartition("/")[2], finding.path, _cell(finding.place)),
        place("", finding.place, finding.section, item.told.excerpt),
        finding.message,
        facts(item),
        finding.suggestion,
        standing.rule(finding).basis,
        {True: ACCEPTED, False: REJECTED}.get(decision.accepted, "") if decision else "",  # type: ignore[arg-type]
        decision.reviewer if decision else "",
        _day(decision.day) if decision else "",
        decision.mended if decision else "",
        finding.rule,
        finding.fingerprint,
        written(item.path),
        "有" if decision else "",
    ]


def facts(item: Item) -> str:
    """What stands where, and the arithmetic."""
    finding, told = item.told.finding, item.told
    lines = [f"原文：{_marked(told.excerpt, _AROUND)}"] if told.excerpt.quote.strip() else []
    others: dict[str, list[str]] = {}
    for other, excerpt in zip(finding.related, told.related, strict=False):
        if excerpt.quote.strip():
            path = other.path if other.path != finding.path else ""
            at = place(path, other.place, "", excerpt)
            others.setdefault(at, []).append(_marked(excerpt, _NEAR))
    for at, quotes in list(others.items())[:_MOST_PLACES]:
        more = f"等{len(quotes)}处" if len(quotes) > _MOST_QUOTES else ""
        lines.append(f"对照：{'；'.join(quotes[:_MOST_QUOTES])}{more}（{at}）")
    if len(others) > _MOST_PLACES:
        lines.append(f"对照：另有{len(others) - _MOST_PLACES}处")
    calculation = broken(finding.calculation)
    if calculation and not says(finding.message, calculation):
        lines.append(f"算式：{calculation}")
    return "\n".join(lines)


def _marked(excerpt: Excerpt, around: int) -> str:
    """An excerpt with its quote between brackets, cut to what a cell can show."""
    before, quote, after = excerpt.before, excerpt.quote, excerpt.after
    before = f"…{led(before, around)}" if len(before) > around else before
    after = f"{trailed(after, around)}…" if len(after) > around else after
    quote = f"{quote[:_QUOTE]}…" if len(quote) > _QUOTE else quote
    return f"{before}【{quote}】{after}"


def _cell(place: object) -> str:
    if not isinstance(place, SheetPlace):
        return ""
    return f"{quoted(place.sheet)}!{place.cell}"


def _day(text: str) -> Value:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return text
