"""Names of WordprocessingML elements and attributes, as ElementTree writes them."""

from __future__ import annotations

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
COMPATIBILITY = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"

VAL = f"{W}val"
BODY, P, TBL, TR, TC, R, T = (f"{W}{name}" for name in ("body", "p", "tbl", "tr", "tc", "r", "t"))
PPR, RPR, TRPR, TCPR = (f"{W}{name}" for name in ("pPr", "rPr", "trPr", "tcPr"))
INS, DEL, MOVE_TO, MOVE_FROM = (f"{W}{name}" for name in ("ins", "del", "moveTo", "moveFrom"))
VANISH, FLD_CHAR, TXBX = f"{W}vanish", f"{W}fldChar", f"{W}txbxContent"
ALTERNATE, CHOICE = f"{COMPATIBILITY}AlternateContent", f"{COMPATIBILITY}Choice"
FALLBACK = f"{COMPATIBILITY}Fallback"

WRAPPERS = frozenset(
    f"{W}{name}"
    for name in (
        *("sdt", "sdtContent", "customXml", "smartTag", "hyperlink", "fldSimple", "dir", "bdo"),
        *("ins", "moveTo", "ruby", "rubyBase"),
    )
)
"""What stands around content without being content itself."""

OFF = frozenset(("0", "false", "off"))
"""How a switch is written that is off; without a value it is on."""
