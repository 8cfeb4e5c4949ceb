"""What a state is told of: the words before it, its object, or what the sentence began with."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from linter.binding.same_facts.aspects import Mention
from linter.facts.facts import Facts
from linter.regexes.late import regex

_ADVERBS = regex(
    r"(?:已经?|业已|均|都|全部|全线|全数|悉数|如数|足额|如期|按期|按时|顺利|确|就|便|也|尚|仍|还|却|虽|一直|始终|至今|迟迟"
    r"|目前|现已?|到现在|截至[^,，;。]{1,8}|到?年[底末]前?|(?:国庆|春节|节|汛|入冬|开学|秋收)前|年内|全年|当年|未能?"
    r"|没[有能]?|一[个份台家户块处座分]|不曾|无法|能|全面|基本|[于在由从自到至]|[\d年月日号上中下旬初底起]|完成|组织"
    r"|进行|正式|通过|经过?|办理|开展|实施|竣工|交工|系|为|是|送检|检测|检验|抽检|上网|补|又|再|随即|随后"
    r"|[一二两三四五六七八九十]+[名个处台户座块条]|[() ])++$"
)
"""At the end of words before a state: what is no part of the thing's name."""
_LEAD = regex(
    r"^(?:其[一二三四五中余他]|[一二三四五六七八九十]是|另外|同时|此外|目前|至今|截至[^,，;。]{1,8}|但|而|且|并"
    r"|[把将对给该本这那]|因为?|由于|不过|可是|只是|然而|虽然?|上述|余下的?|没做的|[\d.,]+(?:万|亿)?[\u4e00-\u9fff]?的?"
    r"|[一二两三四五六七八九十]*[名个处台户座块条口份类套笔]|\d{4}年度?|的|所有|全部|各类?"
    r"|[一二三四]、|[-#*. ()“”‘’《》\"])+"
)
_OWNER = regex(r"(?:系|为|是)[\u4e00-\u9fff]{0,3}$")
"""Before what tells whose a thing is: 系单位（自有）."""
_COUNTED = regex(
    r"[那这\d一二两三四五六七八九十]+[道名个处台户座块条口份类笔套间所部辆栋](?![\u4e00-\u9fff]$)"
)
_TAIL = regex(r"(?:手续|工作|任务|事项|情况|过程|问题|部分|方面|等|的|[“”\"‘’《》])+$")
_TOPIC = regex(r"因|由于|在|由|被|没|未|已|尚|仍|受|就|只|还|按|走|要|一一|经|挪|,|，|\d")
"""Behind the name that a piece begins with."""
_DENIED = regex("[未没非不]$")
_SITE = regex(r"[在到][^,，;。]{1,6}(?:村|镇|乡|片区?|标段?|段|校区|组)")
"""What is told of one place only: 引水管在西岭村（已接通）."""
_SAID = regex(r"^.*(?:称|说|讲|认为|反映|显示)")
_ALL_OF = regex(r"[、和与及]")
_FIGURE = regex(
    r"(?<![\d.])\d{2,}(?:[\d,]*\.\d+)?(?:万|亿)?[\u4e00-\u9fff]|(?<![\d.])\d\.\d+(?:万|亿)?[\u4e00-\u9fff]"
)
_COMMON = regex(r"^\d{2}[个项人户次天家名年月日号时分度处]|^\d{4}年|第")
_GENERAL = regex(
    r"工程|项目|资金|任务|工作|指标|情况|问题|部分|计划|全部|设备|单位|年度|内容|我[局县市区镇乡校院馆站]|全[县市镇区乡]|有的?|主体"
    r"|款项|余额|万元|公里|评价|报告|绩效|目标|经费"
)
_HAN = regex(r"[\u4e00-\u9fff]")
_BOUND = regex(r"[、和与及对把将由在向的]+$")
_OBJECT = regex(r"(?:合格|完毕|完成|通过|到位)?[了过的]?(?P<words>[^,，;。:!?\n|]{2,14})")
_MARKS = regex("[,，;:]")
_FEWEST, _HEARD = 3, 12
_LONGEST = 24
_PLACES = 2


class Things(Struct, frozen=True):
    """What one state may be told of: names by their ends, and by their beginnings."""

    ends: tuple[str, ...]
    """The words right before it, without adverbs; else what the pieces before it are about."""
    heads: tuple[str, ...]
    """Its object, and what pieces before it begin with."""
    figures: frozenset[str]
    leads: tuple[str, ...] = ()
    """What the sentence begins with, where neither it nor the piece before it names a thing."""


