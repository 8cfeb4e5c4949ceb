"""Sketches: what changes them, what they estimate, and that they are the same everywhere."""

from __future__ import annotations

import random
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linter.audit.corpus.sketch import RATE, RUN, letters, numbers, sketch
from tests.generators.prose import Words


def prose(seed: int, least: int = 4000) -> str:
    return Words(random.Random(seed)).paragraph(least)


def test_figures_marks_and_spaces_do_not_count() -> None:
    one = "全年完成渠道清淤12.5公里，支出86万元。\n"
    other = "全年 完成（渠道清淤）9公里；支出1,024万元"
    assert letters(one) == letters(other) == "全年完成渠道清淤公里支出万元"


def test_about_one_run_in_eight_is_chosen() -> None:
    bare = letters(prose(1, 20_000))
    runs = len(bare) - RUN + 1
    assert len(numbers(sketch(bare))) == pytest.approx(runs / RATE, rel=0.1)


def test_shared_numbers_estimate_the_shared_text() -> None:
    one, other = letters(prose(1)), letters(prose(2))
    half = one[: len(one) // 2]
    own, mixed = set(numbers(sketch(one))), set(numbers(sketch(half + other)))
    assert len(own & mixed) / len(own) == pytest.approx(0.5, abs=0.08)


@given(st.text(st.characters(min_codepoint=0x4E00, max_codepoint=0x9FFF), max_size=60))
def test_a_stretch_has_its_numbers_wherever_it_stands(text: str) -> None:
    assert set(numbers(sketch(text))) <= set(numbers(sketch("此前" + text + "此后")))


@pytest.mark.parametrize("text", ["", "短", "\ud800", "𠀀𠀁𠀂", "a" * 50])
def test_what_is_no_text_has_no_numbers(text: str) -> None:
    assert numbers(sketch(letters(text))) == ()


def test_another_process_gives_the_same() -> None:
    """Whatever its seed of hashes: sketches are kept and compared between processes."""
    code = (
        "from linter.audit.corpus.sketch import *;"
        "print(sketch('县水务局对东干渠渗漏段采用土工膜铺底两侧浆砌石护坡').hex())"
    )
    told = {
        subprocess.run(
            [sys.executable, "-c", code],
            env={"PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(told) == 1
