"""Profiles: what one file adds to, changes in and takes from the one that it extends."""

from __future__ import annotations

import json
import re
from decimal import Decimal
from pathlib import Path

import pytest

from linter import cli, resources
from linter.checks.layout import Layout
from linter.model import Severity
from linter.profile import Profile
from linter.rulebook import RulebookError
from linter.rulebook.files import File, read_all, yaml_files
from linter.rulebook.profiles import Names, check_names, load_profile, read_profiles
from linter.rulebook.source import Source
from tests.cases import book

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
    return read_profiles([[File(f"{name}.yaml", text.encode()) for name, text in named.items()]])


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
        ("name: 本局\nextends: comon\n", "2: 没有名为 comon 的框架，是否想写 common？"),
        ("name: 本局\nextends: own\n", "2: 框架互相继承：own → own"),
        ("extends: [common]\n", "1: extends 应为一个框架的名称"),
        ("- 甲\n", "1: 框架文件应是一组“参数: 值”"),
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
        (
            "extends: common\nchapters:\n  overview: {required: error}\n  result: {required: error}\n",
            "4: 所继承的框架里没有名为 result 的章节，是否想写 results？新章节要写 name 和 titles，这里没有 name、titles",
        ),
        (
            "extends: common\nchapters:\n  innovation: {name: 特色做法}\n",
            "3: 所继承的框架里没有名为 innovation 的章节；新章节要写 name 和 titles，这里没有 titles",
        ),
        (
            "extends: common\nchapters: {result: null}\n",
            "2: 所继承的框架里没有名为 result 的章节，是否想写 results？",
        ),
        (
            "chapters: {overview: {required: error}}\n",
            "1: 新章节要写 name 和 titles，这里没有 name、titles",
        ),
        ("extends: common\nchapters: {result: 甲}\n", "2: result 应为一组“参数: 值”，这里是文字"),
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
    assert told == "c.yaml:3: 框架互相继承：a → b → c → a"


def test_a_parent_s_fault_is_told_at_the_parent() -> None:
    told = refusal(a="extends: z\nname: 甲\n", z="name: 丙\ntotla: 1\n")
    assert told == "z.yaml:2: 没有名为 totla 的参数，是否想写 total？"


def test_the_shipped_profiles_are_complete() -> None:
    shipped = read_profiles([read_all(yaml_files(SHIPPED))])
    assert {"common", "2013", "guobiao2020"} <= shipped.keys()
    for profile in shipped.values():
        assert profile.name
        assert profile.chapters
        assert profile.grades


def test_a_bureau_s_own_file(tmp_path: Path) -> None:
    path = tmp_path / "2013.yaml"
    path.write_text("extends: '2013'\nname: 本县\noff: [score/grade]\n", "utf-8")
    own = load_profile(path, [SHIPPED])
    assert (own.id, own.name, own.off) == ("2013", "本县", ("score/grade",))
    assert own.chapters == read_profiles([read_all(yaml_files(SHIPPED))])["2013"].chapters


def test_a_bureau_s_own_file_may_be_named_by_number(tmp_path: Path) -> None:
    path = tmp_path / "own.yaml"
    path.write_text("extends: 2013\nname: 本县\n", "utf-8")
    assert load_profile(path, [SHIPPED]).name == "本县"


def test_a_missing_file(tmp_path: Path) -> None:
    path = tmp_path / "own.yaml"
    with pytest.raises(RulebookError) as caught:
        load_profile(path, [SHIPPED])
    assert str(caught.value) == f"{path}: 没有这个框架文件"


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
    told = "own.yaml:1: 没有名为 comon 的框架，是否想写 common？"
    assert told in capsys.readouterr().err


