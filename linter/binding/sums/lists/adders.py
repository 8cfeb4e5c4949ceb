"""Words that lead from parts to the total behind them: 合计, 以上三项共."""

from __future__ import annotations

from linter.binding.summing import ADDED_UP
from linter.binding.sums.lists.candidate import Candidate
from linter.binding.sums.lists.openers import OPENS
from linter.binding.sums.lists.row import Row
from linter.regexes.late import regex

_BACK = regex(
    r"。(?:合计|共计|总计|小计)|以上|上述|前述|这[几两三四五六七八九]|[两二三四五六七八九十][次项者笔类块批个部路片]"
)
"""What refers back over the end of a sentence: 以上三项合计."""
_NESTED = regex(r"其中|(?:组成|构成)[,，;。]")
"""Among the parts of a sum: parts of one of them stand there too."""
_PART = regex("其中")
_TAIL = 30
"""How far before a total the words may begin that add up to it."""
_ADDS = regex(
    rf"(?:{ADDED_UP}|累计|凑|小计|总数|(?<![资负利出零][产债润口售])总额|总量|总得分|综合得分|自评总分|总分|构成|组成"
    r"|前后[投花拨用支共]|不多不少)[^,，、;。\d]{0,20}$"
    r"|(?:组成|构成)[,，](?:合计|共|满分[为是]?|总(?:投入|投资|额|规模|数|量)[为是达]?)?$"
    r"|[,，][^,，;。、\d]{0,4}得分(?:即|就)[为是]$"
    r"|[,，](?:正好|恰好|刚好|总(?:长|里程|面积|人数|户数|失分|丢分|扣分|重量?|投[资入])"
    r"|全部(?:投资|支出|投入|资金))[是为有]?$"
    r"|(?:(?<![折组综整联符配结融复吻])合|共|[,，]得)(?:[有是为]|[扣失丢]分?[了为]?)?$|共得$"
    r"|[,，]计为?$"
)
_WITH_MORE = regex(r"加上|连同|外加|算上|另加|(?<![涉普惠波顾提])及(?!时|以上)[^,，;。\d]{2,12}")
"""Between parts and what may be their total: it has another part, which is not told."""
_WITH = regex("[,，;]与[^,，;。\\d]{0,12}$")
_AGREES = regex("[^,，;。\\d]{0,6}(?:对得上|对上|相符|相合|一致|吻合|相等|轧平)")
"""Around a total that parts are said to make up: ，与总盘子1840万元对得上."""
_OF_ANOTHER = regex("[,，;](?:与|较|比)[^,，;。]*$|(?:上年|去年|上期|往年|同期)[^,，;。]*$")
"""Before a total: it is one that is compared, as that of another year."""
_GOT, _GOT_OF = regex("[,，]得$"), regex(r"分[,，]得(?:了)?[\d.]+分[,，;].*分[,，]得$")
_DID = regex(
    r"[,，;](?:[两二三四五六七八九十]个?[\u4e00-\u9fff]{1,2}?)?(?:(?:全年|总|累计)?共|全年(?:累计|总)?)(?P<did>支出|投入|发放|拨付|安排|完成|培训|建设|建成|开展|支付)(?:了|资金)?$"
)
"""共支出50万元, 三年共投入50万元, which sums up what is told as spent before."""
_GAINED = regex(
    "[,，](?:本年|全年|当年|年内)?(?:新增|净增|增加|入藏|增藏|新入)[^,，;。、\\d]{0,6}$"
)
_WAY = regex(
    "(?:征集|捐赠|受赠|移交|购买|购置|采购|调拨|划拨|划转|交换|租入|自建|自繁|引进)[^,，;。、\\d]{0,4}$"
)
"""征集36件、捐赠58件、移交17件，新增藏品111件."""
_OF_YEAR, _OF_QUARTER = regex("[,，]全年共?[是为有]?$"), regex("季度|下半年")


def may_add(row: Row, i: int, last: int) -> bool:
    """Whether what stands between the last part and a total may add the parts up."""
    end, gap = row.figures[i].end, row.between(last, i)
    agrees = _AGREES.match(row.text, end) is not None
    if (
        "占" in gap[max(gap.rfind(mark) for mark in ",，;") + 1 :]
        or not (
            _ADDS.search(gap[-_TAIL:])
            or _has_done(row, last, gap)
            or _is_of_quarters(row, last, gap)
            or is_gained(row, last, gap)
            or (agrees and _WITH.search(gap))
        )
        or OPENS.match(row.text, end, end + 8)
    ):
        return False
    if _WITH_MORE.search(gap) or (_OF_ANOTHER.search(gap) and not agrees):
        return False
    if _GOT.search(gap) and _are_got_singly(row, i):
        return False
    return "。" not in gap or bool(_BACK.search(gap))


def _are_got_singly(row: Row, i: int) -> bool:
    """Whether each mark of the sentence is got of its own full ones: 产出50分，得50分；……."""
    total = row.figures[i]
    return _GOT_OF.search(row.text, row.sentence(total)[0], total.start) is not None


def _has_done(row: Row, last: int, gap: str) -> bool:
    """Whether the total is of what the words before the parts say was done."""
    did = _DID.search(gap)
    low, _ = row.sentence(row.figures[last])
    return did is not None and did["did"] in row.text[low : row.figures[last].start]


def is_gained(row: Row, last: int, gap: str) -> bool:
    """Whether the total is what was gained, and the last parts are the ways by which it was."""
    ways = [at for at in (last - 1, last) if at >= 0 and row.is_led(at, _WAY)]
    return len(ways) > 1 and _GAINED.search(gap) is not None


def _is_of_quarters(row: Row, last: int, gap: str) -> bool:
    """Whether the total is a year's, and the last part a quarter's."""
    return bool(_OF_YEAR.search(gap)) and row.is_led(last, _OF_QUARTER)


def is_nested(candidate: Candidate) -> bool:
    """Whether among the parts stand the parts of one of them."""
    row, first, last = candidate.row, candidate.first, candidate.last
    if _goes_on_after_part(row, candidate.choice[0]):
        return True
    apart = ";" in row.text[first.end : last.end]
    begin = row.facts.own_lead(first)[0] if apart else first.end
    return bool(_NESTED.search(row.text, begin, last.start))


def _goes_on_after_part(row: Row, first: int) -> bool:
    """Whether the figure before a run is a part of a part, and the list of these goes on there."""
    if not first or not row.is_led(first - 1, _PART):
        return False
    return row.text.startswith((",", "，", ";"), row.figures[first - 1].end)
