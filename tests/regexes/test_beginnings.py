"""Programs that are told with what a match begins find what those of Python find."""

from __future__ import annotations

import pkgutil
import re
from importlib import import_module
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import linter
from linter.reading.fold import fold
from linter.regexes.late import _Late
from linter.regexes.programs import compiled_anew, taken

TOLD = [
    "第?(?P<quarter>[一二三四1-4])季度|(?P<half>[上下])半年",
    r"(?<![年月])(?:不足|[超突]出|\d+以上)",
    "(?=[甲乙])[^丙]{2}",
    "(?:甲?乙)+丙",
    "(?>甲|[乙丙])丁",
    r"\s*?[甲乙](?:$|。)",
]
LEFT = [
    "[甲乙]?",
    "[^甲](?:甲|乙)",
    ".[甲乙]",
    "[一-鿿]{2,4}(?:甲|乙)",
    r"(甲|乙)?\1",
    "(?i:[ab])c|d",
]


def of_python(pattern: str, flags: int = 0) -> re.Pattern[str]:
    return re.compile(pattern, flags)


def told(pattern: str, flags: int = 0) -> re.Pattern[str]:
    return taken(pattern, compiled_anew(pattern, flags))


@pytest.mark.parametrize("pattern", TOLD)
def test_what_may_begin_a_match_is_told(pattern: str) -> None:
    assert told(pattern) != of_python(pattern)


@pytest.mark.parametrize("pattern", [*LEFT, "甲|乙", "甲乙丙"])
def test_where_it_is_not_known_or_known_already_the_program_is_python_s(pattern: str) -> None:
    assert told(pattern) == of_python(pattern)


def test_where_case_does_not_count_the_program_is_python_s() -> None:
    assert told("(?:[ab]|x)c", re.IGNORECASE) == of_python("(?:[ab]|x)c", re.IGNORECASE)


PIECES = st.sampled_from(
    [
        "甲",
        "乙",
        "丙",
        "[甲乙]",
        "[^甲]",
        ".",
        r"\d",
        r"\b",
        "^",
        "$",
        "(?=[乙丙])",
        "(?!丙)",
        "(?<=甲)",
    ]
)
PATTERNS = st.recursive(
    PIECES,
    lambda inner: st.one_of(
        st.lists(inner, min_size=1, max_size=4).map("".join),
        st.lists(inner, min_size=2, max_size=3).map(lambda parts: f"(?:{'|'.join(parts)})"),
        st.tuples(inner, st.sampled_from(["?", "*", "+", "{2}", "{0,2}", "+?", "??"])).map(
            lambda pair: f"(?:{pair[0]}){pair[1]}"
        ),
    ),
    max_leaves=8,
)


def spans(pattern: re.Pattern[str], text: str) -> list[tuple[int, int]]:
    return [found.span() for found in pattern.finditer(text)]


@given(PATTERNS, st.text("甲乙丙丁1\n", max_size=8))
def test_the_same_is_found(pattern: str, text: str) -> None:
    assert spans(told(pattern), text) == spans(of_python(pattern), text)
    assert spans(told(pattern, re.MULTILINE), text) == spans(of_python(pattern, re.MULTILINE), text)


@pytest.mark.slow
def test_so_it_is_with_every_expression_of_the_linter(root: Path) -> None:
    """On passages that use them."""
    names = [module.name for module in pkgutil.walk_packages(linter.__path__, "linter.")]
    modules = [import_module(name) for name in names if not name.endswith("__main__")]
    late = [one for module in modules for one in vars(module).values() if type(one) is _Late]
    passages = (root / "tests/benchmarks/accuracy/disputed.yaml").read_text("utf-8").splitlines()
    text = fold("\n".join(passages[::4]))
    sought = {(one._pattern, one._flags) for one in late}
    changed = [asked for asked in sought if told(*asked) != of_python(*asked)]
    assert len(changed) > 200
    assert [p for p, f in changed if spans(told(p, f), text) != spans(of_python(p, f), text)] == []
