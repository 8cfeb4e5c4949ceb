"""Running text that no two authors share: sentences composed of some hundred thousand phrases.

A sentence has slots for names — ``{unit}``, ``{county}``, ``{project}``, ``{v0}`` to ``{v9}`` (villages) —
so that a copy under other names is the same sentences filled anew. Its figures are of no consequence.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Mapping

VILLAGES = 10
CHANGE = re.compile(r"\d+")


def _words(text: str) -> list[str]:
    return text.split()


ACTORS = _words(
    "{unit} 项目组 业务股室 施工方 监理方 驻点技术员 财务室 村委会 管护队 合作社 供货方 设计方 物业方 带班领导 联络员"
)
VERBS = _words("""
    组织 开展 安排 落实 推进 布置 核定 更换 修复 清理 加固 采购 配置 调试 验收 登记 建立 编制 复核 检测
    改造 新建 铺设 安装 拆除 补植 抽查 走访 宣讲 培训 督办 协调 调度 委托 评审 公示 归集 移交 盘点 校准
    疏通 粉刷 回填 迁移 标定 巡查 汇总 张贴 发放 收回 比选 签订 调整 压缩 细化 补充 优化 完善 压实 对接
""")
FIRST_PARTS = _words("""
    堤岸 管网 站房 库区 渠首 泵组 闸门 路面 桥涵 边坡 排水 照明 供电 消防 监控 档案 图书 教具 床位 康复
    体检 药品 样本 试剂 苗木 林区 果园 茶园 大棚 冷库 农机 饲料 种子 土壤 水样 大气 噪声 固废 垃圾 公厕
    步道 绿地 广场 球场 舞台 展柜 文物 古树 碑刻 戏台 校舍 食堂 宿舍 操场 实训 师资 课程 台账 凭证 合同
    票据 资产 设备 软件 线路 终端 数据 接口 机房 岗位 工资 保险 补贴 救助 物资 帐篷 车辆 船只 无人机 雨量
""")
SECOND_PARTS = _words("""
    维护 巡检 标段 清单 方案 图纸 预案 台账 目录 制度 流程 标准 样板 点位 节点 批次 计划 记录 资料 报表
    隐患 缺口 短板 病害 堵点 死角 漏点 裂缝 沉降 锈蚀 淤积 破损 老化 积水 倾斜 失灵 误差 延误 积压 缺项
    人员 班组 专班 骨干 队伍 站点 工具 耗材 备件 仓库 通道 围栏 标牌 护栏 棚架 井盖 支架 面板 阀门 接头
""")
MANNERS = _words("""
    逐项 分批 按月 按季 集中 就近 提前 同步 连续 交叉 轮流 统一 单独 当场 限期 逐户 错峰 随机 对照清单 会同专家
    依据合同 参照定额 利用农闲 避开汛期 借助平台 按照进度 结合实际 分片包干 先急后缓 以旧换新
""")
TIMES = _words("""
    年初 一季度 二季度 三季度 四季度 上半年 下半年 入汛前 开学前 春耕期间 秋收后 冬修期间 节前 月底 当月
    合同签订后 资金到账后 方案获批后 验收之前 试运行期间 雨季 停水期间 暑假里 换届以后 中标公示期满后
""")
CAUSES = _words(
    "场地狭窄 图纸变更 材料涨价 连续降雨 人手不足 审批偏慢 交叉施工 资料不全 道路封闭 供货延迟 权属不清 停电检修 人员调动 标准更新 需求变化"
)
OUTCOMES = _words("""
    记录已归档 责任人已明确 问题已销号 台账已更新 清单随月报附后 影像资料齐全 签字手续完备 差异已说明 交接单一式三份 群众代表到场
    结果在公示栏张贴 余料退库 费用据实列支 后续由专人管护 质保金按约定留存 复查未见反复 数据录入系统 进度按周通报 尾项转入下年 钥匙由值班室保管
