"""Names of figures: what cells and words call them, and whether two names agree."""

from __future__ import annotations

from linter.binding.summing import ADDED_UP
from linter.facts.facts import Facts
from linter.facts.quantity import Quantity
from linter.facts.status import status
from linter.regexes.late import regex

OTHER_TIME = regex(
    r"上年|去年|同期|往年|月底|月末|上半年|下半年|季度|[1-9]月|年初|期初|\d{4}年(?!度?\d*月)"
)
"""What is said of another time than the year's end."""
PLANNED = regex(r"计划|目标|任务|指标值|不低于|不少于|应|须|拟|预算|批复|合同|概算")
LEFT_OUT = regex(r"其余|其他|另外|除[^,，;。]{2,24}外|不含|不包括|剔除|扣除")
"""What is said of all but some."""
_CALCULATED = regex(
    r"(?<![可予])[以按](?![上下内外时期])[^,，;。、]{2,20}(?:计算(?!机)|口径|测算)[^,，;。\d]{0,6}$"
)
_BASE = 40
"""Before a figure: what it is calculated of; and how far it is looked for."""
_OF_SEVERAL = regex(
    rf"(?:[两二三四五六七八九十]|(?<!\d)\d{{1,2}})个?[\u4e00-\u9fff]{{1,3}}(?:{ADDED_UP}|共)"
    r"[^,，;。\d]{0,8}$|、[^,，;。、\d]{1,12}[,，]?一?共$"
)
"""Before a figure: it is of several rows (两乡合计), or how many are named (甲、乙、丙，共3个)."""
_FAR = 40
_PLAN = regex("[^,，;。\\d]{0,6}(?:批复|计划|规划|设计|核定)(?![^;。]*(?:实际|完成|建成|实施))")
"""At the head of a sentence that tells of a plan."""
_HEAD = 120
"""How much of a sentence may tell that it tells of more than a plan."""
PARTICLES = "的已均全都在有为占是中里完合实达和及与或"
"""Characters behind a figure that are not the name of what it counts."""
_SUFFIX = regex(r"(?:人次?数|户数|面积|数量|个数|次数|金额|情况|比例|数|率)$")
_CHANGED = regex("(?:增加|增添|减少)了?(?P<noun>[\u4e00-\u9fff]{2,6})$")
_ANYTHING = regex(
    "资金|经费|投[入资]|支出|收入|预算|人[数次员]|户数|数量|金额|面积|规模|实际|整整|近|约|达|了"
)
"""Before a change: what it is of, and what that may be whatever figures it is of."""
_SOME_CALLED = regex(
    r"(?:[仍尚还]有|[尚仍]余|还剩)?(?:\d{1,4}|[一两二三四五六七八九十]{1,3})"
    r"[个座处条台套家所项户人名辆件间栋](?P<name>[^\W\d未没正]{4,})"
)
"""Some of a number, with a name of their own: 尚有2项自加任务."""
_BRACKETED = regex(r"\([^()]*\)|[\s\d:*“”\"]")


def is_of_another_base(facts: Facts, figure: Quantity) -> bool:
    """Whether words say what a figure is calculated of, as none of a table does.

    以户籍人口61.8万人计算只有0.53册.
    """
    return _CALCULATED.search(facts.text, figure.start - _BASE, figure.start) is not None


def is_of_several(facts: Facts, figure: Quantity) -> bool:
    """Whether a figure is of several things named before it, or of how many they are."""
    return _OF_SEVERAL.search(facts.text, figure.start - _FAR, figure.start) is not None


def opens_a_plan(facts: Facts, figure: Quantity) -> bool:
    """Whether a plan is what a list in its sentence tells: 批复管网46.8公里，甲镇12.6公里."""
    low, _ = facts.windows.bounds("sentence", figure.start)
    return _PLAN.match(facts.text, low, min(figure.start, low + _HEAD)) is not None


def plain(text: str) -> str:
    """A name without brackets, figures and the words for a number (人数, 率) that end it."""
    name = _BRACKETED.sub("", text)
    shorter = _SUFFIX.sub("", name)
    return shorter if len(shorter) > 2 else name


def pairs(words: str) -> set[str]:
    """Each two neighbouring characters of words."""
    return {words[i : i + 2] for i in range(len(words) - 1) if words[i : i + 2].isalpha()}


def is_plain(facts: Facts, figure: Quantity) -> bool:
    """Whether a figure is told in digits, neither hedged nor a price."""
    return figure.hedge is None and figure.per is None and figure.start not in facts.spoken


def may_be_used(facts: Facts, figure: Quantity) -> bool:
    """Whether a figure is above nothing, not hedged, and no small number in words."""
    return figure.printed > 0 and figure.hedge is None and figure.start not in facts.spoken


def is_repeated(facts: Facts, figure: Quantity) -> bool:
    """Whether a figure is told more than once."""
    return facts.tellings[facts.size(figure)] > 1


def is_told(facts: Facts, figure: Quantity, planned: bool = False) -> bool:
    """Whether a figure of the text says what is (or was planned): no goal or price, not hedged."""
    return (
        is_plain(facts, figure)
        and not facts.in_table(figure.start)
        and (planned or status(facts, figure) == "actual")
    )


def changes_another(words: str, before: str) -> bool:
    """Whether a change is told of what nothing ``before`` tells: 学生912人，增加教师12人."""
    found = _CHANGED.search(words)
    if found is None or _ANYTHING.search(found["noun"]):
        return False
    return not {*found["noun"]} & {*before}


def are_called_otherwise(some: str, whole: str) -> bool:
    """Whether the name of some begins unlike any word of all: 24项任务, 尚有2项自加任务."""
    found = _SOME_CALLED.match(some)
    return found is not None and found["name"][:2] not in whole
