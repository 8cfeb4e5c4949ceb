"""Wrong rule files are refused with file, line, what is wrong and what was meant."""

from __future__ import annotations

from pathlib import Path

import pytest

from linter import resources
from linter.checks import kinds
from linter.rulebook import RulebookError, building
from linter.rulebook.files import File, RuleFiles, read_files
from linter.rulebook.skeleton import model, skeleton
from tests.cases import book
from tests.rulebook.rules import RELATION, RULE


@pytest.fixture(scope="module")
def shipped() -> RuleFiles:
    """Profiles and vocabulary, and no rules: what is built is quick to build."""
    files = read_files(resources.folder("rules"))
    return RuleFiles((), files.profiles, files.vocabulary)


def refusal(text: str | bytes, shipped: RuleFiles) -> str:
    """What is said of an own rule file."""
    data = text.encode() if isinstance(text, str) else text
    with pytest.raises(RulebookError) as caught:
        building.build(
            RuleFiles(((File("own.yaml", data),),), shipped.profiles, shipped.vocabulary)
        )
    return str(caught.value)


@pytest.mark.parametrize("text", [RULE, RELATION])
def test_the_rules_that_are_broken_here_are_right(text: str, shipped: RuleFiles) -> None:
    files = RuleFiles(((File("own.yaml", text.encode()),),), shipped.profiles, shipped.vocabulary)
    assert len(building.build(files).rules) == 1


