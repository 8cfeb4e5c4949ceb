"""What one shipped rule says of a text."""

from __future__ import annotations

from linter.engine import lint
from linter.model import Report, Status, Submission
from tests.cases import book, document

TITLE = "某局2023年度绩效自评报告\n"

UNJUDGED = {Status.not_applicable, Status.not_evaluated}

Said = tuple[Status, str, str]
"""Status, the words in question (or the subject, where it has no place), and calculation or reason."""


def report(rule: str, text: str, *, profile: str | None = None, title: str = TITLE) -> Report:
    """The report of one rule on a text below a title."""
    chosen = book().profiles[profile] if profile else None
    submission = Submission((document(f"{title}{text}\n", "报告.txt"),))
    return lint(submission, book(), chosen=[rule], profile=chosen)


def verdicts(rule: str, text: str, *, profile: str | None = None, title: str = TITLE) -> list[Said]:
    """What one rule says, in order."""
    made = report(rule, text, profile=profile, title=title)
    words = made.submission.documents[0].text
    return [
        (
            v.verdict.status,
            words[v.verdict.span.start : v.verdict.span.end]
            if v.verdict.span
            else v.verdict.subject,
            v.verdict.calculation or v.verdict.reason,
        )
        for v in made.verdicts
    ]
