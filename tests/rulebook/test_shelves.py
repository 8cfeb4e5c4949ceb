"""Where a profile finds the one that it extends, whether it lies among rules or by itself."""

from __future__ import annotations

from pathlib import Path

import pytest

from linter import cli, resources
from linter.rulebook import RulebookError, building, cache
from linter.rulebook.files import RuleFiles, read_files
from linter.rulebook.profiles import load_profile, read_profiles
from tests.rulebook.rules import RULE

SHIPPED = resources.folder("rules")
GRAMMARS = resources.folder("grammars")


def written(folder: Path, **texts: str) -> Path:
    """A folder with profiles in it."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in texts.items():
        (folder / f"{name}.yaml").write_text(text, "utf-8")
    return folder


def refusal(path: Path, *folders: Path) -> str:
    """What is said of a profile's file."""
    with pytest.raises(RulebookError) as caught:
        load_profile(path, [SHIPPED / "profiles", *folders])
    return str(caught.value)


def test_a_folder_of_rules_has_profiles_that_extend_each_other_and_the_shipped(
    tmp_path: Path,
) -> None:
    own = written(
        tmp_path / "profiles",
        本省="extends: guobiao2020\nname: 本省的\noff: [score/grade]\n",
        本县="extends: 本省\nname: 本县的\n",
        乡镇="extends: 本县.yaml\nname: 乡镇的\n",
    )
    files = read_files(SHIPPED, [tmp_path])
    assert [file.path for file in files.profiles[1]] == [
        str(path) for path in sorted(own.iterdir())
    ]
    profiles = read_profiles(files.profiles)
    assert profiles["乡镇"].off == ("score/grade",)
    assert profiles["本县"].chapters == profiles["guobiao2020"].chapters


def test_one_of_a_shipped_name_takes_its_place_and_may_extend_it(tmp_path: Path) -> None:
    written(tmp_path / "profiles", **{"2013": "extends: 2013\nname: 本县的\n"})
    before = read_profiles(read_files(SHIPPED).profiles)
    profiles = read_profiles(read_files(SHIPPED, [tmp_path]).profiles)
    assert profiles["2013"].name == "本县的"
    assert profiles["2013"].chapters == before["2013"].chapters
    assert list(profiles) == list(before)


def test_a_later_folder_extends_an_earlier_one(tmp_path: Path) -> None:
    written(tmp_path / "省" / "profiles", 本省="extends: common\ntotal: 120\n")
    written(tmp_path / "县" / "profiles", 本县="extends: 本省\nname: 本县的\n")
    both = read_profiles(read_files(SHIPPED, [tmp_path / "省", tmp_path / "县"]).profiles)
    assert both["本县"].total == 120
    with pytest.raises(RulebookError, match="没有名为 本省 的框架；有 2011、2013、"):
        read_profiles(read_files(SHIPPED, [tmp_path / "县"]).profiles)


def test_one_that_names_what_there_is_not_is_refused_with_the_rules(tmp_path: Path) -> None:
    written(tmp_path / "profiles", 本县="extends: common\noff:\n- typography/own\n- score/grad\n")
    written(tmp_path, own=RULE)
    shipped, own = read_files(SHIPPED), read_files(SHIPPED, [tmp_path])
    files = RuleFiles(own.rules[1:], ((*shipped.profiles[0],), own.profiles[1]), own.vocabulary)
    with pytest.raises(RulebookError) as caught:
        building.build(files)
    assert (
        str(caught.value) == f"{tmp_path / 'profiles' / '本县.yaml'}:4: 没有名为 score/grad 的规则"
    )


def test_a_kept_rule_book_is_another_when_a_profile_changes(tmp_path: Path) -> None:
    written(tmp_path, own=RULE)
    digests = {cache.digest(read_files(SHIPPED, [tmp_path]), GRAMMARS)}
    for text in ("extends: common\n", "extends: '2013'\n"):
        written(tmp_path / "profiles", 本县=text)
        digests.add(cache.digest(read_files(SHIPPED, [tmp_path]), GRAMMARS))
    assert len(digests) == 3


