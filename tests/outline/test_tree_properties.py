"""What holds of every outline, whatever the text, and what it costs."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linter.model import Document, Outline
from linter.outline.markers import NUMERALS, STYLES, mark_at, ordinal
from linter.outline.tree import build
from linter.reading import read
from linter.reading.fold import fold

LINES = st.lists(
    st.one_of(
        st.builds(
            lambda style, value, rest: ordinal(style, value) + rest,
            st.sampled_from([*STYLES.values(), "第一章", "任务1："]),
            st.integers(1, 25),
            st.sampled_from(
                ["概况", "情况。正文，续。", "：无", "", "一是甲；二是乙；二是丙。", "……3"]
            ),
        ),
        st.sampled_from(
            [
                "# 标题",
                "## 二、标题",
                "**粗体**",
                "附件2",
                "目录",
                "正文。",
                "短行",
                "1.2 甲",
                "1.4 乙",
                "2.1.1丙",
            ]
        ),
        st.text(max_size=12),
    ),
    max_size=40,
)


def check(document: Document, outline: Outline) -> None:
    length = len(document.text)
    for index, section in enumerate(outline.sections):
        assert section.index == index
        assert 0 <= section.start <= section.title_end <= section.end <= length
        if section.parent >= 0:
            above = outline.sections[section.parent]
            assert section.parent < index
            assert section.depth == above.depth + 1
            assert above.start < section.start
            assert section.end <= above.end
        else:
            assert section.depth == 0
        if index:
            before = outline.sections[index - 1]
            assert before.start < section.start
            assert before.end <= section.start or section.end <= before.end
        if section.marker:
            assert document.text[section.marker.start : section.marker.end] == section.marker.text
            assert section.start == section.marker.start
    assert 0 <= outline.title_start <= outline.title_end <= length


@given(LINES, st.sampled_from([".txt", ".md"]))
def test_any_text_gives_a_tree(lines: list[str], suffix: str) -> None:
    document = read(f"a{suffix}", "\n".join(lines).encode("utf-8", "ignore"))
    outline, irregular = build(document)
    check(document, outline)
    for found in irregular:
        assert document.text[found.start : found.end] == found.found
        assert found.expected != found.found
    assert [found.start for found in irregular] == sorted(found.start for found in irregular)


@given(st.binary(max_size=200))
def test_any_bytes_give_a_tree(data: bytes) -> None:
    document = read("a.txt", data)
    check(document, build(document)[0])


@given(st.sampled_from(sorted(set(STYLES.values()))), st.integers(1, 20))
def test_a_number_reads_as_it_is_written(style: str, value: int) -> None:
    line = fold(ordinal(style, value) + {"其一": "，甲", "篇1": " 甲"}.get(style, "甲"))
    mark = mark_at(line, 0, len(line))
    assert mark is not None
    assert (mark.style, mark.value) == (style, value)


@given(st.lists(st.sampled_from(["一、", "（一）", "1.", "（1）", "①", "一是"]), max_size=40))
def test_regular_numbering_is_never_told(path: list[str]) -> None:
    """Levels in the usual order, each numbered from 1 under its parent."""
    order = ["一、", "（一）", "1.", "（1）", "①", "一是"]
    counts: list[int] = []
    lines = []
    for style in path:
        depth = min(order.index(style), len(counts))
        counts = [*counts[: depth + 1], *([0] if depth == len(counts) else [])]
        counts[depth] += 1
        lines.append(f"{ordinal(order[depth], counts[depth])}甲乙丙")
    outline, irregular = build(read("a.txt", "\n".join(lines).encode()))
    assert irregular == ()
    assert len(outline.sections) == len(lines)


def test_numerals() -> None:
    assert len(NUMERALS) == 99
    assert [NUMERALS[word] for word in ("一", "十", "十一", "二十", "二十一", "九十九")] == [
        1,
        10,
        11,
        20,
        21,
        99,
    ]


def test_deep_numbers_do_not_recurse() -> None:
    styles = [
        *sorted(set(STYLES.values())),
        "第一章",
        "第一节",
        "任务1：",
        "目标1：",
        "1.1",
        "1.1.1",
    ]
    lines = [(style if "1.1" in style else ordinal(style, 1)) + " 甲" for style in styles]
    text = "".join(f"{line}\n" for line in lines) * 200
    outline, _ = build(read("a.txt", text.encode()))
    assert len(outline.sections) > 3000
    check(read("a.txt", text.encode()), outline)
    markdown = "".join(f"{'#' * (n % 6 + 1)} 甲\n" for n in range(5000))
    assert len(build(read("a.md", markdown.encode()))[0].sections) >= 4999


def seconds(text: str, suffix: str) -> float:
    data = text.encode()
    best = 99.0
    for _ in range(3):
        gc.collect()
        start = time.perf_counter()
        build(read(f"a{suffix}", data, frozenset(("指标值", "得分"))))
        best = min(best, time.perf_counter() - start)
    return best


@pytest.mark.slow
@pytest.mark.alone
@pytest.mark.parametrize("suffix", [".txt", ".md"])
@pytest.mark.parametrize(
    "make",
    [
        lambda n: "".join(f"一、甲\n（{n}）乙\n{k % 97 + 1}.丙\n（{k % 97 + 1}）丁\n①戊\n" for k in range(n)),
        lambda n: "2.甲\n" * n,
        lambda n: "1.甲\n短行\n" * n,
        lambda n: "投入资金12万元，（2）见一是甲，" * n,
        lambda n: "一、" + " " * (n * 10) + "x",
        lambda n: "**a** `b` \\* " * n,
        lambda n: "|甲|乙|\n" * n,
        lambda n: "<!-- " * n,
        lambda n: "```a\n" * n,
        lambda n: "甲\u200b" * n,
        lambda n: "指标值\n得分\n指标值\n" * n,
        lambda n: "# 甲 " + "# " * n,
        lambda n: ("甲" * 30 + "\n") * n,
    ],
)  # fmt: skip
def test_cost_is_linear(make: Callable[[int], str], suffix: str) -> None:
    small, large = seconds(make(1000), suffix), seconds(make(10_000), suffix)
    assert large <= 20 * small + 0.05
    assert large < 10


@pytest.mark.slow
@pytest.mark.alone
def test_ten_megabytes_on_one_line() -> None:
    assert seconds("一是投入资金12万元；" * 330_000, ".txt") < 20
    assert seconds("一是投入资金12万元；" * 330_000, ".md") < 20


@pytest.mark.slow
@pytest.mark.alone
def test_a_hundred_thousand_lines() -> None:
    text = "一、概况\n本年投入资金12万元，完成任务。\n（一）背景\n1.立项，依据文件。\n" * 25_000
    assert seconds(text, ".txt") < 8
