"""The names in rules mean something: roles, word sets, dimensions, chapters, table headers."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from typing import Any

import msgspec
from msgspec import Struct

from linter.facts.codes import KINDS
from linter.language.compiled import CompileError, codes
from linter.language.expression import Equation, ExpressionError, parse
from linter.language.needs import Spec
from linter.language.pattern import PatternError, compile_pattern
from linter.profile import Profile
from linter.regexes.late import regex
from linter.rulebook.errors import RulebookError, did_you_mean
from linter.rulebook.rule import Rule
from linter.rulebook.source import Key, Source, words
from linter.vocabulary import Vocabulary

_SET = regex(r"(?<!\\)@([A-Za-z][\w-]*)")
_SLOT = regex(r"(?<!\\)\{(\w*):([^}\s]+)\}")
_NAME = regex(r"[a-z][a-z_]*")
_LATIN = "只能用英文小写字母和下划线（如 each、total）"
_CHINESE = regex(r"[\u4e00-\u9fff]")
_NO_WORD = regex(r"…\d*|\{[^}]*\}")
_DIGITS = regex(r"[^\s|()]*(?:[\u4e00-\u9fff]\d|\d[\u4e00-\u9fff%\d])[^\s|()]*")
"""A word of a pattern with a number in it, which is never found: figures are masked."""
_PLAIN_HINT = "，或加 plain: true 照原文找"
_PLACEHOLDER = regex(r"\{([\w.-]+)\}")
_ROLE_KEYS = {"derived", "same-dim", "stem-of"}
_ALWAYS = ("subject", "calculation")
"""What every message may speak of."""
_OTHER = "other"
"""In the equations of a table that explain a failure: the figure of any other column."""


class Known(Struct, frozen=True):
    """The names that exist."""

    sets: Collection[str]
    dimensions: Collection[str]
    chapters: Collection[str]
    headers: Collection[str]

    @classmethod
    def of(cls, vocabulary: Vocabulary, profiles: dict[str, Profile]) -> Known:
        """What a vocabulary and profiles name."""
        return cls(
            sets=vocabulary.cues.keys(),
            dimensions=(*codes(vocabulary).quantities, "any", "count"),
            chapters={key for profile in profiles.values() for key in profile.chapters},
            headers=vocabulary.headers.keys(),
        )


def check(rule: Rule, source: Source, index: int, known: Known) -> None:
    """Raises ``RulebookError`` at the first name in a rule that means nothing."""
    _check_names(rule, source, index)
    patterns = {pattern for pattern, _ in rule.spec.patterns()}
    equations = set(rule.spec.equations())
    roles = _roles(rule)
    for at, word in words(source.at(index, rule.kind), index, rule.kind):
        if not word and isinstance(at[-1], int):
            raise source.refusal("这里是空的", *at)
        if word in patterns:
            _check_pattern(word, source, at, known)
        elif word in equations:
            _check_equation(word, source, at, roles)
        else:
            _check_word(word, source, at, known, roles)
    _check_messages(source, index, roles)


def _check_names(rule: Rule, source: Source, index: int) -> None:
    """Roles are there, and called as equations can name them."""
    named: Collection[str] | None = getattr(rule.spec, "roles", None)
    at = (index, rule.kind, "roles")
    if named is not None and not named:
        raise source.refusal("roles 里一个角色也没有", *at)
    for name in named or ():
        if not _NAME.fullmatch(name):
            raise source.refusal(f"角色名{_LATIN}，这里是 {name}", *at, name)


def _check_word(
    word: str, source: Source, at: tuple[Key, ...], known: Known, roles: Collection[str]
) -> None:
    name = next(key for key in reversed(at) if isinstance(key, str))
    if word.startswith("@"):
        _demand(word[1:], known.sets, "词组", source, at, "@")
    elif name == "dim":
        _demand(word, known.dimensions, "量纲", source, at)
    elif name in _ROLE_KEYS:
        _demand(word, roles, "角色", source, at)
    elif name == "chapters":
        _demand(word, known.chapters, "章节", source, at)
    elif name == "headers":
        _demand(word, known.headers, "表头", source, at)


def _check_pattern(pattern: str, source: Source, at: tuple[Key, ...], known: Known) -> None:
    written = _DIGITS.search(_NO_WORD.sub(" ", pattern))
    if written is not None and not source.at(*at[:2]).get("plain"):
        hint = "写 {:number}、{:count}、{:percent} 之类" + _PLAIN_HINT * ("text" in at)
        raise source.refusal(f"模式里的 {written[0]} 找不到：文中的数字要{hint}", *at)
    for name in _SET.findall(pattern):
        _demand(name, known.sets, "词组", source, at, "@")
    for name, dimension in _SLOT.findall(pattern):
        if name and not _NAME.fullmatch(name):
            raise source.refusal(f"花括号里的名称{_LATIN}，这里是 {name}", *at)
        _demand(dimension, (*known.dimensions, *KINDS), "量纲", source, at)


def _check_equation(text: str, source: Source, at: tuple[Key, ...], roles: Collection[str]) -> None:
    for name in sorted(_parsed(text, source, at).roles()):
        _demand(name, roles, "角色", source, at)


def _parsed(text: str, source: Source, at: tuple[Key, ...]) -> Equation:
    try:
        return parse(text)
    except ExpressionError as error:
        raise source.refusal(_unreadable(text, error), *at) from error


def _check_messages(source: Source, index: int, roles: Collection[str]) -> None:
    """A message speaks only of roles; kinds without roles have names of their own."""
    if not roles:
        return
    told = (f"{role}.{part}" for role in roles for part in ("expected", "name"))
    known = [*roles, *told, *_ALWAYS]
    for field in ("message", "suggest"):
        for at, text in words(source.at(index, field), index, field):
            for name in _PLACEHOLDER.findall(text):
                _demand(name, known, "角色", source, at)


def _roles(rule: Rule) -> tuple[str, ...]:
    """The roles that a rule's equations may name: its own, its patterns' slots, or its kind's."""
    equations = list(rule.spec.equations())
    if not equations:
        return ()
    own: Iterable[str] | None = getattr(rule.spec, "roles", None)
    if own is None:
        slots = (_SLOT.findall(pattern) for pattern, _ in rule.spec.patterns())
        own = [name for found in slots for name, _ in found if name]
    unnamed = [_OTHER] if getattr(rule.spec, "otherwise", ()) else []
    return tuple(dict.fromkeys([*own, *unnamed])) or _kind_roles(rule.spec)


