"""Which files make a rule book, and in which order."""

from __future__ import annotations

from pathlib import Path

import pytest

from linter import resources
from linter.rulebook import Rulebook, RulebookError, building
from linter.rulebook.files import RuleFiles, read_files, rule_files
from tests.rulebook.rules import RULE

SHIPPED = resources.folder("rules")


def test_a_folder_s_rule_files(tmp_path: Path) -> None:
    for name in ("b.yaml", "a.yml", "c/a.yaml", "profiles/own.yaml", "vocabulary/x.yaml", "d.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("[]", "utf-8")
    found = [path.relative_to(tmp_path).as_posix() for path in rule_files(tmp_path)]
    assert found == ["a.yml", "b.yaml", "c/a.yaml"]
    assert rule_files(tmp_path / "d.txt") == [tmp_path / "d.txt"]


def test_a_file_that_cannot_be_read(tmp_path: Path) -> None:
    (tmp_path / "folder.yaml").mkdir()
    with pytest.raises(RulebookError) as caught:
        read_files(SHIPPED, [tmp_path])
    assert str(caught.value).startswith(f"{tmp_path / 'folder.yaml'}: 无法读取（")


def _folder(path: Path, **texts: str) -> Path:
    path.mkdir()
    for name, text in texts.items():
        (path / f"{name}.yaml").write_text(text, "utf-8")
    return path


def _built(*own: Path) -> Rulebook:
    """The rule book of folders of own rules alone."""
    shipped = read_files(SHIPPED)
    folders = read_files(SHIPPED, own).rules[len(shipped.rules) :]
    return building.build(RuleFiles(folders, shipped.profiles, shipped.vocabulary))


def test_a_rule_takes_the_place_of_one_of_the_same_id_in_a_folder_before(tmp_path: Path) -> None:
    province = _folder(tmp_path / "省", a=RULE + RULE.replace("typography/own", "typography/other"))
    county = _folder(tmp_path / "县", b=RULE.replace("name: 名称", "name: 本局的"))
    book = _built(province, county)
    assert [(rule.id, rule.header.name) for rule in book.rules] == [
        ("typography/own", "本局的"),
        ("typography/other", "名称"),
    ]
    assert [Path(rule.source).name for rule in book.rules] == ["b.yaml", "a.yaml"]


def test_two_files_of_a_folder_have_no_rule_of_the_same_id(tmp_path: Path) -> None:
    own = _folder(tmp_path / "县", a=RULE, b="\n" + RULE)
    with pytest.raises(RulebookError) as caught:
        _built(own)
    told = f"{own / 'b.yaml'}:2: 编号 typography/own 已在 {own / 'a.yaml'} 里用过"
    assert str(caught.value) == told


def test_a_bureau_s_own_vocabulary_is_read_behind_the_shipped_one(tmp_path: Path) -> None:
    shipped = read_files(SHIPPED).vocabulary
    (tmp_path / "vocabulary").mkdir()
    own = tmp_path / "vocabulary" / "partitions.yaml"
    own.write_text("- [[甲档], [乙档]]\n", "utf-8")
    files = read_files(SHIPPED, [tmp_path])
    assert files.vocabulary[: len(shipped)] == shipped
    assert [file.path for file in files.vocabulary[len(shipped) :]] == [str(own)]
    assert building.build(files).vocabulary.partitions[-1] == (("甲档",), ("乙档",))


def test_a_folder_of_which_nothing_is_read(tmp_path: Path) -> None:
    (tmp_path / "说明.txt").write_text("略", "utf-8")
    with pytest.raises(RulebookError) as caught:
        read_files(SHIPPED, [tmp_path])
    assert str(caught.value) == f"{tmp_path}: 这个文件夹里没有规则文件（.yaml）"
    (tmp_path / "vocabulary").mkdir()
    (tmp_path / "vocabulary" / "cues.yml").write_text("past-year: [上届]\n", "utf-8")
    assert read_files(SHIPPED, [tmp_path]).vocabulary[-1].name == "cues"
