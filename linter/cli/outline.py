"""``jixiao outline``: the tree of a report's sections, and what is irregular in its numbering."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from linter.cli import inputs
from linter.cli.console import as_utf8
from linter.cli.usage import Exit, Parser
from linter.outline.tree import build


def main(arguments: Sequence[str]) -> int:
    """Run the command."""
    parser = Parser("outline", "FILE", "显示报告的章节结构；编号重复、跳号等在标题后注明。")
    inputs.add_file_options(parser)
    options = parser.parse_args(arguments)
    document = inputs.read_one(options)
    tree, irregular = build(document)

    from linter.output import outline
    from linter.output.sheet import Terminal

    if options.format == "json":
        as_utf8(sys.stdout)
        sys.stdout.write(outline.dumps(document, tree, irregular))
    else:
        Terminal(sys.stdout).print(outline.tree(document, tree, irregular))
    return Exit.ok
