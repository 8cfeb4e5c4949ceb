"""What Word makes of a run's and a paragraph's properties: the effective ones.

Properties lie in layers, each over the one before: the file's defaults, the table's style, the
paragraph's style from its base on, the character style, what paragraph and run say themselves.
"""

from __future__ import annotations

from collections.abc import Mapping
from xml.etree.ElementTree import Element

from linter.layout import Look
from linter.reading.word.names import PPR, RPR, W
from linter.reading.word.numbering import Numbering
from linter.reading.word.styles import Styles
from linter.reading.word.tree import as_number, switch, value

Layer = dict[str, str]
"""Properties as they are written, by names of ours."""

_TWIPS, _WHOLE_LINE = 20, 240
_SPACE = 1.3
"""How high a line of Chinese is, measured by its size."""
_FONTS = {
    "font": ("eastAsiaTheme", "eastAsia"),
    "latin": ("asciiTheme", "ascii"),
}
_ALIGNED = {"start": "left", "end": "right", "justify": "both"}


class Looks:
    """The looks of a file's paragraphs and runs."""

    def __init__(
        self,
        styles: Styles,
        root: Element | None,
        numbering: Numbering,
        fonts: Mapping[str, str],
    ) -> None:
        """``root`` is that of the styles, which has the file's defaults."""
        self._styles, self._numbering, self._fonts = styles, numbering, fonts
        self._defaults: Layer = {}
        if root is not None:
            self._defaults |= self._run(root.find(f"{W}docDefaults/{W}rPrDefault/{RPR}"))
            self._defaults |= _paragraph(root.find(f"{W}docDefaults/{W}pPrDefault/{PPR}"))
        self._known: dict[tuple[str | None, str | None], Layer] = {}

    def paragraph(self, properties: Element | None, table: str | None) -> Layer:
        """The layers of a paragraph, which stands in a table of that style, as one."""
        name = value(properties, f"{W}pStyle")
        listed = self._numbering.properties(properties, self._styles.of(name))
        if listed is None:
            if (name, table) not in self._known:
                self._known[name, table] = self._styled(name, table, None)
            return self._known[name, table] | _paragraph(properties)
        layers = self._styled(name, table, listed)
        own = _paragraph(listed) if _names_list(properties) else {}
        return layers | own | _paragraph(properties)

    def run(self, paragraph: Layer, properties: Element | None, pitch: float | None) -> Look:
        """The look of a run in a paragraph; ``pitch`` is the page's distance of lines, if any."""
        if properties is None:
            return _look(paragraph, pitch)
        style = value(properties, f"{W}rStyle")
        layer = dict(paragraph)
        for element in reversed(self._styles.elements(style)):
            own = self._run(element.find(RPR))
            if own.get("bold") == paragraph.get("bold") == "1":  # said twice, it is off again
                own["bold"] = ""
            layer |= own
        return _look(layer | self._run(properties), pitch)

    def _styled(self, name: str | None, table: str | None, listed: Element | None) -> Layer:
        layer = dict(self._defaults)
        for element in reversed(self._styles.elements(table)):
            layer |= self._run(element.find(RPR)) | _paragraph(element.find(PPR))
        for element in reversed(self._styles.elements(self._styles.known(name))):
            said = element.find(PPR)
            if _names_list(said):
                layer |= _paragraph(listed)
            layer |= self._run(element.find(RPR)) | _paragraph(said)
        return layer

    def _run(self, properties: Element | None) -> Layer:
        if properties is None:
            return {}
        layer: Layer = {}
        fonts = properties.find(f"{W}rFonts")
        if fonts is not None:
            for name, (theme, face) in _FONTS.items():
                said = self._fonts.get(fonts.get(f"{W}{theme}", "")) or fonts.get(f"{W}{face}")
                if said:
                    layer[name] = said
        size = value(properties, f"{W}sz")
        if size is not None:
            layer["size"] = size
        bold = switch(properties, f"{W}b")
        if bold is not None:
            layer["bold"] = "1" if bold else ""
        return layer


def _names_list(properties: Element | None) -> bool:
    return properties is not None and properties.find(f"{W}numPr/{W}numId") is not None


def _paragraph(properties: Element | None) -> Layer:
    """What is said of a whole paragraph."""
    if properties is None:
        return {}
    layer: Layer = {}
    align = value(properties, f"{W}jc")
    if align is not None:
        layer["align"] = _ALIGNED.get(align, align)
    spacing = properties.find(f"{W}spacing")
    if spacing is not None:
        layer |= _said(spacing, line="line", lineRule="rule")
    indents = properties.find(f"{W}ind")
    if indents is not None:
        layer |= _said(indents, firstLine="first", firstLineChars="first-chars")
        hanging = _said(indents, hanging="first", hangingChars="first-chars")
        layer |= {name: f"-{said}" for name, said in hanging.items()}
    snaps = switch(properties, f"{W}snapToGrid")
    if snaps is not None:
        layer["snaps"] = "1" if snaps else ""
    return layer


def _said(element: Element, **names: str) -> Layer:
    found = ((name, element.get(f"{W}{attribute}")) for attribute, name in names.items())
    return {name: said for name, said in found if said is not None}


def _look(layer: Layer, pitch: float | None) -> Look:
    size = _number(layer, "size", 2)
    points, times = _spacing(layer, size, pitch)
    return Look(
        font=layer.get("font"),
        latin=layer.get("latin"),
        size=size,
        bold=bool(layer.get("bold")),
        align=layer.get("align", "left"),
        indent=_indent(layer, size),
        points=points,
        times=times,
    )


def _spacing(
    layer: Layer, size: float | None, pitch: float | None
) -> tuple[float | None, float | None]:
    """The distance of lines in points, or else as a multiple.

    On a grid a line takes what the grid gives, if it finds room there.
    """
    written = as_number(layer.get("line", str(_WHOLE_LINE)))
    if written is None:
        return None, None
    if layer.get("rule", "auto") != "auto":
        return written / _TWIPS, None
    times = written / _WHOLE_LINE
    fits = pitch is not None and size is not None and size * _SPACE <= pitch
    if pitch is not None and fits and layer.get("snaps", "1"):
        return round(pitch * times, 2), None
    return None, times


def _indent(layer: Layer, size: float | None) -> float | None:
    """How far the first line is set in, in characters; what counts characters goes before."""
    characters = _number(layer, "first-chars", 100)
    if characters:
        return characters
    first = _number(layer, "first", _TWIPS) or 0.0
    return round(first / size, 2) if size else None


def _number(layer: Layer, name: str, unit: int) -> float | None:
    found = as_number(layer.get(name))
    return None if found is None else found / unit
