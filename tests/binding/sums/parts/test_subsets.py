"""What cannot be more than what it is of."""

from __future__ import annotations

import pytest

from tests.checks.told import told

RULE = "arithmetic/part-within-whole"


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("社区常住老人1,046名，独居的1,097名，都装了呼叫器。", "1,097名"),
        ("全校学生1,260人，近视的1,620人，已建立视力档案。", "1,620人"),
        ("全乡建档立卡户312户，已脱贫321户。", "321户"),
        ("送检样品90份，检验所判合格的98份。", "98份"),
    ],
)
def test_some_are_no_more_than_all(text: str, quote: str) -> None:
    assert told(RULE, text) == [quote]


@pytest.mark.parametrize(
    "text",
    [
        "社区常住老人1,046名，独居的97名，都装了呼叫器。",
        "自理老人46名，失能的97名，两类老人分楼居住。",
        "户籍人口1,046人，外来的1,297人，常住2,343人。",
        "在编教师46名，聘用的52名，合计98名。",
        "登记用户3,600户，已走访4,120户次。",
        "年度任务312户，已改造321户，超额完成。",
        "上年登记危房312户，本年新增在内已改造321户。",
        "上年送检样品90份，今年合格的98份。",
        "送检不合格4批，整改后合格12批，均来自第二季度。",
        "样品120批，排除送检不合规的4批，合格112批。",
    ],
)
def test_others_may_be_more(text: str) -> None:
    assert not told(RULE, text)
