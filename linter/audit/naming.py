"""Whether the files of one folder are of one submission, by what they are called."""

from __future__ import annotations

import os
from collections.abc import Sequence

from linter.regexes.late import regex

_CODE = regex(r"(?<![0-9A-Za-z])(?=[A-Za-z-]*(?:\d[A-Za-z-]*){6})[0-9A-Za-z-]{8,}(?![0-9A-Za-z])")
"""A project's code in the system: eight characters or more, six of them digits."""
_DATE = regex(r"^(?:19|20)\d{6}$")
_REPORT = regex(r"自评|绩效")
_KIND = regex(
    r"(?:19|20)\d\d(?:年度?)?|部门整体支出|整体支出|整体|项目支出|项目|专项|资金|经费|支出|年度"
    r"|预算|财政|绩效|自我|自评|评价|评分|目标|完成|情况|报告|说明|总结|申报|一览|汇总|得分|指标|体系"
    r"|表|附件|附|正文|终稿|定稿|初稿|最终|盖章|扫描|修改|更新|版|稿|件|公开|上报|材料|关于|的|副本"
    r"|[\W_\d]|[a-zA-Z]+"
)
"""What says only of what kind a file is, or which draft."""
_WHOLE = regex(r"整体")
_FEWEST = 2


def groups(files: Sequence[str]) -> list[list[str]]:
    """The files of a folder by submission: one, unless names tell several projects or units apart.

    Names tell by the project's code, or, of reports and forms, by what else they say. What says
    nothing of the kind (合同、照片) is a group of its own beside several.
    """
    found: dict[str, list[str]] = {}
    silent: list[str] = []
    for file in files:
        name = _whose(os.path.splitext(os.path.basename(file))[0])
        if name is None:
            silent.append(file)
        else:
            key = next((other for other in found if _alike(name, other)), name)
            found.setdefault(key, []).append(file)
    if len(found) < 2:
        return [list(files)]
    return [*found.values(), *([silent] if silent else [])]


def _whose(stem: str) -> str | None:
    """What a name says of whose a file is; nothing where it says but its kind."""
    for code in _CODE.finditer(stem):
        if not _DATE.match(code[0]):
            return f"#{code[0]}"
    if not _REPORT.search(stem):
        return None
    core = _KIND.sub("", stem)
    if len(core) < _FEWEST:
        return None
    return core + ("#" if _WHOLE.search(stem) else "")


def _alike(one: str, other: str) -> bool:
    """Whether two names may be of one submission: one holds the other."""
    if "#" in one or "#" in other:
        return one == other
    return one in other or other in one
