"""The members of a group told by their parts in it, behind how many they are.

验收组6人：组长赵某，副组长钱某，成员孙某、李某、周某、吴某.
"""

from __future__ import annotations

from linter.binding.counts.listed import Listed
from linter.facts.facts import Facts
from linter.facts.quantity import Quantity
from linter.regexes.late import regex

_NAME = r"(?:(?!各|等|分别|[组队]长|成员|[组队]员)[\u4e00-\u9fff]){2,4}?"
_NAMES = rf"{_NAME}(?:[、和及]{_NAME})*"
_END = (
    r"[。)\n]|[,，](?:负责(?![^,，;。、]{1,8}的)|对|于|共|具体|[分从到赴半逐]|采[用取]"
    "|历时|全程|先后|深入|现场)|$"
)
_ROSTER = regex(
    r"(?:组成|同志|人员|成员|专家)*[:,，(]"
    rf"(?P<row>[组队]长[由为是:]{{0,2}}(?P<head>{_NAMES})(?:担任)?[,，;、]"
    rf"(?:副[组队]长[由为是:]{{0,2}}(?P<deputy>{_NAMES})(?:担任)?[,，;、])?"
    rf"(?:成员|[组队]员)(?:[由为是有:]|包括)*(?P<rest>{_NAMES}))(?={_END})"
)
_AND = regex("[、和及]")
_NO_NAME = regex("[室科股局办院校站所]$|负责|人员|单位|部门|代表|专家|干部|若干|及其|[名人位]$")
_OTHERS = regex("[。,，][^。,，;]{0,8}?(?:另|抽调|外聘|聘请|邀请|联络员|顾问|秘书)")
"""What stands for several people, or for none by name; right behind them: there are others."""


def roster(facts: Facts, figure: Quantity) -> Listed | None:
    """Start, end and names of a group's leader, deputies and members."""
    found = _ROSTER.match(facts.text, figure.end) if figure.dimension == "person" else None
    if found is None:
        return None
    names = tuple(
        name
        for part in ("head", "deputy", "rest")
        if found[part]
        for name in _AND.split(found[part])
    )
    if any(map(_NO_NAME.search, names)) or len({*names}) < len(names):
        return None
    if _OTHERS.match(facts.text, found.end()):
        return None
    return (*found.span("row"), names)
