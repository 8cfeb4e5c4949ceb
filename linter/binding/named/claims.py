"""What a sentence tells of all the figures that it lists: that they keep to a bound, or how many.

均超过50家; 都在10至30张之间; 没有一项低于60%; 超过90%的有两个; 仅一个低于98.5%;
除一个村外都在25万元以下; 要求不低于40，……，合格井两眼.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from linter.binding.case import Case
from linter.binding.named.bounds import SHOULD, Bound, bounds
from linter.binding.named.listings import Listing, listings
from linter.facts import numeral
from linter.facts.facts import Facts
from linter.facts.listed import as_one_of
from linter.facts.quantity import Quantity
from linter.regexes.late import regex

_MARK = r"[,，;。()\n]|——"
_ANY_MARK = regex(_MARK)
_EDGE = regex(rf".*(?:{_MARK})")
_SEGMENT = regex(rf"(?:(?!{_MARK}).)*")
_ALL = regex(
    "(?:(?<!平)均|(?<![首成])都(?![市江])|全部|全都|皆|一律|悉数|无一例外)(?![值价分数衡量])"
)
_NONE = regex(
    r"(?:没有?|无)一?[个项家处批次名户村镇类期年月季天站点所]?[\u4e00-\u9fff]{0,4}?(?:出现)?$"
)
_EXCEPT = regex("除[^,，;。]{0,10}?外")
_OTHER = regex(
    "[前后][二两三四五六七八九十\\d]|上年|去年|同[比期]|环比|增[幅速长]|降幅|下降|减少|提[高升]|较|比(?!例)|[其]余|其[他它]|另|计划|平均(?!每)"
    "|合计|累计|全[县市省区国镇]|年[初底末]|[若拟将]|预计|力争|目标|任务|提前|[多少相]差|缩短|[每人户]均"
)
_FUNCTION = regex(
    "过半数?|半数以上|[零一二两三四五六七八九十百\\d]+|[个项家处批次名户类期年月季天站点所座口份镇村区县]|各|全[部都]?|所有|上述|以[上下内]|区间|范围|跨度|给出|该|这|其中|其"
    "|也|但|且|而|已|又|仍|基本|总体|整体|均|都|皆|是|在|处于|保持|达到|达|为|稳定|控制|超过|有|仅|只|的|中|值|数|率|了|度"
    "|没有|没|无|除|外|至|到|介于|集中|结果|数据|单位|指标|得分|水平"
)
_JOINT = regex("[、和及与]|不|未|仅")
_CHINESE = regex("[\u4e00-\u9fff]+")
_BEHIND = regex(
    "(?:[之以]间|区间|[范围]+内?)?的?"
    "(?:(?<=的)[\u4e00-\u9fff]{0,6}|[\u4e00-\u9fff]{0,8}?[有仅只为共是的达]+)$"
)
_BETWEEN = regex("[^,，;。\\d]{0,12}$")
_HALF = regex("过半|半数以上|超过?半数|多半|大半")
_GENERIC = regex("[个项家处位名](?:[\u4e00-\u9fff]?(?=[超低高不达未在均都为的,，;。()是])|$)")
_TO_LISTING = regex("[^。]{0,24}(?:具体|分别|依次|:|\\(|——)")
_OFF_BY = regex("(?:超出|超过|多出|高出|[相缺]差|短缺|少)了?$")
"""Right before a listing: it tells by how much others are off the bound."""
_WANTED = regex(
    rf"{SHOULD}|要求|标准|范围|控制|设计|规定|需|须|[上下]限|限值|内控|[及合]格线|达标线|按"
)
_MET = regex(
    "合格|及格|达标|符合|满足|(?:范围|区间|限[值价额]|标准|要求|控制)[\u4e00-\u9fff]{0,3}[内中]"
    "|[未没]有?(?:突破|超出?|超过|低于|逾)"
)
_UNMET = regex("不[合及]格|不达标|未[达能]标?|超标|不符|未符|不满足|未满足|(?<![未没有])超出")
_LABEL = regex(
    "(?:[以之][上下内]|\\))?(?:的|即|就|则|应|须|需|者|视|定|评|列|判|记|算|属于?|为|作|是)+"
    "(?P<label>[\u4e00-\u9fff]{2,4}?)(?:等次|标准|等级|[档类]|的?要求|的?规定)?(?=[,，;。)的、:]|$)"
)
"""What is told of figures within a bound: 90分以上为优秀, 低于85%即需整改."""
_WISH = regex("^的?(?:目标|要求|标准|任务|控制|限)[\u4e00-\u9fff]{0,2}")
_SPAN = regex("区间|范围|介于|跨度|幅度")
_SPREAD = regex("(?:[之以]间|区间|范围|不等)?内?(?:波动|浮动)?[,，;(:][^。;]{0,24}$")
_FRACTION = regex(
    "占[^,，;。\\d]{0,6}?(?P<of>[二三四五六七八九十])分之(?P<part>[一二三四五六七八九])"
)
_SOME = regex("[\u4e00-\u9fff]、[\u4e00-\u9fff]|[和与]")
_MARKS = regex("[得打评]分|成绩|分数")
_HALVES = 2
_FEWEST, _REACH, _ALIKE = 3, 48, 2


class Claim(Struct, frozen=True):
    """What is told of a listing, the figures that speak against it, and how many it is told of."""

    told: tuple[int, int]
    listing: Listing
    bound: Bound
    against: tuple[Quantity, ...]
    number: Quantity | None = None
    holds: bool = True
    fitting: int = 0
    """How many figures are told of so."""
    half: bool = False
    """Whether it is told of more than half of them."""


def claims(case: Case) -> list[Claim]:
    """Every such claim of running text; to be asked for with ``case.once``."""
    facts, found = case.facts, list[Claim]()
    seen: dict[int, list[Listing]] = {}
    for bound in bounds(facts):
        low, high = facts.windows.bounds("sentence", bound.start)
        if low not in seen:
            seen[low] = [row for row in listings(facts, low, high) if _is_long(row)]
        for row in (_as_bound(one, bound) for one in seen[low]):
            if _may_be_of(facts, bound, row):
                found += _read(facts, bound, row)
    return found


def _as_bound(row: Listing, bound: Bound) -> Listing:
    """A listing of bare numbers with the unit of what is told of them: 93.2、88.7，低于90分."""
    if row.figures[0].dimension != "number" or any(row.names[1:]) or bound.start < row.end:
        return row
    if bound.figure.dimension != "score" or not _MARKS.search(row.lead):
        return row
    return replace(row, figures=tuple(as_one_of(f, bound.figure) for f in row.figures))


def _is_long(row: Listing) -> bool:
    """Whether there are enough to be told of together; of two, both have names of one kind."""
    ends = {name[-1:] for name in row.names}
    return len(row.figures) >= _FEWEST or len(row.figures) in row.numbers() or len(ends) == 1


def _may_be_of(facts: Facts, bound: Bound, row: Listing) -> bool:
    """Whether a bound is of a listing's kind and near it, with none of the kind between."""
    figure, one = bound.figure, row.figures[0]
    before = bound.end <= row.start
    low, high = (bound.end, row.start) if before else (row.tail, bound.start)
    if not 0 <= high - low <= _REACH:
        return False
    per = one.per if before and "实际" in facts.text[bound.end : row.start] else figure.per
    if (figure.dimension, per or one.per) != (one.dimension, one.per):
        return False
    between = [f for f in facts.within(low, high) if f.dimension == one.dimension]
    return all(f.start == figure.start for f in between)