KINDS = "、".join(kinds())


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        # parameters and kinds
        ("severity:", "serverity:", "4: 没有名为 serverity 的参数，是否想写 severity？"),
        ("  why: 统一用词。\n", "", "1: 缺少参数 why"),
        (
            "  why: 统一用词。\n",
            "  why: 统一用词。\n  whi: 统一用词。\n",
            "7: 没有名为 whi 的参数，是否想写 why？",
        ),
        ("forbid:", "forbids:", "8: 没有名为 forbids 的参数，是否想写 forbid？"),
        ("forbid: [", "winow: block\n    forbid: [", "8: 没有名为 winow 的参数，是否想写 window？"),
        ("  text:\n", "  txet:\n", "7: 没有名为 txet 的检查，是否想写 text？"),
        ("  text:\n", "  拼写:\n", "7: 没有名为 拼写 的检查"),
        ("  text:\n    forbid: [日效性]\n", "", f"1: 没有写检查的种类（{KINDS}）"),
        ("  text:\n", "  band: {}\n  text:\n", "8: 每条规则只有一种检查，这里有band、text"),
        # values
        ("severity: warning", "severity: fatal", "4: severity 应为 info、warning、error 之一，不是 fatal"),
        (
            "severity: warning",
            "severity: warnin",
            "4: severity 应为 info、warning、error 之一，不是 warnin，是否想写 warning？",
        ),
        ("severity: warning", "severity: 2", "4: severity 应为 info、warning、error 之一，不是 2"),
        ("[日效性]", "[日效性]\n    scope: prosa", "9: scope 应为 prose、report、titles 之一，不是 prosa，是否想写 prose？"),
        ("quote: 日效性", "quote: 2023", '16: quote 应为文字，这里是数字 2023，请加引号："2023"'),
        ("quote: 日效性", "quote: 9.10", '16: quote 应为文字，这里是数字 9.10，请加引号："9.10"'),
        ("quote: 日效性", "quote: true", '16: quote 应为文字，这里是真假值 true，请加引号："true"'),
        ("quote: 日效性", "quote:", "16: quote 应为文字，这里是空"),
        ("[日效性]", "[{at:malformed}]", "8: forbid 应为文字，这里是一组“参数: 值”；以花括号开头的文字要加引号"),
        ("[日效性]", "日效性", "8: forbid 应为列表，这里是文字；只有一项也要放在方括号里：[日效性]"),
        ("[日效性]", "[日效性]\n    relative: 是", "9: relative 应为true 或 false，这里是文字"),
        ("[日效性]", "[日效性]\n    replace: {甲: 乙, 丙: 3}", '9: 丙 应为文字，这里是数字 3，请加引号："3"'),
        ("name: 名称", 'name: ""', "3: name 不能为空"),
        ("      - {text: 时效性指标完成。}\n", "      []\n", "12: pass 不能为空"),
        ("id: typography/own", "id: typografy/own", "1: id 的写法不对：typografy/own"),
        # names
        ("[日效性]", "[日效性, '@up-verb 了']", "8: 没有名为 @up-verb 的词组，是否想写 @up-verbs？"),
        ("[日效性]", '["{:people}"]', "8: 没有名为 people 的量纲，是否想写 person？"),
        ("[日效性]", '["{比率:percent}"]', "8: 花括号里的名称只能用英文小写字母和下划线（如 each、total），这里是 比率"),
        # colons
        ("quote: 日效性", "quote：日效性", "16: 第 14 列：冒号是全角的（：），要用半角的 : 并在后面空一格"),
        ("{zh: ", "{zh:", "9: 没有名为 zh:\"应为时效性\" 的参数；冒号后面要空一格"),
        ("  text:\n    forbid: [日效性]", "  text:\n    forbid:[日效性]", "7: text 应为一组“参数: 值”，这里是文字；冒号后面要空一格"),
        ("{text: 时效", "{text：时效", "13: 没有名为 text：时效性指标完成。 的参数；冒号要用半角的，后面空一格"),
        # the languages
        ("[日效性]", "[日效性, '(日效性']", "8: 模式 '(日效性' "),
        ("[日效性]", "[日效性, '甲…121乙']", "8: 省略至多 120 个字，这里是 121 个"),
        # examples
        (
            "        quote: 日效性\n",
            "        quote: 日效性\n      - {text: 支出3万元。, quote: 出}\n      - {text: 支出4.5户。, quote: 出}\n",
            "18: 反例 3 与反例 2 只有数字和单位不同，请换一种写法",
        ),
        # YAML
        ("  name:", "\tname:", "3: 第 1 列：缩进用了制表符（Tab），YAML 只能用空格"),
        ("name: 名称", "name: @名称", "3: 第 9 列：以 @ 开头的文字要加引号"),
        ("  why:", "  name: 又一个\n  why:", "6: name 写了两次（第一次在第 3 行）"),
        ("    forbid: [日效性]", "    forbid: [日效性]\n    forbid: [甲]", "9: forbid 写了两次（第一次在第 8 行）"),
        ("[日效性]", "[日效性", "8: 第 13 列：[ 没有收尾，缺 ]"),
    ],
)  # fmt: skip
def test_a_wrong_rule(old: str, new: str, told: str, shipped: RuleFiles) -> None:
    assert old in RULE
    found = refusal(RULE.replace(old, new, 1), shipped)
    assert found.startswith("own.yaml:")
    said = found.removeprefix("own.yaml:")
    assert said == told or (told[-1] in " ：" and said.startswith(told))


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("dim: percent", "dim: percentage", "11: 没有名为 percentage 的量纲，是否想写 percent？"),
        ("dim: any", "dim: people", "15: 没有名为 people 的量纲，是否想写 person？"),
        ("dim: any", "dim: 3", '15: dim 应为文字，这里是数字 3，请加引号："3"'),
        ("dim: any", "dims: any", "15: 没有名为 dims 的参数，是否想写 dim？"),
        ("      now:\n", "      现数:\n", "14: 角色名只能用英文小写字母和下划线（如 each、total），这里是 现数"),
        ("      now:\n", "      now2:\n", "14: 角色名只能用英文小写字母和下划线（如 each、total），这里是 now2"),
        ('"rate = now / base"', '"比率 = now / base"', "19: 等式 '比率 = now / base' 第 1 个字符处无法理解；等式里只写角色的英文名、数和运算符"),
        ("derived: rate", "derived: rat", "8: 没有名为 rat 的角色，是否想写 rate？"),
        ("same-dim: now", "same-dim: nou", "13: 没有名为 nou 的角色，是否想写 now？"),
        ('"rate = now / base"', '"rat = now / base"', "19: 没有名为 rat 的角色，是否想写 rate？"),
        ('"rate = now / base - 1"', '"rate = now / bas - 1"', "18: 没有名为 bas 的角色，是否想写 base？"),
        ('"rate = now / base"', '"rate == now / base"', "19: 等式 'rate == now / base' 第 7 个字符处无法理解"),
        ('"rate = now / base"', '"rate = now /"', "19: 等式 'rate = now /' 没有写完"),
        ('cue: ["@up-verbs"]', 'cue: ["@up-verb"]', "12: 没有名为 @up-verb 的词组，是否想写 @up-verbs？"),
        ('- "@up-verbs":', '- "@up-vebs":', "18: 没有名为 @up-vebs 的词组，是否想写 @up-verbs？"),
        ('zh: "{rate}', 'zh: "{rat}', "21: 没有名为 rat 的角色，是否想写 rate？"),
        ("{rate.expected}", "{rate.expect}", "21: 没有名为 rate.expect 的角色，是否想写 rate.expected？"),
        ("核对{now}", "核对{nowhere}", "23: 没有名为 nowhere 的角色，是否想写 now？"),
        ("cue: [到]", "windows: [clause]", "16: 没有名为 windows 的参数"),
        ("    derived: rate\n", "    derived: rate\n    windows: [clause, blok]\n", "9: windows 应为 block、clause、report、section、sentence 之一，不是 blok，是否想写 block？"),
    ],
)  # fmt: skip
def test_a_wrong_relation(old: str, new: str, told: str, shipped: RuleFiles) -> None:
    assert old in RELATION
    assert refusal(RELATION.replace(old, new, 1), shipped) == f"own.yaml:{told}"


