"""Findings that one wrong figure makes are told as one, where the figure stands.

A wrong figure breaks every sum and difference in which it takes part, and each by as much as it is
wrong. So findings that have a figure in common, and are off by the same, are one; the others' own
places become related ones. What is off by something else has another cause, and stays.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal

from msgspec import Struct
from msgspec.structs import replace

from linter.facts.facts import Facts
from linter.judging.leads import Lead
from linter.model import Finding, Related, Span, Verdict
from linter.regexes.late import regex
from linter.rulebook.rule import Rule

ALSO = "also"
"""The label of a place whose own finding is told in another."""
_EXPECTED = ".expected"
_ELSEWHERE = {"zh": "（另有{}处也与它不同）", "en": " ({} more places differ from it)"}
_MORE = {"zh": "（同一个数还使另外{}处算式不成立）", "en": " ({} more calculations fail by it)"}
_FIGURE = regex(r"-?\d[\d,]*(?:\.\d+)?")
_TWIN = "twin"
"""What a verdict's values have that only holds two places against each other."""
_PAIR = 2
_ROUNDED = Decimal("0.0005")
"""By which share what a figure may be meant as is off what another calculation comes to."""
_ALIKE = 0.02
"""By which share two such amounts may differ: sums of rounded figures do."""


class Off(Struct, frozen=True):
    """A finding and by how much its figure is off what was expected, if that is known."""

    finding: Finding
    amount: float | None
    spans: frozenset[Span]
    """Where the figures stand that take part."""


class Led(Struct, frozen=True):
    """A finding with its verdict and what is to be looked at first, if the report tells it."""

    finding: Finding
    kind: str
    """The kind of the rule that found it."""
    verdict: Verdict
    lead: Lead | None

    @property
    def value(self) -> Decimal | None:
        """What the figure that is to be looked at may be meant as."""
        return self.lead.value if self.lead else None


def of_one_suspect(found: Sequence[Led], lang: str) -> list[Led]:
    """The findings, those that one figure makes by what it is meant as told as one; order is kept.

    That is the one about the figure itself where there is one, else the gravest.
    """
    about: dict[Span, list[int]] = {}
    suspected: dict[Span, list[int]] = {}
    for index, led in enumerate(found):
        about.setdefault(led.finding.span, []).append(index)
        if led.lead and led.value is not None:
            suspected.setdefault(led.lead.figure, []).append(index)
    left = dict(enumerate(found))
    for span, accusing in suspected.items():
        value = found[accusing[0]].value
        alike = [i for i in accusing if found[i].value == value]
        others = [i for i in about.get(span, ()) if _needs(found[i].verdict, span, value)]
        same = sorted(i for i in {*alike, *others} if i in left)
        if len(same) < _PAIR:
            continue
        ranks = {i: (found[i].finding.span == span, found[i].finding.severity) for i in same}
        first = max(same, key=ranks.__getitem__)
        merged = _accused(left[first], [left[i] for i in same if i != first], lang)
        for index in same:
            del left[index]
        left[first] = merged
    return [led for _, led in sorted(left.items())]


def _needs(verdict: Verdict, span: Span, value: Decimal | None) -> bool:
    """Whether a failed calculation, too, holds with a figure of so much."""
    if value is None:
        return False
    slack = abs(value) * _ROUNDED
    own = [needed for needed in verdict.needed if needed.span == span]
    return any(n.low - slack <= value <= n.high + slack for n in own)


def _accused(first: Led, others: Sequence[Led], lang: str) -> Led:
    finding = first.finding
    places = dict.fromkeys(o.finding.span for o in others)
    more = [Related(span, ALSO) for span in places if span not in finding.spans]
    count = len({other.verdict.spans for other in others} - {first.verdict.spans})
    leads = [other.lead.text[lang] for other in others if other.lead and other.lead.value]
    compared = _TWIN in first.verdict.values and leads
    told = replace(
        finding,
        suggestion=leads[0] if compared else finding.suggestion,
        severity=max(led.finding.severity for led in (first, *others)),
        message=finding.message + (_MORE[lang].format(count) if count else ""),
        related=(*finding.related, *more),
    )
    return replace(first, finding=told)


