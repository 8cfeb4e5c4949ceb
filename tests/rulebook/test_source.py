"""Rule files as YAML: read with and without PyYAML's C library, and never an exception of another kind."""

from __future__ import annotations

from contextlib import suppress

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from linter import resources
from linter.rulebook import RulebookError
from linter.rulebook.building import read_rules
from linter.rulebook.files import File, read_files
from linter.rulebook.meaning import Known, check
from linter.rulebook.profiles import read_profiles
from linter.rulebook.source import Source
from linter.rulebook.vocabulary import read_vocabulary
from tests.rulebook.rules import RELATION, RULE

FILES = read_files(resources.folder("rules"))
KNOWN = Known.of(read_vocabulary(FILES.vocabulary), read_profiles(FILES.profiles))


@pytest.fixture(params=["CSafeLoader", "SafeLoader"])
def _loader(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    if request.param == "SafeLoader":
        monkeypatch.delattr(yaml, "CSafeLoader", raising=False)


def source(text: str) -> Source:
    return Source(File("own.yaml", text.encode("utf-8", "surrogatepass")))


@pytest.mark.usefixtures("_loader")
@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("a: 1\nb: 甲\x00\n", "2: 有不能用的字符 U+0000"),
        ("a: 1\nb: 2\na: 3\n", "3: a 写了两次（第一次在第 1 行）"),
        ("a: {b: 1, b: 2}\n", "1: b 写了两次（第一次在第 1 行）"),
        ("? [a]\n: 1\n", "1: 参数名应是文字"),
    ],
)
def test_what_is_yaml_faults(text: str, told: str) -> None:
    with pytest.raises(RulebookError) as caught:
        source(text)
    assert str(caught.value) == f"own.yaml:{told}"


@pytest.mark.usefixtures("_loader")
def test_words_are_taken_as_yaml_1_2_takes_them() -> None:
    data = source(
        "off: [no, on, 2021-02-29, 007, 1:30, 1_000, 0x1F, =]\n"
        "12: [true, null, ~, 3, -3, 0.5, 1.0e+3, 'true', \"3\"]\n"
    ).data
    assert data == {
        "off": ["no", "on", "2021-02-29", "007", "1:30", "1_000", "0x1F", "="],
        "12": [True, None, None, 3, -3, 0.5, 1000.0, "true", "3"],
    }


@pytest.mark.usefixtures("_loader")
def test_anchors_and_merges_work() -> None:
    data = source("a: &a {x: 1, y: 2}\nb: {<<: *a, y: 3}\nc: *a\n").data
    assert data["b"] == {"x": 1, "y": 3}
    assert data["c"] == {"x": 1, "y": 2}


def test_lines() -> None:
    found = source("- a:\n    - b\n    - {c: 1,\n       d: 2}\n- e\n")
    assert found.line(0, "a", 0) == 2
    assert found.line(0, "a", 1, "d") == 4
    assert found.line(0, "a", 1, "missing", 3) == 3
    assert found.line(1) == 5
    assert found.line() == 1
    assert source("").line(0) == 1


def test_data_that_holds_itself_is_refused() -> None:
    for text in ("&a [*a]\n", RULE.replace("[日效性]", "&a [*a]"), "- &a\n  text: *a\n  id: x\n"):
        with pytest.raises(RulebookError):
            list(read_rules(File("own.yaml", text.encode())))


def read(data: bytes) -> None:
    """Reads and checks rules; raises nothing but what is meant for people."""
    with suppress(RulebookError):
        for found in read_rules(File("own.yaml", data)):
            check(found.rule, found.source, found.index, KNOWN)


@given(st.binary() | st.text().map(str.encode))
def test_any_bytes(data: bytes) -> None:
    read(data)


PIECES = st.sampled_from(
    [
        *"\n\t {}[]:@&*!|>'\"%#,-?~0",
        "  ",
        "- ",
        "<<: ",
        "null",
        "@up-verbs",
        "{a:money}",
        "= b",
        "甲",
        "\ud800",
    ]
)


@st.composite
def damaged(draw: st.DrawFn) -> bytes:
    text = draw(st.sampled_from([RULE, RELATION]))
    for _ in range(draw(st.integers(1, 4))):
        at, piece = draw(st.integers(0, len(text))), draw(PIECES)
        text = text[:at] + piece + text[at + draw(st.integers(0, 12)) :]
    return text.encode("utf-8", "surrogatepass")


@given(damaged())
def test_any_damage(data: bytes) -> None:
    read(data)
