"""Years that a report gives for the one it evaluates: 2018年度…绩效自评, 截至2018年12月31日.

A report tells of other years too: of the last self-evaluation, of what there was when it began, of
what is planned. So another year is taken for a slip only where words say that this report is of it
(开展2017年度绩效自评), that its spending ended with it, or that no other is told but in the title.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date

from linter.binding.case import Case
from linter.binding.dates.written import signed, titled_years
from linter.binding.report.earlier_evaluations import tells_of_earlier, tells_own_year
from linter.model import Span
from linter.regexes.late import regex

_EVALUATED = regex(
    r"(?P<year>(?:19|20)\d\d)年度(?:的)?(?:[\u4e00-\u9fff]{0,20})?"
    r"(?:绩效自评|自评报告|绩效评价报告|自评工作|绩效目标(?!申报)|部门整体)"
)
_UNTIL = regex(r"截[至止](?:到)?(?:(?P<year>(?:19|20)\d\d)年)(?:12月(?:31日|底)|年?底|年末)")
# what looks ahead to one of the first letters spares the search all ways at each other place
_CLOSED = regex(
    r"(?=[时基截结账算到至])(?:(?:(?<!标准)(?<!普查)时点|基准日|截止日|结账日)(?:[为是:])?|(?:^|(?<=[。,，;\n]))(?:账?算?到|至))(?P<year>(?:19|20)\d\d)年12月31日(?!止?的)"
)
"""When the books were closed: 数据时点为2018年12月31日, 到2018年12月31日封账."""
_SPAN = regex(
    r"(?=[评自对本此这所取采项实建申全\n]|^)(?:(?:评价|自评)(?:时段|期间|时期|周期|范围|年度)[^。;\n]{0,24}?[至到—-](?P<year>(?:19|20)\d\d)年12月31日"
    r"|对(?P<own>(?:19|20)\d\d)年度?(?:的)?(?:[\u4e00-\u9fff“”、]|[(][^()\n]{0,60}[)]){2,40}?(?:进行|开展|做|作)了?(?:绩效)?(?:自评|评价|一次[^,，。;\n]{0,8}核对)"
    r"|(?:本次|此次|这次)(?:自评|评价)(?:的?(?:资金|对象|范围|内容))?(?:只[管评看]|仅限|限于|评的|针对|为|是|涉及)+(?P<scope>(?:19|20)\d\d)年"
    r"|(?:评价|自评)的?(?:对象|范围|资金|内容)(?:主要|均)?[为是:](?P<object>(?:19|20)\d\d)年度"
    r"(?=(?!立项|下达|安排|批复|结转|开工|启动|提前)[^的及和与、,，;。()\n至到]{0,20}(?:项目|资金|经费|支出|预算|收支)"
    r"(?![^,，;。\n]{0,12}(?:结余|尾款|余款|质保金)))"
    r"|(?:(?:所[取填]|取用|采用)(?:的)?(?:各项)?数据|取数(?:区间|期间|范围|时段)?)(?:均|都)?(?:属|为|是|取自)(?:于)?(?P<data>(?:19|20)\d\d)年"
    r"|本报告所?[述列用](?P<told>(?:19|20)\d\d)年度"
    r"|本报告所?(?:评价|自评)的是(?:其中的?)?(?P<judged>(?:19|20)\d\d)年度(?=[,，。;])"
    r"|评价年度内?[(](?P<inside>(?:19|20)\d\d)年"
    r"|(?:^|(?<=[,，。;:\n本该为]))评价年度末[(](?:即|截至)?(?P<closed>(?:19|20)\d\d)年(?=(?:12月(?:31日|底))?[)])"
    r"|(?:项目)?(?:实施|建设|评价)(?:期限?|周期)(?:为|是)(?P<term>(?:19|20)\d\d)年1月(?:1日)?(?:至|到|-|—)(?:(?P=term)年)?12月"
    r"|(?:自评表|评分表|申报表)[(](?P<form>(?:19|20)\d\d)年度"
    r"|全部(?:支出|资金|开支)[^。;,，\n]{0,4}发生在(?P<spent>(?:19|20)\d\d)年"
    r"|(?:^|\n)[^\n。]{0,8}年[初度](?:总体|绩效)?目标:到(?P<goal>(?:19|20)\d\d)年[末底]"
    r"|\n[^\n。,，]{0,8}年[初度](?:[设确]?定的?|总体|绩效)?目标[^\n。]{0,3}\n+(?P<target>(?:19|20)\d\d)年度?(?:全年)?(?:计划|目标)(?![^\n]*(?:19|20)\d\d年))"
)
"""What the report says that it evaluates."""
_WORKS = regex("[建实执]\\S期|工期|跨年|第[一二三四五]批")
"""Beside the year of what is evaluated: its works went on in another."""
_PERIOD = regex("(?:时段|期间|时期|周期|区间|基准日|时点)[^,，。;]{0,18}$")
_OF_WHAT = ("scope", "object")
_SURE = ("term", "goal", "target", "form", "data", "told", "judged")
"""What tells the evaluated year whatever is said beside it."""
_ENDS = ("year", "closed")
"""What tells up to which day figures go."""
_POINTS = ("时点", "基准日", "截止日", "结账日")
_TWICE = regex("今年|上年|去年|往年|曾|又|此前|得分|等次|等级|已于|结果|发现|分别|先后")
_OTHER_YEAR = regex(
    r"重点评价|再评价|复[核评]|抽[查评]|审计|上年|以前年度|结转|提前下达|累计|跨年|中期|比|较|近[三二]年|第[一二三四五]批"
)
_OWN = regex(
    r"(?:开展|组织|实施|进行|完成|现将|关于|做好|形成|撰写|编制|编写|提交|报送|填报|本次|此次|对|就|按照?|根据|依据|围绕|制定|下达)"
    r"[^,，;。]{0,20}$|^(?:[\d.、()一二三四五六七八九十# ]|附?[表件])*$"
)
"""Before a year: this report is said to be of it."""
_STORY = regex(
    r"(?:绩效)?(?:自评|评价)?(?:得分|报告)?[^,，;。\n]{0,4}(?:曾|已于|时|中|发现|指出|反映|提出|为|整改|建议|问题)"
)
"""Behind: what another year's evaluation came to."""
_FOLLOWED = regex(
    r"[^。\n]{0,12}?(?:排名|排位|名次|位次|末位|靠[前后]|结果|等[次级]|[为获评得][优良中差]|优秀|良好|得分)"
    r"[^。\n]{0,30}?(?:核减|扣减|调减|压减|减少|削减|[上下]浮|倾斜|奖励|挂钩|分配|权重|扣除|增加安排|优先安排|多安排|少安排)"
)
"""Behind: what another year's evaluation came to, which this year's money follows."""
_RULES = regex(r"[^《》\n]{0,30}(?:办法|规定|细则|规程|制度|标准)》")
"""Behind: the year is in the title of rules, which have one of their own."""
_CYCLE = regex("绩效(?:运行)?监控")
"""Beside the year before: it is what was evaluated in this one, as this one was watched."""
_SHARE = regex(r"支出的约?\d[\d.]*%")
"""Behind: what the year's spending is reckoned by is no evaluation."""
_BESIDE = regex("(?:对照|对比|参照|比照|沿用|延续|参考|借鉴|此前|以往|[上前]一?次)[^,，;。]{0,8}$")
"""Before another year's evaluation that this one is held against, or that was before it."""
_OURS = regex(r"(?:我|本)[\u4e00-\u9fff]{1,4}$")
_RESULT = regex(r"[^,，;。\n]{0,12}(?:得分|等级|等次|总分|评分|如下|\d分)")
"""What makes a later year's evaluation this one: whose it is before it, what it came to behind."""
_AIM = regex(r"为了?[^,，;。]{0,10}$")
_DONE = regex(r"我[局单县镇乡校院馆]|本单位|成立|组织|领导小组|工作组|评价组|印发|召开|现将|自查")
"""Before a later year's evaluation what serves it; behind the same what evaluating begins with."""
_FOR = regex("(?:留作|用作|作为|用于|供|纳入|列入|转入|移交)[^,，;。]{0,4}$")
_FIRST = regex(r"(?:工作)?(?:之)?前(?!期)|的?(?:口径|底稿|指标库|培训|佐证|抽查)")
"""Behind: what comes before the evaluation, what it needs."""
_COMING = regex(
    "下一步|今后|来年|下年|次年|明年|(?<!现)将|拟|计划|预计|力争|确保|规划|提前|期限|期满|有效期|合同|到期|谋划"
)
_SINCE = regex("本年|当年|今年|年内|期初|基数|基准|原有|历年|以来|此前|起点|现状|阶段")
"""Beside what had been reached by the end of an earlier year: what was done since."""

