"""Shares told one after another, which make up the whole: 分别占58.4%、23.3%、18.3%."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import partial
from itertools import pairwise

from linter.binding.slips import is_slip, is_swap, needed_parts
from linter.binding.summing import ADDED_UP, LEFT
from linter.binding.sums.kinds import shared_end
from linter.binding.sums.shares.claimed import claimed_shares
from linter.binding.sums.shares.complete import (
    are_apart,
    is_complete,
    is_scale,
    may_go_on,
    may_overlap,
    names_of,
)
from linter.binding.sums.shares.runs import (
    TIGHT,
    WHOLE,
    is_composed,
    is_part,
    is_picked,
    is_step,
    parts_before,
    share_runs,
)
from linter.binding.sums.totals import Total
from linter.facts.facts import Facts
from linter.facts.quantity import Quantity
from linter.interval import exactly
from linter.interval import total as sum_of
from linter.regexes.late import regex

_OF_TIMES = regex("(?:之和|相加|[两二三四五]年(?!级)|各年|历年|逐年|前后)[^,，;。]*$")
"""Before shares: each is of another year, or itself a sum (两项之和两年分别为41%和39.1%)."""
_UP_TO = regex(
    r"(?:(?:[付拨缴支](?:款|清|足|工程款|进度款)?|支付比例|结算)(?:累计)?[至到]|累计)[^,，;。、\d]{0,6}$"
)
"""Before a share: so much is paid in all by then, the shares before it with it: 审定后付至97%."""
_HAPPENS = regex(
    "(?:[患病染晓与格标盖用读学保业过亡]|[完建]成)(?:者|人员|人数)?的?(?:比例|占比|比重)[分别各均为是]*$"
)
"""Before shares: how many of each kind took part or fell ill, not what a whole is made of."""
_TOTAL = regex(f"累计|{ADDED_UP}")
_UNTOLD = regex(rf"\)?[,，;](?:{LEFT})[^,，;。\d]{{1,12}}[,，;。]")
"""Behind shares that come short of the whole: it has more of which no figure is told."""
_DIGITS = 3
_ITEMS, _NEAR = 60, 16
_FEWEST = 2
_NEARLY = Decimal("0.01")
_MOST = Decimal("1.3")
"""What shares come to at most that are meant to make up a whole."""
_MONEY = regex("(?:经费|资金|收入|投资)$")
"""What kinds of money end in, of which none is another too, as 人工费 may be of 工程费."""
_LEVEL = regex("中央|[省市县]级|上级|本级")
"""In the name of a source: it is of what is told as 财政资金."""


def share_sums(facts: Facts) -> Iterator[Total]:
    """Each run of shares of one sentence that comes to 100%, or would but for one slip."""
    yield from claimed_shares(facts)
    for run in share_runs(facts):
        if len(run) < _FEWEST or _is_of_times(facts, run[0]) or _ends_in_total(facts, run):
            continue
        if _follows_spoken(facts, run[0]):
            continue
        leads = [facts.own_lead(share) for share in run]
        if any(_UP_TO.search(facts.text, *lead) for lead in leads):
            continue
        if _HAPPENS.search(facts.text, *leads[0]):
            continue
        names = names_of(facts, run)
        if may_overlap(names) and not is_complete(facts, run):
            continue
        parts = tuple(run)
        reached = sum_of(p.value for p in parts)
        composed = len(run) > 2 and is_composed(facts, run) and not is_picked(facts, run)
        short = reached.high < WHOLE
        if short and _UNTOLD.match(facts.text, run[-1].end):
            continue
        whole = _is_whole(facts, run, composed=composed, short=short)
        made_up = _make_up(facts, run)
        digits = 1 if made_up else 2 if whole else _DIGITS
        stepped = not composed and any(map(partial(is_step, facts), run))
        if stepped and not is_scale(names):
            continue
        joined = whole or made_up or all(b.start - a.end <= TIGHT for a, b in pairwise(parts))
        among = any("其中" in facts.text[a.end : b.start] for a, b in pairwise(run))
        if reached.meets(exactly(WHOLE)) or (
            not among
            and (_is_slipped(facts, parts, digits, joined=joined) or _exceed(facts, run, names))
            and not (_are_of_one(facts, run) or _hold_another(names))
        ):
            yield Total(None, parts, fixed=WHOLE)


def _follows_spoken(facts: Facts, share: Quantity) -> bool:
    """Whether the clause before the first share has one in words: 占六成，省级占24%，余下16%."""
    before = facts.before(share.start)
    if before is None or before.dimension not in ("percent", "fraction"):
        return False
    spoken = facts.text[before.end - 1] != "%"
    return spoken and facts.windows.share("sentence", before.start, share.start)


def _is_whole(facts: Facts, run: Sequence[Quantity], *, composed: bool, short: bool) -> bool:
    """Whether some shares make up a whole; where they come short of it, none may be untold."""
    names = names_of(facts, run)
    if composed or is_complete(facts, run):
        return composed or not (short and may_go_on(names))
    return not short and are_apart(names)


def _exceed(facts: Facts, run: Sequence[Quantity], names: Sequence[str]) -> bool:
    """Whether shares of kinds that are apart come to more than the whole, by however much.

    Kinds of money are (人员经费, 公用经费), and two of one noun that leave no other (男生, 女生).
    """
    noun = shared_end(names)
    pair = len(names) == _FEWEST
    apart = (not pair or noun or len("".join(names)) == _FEWEST) and is_complete(facts, run)
    apart = apart or (are_apart(names) and _MONEY.search(noun) is not None)
    if not apart or _fill_up(run):
        return False
    return WHOLE < sum(share.printed for share in run) <= _MOST


def _hold_another(names: Sequence[str]) -> bool:
    """Whether one source of money holds another that is named beside it: 财政资金、中央资金."""
    whole = any("财政" in name and not _LEVEL.search(name) for name in names)
    return whole and any("财政" not in name and _LEVEL.search(name) for name in names)


def _fill_up(run: Sequence[Quantity]) -> bool:
    """Whether the shares without the last are a whole: it is of another division of that."""
    return sum_of(share.value for share in run[:-1]).meets(exactly(WHOLE))


def _ends_in_total(facts: Facts, run: Sequence[Quantity]) -> bool:
    """Whether the last of some shares is what the others come to: 46.5%、31.2%，合计77.7%."""
    *parts, last = run
    if len(parts) < _FEWEST:
        return False
    lead = facts.text[parts[-1].end : last.start]
    return _TOTAL.search(lead) is not None and sum_of(p.value for p in parts).meets(last.value)


def _is_of_times(facts: Facts, share: Quantity) -> bool:
    """Whether words before some shares make each of another year, or a sum of shares."""
    near = facts.windows.before("clause", share.start, _NEAR)
    return _OF_TIMES.search(facts.text, *near) is not None


def _make_up(facts: Facts, run: Sequence[Quantity]) -> bool:
    """Whether the amounts before shares make up a whole of which all shares but one are.

    施工1948.51万元，占46.26%；管材1486.20万元，占35.28%；…….
    """
    low, _ = facts.windows.before("sentence", run[0].start, _ITEMS)
    parts: list[Quantity] = []
    begins = (low, *(share.end for share in run))
    for begin, share in zip(begins, run, strict=False):
        amounts = [f for f in facts.within(begin, share.start) if is_part(facts, f)]
        if not amounts:
            return False
        parts.append(amounts[-1])
    if len({f.dimension for f in parts}) != 1:
        return False
    whole = sum(f.printed for f in parts)
    fits = [
        share
        for share, part in zip(run, parts, strict=True)
        if whole and abs(part.printed / whole - share.printed) <= share.step
    ]
    tells = len(fits) >= _DIGITS or (bool(fits) and facts.digits(fits[0]) >= _DIGITS)
    return tells and len(fits) >= len(run) - 1


def _are_of_one(facts: Facts, run: Sequence[Quantity]) -> bool:
    """Whether as many parts before the shares come to one whole: 126元、88元，占25.2%、17.6%."""
    parts = parts_before(facts, run)
    wholes = [part.value.middle / rate.printed for part, rate in zip(parts, run, strict=False)]
    return bool(wholes) and max(wholes) - min(wholes) <= _NEARLY * max(wholes)


def _is_slipped(facts: Facts, parts: Sequence[Quantity], digits: int, *, joined: bool) -> bool:
    """Whether one slip in a share keeps the sum from 100%.

    Where each has a clause of its own, some may overlap: then only two digits swapped tell.
    """
    for part, needed in needed_parts(exactly(WHOLE), parts):
        literal = facts.text[part.start : part.end]
        if joined and is_slip(part, literal, needed, digits, sure=digits < _DIGITS):
            return True
        if not joined and is_swap(part, literal, needed, digits):
            return True
    return False
