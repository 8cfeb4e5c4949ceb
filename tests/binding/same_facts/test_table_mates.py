"""Whether the text tells a figure together with others of a cell's row or column."""

from __future__ import annotations

import pytest

from linter.binding.same_facts.table_mates import TableMates
from tests.cases import case

TABLE = """
| 乡镇 | 计划（亩） | 完成（亩） | 兑付率 |
|---|---|---|---|
| 青石镇 | 1840 | 1762 | 95.76% |
| 柳铺镇 | 2315 | 2290 | 98.92% |
| 白果镇 | 40 | 39 | 97.50% |
"""


@pytest.mark.parametrize(
    ("told", "figure", "cell", "is_mate"),
    [
        # of its row, of its column
        ("头一个做了1762亩，率为95.67%。", "95.67%", "95.76%", True),
        ("率有98.92%的，也有95.67%的。", "95.67%", "95.76%", True),
        # of another row and column, in another sentence, too far, of too few digits, the cell alone
        ("第二个做了2290亩，率为95.67%。", "95.67%", "95.76%", False),
        ("头一个做了1762亩。率为95.67%。", "95.67%", "95.76%", False),
        (f"做了1762亩，{'路远坡陡' * 16}，率为95.67%。", "95.67%", "95.76%", False),
        ("最小的种39亩，率为97.05%。", "97.05%", "97.50%", False),
        ("率95.76%，不是95.67%。", "95.67%", "95.76%", False),
    ],
)
def test_what_stands_beside_a_figure(told: str, figure: str, cell: str, is_mate: bool) -> None:
    facts = case(f"{TABLE}\n{told}\n").facts
    one = next(f for f in facts.running if facts.text[f.start : f.end] == figure)
    other = next(f for f in facts.quantities if facts.text[f.start : f.end] == cell)
    assert TableMates(facts).are_beside(one, other) is is_mate


def test_only_of_a_cell_and_a_figure_of_the_text() -> None:
    facts = case(f"{TABLE}\n头一个做了1762亩，率为95.67%。\n").facts
    cell = next(f for f in facts.quantities if f.start in facts.gridded)
    *_, one, other = facts.running
    assert not TableMates(facts).are_beside(one, other)
    assert not TableMates(facts).are_beside(cell, cell)


def test_a_figure_of_many_cells_tells_no_place() -> None:
    rows = "".join(
        f"| {name}镇 | 1840 | {at}762 |\n" for at, name in enumerate("甲乙丙丁戊己庚辛壬", 1)
    )
    facts = case(f"| 乡镇 | 计划 | 完成 |\n|---|---|---|\n{rows}\n都是1840亩，做了1726亩。\n").facts
    cell = next(f for f in facts.quantities if facts.text[f.start : f.end] == "1762")
    assert not TableMates(facts).are_beside(facts.running[-1], cell)
