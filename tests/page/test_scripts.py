"""The scripts of the page and of its worker: their types hold."""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from linter import page

SOURCES = Path(page.__file__).parent

pytestmark = pytest.mark.slow


@pytest.mark.parametrize("folder", ["script", "worker"])
def test_their_types_hold(type_errors: Callable[..., str], folder: str) -> None:
    assert type_errors(SOURCES / folder) == ""


def test_both_languages_say_the_same_things() -> None:
    words = (SOURCES / "script" / "20-words.js").read_text("utf-8")
    command = ["node", "-e", f"{words}; console.log(JSON.stringify(WORDS))"]
    result = subprocess.run(command, capture_output=True, check=True)
    spoken = json.loads(result.stdout)
    assert spoken["zh"].keys() == spoken["en"].keys()
    assert [n for n, text in spoken["zh"].items() if text.count("{}") != spoken["en"][n].count("{}")] == []  # fmt: skip
    template = (SOURCES / "template.html").read_text("utf-8")
    said = dict(re.findall(r'data-word="(\w+)"[^>]*>([^<]*)<', template))
    assert len(said) > 15
    assert said == {name: spoken["zh"][name] for name in said}
