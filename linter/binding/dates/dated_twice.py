"""One step of one thing told with two days: 石马河堤防工程3月20日动工, later 9月2日动工.

It is of one thing where both sentences name it, or the same amount; or where the report says that
there is but one (只有一个标段). Of what has several days none is told.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import combinations

from msgspec import Struct

from linter.facts.facts import Facts
from linter.facts.moment import Moment
from linter.regexes.late import regex

_STEPS = {
    "开工": "破土动工|开工建设|开工|动工|开建",
    "完工": "完工|竣工(?!验收|决算|结算|图|资料)",
    "验收": "竣工验收|终验|最终验收|交工验收|验收(?!组|申请|资料|报告|标准)",
    "到账": "到账|拨入",
    "上线": "上线",
    "启用": "投入使用|投用|启用",
    "签订合同": "签订合同|签订了?[^,，;。\n]{0,6}合同",
    "交付": "交付|移交",
}
_VERBS = {name: regex(rf"[^,，;。\n\d]{{0,18}}?(?:{words})") for name, words in _STEPS.items()}
_LABELS = {name: regex(rf"(?:{words})(?:日期|时间)[为是:]?\s*$") for name, words in _STEPS.items()}
_BEFORE_LABEL = 14
_NOT_DONE = regex(
    r"计划|预计|拟|应[当于在]|原定|目标|约定|要求|合同期|力争|初验|预验|复验|复工|恢复|补充|整改|试|重新|再次|延期|调整|部分|分别|各|首"
    r"|第[一二三四五六七八九十\d]+(?:[批期次轮]|标段|阶段)|[一二三四五六甲乙]标段|[一二三四]期|陆续|分批|[上去往]年|启动仪式"
    r"|至|到期|截至|单项|分项|消防|环保|规划|专项|[上下]半年|季度|[末首]笔"
)
_OF_WHOM = regex(r"[省市县区乡镇]级|(?:档案|联合|专家|内部)(?:竣工|交工)?(?=验收)")
"""Between a day and its acceptance, of which each level has its own."""
_SOURCES = regex("中央|省级|市级|县级|区级|镇级|[省市县区]财政|配套|自筹|自有|社会")
_TO_WHOM = regex(r"[\u4e00-\u9fff]")
"""Right behind money that came in: to whom, each on its own day."""
_DUE = regex(r"之?前|以前|止|起(?!草)|至|到(?!账|位)|—|-")
_NAME = regex(r"[\u4e00-\u9fff]{2,}")
_GENERAL = regex(
    "开工|动工|破土|完工|竣工|验收|到账|拨入|上线|投入使用|投用|启用|签订|合同|交付|移交|正式|通过|工程|项目|施工单位|实际|顺利|如期|按期"
    "|一次性|时间|日期|资金|全部|建设|组织|完成|我[局单位校院镇]|财政局?|运行|于|在|因|受|影响|情况|单位|指标"
    "|承包商|承建方|中标方|施工方|进场|才|到|[已均都]|由|经|的"
)
"""What any step's sentence may name."""
_ONLY = regex("(?:(?:只有|仅有?|只设|共)一个标段|不分标段|单一标段)(?=[,，;。])")
_PLACES = regex(
    r"[\u4e00-\u9fff]{1,2}(?:村|镇|乡|社区|街道|小学|中学|学校|医院|[水电]?厂|泵站|站|大?桥|路|街|馆|园|渠|库)|\d+号"
)
_ANYWHERE = regex("[农乡全本各]村|[乡城集]镇|[道公线管]路|渠道|水库")
_OF_SEVERAL = frozenset(("签订合同", "交付"))
"""Steps of which one contract alone has several: of its design, of its works."""
_REACH, _SHARED, _MOST, _SAME = 60, 5, 24, 2


class Told(Struct, frozen=True):
    """A step with its day, and the words of its sentence."""

    step: str
    moment: Moment
    words: str
    amounts: frozenset[str]
    sources: frozenset[str]
    subject: str
    """What stands right before the day, in its own clause; nothing before a label's."""
    what: str
    """What stands between the day and the step, but for words that any step may have."""


