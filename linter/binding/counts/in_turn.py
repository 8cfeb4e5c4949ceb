"""Things told one after the other by their ordinals: 开会三次，第一次……，第二次……，第四次…….

Some may be left out, and they may be told from the first again. But none goes back, none is told
twice alike where as many are told as are announced, and none is past that number.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise

from msgspec import Struct

from linter.facts.facts import Facts
from linter.facts.numeral import parse
from linter.facts.quantity import Quantity
from linter.model import Span
from linter.regexes.late import regex

_ORDINAL = regex(
    r"(?:第(?P<digits>[一二三四五六七八九十]|\d{1,2})|首)(?P<unit>[次轮期批笔场])(?!性|产|次)"
)
_FEWEST, _FAR, _MOST = 2, 60, 12
"""How many are told one after the other, how far apart at most, and how many are announced."""
_NEAR, _NAMED = 24, 3
"""How far before an ordinal its day stands, and how many letters of its name are compared."""
_COMMA, _STOP = regex("[,，;]"), regex("[,，;。\n]")
_AGAIN = regex(
    "[。\\n]|也|仍|同|均|都|分别|其中|包括|与|和|及|较|比|上述|即|为例|[、)]$|(?<!第)[两二三四五六七八九十][次轮期批]"
)
"""Between two of them: the second is of another list, or the same thing is told more of."""
_OF = regex("每|另|届|年度|季度|标段|项目|[甲乙丙丁]")
"""Between: each thing has its own."""


_DAY = regex(r"\d{1,2}月(?:\d{1,2}[日号])?")
_NAME = regex(r"[\u4e00-\u9fff]*")
_ENDING = 2
"""How many letters at the end of two clauses are compared."""
_HELD, _VERB = regex("(?:召开|举行|举办|开展|组织|进行|开)了?$"), 3
_ALL = regex(
    r"[,，](?:全年|年内|一年|前后|先后|本年度?)?(?:一共|合计|总共|共计?)(?:开了?|召开了?|举行了?|组织了?|办了?)?$"
)
"""Between the last of them and the number of all: ，全年共三次."""
_SUMS = regex("(?:资金)?(?:一共|合计|总共|共计?|累计|总计|占|[依分][次别]|相加|各占)")
"""Behind the number of all that begins a clause: ，三批合计下达600万元."""
_EVERY = regex("[每各][年季月人]?[^,，;。]{0,6}$")
"""Right before a number of times: it is that of each year."""
_OCCASIONS = "次轮期批回场笔"
"""The letters that count occasions, of which one may announce what another numbers."""


_COUNTED = "[一二三四五六七八九十]{1,2}"
_LISTED = regex(
    "(?:(?<=[,，、;:。\n(和年为入是到由])|(?<=[\u4e00-\u9fff](?=第))|^)(?<!每年)(?<!每[两三四五]年)(?P<lead>第|目标|指标|任务)?"
    r"(?P<digits>[首一二三四五六七八九十]|[1-9]|[次末尾](?=[轮期批]))"
    r"(?P<unit>[次轮期批级步届档站]|阶段|标段)?"
    r"(?(unit)|(?![\d.%一二三四五六七八九十]))"
)
_NEXT = regex(
    rf"第(?P<one>{_COUNTED})(?P<unit>[次轮期批届站])[^。\n第]{{0,24}}?"
    r"(?:(?:随后|下|又)一(?P=unit)|紧接着|再[次度])"
    rf"[^。\n第,，]{{0,10}}(?P<other>第{_COUNTED}(?P=unit))"
)
_NEWEST = regex(
    rf"[已共](?P<last>[^,，。;\d一二三四五六七八九十]{{0,8}}(?P<one>{_COUNTED})(?P<unit>[批次期轮届]))[,，]"
    rf"[^。;，,\n第]{{0,6}}最[新后近][^,，。;第]{{0,8}}(?P<other>第{_COUNTED}(?P=unit))"
)
_JOINTS = frozenset("、和及与")
_QUARTER = regex("第?(?P<digits>[一二三四])季度")
_QUARTERS = 4
_NUMBERS = 9
_LAST_OF_ALL = 99
_WORDS = {"首": 1, "次": 2, "末": _LAST_OF_ALL, "尾": _LAST_OF_ALL}
"""Ordinals told by a word: 首批, 次批, 末批."""
_LONGEST = 1_000
"""How much of a long sentence is looked through, to each side of a number."""


class OutOfTurn(Struct, frozen=True):
    """An ordinal that cannot stand where it does, and what it goes against."""

    span: Span
    other: Span


def out_of_turn(facts: Facts) -> Iterator[OutOfTurn]:
    """Every such ordinal; of lists that do not begin with the first those told twice alone."""
    for told in _lists(facts):
        spans, numbers = [Span(*m.span()) for m in told], [_number(m) for m in told]
        announced = _announced(facts, told) or _summed(facts, told)
        most = int(announced.printed) if announced is not None else 0
        for k in range(1, len(told)):
            counted = most == len(told) and _are_alike(facts, told, k)
            twice = numbers[k] == numbers[k - 1] and (counted or _are_two(facts, told, k))
            twice = twice and any(m["digits"] for m in told[k - 1 : k + 1])  # 首次引进，首次推广
            if twice or (numbers[0] == 1 and told[0]["digits"] and 1 < numbers[k] < numbers[k - 1]):
                yield OutOfTurn(spans[k], spans[k - 1])
                break
        else:
            if announced is not None and numbers[0] == 1 and numbers[-1] > most:
                yield OutOfTurn(spans[-1], Span.of(announced))


def one_missed(facts: Facts) -> Iterator[OutOfTurn]:
    """Ordinals of a list, as many as are announced, of which one is not in its place.

    分三期：一期……，二期……，四期…….  The one next to the tenth is the eleventh.
    """
    for pattern, step in ((_NEXT, 1), (_NEWEST, 0)):
        for found in pattern.finditer(facts.text):
            one, other = parse(found["one"]) or 0, parse(found["other"][1:-1]) or 0
            if other > one + step:
                yield OutOfTurn(Span(*found.span("other")), Span(*found.span("one")))
    yield from _twice_a_quarter(facts)
    for figure in facts.running:
        if figure.exact and not figure.hedge and _FEWEST < figure.printed <= _NUMBERS:
            yield from _missed(facts, figure)


def _twice_a_quarter(facts: Facts) -> Iterator[OutOfTurn]:
    """Of four quarters told alike one that is told twice: 一季度92分，二季度93分，二季度91分，…."""
    told = [m for m in _QUARTER.finditer(facts.text) if not facts.in_table(m.start())]
    for at in range(len(told) - _QUARTERS + 1):
        four = told[at : at + _QUARTERS]
        numbers = [_number(match) for match in four]
        gaps = {
            "".join(c for c in facts.text[a.end() : b.start()] if not c.isdecimal())
            for a, b in pairwise(four)
        }
        ends = numbers[0] == 1 and numbers[-1] == _QUARTERS
        if ends and len({*numbers}) == _QUARTERS - 1 and numbers == sorted(numbers):
            wrong = _misplaced(four)
            if len(gaps) == 1 and wrong:
                yield OutOfTurn(Span(*four[wrong].span()), Span(*four[wrong - 1].span()))


def _missed(facts: Facts, figure: Quantity) -> Iterator[OutOfTurn]:
    """The ordinal of a list around a number that is not in its place, where there is one."""
    low, high = facts.windows.around("sentence", figure.start, figure.end, _LONGEST)
    for start, end in ((figure.end, high), (low, figure.start)):
        lists: dict[tuple[str, str], list[re.Match[str]]] = defaultdict(list)
        for match in _LISTED.finditer(facts.text, start, end):
            lead, unit = (match["lead"] or "").strip("第"), match["unit"] or ""
            counts = (
                facts.text.startswith(unit, figure.end) or (figure.unit or "")[-1:] == unit[-1:]
            )
            if counts and (match["lead"] or unit):
                lists[lead, unit].append(match)
        for (lead, _), told in lists.items():
            if _are_names(facts, told):
                continue
            wrong = _misplaced(told) if len(told) == figure.printed else 0
            if wrong and (lead or _is_gap(facts, told, wrong)):
                yield OutOfTurn(Span(*told[wrong].span()), Span(*told[wrong - 1].span()))


def _are_names(facts: Facts, told: list[re.Match[str]]) -> bool:
    """Whether ordinals are those of names that are listed: 第一、第三、第五幼儿园."""
    return all(facts.text[a.end() : b.start()] in _JOINTS for a, b in pairwise(told))


def _misplaced(told: list[re.Match[str]]) -> int:
    """The place of the first of ordinals that is not in its turn, where none goes back."""
    numbers = [_number(match) for match in told]
    if numbers[-1] == _LAST_OF_ALL:
        numbers[-1] = len(told)
    if numbers[0] != 1 or numbers != sorted(numbers):
        return 0
    return next((k for k, number in enumerate(numbers) if number != k + 1), 0)


def _is_gap(facts: Facts, told: list[re.Match[str]], k: int) -> bool:
    """Whether an ordinal is left out, or the same is told of two of one number."""
    behind = {_behind(facts, match) for match in told[k - 1 : k + 1]}
    return _number(told[k]) > k or len(behind) == 1 or behind <= {*"，、。,;；"}


def _are_alike(facts: Facts, told: list[re.Match[str]], k: int) -> bool:
    """Whether the same is told of two: 第一期4月……，第二期6月…….

    The same letter stands right behind them, any digit for one, or each has a day of its own. Where
    there are but two, their clauses end alike: 第一批3月到账，第一批5月支付 is told of one.
    """
    if len(told) == _FEWEST and len({_tail(facts, match) for match in told}) > 1:
        return False
    if len({_behind(facts, match) for match in told[k - 1 : k + 1]}) == 1:
        return True
    days = [_day_behind(facts, *pair) for pair in pairwise([*told, None])]
    return None not in days and len(set(days)) == len(days)


def _behind(facts: Facts, match: re.Match[str]) -> str:
    letter = facts.text[match.end() : match.end() + 1]
    return "0" if letter.isdecimal() else letter


def _tail(facts: Facts, match: re.Match[str]) -> str:
    """The last letters of an ordinal's clause, without digits."""
    stop = _STOP.search(facts.text, match.end())
    clause = facts.text[match.end() : stop.start() if stop else None]
    return "".join(c for c in clause if not c.isdecimal())[-_ENDING:]


