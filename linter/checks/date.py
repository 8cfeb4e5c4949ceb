"""``date``: dates that exist, periods that run forward, years that are the evaluated one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from linter.binding import sought
from linter.binding.case import Case
from linter.binding.dates.courses import courses_of
from linter.binding.dates.disorder import Disorder
from linter.binding.dates.gone_by import gone_by
from linter.binding.dates.reckoned import reckoned
from linter.binding.dates.too_late import too_late
from linter.binding.dates.written import impossible, in_order
from linter.binding.dates.year_steps import every_disorder
from linter.binding.report.year_verdicts import evaluated, said
from linter.binding.sought import Sought
from linter.facts.moment import Moment
from linter.language.needs import Spec
from linter.model import Related, Span, Status, Verdict


class Date(Spec, frozen=True):
    """What is asked of dates."""

    must: Literal[
        "exist",
        "run-forward",
        "be-evaluated-year",
        "follow-course",
        "be-the-year-said",
        "be-past",
        "be-to-come",
        "be-the-period-named",
        "be-so-many-years",
        "be-so-many-days",
        "fit-the-clock",
        "fit-the-week",
    ]
    courses: tuple[tuple[str, ...], ...] = ()
    """Of what has its course, the steps in order, each by its words: 申报|立项, 批复, 开工."""
    same: tuple[tuple[str, ...], ...] = ()
    """Such courses whose steps are so common that they must be of one thing: 采购, 发放."""
    firm: tuple[tuple[str, ...], ...] = ()
    """Such courses that are looked at too where the later step is told first."""
    late: tuple[tuple[str, ...], ...] = ()
    """The same, but only where words stress that the earlier step came so late."""


SPEC = Date


def seeks(rule_id: str, spec: Date, case: Case) -> Iterator[Sought]:
    """Dates and periods."""
    yield sought.moments(case, *(("period",) if spec.must == "run-forward" else ()))


def check(rule_id: str, spec: Date, case: Case) -> Iterator[Verdict]:
    """A verdict for each date or period that the question concerns."""
    match spec.must:
        case "exist":
            yield from _existing(case)
        case "run-forward":
            yield from _forward(case)
        case "follow-course":
            courses = courses_of(spec.courses, spec.same, spec.firm, spec.late)
            yield from (_against(case, found) for found in every_disorder(case.facts, courses))
        case "be-the-year-said":
            yield from said(case)
        case "be-past":
            yield from too_late(case)
        case "be-to-come":
            yield from gone_by(case)
        case "be-evaluated-year":
            yield from evaluated(case)
        case must:
            yield from reckoned(case, must)


def _existing(case: Case) -> Iterator[Verdict]:
    invalid = list(impossible(case))
    for span, last in invalid:
        literal = case.text(span.start, span.end)
        values = {"date": literal, "calculation": "", "last": last}
        yield Verdict(Status.failed, literal, span, values=values)
    if case.facts.moments and not invalid:
        text = f"{len(case.facts.moments)}处日期均存在 ✓"
        yield Verdict(Status.passed, case.document.path, calculation=text)


def _forward(case: Case) -> Iterator[Verdict]:
    for moment in case.facts.moments:
        if moment.kind == "period" and moment.first and moment.last and moment.relative is None:
            text = f"{in_order(moment.first, '≤', moment.last)} ✓"
            yield _about(case, moment, Status.passed, text)
        elif not moment.ordered:
            yield _about(case, moment, Status.failed, "起始晚于终止")


def _against(case: Case, disorder: Disorder) -> Verdict:
    before, after = disorder.before.moment, disorder.after.moment
    here, there = case.text(after.start, after.end), case.text(before.start, before.end)
    # a year that is not told is only guessed, to compare the days
    guessed = disorder.before.guessed or disorder.after.guessed
    days = in_order(disorder.before.first, ">", disorder.after.first)
    text = f"{there} > {here}" if guessed else days
    values = {"date": here, "before": there, "calculation": text}
    related = (Related(Span.of(before), "before"),)
    return Verdict(Status.failed, here, Span.of(after), related, text, values=values)


def _about(case: Case, moment: Moment, status: Status, calculation: str) -> Verdict:
    if not moment.ordered and moment.first and moment.last:
        status, calculation = Status.failed, in_order(moment.first, ">", moment.last)
    literal = case.text(moment.start, moment.end)
    values = {"date": literal, "calculation": calculation}
    span = Span.of(moment)
    return Verdict(status, literal, span, calculation=calculation, values=values)
