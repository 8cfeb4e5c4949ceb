"""What the commands that check share: ``--lang``, ``--fail-on`` and the exit status."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Mapping
from typing import TextIO

from linter.cli.usage import Exit, Parser, one_of
from linter.model import Severity
from linter.output.words import WORDS

_NEVER = "never"
_THRESHOLDS = ("error", "warning", "info", _NEVER)
_LANGUAGES = ("zh", "en")


def add_options(parser: Parser) -> None:
    """The options ``--lang`` and ``--fail-on``."""
    parser.options.add_argument(
        "--lang",
        type=one_of(_LANGUAGES),
        default="zh",
        metavar="LANG",
        help="提示语言：zh、en（language of messages）",
    )
    parser.options.add_argument(
        "--fail-on",
        type=one_of(_THRESHOLDS),
        default="error",
        metavar="LEVEL",
        help=f"达到此级别即以退出码 1 结束：{'、'.join(_THRESHOLDS)}（默认 error）",
    )


def status(counts: Mapping[Severity, int], options: argparse.Namespace, stream: TextIO) -> int:
    """The exit status; says why on the last line of a stream when it is not 0."""
    if options.fail_on == _NEVER:
        return Exit.ok
    words = WORDS[options.lang]
    found = sorted((s for s, count in counts.items() if count), reverse=True)
    grave = [s for s in found if s >= Severity[options.fail_on]]
    if not grave:
        return Exit.ok
    told = words.joiner.join(
        words.counted.format(counts[s], words.severities[s], s.name) for s in grave
    )
    line = words.failed.format(told, options.fail_on, int(Exit.findings))
    sys.stdout.flush()
    print(line, file=stream)
    return Exit.findings
