"""All are told to be of one kind, and right behind it some of the opposite one.

12台仪器均为国产，进口仪器有3台; 讲座一律改在线上，线下办了6场.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from linter.facts.facts import Facts
from linter.facts.numeral import read
from linter.model import Span
from linter.regexes.late import regex

_KINDS = (
    ("国产", "进口"),
    ("线上", "线下"),
    ("室内", "室外"),
    ("专职", "兼职"),
    ("在编", "编外"),
    ("自有", "租用|租赁|租来"),
    ("新建", "改建|续建|扩建|改扩建"),
    ("免费", "收费"),
    ("本地", "外地|外省|省外"),
    ("县内", "县外"),
    ("市内", "市外"),
    ("省内", "省外"),
    ("达标", "不达标|未达标|超标"),
    ("合格", "不合格"),
)
_PAIRS = (*_KINDS, *((other.split("|")[0], one) for one, other in _KINDS[:4]))
_OPPOSITES = {one: frozenset(other.split("|")) for one, other in _PAIRS}
_ONE, _OTHER = (
    "|".join(sorted(words, key=lambda word: (-len(word), word)))
    for words in (_OPPOSITES, {w for words in _OPPOSITES.values() for w in words})
)
_NUMBER = r"(?:\d{1,5}|[一两二三四五六七八九十]{1,3})"
_UNIT = "[台套件辆个名人场次期所家座处条项批户座栋]"
_DID = "(?:[有为共是的了达仅只办开]|举办|开展|组织|召开|安排|采购|购置|实施)*"
_ALL = regex(
    rf"(?P<first>(?:清一色|一律|全部|全都|无一例外|均|都)(?:已|[是为系属于在到以用]|采用|采取|改|通过|实行|选用|使用|安排|放)*"
    rf"(?P<one>{_ONE})(?:产品|方式|形式|设备|仪器|举办|进行|开展|采购|开课|授课)?)"
    rf"[,，;](?:其中)?(?P<second>(?P<other>{_OTHER})(?P<noun>[^,，;。:\n\d]{{0,8}}?){_DID}(?P<m>{_NUMBER})(?P<part>{_UNIT}))"
    r"(?=[,，;。\n](?!(?:[均都全]|其中)?(?:[系为由属是]|[没未无不])))"
)
_WHAT = regex(
    rf"(?:(?P<n>{_NUMBER})(?P<unit>{_UNIT}))?(?P<what>[^,，;。:\n\d一二三四五六七八九十]{{2,20}})$"
)
"""Right before it: how many there are of what."""
_REACH = 28
_ELSE = regex(
    "[上下]半年|季度|期间|月|[上去往前]年|此前|原|计划|拟|将|应|目标|新增|其[余他它]|另|除|起|自.{1,8}后|力争|要求|今后|[主首]"
    "|部分|大多|多数|目前|其中"
)
"""In what all are told to be: not all are meant, or another time is."""


def all_of_one_kind(facts: Facts) -> Iterator[tuple[str, Span, Span]]:
    """Each matter with the two statements that exclude each other."""
    for found in _ALL.finditer(facts.text):
        what = _WHAT.search(facts.text, found.start() - _REACH, found.start())
        if what is None or facts.in_table(found.start()):
            continue
        opposite = found["other"] in _OPPOSITES[found["one"]]
        if opposite and _is_of_them(what, found) and not _ELSE.search(what["what"]):
            yield "全部", Span(*found.span("first")), Span(*found.span("second"))


def _is_of_them(what: re.Match[str], found: re.Match[str]) -> bool:
    """Whether those of the opposite kind are some of all: of their unit, name and number."""
    unit, noun = what["unit"] or found["part"], found["noun"]
    number, whole = read(found["m"]) or 0, read(what["n"] or "")
    named = not noun or noun[-2:] in what["what"] + unit
    fewer = number > 0 and (whole is None or number <= whole)
    return unit == found["part"] and named and fewer
