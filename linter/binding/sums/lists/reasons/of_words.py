"""Words that say that parts are of other things than the total, or may be."""

from __future__ import annotations

import itertools

from linter.binding.summing import ADDED_UP
from linter.binding.sums.lists.candidate import FAR, TIGHT, Candidate
from linter.facts.numeral import parse
from linter.facts.quantity import OPEN_HEDGES, Quantity
from linter.facts.status import status
from linter.regexes.late import regex

_GOES_ON = regex(
    r"(?:[,，(]占[^,，;。()\d]{0,6}\d[\d.]*%\)?)?[^,，;。、()\d]{0,6}(?:[,，、;](?:其余|其[他它]|剩余|余下|剩下|另[有外]|还[有包])|以?及|外加|加上)"
    r"(?:\d{4}年|[^,，;。\d])*(?:$|[。;,，\n])"
)
"""Behind a part: 服务280万元、工程200万元，其余为人工补助。设备60万元及少量管理费。"""
_SO_MANY = regex(
    r"(?P<number>[两二三四五六七八九十])个?(?:[项类批期者笔处块种档]|部分|方面)"
    rf"[^,，;。\d]{{0,4}}(?:小计|共|{ADDED_UP})[^,，;。\d]{{0,6}}$"
)
"""Before a total: of how many it is said to be."""
_TELLING = 2
"""How many characters at the head of a name tell it from others: 时效 of 时效指标."""
_OF_OTHERS = regex(
    r"(?:(?P<rest>其余|其[他它]|余下|剩下|另[有外]?)"
    r"|(?P<names>[^\W\d与和及、]{1,8}(?:[与和及、][^\W\d与和及、]{1,8}?)+)的?)"
    r"(?:[两二三四五六七八九十]|\d{1,2})个?(?:[项类批期者笔处块种档村镇乡县区片]|部分|方面|维度)"
)
"""Between parts and a total: whose that is, of those that the parts are not of."""
_JOINS = regex("[与和及、]")
_ALL_ALIKE = regex("(?:[均皆]|[各都同](?=[为是得有占]))(?:[为是得有占]|达到?)?$")
"""Right before what each of several has: 时效与成本两项满分均为10分."""
_MORE = regex(r"多(?:支出?|[花用收付投])[^,，;。\d]{0,6}$|增加[^,，;。\d]{0,3}$")
_LESS = regex(r"少(?:支出?|[花用收付投])[^,，;。\d]{0,6}$|减少[^,，;。\d]{0,3}$")
"""Before by how much more, or less, was spent."""
_EXCEEDED = regex(r"(?:超[过出额]?|[多高少低]于|不足|未达到?|[比较])[^,，;。\d]{0,10}$")
_OF_GOAL = regex(r"[^,，;。\d]{0,4}的[\u4e00-\u9fff]{0,4}(?:目标|计划|任务|要求|指标)")
"""Before and behind a goal: 超过新改建共18座的目标."""
_EACH = regex(
    "[各均都][为有是得获奖补给发安拨扣减占]?[励助放排付]?$|各(?:[增新配建添联带派设发抽选招扣]|结对?)[\u4e00-\u9fff]{0,6}$"
)
_OF_EACH = regex("每(?![年月周天日次])")
_EXTREME = regex("最[多少高低大小][^,，;。\\d]{0,12}$")
_CHANGED_IN_TURN = regex(
    "(?:分别|依次)(?:同比|净)?(?:[增减]少?加?|节[约省]|下降|上升|提高|压减|增长|缩短|降低|[多少高低])[了出]?$"
)
_LEFT_OF_YEARS = regex(
    "(?:累计|滚存|历年|账面)[^,，;。\\d]{0,4}(?:结余|余额|结存)[^,，;。\\d]{0,3}$"
)
_NEXT, _SUMS_UP = regex("、[\u4e00-\u9fff]{1,4}"), regex("[合总共]计|总额?|共|累计")
_SUMMED = regex(f"(?:{ADDED_UP}|共|累计)[^,，;。\\d]{{0,4}}$")
_HOLDS = regex("其中|包括|包含|含|由|构成|组成|:")
"""Between a whole and its parts, whatever the whole is called."""
_LEVEL = regex("中央|[省市州县区乡镇村本]级|自筹")
_ITEMISED = regex(
    r"(?:明细|构成|组成|分别|依次|包括|其中|用于|去向|投向|来源|安排|如下|分[为类项块]|[项类笔块][资用支]?[金途出]?)"
    r"[^,，;。:\d]{0,6}:"
)
"""What announces a list."""
_MOST_LISTED = 12
"""So many items before one are looked at."""
_LIST_ITEM = regex(r"[,，、;]?[^,，;。、:()\d]{1,20}")
"""Before an item of a list, behind the one before it."""
_OF_BARE = regex(rf"\d[\d.,]*(?:[、+]\d[\d.,]*)+(?:和\d[\d.,]*)?(?:{ADDED_UP})后?[为是得共]?$")
_FULL_MARKS, _OBTAINED = regex("满分[为是]?$"), regex("[、,，]?(?:自评|实际)?实?得分?[为是]?")
"""Before full marks; between them and what was got of them."""
_FORMULA, _WITHIN = regex("[×≈÷]"), regex("含[^,，;。]{0,10}$")
_IS = regex("[,，]?[共总]?[计为是]{0,2}")
_SHARED = regex(
    "(?<!没有)(?<![互不无没未])(?:交叉|重叠|重复(?:计|统|的|享)|[剔扣去]除重复)|兼任"
    "|部分[^,，;。]{0,8}[也又]是|[剔去]重|同时(?:[也又]是|列[入在]|反映|存在|涉及|享受|具备|符合"
    "|参加|选)|(?:两|二|三|几)[者项种类](?:都|均|皆|兼|同时)|兼[有具]"
    "|[两二三多]次(?:享受|领取|参[加训]|申[领请])|[包含]含?在[^,，;。]{0,6}[内中]"
)
"""Among or right behind parts: some things are counted with several of them."""
_APART = regex(r"[^。;\d]{0,12}(?:互不|[没无]有?|[未不])(?:存在|出现)?(?:交叉|重叠|重复|兼任)")
_BECAME = regex("[\u4e00-\u9fff]{0,4}[,，](?:目前|现|年[末底])?均?已[^,，;。\\d]{1,8}")
"""Between two parts: the next is of those that are told before it."""
_COMMA = regex("[,，]")
_DUE = regex("(?:应[\u4e00-\u9fff]{1,3}|(?:申请|申报|需求|报名)[\u4e00-\u9fff]{0,4})$")
_DONE = regex("实[\u4e00-\u9fff]{1,3}$")
_POSTS, _HELD = regex("编制[数为有共]*$"), regex("[,，](?:实有|现有|在岗)")
"""Before how many posts there are; before how many are held."""
_LACKING = regex("[欠差缺短余剩尚未]")
"""Of what is due: what is done and what is lacking make it up; what else is done does not."""
_VACANT = regex("(?:空编|缺编|空缺|空岗|缺员|空额)[^,，;。\\d]{0,4}$")
_PRESENT = regex("(?:在岗|在编|在职|在册|实有|现有|到岗|[选招]聘|聘用|招录)[\u4e00-\u9fff]{0,6}$")
_MAY_CROSS = (
    (regex("女"), regex("男|儿童|婴幼?儿|老人")),
    (regex("岁[以及]|周岁|年龄"), regex("^(?!.*(?:学历|职称|本科|专科|大专|硕士|党员))")),
    (regex("(?<!非)党员"), regex("非党员|群众|团员|民主党派|无党派")),
)
"""What people of other kinds may be too, and the kinds beside which it is one of its own."""
_ENDS = regex("。(?! *(?:再|另)?加上?)")
"""Between parts: a sentence ends, and the next does not add to it."""
_SPENT = regex("(?P<spent>支出|支付|使用|列支|花费)|预算|安排|下达|计划|批复|到位")
_CHANGED_FROM = regex("[由从][^,，;。]{0,10}$")
_TO = regex(
    "[增减升降提扩压缩调上下](?:[^,，;。]{0,4}[到至]|为)[^,，;。]{0,8}$|[改调更][正整]?(?:为|成|到)[^,，;。]{0,4}$"
)
"""Before what was there before a change, and behind that before what is there now."""
_PARTED = regex("[,，;。、:]")
"""Between what was and what is there where these are of two things."""
_FROM_OR_TO = regex("[由从][^,，;。]{0,4}$|[到至]了?$")
"""Before what was there before a change, or is there now."""
_CHANGED_BY = regex(
    "(?:压减|减少|增加|降低|下降|提高|增长|调减|调增|[增降减]了?)[^,，;。\\d]{0,4}$"
)
_EACH_COSTS = regex(r"每[^,，;。\d]{1,8}\d[^;。]*$")
_PRICES = regex("(?:标准|单价|每[\u4e00-\u9fff]{1,2})[^,，;。\\d]{0,4}(?:依次|分别|各)[^,，;。]*$")
_COMES_TO = regex("(?:^|[,，])(?:全年|合计|[共总]?计|共|即|需|应付)[为需]?$")
"""Before a part: what one of many costs, and that they come to it."""
_AFTER = regex(
    "(?<=[,，;(])[其该]?(?:扩[能建容大充]|改[造建扩]|升级|提[标升质]|调整|整合|优化|变更|压[减缩]|核减)[之以]?后"
    "(?:的)?[\u4e00-\u9fff]{0,2}(?:能力|规模|总量|产能)?(?:增|变|升|降|减|扩|达)?[为至到是有]{0,2}$"
)
"""Before what there is after a change of what was told before: ，扩能后为120吨."""
_COMPARED = regex(
    r"。|比|较|上年|去年|目标|增长|下降|增加|减少|超出?(?!市)|高[于出]|低于|[升降落涨跌]到|回[落升]"
)
_AND_SO_ON = regex("[^,，;。、\\d]{0,4}等(?! ?[两二三四五六七八九十\\d])")
_ADDED_TO = regex(r"加上[^,，;。\d]*$")
_BY_HOW_MUCH = regex(r"[比较][^,，;。\d]{1,12}[多少高低]了?出?$")
_RAISED = regex(
    r"(?:比(?![例重率])|较)[^,，;。:、\d]{1,10}"
    r"(?:(?:[提调][高升]|上[升浮调涨]|增[加长]|降低|下[降浮调]|减少|节[约省])了?|[多少高低]了?出?)$"
)
"""The same of anything: 第二轮较第一轮提高5.30元."""
_MORE_THAN = regex(
    r"(?:[比较](?:上年|去年|同期|\d{4}年|计划|预算)[^,，;。]{0,4}|同比)"
    r"(?:[增减]|[多少高低]了?出?)[^,，;。:、\d]{0,3}$"
)
"""Before what a figure is more or less than the year before, or planned."""
_OF_THOSE = regex(
    "(?:合计|[总一]?共计?|总计)(?P<done>合格|达标|通过|检出|办结|入选|获批)[为了有]?$"
)
"""Before a total: it is of those of the parts that came out so."""
_WIDER = regex(
    "[,，;](?:目前|现)?(?P<wider>全[省市县区镇乡村]|建成区)[^,，;。]{0,6}(?:累计[\u4e00-\u9fff]{2}|总[数量])[^,，;。]{0,2}$"
)
"""Before a total: it is of a whole place, with what was there before."""
_GOAL, _RESULT = regex("目标|计划|任务|指标值"), regex("完成|实现|建成|改造|发放|培训了")
_FIRST = regex("(?:首|第一)[批笔期次轮][^,，;。:、\\d]{0,6}$")
_THEN = regex("\\d月|又|再(?!生)|随后|其后|第[二三]")
"""Before a total that is the first of several; between it and those that came later."""
_HELD_AGAINST = regex(r"[比较][^,，;。\d]{0,10}(?:\d{4}年的?)?$")
_BY = regex("[,，]?(?:[提调][高升]|增[加长]|上[升涨调]|降低|下[降调]|减少|[多少高低])[了出]?")
"""Before what a figure is held against, and between that and by how much they differ."""
_PRICED = regex("(?:合同|审定|中标|送审|控制|结算|成交)(?:价|额|金额|总价)[为是]?$")
_PAID = regex("(?:支付|拨付|付款|结清|兑付)[^,，;。\\d]{0,3}$")
_PAIR = 2
_UNBOUND = (*OPEN_HEDGES, "more")