_SETTLED = regex("支出|支付|拨付|执行率|结余|兑付|发放|全部|均已|已全|完成[^,，;。]{0,8}率|到位率")
"""Behind the end of an earlier year: what is told when the books of this one are closed."""
_SUBTITLE = 12
"""How far behind the title the year may stand: （2018年度）."""
_EARLY_MONTHS = r"[1-9]月(?:\d{1,2}日)?(?:[至到—-][1-9]月(?:\d{1,2}日)?)?[,，]?"
"""Behind the report's own year: when the year before it is evaluated."""
_NEAR = 24
"""Within how many characters before and behind such words excuse a year."""


def evaluated_years(case: Case) -> Iterator[tuple[int, Span, Span, bool]]:
    """Each such year with its place and that of the year in the title, and whether it is sure.

    Where no other year is told but in the title, words that leave one its own may yet be right.
    """
    title = title_year(case)
    if title is None:
        return
    patterns = _EVALUATED, _UNTIL, _CLOSED, _SPAN
    found: dict[int, re.Match[str]] = {}
    for match in (m for p in patterns for m in p.finditer(case.facts.text, title.end)):
        found.setdefault(match.start(_group(match)), match)
    years = {int(match[_group(match)]) for match in found.values()}
    together = titled_years(case)
    later = _later_end(case, found)
    alone = (
        len(years) == 1 < len(found)
        and _is_told_more(case, min(years), title.end)
        and not any(_is_beside_own(case, match) for match in found.values())
    )
    for match in found.values():
        year = int(match[_group(match)])
        if year != case.facts.year and (year in together or year == later):
            continue
        sure = year == case.facts.year or not _is_of_another(case, match, year)
        if sure or alone:
            yield year, Span(*match.span(_group(match))), title, sure


