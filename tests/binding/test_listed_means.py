"""Means and the lists that they are of."""

from __future__ import annotations

from linter.binding.listed_means import means
from tests.cases import case


def found(text: str) -> list[tuple[str, int, bool]]:
    facts = case(f"某局绩效自评报告\n{text}\n").facts
    return [
        (facts.text[m.mean.start : m.mean.end], len(m.figures), m.is_outside) for m in means(facts)
    ]


def test_a_list_reaches_back_to_the_words_that_open_it() -> None:
    assert found("全年得90分。四季依次为93分、94分、92分和95分，平均93.5分。") == [
        ("93.5分", 4, False)
    ]


def test_a_mean_above_all_its_figures_is_outside() -> None:
    assert found("两期分别为93分和94分，平均94.6分。") == [("94.6分", 2, True)]


def test_a_list_broken_by_words_is_none() -> None:
    assert found("一期分别为93分，二期94分，平均93.5分。") == []


def test_more_figures_than_there_are_roles_are_left_alone() -> None:
    many = "、".join(f"{n}分" for n in range(80, 99))
    assert found(f"各镇分别为{many}，平均20分。") == []


def test_a_mean_of_so_many_is_of_those_in_its_sentence() -> None:
    assert found("甲组86分、乙组91分、丙组79分，三组平均得分58分。") == [("58分", 3, True)]
    assert found("协会评94分，专家评92分，两者平均93分。") == [("93分", 2, False)]


def test_a_mean_of_more_or_of_weighted_figures_is_of_none_of_them() -> None:
    assert found("协会评94分，专家评92分，三者平均93分。") == []
    assert found("协会评94分，专家评92分，按权重两者平均39分。") == []


def test_a_mean_may_stand_before_its_list_where_words_say_of_how_many() -> None:
    assert found("三个断面平均91.1分，分别为81.2分、88.4分、83.6分。") == [("91.1分", 3, True)]
    assert found("全县平均91.1分，分别为81.2分、88.4分、83.6分。") == []
    assert found("三个断面平均91.1分，我镇分别为81.2分、88.4分、83.6分。") == []
