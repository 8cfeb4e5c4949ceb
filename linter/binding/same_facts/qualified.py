"""Rates that a name of their own tells apart from that of a table's total row: 政府采购执行率.

The total of a column 执行率 is that of all projects, or of what the table's title names.
"""

from __future__ import annotations

from linter.facts.facts import Facts
from linter.facts.quantity import Quantity
from linter.regexes.late import regex

_RATE = regex(
    r"(?P<of>[\u4e00-\u9fff“”\"、\d]{2,20}?)(?P<stem>[\u4e00-\u9fff]{2})率[^,，;。:\d]{0,6}$"
)
"""In a figure's own words: what the rate is of, up to its name."""
_GENERAL = regex(
    r"^(?:其中|经|年|月|日|[\d一二三四五六七八九十]+[、.]|[我本该此各全总均共]|\d)+|"
    r"(?:20\d\d年?度?|年度?|全年|当年|项目|资金|经费|财政|拨款|预算|支出|部门|单位|本级|整体|总体?|综合|平均|合计|全部|各项|所有"
    r"|专项|实际|最终|调整后|[全我本该各][县市区镇乡局校院办委站馆所队处省州]|一般公共|绩效|的|为|由|其|是|\d)"
)
"""What says no more than that the rate is of all that the report is about."""
_NEAR, _LINES, _FEWEST = 120, 2, 2
"""How far before a table its title stands, and in how many lines."""


def is_of_a_total(facts: Facts, figure: Quantity, other: Quantity) -> bool:
    """Whether one of two rates is that of a table's total row, and the other another's by name."""
    return any(
        cell is not None and cell[1].total and _has_its_own_name(facts, rate, cell[0].table.start)
        for rate, cell in (
            (figure, facts.cells.get(other.start)),
            (other, facts.cells.get(figure.start)),
        )
    )


def _has_its_own_name(facts: Facts, figure: Quantity, table: int) -> bool:
    """Whether a rate is of something that the title of the table at a place does not name."""
    found = _RATE.search(facts.text, *facts.own_lead(figure))
    if figure.dimension != "percent" or found is None:
        return False
    name = _GENERAL.sub("", found["of"])
    if len(name) < _FEWEST:
        return False
    lines = [line for line in facts.text[max(0, table - _NEAR) : table].split("\n") if line.strip()]
    title = "".join(lines[-_LINES:])
    return not any(name[at : at + _FEWEST] in title for at in range(len(name) - 1))
