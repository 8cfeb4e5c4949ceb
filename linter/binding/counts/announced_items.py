"""Announced numbers with the items they announce.

补助3个村：甲村、乙村、丙村; 甲、乙、丙等三位专家.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from linter.binding.counts.bare_numbers import bare_numbers
from linter.binding.counts.each_told import each_told
from linter.binding.counts.enumeration import (
    Enumeration,
    are_of_kind,
    are_plain,
    is_announcing,
    joined,
    mask,
)
from linter.binding.counts.items import items_of, whose_list
from linter.binding.counts.led import led_kinds
from linter.binding.counts.led_rows import led_rows
from linter.binding.counts.listed import (
    are_days,
    are_months,
    are_numbered,
    behind_comma,
    dated,
    of_each,
    one_by_one,
    phases,
    points,
    quoted,
    same_figures,
    turns,
    two_behind,
)
from linter.binding.counts.mottos import motto
from linter.binding.counts.names_before import (
    all_before,
    days_before,
    items_before,
    kinds_before,
    titles_before,
    titles_behind,
)
from linter.binding.counts.one_and_another import one_and_another
from linter.binding.counts.parts_told import one_each, told_and_left, told_by_place, told_lots
from linter.binding.counts.rosters import roster
from linter.facts.facts import Facts
from linter.facts.quantity import Quantity
from linter.regexes.late import regex

_UNIT = "(?:[市区旗县乡镇村场科室股站所队办]|街道|社区|团场|自治县|中心)"
_NAMES = f"{_UNIT}(?:、{_UNIT})*"
_AFTER = regex(
    rf"[\u4e00-\u9fff、“”A-Za-z]{{0,16}}?(?:\({_NAMES}\))?"
    r"(?:\((?:分别)?(?:为|是|即|包括)?|:|[,，]?(?:分别)(?:为|是|有|在|于|由|从|位于|设[在于]"
    r"|布设在|布置在|来自|覆盖|对应)|[,，]?即:?"
    r"|[,，]?(?:包括|具体为|依次为|依次是|(?:名为|名叫|名称[为是]|时间(?:分别|依次)?[为是在]"
    r"|地点(?:分别|依次)?(?:为|是|设?在))):?"
    r"|(?P<bare>[,，][为是](?=[\u4e00-\u9fff]{2,16}、)))"
)
_BODIES = regex("(?:[局委办院校园会所站社馆队厂店]|中心|集团|公司|银行)$")
"""How names of bodies end."""
_ETC = regex(r"等(?:[^、]{0,8})?$|等[^、]{0,10}[,。;)]|……|…")
_NUMBER = regex(r"^\s*[\d一二三四五六七八九十]+、")
_REST = regex(
    r"[,，;。]? ?(?:其余|其他|其它|剩下|剩余"
    r"|另外?(?:[有设配请\d一二两三四五六七八九十]|抽调|聘请|邀请|增加|吸收)"
    r"|还有)"
)
_PREDICATES = (
    "[已均都被了未]|良好|较好|明显|显著|满意|到位|齐全|完成|投入|通过|达标|合格|受益|惠及|得到|取得|受到|收到|"
    "用于|覆盖|参[加与]|[由经](?=.{4})"
)
"""What makes a clause a sentence, and no more of a list."""
_GOES_ON = regex(
    r"[,，](?!就这|[再别]?无其?他|没有其他|仅此|不含其他|其中|除|共|合计|总计|均|都|全部|一共|一[\u4e00-\u9fff]{1,4}一[\u4e00-\u9fff]{1,8}[,，;。])"
    rf"(?!(?:(?!{_PREDICATES})[\u4e00-\u9fff“”]){{0,16}}(?:{_PREDICATES})[\u4e00-\u9fff]{{0,12}}[,，;。\n])"
    r"[\u4e00-\u9fff、“”]{2,24}(?=[,，;。\n]|$)"
)
"""Behind a list a clause that may be more of it: 东片区的甲镇、乙镇，西片区的丙镇."""
_DATES = regex(r"\d月")
_NEXT_MONTH = regex(r"[,，](?:其中)?\d{1,2}月(?!\d{0,2}日?[底末前])")
"""In a list of months, and behind it: it goes on in the next clause."""
_AND_MORE = regex(r"[,，](?:以?及|和|并|还|也|再|同时|外加|加上|连同)")
_LETTERS = frozenset("ABCDEFGHIJK甲乙丙丁戊己庚")
"""What stands for a name."""
_SOME = regex(
    r"[,，;](?=其中|除|[^,，;。、\n\d]{2,10}(?:依次|分别)[为是]\d[\d.]*+(?![个台辆座处人名所件套条项户]))"
)
"""Behind a list some of it are told again, or figures of each (规模依次为8000吨、5000吨)."""
_TOLD = regex("[大]?(?:变化|特点|成效|做法|亮点|方面|问题|原因|不足|情况|难点|短板|措施)")
_COMMAS = frozenset(",，")
"""What is told in clauses rather than in names, and what parts these."""
_POINTED = regex(
    r"[,，:]? ?(?:①|首先|先(?=[由行])|一方面|其一|"
    r"第?一(?:是|为|则|要|[类批步期个种条块部层级点]|标段|阶段|部分|方面|组))"
)
"""Of a list: its items are points (一是甲、乙；二是丙) or groups, not what 、 joins in them."""
_SUCH_AS = regex("[,，]?(?:例?如|比如|譬如|像|按|不?含|不包括)")
"""Before some of what is counted: 四馆（如接待人次、培训人次）."""
_LONGEST = 2_000
"""How many characters a list may have."""
_ADMINISTRATIVE = regex(_NAMES + r"\)")
"""Behind an opening bracket: other names of the same unit, no list (6个县（市、区）)."""
_OF_EACH = regex(r"\([^()]{0,2}[每各]|各[一二两三\d][\u4e00-\u9fff]{0,2}$")
"""In a bracket: it lists what there is of each, not the things (8个馆（每县两类馆各一）)."""
_NUMBERED = regex(
    r"各(?:\d|[一两二三四五六七八九](?=[个份件项套家名]))"
    r"|\([共计含有]?[\d两二三四五六七八九][个份件项套家座处条所台]\)"
)
"""In a list, or right behind it: how many there are of each, or of one: 家具各1份; 东馆（两座）."""
_OF_BODIES = regex(
    "[个家]?(?:参[会加与评])?(?:单位|部门|机构|企业|公司)的(?:意见|建议|看法|反馈|代表)"
)
_BODY = regex("[局委办部院校司会所站厅社系行馆队联团处科]$|中心$|集团$|公司$|大学$|[^建]议会$")
"""Of bodies what they say is told of, and the list names them: 听取六家单位的意见，分别为……."""
_BEHIND, _NOUN, _LEAD, _NAME, _LONGEST_NAME = 3, 2, 5, 8, 16
_EACH_OF_THEM = frozenset("各每全均都该我本其上一两三四五六七八九十")
"""How a clause begins that tells of the listed ones."""
_NAME_ENDS = frozenset("县区市镇乡村道社校学园局委办部院")
"""In a clause behind names of one kind: it may tell of one more (，代管澜平县)."""
_SEVERAL = regex(r"(?:另外|其[他余])?(?:[两二三四五六七八九十]|\d{1,2})[个家名支座条处所]")
"""How an item begins that is more than one: 宣传组、督查组和两个保障组."""
_WITH_NUMBER = regex("[两二三四五六七八九十](?:[个家名支座条处所区县镇乡站馆]|街道)")
"""In an item, which is more than one by it (南北两镇)."""
_NO_LIST = regex("[①-⑩]|合署|合并|合建|并[为入成]|中的")
"""In a list: it tells of some together, or points lead to other ones."""
_APART = regex("\\)?[^,，;。\n]{0,8}[,，][^,，;。\n]{2,12}(?:[另单][列计算报]|另行|除外|缓建)")
"""Behind a list: one more is told apart."""
_NEAR_COMMA = regex("[,，]")
_NEXT_NAME = regex("[,，][\u4e00-\u9fff]{2,16}(?=[,，;。\n])")
_HALF = "半"
"""Behind a number: it is of one and a half, or such."""
_WHEN = regex("时间|地点")
"""Between a number and its list: more than one of them may be of one month, or at one place."""
_NOT_ANNOUNCED = regex(r"第|每|均|各|另|近|约|余|多|前|后|上|(?<![以如])下|某|到|至|任")
_WORDS = "(?:(?![中里内]$)(?!的[\u4e00-\u9fff]{1,6}有)[\u4e00-\u9fff]){0,10}"
_JOINED = regex(f"{_WORDS}?(?:[、和及与]|以及)?{_WORDS}")
"""Between two numbers of things that one list follows; not 一座的乡镇有 in 只有一座的乡镇有三个."""


def enumerations(facts: Facts) -> Iterator[Enumeration]:
    """Every announced count whose items can be told apart without doubt."""
    for figure in facts.running:
        if not is_announcing(figure) or not figure.exact or figure.per or figure.hedge:
            continue
        start = figure.start
        if not 2 <= figure.printed <= 20 or _NOT_ANNOUNCED.search(facts.text, start - 1, start):
            continue
        if facts.text.startswith(_HALF, figure.end):
            continue
        found = (
            _items_after(facts, figure)
            or items_before(facts, figure)
            or titles_before(facts, figure)
            or kinds_before(facts, figure)
            or all_before(facts, figure)
            or days_before(facts, figure)
            or led_kinds(facts, figure)
            or each_told(facts, figure)
            or led_rows(facts, figure)
        )
        if found is not None and (
            found.holds() or not (_has_numbers(facts, found) or _is_one_of_several(facts, found))
        ):
            yield found
    yield from bare_numbers(facts)


def _has_numbers(facts: Facts, found: Enumeration) -> bool:
    """Whether items have numbers of their own, which the announced one is the sum of."""
    return _NUMBERED.search(facts.text, found.start, found.end + _BEHIND) is not None


def _is_one_of_several(facts: Facts, found: Enumeration) -> bool:
    """Whether a list is of another number too, or of that alone.

    1个街道3个镇：……, of both of them; 粉丝、播放、收听三类数据来自4个平台, of the three.
    """
    figure = found.announced
    if _bear_its_noun(facts, found):
        return False
    before = facts.before(figure.start)
    last = facts.text.rfind("、", found.start, found.end)
    if (
        before is not None
        and last < before.start
        and found.start <= before.start < found.end <= figure.start
    ):
        return is_announcing(before) and before.printed == len(found.items)
    return (
        before is not None
        and not found.start <= before.start < found.end
        and is_announcing(before)
        and _JOINED.fullmatch(facts.text, before.end, figure.start) is not None
    )


def _bear_its_noun(facts: Facts, found: Enumeration) -> bool:
    """Whether all items end by the noun right before a number: 分馆2座（东分馆、西分馆）.

    Not where another number has the same noun: 省级园1个、市级园2个：…….
    """
    start = found.announced.start
    noun, before = facts.text[start - _NOUN : start], facts.before(start)
    if before is not None and facts.text[before.start - _NOUN : before.start] == noun:
        return False
    return "、" not in noun and all(item.endswith(noun) for item in found.items)


def _items_after(facts: Facts, figure: Quantity) -> Enumeration | None:
    _, high = facts.windows.bounds("sentence", figure.start)
    text = facts.text
    told = (
        points(facts, figure, high)
        or one_by_one(facts, figure)
        or behind_comma(facts, figure)
        or motto(facts, figure)
        or titles_behind(facts, figure)
        or told_by_place(facts, figure)
        or told_lots(facts, figure)
        or told_and_left(facts, figure)
        or one_each(facts, figure)
        or of_each(facts, figure)
        or two_behind(facts, figure)
        or quoted(facts, figure)
        or phases(facts, figure)
        or turns(facts, figure)
        or dated(facts, figure)
        or one_and_another(facts, figure)
        or roster(facts, figure)
    )
    if told is not None:
        return Enumeration(figure, *told, False, True)
    opener = _AFTER.match(text, figure.end, high)
    if opener and _ADMINISTRATIVE.match(text, opener.end()):
        return None
    if opener is None or opener[0].startswith("、") or _counts(facts, figure.end, opener.end()):
        return None
    if opener[0].rstrip("分别为是即包括").endswith("("):
        opening = text.index("(", figure.end)
        closing = _closing(text, opening, min(high, opening + _LONGEST))
        if closing is None or _OF_EACH.search(text, opening, closing):
            return None
        return _enumeration(facts, figure, opener, closing)
    if not opener[0].endswith(":"):
        _, high = facts.windows.bounds("clause", opener.end())
    if high - opener.end() > _LONGEST:
        return None
    return _enumeration(facts, figure, opener, _list_end(text, opener.end(), high))


def _counts(facts: Facts, low: int, high: int) -> bool:
    """Whether another number of things stands there: 五项指标中有四项达标:……."""
    return any(f.dimension.startswith("count:") for f in facts.within(low, high))


def _enumeration(
    facts: Facts, figure: Quantity, opener: re.Match[str], end: int
) -> Enumeration | None:
    start = opener.end()
    if _POINTED.match(facts.text, start) or _is_grouped(facts, figure, start):
        return None
    if _SUCH_AS.match(facts.text, start):
        return None
    body = mask(facts.text[start:end])
    end = start + _inner(body)
    body = body[: end - start]
    separator = ";" if ";" in body else "、" if "、" in body else None
    if separator is None or _leads_on(facts, start, end) or _NO_LIST.search(body):
        return None
    body = body.strip(" 。,;)")
    items = items_of(body, separator)
    kind = are_of_kind(facts, figure, items)
    opened = (
        _is_followed(facts, figure, start, end)
        or _may_go_on(facts, end, items, body.count(separator), kind)
        or any(_SEVERAL.match(item) or _WITH_NUMBER.search(item) for item in items)
        or (_WHEN.search(opener[0]) is not None and not are_days(items))
    )
    if opener["bare"] and not _are_called(facts, figure, items):
        return None
    if sum(f.dimension == figure.dimension for f in facts.within(start, end)) >= len(items):
        return None  # 3名干部（东镇1名、西镇2名）: its parts, no list of them
    named = are_plain(items) or are_months(items) or are_numbered(figure, items)
    if not (kind or named or same_figures(figure, items)):
        return None
    bare = [item for item in items if len(item) == 1 and item not in _LETTERS]
    if len(items) < 2 or len(bare) == len(items):  # 16台（套、辆）
        return None
    if (
        not kind
        and "的" in opener[0]
        and not opener[0].endswith(("(", ":"))
        and not (_OF_BODIES.match(opener[0]) and all(map(_BODY.search, items)))
    ):  # 三个标段涉及的乡镇分别为
        return None
    whose = "counted" if kind else whose_list(opener[0], items)
    if whose == "other":
        return None
    told_on = len(items) == body.count(separator) + 1 and _GOES_ON.match(facts.text, end)
    loose = whose == "unsure" or bool(told_on)
    return joined(Enumeration(figure, start, end, tuple(items), opened, loose), body)


def _is_followed(facts: Facts, figure: Quantity, start: int, end: int) -> bool:
    """Whether words at the end of a list, or behind it, say that there are more."""
    if _ETC.search(facts.text[start : end + 12][: end - start + 6]):
        return True
    if _REST.match(facts.text, end) or _APART.match(facts.text, end):
        return True
    if _DATES.search(facts.text, start, end) and _NEXT_MONTH.match(facts.text, end):
        return True
    told = _TOLD.match(facts.text, figure.end) is not None
    return told and facts.text[end : end + 1] in _COMMAS


def _are_called(facts: Facts, figure: Quantity, items: list[str]) -> bool:
    """Whether names behind a bare 为 are those of what is counted: no clause of whom it was for."""
    noun = facts.text[max(0, figure.start - _LEAD) : figure.start]
    noun += facts.text[figure.end : figure.end + _LEAD]
    alike = len({item[-1] for item in items}) == 1 and items[0][-1] in noun
    return alike or (figure.unit in ("家", "所") and all(map(_BODIES.search, items)))


def _may_go_on(facts: Facts, end: int, items: list[str], joints: int, alike: bool) -> bool:
    """Whether the clause behind a list may be more of it.

    It is none behind a last item that 和 joins, or names of the kind that is counted, unless it
    lists on or begins with such a name too.
    """
    clause = _GOES_ON.match(facts.text, end)
    behind = _NEXT_NAME.match(facts.text, end)
    if alike and behind and behind[0][-1] == items[-1][-1]:
        return True  # 由县本级代管北镇
    if items and _names_another(facts, end, items):
        return True
    if clause is None or not items or (len(items) == joints + 1 and not alike):
        return clause is not None
    told, last = clause[0][1:], items[-1][-1]
    another = last in told[1:_NAME] and told[0] not in _EACH_OF_THEM
    if alike and len(items) == joints + 1 and not _NAME_ENDS.isdisjoint(told[_NOUN:]):
        return True
    return "、" in told or told[-1] == last or another or bool(_AND_MORE.match(clause[0]))


def _names_another(facts: Facts, end: int, items: list[str]) -> bool:
    """Whether a clause begins with another such name as the last: 东镇和南镇，北镇于12月."""
    for comma in _NEAR_COMMA.finditer(facts.text, end, end + _LONGEST_NAME):
        name = facts.text[comma.end() : comma.end() + len(items[-1])]
        another = len(name) > 1 and name[-1] == items[-1][-1] and name not in items
        if another and name[0] not in _EACH_OF_THEM:
            return True
    return False


def _is_grouped(facts: Facts, figure: Quantity, start: int) -> bool:
    """Whether as many clauses as are announced stand there, with lists of their own: 甲…；乙…."""
    _, high = facts.windows.behind("sentence", start, start, _LONGEST)
    clauses = mask(facts.text[start:high]).rstrip("。\n").split(";")
    return 1 < len(clauses) == int(figure.printed) and any("、" in c for c in clauses)


def _leads_on(facts: Facts, start: int, end: int) -> bool:
    """Whether a list announced by one number begins with another that announces it."""
    first = facts.by_start.get(start)
    return (
        isinstance(first, Quantity)
        and is_announcing(first)
        and _AFTER.match(facts.text, first.end, end) is not None
    )


def _inner(body: str) -> int:
    """Where a list ends: before the bracket that closes what it stands in."""
    found = body.find(")")
    return found if found > 0 else len(body)


def _closing(text: str, opening: int, high: int) -> int | None:
    depth = 0
    for at in range(opening, high):
        depth += (text[at] == "(") - (text[at] == ")")
        if depth == 0:
            return at
    return None


def _list_end(text: str, start: int, high: int) -> int:
    masked = _SOME.split(mask(text[start:high]), maxsplit=1)[0]
    first = masked.split(";")[0]
    if "、" in _NUMBER.sub("", first):
        masked = first
    last = masked.rfind("、")
    tail = (
        re.search(r"[,，。;\n]", masked[last + 1 :]) if last >= 0 else re.search(r"[。\n]", masked)
    )
    if ";" in masked and "、" not in masked.split(";")[0]:
        return start + len(masked.rstrip("。\n"))
    return start + (
        last + 1 + tail.start() if last >= 0 and tail else tail.start() if tail else len(masked)
    )