def is_first_of_lots(candidate: Candidate) -> bool:
    """Whether the total is the first of several: 首批中央资金200万元，9月15日又下达420万元."""
    first = candidate.ahead and candidate.row.is_led(candidate.i, _FIRST)
    return first and _THEN.search(candidate.gap) is not None


def are_base_and_change(candidate: Candidate) -> bool:
    """Whether a part is by how much there is more than the one before it: 比82元提高了8元."""
    row, choice = candidate.row, candidate.choice
    return any(
        row.is_led(a, _HELD_AGAINST) and _BY.fullmatch(row.between(a, b)) is not None
        for a, b in itertools.pairwise(choice)
    )


def is_price_of_payments(candidate: Candidate) -> bool:
    """Whether the total is what works were priced at, and the parts are payments, of others too."""
    row = candidate.row
    return row.is_led(candidate.i, _PRICED) and any(row.is_led(k, _PAID) for k in candidate.choice)


def is_by_how_much(candidate: Candidate) -> bool:
    """Whether the total is by how much one figure is more or less than another: 比二季度多16起."""
    return candidate.row.is_led(candidate.i, _BY_HOW_MUCH)


def has_change_of_total(candidate: Candidate) -> bool:
    """Whether a part is what the total has changed by: 预算162万元，比上年增12万元.

    Or one of only two parts is by how much anything has: 第二轮较第一轮提高5.30元.
    """
    row, words = candidate.row, [_MORE_THAN]
    if len(candidate.choice) == _PAIR:
        words.append(_RAISED)
    changed = [any(row.is_led(k, each) for each in words) for k in candidate.places]
    return not changed[0] and any(changed) and not all(changed[1:])