def things(facts: Facts, mention: Mention) -> Things:
    """The things of one state."""
    text = facts.text
    own = _LEAD.sub("", text[max(mention.low, mention.start - _LONGEST) : mention.start])
    ends, leads = [_plain(own)], []
    behind = _OBJECT.match(text, mention.end, mention.high)
    heads = [_LEAD.sub("", behind["words"])] if behind else []
    told = text[mention.low : mention.high]
    if text.startswith("的", mention.end):  # 合同未签订的项目: some of them
        heads = [] if len(ends[0]) >= _PLACES else heads
        ends = []
    elif len(_GENERAL.sub("", ends[0])) < _PLACES:
        first, last = _pieces(facts, mention)
        ends, leads = [_topic(last)], [first, _topic(first)]
        heads.append(last)
        told = text[max(mention.low - 3 * _LONGEST, _sentence(facts, mention)) : mention.high]
    elif not _SITE.search(own):
        ends.append(_topic(own))
    figures = {f for f in _FIGURE.findall(told) if not _COMMON.match(f)}
    names = (part for end in ends for part in _ALL_OF.split(end))
    return Things(_long(names), _long(heads), frozenset(figures), _long(leads))


def _long(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for name in names if len(name) >= _PLACES))


def _topic(piece: str) -> str:
    """The name that a piece begins with."""
    return _TOPIC.split(piece, maxsplit=1)[0]


def without_adverbs(words: str) -> str:
    """Words before a state up to the thing's name."""
    return _ADVERBS.sub("", words)


def _plain(words: str) -> str:
    """The words before a state without adverbs, and without what leads in."""
    return _COUNTED.sub("", _TAIL.sub("", without_adverbs(_OWNER.sub("", words))))


def _sentence(facts: Facts, mention: Mention) -> int:
    return facts.windows.bounds("sentence", mention.start)[0]


def _pieces(facts: Facts, mention: Mention) -> tuple[str, str]:
    """The first piece of a state's sentence, and the nearest before it."""
    low = max(_sentence(facts, mention), mention.low - 3 * _LONGEST)
    pieces = [p for p in _MARKS.split(facts.text[low : mention.low]) if p.strip()]
    return (_LEAD.sub("", pieces[0]), _LEAD.sub("", pieces[-1])) if pieces else ("", "")


def are_same(facts: Facts, a: Things, b: Things, *, close: bool) -> bool:
    """Whether two states are told of one thing: a name of each says so.

    What a sentence begins with names no thing of a state beside another one of the sentence.
    """
    return any(
        _are_one(facts, one, ends, other, closes)
        for one, ends in _names(a, close)
        for other, closes in _names(b, close)
    )


def _names(things: Things, close: bool) -> list[tuple[str, bool]]:
    """Each name with whether it ends before its state."""
    heads = things.heads if close else (*things.heads, *things.leads)
    return [*((name, True) for name in things.ends), *((name, False) for name in heads)]


def _are_one(facts: Facts, one: str, ends: bool, other: str, closes: bool) -> bool:
    """Whether two names share enough, from the end of one that ends before its state, or its head.

    What they share must be seldom said.
    """
    name = _shared(one, ends, other, closes)
    plain = _GENERAL.sub("", name)
    if len(plain) < _PLACES or not all(map(_HAN.match, name)):
        return False
    heard = min(facts.commonness[plain[i : i + 2]] for i in range(len(plain) - 1))
    if heard > (_HEARD if len(plain) >= _FEWEST else _HEARD // 2):
        return False
    return not (ends and closes and _differ(one[: -len(name)], other[: -len(name)]))


def _shared(one: str, ends: bool, other: str, closes: bool) -> str:
    if ends and closes:
        size = 0
        while size < min(len(one), len(other)) and one[-size - 1] == other[-size - 1]:
            size += 1
        return one[len(one) - size :]
    if ends or closes:
        last, head = (one, other) if ends else (other, one)
        return next((last[i:] for i in range(len(last)) if head.startswith(last[i:])), "")
    size = 0
    while size < min(len(one), len(other)) and one[size] == other[size]:
        size += 1
    return one[:size]


def _differ(one: str, other: str) -> bool:
    """Whether words before a common end tell two things apart."""
    one, other = (_BOUND.sub("", _SAID.sub("", words)) for words in (one, other))
    if _DENIED.search(one) or _DENIED.search(other):
        return True
    return bool(one and other) and not (one.endswith(other[-2:]) or other.endswith(one[-2:]))
