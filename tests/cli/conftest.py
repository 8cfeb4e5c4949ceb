"""Reports on disk for the tests of the command."""

from __future__ import annotations

from pathlib import Path

import pytest

FAULTY = """青山县2023年度灌溉渠项目绩效自评报告
一、项目概况
2023年投入资金120万元，比2022年的100万元增加20万元，增幅30%。
二、评价结论
自评得分95分，等级为“优”。
"""
WARNED = "青山县2023年度灌溉渠项目绩效自评报告\n一、项目概况\n截止2023年12月31日，工程全部完工。\n"
PLAIN = "# 说明\n\n这个文件夹里放着几份文件。\n"


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    """A folder with a report that has an error, one that has a warning, and no report at all."""
    (tmp_path / "faulty.txt").write_text(FAULTY, "utf-8")
    (tmp_path / "warned.txt").write_text(WARNED, "utf-8")
    (tmp_path / "readme.md").write_text(PLAIN, "utf-8")
    return tmp_path
