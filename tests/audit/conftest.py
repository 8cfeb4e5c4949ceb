"""Submissions on disk for the tests of an audit."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from linter.audit import executor
from linter.audit.guard import Guard

FAULTY = """青山县水利局2023年度灌溉渠项目绩效自评报告
一、项目概况
2023年投入资金120万元，比2022年的100万元增加20万元，增幅30%。
二、评价结论
自评得分95分，等级为“优”。
"""
SOUND = """{unit}2023年度{project}绩效自评报告
一、项目概况
2023年投入资金120万元，比2022年的100万元增加20万元，增幅20%。
二、评价结论
自评得分95分，等级为“优”。
"""


def sound(unit: str, project: str) -> str:
    """A report without an error."""
    return SOUND.format(unit=unit, project=project)


class _Lasting(Guard):
    """A checking process that outlives the run that asked for it."""

    def stop(self) -> None:
        pass


@pytest.fixture(scope="session")
def lasting() -> Iterator[Guard]:
    guard = _Lasting()
    yield guard
    Guard.stop(guard)


@pytest.fixture
def one_process(lasting: Guard, monkeypatch: pytest.MonkeyPatch) -> None:
    """Audits one after another check in one process: to start one takes longer than to check."""
    monkeypatch.setattr(executor, "Guard", lambda: lasting)


@pytest.fixture
def season(tmp_path: Path) -> Path:
    """A folder with a faulty submission, a sound one of two files, and one that cannot be read."""
    root = tmp_path / "season"
    files = {
        "甲县/水利局/报告.txt": FAULTY.encode(),
        "甲县/教育局/报告.txt": sound("青山县教育局", "校舍维修项目").encode(),
        "甲县/教育局/附件/说明.txt": sound("青山县教育局", "校舍维修项目").encode(),
        "乙县/民政局/报告.docx": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
    }  # fmt: skip
    for name, data in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return root


@pytest.fixture
def many(tmp_path: Path) -> Callable[[int], Path]:
    """A folder with so many sound submissions of one file."""

    def made(count: int) -> Path:
        root = tmp_path / "many"
        root.mkdir()
        for number in range(count):
            text = sound(f"青山县第{number}中学", "校舍维修项目")
            (root / f"{number:05}.txt").write_text(text, "utf-8")
        return root

    return made
