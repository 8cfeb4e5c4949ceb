"""``edition``: numbers of editions go with their years (第十五届东盟博览会：2018年), and agree."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from linter.binding.case import Case
from linter.binding.dates.editions import Edition as Found
from linter.binding.dates.editions import Words, anniversaries, editions
from linter.binding.dates.same_event import two_numbers
from linter.binding.dates.sequels import sequels
from linter.binding.dates.series import against_series
from linter.binding.dates.yearly import yearly
from linter.facts.windows import Window
from linter.language.needs import Spec
from linter.model import Related, Span, Status, Verdict


class Edition(Spec, frozen=True):
    """What is asked of numbers; the series themselves are the vocabulary's."""

    must: Literal["fit-the-year", "agree"]
    """``agree``: events are known by their names and the words around them."""
    first: tuple[str, ...] = ()
    """Words for the first edition, whose year stands beside them."""
    yearly: tuple[str, ...] = ()
    """Words that say that an edition is held every year."""
    unless: tuple[str, ...] = ()
    """Patterns that tell in the same clause that another edition's year is meant."""

    def patterns(self) -> Iterator[tuple[str, Window]]:
        """Those that excuse, within a clause."""
        for source in self.unless:
            yield source, "clause"


SPEC = Edition


def check(rule_id: str, spec: Edition, case: Case) -> Iterator[Verdict]:
    """A verdict for each edition whose year is known, or each event of two numbers."""
    yield from _agreeing(case) if spec.must == "agree" else _of_years(spec, case)


def _of_years(spec: Edition, case: Case) -> Iterator[Verdict]:
    words = Words(spec.first, spec.yearly)
    seen: set[int] = set()
    told = (*yearly(case.facts), *editions(case.facts, words), *anniversaries(case.facts))
    for found in told:
        if found.start in seen:
            continue
        seen.add(found.start)
        if found.told == found.due or not _is_excused(spec, case, found):
            yield _verdict(case, found)
    for sequel in sequels(case.facts):
        found = Found(sequel.start, sequel.end, sequel.due, sequel.told, sequel.moment)
        if found.start not in seen and not _is_excused(spec, case, found):
            yield _verdict(case, found, Related(Span(*sequel.earlier), "edition"))


def _is_excused(spec: Edition, case: Case, found: Found) -> bool:
    return case.has(spec.unless, *case.facts.windows.around("clause", found.start, found.end))


def _verdict(case: Case, found: Found, *others: Related) -> Verdict:
    literal = case.text(found.start, found.end)
    moment = found.moment
    right = found.told == found.due
    source = "文中" if moment else "评价年度"
    return Verdict(
        Status.passed if right else Status.failed,
        literal,
        Span.of(found),
        (*((Related(Span.of(moment), "year"),) if moment else ()), *others),
        f"{literal}在{found.due}年{' ✓' if right else f'，{source}为{found.told}年'}",
        values={"edition": literal, "due": str(found.due)},
        recomputed=right,
    )


def _agreeing(case: Case) -> Iterator[Verdict]:
    """A failure for each event that is numbered otherwise further on, or by words beside it."""
    seen: set[int] = set()
    pairs = [(Span.of(a), Span.of(b)) for a, b in two_numbers(case.facts)]
    pairs += [(Span(*f.earlier), Span(*f.later)) for f in against_series(case.facts)]
    for there, here in pairs:
        if here.start in seen:
            continue
        seen.add(here.start)
        words = {
            name: case.text(span.start, span.end)
            for name, span in (("here", here), ("there", there))
        }
        related = (Related(there, "event"),)
        text = f"{words['there']} ≠ {words['here']}"
        yield Verdict(Status.failed, words["here"], here, related, text, values=words)