def dated_twice(facts: Facts) -> Iterator[tuple[str, Moment, Moment]]:
    """Each step with the two days that are told of one thing, the first one first."""
    told = [t for moment in facts.moments if (t := _told(facts, moment))]
    only = _ONLY.search(facts.text) is not None
    for step in _STEPS:
        mine = [t for t in told if t.step == step][:_MOST]
        if len({_day(facts, t) for t in mine}) != _SAME:
            continue
        for one, other in combinations(mine, 2):
            if _differ(facts, one, other) and _is_one(facts, one, other, only=only):
                yield step, one.moment, other.moment
                break


def _told(facts: Facts, moment: Moment) -> Told | None:
    """The step that a day is told of, if it is told as done."""
    if moment.kind != "date" or not moment.valid or moment.spoken:
        return None
    text, start, end = facts.text, moment.start, moment.end
    low, high = facts.windows.around("sentence", start, end, _REACH)
    if facts.in_table(start):  # its row names what it is of
        low = text.rfind("\n", max(0, start - _REACH), start) + 1
    step = _step(facts, moment)
    if step is None or _DUE.match(text, end) or facts.in_target_section(start):
        return None
    name, until = step
    near = facts.behind_last(",，;", low, start)
    if _NOT_DONE.search(text, near, until) or _is_of_one_of_several(facts, name, end, until):
        return None
    amounts = {text[f.start : f.end] for f in facts.within(low, high) if f.dimension == "money"}
    return Told(
        name,
        moment,
        text[low:high],
        frozenset(amounts),
        frozenset(_SOURCES.findall(text, low, start)),
        text[near:start] if until != end else "",
        _GENERAL.sub("", text[end:until]),
    )


def _is_of_one_of_several(facts: Facts, step: str, end: int, until: int) -> bool:
    """Whether a step says whose acceptance it is, or to whom money came."""
    if step == "验收":
        return _OF_WHOM.search(facts.text, end, until) is not None
    return step == "到账" and end != until and bool(_TO_WHOM.match(facts.text, until))


def _step(facts: Facts, moment: Moment) -> tuple[str, int] | None:
    """The step behind a day, or that of the label before it, with where its words end."""
    text, start, end = facts.text, moment.start, moment.end
    for name, verb in _VERBS.items():
        if _LABELS[name].search(text, start - _BEFORE_LABEL, start):
            return name, end
        found = verb.match(text, end)
        if found and not text.startswith(("的", "前", "之前", "后", "申请", "试"), found.end()):
            return name, found.end()
    return None


def _differ(facts: Facts, one: Told, other: Told) -> bool:
    """Whether two days are not the same, whatever year a day without one is of."""
    a, b = one.moment.first, other.moment.first
    return a != b if a and b else _day(facts, one) != _day(facts, other)


def _day(facts: Facts, told: Told) -> str:
    """The day as it is written, without its year."""
    return facts.text[told.moment.start : told.moment.end].rpartition("年")[2]


def _is_one(facts: Facts, one: Told, other: Told, *, only: bool) -> bool:
    """Whether two days are told of one thing, in two sentences; ``only`` if there is but one."""
    if facts.windows.share("sentence", one.moment.start, other.moment.start):
        return False
    if one.step == "到账":
        apart = one.sources and other.sources and not one.sources & other.sources
        return bool(one.amounts) and one.amounts == other.amounts and not apart
    if one.what != other.what and one.what and other.what:
        return False
    if only and one.step not in _OF_SEVERAL:
        return not (one.what or other.what)
    return _share_a_name(one, other)


def _share_a_name(one: Told, other: Told) -> bool:
    """Whether two sentences name the same, in so many characters that are not of any step.

    Behind what both name, neither goes on to a part of it: 防洪堤上段, 门诊楼管理房.
    """
    places = [set(_PLACES.findall(_ANYWHERE.sub(" ", told.words))) for told in (one, other)]
    if all(places) and not places[0] & places[1]:
        return False
    pieces: set[str] = set()
    for run in _NAME.findall(_GENERAL.sub("\0", one.words)):
        pieces |= {run[k : k + _SHARED] for k in range(len(run) - _SHARED + 1)}
    shared = {piece for piece in pieces if piece in other.words}
    rests = [_GENERAL.sub("", _behind(told.subject, shared)) for told in (one, other)]
    return bool(shared) and not any(rests)


def _behind(subject: str, shared: Iterable[str]) -> str:
    """What follows the last piece that two sentences share, in the clause before a day."""
    ends = [subject.rfind(piece) + len(piece) for piece in shared if piece in subject]
    return subject[max(ends) :] if ends else ""
