"""The noun phrase that names a figure: 实际投资额 in 企业实际投资额30.1961亿元."""

from __future__ import annotations

import re

from linter.regexes.late import regex

_COPULAS = (
    *("总计", "共计", "合计", "累计", "共有", "共", "总", "为", "是", "达到", "达", "约为", "已"),
    *(
        "了",
        "有",
        "仅",
        "数为",
        "金额为",
        "的",
        ":",
        "(",
        ",",
        "，",
        " ",
        "|",
        "“",
        '"',
        "在",
        "至",
    ),
    *("到", "约", "只有", "计", "得", "个"),
)
"""Words between a name and its figure."""
_COPULA = regex(f"(?:{'|'.join(map(re.escape, _COPULAS))})+$")
_COPULA_ENDS = frozenset(word[-1] for word in _COPULAS)
_BREAK = regex(
    r"[,，;。:、()“”\"'\n|!?]|其中|以及|并且|同时|分别|年度|今年|上年|去年|全年|本年|比|较|由|从|对|将|把|向|与|和|及|的|了|占"
)
_TRAILING_VERB = regex(
    r"^(?:实施|完成|实现|新增|建成|开展|投入|下达|安排|拨付|收到|组织|举办|召开|共|已|引导到|引进|带动|帮助|发放|回收|收回)+"
)
_AFTER = regex(
    r"(?:的)?([\u4e00-\u9fff]{1,8}?)(?=[,，;。:、()“”\n|的了在和及与]|已|为|由|共|正|全部|参加|参与|实现|达|$|\d)"
)
_MAX = 14


def label(
    text: str, lead_start: int, start: int, end: int, trail_end: int, counted: bool
) -> str | None:
    """The name of the figure at ``start``–``end``; of a counted thing the noun that follows it."""
    if counted:
        after = _AFTER.match(text, end, trail_end)
        if after and len(after[1]) > 1:
            return after[1]
    lead = text[max(lead_start, start - 40) : start]
    while lead and lead[-1] in _COPULA_ENDS and (copula := _COPULA.search(lead)):
        lead = lead[: copula.start()]
    pieces = _BREAK.split(lead)
    name = pieces[-1][-_MAX:] if pieces else ""
    short = _TRAILING_VERB.sub("", name)
    name = short if len(short) > 1 else name
    return name.strip() or None
