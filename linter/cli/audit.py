"""``jixiao audit``: check all submissions of a season, keep the results, write ledger and page."""

from __future__ import annotations

import argparse
import glob
import os
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from linter.audit import auditing, changes, manifest, outputs
from linter.audit.auditing import NothingError, Summary
from linter.audit.executor import ClusterError
from linter.audit.guard import StartError
from linter.audit.jobs import Limits, Setup
from linter.audit.manifest import ManifestError
from linter.audit.patterns import NamePattern, PatternError
from linter.audit.request import Request
from linter.audit.store import Store
from linter.audit.store_errors import DamagedError, StoreError
from linter.cli import levels, rulebooks
from linter.cli.usage import Exit, Parser, UsageError, one_of
from linter.model import Severity
from linter.output.places import printable
from linter.output.words import ZH
from linter.reading.unreadable import UnreadableError
from linter.season import Change, Decision, Entry

_STORE = "audit.db"
_REFUSALS = (NothingError, StoreError, ClusterError, StartError, ManifestError, PatternError)
"""What cannot be done, in words for people."""


def main(arguments: Sequence[str]) -> int:
    """Run the command; returns 1 when findings reach ``--fail-on``."""
    options = _parser().parse_intermixed_args(arguments)
    if options.diff:
        _refuse_files(options)
        return _diff(*map(Path, options.diff))
    if not options.paths:
        raise UsageError("缺少参数 PATH（jixiao audit --help 有说明）")
    try:
        summary = auditing.audit(_request(options), sys.stderr, _tell)
    except _REFUSALS as error:
        raise UsageError(str(error)) from error
    except KeyboardInterrupt:
        _tell("已中断；检查完的结果已保存，再次运行同一命令即从中断处继续")
        raise
    for line in lines(summary):
        print(line)
    counts = {severity: summary.severities[severity.name] for severity in Severity}
    return levels.status(counts, options, sys.stderr)


def _diff(old: Path, new: Path) -> int:
    """Tells what each unit mended, left and made new between two stores."""
    try:
        with Store(old, only_read=True) as before, Store(new, only_read=True) as after:
            for line in _compared(before, after):
                print(line)
    except StoreError as error:
        raise UsageError(str(error)) from error
    except DamagedError as error:
        raise UsageError(f"存储文件 {error.path} 已损坏，无法比较") from error
    return Exit.ok


def _refuse_files(options: argparse.Namespace) -> None:
    """A comparison is told on the screen: raises ``UsageError`` where files are asked for too."""
    names = ("out", "format", *outputs.FOLDERS)
    asked = [f"--{name}" for name in names if getattr(options, name)]
    if asked or options.paths:
        raise UsageError(
            f"--diff 只比较两个存储、列在屏幕上，不能同时有 {'、'.join(asked) or 'PATH'}"
        )


def _compared(before: Store, after: Store) -> Iterator[str]:
    """The submissions with findings in either store, those of one alone, and how many there are."""
    compared = silent = 0
    for entry, change in changes.between(before, after):
        compared += 1
        if change.mended or change.left or change.new:
            yield from _changed(entry, change)
        else:
            silent += 1
    for word, one, other in (("这次没有报来", before, after), ("这次新报来", after, before)):
        yield from (f"{printable(path)}：{word}" for path in changes.only(one, other))
    yield f"共比较 {compared} 份，其中两次都没有问题的 {silent} 份没有列出"


def _changed(entry: Entry, change: Change) -> Iterator[str]:
    """The changes of a submission: how many, then one by one."""
    whose = " ".join(name for name in (entry.key.unit, entry.key.project) if name)
    counts = f"已改 {len(change.mended)}，未改 {len(change.left)}，新增 {len(change.new)}"
    yield f"{entry.path}（{whose}）：{counts}" if whose else f"{entry.path}：{counts}"
    for word, found in (("已改", change.mended), ("未改", change.left), ("新增", change.new)):
        for finding in found:
            yield f"  {word} {printable(finding.message)} {finding.rule}"


def lines(summary: Summary) -> list[str]:
    """What is told first: how many there are, how many could not be checked, and what was found."""
    unread = summary.unread.total()
    named = "、".join(
        f"{ZH.unread.get(reason, reason)} {count}" for reason, count in summary.unread.most_common()
    )
    told = [
        f"共 {summary.submissions} 份，已检查 {summary.submissions - unread} 份，"
        f"未能检查 {unread} 份" + (f"（{named}）" if named else "")
    ]
    if summary.listed:
        told.append(
            f"对照清单：应报未报 {summary.missing} 项，重复报送 {summary.twice} 份，"
            f"不在清单 {summary.unlisted} 份，年度不符 {summary.other_year} 份"
        )
    found = summary.severities
    told.append(
        f"须修改 {found['error']} 处，请核对 {found['warning']} 处，可优化 {found['info']} 处"
    )
    told += [f"已写入 {path}" for path in summary.written[:_MOST_PATHS]]
    if len(summary.written) > _MOST_PATHS:
        told.append(f"等 {len(summary.written)} 个文件")
    return told


_MOST_PATHS = 8


