"""The vocabulary: a list that nobody would read is refused, not passed over."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from linter import resources
from linter.rulebook import RulebookError
from linter.rulebook.files import File, read_files
from linter.rulebook.vocabulary import read_vocabulary

FILES = read_files(resources.folder("rules")).vocabulary


def with_line(name: str, line: str) -> list[File]:
    """The shipped files, with a line after the last of one."""
    return [
        replace(file, path=f"{name}.yaml", data=file.data + line.encode())
        if file.name == name
        else file
        for file in FILES
    ]


def test_the_shipped_files_are_read() -> None:
    assert read_vocabulary(FILES).units.by_word["元"].dimension == "money"


@pytest.mark.parametrize(
    ("name", "line", "told"),
    [
        ("hedges", "  arround: [光景]\n", "没有名为 arround 的参数，是否想写 around？"),
        ("hedges", "befor:\n  below: [近]\n", "没有名为 befor 的参数，是否想写 before？"),
        ("units", "count: [坛]\n", "没有名为 count 的参数，是否想写 counts？"),
        ("series", "某节: {zeero: 2000}\n", "没有名为 zeero 的参数，是否想写 zero？"),
    ],
)
def test_a_list_that_is_not_read_is_refused(name: str, line: str, told: str) -> None:
    with pytest.raises(RulebookError) as caught:
        read_vocabulary(with_line(name, line))
    last = next(f for f in with_line(name, line) if f.name == name).data.count(b"\n")
    number = last - (line.count("\n") - 1)
    assert str(caught.value) == f"{name}.yaml:{number}: {told}"


def test_a_bureau_adds_words_to_the_lists() -> None:
    shipped = read_vocabulary(FILES)
    own = [
        File("本局/vocabulary/partitions.yaml", "- [[甲档], [乙档]]\n".encode()),
        File("本局/vocabulary/cues.yaml", "past-year: [上届]\n本局的词: [奖补]\n".encode()),
        File("本局/vocabulary/headers.yaml", "target: [本局目标]\n".encode()),
    ]
    read = read_vocabulary([*FILES, *own])
    assert read.partitions == (*shipped.partitions, (("甲档",), ("乙档",)))
    assert read.cues["past-year"] == (*shipped.cues["past-year"], "上届")
    assert read.cues["本局的词"] == ("奖补",)
    assert read.headers["target"][-1] == "本局目标"
    assert read.units == shipped.units


def test_the_shipped_files_named_again_change_nothing() -> None:
    assert read_vocabulary([*FILES, *FILES]) == read_vocabulary(FILES)


def test_what_cannot_be_added_to_is_refused() -> None:
    units = next(file for file in FILES if file.name == "units")
    own = File("本局/vocabulary/units.yaml", units.data + b"# own\n")
    with pytest.raises(RulebookError) as caught:
        read_vocabulary([*FILES, own])
    assert str(caught.value) == "本局/vocabulary/units.yaml: units.yaml 不能补充"
