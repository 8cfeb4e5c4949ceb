"""Rates of how many were content that are not of the people and the sheets beside them."""

from __future__ import annotations

from linter.binding.names import pairs
from linter.binding.relations.alike import are_answers
from linter.binding.relations.reasons.told import Told
from linter.regexes.late import regex

_RATE = regex(
    r"(?:^|[^\u4e00-\u9fff])(?P<whose>[\u4e00-\u9fff]*?)的?(?:满意|知晓|认可|好评|支持|赞成)"
    "(?:率|度|比例|比率)?[为是有达到约]*$"
)
"""The last words before a rate: of whom, or of what it is."""
_OF_ALL = regex(
    "服务对象|总体|综合|整体|平均|群众|公众|受益|受访|社会|调查|问卷|测评|评议|实际|[总者人的]"
)
"""In them: of all who answered."""


def is_of_other_answers(told: Told) -> bool:
    """Whether a rate beside sheets and people is told of others: 居民满意276人，商户满意率96%."""
    if len(told.operands) != 2 or not are_answers(told.facts, *told.operands):
        return False
    found = _RATE.search(told.words)
    if found is None:
        return True
    whose = pairs(_OF_ALL.sub("", found["whose"]))
    return bool(whose) and not any(whose & pairs(told.lead(f)) for f in told.operands)
