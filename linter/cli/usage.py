"""Wrong use and its wording: exit status, the error, the parser of options."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Collection, Iterable
from enum import IntEnum
from typing import NoReturn

_CHINESE = (
    ("the following arguments are required: ", "缺少参数 "),
    ("unrecognized arguments: ", "不认识的参数 "),
    ("expected one argument", "后面要跟一个值"),
    ("expected at least one argument", "后面至少要跟一个值"),
    ("argument ", "参数 "),
)


class Exit(IntEnum):
    """What the exit status says."""

    ok = 0
    findings = 1
    usage = 2
    interrupted = 130
    broken_pipe = 141


class UsageError(Exception):
    """The command was called in a way that it cannot follow; the message is for people."""

    @classmethod
    def unknown(cls, what: str, name: str, known: Iterable[str]) -> UsageError:
        """There is no ``what`` called ``name``; says which of ``known`` was probably meant."""
        return cls(f"没有名为 {name} 的{what}{_hint(name, known)}")


class Parser(argparse.ArgumentParser):
    """An argument parser that speaks Chinese and raises ``UsageError``."""

    def __init__(self, command: str, values: str, description: str) -> None:
        super().__init__(
            prog=f"jixiao {command}",
            usage=f"jixiao {command} [选项] {values}".rstrip(),
            description=description,
            formatter_class=_Formatter,
            add_help=False,
            allow_abbrev=False,
        )
        self.values = self.add_argument_group("参数")
        self.options = self.add_argument_group("选项")
        self.options.add_argument("-h", "--help", action="help", help="显示这段说明")

    def error(self, message: str) -> NoReturn:
        """Raise what argparse has to complain of, in Chinese."""
        unrecognized = "unrecognized arguments: "
        unknown = message.removeprefix(unrecognized)
        hint = ""
        if unknown.startswith("-"):
            # which values go with it is not the same in each version of Python
            message = unrecognized + " ".join(w for w in unknown.split() if w.startswith("-"))
            hint = _hint(unknown.split()[0], self._option_string_actions)
        for english, chinese in _CHINESE:
            message = message.replace(english, chinese)
        raise UsageError(f"{message}{hint}（{self.prog} --help 有说明）")


def one_of(known: Collection[str]) -> Callable[[str], str]:
    """An argument type: one of some words."""

    def word(text: str) -> str:
        if text not in known:
            raise argparse.ArgumentTypeError(
                f"应为 {'、'.join(known)} 之一，不是 {text}{_hint(text, known)}"
            )
        return text

    return word


def _hint(word: str, known: Iterable[str]) -> str:
    from linter.rulebook.errors import did_you_mean

    return did_you_mean(word, known)


class _Formatter(argparse.HelpFormatter):
    """Help broken by the width of Chinese, under Chinese headings."""

    def add_usage(
        self, usage: str | None, actions: object, groups: object, prefix: str | None = None
    ) -> None:
        super().add_usage(usage, actions, groups, prefix or "用法：")  # type: ignore[arg-type]

    def _split_lines(self, text: str, width: int) -> list[str]:
        from linter.output.width import Cells

        return list(Cells().wrapped(text, width))

    def _fill_text(self, text: str, width: int, indent: str) -> str:
        from linter.output.width import Cells

        return "\n".join(indent + line for line in Cells().wrapped(text, width))