def _read(facts: Facts, bound: Bound, row: Listing) -> Iterator[Claim]:
    """What is told of a listing by the words about a bound."""
    low, high = _segment(facts, bound.start, row)
    text, ahead = facts.text, bound.end <= row.start
    wanted = _WANTED.search(text, low, high)
    if wanted or None not in (bound.low, bound.high):
        yield from _met(facts, bound, row)
    if ahead:
        yield from _labelled(facts, bound, row)
        if not _is_told_ahead(facts, bound, row, wanted is not None):
            return
    before = text[low : bound.start]
    wish = _WISH.match(text[bound.end : high])
    if not _OTHER.search(text, low, bound.end if wish else high) and _is_of_list(before, row):
        yield from _claimed(facts, bound, row, (low, high))


def _is_told_ahead(facts: Facts, bound: Bound, row: Listing, wanted: bool) -> bool:
    """Whether a bound before a listing is told of it: 具体为, 区间内 and the like lead to it."""
    if _is_of_first(facts, bound, row):
        return False
    between = facts.text[bound.end : row.start]
    if _OFF_BY.search(between):
        return False
    ranged = None not in (bound.low, bound.high)
    if wanted:
        return ranged and "实际" in between and "按" in facts.text[row.low : bound.start]
    if _TO_LISTING.match(facts.text, bound.end, row.start + 1):
        return True
    alike = len({name[-1:] for name in row.names}) == 1 and all(row.names)
    return alike and ranged and _SPREAD.match(between) is not None and not _OTHER.search(between)


