"""What is no YAML, said in plain words at its place, whichever of PyYAML's parsers reads it."""

from __future__ import annotations

import pytest
import yaml

from linter.rulebook import RulebookError
from linter.rulebook.files import File
from linter.rulebook.source import Source
from linter.rulebook.yaml_faults import explained


@pytest.fixture(params=["CSafeLoader", "SafeLoader"])
def _loader(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    if request.param == "SafeLoader":
        monkeypatch.delattr(yaml, "CSafeLoader", raising=False)


@pytest.mark.usefixtures("_loader")
@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("a: 1\nb:\n\tc: 1\n", "3: 第 1 列：缩进用了制表符（Tab），YAML 只能用空格"),
        ("- id: a\n  \tname: b\n", "2: 第 3 列：缩进用了制表符（Tab），YAML 只能用空格"),
        ("a: 1\nb: @c\n", "2: 第 4 列：以 @ 开头的文字要加引号"),
        ("a: 1\nb: `c\n", "2: 第 4 列：以 ` 开头的文字要加引号"),
        ("a: 1\nb: *c\n", "2: 第 4 列：以 * 开头的文字要加引号"),
        ("a: [!(甲)乙]\n", "1: 第 5 列：以 ! 开头的文字要加引号"),
        ("a: 1\nb: !!python/name:os.system\n", "2: 第 4 列：以 ! 开头的文字要加引号"),
        ("a: |甲\nb: 1\n", "1: 第 4 列：以 | 开头的文字要加引号"),
        ("a: {甲}乙\nb: 1\n", "1: 第 7 列：以 { 开头的文字要加引号"),
        ("- id: a\n  name:甲\n  why: b\n", "2: 第 7 列：冒号后面要空一格"),
        ("- id:a\n  name: b\n", "1: 第 5 列：冒号后面要空一格"),
        ("text:\n  forbid:[甲]\n  window: b\n", "2: 第 9 列：冒号后面要空一格"),
        ("a: 1\nb：甲\n", "2: 第 2 列：冒号是全角的（：），要用半角的 : 并在后面空一格"),
        ("- id：a\n  b: 1\n", "1: 第 5 列：冒号是全角的（：），要用半角的 : 并在后面空一格"),
        ("a: 1\n名称\nb: 2\n", "2: 第 1 列：这一行没有写成“参数: 值”"),
        ('a: ["甲"，"乙"]\n', "1: 第 8 列：这里的 ， 是全角的，要用半角的"),
        ("a: {zh: 甲，en: b}\n", "1: 第 10 列：这里的 ， 是全角的，要用半角的"),
        ('a: "甲\nb: 2\n', "1: 第 4 列：引号没有收尾"),
        ('a: "甲\nb: "乙"\nc: 1\n', "1: 第 4 列：这一行的引号没有成对"),
        ('a: {zh: "甲, en: "b"}\n', "1: 第 9 列：这一行的引号没有成对"),
        ('a: "甲"乙\nb: 1\n', "1: 第 7 列：引号后面还有文字：整个值都要放在引号里，里面的引号用“”"),
        ("a: [1\n", "1: 第 4 列：[ 没有收尾，缺 ]"),
        ("a: [1\nb: 2\n", "1: 第 4 列：[ 没有收尾，缺 ]"),
        ("- id: [\n", "2: 第 1 列：前面的括号没有收尾"),
        ("a: [甲,, 乙]\n", "1: 第 7 列：多了一个逗号"),
        ("a: {b: 1\nc: 2\n", "1: 第 4 列：{ 没有收尾，缺 }"),
        ('a: ["甲" "乙"]\n', "1: 第 9 列：前面缺逗号，或缺 ]"),
        ("a: [甲]]\nb: 1\n", "1: 第 7 列：多了一个 ]"),
        ("a: 甲: 乙\nb: 1\n", "1: 第 5 列：值里又有冒号，整个值要加引号"),
        ("a: 甲\n  b: 1\n", "2: 第 4 列：缩进不对：这一行比上一行多缩进了"),
        ("a:\n  b: 1\n c: 2\n", "3: 第 2 列：缩进不对：同一级的各项要左边对齐"),
        ("- id: a\n-id: b\n", "2: 第 1 列：横线（-）后面要空一格"),
        ("- id: a\n--- \n- id: b\n", "2: 第 1 列：一个文件里不能用 --- 分成几份"),
    ],
)
def test_the_common_slips(text: str, told: str) -> None:
    with pytest.raises(RulebookError) as caught:
        Source(File("own.yaml", text.encode()))
    assert str(caught.value) == f"own.yaml:{told}"


@pytest.mark.parametrize(
    ("mark", "told"),
    [
        (yaml.error.Mark("", 0, 1, 2, None, 0), (2, "第 3 列：YAML 写法有误：odd")),
        (yaml.error.Mark("", 0, 7, 2, None, 0), (8, "第 3 列：YAML 写法有误：odd")),
        (None, (0, "YAML 写法有误：odd")),
    ],
)
def test_what_nobody_foresaw_is_told_in_the_parser_s_words(
    mark: yaml.error.Mark | None, told: tuple[int, str]
) -> None:
    assert explained("a: 1\nb: 2\n", yaml.MarkedYAMLError(None, None, "odd", mark)) == told
