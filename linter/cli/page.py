"""``jixiao page``: build the page that checks reports in a browser, in one HTML file."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from linter.cli import rulebooks
from linter.cli.usage import Exit, Parser, UsageError
from linter.page import builder, packages
from linter.rulebook import RulebookError


def main(arguments: Sequence[str]) -> int:
    """Run the command."""
    options = _parser().parse_args(arguments)
    try:
        made = builder.page([Path(path) for path in options.rules], options.title)
    except (RulebookError, packages.PageError) as error:
        raise UsageError(str(error)) from error
    try:
        Path(options.output).write_bytes(made)
    except OSError as error:
        raise UsageError(f"无法写入 {options.output}（{error.strerror}）") from error
    print(f"已生成 {options.output}（{len(made) / 1_000_000:.1f} MB），双击即可在浏览器中打开")
    return Exit.ok


def _parser() -> Parser:
    parser = Parser(
        "page",
        "",
        "生成检查网页：一个 HTML 文件，双击打开，把报告拖进去即可检查，不联网、不安装。"
        "生成时要用 Node.js（node、npm）和 pip。",
    )
    add = parser.options.add_argument
    add(
        "-o",
        "--output",
        default="jixiao-check.html",
        metavar="FILE",
        help="写到这个文件（默认 jixiao-check.html）",
    )
    title = builder.TITLE
    add("--title", default=title, metavar="TITLE", help=f"网页的标题（默认“{title}”）")
    rulebooks.add_option(parser)
    return parser
