"""Profiles read from YAML, each completed by the one that it extends."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from linter.profile import Profile
from linter.rulebook.errors import RulebookError, did_you_mean
from linter.rulebook.source import Source


def load_profiles(folder: Path) -> dict[str, Profile]:
    """Every profile of a folder by id; raises ``RulebookError``."""
    sources = {}
    for path in sorted(folder.glob("*.yaml")):
        sources[path.stem] = Source(path.read_text("utf-8"), str(path))
    return {name: _complete(name, sources) for name in sources}


def load_profile(path: Path, folder: Path) -> Profile:
    """A bureau's own profile file, which may extend one in ``folder``."""
    if not path.is_file():
        raise RulebookError("没有这个 profile 文件", str(path))
    sources = {p.stem: Source(p.read_text("utf-8"), str(p)) for p in sorted(folder.glob("*.yaml"))}
    sources[path.stem] = Source(path.read_text("utf-8"), str(path))
    return _complete(path.stem, sources)


def _complete(name: str, sources: dict[str, Source]) -> Profile:
    merged: dict[str, Any] = {}
    chain: list[str] = []
    at: str | None = name
    while at is not None:
        source = sources[at]
        if not isinstance(source.data, dict):
            raise source.refusal("profile 应是一组“参数: 值”")
        if at in chain:
            raise source.refusal(f"profile 互相继承：{' → '.join([*chain, at])}", "extends")
        chain.append(at)
        data = dict(source.data)
        parent = data.pop("extends", None)
        if parent is not None and parent not in sources:
            raise source.refusal(f"没有名为 {parent} 的 profile{did_you_mean(str(parent), sources)}", "extends")
        merged = _merge(data, merged)
        at = parent
    return sources[name].convert({"id": name, **merged}, Profile)


def _merge(base: dict[str, Any], over: dict[str, Any]) -> dict[str, Any]:
    """``over`` laid on ``base``: mappings key by key, anything else replaced; null takes away."""
    result = dict(base)
    for key, value in over.items():
        if value is None:
            result.pop(key, None)
        elif isinstance(value, dict) and isinstance(result.get(key), dict):
            result[key] = _merge(result[key], value)
        else:
            result[key] = value
    return result
