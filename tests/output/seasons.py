"""Seasons made by hand for the tests of what an audit writes: invented units, every sort of finding.

``season(units, each, findings)`` is as large as asked and the same each time; ``SMALL`` has every
sort of submission and list.
"""

from __future__ import annotations

from itertools import cycle, islice

from linter.items import AnyPlace, EvaluatedItem, FindingItem, RelatedItem
from linter.model import PdfPlace, SheetPlace, TextPlace, WordPlace
from linter.season import (
    Change,
    Decision,
    Entry,
    Excerpt,
    Figures,
    Indicator,
    Key,
    Listed,
    RuleName,
    Season,
    State,
    Told,
)

RULES = (
    RuleName(
        "arithmetic/growth",
        "增减额、增幅与前后两数不符",
        "error",
        "复核惯例（前后数应能互算）",
        "增减额、增幅与前后两数",
    ),
    RuleName("budget/execution", "执行率与预算、支出不符", "error", "财预〔2020〕10号"),
    RuleName(
        "score/by-rate", "得分与分值、完成率（执行率）不符", "warning", "财预〔2020〕10号附件"
    ),
    RuleName("evidence/support", "满分没有佐证", "warning", "复核惯例"),
    RuleName("typography/deadline", "“截止”与“截至”", "info", "GB/T 15834"),
    RuleName("corpus/copied", "与其他单位的报告雷同", "warning", "复核惯例"),
    RuleName("input/encrypted", "读取文件", "error", "报送要求"),
)
_BY_ID = {rule.id: rule for rule in RULES}
_NAMES = (
    "砚溪区水利局",
    "砚溪区文化和旅游局",
    "临川镇人民政府",
    "青山区第二中学",
    "云岭区残疾人联合会",
)
_PROJECTS = (
    "小型水库维修养护",
    "全民阅读推广",
    "农村公路日常养护",
    "校舍安全改造",
    "残疾人辅助器具适配",
)


def finding(
    rule: str = "arithmetic/growth",
    path: str = "a.docx",
    *,
    number: int = 0,
    message: str = "增长幅度应为 1230 ÷ 1250.5 ＝ 98.4%，文中为 89.4%（疑数字颠倒）",
    quote: str = "89.4%",
    calculation: str = "1230 ÷ 1250.5 = 98.36% ≠ 89.4%",
    suggestion: str = "改为 98.4%，或核对两年的投入资金",
    section: str = "一、（一）1.",
    place: AnyPlace | None = None,
    related: tuple[RelatedItem, ...] = (),
) -> FindingItem:
    """A finding of one of ``RULES``; ``number`` makes its fingerprint."""
    known = _BY_ID.get(rule, RuleName(rule, rule, "error", ""))
    return FindingItem(
        rule=rule,
        name=known.name,
        severity=known.severity,
        message=message,
        path=path,
        line=5 + number,
        column=40,
        end_line=5 + number,
        end_column=45,
        quote=quote,
        section=section,
        place=place or WordPlace(5 + number, 40, page=2),
        calculation=calculation,
        suggestion=suggestion,
        fix=None,
        fingerprint=f"{number:016x}",
        related=list(related),
    )


def told(item: FindingItem) -> Told:
    """A finding between words."""
    others = tuple(
        Excerpt("2023年投入资金比2022年的", r.quote, "多出1230万元") for r in item.related
    )
    return Told(item, Excerpt("多出1230万元，增长幅度为", item.quote, "。"), others)


def related(path: str, quote: str = "1250.5万元", label: str = "base") -> RelatedItem:
    """Another place of a finding."""
    return RelatedItem(path, 5, 20, 5, 29, quote, label, WordPlace(5, 20, page=2))


def passed(number: int = 0) -> EvaluatedItem:
    """Something that was checked and found right."""
    return EvaluatedItem(
        "arithmetic/growth", "增加额", 5 + number, 3, "1230万元", "2480.5 − 1250.5 = 1230", []
    )


INDICATORS = (
    Indicator("产出指标", "数量指标", "维修水库座数", "≥", "58", "座", "20", "58", "20", ""),
    Indicator("", "", "养护巡查次数", "≥", "120", "次", "10", "114", "9.5", "汛期道路中断，6次改为远程巡查"),
    Indicator("", "质量指标", "工程验收合格率", "", "≥98%", "", "10", "97%", "10", ""),
    Indicator("", "时效指标", "按期完工率", "", "100%", "", "10", "100%", "10", ""),
    Indicator("", "成本指标", "单座维修成本", "≤", "42.8", "万元", "10", "44.1", "10", ""),
    Indicator("效益指标", "社会效益指标", "防洪能力", "定性", "有效提升", "", "30", "达成预期指标", "28", "一处险工段未治理"),
    Indicator("满意度指标", "服务对象满意度指标", "受益群众满意度", "", "≥90%", "", "10", "93.5%", "10", ""),
)  # fmt: skip

