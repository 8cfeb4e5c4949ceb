"""The command ``jixiao``: finds the command's module, and ends every run in an orderly way.

A command is a module of this package with ``main(arguments) -> int``, imported when it is called.
"""

from __future__ import annotations

import gc
import importlib
import os
import sys
from collections.abc import Sequence

from linter import __version__
from linter.cli.console import never_fail
from linter.cli.usage import Exit, UsageError
from linter.regexes import programs

COMMANDS = {
    "lint": "检查报告，列出须修改、请核对、可优化之处（check reports）",
    "page": "生成检查网页，双击打开即可检查报告（build the page for browsers）",
    "audit": "检查一批报送材料，写出问题清单和网页（check a season's submissions）",
    "rules": "列出全部规则（list the rules）",
    "explain": "说明一条规则及其正反例（explain a rule）",
    "facts": "列出从报告中读出的数字、日期等（show extracted facts）",
    "outline": "显示报告的章节结构（show the outline）",
    "new-rule": "写出一条新规则的样本，改成自己的（start a new rule）",
    "test-rules": "检验自编规则的正反例（test a bureau's own rules）",
    "schema": "输出规则文件的 JSON Schema，供编辑器使用（print the schema of rule files）",
}
"""The commands with what each does; ``test-rules`` is the module ``test_rules``, and so on."""
_COLLECTED = 200_000
"""How many more objects are made than let go between two searches for cycles: a run makes few."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command line (without the program's name) and return the exit status.

    In a process of its own (``argv`` is not given) Python's searches for cycles of objects take a
    sixth of a short run: few are made, and none at the end, where nothing is needed any more.
    """
    if argv is not None:
        return _ended(list(argv))
    gc.set_threshold(_COLLECTED)
    try:
        return _ended(sys.argv[1:])
    finally:
        programs.keep()
        gc.freeze()


def _ended(arguments: list[str]) -> int:
    """Runs a command line and turns whatever stops it into an exit status."""
    _open_closed_streams()
    for stream in (sys.stdout, sys.stderr):
        never_fail(stream)
    try:
        status = _run(arguments)
        sys.stdout.flush()
    except UsageError as error:
        print(f"用法有误（退出码 {Exit.usage.value}）：{error}", file=sys.stderr)
        return Exit.usage
    except KeyboardInterrupt:
        return Exit.interrupted
    except BrokenPipeError:
        _drop_output()
        return Exit.broken_pipe
    except OSError as error:
        what = "无法写出结果" if error.filename is None else f"无法读写 {error.filename}"
        if error.filename is None:
            _drop_output()
        print(f"{what}（退出码 {Exit.usage.value}）：{error.strerror}", file=sys.stderr)
        return Exit.usage
    return status


def _open_closed_streams() -> None:
    """Python has no object for a standard stream that the caller closed."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: SIM115


def _drop_output() -> None:
    """What is still buffered would fail again when Python closes the stream."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _run(arguments: list[str]) -> int:
    name = arguments[0] if arguments else "--help"
    if name in {"-h", "--help"}:
        print(_help())
        return Exit.ok if arguments else Exit.usage
    if name in {"-V", "--version"}:
        print(f"jixiao {__version__}")
        return Exit.ok
    if name not in COMMANDS:
        raise UsageError.unknown("命令", name, COMMANDS)
    command = importlib.import_module(f"{__name__}.{name.replace('-', '_')}")
    status: int = command.main(arguments[1:])
    return status


def _help() -> str:
    lines = [f"  {name:<12}{what}" for name, what in COMMANDS.items()]
    return "\n".join(
        (
            "用法：jixiao 命令 …",
            "检查绩效自评报告：核对数字、章节、编号、日期与写法。",
            "",
            "命令：",
            *lines,
            "",
            "jixiao 命令 --help 说明各命令的选项；jixiao --version 显示版本。",
        )
    )
