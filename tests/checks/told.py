"""What one shipped rule tells of a text, as quotes."""

from __future__ import annotations

from tests.checks.verdicts import report


def told(rule: str, text: str) -> list[str]:
    """The quotes of a rule's findings."""
    return [finding.quote for finding in report(rule, text).findings if finding.rule == rule]
