"""Accounts told in one sentence, in any order: 现有412辆，投放65辆、退役18辆，年初365辆.

All figures of the sentence have one unit, one is what there was and one what there is; whether the
others came or went is told by words or, where a rule has none of them, by a character of theirs.
"""

from __future__ import annotations

from collections.abc import Iterator

from linter.binding.nearby import by_window
from linter.binding.sums.ledgers import Account, Ledger, Steps, kind_of, ledger_of
from linter.facts.facts import Facts
from linter.facts.quantity import NOT_MEASURED, Quantity
from linter.language.words import any_word
from linter.regexes.late import regex

_FEWEST, _MOST, _SMALL = 3, 6, 2
"""How many figures an account has, and so small a number in words is but a word: 两家."""
_GROWING = "累计"
"""Of what only grows, one step is enough: of what else there is, some may go untold."""
_WENT, _CAME = (
    regex(
        "[减退销拆除废还付支领去清偿撤关停走离亡死病淘汰降剔注卖售泄排耗损]|(?<!新)发(?![展现行])"
    ),
    regex("[增新添购入投招收补建装打进聘产来证]"),
)
_BEFORE = regex("[上前去]一?年度?[末终底]|[年期月汛季]初|汛前|此前")
_YEAR_END = regex(r"\d{4}年?(?:末|底|年末|年底)")
_THERE = regex(
    "最新|现[有存为在任共]|目前|[年期汛月季][末终底后]|至今|实有|仍欠|尚欠|[达增升减降][至到为]"
)
_MORE = regex("新增|增加|追加")
_DUE, _BACK = regex("应收|债权|贷款|借[出款]|垫[付支]|押金"), regex("收回|回收|归还|还")
"""Of what is due to the teller what comes back is less."""
_STILL = regex("(?:[尚还]有|尚余|留有|结转)$")
_KEPT = regex(
    "[^,，;。、:()\\d]{0,10}(?:在[办审建库押册住院编]|挂账|未[结办付退用]|待[办结付退审发用]|库存|结存|结转|留存)"
)
"""Before and behind what there is: 尚有5件在办, 还有18万元挂账."""
_OPEN = regex(
    "其中|另|[较比]|次年|下年|(?<![拆消清解铲排扫])除|同比|平均|约|转为|合并|调剂|分别|依次|计划|目标|届时|预计|[替置轮]换|更[新换]|改为"
)
_CLAUSE = regex("[^,，;。、:()]*")


def accounts(facts: Facts, words: Account) -> Iterator[Ledger]:
    """Each sentence that tells one account, and nothing else of its unit."""
    openings = any_word(words.opening)
    for (low, high), row in by_window(facts, facts.running, "sentence"):
        figures = [f for f in row if not (f.start in facts.spoken and f.printed <= _SMALL)]
        if len(figures) == _FEWEST and facts.text.find(_GROWING, low, high) < 0:
            continue
        told = (word.search(facts.text, low, high) for word in (openings, _BEFORE, _YEAR_END))
        if not _FEWEST <= len(figures) <= _MOST or not any(told):
            continue
        if not _is_one_account(figures) or _OPEN.search(facts.text, low, high):
            continue
        if any_word(words.without).search(facts.text, low, high):
            continue
        found = _account(facts, figures, words)
        if found is not None:
            yield found


def _is_one_account(figures: list[Quantity]) -> bool:
    """Whether figures have one unit, and none is hedged or a price."""
    units = {(f.dimension, f.hedge, f.per) for f in figures}
    return (
        len(units) == 1
        and not {figures[0].hedge, figures[0].per} - {None}
        and (figures[0].dimension not in NOT_MEASURED)
    )


def _account(facts: Facts, figures: list[Quantity], words: Account) -> Ledger | None:
    """The account of figures, what there was first; none where one of them is neither."""
    steps: Steps = [(_kind(facts, f, words), f) for f in figures]
    if _DUE.search(facts.text, facts.own_lead(figures[0])[0], figures[-1].start):
        steps = [(None if _BACK.search(facts.own_words(f)) else kind, f) for kind, f in steps]
    if _YEAR_END.search(facts.own_words(figures[0])):
        steps[0] = "opening", figures[0]
    kinds = [kind for kind, _ in steps]
    if kinds.count("opening") != 1 or kinds.count("closing") != 1:
        return None
    if "closing" not in (kinds[0], kinds[-1]):
        return None
    between = [step for step in steps if step[0] not in ("opening", "closing")]
    known = [kind for kind, _ in between if kind in ("losses", "gains")]
    if len(known) < len(between) - (len(between) > 1):
        return None
    first, left = steps[kinds.index("opening")], steps[kinds.index("closing")][1]
    return ledger_of(left, [first, *between])


def _kind(facts: Facts, figure: Quantity, words: Account) -> str | None:
    """What a figure is, by any word before it."""
    own = facts.own_words(figure)
    if any_word(words.opening).search(own) or _BEFORE.search(own):
        return "opening"
    kept = _STILL.search(own) and _KEPT.match(facts.text, *facts.trail(figure))
    if kept or _THERE.search(own):
        return "closing"
    if _MORE.search(own):
        return "gains"
    behind = _CLAUSE.match(facts.text, *facts.trail(figure))
    return kind_of(facts, figure, words) or _sign(own) or _sign(behind[0] if behind else "")


def _sign(words: str) -> str | None:
    """Whether what words tell of came or went, by the last character that tells."""
    went, came = (
        max((m.end() for m in sign.finditer(words)), default=0) for sign in (_WENT, _CAME)
    )
    if went == came:
        return None
    return "losses" if went > came else "gains"