@pytest.mark.parametrize(
    ("kind", "told"),
    [
        ("empty-section: {chapters: [problem]}", "没有名为 problem 的章节，是否想写 problems？"),
        ('compare: {pairs: marks, where: ["small <= larger"]}', "没有名为 small 的角色，是否想写 smaller？"),
        ('claim: {any: ["{a:money}比{b:money}"], derived: c, where: ["a = b"]}', "没有名为 c 的角色"),
        ('claim: {any: ["{a:mony}比{b:money}"], derived: a, where: ["a = b"]}', "没有名为 mony 的量纲，是否想写 money？"),
        ('table: {derived: a, roles: {a: {headers: [rates]}}, where: "a = 1"}', "没有名为 rates 的表头，是否想写 rate？"),
        ('relation: {derived: a, roles: {}, where: ["a = 1"]}', "roles 里一个角色也没有"),
        ("band: []", "band 应为一组“参数: 值”，这里是列表"),
        ("band:", "band 应为一组“参数: 值”，这里是空"),
        ("sum: {of: runs, parts: 3}", "没有名为 parts 的参数"),
        ("numbering: {kinds: [repeated, gap]}", "kinds 应为 backwards、inverted、level-skipped、repeated、skipped、style 之一，不是 gap"),
    ],
)  # fmt: skip
def test_wrong_parameters_of_other_kinds(kind: str, told: str, shipped: RuleFiles) -> None:
    text = RULE.replace("  text:\n    forbid: [日效性]\n", f"  {kind}\n")
    assert refusal(text, shipped) == f"own.yaml:7: {told}"


def test_an_id_that_stands_twice(shipped: RuleFiles) -> None:
    assert refusal(RULE + RULE, shipped) == "own.yaml:17: 编号 typography/own 已在第 1 行用过"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "1: 规则文件应是一个规则列表（以“- id: …”开头）"),
        ("id: a\n", "1: 规则文件应是一个规则列表（以“- id: …”开头）"),
        ("\n- 甲\n", "2: 每条规则应是一组“参数: 值”"),
        ("- id: a\n--- \n- id: b\n", "2: 第 1 列：一个文件里不能用 --- 分成几份"),
        ("- [a]: 1\n", "1: 参数名应是文字"),
        ("- &a\n  name: *a\n", "1: 没有写检查的种类"),
        ("- id: a\n  名: 甲".encode("gb18030"), "2: 不是 UTF-8 编码，请另存为 UTF-8"),
    ],
)
def test_what_is_no_rule_file(text: str | bytes, told: str, shipped: RuleFiles) -> None:
    assert refusal(text, shipped).startswith(f"own.yaml:{told}")


def test_a_mark_of_byte_order_is_no_fault(shipped: RuleFiles) -> None:
    files = RuleFiles(
        ((File("own.yaml", b"\xef\xbb\xbf" + RULE.encode()),),),
        shipped.profiles,
        shipped.vocabulary,
    )
    assert [rule.id for rule in building.build(files).rules] == ["typography/own"]


@pytest.mark.parametrize("word", ["no", "off", "2021-02-29", "007", "1:30", "1_000", "=", "~甲"])
def test_words_that_only_old_yaml_takes_for_more_are_text(word: str, shipped: RuleFiles) -> None:
    text = RULE.replace("quote: 日效性", f"quote: {word}")
    files = RuleFiles(((File("own.yaml", text.encode()),),), shipped.profiles, shipped.vocabulary)
    assert building.build(files).rules[0].header.examples.failing[0].quote == word


NAMED = [name for name, kind in kinds().items() if kind.spec.NAMES]


