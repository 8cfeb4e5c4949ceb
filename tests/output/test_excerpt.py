"""Rows of excerpts for any marks in any text."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from linter.output.excerpt import Mark, marks_of, rows
from linter.output.width import Cells
from tests.output.samples import Span, document


@st.composite
def marked(draw: st.DrawFn) -> tuple[str, list[Mark]]:
    text = draw(st.text(st.sampled_from("甲乙，。“÷1234.5万元 a|\n"), min_size=1, max_size=200))
    ends = st.tuples(st.integers(0, len(text)), st.integers(0, len(text))).map(sorted)
    spans = draw(st.lists(ends, min_size=1, max_size=6))
    return text, [Mark(start, end, primary=n == 0) for n, (start, end) in enumerate(spans)]


@given(marked(), st.integers(12, 80), st.builds(Cells, st.booleans()))
def test_rows_fit_and_show_the_primary_mark_once(
    sample: tuple[str, list[Mark]], width: int, cells: Cells
) -> None:
    text, marks = sample
    found = list(rows(document("a.txt", text), marks, width, cells))
    assert all(cells.of(row.text) <= width for row in found)
    assert sum(mark.primary for row in found for mark in row.marks) == 1
    for row in found:
        assert all(0 <= mark.start <= mark.end <= len(row.text) for mark in row.marks)
        assert len(row.underline(cells)) <= width + 1


def test_a_figure_is_not_cut_in_two() -> None:
    text = "资金" * 20 + "24194.8万元，增长114.3%，" + "说明" * 20
    for width in range(24, 90):
        mark = Mark(text.index("增长"), text.index("增长") + 2, primary=True)
        (row,) = rows(document("a.txt", text), [mark], width, Cells())
        assert not any(
            row.text.startswith(f"…{tail}") for tail in ("4194", "194", "94.8", "4.8", ".8", "8万")
        )
        assert not any(row.text.endswith(f"{head}…") for head in ("1", "11", "114", "114."))


def test_marks_of_one_document_leave_out_other_documents_and_repeats() -> None:
    primary, other = Span(5, 6), Span(1, 2)
    found = marks_of(primary, [other, other, primary, Span(1, 2, 1)], 0)
    assert found == [Mark(1, 2, primary=False), Mark(5, 6, primary=True)]


def test_a_line_of_millions_of_characters_costs_no_more_than_its_neighbourhood() -> None:
    text = "资金12.5万元，" * 1_000_000
    file = document("a.txt", text)
    marks = [Mark(start, start + 5, primary=start == 9_000) for start in range(0, 9_000_000, 9_000)]
    found = list(rows(file, marks, 60, Cells()))
    assert len(found) == 1000
    assert all(Cells().of(row.text) <= 60 for row in found)
