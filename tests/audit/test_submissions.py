from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

import pytest
from msgspec.structs import replace

from linter import rulebook
from linter.audit.jobs import Setup
from linter.audit.naming import groups
from linter.audit.request import Request
from linter.audit.submissions import Each, Search, find, root

HOW = Search(attachments=("附件", "佐证", "合同"), alone=("材料", "相关"))


def found(
    folder: Path, files: Sequence[str], each: Each = "auto", how: Search | None = None
) -> dict[str, list[str]]:
    for file in files:
        path = folder / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
    jobs = find([str(folder)], replace(how or HOW, each=each))
    return {job.path: [file.name for file in job.files] for job in jobs}


def test_a_folder_with_files_is_one_and_folders_above_are_none(tmp_path: Path) -> None:
    files = ["甲县/水利局/报告.docx", "甲县/水利局/自评表.xlsx", "甲县/教育局/报告.docx"]
    assert found(tmp_path, files) == {
        "甲县/教育局": ["甲县/教育局/报告.docx"],
        "甲县/水利局": ["甲县/水利局/报告.docx", "甲县/水利局/自评表.xlsx"],
    }


def test_attachments_belong_to_the_folder_above(tmp_path: Path) -> None:
    files = [
        "水利局/报告.docx",
        "水利局/附件/合同.pdf",
        "水利局/附件/佐证材料/照片.jpg",
        "水利局/灌溉站/报告.docx",
    ]
    assert found(tmp_path, files) == {
        "水利局": ["水利局/报告.docx", "水利局/附件/合同.pdf"],
        "水利局/灌溉站": ["水利局/灌溉站/报告.docx"],
    }


@pytest.mark.parametrize(
    "name", ["附件", "附件1", "佐证材料", "相关材料", "材料", "一、合同和佐证", "施工合同"]
)
def test_folders_of_attachments_are_no_submissions(tmp_path: Path, name: str) -> None:
    files = ["水利局/自评报告.docx", f"水利局/{name}/照片.pdf"]
    assert list(found(tmp_path, files)) == ["水利局"]


@pytest.mark.parametrize(
    "name", ["甲局_自评材料", "报送材料", "项目材料", "甲局附件及报告", "合同管理局"]
)
def test_folders_with_a_report_of_their_own_are_submissions(tmp_path: Path, name: str) -> None:
    files = [f"青山县/{name}/绩效自评报告.docx", "青山县/乙局_自评材料/绩效自评报告.docx"]
    assert list(found(tmp_path, files)) == sorted(("青山县/乙局_自评材料", f"青山县/{name}"))


def test_what_lies_in_the_named_folder_is_one_each(tmp_path: Path) -> None:
    assert list(found(tmp_path, ["a.docx", "b.docx"])) == ["a.docx", "b.docx"]


def test_a_folder_with_very_many_files_is_one_of_submissions(tmp_path: Path) -> None:
    assert len(found(tmp_path, [f"单位/{n}.txt" for n in range(60)])) == 60


@pytest.mark.parametrize(("each", "count"), [("file", 3), ("folder", 2), ("auto", 3)])
def test_what_a_submission_is_may_be_said(tmp_path: Path, each: Each, count: int) -> None:
    files = ["单位/灌溉渠自评报告.txt", "单位/校舍维修自评报告.txt", "丙.txt"]
    assert len(found(tmp_path, files, each)) == count


def test_hidden_files_and_leavings_of_programs_are_none(tmp_path: Path) -> None:
    files = [
        "单位/~$报告.docx",
        "单位/.DS_Store",
        "单位/Thumbs.db",
        "__MACOSX/a.docx",
        "单位/报告.docx",
    ]
    assert found(tmp_path, files) == {"单位": ["单位/报告.docx"]}


def test_what_no_reader_handles_is_told_where_there_is_nothing_else(tmp_path: Path) -> None:
    assert found(tmp_path, ["甲/报告.ofd", "乙/报告.docx", "乙/照片.jpg", "丙.rar"]) == {
        "丙.rar": ["丙.rar"],
        "乙": ["乙/报告.docx"],
        "甲": ["甲/报告.ofd"],
    }


