"""Generated seasons as an audit sees them: entries with traits."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from linter import reading
from linter.audit.corpus import Traits, across, traits
from linter.items import FindingItem
from linter.judging.opening import open_case
from linter.model import Report, Submission
from linter.rulebook import Rulebook
from linter.season import Entry, Figures, Key, State
from tests.generators.season import Submission as Submitted

Seen = tuple[Entry, Traits]


def seen(path: str, text: str, book: Rulebook) -> Seen:
    """A text as an audit sees it, of which the list says nothing."""
    document = reading.read(path, text.encode(), book.header_words)
    case, reason = open_case(document, book)
    report = Report(
        Submission((document,)), case.outline, case.profile.id, reason, case.facts.year, 0, (), ()
    )
    entry = Entry(path, (path,), State.checked, Key(), Figures(), year=report.year)
    return entry, traits(report, [case])


def entries(submissions: Iterable[Submitted], book: Rulebook, folder: str = "") -> Iterator[Seen]:
    """Submissions as an audit sees them, with what their forms say of them."""
    for submission in submissions:
        path = folder + submission.path
        _, made = seen(path, submission.text, book)
        unit = submission.unit
        key = Key(
            unit.name,
            unit.code,
            submission.project,
            submission.project_code,
            unit.county,
            unit.department,
        )
        budget = f"{float(submission.budget) * 10000:.0f}"
        figures = Figures(budget=budget, score=submission.score)
        yield (
            Entry(path, (path,), State.checked, key, figures, year=made.year),
            made,
        )


def told(rule: str, texts: dict[str, str], book: Rulebook, *earlier: str) -> list[FindingItem]:
    """What a rule says across texts by their paths, those named ``earlier`` being of last season."""
    now = [seen(path, text, book) for path, text in texts.items() if path not in earlier]
    last = [seen(path, texts[path], book) for path in earlier]
    found = book.rule(rule)
    assert found is not None
    return [one.finding for one in across(now, [found], earlier=last)]