def _is_of_first(facts: Facts, bound: Bound, row: Listing) -> bool:
    """Whether a bound is what the first of a listing has: 甲每人900元至2100元; 乙每人800元."""
    apart = ";" in facts.text[bound.end : row.figures[1].start]
    own = facts.text[max(row.low, bound.start - _ALIKE) : bound.start]
    return apart and len(own) == _ALIKE and any(name.endswith(own) for name in row.names)


def _labelled(facts: Facts, bound: Bound, row: Listing) -> Iterator[Claim]:
    """90分以上为优秀，……，优秀三个: so many have the label of what is within a bound."""
    text = facts.text
    said = _LABEL.match(text, bound.end)
    edge = _ANY_MARK.search(text, row.tail, row.high)
    if said is None or said.end() > row.start or not row.is_whole(text):
        return
    low, high = (
        (row.tail, edge.start()) if edge and edge.start() > row.tail else (row.tail, row.high)
    )
    if edge and edge.start() == row.tail:
        low, high = _segment(facts, edge.end(), row)
    at = text.find(said["label"], low, high)
    numbers = [f for f in facts.within(low, high) if _is_number(f)]
    numbers = [f for f in numbers if f.printed != len(row.figures)] or numbers[-1:]
    plain = at >= 0 and text[at - 1] not in "不未非已" and not _OTHER.search(text, low, high)
    if plain and len(numbers) == 1 and numbers[0].printed <= len(row.figures):
        yield _so_many(bound, row, numbers[0], within=True)


def _claimed(facts: Facts, bound: Bound, row: Listing, place: tuple[int, int]) -> Iterator[Claim]:
    """The claim of the words about a bound: of all, of none, of all but some, of so many."""
    text, low = facts.text, place[0]
    before, between = text[low : bound.start], text[row.tail : low]
    if but := _EXCEPT.search(before):
        yield from _but_some(facts, bound, row, low + but.start(), low + but.end())
    elif "除" in between + before or "其余" in between or _names_others(row, before):
        return
    elif None not in (bound.low, bound.high) and (bound.end <= row.start or _SPAN.search(before)):
        yield _of_all(bound, row, place, row.figures, within=True)
    elif _ALL.search(before) or (bound.refused and text.startswith("的", bound.end)):
        yield _of_all(bound, row, place, _of_named(row, before), within=True)
    elif _NONE.search(before):
        yield _of_all(bound, row, place, row.figures, within=False)
    elif some := _only_named(row, before):
        yield _of_all(bound, row, place, some, within=True)
    elif row.is_whole(text):
        yield from _counted(facts, bound, row, *place)


def _names_others(row: Listing, words: str) -> bool:
    """Whether a claim names things that a listing without names may be of."""
    return not row.named and _SOME.search(words) is not None


def _segment(facts: Facts, at: int, row: Listing) -> tuple[int, int]:
    """The words about a place between two marks, without the listing."""
    edge = _EDGE.match(facts.text, row.low, at)
    low = max(row.low, edge.end() if edge else row.low, row.tail if at >= row.end else 0)
    segment = _SEGMENT.match(facts.text, at, row.high)
    high = segment.end() if segment else at
    return low, high if at >= row.end else min(high, row.start)


def _is_of_list(before: str, row: Listing) -> bool:
    """Whether the words of a claim may be of what is listed."""
    told = row.lead + "".join(row.names)
    for name in filter(None, row.names):
        before = before.replace(name, "")
    words = _CHINESE.findall(_FUNCTION.sub(" ", before))
    return all(word[:2] in told for word in words if len(word) > 1)


def _of_named(row: Listing, words: str) -> tuple[Quantity, ...]:
    """The figures of those that some words name; all where they name none."""
    named = zip(row.names, row.figures, strict=True)
    return tuple(f for name, f in named if row.named and name in words) or row.figures


def _only_named(row: Listing, words: str) -> tuple[Quantity, ...]:
    """The figures of those that are told of, where the words are no more than their names."""
    rest = words
    for name in row.names if row.named else ():
        rest = rest.replace(name, "")
    only = rest != words and not _FUNCTION.sub("", _JOINT.sub("", rest))
    return _of_named(row, words) if only else ()


def _of_all(
    bound: Bound,
    row: Listing,
    told: tuple[int, int],
    some: Sequence[Quantity],
    *,
    within: bool,
) -> Claim:
    against = tuple(f for f in some if bound.holds(f) is (not within))
    return Claim(told, row, bound, against, holds=not against)


