"""Puts the page together of Pyodide, wheels, this project and its front end."""

from __future__ import annotations

import json
from base64 import b64encode
from collections.abc import Sequence
from html import escape
from pathlib import Path
from tempfile import TemporaryDirectory

from linter.output import html, web
from linter.page import packages
from linter.page.archive import Archives, packed

TITLE = "绩效自评报告检查"
_HERE = Path(__file__).parent
_OF_MODULES = {"export default _createPyodideModule;": "", "import.meta.url": "location.href"}


def page(own: Sequence[Path] = (), title: str = TITLE) -> bytes:
    """The page's bytes, with the rules of ``own`` inside.

    Raises ``RulebookError`` where these cannot be used, ``PageError`` where the page cannot be
    built.
    """
    with TemporaryDirectory(prefix="jixiao-") as name:
        place = Path(name)
        pyodide = packages.pyodide(place)
        archives = Archives(own, pyodide, packages.wheels(place))
        lock = json.loads((pyodide / "pyodide-lock.json").read_text("utf-8"))
        parts = {
            "engine": _packed(_worker(pyodide).encode("utf-8")),
            "wasm": _packed((pyodide / "pyodide.asm.wasm").read_bytes()),
            "library": _packed(archives.library),
            "program": _packed(archives.program),
            "lock": json.dumps({"info": lock["info"], "packages": {}}),
        }
    view, script, gate = (
        html.script(),
        web.scoped(web.scripts(_HERE / "script")),
        _source("gate.js"),
    )
    style = f"{html.style()}\n{_source('style.css')}"
    parts |= {
        "title": escape(title),
        "head": web.head(escape(title), _policy((gate, view, script), style), style),
        "gate": gate,
        "view": view,
        "script": script,
    }
    return "".join(web.filled(_source("template.html"), parts)).encode("utf-8")


def _policy(scripts: tuple[str, ...], style: str) -> str:
    """The policy of any page of ours; this one makes a worker of its own text, and compiles."""
    policy = web.policy(scripts, style).replace("script-src ", "script-src 'wasm-unsafe-eval' ")
    return f"{policy}; worker-src blob:; connect-src 'none'"


def _worker(pyodide: Path) -> str:
    """The worker's script: Pyodide's two and ours.

    From ``file://`` a browser starts no worker that is a module, so the first is made a script.
    """
    module = (pyodide / "pyodide.asm.mjs").read_text("utf-8")
    for of_modules, instead in _OF_MODULES.items():
        module = module.replace(of_modules, instead)
    start = (pyodide / "pyodide.js").read_text("utf-8")
    return "\n".join((module, _source("worker/before.js"), start, _source("worker/worker.js")))


def _packed(data: bytes) -> str:
    return b64encode(packed(data)).decode("ascii")


def _source(name: str) -> str:
    return (_HERE / name).read_text("utf-8")