_PLACES: tuple[AnyPlace, ...] = (
    WordPlace(5, 40, page=2),
    WordPlace(31, 1, table=1, row=4, column=6, page=3),
    SheetPlace("自评表", "H14"),
    PdfPlace(3, (72.0, 500.0, 300.0, 512.0)),
    TextPlace(18, 7),
)
_TEXTS = (
    ("arithmetic/growth", "增长幅度应为 1230 ÷ 1250.5 ＝ 98.4%，文中为 89.4%（疑数字颠倒）", "89.4%",
     "1230 ÷ 1250.5 = 98.36% ≠ 89.4%", "改为 98.4%，或核对两年的投入资金"),
    ("budget/execution", "表1“预算执行率”：全年执行数89.97÷全年预算数100.00＝89.97%，表中为98.97%，请核对（疑数字颠倒）",
     "98.97%", "89.97 ÷ 100.00 = 89.97% ≠ 98.97%", "核对全年预算数、全年执行数与执行率"),
    ("score/by-rate", "“养护巡查次数”按比例得分应为9.5分，表中为9.8分", "9.8", "10 × 114 ÷ 120 = 9.5 ≠ 9.8",
     "核对分值、完成率与得分；按区间赋分的请写明评分标准"),
    ("evidence/support", "“防洪能力”得满分，正文和附件中未见佐证", "30", "", "补充佐证材料，或写明依据"),
    ("typography/deadline", "“截止”后不能直接带时间，请写“截至”", "截止", "", "请写“截至”"),
)  # fmt: skip


def entry(
    path: str,
    unit: str,
    project: str,
    *,
    findings: int = 5,
    first: int = 0,
    passes: int = 2,
    held: int = 3,
    region: str = "砚溪区",
    indicators: tuple[Indicator, ...] = INDICATORS,
) -> Entry:
    """A submission that was checked; ``first`` is the number of its first finding."""
    texts = islice(cycle(zip(_TEXTS, _PLACES, strict=True)), findings)
    return Entry(
        path,
        (path,),
        State.checked,
        Key(unit, f"{sum(unit.encode('utf-8', 'surrogatepass')):06d}", project, f"P{first:06d}", region, unit),
        Figures("24805000", "24457000", "0.986", "97.5", "优"),
        2023,
        "guobiao2020",
        f"{project}项目支出绩效自评报告",
        6200,
        tuple(
            told(
                finding(
                    rule, path, number=first + at, message=message, quote=quote,
                    calculation=calculation, suggestion=suggestion, place=place,
                    related=(related(path),) if at % 5 == 0 else (),
                )
            )
            for at, ((rule, message, quote, calculation, suggestion), place) in enumerate(texts)
        ),
        tuple(passed(number) for number in range(passes)),
        1,
        indicators,
        held=held,
    )  # fmt: skip


def unread(path: str, unit: str = "", message: str = "文件设有打开密码，无法读取") -> Entry:
    """A submission that could not be read."""
    item = finding(
        "input/encrypted", path, message=message, quote="", calculation="", section="",
        suggestion="取消密码、另存后重新报送", place=TextPlace(1, 1),
    )  # fmt: skip
    told = (Told(item, Excerpt("", "", "")),)
    return Entry(path, (path,), State.unread, Key(unit), Figures(), told=told)


def season(units: int = 5, each: int = 2, findings: int = 5, passes: int = 2) -> Season:
    """So many units with so many submissions each, of so many findings each."""
    entries = []
    for number in range(units * each):
        unit, project = _NAMES[number // each % 5], _PROJECTS[number % 5]
        again = number // each // 5
        name = f"{unit}（第{again}分部）" if again else unit
        path = f"{name}/{project}{number}.docx"
        entries.append(
            entry(path, name, project, findings=findings, first=number * findings, passes=passes)
        )
    return Season(tuple(sorted(entries, key=lambda e: e.path)), rules=RULES)


def small() -> Season:
    """Five units, and each thing that a season can tell."""
    base = season()
    first, second = base.entries[:2]
    copied = finding(
        "corpus/copied", second.path, number=900, message="与另一单位报告第三章有412字相同", quote="一、",
        calculation="相同412字，占本报告6.6%", suggestion="核对是否误用他单位文字",
        related=(related(first.path, "一、", "copy"),),
    )  # fmt: skip
    encrypted, scanned = (
        unread("临川镇人民政府/村道.docx", "临川镇人民政府"),
        unread("扫描件.pdf", message="第1—12页是扫描图像，没有文字可查"),
    )
    listed = Listed(
        7, Key("青山区卫生院", "000077", "疫苗冷链", "P777", "青山区"), Figures("380000"), 2023
    )
    return Season(
        tuple(sorted((*base.entries, encrypted, scanned), key=lambda e: e.path)),
        (told(copied),),
        (listed,),
        (first.path,),
        (second.path,),
        (base.entries[2].path,),
        RULES,
        (
            Decision(first.told[0].finding.fingerprint, first.path, False, "周某", "2024-05-06"),
            Decision(first.told[1].finding.fingerprint, first.path, True, "周某", "", "已补正"),
        ),
        (Change(first.path, (finding(number=800),), (first.told[0].finding,), ()),),
    )
