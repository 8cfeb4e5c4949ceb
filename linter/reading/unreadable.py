"""Why a file, or a part of it, cannot be read, as people are told."""

from __future__ import annotations

from linter.model import Document, Notice, Place, Segment, Severity


class UnreadableError(Exception):
    """Why a file, or a part of it, cannot be read, and what to do, as people are told."""

    def __init__(self, slug: str, zh: str, en: str) -> None:
        super().__init__(en)
        self.slug, self.zh, self.en = slug, zh, en

    def notice(self) -> Notice:
        """What becomes a finding."""
        return Notice(self.slug, Severity.error, {"zh": self.zh, "en": self.en})

    def document(self, path: str, origin: Place) -> Document:
        """The empty Document of such a file."""
        segments = (Segment(0, origin),)
        return Document(path, "", "", (), segments=segments, notices=(self.notice(),))


def damaged(what: str = "") -> UnreadableError:
    """For a file that is broken or cut off; ``what`` names the part or the fault."""
    return UnreadableError(
        "damaged",
        f"文件已损坏或不完整，无法读取{f'（{what}）' if what else ''}；"
        "请用 Word 或 WPS 打开，另存为新文件后再检查",
        f"the file is damaged or cut off{f' ({what})' if what else ''}; "
        "open it, save it under a new name and check that",
    )


def encrypted() -> UnreadableError:
    """For a file that needs a password."""
    return UnreadableError(
        "encrypted",
        "文件设有打开密码，无法读取；请在 Word 或 WPS 中取消密码、另存后再检查",
        "the file is protected by a password; save it without one and check that",
    )


def too_large() -> UnreadableError:
    """For a file that is larger than any report, packed or unpacked."""
    return UnreadableError(
        "too-large",
        "文件解开后过大，或部件、标记、单元格过多，没有读完；请确认文件正常，删去无关内容后另存再检查",
        "unpacked, the file is too large, so it was not read; remove what isn't needed and retry",
    )


def incomplete(zh: str, en: str, slug: str = "damaged") -> UnreadableError:
    """For a file of which something is missing or not understood; the words say what."""
    return UnreadableError(
        slug,
        f"文件无法完整读取（{zh}），请用原来的程序打开，另存后再检查",
        f"the file cannot be read whole ({en}); open it in its program and save it anew",
    )