def _day_behind(
    facts: Facts, match: re.Match[str] | None, after: re.Match[str] | None
) -> str | None:
    """The day or month told behind an ordinal, before the one after it."""
    if match is None:
        return None
    _, high = facts.windows.bounds("sentence", match.start())
    found = _DAY.search(facts.text, match.end(), after.start() if after else high)
    return found[0] if found else None


def _are_two(facts: Facts, told: list[re.Match[str]], k: int) -> bool:
    """Whether two of one name are told each with its own day, as is one before them.

    6月召开第二次联席会，9月召开第二次联席会.
    """
    days = [_day(facts, *pair) for pair in pairwise([None, *told[: k + 1]])]
    names = [_name(facts, match) for match in told[k - 1 : k + 1]]
    held = [_HELD.search(facts.text, m.start() - _VERB, m.start()) for m in told[k - 1 : k + 1]]
    dated = None not in days and len(set(days)) == len(days)
    alike = names[0][:_NAMED] == names[1][:_NAMED] and all(held)
    return dated and (alike or names[0] == names[1] or "" in names)


def _day(facts: Facts, before: re.Match[str] | None, match: re.Match[str] | None) -> str | None:
    """The day or month told right before an ordinal, in its part of the clause."""
    if match is None:
        return None
    low, _ = facts.windows.bounds("sentence", match.start())
    low = max(low, match.start() - _NEAR, before.end() if before else 0)
    found = facts.last(_DAY, low, match.start())
    if found is None or _COMMA.search(facts.text, found.end(), match.start()):
        return None
    return found[0]


