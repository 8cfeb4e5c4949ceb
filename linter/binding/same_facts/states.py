"""Two states that cannot both be true, told of one thing.

They are told of one thing where the second follows the first behind a comma, with no word for
another thing between them; or, anywhere, where the same name stands before both.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from msgspec import Struct

from linter.binding.case import Case
from linter.binding.names import OTHER_TIME, are_called_otherwise, pairs
from linter.binding.same_facts.occasions import are_of_two_places, is_of_a_stage
from linter.facts.numeral import CHARACTERS, read
from linter.regexes.late import regex

_COMMA = regex("[,，] ?")
_WORDS = regex(r"[\u4e00-\u9fff0-9]+$")
_LONGEST = 20
_PARTICLE = regex(r".*[的里中把将对于是和与及]")
_NEAR = 60
_DENIED = regex(r"(?:[未没不][有能曾]?|[是能]否|并非)$")
_BACK = 4
_ALL = regex("全部|均|都|所有|全面")
_SOME = regex(
    r"其中|[仍还尚]有|[\d一二两三四五六七八九十]+(?:万元|[个处项台户所座家名人套间条件栋])"
)
_NUMBERED = regex(rf"(?P<n>\d+|[{CHARACTERS}]+)(?P<unit>[个处项台户所座家名人套间条件栋])")
_LACKING = regex(
    rf"[仍还尚]有(?P<n>\d+|[{CHARACTERS}]+)(?P<unit>[个处项台户所座家名人套间条件栋])"
    r"(?:指标|任务|目标)?[未没]有?能?(?P<done>[\u4e00-\u9fff]{2,4})$"
)
_AMONG = regex("其中[^,，;。]*")
"""How many there are, and how many of them are told to lack what all have."""
_SET = regex("年初(?:所?设[定立置]|确[定立]|批复|下达|申报|制[定订]|编制|核定|填报)的")
_ANY = regex("指标|标段|工程|项目|资金|任务|工作|全部|计划|目前|年底|其中|个")
"""What names have in common with many."""
_AROUND = 24
"""How far before a state the words may stand that keep it quiet."""
_SHORTEST = 5
"""How long a name must be to tell one thing from another; the same name is met by chance else."""


class State(Struct, frozen=True, order=True):
    """Where a state is told; ``side`` is 0 or 1, of the two that exclude each other."""

    start: int
    end: int
    side: int


class Conflict(Struct, frozen=True):
    """Two states told of one thing, in order of place; ``joined`` where a comma joins them."""

    first: State
    second: State
    joined: bool


def states(case: Case, sides: Sequence[Sequence[str]]) -> list[State]:
    """Every state in running text, in order, the longest of those that overlap.

    None where one of the sides is not told at all.
    """
    found: list[State] = []
    for side, sources in enumerate(sides):
        here = [State(*m.span(), side) for source in sources for m in _matches(case, source)]
        if not here:
            return []
        found += here
    found.sort()
    kept: list[State] = []
    for state in found:
        if kept and state.start < kept[-1].end:
            kept[-1] = max(kept[-1], state, key=lambda s: s.end - s.start)
        else:
            kept.append(state)
    return kept


def _matches(case: Case, source: str) -> Iterator[re.Match[str]]:
    for match in case.matches(source):
        start = match.start()
        denied = _DENIED.search(case.facts.text, start - _BACK, start)
        if not denied and not case.facts.in_table(start):  # 未|按期完工 is not 按期完工
            yield match


def joined(
    case: Case, told: Sequence[State], reach: int, without: Sequence[str]
) -> Iterator[Conflict]:
    """Neighbours of different sides, the second right behind the first and a comma.

    Words that lead in may stand between, and ``reach`` characters of a name that acts.
    """
    for first, second in pairwise(told):
        comma = _COMMA.match(case.masked, first.end)
        if first.side == second.side or not comma or comma.end() > second.start:
            continue
        between = case.facts.text[comma.end() : second.start]
        if len(_led(between, without)) <= reach and not _is_of_others(case, first, second):
            yield Conflict(first, second, True)


def _is_of_others(case: Case, first: State, second: State) -> bool:
    """Whether some lack what all others have: 市级任务均完成，尚有3项县级任务未完成."""
    some, whole = case.facts.text[second.start : second.end], slice(*_part(case, first))
    return are_called_otherwise(some, case.facts.text[whole])


def named(case: Case, told: Sequence[State], without: Sequence[str]) -> Iterator[Conflict]:
    """States of different sides before which one name stands, or a name and its beginning."""
    first: dict[tuple[str, int], tuple[str, State]] = {}
    for state in told:
        name = _name(case, state, without)
        if len(name) < _SHORTEST:
            continue
        key = name[:_SHORTEST]
        other, before = first.get((key, 1 - state.side), ("", state))
        if other and (name.startswith(other) or other.startswith(name)):
            yield Conflict(before, state, False)
        first.setdefault((key, state.side), (name, state))


def partial(case: Case, told: Sequence[State]) -> Iterator[Conflict]:
    """What is told of all, and right behind it of some that it is not so: 其中1个尚未完工."""
    text = case.facts.text
    for first, second in pairwise(told):
        _, high = case.facts.windows.behind("block", first.start, first.end, _NEAR)
        if first.side == second.side or second.start >= high:
            continue
        whole, _ = _part(case, first)
        part, _ = _part(case, second)
        some = text[max(part, first.end) : second.end].lstrip(",，;。 ")
        if _ALL.search(text, first.start, first.end) and _SOME.search(some):
            names = pairs(_ANY.sub(" ", text[whole : first.start])) & pairs(some)
            between = text[first.end : max(part, first.end)]
            counted = _NUMBERED.search(_AMONG.sub("", between)) is None and _is_fewer(
                text[whole : first.end], some
            )
            if names or counted or some.startswith("其中"):
                yield Conflict(first, second, False)


def _is_fewer(whole: str, some: str) -> bool:
    """Whether some are fewer of the same, told to lack what all have: 22项均达标，尚有2项未达标."""
    part, all_ = _LACKING.match(some), _NUMBERED.search(whole)
    if part is None or all_ is None or part["unit"] != all_["unit"]:
        return False
    fewer = (read(part["n"]) or 0) < (read(all_["n"]) or 0)
    return fewer and whole.endswith(part["done"][-2:])


def anywhere(told: Sequence[State]) -> Iterator[Conflict]:
    """The first two of different sides, of what a report has but once."""
    for second in told:
        if second.side != told[0].side:
            yield Conflict(told[0], second, False)
            return


def is_of_other_time(case: Case, conflict: Conflict) -> bool:
    """Whether words before one of the states tell of another year than the evaluated one."""
    words = (
        case.facts.text[slice(*_part(case, state))].replace(f"{case.facts.year}年", "")
        for state in (conflict.first, conflict.second)
    )
    return any(OTHER_TIME.search(each) for each in words)


def _name(case: Case, state: State, without: Sequence[str]) -> str:
    """The words right before a state, from its last particle on, without words that lead in."""
    text = case.facts.text
    words = _WORDS.search(text, state.start - _LONGEST, state.start)
    return _led(_PARTICLE.sub("", words[0]), without) if words else ""


def _led(words: str, without: Sequence[str]) -> str:
    """Words without those that lead in."""
    while lead := next((w for w in without if w and words.startswith(w)), ""):
        words = words.removeprefix(lead)
    return words


def is_quiet(case: Case, conflict: Conflict, sources: Sequence[str]) -> bool:
    """Whether words around one of the states tell of another time, another thing, or a plan."""
    first, second = conflict.first, conflict.second
    if are_of_two_places(case.facts, first.start, second.start):
        return True
    parts = [_told_now(case, *_part(case, state)) for state in (first, second)]
    if any(is_of_a_stage(case.facts, low + 1, end) for low, end in parts):
        return True
    if conflict.joined:
        return _holds(case, sources, first.start, second.end)
    return any(_holds(case, sources, *part) for part in parts)


def _part(case: Case, state: State) -> tuple[int, int]:
    """The state with the words before it, from the last comma on."""
    low, _ = case.facts.windows.before("clause", state.start, _AROUND)
    return max(low, *(case.masked.rfind(mark, low, state.start) for mark in ",，")), state.end


def _told_now(case: Case, low: int, high: int) -> tuple[int, int]:
    """A part without words of when what it tells of was set: 年初设定的22项指标全部达标."""
    found = _SET.search(case.facts.text, low, high)
    return (found.end() if found else low), high


def _holds(case: Case, sources: Sequence[str], low: int, high: int) -> bool:
    return case.has(sources, low, high)
