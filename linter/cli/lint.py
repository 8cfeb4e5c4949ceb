"""``jixiao lint``: check reports, tell what was found, and by the exit status how grave it is."""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Sequence
from contextlib import ExitStack
from typing import TextIO

from linter import engine
from linter.cli import copies, inputs, levels, rulebooks, silent
from linter.cli.console import as_utf8
from linter.cli.usage import Parser, UsageError, one_of
from linter.model import Severity, Submission
from linter.output import COPIES, FORMATS, Lang, Options, Writer, writer
from linter.output.words import WORDS

_UTF8 = ("json", "html")
"""What says itself, or is known, to be UTF-8 whatever the console's encoding."""


def main(arguments: Sequence[str]) -> int:
    """Run the command; returns 1 when findings reach ``--fail-on``."""
    options = _parser().parse_intermixed_args(arguments)
    book = rulebooks.load(options.rules)
    profile = rulebooks.profile(options.profile, book, options.rules)
    select = rulebooks.named(options.select, book)
    ignore = rulebooks.named(options.ignore, book)
    found = inputs.bundles(options.paths) if options.bundle else _apart(options.paths)
    if options.explain_silent is not None:
        return silent.explain(options, inputs.find(options.paths), book, profile)
    outputs = [_named(argument) for argument in options.output]
    copied = copies.targets(outputs, [path for paths in found for path in paths])
    chosen = Options(lang=options.lang, verbose=options.verbose, book=book)
    counts: Counter[Severity] = Counter()
    seconds: dict[str, float] = {}
    with ExitStack() as stack:
        writers = list(_writers(options, outputs, chosen, stack))
        for paths in found:
            sources = [inputs.load(path, options.stdin_filename) for path in paths]
            for target in copied:
                copies.check(target, sources[0])
            report = engine.lint(
                Submission(
                    tuple(d for source in sources for d in source.documents(book.header_words))
                ),
                book,
                profile=profile,
                lang=options.lang,
                chosen=select,
                ignored=ignore,
                force=options.force,
                seconds=seconds,
            )
            counts.update(finding.severity for finding in report.findings)
            for out in writers:
                out.write(report)
        for out in writers:
            out.finish()
        for target in copied:
            copies.write(target, sources[0], report, chosen)
    if options.profile_time:
        _tell_times(seconds, len(found))
    if options.format == "text" and not counts:
        _tell_clean(len(found), options.lang)
    stream = sys.stdout if options.format == "rich" else sys.stderr
    return levels.status(counts, options, stream)


def _apart(arguments: Sequence[str]) -> list[list[str]]:
    """Each path as a submission of its own."""
    return [[path] for path in inputs.find(arguments)]


def _parser() -> Parser:
    parser = Parser("lint", "PATH…", "检查绩效自评报告：核对数字、章节、编号、日期与写法。")
    parser.values.add_argument(
        "paths",
        nargs="+",
        metavar="PATH",
        help="文件、文件夹、通配符，或 -（标准输入）；文件夹中跳过隐藏文件和 .gitignore 所列",
    )
    add = parser.options.add_argument
    add(
        "--select",
        action="append",
        default=[],
        metavar="RULE",
        help="只用这些规则：编号、家族或目录行，逗号分隔",
    )
    add("--ignore", action="append", default=[], metavar="RULE", help="不用这些规则")
    add("--profile", metavar="NAME", help="指定报告框架（名称或 YAML 文件）；不指定则自动识别")
    rulebooks.add_option(parser)
    add(
        "--format",
        type=one_of(FORMATS),
        metavar="FORMAT",
        help=f"输出格式：{'、'.join(FORMATS)}；终端默认 rich，否则 text",
    )
    add(
        "--output",
        action="append",
        default=[],
        metavar="FORMAT=PATH",
        help="另以某格式写入文件（UTF-8，可重复）；docx=副本.docx：在 Word 文件的副本里写批注",
    )
    levels.add_options(parser)
    inputs.add_stdin_option(parser)
    add(
        "--bundle",
        action="store_true",
        help="各文件（或每个文件夹）合为一份报送材料：正文与自评表、附件互相核对",
    )
    add("--verbose", action="store_true", help="列出核对无误的各项及算式，以及未能核对的原因")
    add(
        "--explain-silent",
        metavar="ID",
        help="说明某条规则为什么没有指出问题：核对无误的算式、未能核对的原因、要找而没有的词",
    )
    add("--profile-time", action="store_true", help="在标准错误上列出各条规则所用的时间")
    add("--force", action="store_true", help="不像绩效报告的文件也检查章节结构")
    return parser


def _writers(
    options: argparse.Namespace,
    outputs: Sequence[tuple[str, str]],
    chosen: Options,
    stack: ExitStack,
) -> list[Writer]:
    """The writer for standard output and one for each ``--output`` that is no copy."""
    if options.format is None:
        options.format = "rich" if sys.stdout.isatty() else "text"
    if options.format in _UTF8:
        as_utf8(sys.stdout)
    files = [(name, _open(path, stack)) for name, path in outputs if name in FORMATS]
    return [
        writer(options.format, sys.stdout, chosen),
        *(writer(name, stream, chosen) for name, stream in files),
    ]


def _named(argument: str) -> tuple[str, str]:
    """The format and the path that an ``--output`` names."""
    name, equals, path = argument.partition("=")
    known = (*FORMATS, *COPIES)
    if name not in known:
        raise UsageError.unknown("输出格式", name, known)
    if not equals or not path:
        raise UsageError(f"--output 应写成 {name}=文件路径，不是 {argument}")
    return name, path


def _open(path: str, stack: ExitStack) -> TextIO:
    try:
        return stack.enter_context(open(path, "w", encoding="utf-8", newline="\n"))
    except OSError as error:
        raise UsageError(f"无法写入 {path}（{error.strerror}）") from error


def _tell_clean(reports: int, lang: Lang) -> None:
    """That nothing was found; beside standard output, which is for scripts and stays empty."""
    sys.stdout.flush()
    words = WORDS[lang]
    several = f" · {reports} {words.reports}" if reports > 1 else ""
    print(f"✓ {words.clean}{several}", file=sys.stderr)


def _tell_times(seconds: dict[str, float], reports: int) -> None:
    """What took how long, the longest first, in milliseconds a report."""
    sys.stdout.flush()
    whole = sum(seconds.values())
    print(f"读懂事实与检查规则共 {1000 * whole:.1f} 毫秒，报告 {reports} 份", file=sys.stderr)
    for name, took in sorted(seconds.items(), key=lambda item: -item[1]):
        share = took / whole if whole else 0.0
        print(f"{1000 * took / reports:10.2f} 毫秒/份 {share:6.1%}  {name}", file=sys.stderr)
