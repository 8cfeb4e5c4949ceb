"""``report-date``: the report was written after its year had ended, and not long after."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Annotated

from msgspec import Meta

from linter.binding.case import Case
from linter.binding.written import dates, ending, is_titled, period_end
from linter.facts.moment import Moment
from linter.facts.windows import Window
from linter.language.needs import Spec
from linter.model import Severity, Span, Status, Verdict


class ReportDate(Spec, frozen=True):
    """Patterns whose slot ``at`` is the date of something."""

    signed: tuple[str, ...]
    """The date of a signature, among the last lines."""
    dated: tuple[str, ...] = ()
    """The date of the report by its name, anywhere."""
    begun: tuple[str, ...] = ()
    """When the evaluation was begun; asked where no signature says that it was in time."""
    based: tuple[str, ...] = ()
    """The day up to which figures go; one before the period's end excuses an early date."""
    unless: tuple[str, ...] = ()
    """Patterns of titles of reports that are written within the year."""
    late_for: tuple[str, ...] = ()
    """Patterns of titles of reports that can be late."""
    months: Annotated[int, Meta(ge=1, le=11)] = 9
    """In which month after the year a report is still in time."""
    late: Severity = Severity.info
    """How grave it is to be late; a signature within the year is as grave as the rule says."""

    def patterns(self) -> Iterator[tuple[str, Window]]:
        """All of them; those of dates within a clause, those of titles within a line."""
        for source in (*self.signed, *self.dated, *self.begun, *self.based):
            yield source, "clause"
        for source in (*self.unless, *self.late_for):
            yield source, "block"


SPEC = ReportDate


def check(rule_id: str, spec: ReportDate, case: Case) -> Iterator[Verdict]:
    """One verdict on the date of the report, where it gives one."""
    titled = period_end(case)
    year = titled.year if titled else case.facts.year
    if year is None or is_titled(case, spec.unless):
        yield Verdict(
            Status.not_applicable, case.document.path, reason="没有评价年度或不是年终报告"
        )
        return
    end, limit = titled or date(year, 12, 31), date(year + 1, spec.months + 1, 1)
    signed = [*dates(case, spec.signed, ending(case)), *dates(case, spec.dated)]
    early = [at for at in signed if at.last and at.last <= end]
    if early and titled and early == signed and not _is_partial(spec, case, early[-1], end):
        yield _told(case, early[-1], Status.failed, f"而评价期到{end}才结束")
        return
    late = [at for at in signed or dates(case, spec.begun) if at.first and at.first >= limit]
    if late and (not signed or late == signed) and is_titled(case, spec.late_for):
        text = f"距{year}年度结束已超过{spec.months}个月"
        yield _told(case, late[0], Status.failed, text, spec.late)
    elif signed:
        yield _told(case, signed[-1], Status.passed, f"在{end}之后 ✓")


def _is_partial(spec: ReportDate, case: Case, signed: Moment, end: date) -> bool:
    """Whether figures go up to a day before the signature and before the end of the year."""
    days = (at.last for at in dates(case, spec.based))
    return any(day < end and signed.last and day <= signed.last for day in days if day)


def _told(
    case: Case, at: Moment, status: Status, text: str, severity: Severity | None = None
) -> Verdict:
    literal = case.text(at.start, at.end)
    return Verdict(
        status,
        literal,
        Span(at.start, at.end),
        calculation=text,
        severity=severity,
        values={"date": literal},
    )
