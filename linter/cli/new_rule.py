"""``jixiao new-rule``: a commented skeleton of a rule of some kind, with examples."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from linter import checks
from linter.cli import rulebooks
from linter.cli.usage import Exit, Parser, UsageError, one_of


def main(arguments: Sequence[str]) -> int:
    """Run the command."""
    kinds = checks.kinds()
    parser = Parser(
        "new-rule",
        "KIND",
        f"写出一条新规则的样本，带说明和正反例，改成自己的即可。种类：{'、'.join(kinds)}。",
    )
    parser.values.add_argument("kind", metavar="KIND", type=one_of(kinds), help="检查的种类")
    parser.options.add_argument(
        "-o", "--output", metavar="FILE", help="写到这个文件（已有的不覆盖），默认打印出来"
    )
    options = parser.parse_args(arguments)

    from linter.rulebook.skeleton import model, skeleton

    rule = model(options.kind, rulebooks.load([]))
    if rule is None:
        raise UsageError(f"内置规则中没有 {options.kind} 的样本")
    text = skeleton(rule)
    if options.output is None:
        print(text, end="")
        return Exit.ok
    path = Path(options.output)
    if path.exists():
        raise UsageError(f"{path} 已经存在")
    path.write_text(text, "utf-8", newline="\n")
    print(f"已写到 {path}；改好后用 jixiao test-rules {path} 检验")
    return Exit.ok