def is_shared(candidate: Candidate) -> bool:
    """Whether a part is one of several alike (市县各20万元), or things are counted twice."""
    row = candidate.row
    if any(row.is_led(k, _EACH) for k in candidate.choice) or _is_of_each(candidate):
        return True
    figures = [row.figures[k] for k in candidate.places]
    span = min(f.end for f in figures), max(f.start for f in figures) + TIGHT
    return _SHARED.search(row.text, *span) is not None


def _is_of_each(candidate: Candidate) -> bool:
    """Whether a list before its total is what each of several has: 6条街，每街2个、4个，共36个."""
    row, start = candidate.row, candidate.first.start
    low = max(row.text.rfind(mark, max(0, start - FAR), start) for mark in ",，;。\n")
    if candidate.ahead or not _OF_EACH.match(row.text, low + 1):
        return False
    listed = row.facts.within(low + 1, candidate.last.end)
    each = sum(f.printed for f in listed if f.dimension == candidate.total.dimension)
    before = row.facts.within(row.sentence(candidate.first)[0], low + 1)
    return any(f.printed * each == candidate.total.printed for f in before)


def is_balance_of_years(candidate: Candidate) -> bool:
    """Whether the total is what is left of all years, its parts this year's: 累计结余4.3亿元."""
    return not candidate.ahead and candidate.row.is_led(candidate.i, _LEFT_OF_YEARS)


