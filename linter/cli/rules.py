"""``jixiao rules``: every rule with its id, catalogue rows, severity and name."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from linter.cli import rulebooks
from linter.cli.usage import Exit, Parser


def main(arguments: Sequence[str]) -> int:
    """Run the command."""
    parser = Parser("rules", "", "列出全部规则：编号、目录行、级别、名称。")
    rulebooks.add_option(parser)
    options = parser.parse_args(arguments)
    book = rulebooks.load(options.rules)

    from linter.output import rules
    from linter.output.sheet import Terminal

    terminal = Terminal(sys.stdout)
    terminal.show(rules.list_on(terminal.sheet(), book.rules))
    return Exit.ok
