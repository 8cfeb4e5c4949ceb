"""No text with a match is without the words that its expression is said to need."""

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
from linter.regexes.late import _Late, regex
from linter.regexes.programs import compiled_anew

CASES = [
    ("北京|北海", (("北京", "北海"),)),
    ("[上下]半年", (("上半年", "下半年"),)),
    (r"\d+月(?:完工|竣工)", (("月完工", "月竣工"),)),
    (r"甲\d+(?:完工|竣工)", (("完工", "竣工"), ("甲",))),
    ("(?P<word>去年|前年)度?[^。]{0,8}(?:增长|下降)", (("去年", "前年"), ("增长", "下降"))),
    ("(?:共|计)+为", (("共", "计"), ("为",))),
    ("共?", ()),
    ("(?:甲乙)?", ()),
    ("(?:甲|)丙", (("丙",),)),
    ("(?:甲|[^乙])", ()),
    ("(?=甲)[^乙]", ()),
    ("(?i:ab)c", (("c",),)),
    (r"(甲)\1", (("甲",),)),
    ("(?>甲乙|丙)丁", (("甲乙", "丙"), ("丁",))),
]


def needed(pattern: str, flags: int = 0) -> tuple[tuple[str, ...], ...]:
    return compiled_anew(pattern, flags).needed


@pytest.mark.parametrize(("pattern", "sets"), CASES)
def test_what_a_match_needs(pattern: str, sets: tuple[tuple[str, ...], ...]) -> None:
    assert {frozenset(words) for words in needed(pattern)} == {frozenset(words) for words in sets}


def test_where_case_does_not_count_nothing_is_needed() -> None:
    assert needed("甲ab", re.IGNORECASE) == ()


PIECES = st.sampled_from(
    ["甲", "乙", "丙", "[甲乙]", "[^甲]", ".", r"\b", "^", "$", "(?=乙)", "(?!丙)"]
)
PATTERNS = st.recursive(
    PIECES,
    lambda inner: st.one_of(
        st.lists(inner, min_size=1, max_size=4).map("".join),
        st.lists(inner, min_size=2, max_size=3).map(lambda parts: f"(?:{'|'.join(parts)})"),
        st.tuples(inner, st.sampled_from(["?", "*", "+", "{2}", "{0,2}", "+?"])).map(
            lambda pair: f"(?:{pair[0]}){pair[1]}"
        ),
    ),
    max_leaves=8,
)


@given(PATTERNS, st.text("甲乙丙丁", max_size=8))
def test_any_match_has_a_word_of_each_set(pattern: str, text: str) -> None:
    for found in re.finditer(pattern, text):
        for words in needed(pattern):
            assert any(word in text for word in words), found


@given(PATTERNS, st.text("甲乙丙丁", max_size=8))
def test_what_is_found_is_what_re_finds(pattern: str, text: str) -> None:
    spans = [found.span() for found in re.finditer(pattern, text)]
    assert [found.span() for found in regex(pattern).finditer(text)] == spans
    assert [found.span() for found in regex(pattern).finditer(text, 2)] == [
        found.span() for found in re.compile(pattern).finditer(text, 2)
    ]


@pytest.mark.slow
def test_so_it_is_with_every_expression_of_the_linter(root: Path) -> None:
    """On passages that use them, each searched as it would be and in any case."""
    names = [module.name for module in pkgutil.walk_packages(linter.__path__, "linter.")]
    modules = [import_module(name) for name in names if not name.endswith("__main__")]
    passages = (root / "tests/benchmarks/accuracy/disputed.yaml").read_text("utf-8").splitlines()
    texts = ["\n".join(fold(line) for line in passages[at::40]) for at in range(40)]
    late = [one for module in modules for one in vars(module).values() if type(one) is _Late]
    skipped = 0
    for one in late:
        python_s = re.compile(one._pattern, one._flags)
        for text in (text for text in texts if one._lacks(text)):
            skipped += 1
            assert python_s.search(text) is None, one._pattern
    assert len(late) > 1_000
    assert skipped > 1_000