def is_of_extremes(candidate: Candidate) -> bool:
    """Whether parts are the most and the least of several: 最多的带9个，最少的带2个."""
    return any(candidate.row.is_led(k, _EXTREME) for k in candidate.choice)


def are_changes_in_turn(candidate: Candidate) -> bool:
    """Whether the parts are by how much several figures changed: 218人、18人分别减少5人、6人."""
    return candidate.row.is_led(candidate.choice[0], _CHANGED_IN_TURN)


def is_of_formulas(candidate: Candidate) -> bool:
    """Whether formulas stand among marks, so that some are full ones: 3分：3×96%≈2.89分.

    Or words call one of them the full marks of the next: 资金管理满分10分、得9.0分.

    Or the total is of bare numbers right before it: 48、21、46、15、28相加为158场.
    """
    row, start = candidate.row, candidate.total.start
    if _OF_BARE.search(row.text, start - FAR, start):
        return True
    if candidate.total.dimension != "score":
        return False
    if any(
        row.is_led(a, _FULL_MARKS) and _OBTAINED.fullmatch(row.between(a, b))
        for a, b in itertools.pairwise(candidate.choice)
    ):
        return True
    low, _ = row.sentence(candidate.first)
    return _FORMULA.search(row.text, low, candidate.last.start) is not None


