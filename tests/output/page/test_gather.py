from __future__ import annotations

from collections import Counter

from msgspec.structs import replace

from linter.items import AnyPlace
from linter.model import PdfPlace, SheetPlace, TextPlace, WordPlace
from linter.output.page.contents import Contents, Found
from linter.output.page.gather import of_season
from linter.output.standing import LEVELS, Standing, levels
from linter.season import Change, Decision, Excerpt, Figures, Key, Listed, Season
from tests.output import seasons
from tests.output.page.made import entry, found, two_places

A, B = "甲/a.docx", "乙/b.docx"


def ranked(contents: Contents) -> list[str]:
    return [contents.units[unit].name for unit in contents.ranking]


def only(contents: Contents) -> Found:
    (finding,) = contents.findings
    return finding


def test_units_with_more_that_must_be_mended_come_first() -> None:
    one = entry(A, "甲局", found(A), found(A, "score/by-rate", 1))
    two = entry(B, "乙局", found(B), found(B, "budget/execution", 1))
    assert ranked(of_season(Season((one, two)))) == ["乙局", "甲局"]


def test_a_rule_counts_once_a_report() -> None:
    one = entry(A, "甲局", *(found(A, number=number) for number in range(9)))
    two = entry(B, "乙局", found(B), found(B, "budget/execution", 1))
    contents = of_season(Season((one, two)))
    assert ranked(contents) == ["乙局", "甲局"]
    assert [unit.errors for unit in contents.units] == [1, 2]


def test_what_is_found_across_reports_counts_for_both_units() -> None:
    reports = (
        entry(A, "甲局"),
        entry(B, "乙局"),
        entry("丙/c.docx", "丙局", found("丙/c.docx", "score/by-rate")),
    )
    contents = of_season(Season(reports, (two_places(A, B),)))
    assert [unit.across for unit in contents.units] == [1, 1, 0]
    assert ranked(contents)[2] == "丙局"
    finding = contents.findings[0]
    assert finding.units == (0, 1)
    assert finding.across
    assert not contents.findings[1].across
    assert [(spot.report, spot.path) for spot in finding.spots] == [(None, ""), (1, B)]


def test_what_an_unread_file_says_is_no_error_of_its_unit() -> None:
    contents = of_season(Season((seasons.unread(A, "甲局"),)))
    assert (contents.units[0].errors, contents.units[0].unread) == (0, 1)
    assert contents.reasons == (("加密", 1),)
    assert contents.lists.unread[0].why == "文件设有打开密码，无法读取"


def test_an_unknown_reason_is_told_as_another_one() -> None:
    odd = replace(seasons.unread(A), told=(found(A, "input/odd"),))
    assert of_season(Season((odd,))).reasons == (("其他", 1),)


def test_what_is_not_accepted_counts_for_its_rule_only() -> None:
    one = entry(A, "甲局", found(A))
    fingerprint = one.told[0].finding.fingerprint
    kept = of_season(Season((one,), decisions=(Decision(fingerprint, A, True),)))
    refused = of_season(Season((one,), decisions=(Decision(fingerprint, A, False),)))
    elsewhere = of_season(Season((one,), decisions=(Decision(fingerprint, B, False),)))
    for contents, errors, rejected in ((kept, 1, 0), (refused, 0, 1), (elsewhere, 1, 0)):
        assert contents.units[0].errors == errors
        assert contents.rules[0].rejected == rejected
        assert only(contents).rejected is bool(rejected)


def test_a_unit_without_its_region_is_the_one_known_of_one_region() -> None:
    entries = (entry(A, "甲局", region="砚溪区"), entry(B, "甲局"))
    assert [(u.name, u.region) for u in of_season(Season(entries)).units] == [("甲局", "砚溪区")]
    third = entry("c", "甲局", region="青山区")
    assert len(of_season(Season((*entries, third))).units) == 3


def test_what_reviewers_said_is_told() -> None:
    one = entry(A, "甲局", found(A))
    fingerprint = one.told[0].finding.fingerprint
    for decision, said in (
        (
            Decision(fingerprint, A, True, "周某", "2024-05-06", "已补正"),
            "采纳　周某　2024-05-06　整改情况：已补正",
        ),
        (Decision(fingerprint, A, False), "不采纳"),
        (Decision(fingerprint, A, None, "周某"), "周某"),
    ):
        assert only(of_season(Season((one,), decisions=(decision,)))).review == said


def test_reports_of_no_known_unit_stand_alone() -> None:
    contents = of_season(Season((seasons.unread("甲/扫描1.pdf"), seasons.unread("扫描2.pdf"))))
    assert [unit.name for unit in contents.units] == [
        "（单位未识别）扫描1",
        "（单位未识别）扫描2",
    ]


def test_missing_rows_count_for_their_unit() -> None:
    contents = of_season(Season((), missing=(Listed(4, Key("甲局"), Figures()),)))
    assert contents.units[0].missing == 1
    assert contents.lists.missing[0].why == "清单第4行"


