"""Hypothesis strategies that tests of several rooms share: texts, bytes and damaged reports."""

from __future__ import annotations

import random

from hypothesis import strategies as st

from tests.generators.reports import reports

MARKS = "0123456789.,，。；：、（）()〔〕《》%％‰|#-—~～\t \u3000\u00a0\u200b\ufeff\x00\r\n一二三四五六七八九十百千万亿元人户个分年月日约近余超过不足其中合计占比增长"


def texts(most: int = 400) -> st.SearchStrategy[str]:
    """Any Unicode text, or one of the characters that mean something to a linter."""
    anything = st.text(st.characters(exclude_categories=["Cs"]), max_size=most)
    return st.one_of(anything, st.text(st.sampled_from(MARKS), max_size=most))


def files(most: int = 2000) -> st.SearchStrategy[bytes]:
    """Any bytes, or a text in one of the encodings that reports come in."""
    encoded = st.tuples(texts(), st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "gb18030"]))
    return st.one_of(st.binary(max_size=most), encoded.map(lambda pair: pair[0].encode(pair[1])))


def damaged_reports() -> st.SearchStrategy[str]:
    """Generated reports with some stretches cut out, doubled, moved or overwritten."""
    return st.builds(damaged, st.integers(0, 2**32 - 1), st.integers(1, 30))


def damaged(seed: int, wounds: int) -> str:
    """A generated report after so many random wounds."""
    rng = random.Random(seed)
    text = next(reports(seed, 1)).text
    for _ in range(wounds):
        start = rng.randrange(len(text) + 1)
        end = min(len(text), start + rng.choice((1, 1, 2, 5, 40, 200)))
        piece = text[start:end]
        at = rng.randrange(len(text) + 1)
        match rng.randrange(4):
            case 0:
                text = text[:start] + text[end:]
            case 1:
                text = text[:at] + piece + text[at:]
            case 2:
                noise = "".join(rng.choices(MARKS, k=len(piece)))
                text = text[:start] + noise + text[end:]
            case _:
                text = text[:start] + text[end:] + piece
    return text
