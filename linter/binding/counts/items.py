"""Items of a list that 、 joins: how many they may be, and whether they are what a number counts.

甲镇、乙镇和丙镇 are three; 供水管道、监测平台及技术服务 may be two or three.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from linter.regexes.late import regex

ITEM = r"[^,，:;。()、\d\n]{2,16}"
_AND = "以及|(?<=[^共温总调缓饱柔])和(?!谐)|(?<![涉普波危顾])及(?![时格])"
_LAST, _ANY = regex(_AND), regex(rf"{_AND}|(?<=[^参赋给])与")
_WITH = regex("..(?:会同|联合|协同|组织|邀请|牵头)(?=..)")
"""In the first of a list: who does it with the others, and may be counted with them."""
_FAMILIES = tuple(map(frozenset, ("乡镇", "县区市", "局委办")))
"""How the names of one kind end."""
_LEADS = regex(
    r"(?:[,，]?(?:分别|依次|具体|包括|即|[为是有在由]))*[:(]?(?:分别)?(?:[为是即]|包括)?:?$"
)
_SAYS = regex(
    r"[都均不没未已皆也还要由把将被从就只须了]|全(?![县市区省州乡镇村校院局省国])|用(?![水电地户工房])|在(?![建编岗校册职库读产])"
    r"|给(?![水排])|(?<![方走取意])向(?!阳)|对(?![口象外])|应(?!急|用)|着(?!力|重)|过(?![渡程街])|统一|一[律并]|的[\u4e00-\u9fff]"
)
"""Between a number and its list: a sentence says something of what is counted."""
_NAME, _LONG = 4, 8
"""How many characters a name of what is counted has that leaves no doubt, and has at the most."""
_FIGURE = regex(r"[\d.,]+[\u4e00-\u9fff]{1,3}$")


def items_of(body: str, separator: str) -> list[str]:
    """The items of a list; 和, 及 and 以及 part the last two only."""
    pieces = body.split(separator)
    last = _LAST.split(pieces[-1], maxsplit=1)
    return [p.strip() for p in (*pieces[:-1], *last) if p.strip()]


def fewest_and_most(items: tuple[str, ...], body: str) -> tuple[int, int]:
    """How many items a list may have, by its readings.

    The last two are sure to be two where all items end alike (东镇、西乡和南镇); each 和 within an
    item may part it, and who does it with others (水利局会同甲局、乙局) may be one of them.
    """
    most = sum(len([half for half in _ANY.split(item) if half]) or 1 for item in items)
    most += bool(items and _WITH.search(items[0]))
    joined = _LAST.search(body, max(body.rfind("、"), body.rfind(";")) + 1)
    if are_pairs(body):
        return min(len(_ANY.split(body)), len(body.split("、"))), most
    ends = {item[-1:] for item in items}
    alike = len(ends) == 1 or any(ends <= family for family in _FAMILIES)
    return len(items) - (joined is not None and not alike), most


def are_pairs(body: str) -> bool:
    """Whether 和 stands before the last 、: 甲和乙、丙和丁 may be two."""
    return any(_ANY.search(piece) for piece in body.split("、")[:-1])


def are_named_before(before: str, items: Sequence[str], ends: frozenset[str] | set[str]) -> bool:
    """Whether another name of their kind stands before a row, or in the lead of its first."""
    return not ends.isdisjoint(before + items[0][:-1])


def are_two(items: tuple[str, ...]) -> bool:
    """Whether the last two items are each as long as another: 数量、质量、成本和满意度."""
    return min(map(len, items[-2:])) >= min(map(len, items[:-2]), default=0)


def whose_list(words: str, items: list[str]) -> Literal["counted", "unsure", "other"]:
    """Whose list a bracket or a colon opens behind the words that follow a number.

    Of what is counted where these are but its name, or the items end as that does. Behind a
    sentence the list is of the noun right before it: 两样补贴都不抵扣别的款（……）.
    """
    name = _LEADS.sub("", words)
    marked = words.endswith(("(", ":"))
    if not marked or _ends_as(name.partition("的")[0][:_NAME], items):
        return "counted"
    if _SAYS.search(name) or len(name) > _LONG:
        return "other"
    return "counted" if len(name) <= _NAME else "unsure"


def _ends_as(noun: str, items: list[str]) -> bool:
    """Whether all items end with one character, which a noun has: 镇 of 3个乡镇."""
    ends = {_FIGURE.sub("", item)[-1:] for item in items}
    return len(ends) == 1 and ends <= {*noun}