@pytest.mark.parametrize("kind", NAMED)
@pytest.mark.parametrize(
    ("equation", "told"),
    [("金额 = 单价", "第 1 个字符处无法理解"), ("nothing = something", "没有名为 ")],
)
def test_a_kind_that_finds_its_figures_says_what_an_equation_may_name(
    kind: str, equation: str, told: str, shipped: RuleFiles
) -> None:
    rule = model(kind, book())
    assert rule is not None
    text = skeleton(rule)
    for shown in rule.spec.equations():
        text = text.replace(shown, equation)
    assert equation in text
    assert told in refusal(text, shipped)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("日效性, ''", "这里是空的"),
        (
            "100%完成",
            "模式里的 100%完成 找不到：文中的数字要写 {:number}、{:count}、{:percent} 之类",
        ),
        ('"排 …8 第1名"', "模式里的 第1名 找不到"),
    ],
)
def test_words_that_no_text_has(words: str, told: str, shipped: RuleFiles) -> None:
    text = RULE.replace("forbid: [日效性]", f"forbid: [{words}]")
    assert refusal(text, shipped).startswith(f"own.yaml:8: {told}")


@pytest.mark.parametrize(
    "words", ['"排 …8 名"', '"{:count:个} …12 项"', "B超", '"{rate:percent} 完成"']
)
def test_numbers_of_gaps_and_slots_are_no_words(words: str, shipped: RuleFiles) -> None:
    text = RULE.replace("forbid: [日效性]", f"forbid: [{words}]")
    files = RuleFiles(((File("own.yaml", text.encode()),),), shipped.profiles, shipped.vocabulary)
    assert len(building.build(files).rules) == 1


def test_a_missing_file(tmp_path: Path) -> None:
    path = tmp_path / "own.yaml"
    with pytest.raises(RulebookError) as caught:
        read_files(resources.folder("rules"), [path])
    assert str(caught.value) == f"{path}: 没有这个规则文件或文件夹"


def test_a_wrong_vocabulary(shipped: RuleFiles) -> None:
    broken = tuple(
        File(file.path, b"exact: [a]\n") if file.name == "units" else file
        for file in shipped.vocabulary
    )
    with pytest.raises(RulebookError, match=r"units\.yaml:1: 缺少参数 dimensions"):
        building.build(RuleFiles((), shipped.profiles, broken))
    with pytest.raises(RulebookError, match=r"词汇文件夹里没有 units\.yaml"):
        building.build(RuleFiles((), shipped.profiles, ()))


@pytest.mark.parametrize(
    ("layout", "told"),
    [
        ("lines: {1: {font: 宋体}}", ""),
        ("lines: {1: {size: 三号}}", ""),
        ("lines: {2: {font: 宋体}}", "例子只有 1 行，没有第 2 行"),
        ("lines: {1-3: {font: 宋体}}", "例子只有 1 行，没有第 1-3 行"),
        ("lines: {一: {font: 宋体}}", "lines 的写法不对"),
        ("lines: {1: {fnt: 宋体}}", "没有名为 fnt 的参数，是否想写 font？"),
        ("lines: {1: {size: 3号}}", "size 的写法不对：3号"),
        ("page: {widht: 210}", "没有名为 widht 的参数，是否想写 width？"),
    ],
)
def test_the_layout_that_an_example_states(layout: str, told: str, shipped: RuleFiles) -> None:
    text = RULE.replace(
        "{text: 时效性指标完成。}", f"{{text: 时效性指标完成。, layout: {{{layout}}}}}"
    )
    if told:
        assert refusal(text, shipped) == f"own.yaml:13: {told}"
    else:
        files = RuleFiles(
            ((File("own.yaml", text.encode()),),), shipped.profiles, shipped.vocabulary
        )
        assert building.build(files).rules[0].header.examples.passing[0].layout is not None


def test_an_example_asks_for_a_profile_that_there_is(shipped: RuleFiles) -> None:
    text = RULE.replace("{text: 时效性指标完成。}", "{text: 时效性指标完成。, profile: sichuan}")
    files = RuleFiles(((File("own.yaml", text.encode()),),), shipped.profiles, shipped.vocabulary)
    assert building.build(files).rules[0].header.examples.passing[0].profile == "sichuan"
    told = refusal(text.replace("sichuan", "sichuam"), shipped)
    assert told == "own.yaml:13: 没有名为 sichuam 的框架，是否想写 sichuan？"
