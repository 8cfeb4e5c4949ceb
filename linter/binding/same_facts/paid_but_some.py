"""Money told to have come to all, and not to some, however far apart.

3216户的补贴足额到账，无一户拖欠; 208户一分钱补贴也没有收到: both name the kind of money, and no
kind of it that the other is not of (农机补贴).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from linter.binding.nearby import moments_within
from linter.facts.facts import Facts
from linter.model import Span
from linter.regexes.late import regex

_MONEY = (
    "补贴|补助|津贴|工资|奖励|奖补|救助金|低保金|抚恤金|慰问金|报酬|劳务费|补偿|奖金|助学金|奖学金"
    "|养老金|生活费"
)
_KIND = regex(rf"(?P<own>[\u4e00-\u9fff]{{0,2}})(?P<kind>{_MONEY})")
_ALL = regex(
    r"(?:(?:全部|全额|全都|悉数|如数|足额|均|都)(?:已|按时|按月|按期|足额|及时|打卡|直接|全部)*(?:到账|发放到[户人位]|发到|兑现到[户人位]|领到|拨付到[户人]|打卡发放|入账|发放完毕)"
    r"|(?:无一|没有一|未有一|未)[户人]?(?:例)?(?:拖欠|漏发|欠发|遗漏|少发)|(?:户户|人人)(?:都|均|已)*(?:到账|领到|拿到|兑现))"
    r"[^,，;。的前后时]{0,4}(?=[,，;。\n])"
)
_SOME = regex(
    r"(?<![\d.第])(?P<n>\d{1,6}|[两二三四五六七八九十]{1,3})(?:余|多)?(?:户|人|名|位)(?P<who>[^,，;。\n\d]{0,16})"
    r"[,，]?(?P<rest>[^,，;。\n\d]{0,12}(?:[未没]有?能?(?:收到|领到|领取|拿到|到账|发放|兑现|打卡|足额发放|按时发放|入账)))"
    r"(?=[,，;。\n])"
)
_OTHER = regex(
    r"[上往去前次明下]一?[年期批]|历年|其[他它余]|另|除|计划|若|如果|拟|将|应|须|不得|检查时|此前|之前|曾|一度|当时|起初|首批"
    r"|(?<!\d)(?:[1-9]|1[01])月底?[,，]|截[至止]\S{0,5}(?<!\d)(?:[1-9]|1[01])月|[上下]半年|季度"
    r"|基本|大部分|部分|多数|符合|已报|以前|施前|未办|认证|转[学出入]|离[职开]|死亡|扣发|公示"
    r"|就读地|申报|未满|不满|争议|自愿|放弃"
)
_PLACE = regex(r"(?<![各全本乡我])[\u4e00-\u9fff]{1,3}[镇乡村区](?!级|财|政|干|民|里|委)")
_GENERAL = frozenset("的些领钱发笔份项类到金各户")
_REACH, _MOST = 60, 40


def paid_but_some(facts: Facts) -> Iterator[tuple[str, Span, Span]]:
    """Each matter with the two statements, in order of place."""
    lacking = (found for found in _SOME.finditer(facts.text) if _holds(facts, found))
    some = [(found, _kinds(facts, found)) for found in islice(lacking, _MOST)]
    if not some:
        return
    for whole in list(_ALL.finditer(facts.text))[:_MOST]:
        if not _holds(facts, whole) or _PLACE.search(facts.text, *_words(facts, whole)):
            continue
        kinds = _kinds(facts, whole)
        for found, unpaid in some:
            if _are_alike(kinds, unpaid):
                spans = Span(*whole.span()), Span(*found.span())
                first, second = sorted(spans, key=lambda span: span.start)
                yield "发放", first, second
                break


def _words(facts: Facts, found: re.Match[str]) -> tuple[int, int]:
    """The words of a statement's sentence around it."""
    return facts.windows.around("sentence", found.start(), found.end(), _REACH, _REACH // 2)


def _holds(facts: Facts, found: re.Match[str]) -> bool:
    """Whether a statement is of the evaluated year, and no plan."""
    start = found.start()
    if facts.in_table(start) or facts.in_target_section(start):
        return False
    low, high = _words(facts, found)
    years = {at.year for at in moments_within(facts, low, high) if at.year}
    return not years - {facts.year} and not _OTHER.search(facts.text, low, found.end())


def _kinds(facts: Facts, found: re.Match[str]) -> dict[str, set[str]]:
    """The kinds of money that a statement's sentence names, with the words right before each."""
    low, _ = _words(facts, found)
    kinds: dict[str, set[str]] = {}
    for named in _KIND.finditer(facts.text, low, found.end()):
        kinds.setdefault(named["kind"], set()).add(named["own"])
    return kinds


def _are_alike(one: dict[str, set[str]], other: dict[str, set[str]]) -> bool:
    """Whether one kind is named in both, in neither with a name that the other has not."""
    for kind in one.keys() & other.keys():
        names = [
            {own for own in side[kind] if own and not set(own) & _GENERAL} for side in (one, other)
        ]
        if not all(names) or names[0] & names[1]:
            return True
    return False
