"""``report-date``: the report was written after its year had ended, and not long after."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Annotated

from msgspec import Meta

from linter.binding.case import Case
from linter.binding.dates import written
from linter.facts.moment import Moment
from linter.facts.windows import Window
from linter.language.needs import Spec
from linter.model import Related, Severity, Span, Status, Verdict


class ReportDate(Spec, frozen=True):
    """Patterns whose slot ``at`` is the date of something."""

    signed: tuple[str, ...]
    """The date of a signature, among the last lines."""
    dated: tuple[str, ...] = ()
    """The date of the report by its name, anywhere."""
    labels: tuple[str, ...] = ()
    """The labels of a form before the cell with its date."""
    begun: tuple[str, ...] = ()
    """When the evaluation was begun; asked where no signature says that it was in time."""
    opened: tuple[str, ...] = ()
    """When it was opened, told so plainly that it is none of another year."""
    steps: tuple[str, ...] = ()
    """What was done in the evaluation, before the report was signed."""
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
        of_evaluation = *self.begun, *self.opened, *self.steps, *self.based
        for source in (*self.signed, *self.dated, *of_evaluation):
            yield source, "clause"
        for source in (*self.unless, *self.late_for):
            yield source, "block"


SPEC = ReportDate


def check(rule_id: str, spec: ReportDate, case: Case) -> Iterator[Verdict]:
    """One verdict on the date of the report, where it gives one."""
    titled = written.period_end(case)
    year = titled.year if titled else case.facts.year
    if year is None or written.is_titled(case, spec.unless):
        reason = "没有评价年度或不是年终报告"
        yield Verdict(Status.not_applicable, case.document.path, reason=reason)
        return
    end, limit = titled or date(year, 12, 31), date(year + 1, spec.months + 1, 1)
    title = Span(case.outline.title_start, case.outline.title_end)
    filled = list(written.dates_in_forms(case, spec.labels))
    # a form without a year in its title may be an application, written before the year
    known = titled or ("自评" in case.document.folded and filled)
    at_end = written.dates(case, spec.signed, written.ending(case))
    signed = [*at_end, *written.dates(case, spec.dated), *filled]
    early = [at for at in signed if at.last and at.last <= end]
    told = signed or written.dates(case, spec.begun)
    late = [at for at in told if at.first and at.first >= limit]
    early = early if known and early == signed else []
    opened = written.opened_early(case, spec.opened, end) if titled else None
    in_year = early and not _is_partial(spec, case, early[-1], end)
    if too_early := early[-1] if in_year else opened:
        yield _failed(case, too_early, f"而评价期到{written.in_words(end)}才结束", title)
    elif late and (not signed or late == signed) and written.is_titled(case, spec.late_for):
        text = f"距{year}年度结束已超过{spec.months}个月"
        yield _failed(case, late[0], text, title, spec.late)
    elif signed and (step := _step_behind(spec, case, signed, end)):
        text = f"早于自评中的{case.text(step.start, step.end)}"
        yield _failed(case, signed[-1], text, Span.of(step))
    elif signed:
        here = Span.of(signed[-1])
        words = case.text(here.start, here.end)
        yield Verdict(Status.passed, words, here, calculation=f"在{written.in_words(end)}之后 ✓")


def _step_behind(spec: ReportDate, case: Case, signed: list[Moment], end: date) -> Moment | None:
    """A step of the evaluation with a date behind every signature."""
    last = max(at.last for at in signed if at.last)
    steps = (at for at in written.dates(case, spec.steps) if at.first and at.first > max(last, end))
    return next(steps, None)


def _is_partial(spec: ReportDate, case: Case, signed: Moment, end: date) -> bool:
    """Whether figures go up to a day before the signature and before the end of the year."""
    days = (at.last for at in written.dates(case, spec.based))
    return any(day < end and signed.last and day <= signed.last for day in days if day)


def _failed(
    case: Case, at: Moment, text: str, other: Span, severity: Severity | None = None
) -> Verdict:
    literal = case.text(at.start, at.end)
    return Verdict(
        Status.failed,
        literal,
        Span.of(at),
        (Related(other, "other"),),
        text,
        severity=severity,
        values={"date": literal},
    )