def _is_told_more(case: Case, year: int, at: int) -> bool:
    """Whether a report tells more of a year than of its title's: that of its title may be wrong."""
    text, own = case.facts.text[at:], case.facts.year
    return year != own and text.count(f"{year}年") > text.count(f"{own}年")


def _is_beside_own(case: Case, match: re.Match[str]) -> bool:
    """Whether the report's own year is told behind another one in its sentence."""
    _, high = case.facts.windows.bounds("sentence", match.start())
    return tells_own_year(case, match.end(), high)


def _later_end(case: Case, found: Mapping[int, re.Match[str]]) -> int | None:
    """The later year up to whose end a project of the title's year is evaluated, if there is one.

    2022年…项目，评价基准日2023年12月31日: no words say that another year is evaluated, days of both
    years are told besides, and the report was signed behind that end. Where it bears no signature,
    or the title's year is told to be closed too, the later one is told so more than once.
    """
    own, ends = case.facts.year or 0, Counter[int]()
    for match in found.values():
        if match.re.pattern == _EVALUATED.pattern or _group(match) not in _ENDS:
            if int(match[_group(match)]) > own:
                return None
            continue
        ends[int(match[_group(match)])] += 1
    later = max(ends, default=0)
    if later <= own:
        return None
    day = signed(case)
    last = day.last if day else None
    once = ends[later] == 1 and (last is None or own in ends)
    if once or (last is not None and last <= date(later, 12, 31)):
        return None
    days = {m.year for m in case.facts.moments if m.kind != "year" and m.start not in found}
    return later if {own, later} <= days else None


def _group(match: re.Match[str]) -> str:
    """The name of the group that holds the year."""
    return match.lastgroup or "year"


def _is_of_another(case: Case, match: re.Match[str], year: int) -> bool:
    """Whether words around a year that is not the evaluated one leave it its own."""
    is_until = match.re.pattern == _UNTIL.pattern
    text, own = case.facts.text, case.facts.year or 0
    low, high = case.facts.windows.bounds("clause", match.start())
    sure = match.lastgroup in _SURE
    if not sure and _OTHER_YEAR.search(
        text, max(low, match.start() - _NEAR), min(high, match.end() + _NEAR)
    ):
        return True
    low, high = case.facts.windows.bounds("sentence", match.start())
    if match.re.pattern == _SPAN.pattern:
        return _is_object_of_another(case, match, low, high)
    if match.re.pattern == _CLOSED.pattern and (year < own or year > own + 1):
        return not match[0].startswith(_POINTS) or _is_closed(text, own, match.end(), high)
    if year > own:
        coming = "绩效目标" in match[0] or _COMING.search(text, low, high) is not None
        return coming or (match.re.pattern == _EVALUATED.pattern and _is_next(case, match, high))
    if is_until:
        _, high = case.facts.windows.bounds("block", match.start())
        since = _SINCE.search(text, low, high) is not None
        if year < own and any(int(m["year"]) == own for m in _UNTIL.finditer(text)):
            return True  # what there was before, beside what there is
        if year < own and not _SETTLED.search(text, match.end(), high):
            return True
        return since or tells_own_year(case, match.end(), high)
    return _is_earlier(case, match, low, high)