def test_lists_tell_unit_project_and_file() -> None:
    season = Season((entry(A, "甲局"),), twice=(A,), unlisted=("不在.docx",), other_year=(A,))
    lists = of_season(season).lists
    assert [(row.unit, row.title, row.path) for row in lists.twice] == [("甲局", "甲局的项目", A)]
    assert [(row.unit, row.path) for row in lists.unlisted] == [("", "不在.docx")]
    assert lists.other_year == lists.twice


def test_scores_that_are_no_numbers_are_left_out() -> None:
    scores = ("97.5", "", "优", "nan", "-3", "1e9")
    entries = tuple(entry(str(at), "甲局", score=score) for at, score in enumerate(scores))
    told = [report.score for report in of_season(Season(entries)).reports]
    assert told == [97.5, None, None, None, None, None]


def test_a_report_counts_what_was_computed_anew() -> None:
    made = seasons.entry(A, "甲局", "路", passes=2, held=9)
    (report,) = of_season(Season((made,))).reports
    assert report.passed == 2


def test_changes_mark_findings_and_tell_what_is_gone() -> None:
    one = entry(A, "甲局", found(A), found(A, number=1), found(A, number=2))
    left, new, other = (told.finding for told in one.told)
    change = Change(A, (seasons.finding(number=9),), (left,), (new,))
    contents = of_season(Season((one,), changes=(change,)))
    assert [finding.since for finding in contents.findings] == ["left", "new", ""]
    assert other.fingerprint != new.fingerprint
    (told,) = contents.changes
    assert (told.left, told.new, len(told.mended)) == (1, 1, 1)


def where(place: AnyPlace, section: str = "") -> str:
    item = seasons.finding(path=A, place=place, section=section)
    return only(of_season(Season((entry(A, "甲局", seasons.told(item)),)))).spots[0].where


def test_places_are_told_as_their_programs_show_them() -> None:
    assert where(WordPlace(5, 40, page=2)) == "第2页，第5段"
    assert where(WordPlace(5)) == "第5段"
    assert where(WordPlace(5, table=1, row=4, column=6)) == "表1第4行第6列"
    assert where(SheetPlace("自评表", "H14")) == "工作表“自评表”H14"
    assert where(PdfPlace(3)) == "第3页"
    assert where(TextPlace(18, 7), "二、（一）") == "二、（一）　第18行"


def test_places_of_one_paragraph_are_marked_together() -> None:
    before = "比2022年的1250.5万元多出1230万元，增长"
    item = seasons.finding(path=A, related=(seasons.related(A, "1250.5万元"),))
    told = replace(seasons.told(item), excerpt=Excerpt(before, "89.4%", "。"))
    column = item.column + before.index("1250.5万元") - len(before)
    near = replace(item, related=[replace(item.related[0], line=item.line, column=column)])
    (spot,) = only(of_season(Season((entry(A, "甲局", replace(told, finding=near)),)))).spots
    assert [kind for kind, _ in spot.parts] == ["", "other", "", "own", ""]
    assert dict(spot.parts)["other"] == "1250.5万元"
    assert "".join(text for _, text in spot.parts) == f"{before}89.4%。"
    apart = only(of_season(Season((entry(A, "甲局", told),)))).spots
    assert [dict(spot.parts).get("other") for spot in apart] == [None, "1250.5万元"]


def test_a_file_in_an_archive_is_the_archives() -> None:
    archives = (entry("甲/报送.zip", "甲局"), entry("乙/报送.zip", "乙局"))
    path, other = (f"{one.path}/附件/报告.docx" for one in archives)
    item = seasons.finding("corpus/copied", path, related=(seasons.related(other),))
    contents = of_season(Season(archives, across=(seasons.told(item),)))
    (told,) = contents.findings
    assert told.report == 0
    assert [contents.units[unit].name for unit in told.units] == ["甲局", "乙局"]
    assert [spot.report for spot in told.spots] == [None, 1]


def test_a_season_without_anything_has_a_page() -> None:
    contents = of_season(Season(()))
    assert (contents.reports, contents.findings, contents.ranking) == ((), (), ())


def test_each_thing_of_the_small_season_is_told() -> None:
    season = seasons.small()
    contents = of_season(season)
    told = sum(len(e.told) for e in season.entries) + len(season.across)
    assert len(contents.findings) == told
    assert sum(finding.across for finding in contents.findings) == 1
    assert sum(finding.rejected for finding in contents.findings) == 1
    assert sum(report.unread for report in contents.reports) == 2


def test_rules_of_reading_say_what_could_not_be_read() -> None:
    contents = of_season(Season((seasons.unread(A),), rules=seasons.RULES))
    assert [rule.name for rule in contents.rules] == ["读取文件（加密）"]


def test_the_page_s_figures_are_the_ledger_s() -> None:
    season = seasons.small()
    contents, standing = of_season(season), Standing(season)
    told = Counter(f.severity for f in contents.findings if not f.rejected)
    counted = levels(item for entry in season.entries for item in standing.items(entry))
    assert [told[name] for name in LEVELS] == [counted[level] for level in LEVELS.values()]