def test_a_file_by_itself_looks_beside_itself_first(tmp_path: Path) -> None:
    written(
        tmp_path,
        本县="extends: 本省.yaml\n",
        本省="extends: 2013\ntotal: 120\n",
        乡镇="extends: 本县\n",
        村="extends: 省/local\n",
    )
    written(tmp_path / "省", local="extends: beside\n", beside="extends: common\ntotal: 60\n")
    (tmp_path / "乡.yml").write_text("extends: 本县.yaml\n", "utf-8")
    for name, total in (("本县.yaml", 120), ("乡镇.yaml", 120), ("乡.yml", 120), ("村.yaml", 60)):
        assert load_profile(tmp_path / name, [SHIPPED / "profiles"]).total == total


def test_what_does_not_lie_beside_it_lies_among_the_rules(tmp_path: Path) -> None:
    rules = written(tmp_path / "rules" / "profiles", 本省="extends: common\ntotal: 120\n")
    own = written(tmp_path / "own", 本县="extends: 本省\n") / "本县.yaml"
    assert load_profile(own, [SHIPPED / "profiles", rules]).total == 120
    assert refusal(own).startswith(f"{own}:1: 没有名为 本省 的框架；有 2011、2013、")


def test_what_was_probably_meant(tmp_path: Path) -> None:
    written(tmp_path, 本县="name: 甲\nextends: 本省版.yaml\n", 本省版本="extends: common\n")
    path = tmp_path / "本县.yaml"
    assert refusal(path) == f"{path}:2: 没有名为 本省版.yaml 的框架，是否想写 本省版本？"


def test_files_in_a_ring(tmp_path: Path) -> None:
    written(tmp_path, 甲="extends: 乙.yaml\n", 乙="name: 乙\nextends: 甲\n")
    told = f"{tmp_path / '乙.yaml'}:2: 框架互相继承：甲 → 乙 → 甲"
    assert refusal(tmp_path / "甲.yaml") == told
    written(tmp_path / "profiles", 甲="extends: 乙\n", 乙="extends: 甲\n")
    with pytest.raises(RulebookError, match=r"乙\.yaml:1: 框架互相继承：甲 → 乙 → 甲|甲\.yaml:1: "):
        read_profiles(read_files(SHIPPED, [tmp_path]).profiles)


def test_a_profile_among_rules_is_told_where_it_belongs(tmp_path: Path) -> None:
    written(tmp_path, 本县="extends: common\n")
    shipped = read_files(SHIPPED)
    files = RuleFiles(
        read_files(SHIPPED, [tmp_path]).rules[1:], shipped.profiles, shipped.vocabulary
    )
    with pytest.raises(
        RulebookError, match=r"本县\.yaml:1: .*框架文件请放在规则文件夹的 profiles/ 里"
    ):
        building.build(files)


REPORT = "青山县水渠项目绩效自评报告\n一、概况\n修渠。\n综合得分为85分，评价等级为差。\n"


@pytest.mark.slow
def test_the_commands_know_it_by_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    example = RULE.replace("{text: 时效性指标完成。}", "{text: 时效性指标完成。, profile: 本县}")
    written(tmp_path / "本局", 用词=example)
    written(tmp_path / "本局" / "profiles", 本县="extends: common\noff: [score/grade]\n")
    written(tmp_path, 乡镇="extends: 本县\n")
    Path("report.txt").write_text(REPORT, "utf-8")
    assert cli.main(["test-rules", "本局"]) == 0
    command = ["lint", "report.txt", "--rules", "本局", "--select", "score/grade"]
    assert cli.main(command) == 1
    for profile in ("本县", "乡镇.yaml"):
        assert cli.main([*command, "--profile", profile]) == 0
    assert cli.main([*command, "--profile", "本显"]) == 2
    assert "没有名为 本显 的框架（profile），是否想写 本县？" in capsys.readouterr().err
