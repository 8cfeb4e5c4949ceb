"""``jixiao test-rules``: whether the examples in a bureau's own rules behave as the rules say."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from linter import trial
from linter.cli import rulebooks
from linter.cli.usage import Exit, Parser, UsageError


def main(arguments: Sequence[str]) -> int:
    """Run the command; returns 1 when an example misbehaves."""
    parser = Parser(
        "test-rules", "DIR", "检验规则的正例和反例：正例应通过，反例应在所引文字处被指出。"
    )
    parser.values.add_argument("path", metavar="DIR", help="规则文件或文件夹")
    options = parser.parse_args(arguments)
    book, rules = rulebooks.load_own(Path(options.path))
    if not rules:
        raise UsageError(f"{options.path} 中没有规则")

    from linter.output import trial as told
    from linter.output.sheet import Terminal

    failed = list(trial.try_examples([rule for rule in rules if not rule.across], book))
    across = [rule for rule in rules if rule.across]
    if across:
        from linter.audit.corpus import trial as audited

        failed += audited.try_examples(across, book)
    terminal = Terminal(sys.stdout)
    terminal.show(told.trial_on(terminal.sheet(), rules, failed))
    if not failed:
        return Exit.ok
    print(f"{len(failed)} 处与规则所写不符：退出码 {Exit.findings.value}")
    return Exit.findings