def is_of_the_list(candidate: Candidate) -> bool:
    """Whether the seeming total is of a list behind the parts, or the first that 其次 goes on from.

    Or it comes from one level of government and the parts from others.
    """
    row, i = candidate.row, candidate.i
    if _is_of_a_level(candidate):
        return True
    if candidate.ahead:
        return "其次" in candidate.gap or _is_among_items(candidate)
    behind = row.between(i, i + 1) if i + 1 < len(row.figures) else ""
    return _NEXT.fullmatch(behind) is not None and not row.is_led(i, _SUMS_UP)


def _is_among_items(candidate: Candidate) -> bool:
    """Whether an announced list has items before the total, which goes on as they do.

    明细为:甲补贴842.7万元，乙补贴688.5万元，丙补贴236万元，丁补贴215万元.
    """
    row, i, total = candidate.row, candidate.i, candidate.total
    low, _ = row.sentence(total)
    begin = row.text.rfind(":", low, total.start) + 1
    if not begin or not _ITEMISED.search(row.text, max(low, begin - FAR), begin):
        return False
    near = range(max(0, i - _MOST_LISTED), i + 1)
    listed = [k for k in near if row.figures[k].start >= begin]
    if len(listed) < _PAIR or any(row.is_led(k, _SUMS_UP) for k in listed):
        return False
    gaps = (row.between(a, b) for a, b in itertools.pairwise([*listed, candidate.choice[0]]))
    return all(_LIST_ITEM.fullmatch(gap) and not _HOLDS.search(gap) for gap in gaps)


def _is_of_a_level(candidate: Candidate) -> bool:
    """市级财政4120.5万元，省级补助2050万元，自筹1170万元."""
    row = candidate.row
    if row.is_led(candidate.i, _SUMS_UP) or _HOLDS.search(candidate.gap):
        return False
    leads = (row.lead(k) for k in (candidate.i, *candidate.choice))
    total, *parts = (frozenset(_LEVEL.findall(lead)) for lead in leads)
    return bool(total) and all(part and not part & total for part in parts)


def is_within_total(candidate: Candidate) -> bool:
    """Whether the last part is only told to be in the total: 合同价含暂列金额30万元，为905万元."""
    row = candidate.row
    within = not candidate.ahead and row.is_led(candidate.choice[-1], _WITHIN)
    return within and _IS.fullmatch(candidate.gap) is not None


def ends_in_result(candidate: Candidate) -> bool:
    """Whether the last part tells what became of those before: 3200册、4200册，已上架10800册."""
    *before, last = (candidate.row.between(a, b) for a, b in itertools.pairwise(candidate.choice))
    listed = not any(map(_COMMA.search, before))
    return candidate.ahead and listed and _BECAME.fullmatch(last) is not None


def is_due(candidate: Candidate) -> bool:
    """Whether the total is what is due, and parts are what was done, but none what is lacking.

    So too where parts are both, of one thing: 合同1500万元，首期应拨900万元，实拨900万元.
    """
    row = candidate.row
    pairs = itertools.pairwise(candidate.choice)
    if any(
        row.is_led(a, _DUE)
        and row.is_led(b, _DONE)
        and row.figures[a].printed == row.figures[b].printed
        for a, b in pairs
    ):
        return True
    if row.is_led(candidate.i, _POSTS) and _HELD.search(candidate.gap):
        return True
    if not row.is_led(candidate.i, _DUE):
        return False
    done = any(row.is_led(k, _DONE) for k in candidate.choice)
    return done and not any(row.is_led(k, _LACKING) for k in candidate.choice)


def is_of_those_or_wider(candidate: Candidate) -> bool:
    """Whether a total behind its parts is of some that came out so, or of all a place has."""
    row = candidate.row
    if candidate.ahead:
        return "其次" in candidate.gap
    low, _ = row.sentence(candidate.first)
    before = row.text[low : candidate.last.end]
    return any(
        found is not None and found.group(1) not in before
        for found in (_OF_THOSE.search(candidate.gap), _WIDER.search(candidate.gap))
    )


