from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tests.benchmarks.accuracy.marks import excerpts, members, plain, spans, spans_of_claim

MARKED = "共⟦a/all|12万元⟧，其中⟦a/part|7万元⟧、⟦b/part|5万元⟧。⟦s/BEGIN⟧完。⟦s/END⟧"
TEXT = st.text(alphabet="甲乙1.\n", max_size=6)


def test_plain() -> None:
    assert plain(MARKED) == "共12万元，其中7万元、5万元。完。"


def test_spans() -> None:
    text = plain(MARKED)
    found = {key: [text[a:b] for a, b in places] for key, places in spans(MARKED).items()}
    assert found == {
        ("a", "all"): ["12万元"],
        ("a", "part"): ["7万元"],
        ("b", "part"): ["5万元"],
        ("s", "BEGIN"): [""],
        ("s", "END"): [""],
    }


def test_spans_of_claim() -> None:
    assert spans_of_claim(MARKED, "a") == [(1, 5), (8, 11)]


def test_members() -> None:
    assert members(MARKED, "a") == {"all": "12万元", "part": "7万元"}


def test_excerpts_show_one_claim() -> None:
    assert excerpts(f"题\n{MARKED}\n", "b") == ["共12万元，其中7万元、【part:5万元】。完。"]


@given(st.lists(st.tuples(TEXT, TEXT), max_size=8), TEXT)
def test_spans_hold_the_marked_texts(pieces: list[tuple[str, str]], rest: str) -> None:
    marked = "".join(f"{b}⟦c/m{i}|{t}⟧" for i, (b, t) in enumerate(pieces)) + rest
    text = plain(marked)
    assert text == "".join(before + inside for before, inside in pieces) + rest
    held = [text[a:b] for places in spans(marked).values() for a, b in places]
    assert held == [inside for _, inside in pieces]
