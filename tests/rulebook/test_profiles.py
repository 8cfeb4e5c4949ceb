"""Profiles: what one file adds to, changes in and takes from the one that it extends."""

from __future__ import annotations

import re
from decimal import Decimal
from pathlib import Path

import pytest

from linter import cli, resources
from linter.model import Severity
from linter.profile import Profile
from linter.rulebook import RulebookError
from linter.rulebook.files import File, read_all, yaml_files
from linter.rulebook.profiles import load_profile, read_profiles

SHIPPED = resources.folder("rules") / "profiles"

COMMON = """\
name: 通用
total: 100
order: [overview, results]
chapters:
  overview: {name: 概况, titles: [概况], required: warning}
  results: {name: 完成情况, titles: [完成], words: [实现程度]}
grades: [{name: 优, floor: 90}, {name: 良, floor: 59.5}]
severities: {score/total: warning}
off: [numbering/sequence]
"""


def profiles(**files: str) -> dict[str, Profile]:
    """Profiles from texts by name."""
    named = {"common": COMMON, **files}
    return read_profiles(File(f"{name}.yaml", text.encode()) for name, text in named.items())


def refusal(**files: str) -> str:
    with pytest.raises(RulebookError) as caught:
        profiles(**files)
    return str(caught.value)


def test_a_profile_alone() -> None:
    common = profiles()["common"]
    assert (common.id, common.name, common.off) == ("common", "通用", ("numbering/sequence",))
    assert [grade.floor for grade in common.grades] == [Decimal(90), Decimal("59.5")]
    assert common.chapters["overview"].required is Severity.warning


def test_mappings_are_laid_over_and_lists_replaced() -> None:
    own = profiles(
        own="extends: common\n"
        "name: 本局\n"
        "total: 120\n"
        "order: [results]\n"
        "chapters: {overview: {required: error}, extra: {name: 附加, titles: [附加]}}\n"
        "grades: [{name: 好, floor: 80}]\n"
        "severities: {score/grade: info}\n"
        "off: []\n"
    )["own"]
    assert (own.id, own.name, own.total, own.order, own.off) == (
        *("own", "本局", Decimal(120)),
        *(("results",), ()),
    )
    assert list(own.chapters) == ["overview", "results", "extra"]
    overview = own.chapters["overview"]
    assert (overview.titles, overview.required) == (("概况",), Severity.error)
    assert [grade.name for grade in own.grades] == ["好"]
    assert own.severities == {"score/total": Severity.warning, "score/grade": Severity.info}


def test_null_takes_away() -> None:
    own = profiles(
        own="extends: common\n"
        "order: null\n"
        "chapters: {overview: {required: null}, results: null}\n"
        "severities: {score/total: null}\n"
    )["own"]
    assert (own.name, own.order, own.severities) == ("通用", (), {})
    assert list(own.chapters) == ["overview"]
    assert own.chapters["overview"].required is None


def test_what_is_taken_away_stays_away_through_a_chain() -> None:
    chain = profiles(
        parent="extends: common\nchapters: {overview: {words: [概述]}}\n",
        own="extends: parent\norder: []\nchapters: {results: null}\n",
        grandchild="extends: own\nchapters: {results: {name: 成果, titles: [成果]}}\n",
    )
    assert list(chain["own"].chapters) == ["overview"]
    assert chain["own"].chapters["overview"].words == ("概述",)
    assert chain["grandchild"].chapters["results"].words == ()
    assert chain["common"].chapters["results"].words == ("实现程度",)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("name: 本局\nextends: comon\n", "2: 没有名为 comon 的 profile，是否想写 common？"),
        ("name: 本局\nextends: own\n", "2: profile 互相继承：own → own"),
        ("extends: [common]\n", "1: extends 应为一个 profile 的名称"),
        ("- 甲\n", "1: profile 应是一组“参数: 值”"),
        ("extends: common\nordr: []\n", "2: 没有名为 ordr 的参数，是否想写 order？"),
        (
            "extends: common\nchapters:\n  overview:\n    requierd: error\n",
            "4: 没有名为 requierd 的参数，是否想写 required？",
        ),
        (
            "extends: common\nchapters:\n  overview: {titles: [概况]}\n  results:\n    required: fatal\n",
            "5: required 应为 info、warning、error 之一，不是 fatal",
        ),
        (
            "extends: common\norder:\n  - results\n  - overvew\n",
            "4: 没有名为 overvew 的章节，是否想写 overview？",
        ),
        (
            "extends: common\nchapters:\n  results:\n    within: overviews\n",
            "4: 没有名为 overviews 的章节，是否想写 overview？",
        ),
        ("name: 2013\n", '1: name 应为文字，这里是数字 2013，请加引号："2013"'),
        ("extends: common\ntotal: 百\n", "2: total 应为数，这里是 百"),
    ],
)
def test_refusals(text: str, told: str) -> None:
    assert refusal(own=text) == f"own.yaml:{told}"


