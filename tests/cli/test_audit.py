"""``jixiao audit`` as people run it."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import msgspec
import pytest

import linter
from linter.season import Decision
from tests.audit.conftest import FAULTY, sound
from tests.audit.test_audit import entries
from tests.cli.command import jixiao


def audited(*arguments: str | Path, folder: Path) -> subprocess.CompletedProcess[bytes]:
    """An audit by one checking process: a second takes longer to start than all there is to do."""
    return jixiao("audit", *arguments, "--workers", "1", folder=folder)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "材料").mkdir()
    (tmp_path / "空").mkdir()
    (tmp_path / "材料" / "一.txt").write_text(FAULTY, "utf-8")
    (tmp_path / "材料" / "二.txt").write_text(sound("青山县教育局", "校舍维修项目"), "utf-8")
    (tmp_path / "材料" / "三.docx").write_bytes(b"")
    return tmp_path


@pytest.mark.slow
def test_the_first_lines_say_how_many_could_be_checked(folder: Path) -> None:
    done = jixiao("audit", "材料", "--out", "结果", folder=folder)
    first = done.stdout.decode().splitlines()[0]
    assert first == "共 3 份，已检查 2 份，未能检查 1 份（空白 1）"
    assert done.returncode == 1
    assert "退出码 1" in done.stderr.decode().splitlines()[-1]


def test_store_and_outputs_lie_in_the_folder_asked_for(folder: Path) -> None:
    done = audited("材料", "--out", "结果", "--format", "jsonl", folder=folder)
    assert sorted(path.name for path in (folder / "结果").iterdir()) == ["audit.db", "audit.jsonl"]
    assert f"已写入 {Path('结果') / 'audit.jsonl'}" in done.stdout.decode().splitlines()


def test_findings_are_no_failure_where_none_is_asked_to_be(folder: Path) -> None:
    assert audited("材料", "--fail-on", "never", folder=folder).returncode == 0


@pytest.mark.slow
@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("没有",), "找不到 没有"),
        (("空",), "没有可检查的材料"),
        ((), "缺少参数 PATH"),
        (("材料", "--workers", "0"), "应为正整数，不是 0"),
        (("材料", "--timeout", "nan"), "应为正数，不是 nan"),
        (("材料", "--format", "jsonn"), "jsonl"),
        (("材料", "--store", "材料/一.txt"), "不是审核存储"),
        (("材料", "--cluster", "tcp://127.0.0.1:1"), "连接不上调度器"),
    ],
)
def test_wrong_use_is_told(folder: Path, arguments: tuple[str, ...], told: str) -> None:
    done = jixiao("audit", *arguments, folder=folder)
    assert (done.returncode, told in done.stderr.decode()) == (2, True), done.stderr.decode()


@pytest.mark.slow
def test_what_changed_between_two_stores_is_told(folder: Path) -> None:
    audited("材料", "--store", "旧.db", folder=folder)
    (folder / "材料" / "一.txt").write_text(FAULTY.replace("30%", "20%"), "utf-8")
    audited("材料", "--store", "新.db", folder=folder)
    done = jixiao("audit", "--diff", "旧.db", "新.db", folder=folder)
    lines = done.stdout.decode().splitlines()
    assert lines[0].startswith("一.txt（青山县水利局 灌溉渠项目）：已改 1，未改 ")
    assert [
        line for line in lines if line.startswith("  已改") and line.endswith("arithmetic/growth")
    ]
    assert done.returncode == 0


@pytest.mark.slow
def test_what_one_store_alone_has_is_told_and_what_has_no_findings_is_counted(folder: Path) -> None:
    (folder / "材料" / "三.docx").unlink()
    clean = folder / "材料" / "二.txt"
    audited("材料", "--select", "arithmetic/growth", "--store", "旧.db", folder=folder)
    (folder / "材料" / "一.txt").unlink()
    (folder / "材料" / "四.txt").write_text(sound("青山县林业局", "造林项目"), "utf-8")
    clean.rename(clean.with_name("二（重报）.txt"))
    audited("材料", "--select", "arithmetic/growth", "--store", "新.db", folder=folder)
    done = jixiao("audit", "--diff", "旧.db", "新.db", folder=folder)
    assert done.stdout.decode().splitlines() == [
        "一.txt：这次没有报来",
        "四.txt：这次新报来",
        "共比较 1 份，其中两次都没有问题的 1 份没有列出",
    ]


@pytest.mark.parametrize("more", [("--out", "结果"), ("--format", "json"), ("材料",)])
def test_a_comparison_writes_no_files(folder: Path, more: tuple[str, ...]) -> None:
    done = jixiao("audit", *more, "--diff", "旧.db", "新.db", folder=folder)
    assert (
        done.returncode,
        f"不能同时有 {more[0] if more[0][0] == '-' else 'PATH'}" in done.stderr.decode(),
    ) == (2, True)


def test_a_store_that_is_not_there_cannot_be_compared(folder: Path) -> None:
    done = jixiao("audit", "--diff", "旧.db", "新.db", folder=folder)
    assert (done.returncode, "找不到存储文件 旧.db" in done.stderr.decode()) == (2, True)
    assert not (folder / "旧.db").exists()


def test_a_list_without_columns_is_refused(folder: Path) -> None:
    done = audited("材料", "--manifest", "材料/一.txt", folder=folder)
    assert (done.returncode, "无法使用" in done.stderr.decode()) == (2, True)


@pytest.mark.slow
def test_the_audits_own_files_are_no_submissions(folder: Path) -> None:
    (folder / "清单.csv").write_text("项目名称,预算单位\n灌溉渠项目,青山县水利局\n", "utf-8")
    command = (".", "--out", "结果", "--manifest", "清单.csv", "--fail-on", "never")
    first, second = (audited(*command, folder=folder).stdout.decode() for _ in range(2))
    assert first.startswith("共 1 份，已检查 1 份")
    assert second == first


@pytest.mark.slow
def test_a_ledger_that_was_kept_aside_is_no_submission(folder: Path) -> None:
    command = ("材料", "--out", "材料", "--fail-on", "never")
    first = audited(*command, folder=folder).stdout.decode().splitlines()[0]
    ledger = folder / "材料" / "ledger.xlsx"
    ledger.write_bytes(ledger.read_bytes() + b"filled in")
    (folder / "材料" / "一.txt").write_text(FAULTY.replace("30%", "20%"), "utf-8")
    audited(*command, folder=folder)
    assert ledger.with_name("ledger.1.xlsx").exists()
    assert audited(*command, folder=folder).stdout.decode().splitlines()[0] == first


def test_ledger_page_and_lines_are_written_and_the_ledger_is_read_back(folder: Path) -> None:
    audited("材料", "--out", "结果", folder=folder)
    assert sorted(path.name for path in (folder / "结果").iterdir()) == [
        "audit.db", "audit.jsonl", "ledger.xlsx", "report.html",
    ]  # fmt: skip
    entry = next(e for e in entries(folder / "结果") if e["path"] == "一.txt")
    growth = next(
        t["finding"] for t in entry["told"] if t["finding"]["rule"] == "arithmetic/growth"
    )
    decision = Decision(growth["fingerprint"], "一.txt", False, "复核员甲", "2024-03-05")
    linter.audit(
        [folder / "材料"], store=folder / "结果" / "audit.db", out=folder / "结果", files=["ledger"],
        decisions=[decision],
    )  # fmt: skip
    ledger = Path("结果") / "ledger.xlsx"
    audited("材料", "--out", "又", "--decisions", ledger, folder=folder)
    head = (folder / "又" / "audit.jsonl").read_text("utf-8").splitlines()[0]
    assert [msgspec.convert(d, Decision) for d in json.loads(head)["season"]["decisions"]] == [
        decision
    ]


def test_letters_and_papers_are_a_file_a_unit(folder: Path) -> None:
    done = audited("材料", "--letters", "函", "--workpaper", "底稿", folder=folder)
    assert done.returncode == 1, done.stderr.decode()
    assert any("水利局" in path.name for path in (folder / "函").iterdir())
    assert any("教育局" in path.name for path in (folder / "底稿").iterdir())
