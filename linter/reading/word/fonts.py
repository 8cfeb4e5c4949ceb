"""The fonts that a Word file's theme stands for."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from linter.reading.markup import local
from linter.reading.word.names import W

_SCRIPTS = {"zh-tw": "Hant", "zh-hk": "Hant", "zh-mo": "Hant", "ja-jp": "Jpan", "ko-kr": "Hang"}
_SIMPLIFIED = "Hans"


def theme_fonts(theme: Element | None, settings: Element | None) -> dict[str, str]:
    """The fonts of a theme by the names that runs have for them (``minorEastAsia``).

    Where the theme leaves Chinese characters open, it has a font for each script, and the settings
    say which script that is.
    """
    found: dict[str, str] = {}
    for scheme in theme.iter() if theme is not None else ():
        which = local(scheme.tag)
        if which not in ("majorFont", "minorFont"):
            continue
        faces = {font.get("script") or local(font.tag): font.get("typeface", "") for font in scheme}
        chinese = faces.get("ea") or faces.get(_script(settings), "")
        latin = faces.get("latin", "")
        prefix = which.removesuffix("Font")
        found |= {f"{prefix}EastAsia": chinese, f"{prefix}Ascii": latin, f"{prefix}HAnsi": latin}
    return {name: font for name, font in found.items() if font}


def _script(settings: Element | None) -> str:
    languages = settings.find(f"{W}themeFontLang") if settings is not None else None
    language = languages.get(f"{W}eastAsia", "") if languages is not None else ""
    return _SCRIPTS.get(language.lower(), _SIMPLIFIED)
