"""What is said of a PDF that was not read, or not all of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from linter.model import Severity
from linter.reading.pdf.pages import Extract, Page

Said = tuple[str, Severity, str, str]

_FEWEST = 20
"""A page under an image with fewer characters is a scan: a stamp or a number was put on it."""
_COVERED, _FILLED = 0.5, 0.9
_UNKNOWN = "\N{REPLACEMENT CHARACTER}"
_FAILED: dict[str, tuple[str, str, str]] = {
    "missing": (
        "missing-library",
        "读取 PDF 需要 pypdfium2，请先安装：pip install pypdfium2",
        "reading PDF needs pypdfium2: pip install pypdfium2",
    ),
    "unusable": (
        "missing-library",
        "pypdfium2 不能使用，未能读取 PDF，请重新安装：pip install --force-reinstall pypdfium2",
        "pypdfium2 cannot be used: pip install --force-reinstall pypdfium2",
    ),
    "password": (
        "encrypted",
        "PDF 设有打开密码，未能检查：请取消密码（打开后另存或打印为 PDF），或提供 Word 文件",
        "the PDF asks for a password and was not checked: save it without one",
    ),
    "damaged": (
        "damaged",
        "PDF 已损坏或内容异常，未能读取：请重新导出或下载，用阅读器确认能打开",
        "the PDF is damaged and could not be read: export or download it again",
    ),
    "time": (
        "too-complex",
        "PDF 过于复杂，限定时间内未能读完",
        "the PDF is too complex to be read in the time allowed",
    ),
    "pages": ("too-long", "PDF 超过 2000 页，其余未读", "the PDF has more than 2,000 pages"),
    "characters": ("too-long", "PDF 超过 40 万字，其余未读", "the PDF has over 400,000 characters"),
}
_SCANNED = (
    "scanned",
    "PDF 是扫描件，没有文字，未能检查：请提供 Word 文件或由它导出的 PDF，或先做文字识别",
    "the PDF is a scan without text: give the Word file or a PDF made from it, or run OCR",
)
_BLANK = (
    "no-text",
    "PDF 中没有可读取的文字（空白、图形或已损坏），未能检查：请提供 Word 文件或重新导出",
    "the PDF has no text that can be read: give the Word file or export it again",
)


def notices(found: Extract) -> Iterator[Said]:
    """What there is to say, the gravest first."""
    pages = found.pages
    end = found.end or ("" if pages else "damaged")
    if end:
        slug, zh, en = _FAILED[end]
        if found.total:
            zh += f"（共 {found.total} 页，读到第 {len(pages)} 页）"
            en += f" ({len(pages)} of {found.total} pages were read)"
        yield slug, Severity.error, zh, en
    if pages and not any(page.chars for page in pages):
        slug, zh, en = _SCANNED if any(page.image for page in pages) else _BLANK
        yield slug, Severity.error, zh, en
        return
    broken = [page.number for page in pages if not page.width]
    if broken:
        yield (
            "damaged",
            Severity.error,
            f"PDF 第 {_listed(broken)} 页已损坏，未能读取",
            f"page {_listed(broken)} is damaged and could not be read",
        )
    yield from _scans(pages)
    over = [p.number for p in pages if p.image > _FILLED and len(p.chars) >= _FEWEST]
    if over:
        yield (
            "recognised",
            Severity.info,
            f"PDF 第 {_listed(over)} 页的文字在整页图片上，多为扫描后识别所得，数字请以原件为准",
            f"page {_listed(over)} is an image with text over it, most likely recognised (OCR)",
        )
    unknown = [page.number for page in pages if _is_garbled(page)]
    if unknown:
        yield (
            "garbled",
            Severity.error,
            f"PDF 第 {_listed(unknown)} 页的文字没有编码信息，未能读取：请提供 Word 文件或重新导出",
            f"the text of page {_listed(unknown)} has no encoding and cannot be read",
        )


def _scans(pages: Sequence[Page]) -> Iterator[Said]:
    """The pages that are an image: an error where all are, whatever was stamped on them."""
    empty = [page for page in pages if len(page.chars) < _FEWEST]
    scans = [p.number for p in empty if p.image > _COVERED or (p.image and not p.chars)]
    if scans:
        whole = len(scans) == len([page for page in pages if page.chars or page.image])
        yield (
            "scanned",
            Severity.error if whole else Severity.warning,
            f"PDF 第 {_listed(scans)} 页是扫描图片，未能检查：请提供可编辑的文件，或先做文字识别",
            f"page {_listed(scans)} is a scan without text and was not checked",
        )


def _is_garbled(page: Page) -> bool:
    unknown = sum(char.text == _UNKNOWN or "\ue000" <= char.text <= "\uf8ff" for char in page.chars)
    return unknown > 10 and unknown * 3 > len(page.chars)


def _listed(numbers: Sequence[int]) -> str:
    """Numbers with runs drawn together: ``1–3、7``."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1][1:] = [number]
        else:
            runs.append([number])
    return "、".join("–".join(map(str, run)) for run in runs)
