from __future__ import annotations

from linter.judging.joined import join
from linter.model import Related, Span, Status, TextPlace, Verdict
from tests.cases import document

NARRATIVE = document("某局绩效自评报告\n支出90万元。\n", "报告.txt")
FORM = document("| 项目 | 支出（万元） |\n|---|---|\n| 甲 | 80 |\n", "表.md")


def test_blocks_tables_and_places_keep_their_texts() -> None:
    whole = join([NARRATIVE, FORM], [0, 1]).document
    assert len(whole.text) == len(whole.folded)
    words = [whole.text[b.start : b.end] for b in whole.blocks]
    assert words == [d.text[b.start : b.end] for d in (NARRATIVE, FORM) for b in d.blocks]
    (table,) = whole.tables
    assert [whole.text[c.start : c.end] for c in table.rows[1]] == ["甲", "80"]
    assert whole.place(whole.text.index("80")) == TextPlace(3, 7)


def test_only_what_lies_in_two_documents_is_of_both() -> None:
    joined = join([FORM, NARRATIVE], [1, 0])
    spent = joined.document.text.index("90万元")
    cell = joined.document.text.index("80")
    here, there = Span(spent, spent + 4), Span(cell, cell + 2)
    both = joined.apart(Verdict(Status.failed, "支出", here, (Related(there, "cell"),)))
    assert both is not None
    assert both.span == Span(NARRATIVE.text.index("90万元"), NARRATIVE.text.index("90万元") + 4, 1)
    assert both.related[0].span == Span(FORM.text.index("80"), FORM.text.index("80") + 2, 0)
    assert joined.apart(Verdict(Status.failed, "支出", here, (Related(here, "x"),))) is None
    assert joined.apart(Verdict(Status.not_applicable, "")) is None
