"""Archives of submissions: their files in memory, whatever their names and however deep."""

from __future__ import annotations

import io
import random
import zipfile
from pathlib import Path

import linter
from linter.model import Severity
from linter.reading import documents, read
from tests.test_engine import FORM, NARRATIVE
from tests.word import docx, p


def zipped(files: dict[str, bytes | str]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return stream.getvalue()


def paths(data: bytes) -> list[str]:
    return [document.path for document in documents("材料.zip", data)]


def test_files_that_readers_handle_in_order_of_name() -> None:
    data = zipped(
        {
            "材料/报告.txt": "甲",
            "材料/~$报告.txt": "乙",
            "__MACOSX/报告.txt": "丙",
            "材料/照片.jpg": b"\xff\xd8",
            "材料/.隐藏/a.txt": "丁",
            "材料/a.md": "戊",
        }
    )
    assert paths(data) == ["材料.zip/材料/a.md", "材料.zip/材料/报告.txt"]


def test_a_submission_in_an_archive_is_checked_as_one(tmp_path: Path) -> None:
    path = tmp_path / "材料.zip"
    path.write_bytes(zipped({"表.md": FORM, "报告.txt": NARRATIVE}))
    report = linter.lint(path)
    assert [Path(d.path).name for d in report.submission.documents] == ["报告.txt", "表.md"]
    assert "consistency/table" in {f.rule for f in report.findings}


def test_an_archive_in_an_archive_but_none_deeper() -> None:
    inner = zipped({"c.txt": "丙"})
    middle = zipped({"b.txt": "乙", "inner.zip": inner})
    assert paths(zipped({"a.txt": "甲", "middle.zip": middle})) == [
        "材料.zip/a.txt",
        "材料.zip/middle.zip/b.txt",
        "材料.zip/middle.zip/inner.zip",
    ]


def test_names_of_chinese_windows() -> None:
    data = zipped({"xxxx.txt": "甲"}).replace(b"xxxx", "报告".encode("gb18030"))
    assert paths(data) == ["材料.zip/报告.txt"]


def test_names_that_lead_outside_are_only_names() -> None:
    assert paths(zipped({"../../etc/a.txt": "甲"})) == ["材料.zip/../../etc/a.txt"]


def test_what_cannot_be_read_is_told() -> None:
    for data, slug in (
        (zipped({"a.txt": "甲" * 99})[:-40], "damaged"),
        (zipped({"照片.jpg": b"x"}), "empty-archive"),
        (zipped({f"{n}.txt": "" for n in range(201)}), "too-large"),
        (zipped({"a.txt": bytes(65 << 20)}), "too-large"),
    ):
        last = documents("材料.zip", data)[-1]
        assert [(n.slug, n.severity) for n in last.notices] == [(slug, Severity.error)]


def test_where_one_document_is_asked_for_it_is_the_first() -> None:
    assert read("材料.zip", zipped({"b.txt": "乙", "a.txt": "甲"})).text == "甲"


SOUND = zipped({"报告.txt": "某局绩效自评报告\n支出90万元。", "表/a.docx": docx(p("自评表"))})


def test_cut_off_at_every_hundredth() -> None:
    for hundredth in range(100):
        found = documents("a.zip", SOUND[: len(SOUND) * hundredth // 100])
        assert any(document.notices for document in found), hundredth


def test_flipped_bytes() -> None:
    rng = random.Random(9)
    whole = [document.text for document in documents("a.zip", SOUND)]
    for _ in range(2_000):
        data = bytearray(SOUND)
        data[rng.randrange(len(data))] ^= 1 << rng.randrange(8)
        found = documents("a.zip", bytes(data))
        told = any(document.notices for document in found)
        assert told or {document.text for document in found} <= set(whole)
