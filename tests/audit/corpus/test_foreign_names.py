"""Other units' names: phrasings that call oneself so, and innocent ones that do not."""

from __future__ import annotations

import time

import pytest

from linter import rulebook
from linter.audit.corpus.foreign_names import Names, _foreign
from linter.checks.corpus import Corpus
from linter.items import FindingItem
from linter.model import Block, Document
from tests.audit.corpus.seasons import told

BOOK = rulebook.load()
OWN, OTHER, NEAR, SCHOOL = "沅坪县水务局", "澧塘县水务局", "沅坪县教育局", "沅坪县第一中学"


def found(text: str, own: str = OWN, others: tuple[str, ...] = (OTHER, NEAR)) -> list[FindingItem]:
    texts = {
        f"{name}.txt": f"{name}2023年度管护项目绩效自评报告\n一、概况\n按期完成。\n"
        for name in others
    }
    texts["a.txt"] = f"{own}2023年度维修项目绩效自评报告\n一、项目概况\n{text}\n"
    return [one for one in told("corpus/foreign-name", texts, BOOK) if one.path == "a.txt"]


@pytest.mark.parametrize(
    "text",
    [
        f"按照通知要求，{OTHER}组织对本项目进行自评。",
        f"{OTHER}（以下简称我局）成立于2001年，内设六个股室。",
        f"{OTHER}高度重视，召开党组会部署自评工作。",
        f"项目建成后，{OTHER}财务室按合同支付尾款。",
        f"填报单位：{OTHER}",
        f"二、结论\n自评为优。\n{OTHER}\n2024年3月1日",
        f"{OTHER}2023年度部门预算安排本项目资金。\n{OTHER}严格执行财务制度。",
        f"为此，{OTHER}根据《预算法》制定了办法。",
    ],
)
def test_a_report_that_calls_itself_by_anothers_name(text: str) -> None:
    (finding,) = found(text)
    assert (finding.quote, finding.severity) == (OTHER, "warning")
    assert finding.related[0].path == f"{OTHER}.txt"


@pytest.mark.parametrize(
    "text",
    [
        f"3月赴{OTHER}学习节水改造的做法。",
        f"本项目与{OTHER}开展的管护项目同期施工。",
        f"{OTHER}组织的专家组到我县指导，提出三条意见，我局与其签订协作协议。",
        f"设备从{OTHER}调拨，运费由我局承担。",
        f"跨界河段由{OTHER}负责，已移交。",
        f"沅坪县水务局、{OTHER}、{NEAR}按照分工共同完成。",
        f"经费由{NEAR}财务股统一核算。",
        f"{NEAR}对校园周边水渠提出需求。",
        f"主管部门：{NEAR}",
        f"省厅组织{OTHER}对我局开展复核。",
        f"我局配合{OTHER}开展联合巡查。",
    ],
)
def test_others_may_be_named(text: str) -> None:
    assert found(text) == []


def test_a_unit_above_or_below_its_own_is_none_other() -> None:
    text = f"{OWN}对本项目开展了自评。\n{OWN}"
    assert found(text, own=f"{OWN}灌区管理所", others=(OWN,)) == []


def test_a_neighbour_of_the_same_region_is_told_more_mildly_where_it_evaluates() -> None:
    (finding,) = found(f"{NEAR}对本项目开展了绩效自评。", others=(NEAR,))
    assert finding.severity == "info"
    assert found(f"{NEAR}组织对本项目验收。", others=(NEAR,)) == []
    assert found(f"实施单位：{SCHOOL}", own=NEAR, others=(SCHOOL,)) == []


def test_a_name_that_no_submission_has_is_not_known() -> None:
    assert found("芷营县水务局对本项目开展了自评。") == []


def test_a_whole_file_that_is_anothers_is_told_as_such_only() -> None:
    text = f"{OTHER}2023年度管护项目绩效自评报告\n一、概况\n{OTHER}对管护项目开展了自评，按期完成了任务。\n{OTHER}\n"
    texts = {f"{OTHER}.txt": text, f"{OWN}.txt": text}
    assert told("corpus/foreign-name", texts, BOOK) == []
    assert len(told("corpus/duplicate", texts, BOOK)) == 1


@pytest.mark.parametrize("piece", ["澧塘县水务局的渠。", "澧塘县水务局的渠，", "澧塘县水务局 "])
def test_a_name_a_hundred_thousand_times_takes_no_longer_each(piece: str) -> None:
    rule = BOOK.rule("corpus/foreign-name")
    assert rule is not None
    spec = rule.spec
    assert isinstance(spec, Corpus)
    title = "沅坪县水务局2023年度渠系维修项目绩效自评报告\n一、项目概况\n"

    def spent(times: int) -> float:
        text = Document("a.txt", title + piece * times, "", (Block(0, len(title)),))
        names = Names({"澧塘县": ("澧塘县水务局",)}, {"澧塘县水务局": 0})
        start = time.process_time()
        assert list(_foreign(spec, names, "沅坪县水务局", text)) == []
        return time.process_time() - start

    few = spent(5_000)
    assert spent(50_000) < 30 * max(few, 0.01)
