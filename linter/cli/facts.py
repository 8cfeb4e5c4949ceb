"""``jixiao facts``: what was read from a report: quantities, dates, document numbers, scores."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from linter.cli import inputs, rulebooks
from linter.cli.console import as_utf8
from linter.cli.usage import Exit, Parser
from linter.judging import opening


def main(arguments: Sequence[str]) -> int:
    """Run the command."""
    parser = Parser("facts", "FILE", "列出从报告中读出的数字、日期、文号等，及其含义和取值区间。")
    inputs.add_file_options(parser)
    options = parser.parse_args(arguments)
    book = rulebooks.load(())
    document = inputs.read_one(options, book.header_words)
    case, _ = opening.open_case(document, book)

    from linter.output import facts
    from linter.output.sheet import Terminal

    if options.format == "json":
        as_utf8(sys.stdout)
        sys.stdout.write(facts.dumps(case.facts, case.scores))
    else:
        terminal = Terminal(sys.stdout)
        terminal.show(facts.list_on(terminal.sheet(), case.facts, case.scores))
    return Exit.ok
