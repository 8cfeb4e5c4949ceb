"""Profiles read from YAML, each completed by the one that it extends."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

import msgspec
from msgspec import Struct, field

from linter.language.needs import Spec
from linter.profile import Profile
from linter.rulebook.errors import RulebookError, did_you_mean
from linter.rulebook.files import File, read, read_all, yaml_files
from linter.rulebook.rule import Rule
from linter.rulebook.shelves import Beside, Shelf, Shelves, is_same, parent, unknown
from linter.rulebook.source import Source
from linter.vocabulary import Vocabulary

_OF_CHAPTERS = ("name", "titles")
"""What every chapter has."""
_MOST = 10
"""A threshold is a share: what is more than so many times was meant as a percentage."""


class Names(Struct, frozen=True):
    """What a profile may name of the rules, and of the vocabulary."""

    rules: Collection[str]
    thresholds: Collection[str]
    headers: Collection[str]
    layouts: Mapping[str, Spec] = field(default_factory=dict)
    """The parameters of rules of layout, by their names behind ``layout/``."""

    @classmethod
    def of(cls, rules: Sequence[Rule], vocabulary: Vocabulary) -> Names:
        """The ids of rules, the thresholds that they ask for, the kinds of columns."""
        asked = (getattr(rule.spec, "threshold", None) for rule in rules)
        return cls(
            [rule.id for rule in rules],
            sorted({name for name in asked if name}),
            list(vocabulary.headers),
            {slug: rule.spec for rule in rules if (slug := _layout_name(rule))},
        )


def _layout_name(rule: Rule) -> str:
    return rule.id.removeprefix("layout/") if rule.id.startswith("layout/") else ""


def read_profiles(folders: Iterable[Iterable[File]]) -> dict[str, Profile]:
    """Every profile of some folders by id, the file's name; raises ``RulebookError``.

    One takes the place of that of the same id in a folder before. What it extends lies in its own
    folder or in one before.
    """
    shelves: tuple[Shelf, ...] = ()
    profiles: dict[str, Profile] = {}
    for files in folders:
        own = {file.name: Source(file) for file in files}
        shelves = (own, *shelves)
        profiles |= {name: _profile(name, source, shelves) for name, source in own.items()}
    return profiles


def load_profile(path: Path, folders: Iterable[Path], names: Names | None = None) -> Profile:
    """A bureau's own profile file, which may extend one beside it, or one of ``folders``.

    Of these the last is looked in first. ``names`` are those that it may use; nothing of them is
    checked where they are not given. Raises ``RulebookError``.
    """
    if not path.is_file():
        raise RulebookError("没有这个框架文件", str(path))
    known = [{file.name: Source(file) for file in read_all(yaml_files(each))} for each in folders]
    source = Source(read(path))
    profile = _profile(path.stem, source, (Beside(path.parent), *reversed(known)))
    if names is not None:
        check_names(source, names)
    return profile


def check_names(source: Source, names: Names) -> None:
    """Rules, thresholds and columns that a profile's file names are there; the file is a profile's.

    Raises ``RulebookError``.
    """
    for parameter, known, what in (
        ("severities", names.rules, "规则"),
        ("off", names.rules, "规则"),
        ("thresholds", names.thresholds, "门槛"),
        ("denominators", names.headers, "表头"),
    ):
        for index, name in enumerate(source.data.get(parameter) or ()):
            if name not in known:
                at = index if isinstance(source.data[parameter], list) else name
                hint = did_you_mean(name, known)
                raise source.refusal(f"没有名为 {name} 的{what}{hint}", parameter, at)
    for name, own in (source.data.get("layout") or {}).items():
        spec = names.layouts.get(name)
        if spec is None:
            hint = did_you_mean(name, names.layouts)
            raise source.refusal(f"没有名为 {name} 的版式规则{hint}", "layout", name)
        whole = {**msgspec.to_builtins(spec), **own}
        source.convert(whole, type(spec), "layout", name)


def _profile(name: str, source: Source, shelves: Shelves) -> Profile:
    return _complete(name, source, shelves)[0]


def _complete(
    name: str, source: Source, shelves: Shelves, below: tuple[Source, ...] = ()
) -> tuple[Profile, dict[str, Any]]:
    """The profile of a file laid over the one it extends, as such and as it stands in YAML."""
    if any(is_same(source, other) for other in below):
        names = " → ".join(Path(s.path).stem for s in (*below, source))
        raise below[-1].refusal(f"框架互相继承：{names}", "extends")
    settings = _settings(source)
    found = _parent(source, shelves)
    base: dict[str, Any] = {}
    if found is not None:
        above, further = found
        base = _complete(Path(above.path).stem, above, further, (*below, source))[1]
    _check_new_chapters(source, base)
    settings = _merge(base, settings)
    profile = source.convert({"id": name, **_without_null(settings)}, Profile)
    _check_chapters(profile, source)
    _check_numbers(profile, source)
    return profile, settings


def _settings(source: Source) -> dict[str, Any]:
    if not isinstance(source.data, dict):
        raise source.refusal("框架文件应是一组“参数: 值”")
    return {key: value for key, value in source.data.items() if key != "extends"}


def _parent(source: Source, shelves: Shelves) -> tuple[Source, Shelves] | None:
    """The file that a file extends, and where that one may find what it extends."""
    if source.data.get("extends") is None:
        return None
    name = source.literal("extends")
    if name is None:
        raise source.refusal("extends 应为一个框架的名称", "extends")
    found = parent(name, source, shelves)
    if found is None:
        raise source.refusal(unknown(name, source, shelves), "extends")
    return found


def _merge(base: dict[str, Any], over: dict[str, Any]) -> dict[str, Any]:
    """``over`` laid on ``base``: mappings key by key, anything else (null too) replaced."""
    result = dict(base)
    for key, value in over.items():
        under = result.get(key)
        both = isinstance(value, dict) and isinstance(under, dict)
        result[key] = _merge(under, value) if both else value  # type: ignore[arg-type]
    return result


def _without_null(data: dict[str, Any]) -> dict[str, Any]:
    """What a null took away is gone, at any depth."""
    return {
        key: _without_null(value) if isinstance(value, dict) else value
        for key, value in data.items()
        if value is not None
    }


def _check_new_chapters(source: Source, base: Mapping[str, Any]) -> None:
    """A chapter that is none of the profile that is extended is told wholly: it is no slip."""
    own, known = source.data.get("chapters"), base.get("chapters") or {}
    for key, chapter in own.items() if isinstance(own, dict) else ():
        if known.get(key) is not None or (chapter is None and key in known):
            continue
        lacking = [name for name in _OF_CHAPTERS if name not in (chapter or ())]
        if not lacking or not isinstance(chapter, dict | None):
            continue
        there = [name for name, kept in known.items() if kept is not None]
        new = f"新章节要写 {' 和 '.join(_OF_CHAPTERS)}，这里没有 {'、'.join(lacking)}"
        if base:
            hint = did_you_mean(key, there)
            more = f"{'' if hint else '；'}{new}" if chapter else ""
            new = f"所继承的框架里没有名为 {key} 的章节{hint}{more}"
        raise source.refusal(new, "chapters", key)


def _check_numbers(profile: Profile, source: Source) -> None:
    """Grades go down from the best, and thresholds are shares."""
    floors = [grade.floor for grade in profile.grades]
    for index, (above, below) in enumerate(pairwise(floors), 1):
        if above <= below:
            raise source.refusal("等级应从高到低写，floor 逐个变小", "grades", index)
    for name, value in profile.thresholds.items():
        if not 0 <= value <= _MOST:
            raise source.refusal(f"门槛写作小数：{value}% 写作 {value / 100}", "thresholds", name)


def _check_chapters(profile: Profile, source: Source) -> None:
    """Chapters named in the order or as a place to belong in are the profile's own."""
    named = [(("order", i), name) for i, name in enumerate(profile.order)]
    within = [(key, chapter.within) for key, chapter in profile.chapters.items() if chapter.within]
    for at, name in [*named, *((("chapters", key, "within"), name) for key, name in within)]:
        if name not in profile.chapters:
            hint = did_you_mean(name, profile.chapters)
            raise source.refusal(f"没有名为 {name} 的章节{hint}", *at)
