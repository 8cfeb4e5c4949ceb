"""What the words around a row of figures say of a total and the run of parts beside it."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence

from linter.binding.sums.wholes import (
    are_denied,
    are_kinds,
    are_opposite,
    are_parallel,
    share_an_end,
)
from linter.facts.facts import Facts
from linter.facts.numeral import parse
from linter.facts.quantity import Quantity
from linter.late import regex

_REACH = 300
"""How many characters of a long sentence are looked through."""
_OPENS = regex(
    r"^[^;。)、]{0,24}?(?:拆开|细分|其中|包括|包含|内有|内含|含|分别|分为|分属|分布|构成|组成|由[^,，;。\d]{2,6}形成|具体|系|:|\(|依次|各为|划分|明细|来自|对应|分解|[分按从][^,，;。\d]{1,8}(?:看|划分|分类|区分)|情况|分[两二三四五六七八九十几]?(?:部分|类|项|块|批|路|笔))"
)
_BRACKETED = regex(r"\([^()]*\)")
_STAGE = regex("(?:至|到|截止)[^,，;。]{0,8}[末底止][^,，;。]{0,4}$")
_FROM = regex("(?<!理)[由从]$")
"""Before what was there before a change: 合并3个，总数由41个调减到37个."""
_EACH = regex("[各均][为有是得获]?$")
_SHARED = regex(r"、[^,，;。]*分别[^,，;。\d]{0,6}$")
"""Before one figure that several have each: 省、市、县分别安排250万元，……."""
_SHARED_BY = regex(
    "交叉|重叠|[剔去]重|重复(?:计|统|的|享)|同时(?:也|又)是|[包含]含?在[^,，;。]{0,6}[内中]"
)
"""Among or right behind parts: some things are counted with several of them."""
_DUE, _DONE = regex("应[\u4e00-\u9fff]{1,3}$"), regex("实[\u4e00-\u9fff]{1,3}$")
_LACKING = regex("[欠差缺短余剩尚未]")
"""Of what is due: what is done and what is lacking make it up; what else is done does not."""
_EACH_OF = regex("[,，](?:分别|依次)")
"""Behind the last of a list: each of it has one (县级支出115万元、乡镇支出23万元，分别结余……)."""
_SPENT = regex("(?P<spent>支出|支付|使用|列支|花费)|预算|安排|下达|计划|批复|到位")
_SHARE = regex(r"占[^,，;。\d]{0,12}的? ?\d[\d.]*%")
_MEASURED = regex(r"\)?的 ?\d[\d.]*%")
_TOTAL = regex(r"(?:合计|共计|总计|总数|总量|总额|总分|总得分|得分合计|全年|共)(?:有|为|是|得)?$")
_SUM = regex("(?:合计|共计|总计|总额|总数)(?:为|是)?$")
_BACK = regex(
    r"。(?:合计|共计|总计|小计)|以上|上述|前述|这[几两三四五六七八九]|[两二三四五六七八九十][次项者笔类块批个部路]"
)
"""What refers back over the end of a sentence: 以上三项合计."""
_BEGINS = regex(r"[。;(:\n]|依次|分别|包括|其中|由|各")
_ENDS = regex(r"[。;)\n]")
_ITEMS_END = regex(r"[。;\n]|其中")
_LIST_BEGINS, _LIST_ENDS = regex(r"[。(:\n]|依次|分别|包括|其中|由|各"), regex(r"[。)\n]")
"""What begins and ends a list whose items a semicolon parts."""
_LIMIT = regex(r"不[超高多大得]|≤|<")
_COMPARED = regex(r"。|比|较|上年|去年|目标|增长|下降|增加|减少")
_ENDED = regex("[。;]")
_REOPENS = regex(
    r"[。;][^,，、;。\d]{0,8}(?:其中|具体|分别|依次|包括|一是|[分按从][^,，、;。\d]{1,8}(?:看|划分|分类|区分))"
)
_BY_KIND = regex(r"[。;][分按从][^,，、;。\d]{1,8}(?:看|划分|分类|区分)[,，:]?[^,，、;。\d]{0,12}$")
"""A sentence that divides the total of the one before: 。按支出性质分类，基本支出."""
_NEXT_OPENS = regex(r"^[^。;]{0,60}。其中[:,，]?[^,，、;。\d]{0,16}$")
"""Behind a total, the next sentence tells its parts: 总支出212万元，增长5.7%。其中，人员经费."""
_YEARLY = regex("(?:上年|去年|上期|同期|上一年)(?:同期)?(?:同口径)?数?度?[是为达共有:]*$")
_YEAR = regex("年(?:度|末|底)?(?:为|是|达)?$")
_CHANGED = regex("(?:增加|减少|增长|下降|净增|多|少)(?:了|额为)?$")
_NESTED = regex(r"其中|(?:组成|构成)[,，;。]")
"""Among the parts of a sum: parts of one of them stand there too."""
_COMPOSED = regex(r"[^,，;。]{0,8}(?:组成|构成|拼|凑|合成|相加|之和)")
_LATE_OPENER = regex(
    r"(?:分别|包括|其中|具体|依次|[分按从][^,，;。\d]{1,8}(?:看|划分|分类|区分)[,，])[^,，、;。\d]{0,12}$"
)
_DISTRIBUTES = regex(r"、[^;。\d]*(?:分别|依次)[^,，、;。\d]{0,4}$")
"""Before the first of several figures, behind as many names."""
_MOST_NAMES = 120
_FAR = 40
_TIGHT = 16
_TAIL = 30
"""How far before a total the words may begin that add up to it."""
_MAY_BE_OPEN = regex(r"其中|含|有")
_ADDED_UP = regex(
    r"[,，;](?:以上|上述|前述)?(?:各|[两二三四五六七八九十])[项者部类个分]{1,2}(?:之和|合计|加总|相加|加起来|累加)"
)
"""Behind a list: all of it makes the total before it."""
_ADDS = regex(
    r"(?:合计|共计|总计|累计|累加|加总|相加|加起来|合起来|总起来|算起来|加在一起|合在一起|总和|之和|凑成|凑|总共|一共|统共|小计|拼成|并到一处|合并|汇总|归总|总数|(?<![资负利出零][产债润口售])总额|总量|总得分|综合得分|自评总分|总分|构成|组成"
    r"|[相一]加|加在一[处块]|[合归凑并靠]拢|[相]凑|并[成作]|合成|拢共|拢总|通共|不多不少|凑[足齐])[^,，、;。\d]{0,20}$"
    r"|[,，](?:正好|恰好|刚好|总(?:长|里程|面积|人数|户数|失分|丢分|扣分|重量?|投资))[是为有]?$|(?:(?<![折组综整联符配结融复吻])合|共|[,，]得)[有是为]?$"
)
_GOT, _GOT_OF = regex("[,，]得$"), regex(r"分[,，]得(?:了)?[\d.]+分[,，;].*分[,，]得$")
_REST = regex(r"(?:余下|其余|其[他它]|另外|另一[部批块类期处])[^,，;。\d]{0,10}$")
"""Before the last part: with it the list is whole."""
_LEFT = regex(r"剩(?:下|余)[^,，;。\d]{0,10}$")
"""The same, but of money: what is not spent."""
_NUMBER_OF = (
    r"(?P<number>[两二三四五六七八九十]|\d{1,2})(?=[项类部块路笔批级头次者方种档个份处大期])"
)
_NUMBERED = regex(rf"(?<![第\d.前后末首头])(?!二[期级类批档次])(?!.期工程){_NUMBER_OF}")
"""How many parts there are: 三项合计1742人次, 分在五个乡镇:, 34亩、13亩, 两类的……."""
_SUMMED_UP = regex(
    r"(?:[^,，;。\d]{0,8}[,，;](?:以上|上述|这)?|\)[等这]?)(?:\d+|.)(?:.(?=[项类部块路者种]))?."
)
_DIVIDED = regex(f"(?<=[分共由]){_NUMBER_OF}")
"""分两期轮训，头一期……; 缺口由两头形成，……."""
_BESIDE = regex(r"[\u4e00-\u9fff]{0,6}[,，][^,，;。、:()\d]{0,10}")
_ITEM = regex(r"[^,，;。、:()\d]{0,4}[、和及][^,，;。、:()\d]{0,10}")
_LOOSE_ITEM = regex(r"[^,，;。、:()\d]{0,6}[,，、][^,，;。、:()\d]{0,12}")
_CLAUSE_ENDS, _MANY_ITEMS = regex("[^,，;。、:()\\d]{0,4}(?:$|[。;\n])"), 3
_NO_MORE = regex(
    r"[^,，;。、:()\d]{0,8}(?:$|[。;)\n]|[,，](?![^。;]{0,10}(?:其[余他]|余|剩|另|还有|等|外)))"
)
"""A list right behind a figure, its items, and what ends it: 办会36场，线上14场、线下22场，……."""
_NO_KINDS = regex(
    "其中|主要|依次|分别|包括|[各含实由为比较]|同比|增|减|超"
    "|年[初末底]|期[初末]|[库结]存|[,，]加|剔|领|受理|通过|[办结立][结案]|完成|收回|[拨支交缴]付|支出|签约|审[核批]|移送|申请|参加|到[会位账]|获|达|已|未|退|合格|整改"
    "|女|党员|残疾|脱贫|低保|少数民族|退役|困难"
)
"""In such a list: what is no name of a kind of the total's things, or of kinds that overlap."""
_AND_SO_ON = regex("[^,，;。、\\d]{0,4}等(?! ?[两二三四五六七八九十\\d])")
_TREE_LEVEL = regex(r"([一二三四1-4])级(?:绩效|评价)?(?:指标|目录)")
_ADDED_LAST = regex(r"[,，](?:再)?(?:加上|算上|连同)[^,，;。\d]*$")
_DID = regex(
    r"[,，;](?:(?:全年|总|累计)?共|全年(?:累计|总)?)(?P<did>支出|投入|发放|拨付|安排|完成|培训|建设|建成|开展|支付)(?:了|资金)?$"
)
"""共支出50万元, which sums up what is told as spent before."""
_IN_TOTAL = regex(r"(?:总|合计|共计?)[^,，;。\d]{0,6}$")
"""除公用经费43万元外，其余157万元……，全年总支出200万元."""
_OF_YEAR, _OF_QUARTER = regex("[,，]全年共?[是为有]?$"), regex("季度|下半年")
_IN_ALL = regex(r"[,，][^,，;。\d]{0,4}总[^,，;。\d]{0,8}$")
"""加上…280万元，总投资定为6100万元."""
OPEN_HEDGES = ("above", "under", "range")
"""Hedges that leave a figure without a bound."""


