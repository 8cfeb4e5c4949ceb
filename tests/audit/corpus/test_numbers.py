"""Last year's figures, marks and totals, and files that come twice."""

from __future__ import annotations

from linter import rulebook
from linter.items import FindingItem
from tests.audit.corpus.seasons import told

BOOK = rulebook.load()
THIS = "支出286.40万元，巡山1,264次，补植3,580株，清理防火道29.16公里，购置水泵126台，培训462人，宣传8,750户，满意度93.18%。"


def report(
    text: str, unit: str = "澧塘县林业局", project: str = "护林防火", year: int = 2023
) -> str:
    return f"{unit}{year}年度{project}项目绩效自评报告\n一、完成情况\n{text}\n"


def last_year(now: str, before: str, year: int = 2022) -> list[FindingItem]:
    texts = {"now.txt": report(now), "last.txt": report(before, year=year)}
    return told("corpus/last-year-figures", texts, BOOK, "last.txt")


def test_last_seasons_figures_are_told_of_this_seasons_report() -> None:
    (found,) = last_year(THIS, THIS)
    assert (found.path, found.related[0].path) == ("now.txt", "last.txt")
    assert "8个不同的数字中，8个与2022年度相同" in found.calculation


def test_some_equal_figures_are_no_sign() -> None:
    other = THIS.replace("286.40", "301.25").replace("1,264", "1,198").replace("462", "518")
    assert last_year(other, THIS) == []


def test_only_the_year_before_is_compared() -> None:
    assert last_year(THIS, THIS, year=2021) == []
    assert last_year(THIS, THIS, year=2023) == []


def test_round_figures_years_and_full_marks_say_nothing() -> None:
    text = "2023年安排100万元，2023年完成100%，满分100分，得100分，共12次、5场、8处、30人、60户、20台、15个。"
    assert last_year(text, text) == []


def test_scores_of_departments_and_regions_need_a_list() -> None:
    """Of ten units that each have one report nobody can say that their totals are odd."""
    texts = {
        f"{at}.txt": report("自评总分97分。", unit=f"{name}县林业局")
        for at, name in enumerate("沅岚澧茗桐芷溆霁岫泷")
    }
    assert told("corpus/score-spread", texts, BOOK) == []


def test_an_attachment_that_many_have_is_no_duplicate() -> None:
    notice = (
        "关于开展绩效自评工作的通知\n各单位应于三月底前报送自评报告和自评表，逾期不报的予以通报。\n"
    )
    texts = {f"{at}.txt": notice for at in range(3)}
    found = told("corpus/duplicate", texts, BOOK)
    assert len(found) == 2
    assert all("请核对" in one.message for one in found)
