"""Whose a submission is: by its title, its form's fields, its signature, and where it lies."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from linter.binding.case import Case
from linter.binding.report import identity
from linter.binding.report.titles import subject
from linter.regexes.late import regex
from linter.season import Key

_REPORT, _WHOLE = regex("绩效|自评|评价"), regex("整体")
_NOTICE = regex(r"(?:通知|公告|函|批复|请示|办法|方案|清单|名单|台账)\s*$")
"""How the titles of papers end that speak of reports and are none."""
_UNIT = regex(
    r"(?:局|委|委员会|办|办公室|厅|院|校|中学|小学|幼儿园|中心|站|所|处|会|社|队|馆|政府|街道|公司|部)$"
)
"""How the names of units end."""
_OWN_UNIT = regex(
    r"(?<![各由经报])(?:实施单位|预算单位|填报单位|使用单位|单位名称)(?:\([^()]*\))?"
    r"[ \t:|]+([^\s:,，。;|]{3,40})"
)
_DEPARTMENT = regex(
    r"(?<![各由经报])(?:主管部门|部门名称)(?:\([^()]*\))?[ \t:|]+([^\s:,，。;|]{3,40})"
)
_UNIT_CODE = regex(r"(?:预算)?单位(?:编码|代码)[ \t:|]*([0-9A-Za-z-]{3,40})")
_PROJECT_CODE = regex(r"项目(?:编码|代码|编号)[ \t:|]*([0-9A-Za-z-]{3,40})")
_REGION = regex(r"[省市县区州盟旗镇乡]$|街道$|开发区|新区")
_LABELS = regex(
    r"(?:主管|实施|预算|填报|使用|项目|单位|联系|业务|归口)?"
    r"(?:名称|单位|部门|处室|科室|编码|代码|编号|类别|属性|资金|金额|负责人|联系人|电话)"
)
"""A field that was left empty has the next label behind it."""
_LAST, _SHORT = 8, 40
"""How many paragraphs at the end may hold the signature, and how long it may be."""


def key(cases: Sequence[Case]) -> Key:
    """What a submission's documents say of whose they are; empty where they do not."""
    titles = [_title(case) for case in cases]
    return Key(
        unit=_first((*(unit for unit, _ in titles), *_fields(_OWN_UNIT, cases), *_signed(cases))),
        unit_code=_first(_fields(_UNIT_CODE, cases)),
        project=_first((*_fields(identity.PROJECT, cases), *(project for _, project in titles))),
        project_code=_first(_fields(_PROJECT_CODE, cases)),
        department=_first(_fields(_DEPARTMENT, cases)),
    )


def placed(told: Key, path: str) -> Key:
    """What a submission says of itself, with what the folders above it say besides."""
    folders = path.split("/")[:-1]
    region = next((name for name in folders if _REGION.search(name)), "")
    units = [name for name in folders if name != region and _UNIT.search(name)]
    own = path.rsplit("/", maxsplit=1)[-1]
    unit = told.unit or (own if _UNIT.search(own) else units[-1] if units else "")
    return Key(
        unit=unit,
        unit_code=told.unit_code,
        project=told.project,
        project_code=told.project_code,
        region=told.region or region,
        department=told.department or (units[0] if units and units[0] != unit else ""),
    )


def _title(case: Case) -> tuple[str, str]:
    """Unit and project that a title names."""
    title = case.document.folded[case.outline.title_start : case.outline.title_end]
    if not _REPORT.search(title) or _NOTICE.search(title):
        return "", ""
    told = subject(title)
    if _WHOLE.search(title):
        unit = told.unit or told.project
        return (unit if _UNIT.search(unit) else ""), ""
    return told.unit, told.project


def _fields(pattern: object, cases: Sequence[Case]) -> Iterator[str]:
    """What stands behind a label in the documents."""
    for case in cases:
        for found in pattern.finditer(case.document.folded):  # type: ignore[attr-defined]
            value = case.text(*found.span(1)).strip()
            if not _LABELS.match(value) or _UNIT.search(value):
                yield value


def _signed(cases: Sequence[Case]) -> Iterator[str]:
    """Names of units that stand alone near the end of a document."""
    for case in cases:
        for block in reversed(case.document.blocks[-_LAST:]):
            words = case.document.folded[block.start : block.end].strip()
            if block.kind != "cell" and 4 <= len(words) <= _SHORT and _UNIT.search(words):
                yield words


def _first(found: Iterable[str]) -> str:
    return next((name for name in found if name), "")
