"""The ways to install: a wheel, a wheel from the source archive, an editable checkout."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow

PAGE = ("page", "-o", "jixiao-check.html")


@pytest.fixture(scope="module", params=["wheel", "wheel_from_sdist", "editable"])
def installed(
    request: pytest.FixtureRequest,
    checkout_copy: Path,
    tmp_path_factory: pytest.TempPathFactory,
    clean_environment: dict[str, str],
) -> Path:
    """The folder of commands of a fresh environment with the project installed in one way."""
    what: tuple[Path | str, ...] = ("--editable", checkout_copy)
    if request.param != "editable":
        what = (request.getfixturevalue(request.param),)
    venv = tmp_path_factory.mktemp("installed") / "venv"
    subprocess.run([sys.executable, "-m", "venv", venv], check=True)
    pip = (venv / "bin" / "pip", "install", "-q")
    subprocess.run([*pip, *what], check=True, env=clean_environment)
    return venv / "bin"


@pytest.fixture
def elsewhere(root: Path, tmp_path: Path, clean_environment: dict[str, str]) -> Elsewhere:
    """Another folder with the examples, from which commands are run."""
    return another(tmp_path, root, clean_environment)


@pytest.fixture(scope="module")
def page_of_checkout(
    root: Path, tmp_path_factory: pytest.TempPathFactory, clean_environment: dict[str, str]
) -> bytes:
    """The page as the checkout builds it from another folder."""
    place = another(tmp_path_factory.mktemp("elsewhere"), root, clean_environment)
    place.run(sys.executable, "-m", "linter", *PAGE, more={"PYTHONPATH": str(root)})
    return (place.folder / PAGE[-1]).read_bytes()


def another(folder: Path, root: Path, environment: dict[str, str]) -> Elsewhere:
    """A folder with the examples of the checkout."""
    shutil.copytree(root / "examples", folder / "examples")
    return Elsewhere(folder, environment)


class Elsewhere:
    """Runs commands in a folder that is no checkout, with a home of its own."""

    def __init__(self, folder: Path, environment: dict[str, str]) -> None:
        own = {"HOME": str(folder), "XDG_CACHE_HOME": str(folder / "cache")}
        self.folder = folder
        self._environment = environment | own

    def run(self, *command: Path | str, more: dict[str, str] | None = None) -> str:
        """What the command prints; it must not end as wrong use, nor by an exception."""
        result = subprocess.run(
            command,
            cwd=self.folder,
            env=self._environment | (more or {}),
            capture_output=True,
            check=False,
            encoding="utf-8",
        )
        assert result.returncode in {0, 1}, result.stderr
        assert "Traceback" not in result.stderr
        return result.stdout


def test_lint_tells_what_the_checkout_tells(
    installed: Path, elsewhere: Elsewhere, root: Path
) -> None:
    arguments = ("lint", "examples", "--format", "json")
    here = elsewhere.run(sys.executable, "-m", "linter", *arguments, more={"PYTHONPATH": str(root)})
    there = elsewhere.run(installed / "jixiao", *arguments)
    assert json.loads(there)["summary"]["error"] > 0
    assert there == here


def test_rules_and_grammars_are_there(installed: Path, elsewhere: Elsewhere) -> None:
    listed = elsewhere.run(installed / "jixiao", "rules")
    assert "arithmetic/growth" in listed
    example = next((elsewhere.folder / "examples").glob("faulty-*.txt"))
    assert elsewhere.run(installed / "jixiao", "outline", example)
    assert json.loads(elsewhere.run(installed / "jixiao", "facts", example, "--format", "json"))


def test_the_page_is_the_same_however_it_is_installed(
    installed: Path, elsewhere: Elsewhere, page_of_checkout: bytes
) -> None:
    elsewhere.run(installed / "jixiao", *PAGE)
    assert (elsewhere.folder / PAGE[-1]).read_bytes() == page_of_checkout


@pytest.mark.parametrize("installed", ["editable"], indirect=True)
def test_edited_rule_is_seen_at_once(
    installed: Path, elsewhere: Elsewhere, checkout_copy: Path
) -> None:
    rules = checkout_copy / "rules" / "arithmetic.yaml"
    text = rules.read_text("utf-8")
    before = elsewhere.run(installed / "jixiao", "rules")
    row = next(line for line in before.splitlines() if line.startswith("arithmetic/growth "))
    _, _, name, _ = row.split()
    try:
        rules.write_text(text.replace(name, "改过的名称"), "utf-8")
        after = elsewhere.run(installed / "jixiao", "rules")
    finally:
        rules.write_text(text, "utf-8")
    assert name not in after
    assert after.split() == before.replace(name, "改过的名称").split() != before.split()


def test_wheel_holds_the_package_alone(wheel: Path, root: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    assert {name.split("/")[0].split("-")[0] for name in names} == {"linter", "jixiao_lint"}
    data = {f"linter/{p.relative_to(root)}" for p in (root / "rules").rglob("*.yaml")}
    data |= {f"linter/{p.relative_to(root)}" for p in (root / "grammars").glob("*.lark")}
    front = {".html", ".css", ".js", ".cjs", ".yaml"}
    data |= {str(p.relative_to(root)) for p in (root / "linter").rglob("*") if p.suffix in front}
    assert data <= set(names)
    assert len(data) > 10
