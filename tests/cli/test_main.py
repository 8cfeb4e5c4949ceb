"""What the command does to the process that it runs in."""

from __future__ import annotations

import gc
import subprocess
import sys

import pytest

from linter.cli import main
from tests.cli.command import ROOT

OWN = """
import gc, sys
sys.argv = ["jixiao", "--version"]
from linter.cli import main
status = main()
print(status, gc.get_threshold()[0], gc.get_freeze_count() > 1_000)
"""


def test_who_calls_it_keeps_his_garbage_collection(capsys: pytest.CaptureFixture[str]) -> None:
    before = gc.get_threshold(), gc.get_freeze_count()
    assert main(["--version"]) == 0
    assert capsys.readouterr().out.startswith("jixiao ")
    assert (gc.get_threshold(), gc.get_freeze_count()) == before


def test_in_a_process_of_its_own_few_searches_for_cycles() -> None:
    done = subprocess.run(
        [sys.executable, "-c", OWN], cwd=ROOT, capture_output=True, check=True, text=True
    )
    assert done.stdout.splitlines()[1:] == ["0 200000 True"]
