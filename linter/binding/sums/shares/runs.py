"""The shares of one sentence that words or their closeness join, and the parts beside them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from msgspec.structs import replace

from linter.binding.summing import LEFT
from linter.facts.facts import Facts
from linter.facts.quantity import Quantity
from linter.interval import rounded
from linter.regexes.late import regex

_LACK = regex(
    "(?:水压|气压|水量|水源|电压|供[水电气热]|资金|经费|投入|人[手员]|力量|动力|能力|认识|经验|力度|宣传"
    "|设[备施]|[床车]位|场地|空间|照明|运力)(?P<under>不足)(?=\\d)"
)
"""Before a share: it is of what is lacking, and no less than what is printed."""
WHOLE = Decimal(1)
TIGHT, _NEAR = 3, 16
"""Within how many characters shares follow each other as the items of a list."""
_OF_A_WHOLE = regex(r"占[^,，;。占\d]{2,12}的$")
_ITEM = regex(
    r"[、,，和]{1,2}[^,，;。:(\d]{0,10}(?:\d+[—~-]\d+岁|\d+岁)?[^,，;。:(\d]{0,8}"
    r"(?:\([^()%\d]{1,12}\))?"
)
"""Between two shares of one list: what the next is of, and what that includes in brackets."""
_OF_SOME = regex(
    "前[两二三四][档项类级者个]|[“「]?满意[”」]?(?:和|与|加|、)[^,，;。]{0,4}满意|[两二]者|相加即"
)
"""Between two shares: the next is what some of those before it come to."""
_COMPOSED = regex(
    r"(?:构成|结构|分布|比重|比例|占比|来源|去向|权重|分类|划分)[^;。%]{0,16}$"
    r"|[按从](?![^,，;。]*(?:季|月|年度|乡|镇|村|县|部门|单位|科|区域|标段|批|项目))[^,，;。\d]{1,8}(?:统计|划?分|[上来]?看|计|区分|归类|分类)[,，:][^;。%率度面增降同比]{0,12}$"
    r"|(?:成因|原因|结构|用途|去向)分析[,，:][^;。%率度面增降同比]{0,12}$"
)
_DIVIDED = regex(
    r"(?<![^,，;。:\n])(?:年龄|性别|学历|文化程度|职称|职业|户籍|身份|收入|行业)"
    r"(?:结构|层次|分布)?(?:[上中]|方面)?[,，:][^,，;。%率度面增降同比]{0,12}$"
)
"""Before the first share: a list begins (年龄上，35岁以下的占), of some kinds or of all."""
_PICKED = regex("主要|其中|突出|较[大高多]|靠前|前[三四五六七八九十]|如|例如")
_ANSWERING = regex(
    "[,，;:](?:分别|依次|逐项)?(?:对应|相应)(?:的?(?:占比|比例|比重|百分比))?[分别依次为是]{0,5}$"
)
"""Right before a share: it is that of the first of the parts before it (711份、333份；对应……)."""
_IN_BRACKETS = regex(r"\)?[、,，和]{1,2}[^,，;。()%\d]{1,12}\(")
"""Between two shares: what the next is of, which stands in brackets behind it."""
_REST = regex(rf"\)?[、,，和] ?(?:{LEFT}|另有|另外)的?")
"""Between the last but one share and the last."""
_STEP = regex(
    r"(?:明显|显著|满意|一般|优秀?|良好?|中等?|合格|差|好|效果|认可|了解)[”」]?的?[为占]?$"
)
"""Right before a share: a step of a scale, which no word needs to call a share."""
_CHANGED = regex(r" ?[提上下增减升降扩缩回调变优][\u4e00-\u9fff]{0,2}[到至为]了? ?")
"""Between a share and what became of it: 由54.9%提高到58.8%."""


def share_runs(facts: Facts) -> Iterator[list[Quantity]]:
    """The shares of one sentence that words or their closeness join."""
    run: list[Quantity] = []
    end = -1
    shares = facts.by_dimension.get("percent", [])
    changed = {
        figure.start
        for both in pairwise(shares)
        if _CHANGED.fullmatch(facts.text, both[0].end, both[1].start)
        for figure in both
    }
    for figure in (_of_lack(facts, share) for share in shares):
        spoken = facts.text[figure.end - 1] != "%"
        whole = figure.printed >= WHOLE
        bare = spoken or whole or figure.hedge is not None
        if bare or figure.start in changed or figure.start in facts.gridded:
            continue
        apart = run and ";" in facts.text[run[-1].end : figure.start]
        if figure.start >= end or (apart and _opens(facts, figure)):
            yield run
            run, end = [], facts.windows.bounds("sentence", figure.start)[1]
        if _is_share(facts, figure) or (run and _goes_on(facts, run, figure)):
            run.append(figure)
        else:
            yield run
            run = [figure] if _is_of_a_whole(facts, figure) else []
    yield run


def _of_lack(facts: Facts, share: Quantity) -> Quantity:
    """A share of those who lack something as that share, and not as less than it: 水压不足41.2%."""
    if share.hedge != "under" or facts.text.startswith("的", share.end):  # 资金不足10%的县
        return share
    lack = _LACK.search(facts.text, share.start - 6, share.end)
    if lack is None or lack.start("under") != share.start:
        return share
    value = rounded(share.printed, share.step)
    return replace(share, start=lack.end(), value=value, hedge=None)


def _goes_on(facts: Facts, run: list[Quantity], figure: Quantity) -> bool:
    """Whether a figure goes on with a list of shares: right behind, or with what it is of."""
    if figure.start - run[-1].end <= TIGHT:
        return True
    if _OF_SOME.search(facts.text, run[-1].end, figure.start):
        return False
    if _REST.fullmatch(facts.text, run[-1].end, figure.start):
        return True
    if _IN_BRACKETS.fullmatch(facts.text, run[-1].end, figure.start):
        return True
    item = _ITEM.fullmatch(facts.text, run[-1].end, figure.start)
    return item is not None and _opens(facts, run[0])


def _opens(facts: Facts, figure: Quantity) -> bool:
    """Whether the words before a figure begin a list of shares."""
    return is_composed(facts, [figure]) or _found_before(facts, figure, _DIVIDED)


def is_composed(facts: Facts, run: Sequence[Quantity]) -> bool:
    """Whether the words before a list say that it makes up a whole."""
    return _found_before(facts, run[0], _COMPOSED)


def is_picked(facts: Facts, run: Sequence[Quantity]) -> bool:
    """Whether words before a list say that it names but the greatest: 主要是其他支出，占比40%."""
    return _found_before(facts, run[0], _PICKED)


def _found_before(facts: Facts, figure: Quantity, words: re.Pattern[str]) -> bool:
    return words.search(facts.text, *facts.windows.before("sentence", figure.start, 40)) is not None


def _is_share(facts: Facts, figure: Quantity) -> bool:
    low, high = facts.lead(figure)
    hit = facts.cues.last("shares", low, high)
    if hit is None:
        return _opens(facts, figure) or is_step(facts, figure) or _answers(facts, figure, high)
    return not facts.text[hit[1] : high].endswith("的")


def _answers(facts: Facts, figure: Quantity, high: int) -> bool:
    """Whether a share is said to go with the first of the parts right before it."""
    return _ANSWERING.search(facts.text, figure.start - _NEAR, high) is not None


def is_step(facts: Facts, figure: Quantity) -> bool:
    """Whether no word but a step of a scale calls a figure a share."""
    low, high = facts.lead(figure)
    return facts.cues.last("shares", low, high) is None and bool(
        _STEP.search(facts.text, low, high)
    )


def _is_of_a_whole(facts: Facts, figure: Quantity) -> bool:
    """Whether words name what a share is of (占总支出的12.4%): it may be the first of a list."""
    return _OF_A_WHOLE.search(facts.text, *facts.lead(figure)) is not None


def parts_before(facts: Facts, run: Sequence[Quantity]) -> list[Quantity]:
    """As many figures of one kind before some shares in their sentence; none where they lack."""
    low, _ = facts.windows.bounds("sentence", run[0].start)
    before = [f for f in facts.around(run[0], low, run[0].start) if is_part(facts, f)]
    if before and before[-1].printed == len(run) and before[-1].dimension.startswith("count:"):
        before.pop()  # 三类的比例是……: so many shares are told
    parts = [f for f in before if f.dimension == before[-1].dimension][-len(run) :]
    return parts if len(parts) == len(run) else []


def is_part(facts: Facts, figure: Quantity) -> bool:
    """Whether a figure may be what a share is of its whole: an exact one, in no table."""
    return (
        figure.dimension not in ("percent", "percent-point", "times")
        and figure.hedge is None
        and figure.start not in facts.gridded
    )