def _kind_roles(spec: Spec) -> tuple[str, ...]:
    """The roles of the equations that a check kind has where a rule gives none."""
    if spec.NAMES:
        return spec.NAMES
    fields = msgspec.structs.fields(spec)
    defaults = {f.name: f.default for f in fields if f.default is not msgspec.NODEFAULT}
    equations = msgspec.structs.replace(spec, **defaults).equations()
    return tuple(dict.fromkeys(role for text in equations for role in sorted(parse(text).roles())))


def _demand(
    name: str,
    known: Collection[str],
    what: str,
    source: Source,
    at: tuple[Key, ...],
    sign: str = "",
) -> None:
    if known and name not in known:
        hint = did_you_mean(sign + name, (sign + word for word in known))
        raise source.refusal(f"没有名为 {sign}{name} 的{what}{hint}", *at)


def locate(
    error: CompileError, rule: Rule, source: Source, index: int, vocabulary: Vocabulary
) -> RulebookError:
    """The error of compiling a rule, at the line of the pattern or equation that is to blame."""
    texts = {word: at for at, word in words(source.at(index, rule.kind), index, rule.kind)}
    for text, reason in _wrong(rule, vocabulary):
        return source.refusal(reason, *texts.get(text, (index, rule.kind)))
    return source.refusal(error.reason, index, rule.kind)


def _wrong(rule: Rule, vocabulary: Vocabulary) -> Iterator[tuple[str, str]]:
    mask = codes(vocabulary)
    for pattern, window in rule.spec.patterns():
        try:
            compile_pattern(pattern, mask, vocabulary.cues, window)
        except PatternError as error:
            yield pattern, str(error)
    for text in rule.spec.equations():
        try:
            parse(text)
        except ExpressionError as error:
            yield text, _unreadable(text, error)


def _unreadable(text: str, error: ExpressionError) -> str:
    """Where an equation stops making sense; the parser knows the column but at the end."""
    cause: Any = error.__cause__
    if cause is None:
        return str(error)
    ended = getattr(getattr(cause, "token", None), "type", "") == "$END"
    place = "没有写完" if ended else f"第 {cause.column} 个字符处无法理解"
    hint = "；等式里只写角色的英文名、数和运算符" if _CHINESE.search(text) else ""
    return f"等式 {text!r} {place}{hint}"
