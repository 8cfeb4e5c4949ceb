"""The desk, here and not in a browser: what it answers is what the command line says."""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from openpyxl import load_workbook

from linter import cli, rulebook
from linter.page.desk import Desk
from linter.reading import read
from tests.page.conftest import EXAMPLES, samples
from tests.word import like


@pytest.fixture(scope="module")
def desk() -> Desk:
    return Desk(rulebook.load())


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("samples")
    samples(place)
    return place


def ask(desk: Desk, what: str, *files: Path | tuple[str, bytes], **more: Any) -> tuple[Any, Any]:
    parts = [(f.name, f.read_bytes()) if isinstance(f, Path) else f for f in files]
    question = json.dumps({"ask": what, "names": [name for name, _ in parts], **more})
    answer, data = desk.answer(question, [content for _, content in parts])
    return json.loads(answer), data


def test_json_is_the_command_line_s(
    desk: Desk, folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    names = sorted(path.name for path in folder.iterdir())
    monkeypatch.chdir(folder)
    cli.main(["lint", "--format", "json", *names])
    told = capsys.readouterr().out
    for name in names:
        ask(desk, "check", folder / name, key=name)
    value, data = ask(desk, "json", keys=names)
    assert (value, data.decode()) == ({}, told)
    assert json.loads(told)["summary"]["error"] > 0


def test_together_is_the_command_line_s_bundle(
    desk: Desk, folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    names = ["报告.docx", "自评表.xlsx"]
    monkeypatch.chdir(folder)
    cli.main(["lint", "--bundle", "--format", "json", *names])
    told = capsys.readouterr().out
    checked, _ = ask(desk, "check", *(folder / name for name in names), key="both")
    assert ask(desk, "json", keys=["both"])[1].decode() == told
    assert checked["word"] == [0]


def test_a_list_learns_what_was_found(desk: Desk, folder: Path) -> None:
    checked, data = ask(desk, "check", folder / "报告.docx", view=True)
    assert data is None
    counts = checked["counts"]
    assert (counts["error"], counts["warning"], counts["info"]) == (2, 4, 0)
    assert counts["passed"] > 15
    assert len({one["fingerprint"] for one in checked["found"]}) == 6
    assert checked["word"] == [0]
    assert checked["unread"] == ""
    assert "绩效自评报告" in checked["title"]
    assert len(checked["view"]["findings"]) == 6
    assert ask(desk, "check", folder / "报告.docx")[0]["view"] is None


def test_a_profile_can_be_chosen_and_english(desk: Desk, folder: Path) -> None:
    file = folder / "faulty-transfer.txt"
    own, _ = ask(desk, "check", file, view=True)
    other, _ = ask(desk, "check", file, view=True, profile="guobiao2020", lang="en")
    assert other["view"]["profile"]["id"] == "guobiao2020"
    assert own["view"]["profile"]["id"] != "guobiao2020"
    assert other["view"]["findings"][0]["message"].isascii() or other["view"]["lang"] == "en"


def test_word_file_with_comments(desk: Desk, folder: Path) -> None:
    value, data = ask(desk, "docx", folder / "报告.docx")
    assert value == {}
    comments = list(Document(io.BytesIO(data)).comments)
    assert len(comments) >= 6
    assert "18.764%" in "".join(comment.text for comment in comments)


def test_of_several_word_files_each_has_its_comments(desk: Desk, folder: Path) -> None:
    files = [folder / "自评表.xlsx", folder / "报告.docx"]
    checked, _ = ask(desk, "check", *files, view=True)
    assert checked["word"] == [1]
    _, data = ask(desk, "docx", *files, at=1)
    comments = [comment.text for comment in Document(io.BytesIO(data)).comments]
    assert any("18.764%" in text for text in comments)


def test_page_of_one_report(desk: Desk, folder: Path) -> None:
    _, data = ask(desk, "html", folder / "报告.docx")
    text = data.decode()
    assert text.startswith("<!doctype html>")
    assert "18.764%" in text


def test_ledger_lists_the_findings_of_all(desk: Desk, folder: Path) -> None:
    names = sorted(path.name for path in folder.iterdir())
    found = 0
    for name in names:
        counts = ask(desk, "check", folder / name, key=name)[0]["counts"]
        found += counts["error"] + counts["warning"] + counts["info"]
    _, data = ask(desk, "ledger", keys=names)
    book = load_workbook(io.BytesIO(data))
    assert book.sheetnames == ["问题清单", "核对无误"]
    sheet = book["问题清单"]
    assert sheet.max_row == 1 + found > 10
    assert {row[0].value for row in sheet.iter_rows(2, min_col=3, max_col=3)} <= set(names)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_ledger_lists_what_the_page_counts_as_right(desk: Desk, folder: Path, lang: str) -> None:
    checked, _ = ask(desk, "check", folder / "报告.docx", key="a", view=True, lang=lang)
    counts = checked["view"]["counts"]
    _, data = ask(desk, "ledger", keys=["a"], lang=lang)
    _, *right, below = load_workbook(io.BytesIO(data))["核对无误"].iter_rows(values_only=True)
    assert len(right) == counts["passed"] > 15
    assert below[0] == f"另有 {counts['held']} 项检查没有发现问题"
    headers = {rule.id: rule.header for rule in rulebook.load().rules}
    names = {rule: name for *_, name, rule in right}
    assert names == {rule: getattr(headers[rule].checks, lang) for rule in names}


@pytest.mark.parametrize(
    ("name", "data", "told"),
    [
        ("a.pdf", b"%PDF-1.7\n", "本页不能读取PDF；请用 Word 或 WPS 打开，另存为 .docx"),
        ("a.wps", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "另存为 .docx"),
        ("a.docx", like(read("a.txt", b"a" * 3000))[:900], "已损坏或不完整"),
        ("a.jpg", b"\xff\xd8\xff\xe0\0\0", "不能读取"),
        ("a.docx", b"", "文件是空的"),
    ],
)
def test_what_cannot_be_read_is_told(desk: Desk, name: str, data: bytes, told: str) -> None:
    checked, _ = ask(desk, "check", (name, data), view=True)
    assert told in checked["unread"]


def test_whatever_goes_wrong_is_an_answer(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    assert ask(desk, "docx", ("a.docx", b"PK\x03\x04no"))[0]["failed"].startswith("文件已损坏")
    value, data = ask(desk, "ledger", keys=["never checked"])
    assert (value["fault"], data) == (True, None)
    monkeypatch.setattr("linter.page.desk.engine.lint", lambda *_, **__: 1 / 0)
    value, _ = ask(desk, "check", ("a.txt", b"a"))
    assert value == {"failed": "ZeroDivisionError: division by zero", "fault": True}


def test_half_of_a_pair_is_no_json_and_no_fault(desk: Desk) -> None:
    body = "绩效自评报告\n一、项目概况\n\ud83d 预算100万元，支出120万元。".encode(
        "utf-16-le", "surrogatepass"
    )
    checked, _ = ask(desk, "check", ("a.txt", b"\xff\xfe" + body), key="k", view=True)
    assert "failed" not in checked
    assert json.loads(ask(desk, "json", keys=["k"])[1])["summary"]["reports"] == 1


def test_about_tells_rules_profiles_and_formats(desk: Desk) -> None:
    about = desk.about()
    assert about["rules"] == len(rulebook.load().rules)
    assert {"id": "guobiao2020", "name": rulebook.load().profiles["guobiao2020"].name} in about["profiles"]  # fmt: skip
    assert {".docx", ".xlsx", ".md", ".txt", ".csv", ".html"} <= set(about["suffixes"])
    assert not {".pdf", ".doc", ".wps", ".rtf"} & set(about["suffixes"])


def test_an_archive_is_one_submission(desk: Desk) -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name in ("faulty-2013.txt", "clean-2013.txt"):
            archive.write(EXAMPLES / name, name)
    checked, _ = ask(desk, "check", ("a.zip", stream.getvalue()), view=True)
    assert checked["counts"]["error"] >= 2
    assert len(checked["view"]["documents"]) == 2
