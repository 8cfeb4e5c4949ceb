"""Figures of one kind told in a row, with what each is called: a listing.

甲96.2分、乙94.8分、丙90分; 甲、乙、丙分别为96.2分、94.8分、90分; 三次依次为1.2、1.5、1.1毫米, one
unit for all; behind a colon or a dash, in brackets; each with a word of its rank: 甲83万元最多，
乙79万元次之.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from msgspec import Struct
from msgspec.structs import replace

from linter.binding.names import is_plain
from linter.facts import numeral
from linter.facts.facts import Facts
from linter.facts.listed import as_one_of
from linter.facts.quantity import Quantity, comes_to
from linter.regexes.late import regex

RANKS = (
    "最[高多大长低少小短]|次之|居次|[居之为]首|首位|第[一二三四五六七八九十]"
    "|榜首|垫底|末位|最后|[之居]末|殿后"
)
_ASIDE = r"(?:\d{1,3}[个家座处][\u4e00-\u9fff]{0,4})?"
"""Between a name and its figure: of how many it is: 东片5个乡镇16.8万亩."""
_NAME = r"(?:(?<!\d)\d{1,4}[年月号][度份]?)?[^,，、;。:()\d—]{0,14}?"
_RANKED = rf"(?P<rank>[^,，、;。:()\d]{{0,8}}?(?:{RANKS}))?"
_RANK = regex(_RANKED)
_JOINT = rf"{_RANKED}(?:\([^()]{{1,12}}\))? ?[、,，;和及与><] ?"
_ITEM = regex(rf"{_JOINT}(?P<name>{_NAME}) ?{_ASIDE}(?:[为是]|达到?|有)?:?")
_BARE = regex(r" ?[、,，和及与] ?")
_FIRST = regex(
    rf"(?:^|[,，、;。:\s(—\d]|其中|[^\d](?=\d{{1,4}}[年月号]))(?P<name>{_NAME}){_ASIDE}(?:[为是]|达到?|有)?$"
)
_TURN, _CUT = regex(".*(?:依次|分别)[为是:]?(?=.)"), regex(".*[为是](?=.)")
_NO_NAME = regex(
    "最[高多大长低少小短]|相差|[极落]差|差[距值额]|[合共总]计|平均|均值|[年月日人户场]均|算术|其[中余他]"
    "|较|比上|限|标准|计划|目标|要求|上年|去年|增[长加幅]|下降|减少|提高"
)
"""In what would be a name: the figure is of all of the others, or another thing."""
_TO_NEXT = regex(r"[\u4e00-\u9fff]{0,4}(?=\d)")
_BEFORE = regex(
    r"(?:^|[,，;。:(\d的]|中(?=[^心学])|对|将|使)(?P<names>[^,，、;。:()\d]{1,12}(?:、[^,，、;。:()\d]{1,12}){1,14}"
    r"(?:[和及与][^,，、;。:()\d]{1,12})?)$"
)
_RESPECTIVELY = regex(
    r"\)?[^,，、;。:()\d]{0,16}?(?:分别|依次|各)?(?:[为是有达得]|达到|完成|:)?:?$"
)
_SO_MANY = regex(
    r"(?<![\d.第])([两二三四五六七八九十]|\d{1,2})"
    r"(?P<unit>(?:[个家次所场期批口座项镇村县区年季月份类种名位户处条台株眼点站辆])[\u4e00-\u9fff]{0,3})"
)
_VERB = regex("(?:分别|依次|得分|各自)?[得为是有达共:]*$")
_AND = regex("[、和及与]")
_LEADING = regex("^(?:其中|而|但|以|及|和|与)")
_SHORTEST, _LONGEST, _REACH, _FAR = 2, 16, 24, 60
_LONGEST_LEAD = 400
"""How much of a long sentence before a listing is looked through for its number."""
_PARTIAL = regex(
    r"(?:其中|例如|比如|譬如|如(?!期)|含(?!量)|包括|其[余他它]|部分|另[有外]?|除)[^,，;。:]{0,20}$"
)
_MORE = regex(r"(?:\([^()]{1,12}\))?(?:等|余|…|左右|不等|以上)")


class Listing(Struct, frozen=True):
    """Figures of one kind in a row, and where their sentence begins and ends."""

    names: tuple[str, ...]
    """What each is called; empty where it is not."""
    figures: tuple[Quantity, ...]
    ranks: tuple[str, ...]
    """The word of rank behind each; empty where there is none."""
    low: int
    high: int
    lead: str
    """What stands before it in its sentence."""
    tail: int
    """Where it ends, with the word of rank of its last."""

    @property
    def start(self) -> int:
        """Where its first figure begins."""
        return self.figures[0].start

    @property
    def end(self) -> int:
        """Where its last figure ends."""
        return self.figures[-1].end

    @property
    def named(self) -> bool:
        """Whether each figure has a name of its own."""
        return all(self.names) and len({*self.names}) == len(self.names)

    def is_whole(self, text: str) -> bool:
        """Whether it may be all there is: no 其中, 等, and as many as a number before it says."""
        if _PARTIAL.search(self.lead) or _MORE.match(text, self.end):
            return False
        numbers, own = self.numbers(), len(self.figures)
        return own in numbers or all(number < own for number in numbers)

    def numbers(self) -> dict[int, str]:
        """The numbers of things told before it, with what they count: 三个镇, 八家民宿."""
        found = _SO_MANY.finditer(self.lead[-_LONGEST_LEAD:])
        told = ((numeral.read(one[1].replace("两", "二")), one["unit"]) for one in found)
        return {number: unit for number, unit in told if number is not None and number > 1}


def listings(facts: Facts, low: int, high: int) -> Iterator[Listing]:
    """The listings of a sentence, of two figures or more."""
    row: list[Quantity] = []
    for figure in facts.within(low, high):
        if is_aside(facts, figure):
            continue
        if row and _joins(facts, row, figure):
            row = [*row, figure] if row[0].unit == figure.unit else [*_as_last(row, figure), figure]
            continue
        yield from _made(facts, row, low, high)
        row = [figure] if is_plain(facts, figure) or _is_price(facts, figure) else []
        row = [] if figure.start in facts.gridded else row
    yield from _made(facts, row, low, high)


def is_aside(facts: Facts, figure: Quantity) -> bool:
    """Whether a figure only tells of how many a name is: 东片5个乡镇16.8万亩."""
    counts = figure.dimension.startswith("count:")
    return counts and _TO_NEXT.match(facts.text, figure.end) is not None


def _is_price(facts: Facts, figure: Quantity) -> bool:
    return figure.per is not None and figure.hedge is None and figure.start not in facts.spoken


def _joins(facts: Facts, row: Sequence[Quantity], figure: Quantity) -> bool:
    """Whether a figure goes on with a row: of its kind, or the first with the unit of them all."""
    last = row[-1]
    if figure.hedge or figure.start in facts.gridded or figure.start in facts.spoken:
        return False
    if last.dimension == "number" != figure.dimension:
        return _BARE.fullmatch(facts.text, last.end, figure.start) is not None
    if (last.dimension, last.unit, last.per) != (figure.dimension, figure.unit, figure.per):
        return False
    item = _ITEM.fullmatch(facts.text, last.end, figure.start)
    if item is None or (len(row) > 1 and bool(item["name"]) != _is_named(facts, row)):
        return False
    return not _NO_NAME.search(item["name"])


def _is_named(facts: Facts, row: Sequence[Quantity]) -> bool:
    return _BARE.fullmatch(facts.text, row[-2].end, row[-1].start) is None


def _as_last(row: Sequence[Quantity], last: Quantity) -> list[Quantity]:
    return [replace(as_one_of(figure, last), per=last.per) for figure in row]


def _made(facts: Facts, row: Sequence[Quantity], low: int, high: int) -> Iterator[Listing]:
    row = _without_whole(row)
    if not _SHORTEST <= len(row) <= _LONGEST:
        return
    text, lead = facts.text, facts.text[low : row[0].start]
    items = [_ITEM.fullmatch(text, a.end, b.start) for a, b in pairwise(row)]
    names = ["", *(item["name"] or "" if item else "" for item in items)]
    if any(names):
        names[0] = _first(lead, names[1:])
    else:
        names = _names_before(lead, len(row)) or names
    last = _RANK.match(text, row[-1].end, high)
    ranks = [(item["rank"] or "") if item else "" for item in items]
    rank = (last["rank"] or "") if last else ""
    called = tuple(_VERB.sub("", _LEADING.sub("", name)) for name in names)
    tail = row[-1].end + len(rank)
    yield Listing(called, tuple(row), (*ranks, rank), low, high, lead, tail)


def _without_whole(row: Sequence[Quantity]) -> Sequence[Quantity]:
    """A list without the sum of all others that it begins with: 故障160起，一季度31起，……."""
    if len(row) <= _SHORTEST:
        return row
    whole, *parts = row
    return parts if comes_to(whole, parts) else row


def _first(lead: str, others: Sequence[str]) -> str:
    """The name of the first, no longer than those of the others where all end alike."""
    lead = _TURN.sub("", lead[-_REACH:])
    found = _FIRST.search(lead)
    name = _VERB.sub("", _CUT.sub("", found["name"])) if found else ""
    sizes = {len(other) for other in others}
    if len(sizes) == 1 and len({other[-1:] for other in others} | {name[-1:]}) == 1:
        return name[-min(sizes) :]
    return name


def _names_before(lead: str, number: int) -> list[str] | None:
    """So many names that are told before all figures: 甲、乙、丙三镇分别为……."""
    lead = lead[-_FAR:]
    at = lead.rfind("、")
    for end in range(len(lead), at, -1):
        found = _BEFORE.search(lead[:end]) if _RESPECTIVELY.match(lead, end) else None
        names = _AND.split(found["names"]) if found else []
        if len(names) == number and len({*names}) == number:
            size = min(map(len, names[:-1]))
            return [*names[:-1], names[-1][:size] if len(names[-1]) > size + 1 else names[-1]]
    return None
