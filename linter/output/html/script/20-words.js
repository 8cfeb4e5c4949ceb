// What is said around a report, in both languages.

const WORDS = {
  zh: {
    severities: { error: "须修改", warning: "请核对", info: "可优化" },
    states: { wrong: "须修改", check: "请核对", note: "可优化", right: "核对无误", held: "没有发现问题" },
    comma: "、", colon: "：", open: "（", close: "）",
    found: "发现",
    /** @param {number} number @param {string} severity */
    count: (number, severity) => `${number} 处${severity}`,
    clean: "没有发现须修改或请核对的地方。",
    /** @param {number} passed */
    passed: (passed) => `另有 ${passed} 项已核对无误`,
    /** @param {number} passed */
    allRight: (passed) => `${passed} 项数字已核对无误`,
    /** @param {number} held */
    held: (held) => `${held} 项检查没有发现问题`,
    /** @param {number} unchecked */
    unchecked: (unchecked) => `${unchecked} 项未能核对`,
    end: "。", separator: "，",
    year: "评价年度", unknownYear: "未识别", profile: "报告框架", unrecognised: "未识别", common: "没有认出是哪一类报告，按通用要求检查",
    /** Of a profile that was chosen and fits less well than another. @param {string} likely @param {number} missing */
    unlike: (likely, missing) => `从标题看，这份报告更像“${likely}”${missing ? `；按所选框架，有 ${missing} 个应有的章节没有找到` : ""}。`, file: "文件",
    side: "检查结果", text: "报告原文", chapters: "章节", noText: "没有可以显示的文字。",
    tabs: { findings: "问题", right: "已检查", unchecked: "未能核对" },
    legend: "点带下划线的数字看算式和出处；没有下划线的，没有检查证明它对",
    keys: "按 N 看下一处，P 看上一处。",
    previous: "上一处", next: "下一处",
    /** @param {number} at @param {number} all */
    step: (at, all) => `第 ${at} 处，共 ${all} 处`,
    all: "全部", level: "级别", only: "只看", chapter: "章节", rule: "规则", clear: "显示全部",
    allOf: { chapter: "章节：全部", rule: "规则：全部" },
    /** So many findings in a chapter. @param {number} number */
    here: (number) => `${number}处`,
    none: "没有符合筛选条件的项目。",
    nothing: "没有发现问题。",
    rights: "这些数字重新算过或与别处对过，没有出入。",
    noRights: "没有可以重新计算或与别处核对的数字。",
    helds: "下面各项查过格式、次序或是否写到，没有发现问题，不说明数字对错；带“≈”的重新算过，只因各数取过整，不能完全肯定。",
    /** How many figures were read, and how many of them no check has touched. @param {number} read @param {number} unlooked */
    unlooked: (read, unlooked) => `读出的 ${read} 个数字里有 ${unlooked} 个没有任何检查核对过`,
    /** @param {number} number */
    heldMore: (number) => `另有 ${number} 项检查没有发现问题`,
    milder: "从上下文还不能断定所用的数是同一口径，所以列为请核对，不算须修改。",
    /** @param {string} numbers */
    first: (numbers) => `算式里有的数另有问题：先看第 ${numbers} 处，改好后再核对这一处。`,
    uncheckeds: "这些地方没有足够的依据可以核对，不等于有错；需要时请自行核对。",
    noUncheckeds: "没有未能核对的内容。",
    calculation: "算式", suggestion: "怎么改", basis: "依据", also: "另见", place: "位置",
    copy: "复制", copied: "已复制", notCopied: "未能复制", copyOf: "复制这一处的说明",
    back: "返回", shut: "关闭",
    /** @param {number} number */
    takesPart: (number) => `参与 ${number} 项核对`,
    /** @param {number} number */
    more: (number) => `还有 ${number} 处`,
    goTo: "到原文",
    wide: "表格，可以左右移动",
    showRight: "标出无误的数字",
    /** @param {string} name */
    checkedFor: (name) => `检查项：${name}`,
  },
  en: {
    severities: { error: "To fix", warning: "To check", info: "To improve" },
    states: { wrong: "To fix", check: "To check", note: "To improve", right: "OK", held: "Nothing found" },
    comma: ", ", colon: ": ", open: " (", close: ")",
    found: "Found",
    /** @param {number} number @param {string} severity */
    count: (number, severity) => `${number} ${severity.toLowerCase()}`,
    clean: "Nothing to fix or to check.",
    /** @param {number} passed */
    passed: (passed) => `${passed} ${passed === 1 ? "relation was" : "relations were"} checked and OK`,
    /** @param {number} passed */
    allRight: (passed) => `${passed} ${passed === 1 ? "check" : "checks"} of figures OK`,
    /** @param {number} held */
    held: (held) => `${held} other ${held === 1 ? "check" : "checks"} found nothing`,
    /** @param {number} unchecked */
    unchecked: (unchecked) => `${unchecked} could not be checked`,
    end: ".", separator: ", ",
    year: "Year", unknownYear: "not recognised", profile: "Framework", unrecognised: "not recognised", common: "kind of report not recognised; general checks only",
    /** @param {string} likely @param {number} missing */
    unlike: (likely, missing) => `By its headings this report is more like “${likely}”${missing ? `; chapters that the chosen framework asks for and that are not there: ${missing}` : ""}.`, file: "File",
    side: "Results", text: "The report", chapters: "Chapters", noText: "There is no text to show.",
    tabs: { findings: "Findings", right: "Checked", unchecked: "Not checked" },
    legend: "Choose an underlined figure for its arithmetic; of others no check has shown that they are right",
    keys: "Press N for the next finding, P for the previous one.",
    previous: "Previous", next: "Next",
    /** @param {number} at @param {number} all */
    step: (at, all) => `${at} of ${all}`,
    all: "all", level: "Level", only: "Only", chapter: "Chapter", rule: "Rule", clear: "Show all",
    allOf: { chapter: "Chapter: all", rule: "Rule: all" },
    /** @param {number} number */
    here: (number) => `(${number})`,
    none: "Nothing fits the filter.",
    nothing: "Nothing was found.",
    rights: "These figures were computed anew or compared with another place, and are OK.",
    noRights: "There were no figures to compute anew or to compare.",
    /** @param {number} number */
    heldMore: (number) => `${number} other ${number === 1 ? "check" : "checks"} found nothing`,
    milder: "It is not certain that the figures belong together, so this is to be checked and not to be fixed.",
    /** @param {number} read @param {number} unlooked */
    unlooked: (read, unlooked) => `of ${read} figures read, no check has touched ${unlooked}`,
    /** @param {string} numbers */
    first: (numbers) => `What it is reckoned from is disputed itself: see ${numbers} first, then check this again.`,
    helds: "Form, order and presence were checked below and nothing was found, which says nothing of the figures; those with “≈” were computed anew, but are not certain, as figures are rounded.",
    uncheckeds: "For these there was not enough to check them by; that does not make them wrong.",
    noUncheckeds: "Nothing was left unchecked.",
    calculation: "Arithmetic", suggestion: "What to do", basis: "Basis", also: "Others", place: "Place",
    copy: "Copy", copied: "Copied", notCopied: "Not copied", copyOf: "Copy this finding as text",
    back: "Back", shut: "Close",
    /** @param {number} number */
    takesPart: (number) => `in ${number} ${number === 1 ? "relation" : "relations"}`,
    /** @param {number} number */
    more: (number) => `${number} more`,
    goTo: "Go to the text",
    wide: "A table that moves sideways",
    showRight: "Mark what is OK",
    /** @param {string} name */
    checkedFor: (name) => `Check: ${name}`,
  },
};