def _but_some(facts: Facts, bound: Bound, row: Listing, low: int, at: int) -> Iterator[Claim]:
    """除一个村外都在25万元以下: so many are not."""
    numbers = [f for f in facts.within(low, at) if _is_number(f)]
    named = _of_named(row, facts.text[low:at])
    if not numbers and len(named) < len(row.figures):
        rest = [f for f in row.figures if f not in named]
        yield _of_all(bound, row, (at, bound.end), rest, within=True)
    if len(numbers) == 1 and row.is_whole(facts.text) and _ALL.search(facts.text, at, bound.start):
        yield _so_many(bound, row, numbers[0], within=False)


def _counted(facts: Facts, bound: Bound, row: Listing, low: int, high: int) -> Iterator[Claim]:
    """超过90%的有两个; 仅一个镇低于90%; 过半在90%以上."""
    text = facts.text
    before = [f for f in facts.within(low, bound.start) if f.end <= bound.start and _is_number(f)]
    behind = [f for f in facts.within(bound.end, high) if _is_number(f)]
    if before and _BETWEEN.match(text, before[-1].end, bound.start):
        number: Quantity | None = before[-1]
    elif len(behind) == 1 and _BEHIND.fullmatch(text, bound.end, behind[0].start):
        number = behind[0]
    else:
        number = None
    if number is None:
        yield from _of_part(facts, bound, row, (low, high))
        half = _HALF.search(text, low, bound.start)
        possible = sum(bound.holds(f) is not False for f in row.figures)
        if half and not behind:
            holds = possible * _HALVES > len(row.figures)
            yield Claim((low, high), row, bound, (), None, holds, possible, half=True)
    elif _is_of_kind(facts, number, row, before) and number.printed <= len(row.figures):
        yield _so_many(bound, row, number, within=True)


def _of_part(facts: Facts, bound: Bound, row: Listing, place: tuple[int, int]) -> Iterator[Claim]:
    """90分及以上的占五分之四: of as many as are listed."""
    said = _FRACTION.search(facts.text, bound.end, place[1])
    if said is not None:
        of, part = numeral.read(said["of"]) or 1, numeral.read(said["part"]) or 1
        told = [bound.holds(f) for f in row.figures]
        sure, possible = told.count(True), len(told) - told.count(False)
        holds = sure * of <= part * len(told) <= possible * of or len(told) % of > 0
        yield Claim(said.span(), row, bound, (), None, holds, sure, half=True)


def _is_number(figure: Quantity) -> bool:
    counts = figure.dimension.startswith("count:") or figure.dimension in (
        *("person", "household", "years", "month", "day", "quarter", "week", "number"),
    )
    plain = figure.hedge is None and figure.unit != "档"  # 四档：90分以上……, of a scale
    return counts and plain and figure.printed == int(figure.printed)


def _is_of_kind(facts: Facts, number: Quantity, row: Listing, others: Sequence[Quantity]) -> bool:
    """Whether a number may be one of what is listed: 两个镇 of 甲镇、乙镇, 三家 of 八家民宿."""
    behind = facts.text[number.end : number.end + 4]
    whole = any(f.unit == number.unit and f.printed == len(row.figures) for f in others)
    if whole or _GENERIC.match((number.unit or "")[-1:] + behind):
        return True
    noun = _CHINESE.match(behind)
    words = (number.unit or "").removeprefix("个") + (noun[0][:2] if noun else "")
    told = row.lead + "".join(row.names)
    return any(letter in told for letter in words)


def _so_many(bound: Bound, row: Listing, number: Quantity, *, within: bool) -> Claim:
    told = [bound.holds(f) for f in row.figures]
    sure, possible = told.count(within), told.count(within) + told.count(None)
    holds = sure <= number.printed <= possible
    return Claim((number.start, number.end), row, bound, (), number, holds, sure)


def _met(facts: Facts, bound: Bound, row: Listing) -> Iterator[Claim]:
    """要求不低于40，……，合格井两眼; 应为2～8℃，……，全部在范围内."""
    text, at = facts.text, max(bound.end, row.tail)
    edge = _ANY_MARK.search(text, at, row.high)
    if edge is None or edge.start() > at + 8:
        return
    low, high = _segment(facts, edge.end(), row)
    met = _MET.search(text, low, high)
    if met is None or _UNMET.search(text, low, high) or _OTHER.search(text, low, high):
        return
    numbers = [f for f in facts.within(low, high) if _is_number(f)]
    if _ALL.search(text, low, high) and not numbers:
        yield _of_all(bound, row, (low, high), row.figures, within=True)
    elif len(numbers) == 1 and row.is_whole(text) and numbers[0].printed <= len(row.figures):
        yield _so_many(bound, row, numbers[0], within=True)
