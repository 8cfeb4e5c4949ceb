"""``jixiao schema``: the JSON Schema of rule files, with which editors complete and check them."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from linter import rulebook
from linter.cli.console import as_utf8
from linter.cli.usage import Exit, Parser


def main(arguments: Sequence[str]) -> int:
    """Run the command."""
    parser = Parser("schema", "", "输出规则文件（YAML）的 JSON Schema，供编辑器补全和检查。")
    parser.parse_args(arguments)

    from linter.output.json import pretty

    as_utf8(sys.stdout)
    sys.stdout.write(pretty(rulebook.schema()) + "\n")
    return Exit.ok
