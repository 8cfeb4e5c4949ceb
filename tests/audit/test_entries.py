"""What a season keeps of a report: of its passes those that prove a figure, of the others how many."""

from __future__ import annotations

import shutil
import sqlite3
import zlib
from pathlib import Path
from typing import Any

import msgspec
import pytest
from openpyxl import load_workbook

import linter
from linter import engine, items, reading, rulebook
from linter.audit import entries, jobs
from linter.binding.case import Case
from linter.model import Report, Status, Submission
from linter.output.passes import worth_telling
from linter.season import Entry
from tests.audit.conftest import FAULTY, sound

pytestmark = pytest.mark.usefixtures("one_process")

TEXT = sound("青山县水利局", "灌溉渠项目")
BOOK = rulebook.load()


def checked(text: str) -> tuple[Report, Entry]:
    cases: list[Case] = []
    documents = tuple(reading.documents("a.txt", text.encode(), BOOK.header_words))
    report = engine.lint(Submission(documents), BOOK, cases=cases)
    made, _ = entries.entry("a.txt", ["a.txt"], report, cases)
    return report, made


def test_passes_that_were_recomputed_are_kept_each_with_its_place() -> None:
    report, made = checked(TEXT)
    passed = [v for v in report.verdicts if v.verdict.status is Status.passed]
    worth = worth_telling(passed)
    right = [(v.rule, v.verdict.calculation) for v in worth if v.verdict.recomputed]
    assert [(item.rule, item.calculation) for item in made.passed] == right
    assert len(right) < len([v for v in passed if v.verdict.recomputed])
    assert made.held == len(worth) - len(right) > 5
    assert len(made.passed_at) == len(right) > 0
    assert set(made.passed_at) == {"第3行"}


def test_what_could_not_be_read_has_no_passes() -> None:
    _, made = checked(" \n")
    assert (made.passed, made.passed_at, made.held) == ((), (), 0)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_rule_s_names_are_those_of_its_findings_and_of_its_passes(lang: str) -> None:
    names = {rule.id: rule for rule in entries.rule_names(BOOK.rules, lang)}
    growth = BOOK.rules[[rule.id for rule in BOOK.rules].index("arithmetic/growth")].header
    assert growth.checks is not None
    assert names["arithmetic/growth"].checks == getattr(growth.checks, lang) != growth.name
    assert (names["arithmetic/growth"].name == growth.name) is (lang == "zh")
    assert set(names) == {rule.id for rule in BOOK.rules}


def audited(folder: Path, **options: Any) -> tuple[list[dict[str, Any]], list[tuple[Any, ...]]]:
    """The entries that an audit tells, and the rows of what its ledger says is right."""
    out = folder.parent / "out"
    linter.audit(
        [folder], store=out / "audit.db", out=out, files=["jsonl", "ledger"], workers=1, **options
    )
    lines = map(msgspec.json.decode, (out / "audit.jsonl").read_bytes().splitlines())
    told = [line["entry"] for line in lines if "entry" in line]
    _, *right = load_workbook(out / "ledger.xlsx")["核对无误"].iter_rows(values_only=True)
    return told, right


def earlier_form(store: Path) -> None:
    """Makes entries as they lay in stores once: with all passes, under the names of faults."""
    _, made = checked(TEXT)
    other = msgspec.structs.replace(made.passed[0], rule="structure/order")
    with sqlite3.connect(store) as db:
        for number, packed in db.execute("SELECT result, entry FROM packed").fetchall():
            entry = msgspec.json.decode(zlib.decompress(packed))
            del entry["held"]
            entry["passed"].append(msgspec.to_builtins(other))
            entry["passed_at"].append("")
            old = zlib.compress(items.encoded(entry), 1)
            db.execute("UPDATE packed SET entry = ? WHERE result = ?", (old, number))
    db.close()


def test_results_of_an_earlier_form_are_checked_again_and_no_damage(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    folder, store = tmp_path / "材料", tmp_path / "out" / "audit.db"
    folder.mkdir()
    (folder / "a.txt").write_text(FAULTY, "utf-8")
    (folder / "b.txt").write_text(TEXT, "utf-8")
    with monkeypatch.context() as patched:
        patched.setattr(jobs, "_code", lambda: b"an earlier program")
        told, right = audited(folder)
    earlier_form(store)
    last = shutil.copy(store, tmp_path / "last.db")
    (folder / "a.txt").write_text(TEXT, "utf-8")
    again, now = audited(folder, earlier=Path(last))
    assert [entry["held"] for entry in again] == [told[1]["held"]] * 2
    assert len(now) == sum(len(entry["passed"]) for entry in again) > len(right)
    assert "structure/order" not in {row[-1] for row in now}
    assert capsys.readouterr().err == ""
    assert not list(store.parent.glob("*.damaged-*"))
    with sqlite3.connect(store) as db:
        assert db.execute("SELECT path FROM mended_since_last_time").fetchall() != []
        assert db.execute("SELECT count(*), count(DISTINCT rules) FROM results").fetchone() == (
            4,
            2,
        )
    db.close()
    assert (store.parent / "audit.jsonl").read_bytes().count(b'{"change":') == 1