def _name(facts: Facts, match: re.Match[str]) -> str:
    """What stands right behind an ordinal."""
    found = _NAME.match(facts.text, match.end())
    return found[0] if found else ""


def _lists(facts: Facts) -> Iterator[list[re.Match[str]]]:
    """Ordinals of one unit that stand one behind the other in a sentence."""
    by_unit: dict[str, list[re.Match[str]]] = defaultdict(list)
    for match in _ORDINAL.finditer(facts.text):
        if not facts.in_table(match.start()):
            by_unit[match["unit"]].append(match)
    for matches in by_unit.values():
        lists = [[matches[0]]]
        for before, after in pairwise(matches):
            if _goes_on(facts, before, after):
                lists[-1].append(after)
            else:
                lists.append([after])
        yield from (told for told in lists if len(told) >= _FEWEST)


def _goes_on(facts: Facts, before: re.Match[str], after: re.Match[str]) -> bool:
    gap = facts.text[before.end() : after.start()]
    if len(gap) > _FAR or not _COMMA.search(gap):
        return False
    return not (_AGAIN.search(gap) or _OF.search(gap))


def _announced(facts: Facts, told: list[re.Match[str]]) -> Quantity | None:
    """The number of all of them, right before the first: 开会三次，第一次……; 分3期。第一期……."""
    start = told[0].start()
    figure = facts.before(start)
    if figure is None or figure.hedge or start - figure.start > _FAR:
        return None
    near = facts.windows.share("sentence", figure.start, start)
    near = near or facts.text[figure.end : start].strip() == "。"
    near = near and not _EVERY.search(facts.text, figure.start - _NAMED * 3, figure.start)
    return figure if near and _counts(facts, figure, told) else None


def _summed(facts: Facts, told: list[re.Match[str]]) -> Quantity | None:
    """The number of all of them, behind the last: ，全年共三次."""
    text, last = facts.text, told[-1]
    near = facts.windows.behind("sentence", last.start(), last.end(), _FAR)
    for figure in facts.within(*near)[:_FEWEST]:
        begins = text[figure.start - 1] in ",，" and _SUMS.match(text, figure.end)
        summed = begins or _ALL.search(text, last.end(), figure.start)
        if summed and not figure.hedge and _counts(facts, figure, told):
            return figure
    return None


def _counts(facts: Facts, figure: Quantity, told: list[re.Match[str]]) -> bool:
    """Whether a figure counts what ordinals number, in their unit or in another of occasions."""
    unit = facts.text[figure.end - 1]
    other = unit in _OCCASIONS and figure.printed == len(told)
    return (unit == told[0]["unit"] or other) and 1 < figure.printed <= _MOST


def _number(match: re.Match[str]) -> int:
    digits = match["digits"] or "首"
    return int(digits) if digits.isascii() else _WORDS.get(digits) or parse(digits) or 0
