"""Other words for a year with the year that they mean: 上年（2021年）, 2024年（次年）.

A year's first day to its last is that year as well.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

from linter.binding.nearby import moments_within
from linter.facts.facts import Facts
from linter.facts.numeral import read
from linter.facts.windows import Window
from linter.regexes.late import regex

_WORDS = {"本": 0, "上": -1, "去": -1, "前": -2, "次": 1, "翌": 1, "下": 1, "明": 1}
"""The first letter of a word with the years from the one that it is told of."""
_YEAR_BEFORE = "前一年"
_SPOKEN = ("去", "前", "明")
"""Words of whoever writes: they may count from the year after the evaluated one."""
_WORD = (
    r"(?P<word>(?:评价年度的[上下]一?年|[上前]一年|上年|下一?年|去年|前年(?<![以目]前年)|次年|翌年|明年)"
    r"度?)"
)
"""Each way begins with a letter of its own: only there a search looks closer."""
_OF_YEAR = regex(r"(?P<year>(?:19|20)\d\d)年?度?\)?[”\"]?的[“\"]?$")
"""Before such a word: the year of which it is told, 今年（2024年）的前年."""
_NEXT = ("次", "翌")
"""Words that are told of the year before them."""
_YEAR = r"(?P<year>(?:19|20)\d\d) ?年度?+"
_ALONE = "(?![ —–~至到、和与及以-])"
_OWN = "评价年度的"
_OF = 12
_CALENDAR = regex(
    r"(?P<word>(?P<due>(?:19|20)\d\d)年1月(?:1日)?[至到—-]+(?:(?P=due)年)?12月(?:31日)?)"
    rf"(?:\(|[,，、]?)(?:也?即|亦即|也?就是)为?{_YEAR}"
)
_MONTHS = regex(
    rf"{_YEAR}[^,，;。\d\n]{{0,8}}(?:\d[\d.,]*[万亿]?元)?[,，]即"
    r"(?P<word>(?P<due>(?:19|20)\d\d)年1月(?:1日)?[至到—-]+(?:(?P=due)年)?12月(?:31日)?)"
)
"""2023年度全年支出318万元，即2023年1月至12月实际支付数."""
_LATER = regex(
    r"(?P<word>(?:(?:[又再]?过|(?<![年最前先])[次后](?=一年))(?P<n>[一两二三四五])年|(?P<after>[一两二三四五])年[之以]?后))的?"
    rf"(?:\(|[,，]?(?:也?即|亦即|也?就是))?{_YEAR}{_ALONE}"
)
"""So many years behind a year told before in the sentence: 2021年……，两年后的2024年."""
_PAIR = regex(
    r"(?P<word>同比(?:来看|看)?|[跟与同和](?:上一?年(?:度|同期)?)(?:相比|比较|对比|比)|[较比]上年(?:同期)?)[,，](?P<first>(?:19|20)\d\d)年度?"
    r"(?:(?!(?:19|20)\d\d)[^,，;。\n增减降升涨落少多高低]){0,24}[\d.]+(?:万|亿)?[\u4e00-\u9fff%]{1,2}[,，;]"
    rf"(?:而|至|到)?{_YEAR}(?!\d|[上下]半年|[一二三四第])的?(?:(?!(?:19|20)\d\d)[^,，;。\n]){{0,24}}"
    r"(?=[^;。\n]*(?:[增涨升高降减低落]|[多少][\d出了]))"
)
"""同比来看，2021年支出480万元，2022年的500万元高出20万元: two years side by side."""
_JUST_OVER = regex(
    rf"(?P<word>刚刚?(?:过去|结束|翻篇|收官|走完|翻过去?))的这?(?:一年)?[,，(]?(?:即)?{_YEAR}{_ALONE}"
)
"""2024年2月的事，评的是刚刚过去的2023年."""
_SAME = regex(rf"(?P<word>同一?年(?:年?[末底初])?)[(](?:即|也就是)?{_YEAR}{_ALONE}")
"""2022年1月批复，同年年末（2022年12月）."""
_MOVES_ON = regex(r"[次翌转]年(?!度?初?预算)|第二年|一年[之以]?后")
"""Before them: the year that they are told of has no figure, 2019年立项，次年批复，同年完工."""
_OF_REPORT = regex(
    r"(?P<word>《(?P<due>(?:19|20)\d\d)年度[^《》\d\n]{2,40}自评报告》)[^,，;。\d\n]{0,6}"
    rf"评价?的[,，]?[便就正]?(?:是|为|系)(?:其中的?)?{_YEAR}{_ALONE}"
    r"(?!(?:[^,，;。\d\n]|\d(?!\d{3}年))*(?:立项|下达|安排|批复|拨付|结转|启动|开工))"
)
"""《2023年度……自评报告》评价的是2023年, unless it tells since when that has been going on."""
_SAID = tuple(
    regex(pattern)
    for pattern in (
        rf"{_WORD}(?:[末底初]|同期)?(?:\(|[,，、]?(?:也?即|亦即|也?就是|指)的?){_YEAR}{_ALONE}",
        rf"{_YEAR}(?:\((?:即|也就是|为)?|[,，]?(?:也?即|亦即|也?就是)){_WORD}(?=[)底末初的同那这,，;。:]|$)",
        rf"(?<!基)(?P<word>本年)度?[(]即为?{_YEAR}(?=[)])",
        rf"与(?P<word>上一?年)度?(?:相比|比较|对比)[,，](?:本年|今年|当年)[^;。\n]{{0,24}}?[,，][较比]{_YEAR}的",
        rf"“?(?P<word>本年|上年|去年)度?”?(?:[,，][^,，。;\d]{{0,20}}[,，])?[均都系是]?指的?是?{_YEAR}",
    )
)


class Said(Struct, frozen=True):
    """Where a relative word and its year stand, the year told, and the year that the word means."""

    start: int
    end: int
    word: tuple[int, int]
    told: int
    due: int


def spoken_years(facts: Facts) -> Iterator[Said]:
    """Every other word beside its year; ``due`` is ``told`` where the two may agree."""
    for match in (m for p in (_CALENDAR, _MONTHS, _OF_REPORT) for m in p.finditer(facts.text)):
        due, told = int(match["due"]), int(match["year"])
        yield Said(*match.span("year"), match.span("word"), told, due)
    yield from _later(facts)
    yield from _of_one_before(facts)
    yield from _side_by_side(facts)
    for pattern in _SAID:
        for match in pattern.finditer(facts.text):
            told, word = int(match["year"]), match["word"]
            before = word.startswith(_YEAR_BEFORE)
            apart = -1 if before else _WORDS[word.removeprefix(_OWN)[0]]
            of_year = _OF_YEAR.search(facts.text, match.start() - _OF, match.start("word"))
            if of_year is not None:
                due = int(of_year["year"]) + apart
                yield Said(*match.span("year"), match.span("word"), told, due)
                continue
            window: Window = "block" if word.startswith(_NEXT) else "sentence"
            bases = _bases(facts, window, match.start(), match.end())
            bases |= (
                {(facts.year or min(bases, default=0)) + 1}
                if word.removeprefix(_OWN)[0] in _SPOKEN and not before
                else set()
            )
            if facts.year is None and len(bases - {told}) != 1:
                continue
            due = (
                told if told - apart in bases else _base(facts, match, word, bases - {told}) + apart
            )
            yield Said(*match.span("year"), match.span("word"), told, due)


def _side_by_side(facts: Facts) -> Iterator[Said]:
    """The second of two years compared by 同比, which is the one behind the first or before it."""
    for match in _PAIR.finditer(facts.text):
        first, told = int(match["first"]), int(match["year"])
        due = told if abs(told - first) == 1 else first + 1
        _, high = facts.windows.behind("sentence", *match.span())
        more = [m.year for m in moments_within(facts, match.end("year"), high) if m.year]
        if not more and not facts.in_table(match.start()):
            yield Said(*match.span("year"), match.span("word"), told, due)


def _later(facts: Facts) -> Iterator[Said]:
    """Years told as so many behind another; any year before it in the sentence may be that."""
    for match in _LATER.finditer(facts.text):
        low, _ = facts.windows.before("sentence", match.start())
        before = [m.year for m in moments_within(facts, low, match.start()) if m.year is not None]
        if before:
            told, apart = int(match["year"]), read(match["n"] or match["after"]) or 0
            due = told if told - apart in before else before[-1] + apart
            yield Said(*match.span("year"), match.span("word"), told, due)


def _of_one_before(facts: Facts) -> Iterator[Said]:
    """Years told to be the same as one before them in the sentence, or that which had just ended.

    What had just ended is told of the year in which it is said, which is none before it.
    """
    for pattern, apart in ((_SAME, 0), (_JUST_OVER, -1)):
        for match in pattern.finditer(facts.text):
            low, _ = facts.windows.before("sentence", match.start())
            before = [m.year for m in moments_within(facts, low, match.start()) if m.year]
            told = int(match["year"])
            if not before or (apart and told > before[-1]):
                continue
            if _MOVES_ON.search(facts.text, low, match.start()):
                continue
            right = told in before or told - apart in before or (apart and told == facts.year)
            due = told if right else before[-1] + apart
            yield Said(*match.span("year"), match.span("word"), told, due)


def _base(facts: Facts, match: re.Match[str], word: str, others: set[int]) -> int:
    """The year that a word is most likely told of: 次年 of the one before it, else the report's."""
    low, _ = facts.windows.before("block", match.start())
    told = [m.year for m in moments_within(facts, low, match.start()) if m.year is not None]
    year = facts.year
    own = year if year is not None and (year in others or not others) else min(others)
    return told[-1] if told and word.startswith(_NEXT) else own


def _bases(facts: Facts, window: Window, start: int, end: int) -> set[int]:
    """The years that such a word may be told of: the evaluated one and those of its sentence.

    Before it those of a window: 次年 may begin a sentence of its own.
    """
    low, _ = facts.windows.bounds(window, start)
    _, high = facts.windows.bounds("sentence", start)
    around = (*moments_within(facts, low, start), *moments_within(facts, end, high))
    told = {m.year for m in around if m.year is not None}
    return told | ({facts.year} if facts.year is not None else set())
