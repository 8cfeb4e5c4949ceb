"""``proportion``: results hundreds of times the project's own money, which may be others'."""

from __future__ import annotations

import re
from collections.abc import Iterator

from linter.binding.case import Case
from linter.binding.names import is_told
from linter.binding.report.titles import subject
from linter.facts.quantity import Quantity
from linter.language.needs import Spec
from linter.language.words import any_word, ending
from linter.model import Related, Span, Status, Verdict

_LEAD = 24
_NAME, _SHORTEST = 6, 4
"""How many characters at the end of the project's name tell its money, and how few may."""
_BEFORE = 60
"""How far before an amount, in its sentence, the words stand that it is of."""
_SHOWN = 3


class Proportion(Spec, frozen=True):
    """How the project's own money is called, how much larger results may be, and which may."""

    own: tuple[str, ...]
    """Words right before the project's amount; the end of its name in the title is one too."""
    times: int
    least: int
    """How many larger amounts it takes, in so many paragraphs."""
    without: tuple[str, ...] = ()
    """Words before an amount that is of another's results: 全市."""


SPEC = Proportion


def check(rule_id: str, spec: Proportion, case: Case) -> Iterator[Verdict]:
    """One verdict where the text names the project's own amount."""
    amounts = [f for f in case.facts.by_dimension.get("money", ()) if is_told(case.facts, f, True)]
    project = subject(case.facts.text[case.outline.title_start : case.outline.title_end]).project
    named = (*spec.own, project[-_NAME:]) if len(project) >= _SHORTEST else spec.own
    own = [figure for figure in amounts if _is_led_by(ending(named), case, figure)]
    if not own:
        return
    largest = max(own, key=lambda figure: figure.printed)
    larger = [
        figure
        for figure in amounts
        if figure.printed > spec.times * largest.printed and not _is_of_others(spec, case, figure)
    ]
    blocks = {case.facts.windows.bounds("block", figure.start) for figure in larger}
    failed = min(len(larger), len(blocks)) >= spec.least
    yield _verdict(case, largest, larger, failed)


def _is_led_by(words: re.Pattern[str], case: Case, figure: Quantity) -> bool:
    return words.search(case.facts.text, *case.facts.own_lead(figure, _LEAD)) is not None


def _is_of_others(spec: Proportion, case: Case, figure: Quantity) -> bool:
    low, _ = case.facts.windows.before("sentence", figure.start, _BEFORE)
    return any_word(spec.without).search(case.facts.text, low, figure.start) is not None


def _verdict(case: Case, own: Quantity, larger: list[Quantity], failed: bool) -> Verdict:
    amount = case.text(own.start, own.end)
    shown = "、".join(case.text(f.start, f.end) for f in larger[:_SHOWN])
    text = f"项目资金{amount}，文中成果有{shown}等" if failed else f"成果与{amount}相称 ✓"
    return Verdict(
        Status.failed if failed else Status.passed,
        amount,
        Span.of(own),
        tuple(Related(Span.of(f), "result") for f in larger[:_SHOWN]) if failed else (),
        text,
        values={"amount": amount, "results": shown, "calculation": text},
    )
