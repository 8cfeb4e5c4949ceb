"""Two statements of one thing that exclude each other, wherever they stand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from linter.binding.same_facts.aspects import Aspect, Mention, mentions
from linter.binding.same_facts.things import Things, are_same, things
from linter.facts.facts import Facts
from linter.late import regex

_PARTIAL = regex(
    r"其余|其他|其它|另|部分|个别|少数|[还尚仍]有|剩|其中|除|有\d+|有[一两二三四五六七八九十]+[^,，;。]{1,2}(?:未|没)|陆续|分批|逐步|首批|基本|主体|大多|多数|的多|的\d|占"
)
_BETWEEN = regex(r"但|而(?!且)|只是|不过|其余|其他|随后|之后|后来|直到|才|另|除")
_TIMES = regex(
    r"\d+月|[上中下]旬|季度|半年|年初|期初|中期|当时|检查时|后来|随后|现已|现在|目前已|次年|\d{4}年|上年|去年|截至"
)
_ENDS = regex(r"年[底末]|12月|至今|到现在|全年|截至评价|到定稿|年内")
_COUNT = regex(r"(\d[\d,.]*|[一二两三四五六七八九十]+)(?:万|亿)?([^\d\s,，;。年月日第])")
_MOST = 60


class Opposites(Struct, frozen=True):
    """Two statements in order of place, of an aspect and a thing."""

    aspect: str
    name: str
    first: Mention
    second: Mention


def opposites(facts: Facts, aspects: Sequence[Aspect]) -> Iterator[Opposites]:
    """Every statement with the first that excludes it."""
    told: dict[str, list[Mention]] = {}
    by_name = {aspect.name: aspect for aspect in aspects}

    def of(name: str) -> list[Mention]:
        if name not in told:
            told[name] = mentions(facts, by_name[name])
        return told[name]

    for aspect in aspects:
        denied = [m for m in of(aspect.name) if not m.is_so][:_MOST]
        if not denied:
            continue
        held = [m for name in (aspect.name, *aspect.later) for m in of(name) if m.is_so][:_MOST]
        known = {m.start: things(facts, m) for m in (*denied, *held)}
        for no in denied:
            for yes in held:
                name = _of_one(facts, no, yes, known[no.start], known[yes.start])
                if name:
                    yield Opposites(aspect.name, name, *sorted((no, yes), key=lambda m: m.start))
                    break


def _of_one(facts: Facts, no: Mention, yes: Mention, a: Things, b: Things) -> str:
    """What two statements are told of, if of one thing at one time."""
    text = facts.text
    if no.low == yes.low or _are_of_two_times(text, no, yes):
        return ""
    first, second = sorted((no, yes), key=lambda m: m.start)
    close = facts.windows.share("sentence", no.start, yes.start)
    if close and _BETWEEN.search(text, first.end, second.start):
        return ""
    figure = min(a.figures & b.figures, default="")
    if figure and not close:
        return figure
    if any(_PARTIAL.search(text, m.low, m.high) for m in (no, yes)):
        return ""
    if _are_two_numbers(*(text[m.low : m.start] for m in (no, yes))):
        return ""
    return are_same(facts, a, b)


def _are_of_two_times(text: str, no: Mention, yes: Mention) -> bool:
    """Whether the thing may have come about between the two."""
    before = _ENDS.sub("", text[no.low : no.high])
    after = text[yes.low : yes.high]
    if _TIMES.search(before):
        return True
    ended = _ENDS.search(text, no.low, no.high) is not None
    return not ended and no.start < yes.start and bool(regex("后来|随后|现已|现在").search(after))


def _are_two_numbers(one: str, other: str) -> bool:
    """Whether two pieces count the same unit differently: 14口, 2口."""
    counts = [{unit: n for n, unit in _COUNT.findall(words)} for words in (one, other)]
    return any(counts[1].get(unit, n) != n for unit, n in counts[0].items())
