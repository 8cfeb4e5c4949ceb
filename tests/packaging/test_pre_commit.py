"""The hook, run by a real pre-commit at real commits in a repository of its own."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow


class Repository:
    """A git repository at ``folder``; ``home`` keeps the user's own settings out of it."""

    def __init__(self, folder: Path, environment: dict[str, str]) -> None:
        self.folder = folder
        self._environment = environment
        self.run("git", "init", "-q")
        self.run("git", "config", "user.name", "tester")
        self.run("git", "config", "user.email", "tester@example.invalid")

    def run(self, *command: str, check: bool = True) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            command,
            cwd=self.folder,
            env=self._environment,
            capture_output=True,
            check=check,
            encoding="utf-8",
        )

    def commit(self, *, check: bool = False) -> subprocess.CompletedProcess[str]:
        """Commit every file."""
        self.run("git", "add", "--all")
        return self.run("git", "commit", "-q", "-m", "reports", check=check)


@pytest.fixture(scope="module")
def environment(
    clean_environment: dict[str, str], tmp_path_factory: pytest.TempPathFactory
) -> dict[str, str]:
    home = str(tmp_path_factory.mktemp("home"))
    return clean_environment | {"HOME": home, "PRE_COMMIT_HOME": home, "PYTHONUTF8": "1"}


@pytest.fixture(scope="module")
def hooks(
    checkout_copy: Path, environment: dict[str, str], tmp_path_factory: pytest.TempPathFactory
) -> Repository:
    """The project as a repository that offers its hook."""
    folder = tmp_path_factory.mktemp("hooks") / "jixiao"
    shutil.copytree(checkout_copy, folder)
    repository = Repository(folder, environment)
    repository.commit(check=True)
    return repository


@pytest.fixture
def office(hooks: Repository, environment: dict[str, str], tmp_path: Path) -> Repository:
    """A repository of reports with the hook installed."""
    revision = hooks.run("git", "rev-parse", "HEAD").stdout.strip()
    config = f"repos:\n- repo: {hooks.folder}\n  rev: {revision}\n  hooks:\n  - id: jixiao\n"
    repository = Repository(tmp_path, environment)
    (tmp_path / ".pre-commit-config.yaml").write_text(config, "utf-8")
    repository.run(sys.executable, "-m", "pre_commit", "install")
    return repository


def test_faulty_report_blocks_the_commit(office: Repository, root: Path) -> None:
    report = next((root / "examples").glob("faulty-*.txt"))
    shutil.copy(report, office.folder)
    committed = office.commit()
    assert committed.returncode == 1
    assert f"{report.name}:" in committed.stderr + committed.stdout
    assert office.run("git", "log", check=False).returncode != 0


def test_clean_report_and_other_texts_pass(office: Repository, root: Path) -> None:
    for report in (root / "examples").glob("clean-*"):
        shutil.copy(report, office.folder)
    shutil.copy(root / "README.md", office.folder)
    shutil.copy(root / "LICENSE", office.folder)
    (office.folder / "requirements.txt").write_text("rich>=13.7\n", "utf-8")
    committed = office.commit()
    assert "Passed" in committed.stderr, committed.stdout + committed.stderr
    assert committed.returncode == 0