def without_incomplete(
    failed: Sequence[tuple[Rule, Verdict]], verdicts: Iterable[Verdict], facts: Facts
) -> Sequence[tuple[Rule, Verdict]]:
    """What failed, but for amounts that come out once one more beside them takes part.

    上年结转40万元，支出312万元，结余28万元, where 本年下达300万元 stands before them.
    """
    if not any(verdict.needed for _, verdict in failed):
        return failed
    amounts = {f.start for f in facts.quantities if f.dimension == "money"}
    held = (v.spans for v in verdicts if v.recomputed and len(v.related) > _PAIR)
    whole = [spans for spans in held if {span.start for span in spans} <= amounts]
    return [
        (rule, verdict)
        for rule, verdict in failed
        if not verdict.needed or not any(_is_one_more(verdict.spans, spans) for spans in whole)
    ]


def _is_one_more(spans: frozenset[Span], whole: frozenset[Span]) -> bool:
    """Whether a calculation has the figures of another, and one more."""
    return spans < whole and len(whole) == len(spans) + 1


def uncovered(failed: Sequence[tuple[Rule, Verdict]]) -> Iterator[tuple[Rule, Verdict]]:
    """What failed without broken bounds of which a graver failed calculation has all figures."""
    graver = [(rule, verdict.spans) for rule, verdict in failed if verdict.needed]
    for rule, verdict in failed:
        bound = any(not needed.high.is_finite() for needed in verdict.needed)
        if not bound or not any(
            rule.header.severity <= other.header.severity and verdict.spans < spans
            for other, spans in graver
        ):
            yield rule, verdict


def amount_off(verdict: Verdict) -> float | None:
    """By how much the figure of a failed verdict differs from what it should be."""
    values = verdict.values
    name = next((n for n in values if n + _EXPECTED in values), None)
    if name is None:
        return None
    found = [_FIGURE.search(values[key]) for key in (name, name + _EXPECTED)]
    numbers = [float(match[0].replace(",", "")) for match in found if match]
    return abs(numbers[0] - numbers[1]) if len(numbers) == 2 else None


def together(found: Sequence[Off], lang: str) -> list[Finding]:
    """The findings, those that one figure makes as one; order is kept."""
    having: dict[Span, list[int]] = {}
    for index, off in enumerate(found):
        for span in off.spans if off.amount is not None else ():
            having.setdefault(span, []).append(index)
    left = dict.fromkeys(range(len(found)))
    merged: dict[int, Finding] = {}
    for span in _by_weight(having, found):
        group = [index for index in having[span] if index in left]
        first = next((i for i in group if found[i].finding.span == span), group[0] if group else 0)
        group = [i for i in group if _alike(found[first], found[i])]
        if len(group) > 1:
            merged[first] = _one(found[first], [found[i] for i in group if i != first], lang)
            for index in group:
                del left[index]
    kept = {index: found[index].finding for index in left}
    return [finding for _, finding in sorted({**kept, **merged}.items())]


def compared_once(found: Sequence[Finding], lang: str) -> list[Finding]:
    """Findings that hold figures against others, those of one figure as one: the gravest."""
    of_figure: dict[Span, list[Finding]] = {}
    for finding in found:
        of_figure.setdefault(finding.span, []).append(finding)
    return [_compared(same, lang) for same in of_figure.values()]


def _compared(same: Sequence[Finding], lang: str) -> Finding:
    first = max(same, key=lambda finding: finding.severity)
    places = {r.span: r for finding in (first, *same) for r in finding.related}
    more = len(places) - len(first.related)
    if more <= 0:
        return first
    message = first.message + _ELSEWHERE[lang].format(more)
    return replace(first, message=message, related=tuple(places.values()))


def _by_weight(having: Mapping[Span, Sequence[int]], found: Sequence[Off]) -> list[Span]:
    """Figures by how many calculations have them; of as many, the last that a finding is about.

    What is calculated stands behind what it is calculated of.
    """
    about = {off.finding.span for off in found}
    weights = {span: len({found[i].spans for i in indices}) for span, indices in having.items()}
    return sorted(having, key=lambda span: (weights[span], span in about, span), reverse=True)


def _alike(one: Off, other: Off) -> bool:
    most = max(one.amount or 0.0, other.amount or 0.0)
    return abs((one.amount or 0.0) - (other.amount or 0.0)) <= _ALIKE * most


def _one(first: Off, others: Sequence[Off], lang: str) -> Finding:
    """The first finding, beside whose figures stand what the others are about."""
    finding = first.finding
    more = dict.fromkeys(o.finding.span for o in others if o.finding.span not in first.spans)
    count = len({other.spans for other in others} - {first.spans})
    return replace(
        finding,
        severity=max(each.finding.severity for each in (first, *others)),
        message=finding.message + (_MORE[lang].format(count) if count else ""),
        related=(*finding.related, *(Related(span, ALSO) for span in more)),
    )
