"""The audit's page: one HTML file that a browser opens by double click, without a network.

``write`` puts together what lies beside this file: ``template.html``, ``style.css``, the scripts in
``script/`` in the order of their names, and ``vendor/d3.min.js`` for the charts. What a report says
goes into the file once, as JSON (``embedded``), and from there to the screen as text nodes only.
The same season gives the same bytes.

Why d3 for the charts: of the libraries that draw without a network it alone is small when only its
scales and axes are taken (44 KB; a simple ECharts has 500 KB), draws SVG, which style sheets colour
for dark screens and paper, which screen readers and links reach, and it needs neither ``eval`` nor
inline styles, which the page's security policy forbids. It is under the ISC licence, which lies
beside it; ``tests/output/page`` builds it anew from the npm registry and compares.
"""

from __future__ import annotations

from pathlib import Path

from linter.output import Options, web
from linter.output.embedded import embedded
from linter.output.page.gather import of_season
from linter.season import Season

_HERE = Path(__file__).parent
_TITLE = "绩效自评报告批量检查结果"


def write(season: Season, target: Path, options: Options) -> None:
    """Write the page of a season; the page speaks Chinese, whatever the messages do."""
    target.write_bytes(page(season, options.files))


def page(season: Season, files: str = "") -> bytes:
    """The page's bytes; ``files`` leads from it to what was checked."""
    style = _source("style.css")
    chart = _source("vendor/d3.min.js")
    script = web.scoped(web.scripts(_HERE / "script"))
    parts = {
        "title": _TITLE,
        "head": web.head(_TITLE, web.policy((chart, script), style), style),
        "chart": chart,
        "script": script,
        "data": embedded(of_season(season, files)),
    }
    return "".join(web.filled(_source("template.html"), parts)).encode("utf-8")


def _source(name: str) -> str:
    return (_HERE / name).read_text("utf-8")
