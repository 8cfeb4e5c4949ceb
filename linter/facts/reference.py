"""What holds digits and is no quantity: document numbers, standards, phones, codes, ordinals."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from msgspec import Struct

from linter.regexes.late import regex

Kind = Literal["doc-number", "ordinal", "code", "placeholder"]

_DOC_NUMBER = regex(
    r"[〔\[【(](?:19|20)\d\d年?[〕\]】)]"
    r" ?第? ?(?:\d+|[〔\[【(]\d+[〕\]】)]) ?号(?:号(?![召称令码角]))?"
    r"|〔(?:19|20)\d\d〕 ?第? ?\d+|〔(?:19|20)\d\d(?=\d)"
)
_ISSUER = regex(r"[\u4e00-\u9fff]{1,9}$")
_BEFORE_ISSUER = regex(
    r".*(?:根据|依据|按照|按|《|》|文件|印发|通知|以及|和|及|以|下达|批复|的|由|经|在|为|与|对|取得|获得|收到"
    r"|^[年月日])"
)

ORDINAL = (
    r"第 ?(?:\d+|[一二三四五六七八九十百]+)"
    r"(?:届|次|批|期|季度|年度|年|个|条|款|项|名|位|类|产业|轮|阶段|标段|部分|章|节|页|方"
    r"|中学|小学|医院|人民医院)?"
)
"""第十五届, 第一产业, 第3批."""

PLACEHOLDER = r"20[Xx×]{2}年?|[Xx×]{2,}(?:[万亿]?元|人|个|户|年|月|日|%|项目|单位)"
"""20XX年, XX万元: blanks of a template; 张XX and 某XX公司 are none."""

_METERS = "水电气热能仪代"
"""Before 表: what is counted, no table with a number: 水表6块, 代表25人."""
_COUNTED = r"[\d.]|[万余多]|[只块张幅套]|份(?![额数])|名(?![称单录额次])|台(?!账)|个(?!人)"
"""Behind the digits of what would be a table's or a picture's number: 报表12份, 地图3幅."""

CODE = (
    r"(?:GB|DB|YY|JTG|CJJ|SL|NY|HJ|TD|CJ|JGJ|WS|LY|TSG|ISO|IEC|V|v)"
    r"[A-Z]?(?:/?[TZ])? ?[A-Z]?\d+(?:[.\d]*\d)?(?: ?(?:-|—)+ ?(?:19|20)\d\d)?"
    r"|(?<!\d)1[3-9]\d{9}(?!\d)|(?<!\d)0\d{2,3}-\d{7,8}(?!\d)|(?<!\d)400-?\d{3}-?\d{4}(?!\d)"
    r"|[A-Za-z]+-?\d[\dA-Za-z-]*(?<!-)|(?<![\d.,])\d{12,}[Xx]?(?![\d.,万亿元])"
    r"|\d+(?:\.\d+){2,}(?![\d万亿元%]|人(?![员才力工事均口民大类社])|(?:[分户亩吨个]|公里)[,，;。、)])|\d{1,2}:\d{2}(?::\d{2})?(?!\d)|\d+(?:\.\d+)?:\d+(?:\.\d+)?(?!\d)"
    r"|\d+(?:号楼|号文|号院|号线|号机|号(?=[^\u4e00-\u9fff]|[地楼院线机馆桥井渠泵])"
    r"|室|#|弄|\.\d+版)"
    r"|\d{4,6}(?=热线)|\d+单元(?=\d+室)|\d{4}(?: \d{4}){2,}"
    r"|\d{6,}[A-Z][\dA-Z]+|\d\+[A-Z]|\d[Gg](?![A-Za-z])"
    r"|(?<=附件|附表|邮编)\d{1,6}(?:-\d+)?|(?<=任务|指标|目标|问题)\d{1,2}(?=[:、])"
    rf"|(?<=[表图])(?<![{_METERS}]表)\d{{1,2}}(?:-\d+)?(?!{_COUNTED})"
    r"|\d{1,2}\.(?=[\u4e00-\u9fff])(?![万亿]?元[,，;。、)])"
    r"|[A-Z][a-z]+ \d+(?![\d.]*[万亿元%人个])"
    r"|[GSXY]\d{1,4}线?|\d+[Xx×*]{3,}\d*"
)
"""Standards, telephones, identity and project codes, versions, times, ratios, house numbers."""


class Reference(Struct, frozen=True):
    """A reference by number; ``ordinal`` holds N of 第N届."""

    start: int
    end: int
    kind: Kind


def doc_numbers(text: str) -> Iterator[Reference]:
    """财预〔2020〕10号, also in wrong brackets, and its remains where a bracket was lost."""
    for match in _DOC_NUMBER.finditer(text):
        start = match.start()
        issuer = _ISSUER.search(text, start - 9, start)
        if issuer:
            cut = _BEFORE_ISSUER.match(issuer[0])
            start = issuer.start() + (cut.end() if cut else 0)
        yield Reference(start, match.end(), "doc-number")