def _request(options: argparse.Namespace) -> Request:
    book = rulebooks.load(options.rules)
    out = Path(options.out) if options.out else None
    files = tuple(dict.fromkeys(options.format)) or outputs.USUAL
    store = Path(options.store) if options.store else out / _STORE if out else None
    setup = Setup.of(
        book,
        profile=rulebooks.profile(options.profile, book, options.rules),
        lang=options.lang,
        select=tuple(rulebooks.named(options.select, book)),
        ignore=tuple(rulebooks.named(options.ignore, book)),
        force=options.force,
        limits=Limits(options.timeout, options.memory),
    )
    folders = {name: Path(folder) for name in outputs.FOLDERS if (folder := getattr(options, name))}
    return Request(
        tuple(_paths(options.paths)),
        setup,
        book,
        store,
        options.each,
        options.workers,
        options.cluster,
        options.send,
        manifest.read(Path(options.manifest), book) if options.manifest else None,
        NamePattern(options.name_pattern) if options.name_pattern else None,
        options.year,
        _decisions(options.decisions),
        Path(options.earlier) if options.earlier else None,
        tuple(Path(path) for path in (options.manifest, options.decisions) if path),
        out,
        files,
        folders,
    )


def _decisions(path: str | None) -> tuple[Decision, ...]:
    """What reviewers wrote into a ledger."""
    if path is None:
        return ()
    from linter.output.ledger import decisions

    try:
        return decisions(Path(path), _tell)
    except UnreadableError as error:
        raise UsageError(f"{path}：{error.zh}") from error


def _paths(arguments: Sequence[str]) -> list[str]:
    """The folders and files that are named; raises ``UsageError`` for what is not there."""
    paths: list[str] = []
    for argument in arguments:
        found = [argument] if os.path.lexists(argument) else sorted(glob.glob(argument))
        if not found:
            raise UsageError(f"找不到 {argument}")
        paths += found
    return paths


def _tell(words: str) -> None:
    print(words, file=sys.stderr)


def _parser() -> Parser:
    parser = Parser("audit", "PATH…", "检查一批报送材料：写出问题清单和网页，结果留存，可续做。")
    parser.values.add_argument(
        "paths", nargs="*", metavar="PATH", help="文件夹或文件；每个直接放着文件的文件夹是一份材料"
    )
    add = parser.options.add_argument
    add(
        "--store",
        metavar="DB",
        help=f"结果存储（SQLite），再次运行只查有变动的；默认 --out 下的 {_STORE}",
    )
    add("--out", metavar="DIR", help="把问题清单、网页和数据写入此文件夹")
    add(
        "--format",
        action="append",
        default=[],
        type=one_of(outputs.FILES),
        metavar="NAME",
        help=f"写哪些：{'、'.join(outputs.FILES)}（可重复；默认 {'、'.join(outputs.USUAL)}）",
    )
    add("--letters", metavar="DIR", help="给每个单位写一份反馈函")
    add("--workpaper", metavar="DIR", help="给每个单位写一份复核底稿")
    add(
        "--each",
        type=one_of(("auto", "folder", "file")),
        default="auto",
        metavar="WHAT",
        help="一份材料是什么：folder 一个文件夹，file 一个文件，auto 视情况（默认）",
    )
    add("--manifest", metavar="LIST", help="应报送清单（CSV 或 Excel，一体化系统导出的列）")
    add(
        "--name-pattern",
        metavar="PATTERN",
        help="文件（夹）名的写法，如 {单位编码}_{项目编码}_*；从中读出单位、项目",
    )
    add(
        "--year", type=_count, metavar="YEAR", help="应是哪一年度的报告（清单有年度列时以清单为准）"
    )
    add("--earlier", metavar="DB", help="上年的存储：与上年报告比较，找出照抄上年的文字和数字")
    add("--decisions", metavar="LEDGER", help="读回复核人在上次问题清单里填的意见")
    add(
        "--diff", nargs=2, metavar=("OLD", "NEW"), help="比较两个存储：各单位改了、没改、新增了什么"
    )
    add("--select", action="append", default=[], metavar="RULE", help="只用这些规则")
    add("--ignore", action="append", default=[], metavar="RULE", help="不用这些规则")
    add("--profile", metavar="NAME", help="指定报告框架；不指定则逐份识别")
    rulebooks.add_option(parser)
    levels.add_options(parser)
    add("--force", action="store_true", help="不像绩效报告的文件也检查章节结构")
    add("--workers", type=_count, metavar="N", help="用几个进程检查（默认全部处理器）")
    add(
        "--timeout",
        type=_seconds,
        default=90.0,
        metavar="SECONDS",
        help="一个文件最多查多久（默认 90 秒）",
    )
    add(
        "--memory",
        type=_count,
        default=2048,
        metavar="MB",
        help="一个文件最多用多少内存（默认 2048）",
    )
    add("--cluster", metavar="tcp://…", help="在 Dask 集群上检查：调度器地址")
    add("--send", action="store_true", help="把文件内容发给集群（工作机没有共享目录时）")
    return parser


def _count(text: str) -> int:
    if not text.isdecimal() or not 0 < int(text) < 1_000_000:
        raise argparse.ArgumentTypeError(f"应为正整数，不是 {text}")
    return int(text)


def _seconds(text: str) -> float:
    try:
        seconds = float(text)
    except ValueError:
        seconds = 0.0
    if not 0 < seconds < 1_000_000:
        raise argparse.ArgumentTypeError(f"应为正数，不是 {text}")
    return seconds
