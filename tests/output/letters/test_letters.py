"""Letters as python-docx and LibreOffice read them."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from docx.oxml.ns import qn
from hypothesis import HealthCheck, given, settings
from msgspec.structs import replace

from linter.output.letters import letters
from linter.output.standing import Standing
from linter.season import Decision, Key, Season
from tests.libreoffice import converted, needs_libreoffice
from tests.output import hostile, seasons

ANY = settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))


def opened(season: Season) -> dict[str, Any]:
    return {name: Document(io.BytesIO(data)) for name, data in letters(season)}


def paragraphs(letter: Any) -> list[str]:
    return [paragraph.text for paragraph in letter.paragraphs]


def test_each_unit_of_which_there_is_something_to_say_gets_a_letter() -> None:
    found = opened(seasons.small())
    assert list(found) == [
        "临川镇人民政府复核反馈.docx",
        "云岭区残疾人联合会复核反馈.docx",
        "（单位未识别）扫描件复核反馈.docx",
        "砚溪区文化和旅游局复核反馈.docx",
        "砚溪区水利局复核反馈.docx",
        "青山区第二中学复核反馈.docx",
        "青山区卫生院复核反馈.docx",
    ]
    clean = seasons.entry("a.docx", "甲局", "路", findings=0)
    assert opened(Season((clean,))) == {}


def test_every_finding_stands_in_one_letter_and_its_table() -> None:
    season = seasons.small()
    standing = Standing(season)
    kept = sum(len(standing.kept(entry)) for entry in season.entries)
    rows = 0
    for letter in opened(season).values():
        (table,) = letter.tables
        assert [c.text for c in table.rows[0].cells] == [
            "序号", "问题", "整改情况", "佐证", "经办人", "电话",
        ]  # fmt: skip
        numbers = [row.cells[0].text for row in table.rows[1:]]
        told = [text for text in paragraphs(letter) if text.partition("．")[0].isdigit()]
        assert numbers == [text.partition("．")[0] for text in told]
        assert numbers == [str(n) for n in range(1, len(numbers) + 1)]
        rows += len(numbers)
    assert rows == kept + len(season.missing) == 53


def test_a_letter_groups_by_submission_and_level() -> None:
    letter = paragraphs(opened(seasons.small())["临川镇人民政府复核反馈.docx"])
    assert letter[1] == "临川镇人民政府："
    assert "共收到3份，已检查2份，未能检查1份" in letter[2]
    assert "须修改（P0）3处、请核对（P1）5处、可优化（P2）2处" in letter[2]
    heads = [t for t in letter if t[:2] in ("一、", "二、", "三、") or t.startswith("（")]
    assert heads == [
        "一、小型水库维修养护（小型水库维修养护5.docx）",
        "（一）须修改（P0），1处", "（二）请核对（P1），2处", "（三）可优化（P2），1处",
        "二、村道.docx",
        "三、残疾人辅助器具适配（残疾人辅助器具适配4.docx）",
        "（一）须修改（P0），2处", "（二）请核对（P1），3处", "（三）可优化（P2），1处",
        "（复核单位盖章）",
    ]  # fmt: skip


def test_a_finding_says_where_what_why_and_what_to_do() -> None:
    letter = paragraphs(opened(seasons.small())["青山区第二中学复核反馈.docx"])
    (told,) = [text for text in letter if text.startswith("2．")]
    assert told == (
        "2．第3页，表1第4行第6列，一、（一）1.：表1“预算执行率”：全年执行数89.97÷全年预算数100.00＝89.97%，"
        "表中为98.97%，请核对（疑数字颠倒）。算式：89.97 ÷ 100.00 = 89.97% ≠ 98.97%。"
        "处理建议：核对全年预算数、全年执行数与执行率。"
    )
    (unread,) = [
        t
        for t in paragraphs(opened(seasons.small())["临川镇人民政府复核反馈.docx"])
        if "打开密码" in t
    ]
    assert unread == "5．文件设有打开密码，无法读取。处理建议：取消密码、另存后重新报送。"


def test_of_an_unread_file_only_why_it_is_unread_is_told() -> None:
    entry = seasons.unread("甲局/报告.docx", "甲局")
    hint = seasons.finding("input/hint", entry.path, message="内容是压缩包，已按内容读取")
    both = replace(entry, told=(seasons.told(replace(hint, severity="info")), *entry.told))
    ((_, letter),) = opened(Season((both,))).items()
    told = paragraphs(letter)
    assert "未能检查，请处理后重新报送或说明" in told
    assert not [text for text in told if "须修改" in text or "P0" in text or "压缩包" in text]
    assert letter.tables[0].rows[1].cells[1].text == "未能检查　文件设有打开密码，无法读取"


def test_a_broken_bound_is_told_as_what_is_true() -> None:
    item = seasons.finding(message="得分超过分值", calculation="8.5 ≤ 8", suggestion="")
    ((_, letter),) = opened(
        Season(
            (
                replace(
                    seasons.entry("a.docx", "甲局", "路", findings=0), told=(seasons.told(item),)
                ),
            )
        )
    ).items()
    assert any("算式：8.5 > 8。" in text for text in paragraphs(letter))


def test_what_was_rejected_stays_out() -> None:
    season = seasons.season(units=1, each=1, findings=1)
    assert len(opened(season)) == 1
    (entry,) = season.entries
    rejected = Decision(entry.told[0].finding.fingerprint, entry.path, False)
    assert opened(replace(season, decisions=(rejected,))) == {}
    elsewhere = replace(rejected, path="b.docx")
    assert len(opened(replace(season, decisions=(elsewhere,)))) == 1


def test_units_of_one_name_in_two_regions_get_letters_of_their_own() -> None:
    entries = [
        replace(seasons.entry(f"{region}.docx", "财政局", "路"), key=Key("财政局", region=region))
        for region in ("甲区", "乙区")
    ]
    assert list(opened(Season(tuple(entries)))) == [
        "财政局（甲区）复核反馈.docx",
        "财政局（乙区）复核反馈.docx",
    ]


def test_a_letter_s_pages_are_laid_out_as_offices_do() -> None:
    letter = opened(seasons.small())["青山区卫生院复核反馈.docx"]
    (section,) = letter.sections
    assert (section.page_width.mm, section.page_height.mm) == (
        pytest.approx(210, 0.01),
        pytest.approx(297, 0.01),
    )
    body = letter.styles["Body Text"]
    assert body.font.size.pt == 16
    assert body.element.rPr.rFonts.get(qn("w:eastAsia")) == "仿宋_GB2312"
    assert body.paragraph_format.line_spacing.pt == 30
    header = letter.tables[0].rows[0]._tr
    assert header.find(f".//{qn('w:tblHeader')}") is not None


def test_hundreds_of_submissions_are_numbered() -> None:
    entries = [seasons.entry(f"{n:03}.docx", "甲局", "路", findings=1) for n in range(120)]
    (letter,) = opened(Season(tuple(entries))).values()
    texts = paragraphs(letter)
    assert any(text.startswith("九十九、") for text in texts)
    assert any(text.startswith("120、") for text in texts)


def test_the_same_season_gives_the_same_letters() -> None:
    assert list(letters(seasons.small())) == list(letters(seasons.small()))


@ANY
@given(hostile.SEASONS)
def test_no_text_breaks_a_letter(season: Season) -> None:
    found = opened(season)
    told = sum(len(letter.tables[0].rows) - 1 for letter in found.values())
    standing = Standing(season)
    assert told == sum(len(standing.kept(e)) for e in season.entries) + len(season.missing)


class TestLibreOffice:
    pytestmark = needs_libreoffice

    def test_libreoffice_opens_a_letter(self, tmp_path: Path) -> None:
        data = dict(letters(seasons.small()))["临川镇人民政府复核反馈.docx"]
        text = converted(data, "txt:Text (encoded):UTF8", tmp_path).decode("utf-8-sig")
        assert "11．" in text
        assert "整改回执表" in text
        assert converted(data, "pdf", tmp_path).startswith(b"%PDF-")