def _is_closed(text: str, year: int, low: int, high: int) -> bool:
    """Whether a year's books are told to be closed: another's then are those of another report."""
    return any(int(closed["year"]) == year for closed in _CLOSED.finditer(text, low, high))


def _is_object_of_another(case: Case, match: re.Match[str], low: int, high: int) -> bool:
    """Whether what is said to be evaluated is so in another evaluation, or goes on in this year."""
    text, own, year = case.facts.text, case.facts.year or 0, int(match[_group(match)])
    if match.lastgroup in _OF_WHAT and _goes_on(text, own, low, match.end(), high):
        return True
    if _TWICE.search(text, low, match.end()) or _STORY.match(text, match.end()):
        return True
    if match.lastgroup == "own" and year < own and tells_of_earlier(case, match, low, high):
        return True
    far = match.lastgroup == "goal" and year > own + 1  # where a plan of several years goes
    return far or (match.lastgroup not in _SURE and bool(_COMING.search(text, low, high)))


def _is_earlier(case: Case, match: re.Match[str], low: int, high: int) -> bool:
    """Whether a sentence tells of an earlier year's evaluation as one of its own."""
    text, own, before = case.facts.text, case.facts.year or 0, case.facts.text[low : match.start()]
    beside = "绩效目标" not in match[0] and _BESIDE.search(before)
    if beside or not _OWN.search(before) or _STORY.match(text, match.end()):
        return True
    if "目标" not in match[0] and _FOLLOWED.match(text, match.end(), high):
        return True
    if _RULES.match(text, match.end(), high) or _SHARE.match(text, match.end(), high):
        return True
    if tells_of_earlier(case, match, low, high):
        return True
    return int(match["year"]) == own - 1 and _is_work_of(own, before, text[match.end() : high])


def _is_work_of(own: int, before: str, behind: str) -> bool:
    """Whether a year's evaluation is told to have been done in the year after it, the report's.

    In its last months the report's own may be begun: 2023年12月启动.
    """
    begun = re.match(rf"[^,，。;\d\n]{{0,4}}[于在自从]{own}年", behind)
    if begun or re.search(rf"{own}年(?:{_EARLY_MONTHS})?[^,，。;\d\n]{{0,12}}$", before):
        return True
    coming = "目标" in behind.partition(f"{own + 1}年")[2]
    return coming or _CYCLE.search(behind) is not None


def _goes_on(text: str, own: int, low: int, at: int, high: int) -> bool:
    """Whether what is evaluated goes on in the evaluated year: 2022年度立项、2023年度实施的项目.

    Not where that year is only the period that the evaluation looks at.
    """
    years = (m.start() for m in re.finditer(f"{own}年", text[at:high]))
    goes_on = any(not _PERIOD.search(text, at, at + year) for year in years)
    return goes_on or _WORKS.search(text, low, high) is not None


def _is_next(case: Case, match: re.Match[str], high: int) -> bool:
    """Whether a later year's evaluation is one to come: in what will be done, or not said to be."""
    text, at = case.facts.text, match.start()
    if any(s.start < at < s.end for s in case.chapters.get("suggestions", ())):
        return True
    before = text[case.facts.windows.bounds("clause", at)[0] : at]
    if _AIM.search(before):
        return not _DONE.search(text, match.end(), high)
    if _FOR.search(before) or _FIRST.match(text, match.end()):
        return True
    own = _OWN.search(before) or _OURS.search(before) or _RESULT.match(text, match.end())
    return not own


def title_year(case: Case) -> Span | None:
    """Where the title, or a line right behind it, tells the evaluated year."""
    text = case.document.folded
    at = text.find(
        str(case.facts.year), case.outline.title_start, case.outline.title_end + _SUBTITLE
    )
    return Span(at, at + 4) if at >= 0 else None
