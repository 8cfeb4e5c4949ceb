"""What our HTML files are made of: sources beside a module, put into a template, and their policy.

Each is one file without a network: scripts and styles stand in it, and the policy names them by
their digests, so that nothing else runs.
"""

from __future__ import annotations

import hashlib
from base64 import b64encode
from collections.abc import Iterator, Mapping
from pathlib import Path

ELEMENTS = Path(__file__).parent / "elements.js"
"""What all scripts make elements with."""


def scripts(folder: Path) -> str:
    """The scripts of a folder as one, in the order of their names, after that for elements."""
    files = (ELEMENTS, *sorted(folder.glob("*.js")))
    return "\n".join(file.read_text("utf-8") for file in files)


def digest(source: str) -> str:
    """What a content security policy calls a source of which every byte is known."""
    return f"'sha256-{b64encode(hashlib.sha256(source.encode('utf-8')).digest()).decode()}'"


def policy(scripts: tuple[str, ...], style: str) -> str:
    """The policy of a page that runs these scripts, has this style and asks for nothing else."""
    return (
        "default-src 'none'; base-uri 'none'; form-action 'none'; "
        f"script-src {' '.join(map(digest, scripts))}; style-src {digest(style)}"
    )


def scoped(script: str) -> str:
    """A script in a scope of its own."""
    return f'(() => {{\n"use strict";\n{script}\n}})();'


def head(title: str, policy: str, style: str) -> str:
    """What the head of each page of ours begins with; the title is markup already."""
    return f"""<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<meta name="format-detection" content="telephone=no">
<title>{title}</title>
<style>{style}</style>"""


def filled(template: str, parts: Mapping[str, str]) -> Iterator[str]:
    """The template in pieces, ``{{name}}`` replaced; what replaces it is not looked at again."""
    head, *rest = template.split("{{")
    yield head
    for piece in rest:
        name, _, text = piece.partition("}}")
        yield parts[name]
        yield text
