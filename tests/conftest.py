"""What tests of several rooms share: the checkout, a copy of it, what is built from it, the seed."""

from __future__ import annotations

import gc
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import settings

from tests.browser import axe, chromium, npm, tab_of, type_errors

__all__ = ["axe", "chromium", "npm", "tab_of", "type_errors"]

ROOT = Path(__file__).parents[1]
_MEASURING = ("slow", "slow and alone")
_NOT_SOURCE = (".*cache*", ".git", ".hypothesis", ".venv", "__pycache__", "node_modules", "tmp")

# A shared machine is too uneven for a deadline an example; the benchmarks measure.
settings.register_profile("jixiao", deadline=None, print_blob=True, max_examples=50)
settings.load_profile("jixiao")


def pytest_configure() -> None:
    """Bytecode is kept: hundreds of processes are started, and each would compile every module."""
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)


def pytest_collection_finish() -> None:
    """Ten thousand tests are looked through by no later collection of garbage."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(100_000, 20, 20)


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers(config: pytest.Config) -> int | None:
    """None, so that each processor has a worker, but for what measures: that runs alone."""
    return 0 if config.option.markexpr in _MEASURING else None


@pytest.fixture(scope="session")
def root() -> Path:
    """The checkout; tests only read it."""
    return ROOT


@pytest.fixture(scope="session")
def seed(root: Path) -> Path:
    """The seed report, where it lies beside the checkout (it is not part of the project)."""
    reports = sorted((root.parent / "shared" / "seed").glob("*.txt"))
    if not reports:
        pytest.skip("the seed report is not here")
    return reports[0]


@pytest.fixture(scope="session")
def clean_environment() -> dict[str, str]:
    """The environment without what would lead Python or git back to this checkout."""
    return {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("GIT_", "PYTHON", "VIRTUAL_ENV"))
    }


@pytest.fixture(scope="session")
def checkout_copy(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project's files as they stand now, uncommitted ones too, in another place."""
    copy = tmp_path_factory.mktemp("copy") / "checkout"
    if (root / ".git").exists():
        command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
        listed = subprocess.run(command, cwd=root, capture_output=True, check=True, text=True)
        for name in filter(None, listed.stdout.split("\0")):
            if (root / name).is_file():
                (copy / name).parent.mkdir(parents=True, exist_ok=True)
                shutil.copy2(root / name, copy / name)
    else:
        shutil.copytree(root, copy, ignore=shutil.ignore_patterns(*_NOT_SOURCE))
    return copy


@pytest.fixture(scope="session")
def wheel(checkout_copy: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel built from a copy of the checkout."""
    return _build(checkout_copy, tmp_path_factory.mktemp("wheel"), "--wheel")


@pytest.fixture(scope="session")
def wheel_from_sdist(checkout_copy: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel built from the source archive of a copy of the checkout."""
    return _build(checkout_copy, tmp_path_factory.mktemp("sdist"))


def _build(source: Path, target: Path, *what: str) -> Path:
    command = [sys.executable, "-m", "build", "--no-isolation", *what]
    subprocess.run([*command, "-o", str(target), str(source)], check=True, capture_output=True)
    return next(target.glob("*.whl"))
