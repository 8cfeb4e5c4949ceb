"""``jixiao explain``: all about one rule: basis, reason, message, parameters and examples."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from linter.cli import rulebooks
from linter.cli.usage import Exit, Parser


def main(arguments: Sequence[str]) -> int:
    """Run the command."""
    parser = Parser("explain", "ID", "说明一条规则：依据、理由、提示、参数、正例和反例。")
    parser.values.add_argument("id", metavar="ID", help="规则编号，如 score/grade")
    rulebooks.add_option(parser)
    options = parser.parse_args(arguments)
    book = rulebooks.load(options.rules)
    rule = rulebooks.rule(options.id, book)

    from linter.output import rules
    from linter.output.sheet import Terminal

    terminal = Terminal(sys.stdout)
    terminal.show(rules.explain_on(terminal.sheet(), rule))
    return Exit.ok