NAMES = Names(
    rules=["score/grade", "score/total"],
    thresholds=["low-rate"],
    headers=["adjusted", "budget"],
    layouts={"body-font": Layout(of="body", font=("仿宋",))},
)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "extends: common\nseverities:\n  score/grade: info\n  score/grades: info\n",
            "4: 没有名为 score/grades 的规则，是否想写 score/grade？",
        ),
        (
            "extends: common\nseverities: {score/totl: null}\n",
            "2: 没有名为 score/totl 的规则，是否想写 score/total？",
        ),
        (
            "extends: common\noff:\n  - score/grade\n  - scor/grade\n",
            "4: 没有名为 scor/grade 的规则，是否想写 score/grade？",
        ),
        (
            "extends: common\nthresholds: {lowrate: 0.8}\n",
            "2: 没有名为 lowrate 的门槛，是否想写 low-rate？",
        ),
        (
            "extends: common\ndenominators: [budget,\n  ajusted]\n",
            "3: 没有名为 ajusted 的表头，是否想写 adjusted？",
        ),
        (
            "extends: common\nlayout:\n  body: {font: [宋体]}\n",
            "3: 没有名为 body 的版式规则，是否想写 body-font？",
        ),
        (
            "extends: common\nlayout:\n  body-font: {fnt: [宋体]}\n",
            "3: 没有名为 fnt 的参数，是否想写 font？",
        ),
        (
            "extends: common\nlayout:\n  body-font:\n    size: [三号, 3号]\n",
            "4: size 的写法不对：3号",
        ),
        ("extends: common\nlayout: [body-font]\n", "2: layout 应为一组“参数: 值”，这里是列表"),
        ("extends: common\nthresholds: {low-rate: 很低}\n", "2: low-rate 应为数，这里是 很低"),
        (
            "extends: common\nthresholds: {low-rate: 85}\n",
            "2: 门槛写作小数：85% 写作 0.85",
        ),
        (
            "extends: common\ngrades:\n- {name: 优, floor: 80}\n- {name: 良, floor: 95}\n",
            "4: 等级应从高到低写，floor 逐个变小",
        ),
    ],
)
def test_names_that_mean_nothing_are_refused(text: str, told: str, tmp_path: Path) -> None:
    path = tmp_path / "own.yaml"
    path.write_text(text, "utf-8")
    with pytest.raises(RulebookError) as caught:
        load_profile(path, [SHIPPED], NAMES)
    assert str(caught.value) == f"{path}:{told}"


def test_names_that_mean_something_are_taken(tmp_path: Path) -> None:
    path = tmp_path / "own.yaml"
    path.write_text(
        "extends: common\nseverities: {score/grade: null}\noff: [score/total]\n"
        "thresholds: {low-rate: 0.8}\ndenominators: null\n"
        "layout: {body-font: {size: [小三, 15.5]}}\n",
        "utf-8",
    )
    own = load_profile(path, [SHIPPED], NAMES)
    assert (own.off, own.thresholds["low-rate"]) == (("score/total",), Decimal("0.8"))
    assert own.layout == {"body-font": {"size": ["小三", 15.5]}}


@pytest.mark.parametrize("file", read_all(yaml_files(SHIPPED)), ids=lambda file: file.name)
def test_shipped_profiles_name_what_there_is(file: File) -> None:
    check_names(Source(file), Names.of(book().rules, book().vocabulary))


OWN = """\
extends: sichuan
name: 本县项目支出自评
thresholds: {low-rate: 0.95, far-exceeded: 0.1}
grades: [{name: 好, floor: 85, synonyms: [优, 优秀]}, {name: 一般, floor: 0, synonyms: [良, 中, 差]}]
chapters:
  innovation: {name: 特色做法, titles: [特色做法], required: error}
severities: {indicator/far-exceeded: error}
off: [evidence/satisfaction]
"""
WHOLE = """\
青山县水利局2023年度灌渠维修项目支出绩效自评报告
一、项目概况
维修灌渠。
二、项目资金申报及使用情况
全年预算执行率92.4%，专款专用，没有挤占挪用。群众满意率99%。
三、项目实施及管理情况
按制度管理。
四、项目绩效情况
| 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分 | 偏差原因分析及改进措施 |
|---|---|---|---|---|---|
| 培训 | ≥500人次 | 600人次 | 10 | 10 | |

五、评价结论及建议
自评得分86分，等级为“优”。
"""


def test_a_bureau_s_few_lines_do_their_work(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Each line of it changes what is said of the report."""
    monkeypatch.chdir(tmp_path)
    Path("report.md").write_text(WHOLE, "utf-8")
    Path("own.yaml").write_text(OWN, "utf-8")

    def told(profile: str) -> dict[str, list[tuple[str, str]]]:
        cli.main(["lint", "report.md", "--profile", profile, "--format", "json"])
        (report,) = json.loads(capsys.readouterr().out)["reports"]
        found: dict[str, list[tuple[str, str]]] = {}
        for finding in report["findings"]:
            found.setdefault(finding["rule"], []).append((finding["severity"], finding["message"]))
        return found

    shipped, own = told("sichuan"), told("own.yaml")
    assert "budget/low-rate" not in shipped
    assert own["budget/low-rate"] == [("info", "执行率92.4%低于95%，全文没有看到原因")]
    assert "indicator/far-exceeded" not in shipped
    ((severity, message),) = own["indicator/far-exceeded"]
    assert (severity, "超过目标10%以上" in message) == ("error", True)
    assert [message for _, message in shipped["score/grade"]] == ["86分应为“良”，文中为“优”"]
    assert "score/grade" not in own
    missing = [
        message for _, message in own["structure/required-chapters"] if "特色做法" in message
    ]
    assert len(missing) == 1
    assert "evidence/satisfaction" in shipped
    assert "evidence/satisfaction" not in own
