"""Words that say of figures that they are added up (合计, 满打满算), or are the rest (其余)."""

TOGETHER = "[加合并拼拢凑归摞][在到成]一[起处块]"
"""What puts all that is told before in one: 合到一处."""
ADDED_UP = (
    "合计|共计|总计|相加|累加|加总|汇总|归总|打总|之和|总和|[加合总算拼凑摞归][起拢]来|归拢起来"
    "|[归合凑并靠]拢|拢[共总]|[统通总一]共|凑[成足齐]|拼成|(?<!折)合成|[相一]加|加在一[处块]|[相]凑|并[成作]|通算|合着|合并"
    f"|满打满算|里外里|{TOGETHER}"
)
"""The words themselves, to be a part of a pattern; 共 and 合 alone say less."""
LEFT = "其余|余下|余者|下余|剩下|剩余|剩的|其他|其它"
"""Before the last part of a whole, or what is left of it."""
