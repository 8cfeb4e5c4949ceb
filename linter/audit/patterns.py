"""What file names say of whose a submission is, where a bureau names files by a pattern."""

from __future__ import annotations

import re

from linter.regexes.late import regex
from linter.season import Key

_FIELDS = {
    "unit": "unit", "单位": "unit", "单位名称": "unit",
    "unit_code": "unit_code", "单位编码": "unit_code", "单位代码": "unit_code",
    "project": "project", "项目": "project", "项目名称": "project",
    "project_code": "project_code", "项目编码": "project_code", "项目代码": "project_code",
    "region": "region", "地区": "region", "区划": "region",
    "department": "department", "部门": "department", "处室": "department",
}  # fmt: skip
_CODES = ("unit_code", "project_code")
_PIECE = regex(r"\{([^{}]*)\}|(\*)|([^{}*]+)|([{}])")


class PatternError(Exception):
    """Why a pattern cannot be used; the message is for people."""


class NamePattern:
    """``{单位编码}_{项目编码}_*``: fields in braces, ``*`` for anything; without the suffix.

    A pattern with ``/`` is held against the whole path, another against its last part.
    """

    def __init__(self, pattern: str) -> None:
        """Raises ``PatternError``."""
        self.source = pattern
        self._whole = "/" in pattern
        parts, fields = [], []
        for field, star, words, brace in _PIECE.findall(pattern):
            if brace or (field and field not in _FIELDS) or not (field or star or words):
                known = "、".join(name for name in _FIELDS if not name.isascii())
                raise PatternError(f"文件名模式 {pattern} 有误：{{}} 里可用 {known}")
            if not field:
                parts.append("[^/]*?" if star else re.escape(words))
                continue
            name = _FIELDS[field]
            if name in fields:
                raise PatternError(f"文件名模式 {pattern} 有误：{{{field}}} 出现了两次")
            fields.append(name)
            parts.append(f"(?P<{name}>{'[0-9A-Za-z-]+' if name in _CODES else '[^/]+?'})")
        if not fields:
            raise PatternError(f"文件名模式 {pattern} 里没有 {{单位编码}} 这样的字段")
        self._regex = re.compile("".join(parts))

    def key(self, path: str, *, is_file: bool) -> Key | None:
        """What a submission's path says; nothing where it does not fit the pattern."""
        name = path if self._whole else path.rsplit("/", 1)[-1]
        stem = re.sub(r"\.[^./]*$", "", name) if is_file else name
        found = self._regex.fullmatch(stem)
        return Key(**{k: v.strip() for k, v in found.groupdict().items()}) if found else None
