"""Stocks and accounts told step by step: 年初结转12万元；当年进了88万元；花出去93万元；专户剩7万元.

Each figure before what is left is what there was, what came or what went, by the last word before
it. Where one bears none of these words, nothing is made of them.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping
from decimal import Decimal
from itertools import product

from msgspec import Struct

from linter.binding.nearby import moments_within
from linter.facts.facts import Facts
from linter.facts.quantity import NOT_MEASURED, Quantity
from linter.interval import exactly
from linter.language.expression import Equation, Node
from linter.language.needs import Spec
from linter.language.words import any_word, before_figure
from linter.regexes.late import regex

_NEAR, _FAR, _BELOW = 14, 300, 160
"""How far a figure may stand behind the word for what is left; how far back the account may go, and
how far over the ends of paragraphs."""
_MOST, _FEWEST, _ENOUGH = 7, 2, 4
_GOES_ON = regex(
    "(?:[、和及][^,，;。、:()\\d]{0,8}|[,，;]?(?:次年|第[二三四]年|下半年|[二三四]季度|后来|再))"
)
"""Between two figures of an account: the second is of the same kind as the first."""
_INSIDE = regex("[)]?(?:也|均|已)?(?:包含|包括|计算|算)?在内|(?:列入|计入)")
"""Behind a figure that is a part of another: 预算860万元，上年结转60万元在内."""
_CALLED = regex("(?:就?是|为|系|即)")
"""Between a figure and what it is called: 2715人是年初注册数."""
_MORE_IN_IT = regex("\\(不?含")
"""Behind what is left: it holds what no step tells of (含自然增重2吨)."""
_OLD = regex("[旧老原含]|在内|历年|共有")
"""Before what is left: some of it was there before what came in."""
_BEHIND = 24
_LETTERS = "bcdefghi"


Steps = list[tuple[str | None, Quantity]]
"""Figures with what each of them is."""


class Account(Spec, frozen=True):
    """What the figures of an account are called, by the last word before each."""

    opening: tuple[str, ...]
    losses: tuple[str, ...]
    gains: tuple[str, ...]
    closing: tuple[str, ...]
    base: tuple[str, ...] = ()
    """What there was, too, but what came where an opening stands before it."""
    aside: tuple[str, ...] = ()
    """A part of the figure before it, which does not count again."""
    without: tuple[str, ...] = ()
    """Words among the figures that leave the account open."""
    handed: tuple[str, ...] = ()
    """Words for goods that went, which of money say that it came: 下拨."""
    counted: tuple[str, ...] = ()
    """Words before all that is left of what came in, where nothing is told to have been there."""


class Ledger(Struct, frozen=True):
    """An account: ``equation`` over ``left``, ``a`` (what there was) and the steps between."""

    figures: dict[str, Quantity]
    equation: Equation
    holds: bool


def ledgers(facts: Facts, words: Account) -> Iterator[Ledger]:
    """Every account whose steps are all known."""
    for left in facts.led_by(any_word(words.closing), _NEAR):
        if _may_be_step(facts, left) and _is_closing(facts, left, words):
            found = _ledger(facts, left, words)
            if found is not None:
                yield found


def _is_closing(facts: Facts, figure: Quantity, words: Account) -> bool:
    """Whether a figure is what is left, and not of a part alone: 其中奖励由4万元调整为3万元."""
    low, _ = facts.windows.bounds("clause", figure.start)
    begin = facts.behind_last(",，", low, figure.start)
    aside = any_word(words.aside).search(facts.text, begin, figure.start)
    return aside is None and kind_of(facts, figure, words) == "closing"


def _may_be_step(facts: Facts, figure: Quantity) -> bool:
    return (
        figure.dimension not in NOT_MEASURED
        and figure.hedge is None
        and figure.per is None
        and not facts.in_table(figure.start)
    )


_KINDS = ("opening", "base", "losses", "gains", "closing", "aside")
_CHANGES = ("losses", "gains")


def kind_of(facts: Facts, figure: Quantity, words: Account) -> str | None:
    """What a figure is, by the last word before it, or else one right behind it."""
    named = before_figure(*(getattr(words, kind) for kind in _KINDS))
    found = named.search(facts.text, *facts.own_lead(figure))
    if found is not None and found.lastgroup is not None:
        kind = _KINDS[int(found.lastgroup[1:])]
        low, _ = facts.own_lead(figure)
        aside = any_word(words.aside).search(facts.text, low, found.start())
        if aside or _INSIDE.match(facts.text, figure.end):
            return "aside"
        first = any_word(words.opening).search(facts.text, low, found.start())
        past = _is_of_a_year_before(facts, low, found.start() + 1)
        if kind in _CHANGES and past and not first:  # of an account of that year
            return None
        return "opening" if kind == "closing" and (first or past) else kind
    if any_word(words.losses).match(facts.text, figure.end) or _is_handed(facts, figure, words):
        return "losses"
    return _called(facts, figure, words)


def _is_handed(facts: Facts, figure: Quantity, words: Account) -> bool:
    """Whether words before a figure of goods, and not of money, say that these were handed on."""
    if figure.dimension == "money":
        return False
    return before_figure(words.handed).search(facts.text, *facts.own_lead(figure)) is not None


def _called(facts: Facts, figure: Quantity, words: Account) -> str | None:
    """What words behind a figure that bears none of its own say it is: 2715人是年初注册数."""
    called = _CALLED.match(facts.text, figure.end)
    if called is None:
        return None
    return "opening" if any_word(words.opening).match(facts.text, called.end()) else None


def _is_of_a_year_before(facts: Facts, low: int, high: int) -> bool:
    """Whether words name a year before the evaluated one: 2021年末在职人员246人."""
    years = [m.year for m in moments_within(facts, low, high) if m.year is not None]
    return bool(years) and facts.year is not None and years[-1] < facts.year


def _ledger(facts: Facts, left: Quantity, words: Account) -> Ledger | None:
    """The account that ends with a figure."""
    steps = _steps(facts, left, words)
    begins = [n for n, (kind, _) in enumerate(steps) if kind == "opening"]
    begins = begins[-1:] or _base(facts, steps) or _first_in(facts, left, steps, words)
    steps = steps[begins[0] :] if begins else []
    kinds = [kind for kind, _ in steps]
    if not _FEWEST <= len(steps) <= _MOST or not _are_known(facts, left, steps):
        return None
    if "losses" not in kinds:
        return None
    low, high = steps[0][1].start, left.start
    told = any_word(words.without).search(facts.text, low, high)
    if told or _MORE_IN_IT.match(facts.text, left.end):
        return None
    ledger = ledger_of(left, steps)
    return None if ledger is None or _is_told_why(facts, ledger) else ledger


def _is_told_why(facts: Facts, ledger: Ledger) -> bool:
    """Whether a figure right behind is what the account is off by: 盘库660吨，盘亏40吨."""
    if ledger.holds:
        return False
    left = ledger.figures["left"]
    values = {name: figure.value for name, figure in ledger.figures.items()}
    due = ledger.equation.expected("left", values)
    behind = facts.within(*facts.windows.behind("sentence", left.start, left.end, _BEHIND))[:1]
    return due is not None and any(
        f.unit == left.unit and f.value.meets(abs(due - left.value)) for f in behind
    )


def _are_known(facts: Facts, left: Quantity, steps: Steps) -> bool:
    """Whether all steps are known; one may not be where all else of one sentence is."""
    kinds = [kind for kind, _ in steps]
    if None not in kinds:
        return True
    low, _ = facts.windows.bounds("sentence", left.start)
    return kinds[0] == "opening" and len(kinds) >= _ENOUGH and steps[0][1].start >= low


def ledger_of(left: Quantity, steps: Steps) -> Ledger | None:
    """The account of what there was, first among the steps, and what came and went.

    One step may be of no known kind: it is what makes the account hold, or comes nearer to it.
    """
    unknown = [n for n, (kind, _) in enumerate(steps) if kind is None]
    if len(unknown) > 1:
        return None
    if not unknown:
        return _as_told(left, steps)
    at = unknown[0]
    either = [
        _as_told(left, [*steps[:at], (kind, steps[at][1]), *steps[at + 1 :]])
        for kind in ("losses", "gains")
    ]
    found = [ledger for ledger in either if ledger is not None]
    nearest = min(found, key=_distance) if len(found) == len(either) else None
    return nearest if nearest is None or nearest.holds or _tells(left) else None


def _tells(figure: Quantity) -> bool:
    """Whether a figure has more digits than one and zeros behind it."""
    return len(figure.printed.normalize().as_tuple().digits) > 1


def _distance(ledger: Ledger) -> Decimal:
    """How far what is left is from what should be."""
    values = {name: figure.value for name, figure in ledger.figures.items()}
    due = ledger.equation.expected("left", values)
    far = abs(due.middle - ledger.figures["left"].printed) if due else Decimal("Infinity")
    return Decimal(-1) if ledger.holds else far


def _as_told(left: Quantity, steps: Steps) -> Ledger | None:
    """The account of steps that are all known."""
    figures = {"left": left, "a": steps[0][1]}
    node: Node = ["role", "a"]
    for letter, (kind, figure) in zip(_LETTERS, steps[1:], strict=False):
        figures[letter] = figure
        node = ["sub" if kind == "losses" else "add", node, ["role", letter]]
    equation = Equation("", "=", ["role", "left"], node)
    holds = equation.fits(figures)
    if not holds and (_is_made_of_some(left, steps) or _is_overdrawn(equation, figures, steps)):
        return None
    return Ledger(figures, equation, holds)


def _base(facts: Facts, steps: Steps) -> list[int]:
    """The place of the first budget or receipt, where none of them is told before in its sentence.

    上级专项300万元、县级预算150万元: the budget is not all that there was.
    """
    for n, (kind, figure) in enumerate(steps):
        if kind == "base":
            low, _ = facts.windows.bounds("sentence", figure.start)
            return [n] if not n or steps[n - 1][1].start < low else []
    return []


def _first_in(facts: Facts, left: Quantity, steps: Steps, words: Account) -> list[int]:
    """The place of what came in first, where words say that what is left was counted: 盘库.

    All is told in one sentence; of what is but said to be left some may have been there before.
    """
    low, _ = facts.windows.bounds("sentence", left.start)
    if not steps or steps[0][0] != "gains" or steps[0][1].start < low:
        return []
    own = facts.own_words(left)
    counted = any_word(words.counted).search(own) and not _OLD.search(own)
    return [0] if counted else []


def _steps(facts: Facts, left: Quantity, words: Account) -> Steps:
    """The figures before what is left, each with its kind, without those told aside."""
    alike = facts.by_dimension[left.dimension]
    at = bisect_left(alike, left.start, key=lambda f: f.start)
    low, _ = facts.windows.before("block", left.start, _FAR)
    least = max(0, min(low, left.start - _BELOW))
    row = [f for f in alike[max(0, at - 2 * _MOST) : at] if f.start >= least]
    steps: Steps = []
    before, end = None, 0
    for figure in row:
        if figure.unit != left.unit or figure.per is not None:
            continue
        kind = kind_of(facts, figure, words) if _may_be_step(facts, figure) else None
        if kind is None and _GOES_ON.match(facts.text, end, figure.start):
            kind = before
        before, end = kind, figure.end
        if kind == "closing":
            steps = []
        elif kind != "aside":
            steps.append((kind, figure))
    return steps


def _is_overdrawn(equation: Equation, figures: Mapping[str, Quantity], steps: Steps) -> bool:
    """Whether more would have gone out than there was: something that came in is not told."""
    if steps[0][0] == "opening" and any(kind == "gains" for kind, _ in steps):
        return False
    due = equation.expected("left", {name: figure.value for name, figure in figures.items()})
    return due is not None and due.high < 0


def _is_made_of_some(left: Quantity, steps: Steps) -> bool:
    """Whether some of the steps alone come to what is left: others may be told besides."""
    for chosen in product((False, True), repeat=len(steps)):
        reached = sum(
            -figure.printed if kind == "losses" else figure.printed
            for take, (kind, figure) in zip(chosen, steps, strict=True)
            if take
        )
        if left.value.meets(exactly(reached)):
            return True
    return False