def is_vacant(candidate: Candidate) -> bool:
    """Whether the total is who is there, and a part the posts that nobody holds."""
    row = candidate.row
    vacant = any(row.is_led(k, _VACANT) for k in candidate.choice)
    return vacant and row.is_led(candidate.i, _PRESENT)


def may_cross(candidate: Candidate) -> bool:
    """Whether one part may have people of another: 村干部86人、女干部54人, but not 男、女."""
    if are_apart(candidate):
        return False
    words = "".join(candidate.row.lead(k) for k in candidate.choice)
    return any(crossing.search(words) and not apart.search(words) for crossing, apart in _MAY_CROSS)


def are_apart(candidate: Candidate) -> bool:
    """Whether words behind the parts say that nothing is counted with two of them."""
    return _APART.match(candidate.row.text, candidate.last.end) is not None


def goes_on(candidate: Candidate) -> bool:
    """Whether something is left behind the last part, of which no figure tells how much."""
    found = _GOES_ON.match(candidate.row.text, candidate.last.end)
    return candidate.ahead and found is not None


def is_exceeded(candidate: Candidate) -> bool:
    """Whether the total is a goal that the parts exceed, or fall short of."""
    behind = _OF_GOAL.match(candidate.row.text, candidate.total.end)
    return behind is not None and candidate.row.is_led(candidate.i, _EXCEEDED)


def is_of_so_many(candidate: Candidate) -> bool:
    """Whether the total is said to be of fewer or more than the parts: 前两项合计265万元."""
    row, start = candidate.row, candidate.total.start
    found = _SO_MANY.search(row.text, *row.facts.windows.before("clause", start, FAR))
    return found is not None and parse(found["number"]) != len(candidate.choice)


def is_of_each_alike(candidate: Candidate) -> bool:
    """Whether what seems a total is what each of several others has: 丙、丁两村均为10万元."""
    return candidate.row.is_led(candidate.i, _ALL_ALIKE)


def is_of_those_it_names(candidate: Candidate) -> bool:
    """Whether a total names as its own what none of the parts is: 时效与成本两项合计20分."""
    if candidate.ahead:
        return False
    row, start = candidate.row, candidate.total.start
    found = _OF_OTHERS.search(row.text, max(candidate.last.end, start - FAR), start)
    if found is None or found["rest"]:
        return found is not None
    leads = [row.lead(k) for k in candidate.choice]
    return not any(
        name[:_TELLING] in lead for name in _JOINS.split(found["names"]) for lead in leads
    )


def is_more_and_less(candidate: Candidate) -> bool:
    """Whether one part is by how much something is more, and another by how much it is less."""
    row = candidate.row
    return all(any(row.is_led(k, words) for k in candidate.choice) for words in (_MORE, _LESS))


def is_spent_of_budget(candidate: Candidate) -> bool:
    """Whether the total is a sum of spending, and the parts are of a budget."""
    if not _is_spent(candidate.row.lead(candidate.i)):
        return False
    spent = [_is_spent(candidate.row.lead(k)) for k in candidate.choice]
    return False in spent and True not in spent


def _is_spent(lead: str) -> bool | None:
    """Whether the words before a figure say that it was spent, or, if not, allotted."""
    words = [found["spent"] for found in _SPENT.finditer(lead)]
    return words[-1] is not None if words else None


def is_change_of_states(candidate: Candidate) -> bool:
    """Whether parts are what was and what is: 由22.6压减到17.4, beside the change or the whole."""
    row = candidate.row
    pairs = itertools.pairwise(candidate.choice)
    if any(
        (row.is_led(a, _CHANGED_FROM) and row.is_led(b, _TO))
        or (row.is_led(b, _AFTER) and not row.is_led(a, _AFTER))
        for a, b in pairs
    ):
        return True
    if candidate.ahead and row.is_led(candidate.i, _CHANGED_FROM):
        joined = not _PARTED.search(candidate.gap)
        return joined and row.is_led(candidate.choice[0], _TO)
    if not row.is_led(candidate.i, _CHANGED_BY):
        return False
    return any(row.is_led(k, _FROM_OR_TO) for k in candidate.choice)


def is_one_of_them(candidate: Candidate) -> bool:
    """Whether 其中 leads to what would be the total of figures before it, or to one before that.

    Words that sum up what stands before that all the same make it the total.
    """
    row, i = candidate.row, candidate.i
    if candidate.ahead or "其中" in row.lead(i):
        return not candidate.ahead
    return "其中" in candidate.gap and not row.is_led(i, _SUMMED)