def test_paths_begin_at_the_folder_or_with_the_names_of_several(tmp_path: Path) -> None:
    for name in ("甲县", "乙县"):
        found(tmp_path / name, ["水利局/报告.txt"])
    folders = [str(tmp_path / name) for name in ("甲县", "乙县")]
    jobs = find(folders, HOW)
    assert [job.path for job in jobs] == ["乙县/水利局", "甲县/水利局"]
    assert root(folders) == str(tmp_path)
    assert root([folders[0]]) == folders[0]


def test_locations_do_not_depend_on_the_working_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    found(tmp_path, ["甲/a.txt"])
    monkeypatch.chdir(tmp_path)
    for given in (".", "甲"):
        (job,) = find([given], HOW)
        assert os.fsdecode(job.files[0].location) == str(tmp_path / "甲" / "a.txt")


@pytest.mark.parametrize(
    ("files", "sizes"),
    [
        (["报告.docx", "自评表.xlsx", "合同.pdf"], [3]),
        (["2023年度绩效自评报告.docx", "2023年度项目支出绩效自评表.xlsx"], [2]),
        (["附件1 自评报告（终稿）.docx", "附件2 自评表.xlsx"], [2]),
        (["水利局灌溉渠项目自评报告.docx", "水利局灌溉渠项目自评表.xlsx"], [2]),
        (["自评报告20240315.docx", "自评报告20240316.docx"], [2]),
        (["水利局自评报告.docx", "水利局灌溉渠项目自评表.xlsx", "照片.zip"], [3]),
        (["灌溉渠项目自评报告.docx", "校舍维修项目自评报告.docx"], [1, 1]),
        (["灌溉渠项目自评报告.docx", "校舍维修项目自评报告.docx", "灌溉渠项目自评表.xls", "合同.pdf"], [2, 1, 1]),
        (["水利局部门整体支出绩效自评报告.docx", "水利局灌溉渠项目绩效自评报告.docx"], [1, 1]),
        (["41026523T0000265_护林防火.txt", "41026523T0001515_绿肥种植.txt"], [1, 1]),
        (["41026523T0000265_报告.docx", "41026523T0000265_自评表.xlsx"], [2]),
        (["审计报告.pdf", "验收报告.pdf", "自评报告.docx"], [3]),
    ],
)  # fmt: skip
def test_names_tell_several_submissions_of_a_folder_apart(
    files: list[str], sizes: list[int]
) -> None:
    assert [len(group) for group in groups(files)] == sizes


def test_files_that_the_list_names_are_submissions(tmp_path: Path) -> None:
    files = ["甲/一.docx", "甲/二.docx", "甲/三.docx", "乙/一.docx", "乙/四.docx"]
    how = Search(listed=frozenset(("甲/一.docx", "四.docx")))
    assert list(found(tmp_path, files, how=how)) == ["乙", "乙/四.docx", "甲", "甲/一.docx"]


def test_the_audits_own_files_are_none(tmp_path: Path) -> None:
    files = ["结果/ledger.xlsx", "结果/a/b.docx", "清单.xlsx", "清单甲.xlsx", "甲/一.docx"]
    how = Search(own=(tmp_path / "清单.xlsx",), made=(tmp_path / "结果",))
    assert list(found(tmp_path, files[:3], how=how)) == []
    assert list(found(tmp_path, files, how=how)) == ["清单甲.xlsx", "甲"]


def test_a_folder_of_outputs_hides_no_reports(tmp_path: Path) -> None:
    files = ["报送/甲/一.docx", "报送/审核报告.docx", "报送/审核意见/乙.docx", "报送/审核/表.xlsx"]
    everything = ["审核报告.docx", "审核意见", "甲", "审核"]
    for folder, hidden in ((".", 0), ("报送", 0), ("报送/审核", 1)):
        how = Search(made=(tmp_path / folder,))
        names = found(tmp_path / "报送", [file[3:] for file in files], how=how)
        assert set(names) == set(everything[: len(everything) - hidden])


def test_outputs_beside_reports_are_known_by_their_names(tmp_path: Path) -> None:
    found(tmp_path, ["甲/报告.txt", "ledger.xlsx", "report.html", "名单.csv"])
    book = rulebook.load()
    request = Request(
        (str(tmp_path),), Setup.of(book), book, out=tmp_path, read=(tmp_path / "名单.csv",)
    )
    how = Search(own=request.own, made=request.made)
    assert [job.path for job in find([str(tmp_path)], how)] == ["甲"]
