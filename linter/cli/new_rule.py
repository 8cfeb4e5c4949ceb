"""``jixiao new-rule``: a commented skeleton of a rule of some kind, with examples."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from linter import checks
from linter.cli import rulebooks
from linter.cli.usage import Exit, Parser, UsageError

_COLUMN = 18
"""Where the sentences of kinds begin."""


def main(arguments: Sequence[str]) -> int:
    """Run the command."""
    parser = Parser(
        "new-rule",
        "KIND",
        "写出一条新规则的样本，带说明和正反例，改成自己的即可。不写 KIND，则列出检查的全部种类。",
    )
    parser.values.add_argument("kind", metavar="KIND", nargs="?", help="检查的种类，如 text")
    parser.options.add_argument(
        "-o", "--output", metavar="FILE", help="写到这个文件（已有的不覆盖），默认打印出来"
    )
    options = parser.parse_args(arguments)
    _demand(options.kind)

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


def _demand(kind: str | None) -> None:
    """Refuses what is no kind, with all that are, each with what it checks."""
    kinds = checks.kinds()
    if kind in kinds:
        return
    listed = "\n".join(_listed())
    if kind is None:
        raise UsageError(f"请写出检查的种类：\n{listed}")
    unknown = UsageError.unknown("检查种类", kind, kinds)
    raise UsageError(f"{unknown}\n{listed}")


def _listed() -> Iterator[str]:
    """Every kind with its sentence."""
    from linter.rulebook.descriptions import descriptions

    for name, kind in descriptions().kinds.items():
        yield f"  {name:<{_COLUMN}}{kind.checks}"
