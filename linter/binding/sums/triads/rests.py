"""A whole, what was done and what is left, in any order: 应还640万元，已还480万元，还差160万元."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

from linter.binding.case import Case
from linter.binding.nearby import BRACKETED
from linter.binding.sums.triads.alone import triads
from linter.facts.facts import Facts
from linter.facts.quantity import Quantity
from linter.language.words import any_word
from linter.regexes.late import regex
from linter.regexes.programs import compiled

_DENIED = r"(?P<verb>[\u4e00-\u9fff])[^,，;。:、\d()]{0,12}"
_CLAUSE = regex("[^,，、;。]*")
_OPEN = regex(
    "其中|另|(?<![拆消清解铲排扫])除|之外|新增|追加|增加|累计|同比|[上去前往历]年|结转|滚存|利息|调[整增减]|核减"
    "|在[建办审途]|以[上下内]|转为|超[出过额]|扣|损|退|等[^额级]|分别|依次"
)
"""Among the figures: one may be of more, or of less, than the others."""
_PAID = regex("支付|支出|已|完成|收入")
"""Before the largest of three that is no whole of the others."""
_ALL_DONE = regex("[\u4e00-\u9fff]{0,4}?(?:全部|均已?|都已?)(?:完|建|办|交|通|竣|到|整|实)")
"""Behind the largest of three: nothing of it is left."""
_FEW, _NEAR = 10, 20


class Words(Struct, frozen=True):
    """How it is told that something is done, and that it is left or not done."""

    done: re.Pattern[str]
    left: re.Pattern[str]
    """Before what is left, whatever was done."""
    denied: re.Pattern[str]
    """Before what was not done, and the first character of the verb."""
    denied_behind: re.Pattern[str]
    """The same, behind the figure."""


def wording(done: tuple[str, ...], left: tuple[str, ...], denials: tuple[str, ...]) -> Words:
    """The words of a rule, to be looked for."""
    no = any_word(denials).pattern
    return Words(
        any_word(done),
        compiled(rf"(?:{any_word(left).pattern})[^,，;。:\d]{{0,10}}$"),
        compiled(rf"(?:{no}){_DENIED}$"),
        compiled(rf"[^,，;。:、\d()]{{0,8}}?(?:{no}){_DENIED}"),
    )


class Rest(Struct, frozen=True):
    """Three figures of one unit."""

    whole: Quantity
    done: Quantity
    rest: Quantity


def rests(case: Case, words: Words) -> Iterator[Rest]:
    """Each three figures of which just one is told to be left, and one to be done."""
    facts = case.facts
    for figures in case.once(triads):
        whole, *parts = sorted(figures, key=lambda f: -f.printed)
        low, high = facts.own_lead(figures[0])[0], facts.trail(figures[-1])[1]
        if (
            whole.printed < _FEW
            or whole.dimension == "percent"
            or _OPEN.search(BRACKETED.sub("", facts.text[low:high]))
        ):
            continue
        if len({f.per for f in figures}) > 1 or _ALL_DONE.match(facts.text, *facts.trail(whole)):
            continue
        left = [(f, verb) for f in parts if (verb := _left(facts, f, words)) is not None]
        if len(left) != 1 or _PAID.search(facts.own_words(whole)):
            continue
        rest, verb = left[0]
        done = parts[0] if rest is parts[1] else parts[1]
        found = Rest(whole, done, rest)
        if _is_done(facts, found, verb, words) and _is_rated(facts, found, low, high):
            yield found


def _left(facts: Facts, figure: Quantity, words: Words) -> str | None:
    """What of a figure is not done: the verb's first character, or nothing but that it is left."""
    before = facts.own_words(figure)
    low, high = facts.windows.bounds("clause", figure.start)[0], figure.start
    if words.left.search(facts.text, max(low, high - _NEAR), high):
        return ""
    behind = words.denied_behind.match(facts.text, *facts.trail(figure))
    denied = words.denied.search(before) or behind
    return denied["verb"] if denied else None


def _is_done(facts: Facts, found: Rest, verb: str, words: Words) -> bool:
    """Whether words say of a figure that it is done, and that which of another is not."""
    behind = _CLAUSE.match(facts.text, *facts.trail(found.done))
    said = f"{facts.own_words(found.done)},{behind[0] if behind else ''}"
    if not words.done.search(said):
        return False
    return verb in said or ("已" in said and verb in facts.own_words(found.whole))


def _is_rated(facts: Facts, found: Rest, low: int, high: int) -> bool:
    """Whether no rate stands among the figures, or one is what was done of the whole."""
    rates = [f.value for f in facts.within(low, high) if f.dimension == "percent"]
    share = found.done.value / found.whole.value
    return not rates or any(rate.meets(share) for rate in rates)
