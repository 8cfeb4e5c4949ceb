"""Sentences that a report takes over by right: nobody's own words, whoever else has them.

These are sentences that call on a policy by its title, those that cite what one says, and the scale
of grades. They are told by their build, so that they are known in a season of two reports too.
"""

from __future__ import annotations

from linter.regexes.late import regex

_SENTENCE = regex(r"[^。！？!?;；\n]+[。！？!?;；\n]?")
_STANDING = regex(
    r"^[\s\d一二三四五六七八九十、.．()（）“\"：:]{0,8}"
    r"(?:为(?:了|更好|进一步|全面|深入|切实|认真)?"
    r"(?:贯彻|落实|加强|规范|做好|提高|推进|推动|强化|完善|深化)"
    r"|根据|依据|按照|按|遵照|依照|参照|对照|严格按照|严格执行|严格落实)"
    r"[^。]{0,80}(?:《|〔|号[)）]?文|文件|通知|办法|要求|规定)"
    r"|《[^》]{2,60}》[^。，,]{0,40}(?:规定|要求|明确|指出|提出|制定|执行|第.{1,6}条)"
    r"|(?:(?<![\u4e00-\u9fff])|\d分?[^\d。优]{0,8})"
    r"优[^。优良]{0,40}良[^。良中合一差]{0,40}(?:中|合格|一般)[^。差]{0,40}差"
)


def without(text: str) -> str:
    """A paragraph without such sentences."""
    kept = (m[0] for m in _SENTENCE.finditer(text) if not _STANDING.search(m[0]))
    return "".join(kept)