def is_compared(candidate: Candidate) -> bool:
    """Whether a sentence ends among the figures, or words compare them."""
    first, *_, last = sorted(candidate.places)
    return _COMPARED.search(candidate.row.between(first, last)) is not None


def are_prices(candidate: Candidate) -> bool:
    """Whether the list is of what one of each kind costs: 奖金标准依次为2000元、1000元、500元."""
    row, first = candidate.row, candidate.first
    low, _ = row.facts.windows.bounds("clause", first.start)
    return _PRICES.search(row.text, low, first.start) is not None


def are_products(candidate: Candidate) -> bool:
    """Whether each part is what its own clause multiplies: 38户，每户5000元，共19万元; ……."""
    row = candidate.row
    return all(
        row.is_led(k, _COMES_TO)
        and _EACH_COSTS.search(row.text, row.figures[k].start - FAR, row.figures[k].start)
        for k in candidate.choice
    )


def is_uneven(candidate: Candidate) -> bool:
    """Whether sentences, or behind 其中 clauses, end between some of the parts only."""
    gaps = list(itertools.starmap(candidate.row.between, itertools.pairwise(candidate.choice)))
    ends = [_ENDS.search(gap) is not None for gap in gaps]
    if any(ends) and (len(gaps) == 1 or not all(ends)):
        return True
    parted = [";" in gap for gap in gaps] if candidate.ahead and "其中" in candidate.gap else []
    return any(parted) and not all(parted)


def is_mixed(candidate: Candidate) -> bool:
    """Whether the list begins with things counted with another word: 16台包括床9套、灯3台."""
    total = candidate.total
    if not total.dimension.startswith("count:"):
        return False
    between = candidate.row.facts.within(total.end, candidate.first.start)
    return any(f.dimension.startswith("count:") and f.dimension != total.dimension for f in between)


def has_hedged(candidate: Candidate) -> bool:
    """Whether an approximate figure of the unit stands among or next to the parts.

    It may be a part too.
    """
    row, total, first, last = candidate.row, candidate.total, candidate.first, candidate.last
    low, high = row.sentence(first)[0], row.sentence(last)[1]
    if candidate.ahead:
        low = total.end
    else:
        high = total.start
    kinds = {row.figures[k].dimension for k in candidate.places}
    own = {part.start for part in candidate.parts}
    alike = [
        f
        for f in row.facts.within(low, high)
        if f.start in own
        or (f.dimension in kinds and f.per is None and not _is_aside(row.text, f, first))
    ]
    inner = [n for n, f in enumerate(alike) if first.start <= f.start <= last.start]
    return any(f.hedge in _UNBOUND for f in alike[max(0, inner[0] - 1) : inner[-1] + 2])


def _is_aside(text: str, figure: Quantity, first: Quantity) -> bool:
    """Whether a figure before a list stands in a bracket that ends before it."""
    between = figure.end, first.start
    return text.count(")", *between) > text.count("(", *between)


def is_planned(candidate: Candidate) -> bool:
    """Whether some of the parts, but not all, are plans or goals."""
    states = {status(candidate.row.facts, part) for part in candidate.parts}
    return not states.isdisjoint(("plan", "target")) and len(states) > 1


def is_goal_of_results(candidate: Candidate) -> bool:
    """Whether the total is a goal, the parts what was done: 目标120场，实际线上56场、线下68场."""
    facts = candidate.row.facts
    if _GOAL.search(candidate.row.lead(candidate.i)) is None:
        return False
    between = candidate.row.text[candidate.total.end : candidate.first.start]
    done = all(_RESULT.search(candidate.row.lead(at)) for at in candidate.choice)
    told = done or "实际" in between
    return told and all(status(facts, p) == "actual" for p in candidate.parts)


def is_and_so_on(candidate: Candidate) -> bool:
    """Whether 等 stands behind the list, or its parts are added (加上) to a figure before it."""
    row = candidate.row
    if row.is_led(candidate.choice[0], _ADDED_TO):
        return True
    return _AND_SO_ON.match(row.text, candidate.last.end) is not None
