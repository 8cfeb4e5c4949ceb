"""What goes into the page, and what stays out of it."""

from __future__ import annotations

import gzip
import io
import json
import zipfile
from pathlib import Path

import pytest

from linter.page import archive
from linter.page.archive import packed
from linter.rulebook import RulebookError, cache
from tests.page.test_bureau import PROFILE
from tests.rulebook.rules import RULE


def zipped(path: Path, *names: str) -> Path:
    with zipfile.ZipFile(path, "w") as made:
        for name in names:
            made.writestr(name, name)
    return path


def test_the_library_without_what_a_browser_does_not_use(tmp_path: Path) -> None:
    kept = ["re/__init__.py", "codeop.py", "http/__init__.py", "http/client.py", "asyncio/tasks.py"]
    left = ["unittest/mock.py", "unittest/__init__.py", "pdb.py", "http/server.py", "this.py"]
    path = zipped(tmp_path / "library.zip", *kept, *left)
    assert [name for name, _ in archive._library(path)] == kept


def test_wheels_without_libraries_of_other_machines(tmp_path: Path) -> None:
    linux = ["yaml/__init__.py", "yaml/_yaml.cpython-314-x86_64-linux-gnu.so", "a.dist-info/RECORD"]
    wasm = [
        "msgspec/_core.cpython-314-wasm32-emscripten.so",
        "msgspec/__init__.pyi",
        "msgspec/a.py",
    ]
    licence = "a.dist-info/licenses/LICENSE"
    paths = [
        zipped(tmp_path / "a-cp314-manylinux2014_x86_64.whl", *linux, licence),
        zipped(tmp_path / "b-cp314-pyemscripten_2026_0_wasm32.whl", *wasm),
    ]
    kept = [name for name, _ in archive._wheels(paths)]
    assert kept == ["yaml/__init__.py", licence, wasm[0], "msgspec/a.py"]


def test_the_project_as_a_wheel_has_it_without_rules_and_commands() -> None:
    names = [name for name, _ in archive._project()]
    assert len(names) == len(set(names)) > 300
    held = {"linter/page/desk.py", "linter/engine.py", "linter/grammars/outline.lark",
            "linter/rules/profiles/common.yaml", "linter/output/html/style.css",
            "linter/output/elements.js"}  # fmt: skip
    assert held <= set(names)
    out = ("linter/cli/", "linter/rules/arithmetic", "linter/page/script", "linter/page/template")
    assert [name for name in names if name.startswith(out) or "__pycache__" in name] == []


@pytest.mark.slow
def test_own_rules_and_profiles_are_in_the_book_and_no_path(tmp_path: Path) -> None:
    (tmp_path / "own.yaml").write_text(RULE, "utf-8")
    (tmp_path / "profiles").mkdir()
    (tmp_path / "profiles" / "本县.yaml").write_text(PROFILE, "utf-8")
    data = archive._book([tmp_path])
    book = cache.decoded(data)
    rule = book.rule("typography/own")
    assert rule is not None
    assert rule.source == "own.yaml"
    assert book.profiles["本县"].name == "本县项目支出自评"
    assert str(tmp_path) not in data.decode()
    assert str(Path(archive.__file__).parents[2]) not in data.decode()
    assert json.loads(data)


def test_the_book_is_the_same_whether_it_was_kept_or_is_built(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert archive._book([]) == archive._book([])


def test_wrong_own_rules_are_refused(tmp_path: Path) -> None:
    (tmp_path / "own.yaml").write_text(RULE.replace("warning", "grave"), "utf-8")
    with pytest.raises(RulebookError, match=r"own\.yaml:4: "):
        archive._book([tmp_path])


def test_what_is_packed_says_nothing_of_when() -> None:
    data = b"a" * 1000
    assert packed(data) == packed(data)
    with gzip.GzipFile(fileobj=io.BytesIO(packed(data))) as stream:
        assert stream.read() == data
        assert stream.mtime == 0