""")
UNITS = _words("处 份 次 座 台 套 户 批 盏 米 张 名 项 本 车 组 间 亩 孔 株")
JOINTS = ["，", "，并", "，随后", "，同时", "，再", "，其后", "，进而", "，由此"]


class Words:
    """Draws sentences from one stream of random numbers."""

    def __init__(self, rng: random.Random) -> None:
        self.rng = rng
        self._random = rng.random

    def pick(self, words: list[str]) -> str:
        return words[int(self._random() * len(words))]

    def number(self, low: int, high: int) -> int:
        return low + int(self._random() * (high - low + 1))

    def thing(self) -> str:
        return self.pick(FIRST_PARTS) + self.pick(SECOND_PARTS)

    def village(self) -> str:
        return f"{{v{self.number(0, VILLAGES - 1)}}}"

    def counted(self) -> str:
        return f"{self.thing()}{self.number(2, 480)}{self.pick(UNITS)}"

    def sentence(self) -> str:
        """A sentence with its full stop, of twenty to ninety characters."""
        return FORMS[int(self._random() * len(FORMS))](self) + "。"

    def paragraph(self, least: int) -> str:
        """Sentences of so many characters or somewhat more."""
        parts, length = [], 0
        while length < least:
            parts.append(self.sentence())
            length += len(parts[-1])
        return "".join(parts)


FORMS: list[Callable[[Words], str]] = [
    lambda w: (
        f"{w.pick(TIMES)}{w.pick(ACTORS)}{w.pick(MANNERS)}{w.pick(VERBS)}{w.village()}{w.counted()}{w.pick(JOINTS)}{w.pick(VERBS)}{w.thing()}"
    ),
    lambda w: (
        f"{w.village()}{w.thing()}因{w.pick(CAUSES)}{w.pick(MANNERS)}{w.pick(VERBS)}，{w.pick(OUTCOMES)}"
    ),
    lambda w: (
        f"针对{w.village()}{w.thing()}，{w.pick(ACTORS)}{w.pick(VERBS)}{w.thing()}{w.pick(JOINTS)}{w.pick(MANNERS)}{w.pick(VERBS)}{w.counted()}"
    ),
    lambda w: (
        f"{w.pick(ACTORS)}与{w.village()}{w.pick(VERBS)}{w.thing()}，{w.pick(VERBS)}{w.counted()}，{w.pick(OUTCOMES)}"
    ),
    lambda w: (
        f"{w.counted()}{w.pick(MANNERS)}{w.pick(VERBS)}，其余{w.thing()}{w.pick(TIMES)}{w.pick(VERBS)}"
    ),
    lambda w: (
        f"{w.pick(TIMES)}在{w.village()}、{w.village()}{w.pick(VERBS)}{w.thing()}和{w.thing()}，{w.pick(OUTCOMES)}"
    ),
    lambda w: (
        f"{w.thing()}由{w.pick(ACTORS)}{w.pick(VERBS)}，{w.thing()}由{w.pick(ACTORS)}{w.pick(MANNERS)}{w.pick(VERBS)}"
    ),
    lambda w: (
        f"考虑到{w.pick(CAUSES)}，{w.village()}{w.pick(MANNERS)}{w.pick(VERBS)}{w.thing()}，把{w.counted()}列入{w.thing()}"
    ),
    lambda w: (
        f"对{w.thing()}{w.pick(VERBS)}两轮，{w.pick(VERBS)}{w.counted()}，{w.pick(ACTORS)}据此{w.pick(VERBS)}{w.thing()}"
    ),
    lambda w: (
        f"{w.pick(MANNERS)}{w.pick(VERBS)}{{county}}{w.thing()}，{w.village()}先行{w.pick(VERBS)}{w.thing()}"
    ),
]

SYNONYMS: dict[str, str] = {
    **dict(
        pair.split("=")
        for pair in _words("""
        组织=牵头 开展=实施 安排=部署 落实=抓好 推进=加快 布置=交办 核定=审定 更换=换新 修复=整修 清理=清除
        加固=补强 采购=购置 配置=配备 调试=试车 登记=造册 建立=设立 编制=拟订 复核=核验 检测=检验 改造=翻新
        铺设=敷设 安装=装配 拆除=拆掉 抽查=抽检 走访=入户 宣讲=宣传 督办=催办 协调=沟通 委托=聘请 公示=公开
        归集=收集 移交=交付 疏通=清通 回填=填实 迁移=搬移 巡查=巡视 汇总=归总 发放=分发 调整=变更 完善=健全
        针对=围绕 考虑到=鉴于 随后=接着 同时=另外 先行=率先 其余=剩余 据此=依此 两轮=两遍 逐项=逐一 分批=分期
        集中=统一 就近=就地 提前=预先 同步=一并 限期=定期 责任人已明确=已定责任人 问题已销号=问题已整改到位
        台账已更新=已更新台账 差异已说明=已说明差异 费用据实列支=据实列支费用 后续由专人管护=之后交专人看管
        """)
    ),
}
_WORDS = re.compile("|".join(sorted(SYNONYMS, key=len, reverse=True)))


def reworded(text: str, rng: random.Random, share: float = 0.6) -> str:
    """The text with this share of the words that have a synonym exchanged."""
    return _WORDS.sub(lambda m: SYNONYMS[m[0]] if rng.random() < share else m[0], text)


def refigured(text: str, rng: random.Random) -> str:
    """The text with other figures; names of slots stay."""
    parts = re.split(r"(\{\w+\})", text)
    return "".join(
        part if part.startswith("{") else CHANGE.sub(lambda _: str(rng.randint(2, 480)), part)
        for part in parts
    )


def filled(text: str, names: Mapping[str, str]) -> str:
    """The text with its names."""
    return text.format_map(names)
