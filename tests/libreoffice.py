"""LibreOffice as a witness: what it makes of a file."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

SOFFICE = shutil.which("soffice")
needs_libreoffice = [
    pytest.mark.slow,
    pytest.mark.skipif(SOFFICE is None, reason="no soffice"),
]
"""For ``pytestmark``: the tests of a module run LibreOffice."""


def converted(data: bytes, to: str, folder: Path, name: str = "a.docx") -> bytes:
    """The file in another format (``txt:Text``, ``pdf:writer_pdf_Export:…``)."""
    source = folder / name
    source.write_bytes(data)
    made = folder / "made"
    subprocess.run(
        [
            *(str(SOFFICE), f"-env:UserInstallation={(folder / 'profile').as_uri()}"),
            *("--headless", "--convert-to", to, "--outdir", str(made), str(source)),
        ],
        check=True,
        capture_output=True,
        timeout=120,
    )
    (result,) = made.glob(f"{source.stem}.*")
    content = result.read_bytes()
    result.unlink()
    return content


def text(data: bytes, folder: Path) -> list[str]:
    """The lines of a Word file's text as LibreOffice shows it, without white space around them."""
    lines = converted(data, "txt:Text (encoded):UTF8", folder).decode("utf-8-sig").split("\n")
    return [line.strip() for line in lines if line.strip()]