class Wording:
    """Answers of one row: ``i`` is the place of the total in it, ``choice`` those of the parts."""

    def __init__(self, facts: Facts, figures: Sequence[Quantity], depths: Sequence[int]) -> None:
        self._facts, self._figures, self._depths = facts, figures, depths
        self._text = facts.text
        self._joined: dict[tuple[int, int], bool] = {}
        self._led: dict[tuple[int, re.Pattern[str]], bool] = {}
        self._told: dict[tuple[int, int, re.Pattern[str]], list[int]] = {}

    def may_be_cued(self, i: int, neighbour: int) -> bool:
        """Whether words between a total and the part beside it may join them."""
        found = self._joined.get((i, neighbour))
        if found is None:
            opens = self._may_open if neighbour > i else self._may_add
            found = self._joined[i, neighbour] = opens(i, neighbour)
        return found

    def _may_open(self, i: int, first: int) -> bool:
        gap = self._gap(i, first)
        listed = bool(_DISTRIBUTES.search(gap))
        if len(gap) > (_MOST_NAMES if listed or _NEXT_OPENS.match(gap) else _FAR):
            return False
        if _ENDED.search(gap) and not _REOPENS.search(gap):
            return False
        return "由" in gap or self._is_called_total(i) or self._leads_on(i, first, gap)

    def _leads_on(self, i: int, first: int, gap: str) -> bool:
        """Whether the words before the first part alone open a list."""
        return (
            bool(_OPENS.match(gap))
            or bool(_BY_KIND.search(gap))
            or bool(_NEXT_OPENS.match(gap))
            or bool(_DISTRIBUTES.search(gap))
            or (first > i + 1 and bool(_LATE_OPENER.search(gap)))
        )

    def _may_add(self, i: int, last: int) -> bool:
        end = self._figures[i].end
        gap = self._text[self._figures[last].end : self._figures[i].start]
        if (
            "占" in gap[max(gap.rfind(mark) for mark in ",，;") + 1 :]
            or not (
                _ADDS.search(gap[-_TAIL:])
                or self._is_added_up(last, gap)
                or self._has_done(last, gap)
                or self._is_of_quarters(last, gap)
            )
            or _OPENS.match(self._text, end, end + 8)
        ):
            return False
        if _GOT.search(gap) and self._are_got_singly(i):
            return False
        return "。" not in gap or bool(_BACK.search(gap))

    def _are_got_singly(self, i: int) -> bool:
        """Whether each mark of the sentence is got of its own full ones: 产出50分，得50分；……."""
        total = self._figures[i]
        return _GOT_OF.search(self._text, self._sentence(total)[0], total.start) is not None

    def _has_done(self, last: int, gap: str) -> bool:
        """Whether the total is of what the words before the parts say was done."""
        did = _DID.search(gap)
        low, _ = self._sentence(self._figures[last])
        return did is not None and did["did"] in self._text[low : self._figures[last].start]

    def _is_of_quarters(self, last: int, gap: str) -> bool:
        """Whether the total is a year's, and the last part a quarter's."""
        lead = self._facts.own_lead(self._figures[last])
        return bool(_OF_YEAR.search(gap) and _OF_QUARTER.search(self._text, *lead))

    def _is_added_up(self, last: int, gap: str) -> bool:
        """Whether the last part is added to the others, and all of them make a whole."""
        lead = self._facts.own_lead(self._figures[last])
        return bool(_IN_ALL.search(gap) and _ADDED_LAST.search(self._text, *lead))

    def _gap(self, i: int, first: int) -> str:
        """What stands between a total and the first part behind it, without brackets."""
        gap = self._text[self._figures[i].end : self._figures[first].start]
        return _BRACKETED.sub("", gap)

    def is_of_other_things(self, i: int, choice: list[int]) -> bool:
        """Whether the words make the total and its parts of different things.

        Parts of which each counts several times (市县各20万元); what had been reached by a day; a
        sum of spending beside parts of a budget; amounts that rates measure (为预算的94%).
        """
        text, figures = self._text, self._figures
        leads = [text[slice(*self._facts.own_lead(figures[k]))] for k in choice]
        if any(self._is_led(k, _EACH) for k in choice):
            return True
        shared = (figures[k].end for k in choice if self._is_led(k, _SHARED))
        if any(text[end : end + 1] not in "、和" for end in shared):
            return True
        own = text[slice(*self._facts.own_lead(figures[i]))]
        places = [figures[k] for k in (i, *choice)]
        span = min(f.end for f in places), max(f.start for f in places) + _TIGHT
        if _SHARED_BY.search(text, *span):
            return True
        due = _DUE.search(own) and any(_DONE.search(lead) for lead in leads)
        if due and not any(_LACKING.search(lead) for lead in leads):
            return True
        listed = i > 0 and text.startswith("、", figures[i - 1].end)
        if listed and choice[0] > i and _EACH_OF.match(text, figures[i].end):
            return True
        bracketed = self._depths[choice[0]] > self._depths[i]
        if (_STAGE.search(own) and not bracketed) or _FROM.search(own):
            return True
        if _is_spent(own) and any(_is_spent(lead) is False for lead in leads):
            return not any(_is_spent(lead) for lead in leads)
        first, last = figures[choice[0]], figures[choice[-1]]
        return bool(_MEASURED.search(_SHARE.sub("", text[first.end : last.start])))

    def is_cued(self, i: int, choice: list[int]) -> bool:
        """Whether words open the run after its total, or add it up before."""
        ahead = choice[0] > i
        if not self.may_be_cued(i, choice[0] if ahead else choice[-1]):
            return False
        if ahead and not self._is_opened(i, choice):
            return False
        return (ahead or not self._is_nested(choice)) and self.is_delimited(i, choice)

    def is_whole(self, i: int, choice: list[int]) -> bool:
        """Whether words say that these are all the parts: so many of them, or 其余 the last."""
        first, last = self._figures[choice[0]], self._figures[choice[-1]]
        total = self._figures[i]
        if i > choice[0]:
            if _REST.search(self._text, *self._facts.own_lead(last)) and _IN_TOTAL.search(
                self._text, *self._facts.own_lead(total)
            ):
                return True
            numbers = self._numbers(last.end, total.start, total.dimension)
            return len(choice) in numbers and self.is_delimited(i, choice)
        gap = self._text[total.end : first.start]
        if "。" in gap:
            return False
        lead = self._facts.own_lead(last)
        if total.dimension != "score" and _REST.search(self._text, *lead):
            return True
        if total.dimension != "money" and _LEFT.search(self._text, *lead):
            return True
        begin = total.end + max(gap.rfind(mark) for mark in ",，;") + 1
        summed_up = _SUMMED_UP.match(self._text, last.end)
        behind = summed_up.end() if summed_up else last.end
        numbers = [
            *self._numbers(total.end, first.start, total.dimension, _DIVIDED),
            *self._numbers(begin, first.start, total.dimension),
            *self._numbers(last.end, behind, total.dimension),
        ]
        return len(choice) in numbers and self.is_delimited(i, choice)

    def _numbers(
        self, low: int, high: int, dimension: str, pattern: re.Pattern[str] = _NUMBERED
    ) -> list[int]:
        """The numbers of parts that words between two places speak of."""
        key = low, high, pattern
        found = self._told.get(key)
        if found is None:
            found = self._told[key] = list(self._numbers_between(low, high, dimension, pattern))
        return found

    def _numbers_between(
        self, low: int, high: int, dimension: str, pattern: re.Pattern[str]
    ) -> Iterator[int]:
        figures = {f.start for f in self._facts.within(low, high) if f.dimension == dimension}
        for found in pattern.finditer(self._text, low, high):
            if found.start() not in figures:
                yield parse(found["number"]) or int(found["number"])

    def _is_opened(self, i: int, choice: list[int]) -> bool:
        gap = self._gap(i, choice[0])
        return (
            self._leads_on(i, choice[0], gap)
            or (len(choice) > 2 and self._is_called_total(i))
            or ("由" in gap and bool(_COMPOSED.match(self._text, self._figures[choice[-1]].end)))
        )

    def _is_nested(self, choice: list[int]) -> bool:
        """Whether among the parts stand the parts of one of them."""
        first, last = self._figures[choice[0]], self._figures[choice[-1]]
        apart = ";" in self._text[first.end : last.end]
        begin = self._facts.own_lead(first)[0] if apart else first.end
        return bool(_NESTED.search(self._text, begin, last.start))

    def _sentence(self, figure: Quantity) -> tuple[int, int]:
        """The sentence of a figure, as far as it may have to do with it."""
        low, high = self._facts.windows.bounds("sentence", figure.start)
        return max(low, figure.start - _REACH), min(high, figure.end + _REACH)

    def is_sum(self, k: int) -> bool:
        """Whether a figure sums up those before it, and so is none of them."""
        return self._is_led(k, _SUM)

    def _is_called_total(self, i: int) -> bool:
        """Whether the words before a figure call it a total (共664户，甲镇132户、乙镇352户……)."""
        return self._is_led(i, _TOTAL)

    def _is_led(self, k: int, words: re.Pattern[str]) -> bool:
        """Whether the words of a figure's own before it hold some."""
        found = self._led.get((k, words))
        if found is None:
            lead = self._facts.own_lead(self._figures[k])
            found = self._led[k, words] = words.search(self._text, *lead) is not None
        return found

    def is_broken(self, i: int, choice: list[int]) -> bool:
        """Whether a sentence ends among the figures, or words compare them."""
        places = sorted((i, *choice))
        words = self._text[self._figures[places[0]].end : self._figures[places[-1]].start]
        return bool(_COMPARED.search(words))

    def is_uneven(self, i: int, choice: list[int]) -> bool:
        """Whether sentences end between some of the parts only, or the parts are years compared."""
        gaps = [
            self._text[self._figures[a].end : self._figures[b].start]
            for a, b in itertools.pairwise(choice)
        ]
        ends = ["。" in gap for gap in gaps]
        if any(ends) and (len(gaps) == 1 or not all(ends)):
            return True
        low, high = self._facts.own_lead(self._figures[choice[0]])
        gaps.append(self._text[max(low, high - _TIGHT) : high])
        low, high = self._facts.own_lead(self._figures[i])
        yearly = _YEAR if _CHANGED.search(self._text, low, high) else _YEARLY
        return any(yearly.search(gap) for gap in gaps)

    def is_mixed(self, i: int, choice: list[int]) -> bool:
        """Whether the list begins with things counted with another word: 16台包括床9套、灯3台."""
        total, first = self._figures[i], self._figures[choice[0]]
        if not total.dimension.startswith("count:"):
            return False
        between = self._facts.within(total.end, first.start)
        return any(
            f.dimension.startswith("count:") and f.dimension != total.dimension for f in between
        )

    def is_tight(self, places: list[int]) -> bool:
        """Whether the figures follow each other closely, as the items of a list do."""
        gaps = (
            self._figures[b].start - self._figures[a].end
            for a, b in itertools.pairwise(sorted(places))
        )
        return all(gap <= _TIGHT for gap in gaps)

    def has_hedged(self, i: int, choice: list[int]) -> bool:
        """Whether an approximate figure of the unit stands among or next to the parts.

        It may be a part too.
        """
        total, first, last = (self._figures[k] for k in (i, choice[0], choice[-1]))
        low, high = self._sentence(first)[0], self._sentence(last)[1]
        if total.start < first.start:
            low = total.end
        else:
            high = total.start
        alike = [
            f
            for f in self._facts.within(low, high)
            if f.dimension == total.dimension and f.per is None and not self._is_aside(f, first)
        ]
        inner = [n for n, f in enumerate(alike) if first.start <= f.start <= last.start]
        near = alike[max(0, inner[0] - 1) : inner[-1] + 2]
        return any(f.hedge in OPEN_HEDGES and not _LIMIT.match(self._text, f.start) for f in near)

    def _is_aside(self, figure: Quantity, first: Quantity) -> bool:
        """Whether a figure before a list stands in a bracket that ends before it."""
        between = figure.end, first.start
        return self._text.count(")", *between) > self._text.count("(", *between)

    def is_closed(self, i: int, choice: list[int]) -> bool:
        """Whether the words leave no room for parts that are not listed."""
        if choice[0] < i:
            return True
        gap = self._text[self._figures[i].end : self._figures[choice[0]].start]
        behind = self._figures[choice[-1]].end
        return not (_MAY_BE_OPEN.search(gap) or "主要" in gap) or bool(
            _ADDED_UP.match(self._text, behind)
        )

    def is_beside(self, i: int, choice: list[int]) -> bool:
        """Whether a list joined by 、 stands right behind the total, and nothing more is told.

        So may a longer one joined by commas that ends its clause.
        """
        places = (i, *choice)
        ends = [
            (self._figures[a].end, self._figures[b].start) for a, b in itertools.pairwise(places)
        ]
        return (
            choice[0] == i + 1
            and self._figures[i].dimension != "score"
            and _BESIDE.fullmatch(self._text, *ends[0]) is not None
            and self._are_items(choice, ends[1:])
            and _NO_KINDS.search(self._text, ends[0][0], ends[-1][1]) is None
        )

    def _are_items(self, choice: list[int], gaps: list[tuple[int, int]]) -> bool:
        behind = self._figures[choice[-1]].end
        if all(_ITEM.fullmatch(self._text, *gap) for gap in gaps):
            return _NO_MORE.match(self._text, behind) is not None
        return (
            len(choice) >= _MANY_ITEMS
            and self._is_first(choice)
            and all(_LOOSE_ITEM.fullmatch(self._text, *gap) for gap in gaps)
            and _CLAUSE_ENDS.match(self._text, behind) is not None
        )

    def _is_first(self, choice: list[int]) -> bool:
        """Whether the figure before a list begins its clause and has another name than the items.

        Else it is an item too: 中央资金300万元，省级资金100万元，…….
        """
        i = choice[0] - 1
        total = self._figures[i]
        lead = self._text[slice(*self._facts.own_lead(total))]
        clause, _ = self._facts.windows.bounds("clause", total.start)
        if ":" in lead or (i and self._figures[i - 1].start >= clause):
            return False
        ends = {self._text[self._figures[k].start - 1] for k in choice}
        return lead.rstrip("有为是共")[-1:] not in ends

    def are_kinds(self, i: int, choice: list[int]) -> bool:
        """Whether a list right behind the total, to its sentence's end, names all its kinds."""
        total = self._figures[i]
        if choice[0] != i + 1 or total.dimension == "score":
            return False
        gap = self._gap(i, choice[0])
        parts = [self._figures[k] for k in choice]
        leads = (
            self._is_called_total(i)
            or self._leads_on(i, choice[0], gap)
            or are_denied(self._text, total.end, parts)
            or are_opposite(self._text, total.end, parts)
            or (share_an_end(self._text, total.end, parts) and self._is_first(choice))
        )
        paired = self._is_called_total(i) and are_parallel(self._text, total.end, parts)
        return (
            leads
            and len(gap) <= _FAR
            and "。" not in self._text[total.end : self._figures[choice[-1]].start]
            and self.is_delimited(i, choice)
            and (paired or are_kinds(self._text, total.end, parts))
        )

    def is_partial(self, choice: list[int]) -> bool:
        """Whether the list is no partition: 等 behind it, or levels of a tree, one in another."""
        first, last = self._figures[choice[0]], self._figures[choice[-1]]
        if _AND_SO_ON.match(self._text, last.end):
            return True
        low, _ = self._facts.own_lead(first)
        levels = {match[1] for match in _TREE_LEVEL.finditer(self._text, low, last.start)}
        return len(levels) > 1

    def is_sibling(self, i: int, choice: list[int]) -> bool:
        """Whether only an item's name parts the total from the run: it is an item too."""
        first, second = sorted((i, choice[0] if choice[0] > i else choice[-1]))
        gap = self._text[self._figures[first].end : self._figures[second].start]
        return gap.startswith("、")

    def is_delimited(self, i: int, choice: list[int]) -> bool:
        """Whether the run reaches the end of its clause, bracket or sentence (or its beginning)."""
        if choice[0] > i:
            last, k = self._figures[choice[-1]], choice[-1] + 1
            following = next(
                (
                    self._figures[n]
                    for n in range(k, len(self._figures))
                    if self._depths[n] <= self._depths[choice[-1]]
                ),
                None,
            )
            between = self._text[last.end : following.start][:_FAR] if following else "。"
            if len(between) == _FAR:
                return True
            if self._has_own_brackets(choice):
                return bool(_ITEMS_END.search(between))
            return bool(
                (_LIST_ENDS if self._is_parted_by_semicolons(choice) else _ENDS).search(between)
            )
        first, k = self._figures[choice[0]], choice[0] - 1
        preceding = next(
            (
                self._figures[n]
                for n in range(k, -1, -1)
                if self._depths[n] <= self._depths[choice[0]]
            ),
            None,
        )
        if preceding and choice[-1] < i and self._is_total_before(preceding, i, choice):
            return True
        between = self._text[preceding.end : first.start] if preceding else "。"
        gap = self._text[self._figures[choice[-1]].end : self._figures[i].start]
        apart = ";" in gap and not self._is_parted_by_semicolons(choice)
        if apart:
            return ";" not in between and bool(_LIST_BEGINS.search(between))
        return bool(_BEGINS.search(between))

    def _is_total_before(self, preceding: Quantity, i: int, choice: list[int]) -> bool:
        """Whether the figure before a list tells its total, or what the list comes to."""
        return preceding.value.meets(self._figures[i].value) or preceding.printed == sum(
            self._figures[k].printed for k in choice
        )

    def _has_own_brackets(self, choice: list[int]) -> bool:
        """Whether each part stands in a bracket of its own: 决策(20分)、过程(20分)."""
        a, b = (self._figures[k] for k in choice[:2])
        return self._text.startswith(")", a.end) and self._text.startswith("(", b.start - 1)

    def _is_parted_by_semicolons(self, choice: list[int]) -> bool:
        a, b = (self._figures[k] for k in choice[-2:])
        return ";" in self._text[a.end : b.start]


def _is_spent(lead: str) -> bool | None:
    """Whether the words before a figure say that it was spent, or, if not, allotted."""
    words = [found["spent"] for found in _SPENT.finditer(lead)]
    return words[-1] is not None if words else None