def test_a_ring_of_three() -> None:
    told = refusal(
        a="name: 甲\nextends: b\n", b="name: 乙\nextends: c\n", c="name: 丙\n\nextends: a\n"
    )
    assert told == "c.yaml:3: profile 互相继承：a → b → c → a"


def test_a_parent_s_fault_is_told_at_the_parent() -> None:
    told = refusal(a="extends: z\nname: 甲\n", z="name: 丙\ntotla: 1\n")
    assert told == "z.yaml:2: 没有名为 totla 的参数，是否想写 total？"


def test_the_shipped_profiles_are_complete() -> None:
    shipped = read_profiles(read_all(yaml_files(SHIPPED)))
    assert {"common", "2013", "guobiao2020"} <= shipped.keys()
    for profile in shipped.values():
        assert profile.name
        assert profile.chapters
        assert profile.grades


def test_a_bureau_s_own_file(tmp_path: Path) -> None:
    path = tmp_path / "2013.yaml"
    path.write_text("extends: '2013'\nname: 本县\noff: [score/grade]\n", "utf-8")
    own = load_profile(path, SHIPPED)
    assert (own.id, own.name, own.off) == ("2013", "本县", ("score/grade",))
    assert own.chapters == read_profiles(read_all(yaml_files(SHIPPED)))["2013"].chapters


def test_a_bureau_s_own_file_may_be_named_by_number(tmp_path: Path) -> None:
    path = tmp_path / "own.yaml"
    path.write_text("extends: 2013\nname: 本县\n", "utf-8")
    assert load_profile(path, SHIPPED).name == "本县"


def test_a_missing_file(tmp_path: Path) -> None:
    path = tmp_path / "own.yaml"
    with pytest.raises(RulebookError) as caught:
        load_profile(path, SHIPPED)
    assert str(caught.value) == f"{path}: 没有这个 profile 文件"


REPORT = "青山县水渠项目绩效自评报告\n一、概况\n修渠。\n综合得分为85分，评价等级为差。\n"


@pytest.mark.parametrize(
    ("settings", "severity"),
    [("", "error"), ("severities: {score/grade: info}\n", "info"), ("off: [score/grade]\n", None)],
)
def test_the_command_takes_a_profile_by_path(
    settings: str,
    severity: str | None,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("report.txt").write_text(REPORT, "utf-8")
    Path("own.yaml").write_text(f"extends: common\n{settings}", "utf-8")
    command = ["lint", "report.txt", "--profile", "own.yaml", "--select", "score/grade"]
    status = cli.main([*command, "--format", "text"])
    found = re.findall(r": (\w+) score/grade ", capsys.readouterr().out)
    assert status == (1 if severity == "error" else 0)
    assert found == ([] if severity is None else [severity])


def test_the_command_refuses_a_wrong_profile(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("report.txt").write_text(REPORT, "utf-8")
    Path("own.yaml").write_text("extends: comon\n", "utf-8")
    assert cli.main(["lint", "report.txt", "--profile", "own.yaml"]) == 2
    told = "own.yaml:1: 没有名为 comon 的 profile，是否想写 common？"
    assert told in capsys.readouterr().err
