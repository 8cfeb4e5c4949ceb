"""Names of kinds of one thing: opposites (男、女), what is and is not, kinds of one noun."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise, takewhile

from linter.binding.names import pairs
from linter.facts.quantity import Quantity
from linter.regexes.late import regex

_OPPOSITES = (
    "男女", "内外", "城乡", "城农", "水旱", "本外", "新旧", "公私", "上下", "国进", "干支", "老少",
    "财社", "行事", "基项", "CD", "专兼", "直间", "有无", "合不", "快慢", "雨污", "左右",
)  # fmt: skip
_OWN = regex(r"(?P<name>[^,，;。、:()\n]{1,20}?)[”」]?(?:也|有|为|是|共|计|各|分别|达)*$")
"""Behind the last mark, what a figure of a list is of."""
_LED = regex(r"^(?:其中|分别|依次|包括|含|有(?!效)|为|是|和|及|另)+:?")
_LONGEST = 24
_OVERLAPPING = regex("女|党员|残疾|脱贫|低保|少数民族|退役|困难|同比|增|减|超|主要|等 ?[,，;。)]")
_DONE = regex("已|完成|办结|合格|通过|达标|按期|按时|及时")
_NOT_DONE = regex("未|尚|正|在|待|不|暂|逾期|超期|仍|剩")
_ANSWER = regex(
    "[“「]?(?:[很较不]|非常|十分|比较|基本|一般|不太|很不)*满意|一般|无所谓|不了解|说不清|弃权"
)
"""How people answer when they are asked whether they are content."""
_ENDS = regex("[”」]?[的有为是共计达]*$")
_LOWEST, _MIDDLE = regex("[“「]?[很太]?不"), regex("基本|一般")
_NARROWER = regex("中|减少|压减|核减|下降|普惠|贫困|重点|骨干|到位|计划|拟")
"""In a name: of a part of its kind, or of how much less it is."""
_NOT = ("不", "未", "非", "无", "尚未", "没有")
_PREFIX = regex("^(?:已经?|尚?未|正在?|暂未|待|仍|还|完成|全部)+")
_FEWEST, _PAIR = 3, 2
_NOUN_OF_ALL = frozenset("的人数率度")
"""Ends of names that anything has."""


def are_kinds(names: Sequence[str], words: str) -> bool:
    """Whether figures in a row count the kinds of one thing (C级、D级), none left out.

    So do what is done and what is not: 已整改, 正在整改. ``words`` are all that is said of them.
    """
    kind = shared_end(names)
    words = words.replace(kind, "") if kind else words
    sexes = len(names) == _PAIR and {name[:1] for name in names} == {"男", "女"}
    if not all(names) or (_OVERLAPPING.search(words) and not (sexes and are_opposites(*names))):
        return False
    if len(names) == _PAIR:
        return are_opposites(*names) or _are_done_and_not(*names) or is_denied(*names)
    return share_a_noun(names)


def are_answers(names: Sequence[str]) -> bool:
    """Whether figures count the answers to one question, the lowest too: 满意、基本满意、不满意."""
    return (
        len(set(names)) == len(names) >= _PAIR
        and all(_ANSWER.search(name) for name in names)
        and any(_LOWEST.match(name) for name in names)
        and any(_MIDDLE.search(name) for name in names)
    )


def is_answer(lead: str) -> bool:
    """Whether words before a figure end in an answer: it is one of the kinds, and no total."""
    return any(_ENDS.fullmatch(lead, found.end()) for found in _ANSWER.finditer(lead))


def are_partition(names: Sequence[str], partitions: Iterable[Sequence[Sequence[str]]]) -> bool:
    """Whether figures are of all the kinds of one set, each of one: 一产, 二产, 三产.

    None has words before it that another lacks, which leave out some: 达标公办学校、民办学校.
    """
    return any(
        len(kinds) == len(names)
        and _are_of_different_kinds(names, kinds)
        and len({_before_kind(name, kinds) for name in names}) == 1
        for kinds in partitions
    )


def _are_of_different_kinds(names: Sequence[str], kinds: Sequence[Sequence[str]]) -> bool:
    """Whether each of some names tells of one kind of a set, each of another."""
    told = set[int]()
    for name in names:
        place = _only_kind(name, kinds)
        if place is None or place in told:
            return False
        told.add(place)
    return True


def _before_kind(name: str, kinds: Sequence[Sequence[str]]) -> str:
    """What a name has before the word that tells its kind, but for how far that is: 已完工."""
    first = min(name.find(word) for kind in kinds for word in kind if word in name)
    return name[:first].strip("已正仍尚均")


def are_of_one_set(names: Sequence[str], partitions: Iterable[Sequence[Sequence[str]]]) -> bool:
    """Whether figures are of some of the kinds of one set, each of another."""
    return any(_are_of_different_kinds(names, kinds) for kinds in partitions)


def _only_kind(name: str, kinds: Sequence[Sequence[str]]) -> int | None:
    """The place of the one kind that a name tells of."""
    words = {word: at for at, kind in enumerate(kinds) for word in kind if word in name}
    if not words:
        return None
    own = {word: at for word, at in words.items() if not any(word in w for w in words if w != word)}
    rest = name
    for word in own:
        rest = rest.replace(word, "")
    places = {*own.values()}
    return places.pop() if len(places) == 1 and not _NARROWER.search(rest) else None


def are_named(names: Sequence[str], lead: str) -> bool:
    """Whether the words before a total name just what its parts are of: 新建、改建泵站38座."""
    return len(set(names)) == len(names) >= _PAIR and all(
        len(name) > 1 and name in lead for name in names
    )


def are_two(names: Sequence[str]) -> bool:
    """Whether two figures count opposites (男选手, 女选手) or what is so and what is not."""
    return len(names) == _PAIR and (are_opposites(*names) or is_denied(*names))


def are_parallel(names: Sequence[str]) -> bool:
    """Whether two figures are of two names of one make: 柳湾欠, 南堤欠."""
    shared = shared_end(names)
    return len(names) == _PAIR and bool(shared) and len(shared) < min(map(len, names))


def own_names(text: str, low: int, figures: Sequence[Quantity]) -> list[str]:
    """What each figure of a list is of, behind the last mark before it."""
    places = [low, *(f.end for f in figures)]
    found = [
        _OWN.search(text, max(at, f.start - _LONGEST), f.start)
        for at, f in zip(places, figures, strict=False)
    ]
    return [_LED.sub("", match["name"]).rstrip("的") if match else "" for match in found]


def is_denied(a: str, b: str) -> bool:
    """Whether one name says that what the other says is not so: 合格, 不合格; 已参保, 未参保."""
    said = a.removeprefix("已经").removeprefix("已")
    return len(a) > 1 and b in {f"{no}{said}" for no in _NOT}


def _are_done_and_not(a: str, b: str) -> bool:
    """Whether one name says that something is done, the other that it is not."""
    done, left = _DONE.match(a), _NOT_DONE.match(b)
    return bool(done and left) and bool(pairs(_PREFIX.sub("", a)) & pairs(_PREFIX.sub("", b)))


def are_opposites(a: str, b: str) -> bool:
    """Whether two names are of opposites: 本县户籍 and 外县户籍, 男 and 女."""
    return any(
        (pair[0] in one and pair[1] in other)
        and not (pair[0] in other or pair[1] in one)
        and (len(a) == len(b) == 1 or not set(a).isdisjoint({*b} - {*pair}))
        for pair in _OPPOSITES
        for one, other in ((a, b), (b, a))
    )


def share_a_noun(names: Sequence[str]) -> bool:
    """Whether names are of kinds of one noun, each of another: 一产, 二产, 三产."""
    shared = shared_end(names)
    return (
        len(names) >= _FEWEST
        and len(set(names)) == len(names)
        and bool(shared.strip("".join(_NOUN_OF_ALL)))
        and all(len(a) > len(shared) for a in names)
        and not any(a in b or b in a for a, b in pairwise(names))
    )


def shared_end(names: Sequence[str]) -> str:
    """The characters in which all names end."""
    columns = zip(*(name[::-1] for name in names), strict=False)
    same = takewhile(lambda column: len(set(column)) == 1, columns)
    return "".join(column[0] for column in same)[::-1]
