"""What the page carries that is not this project's: Pyodide and wheels, pinned with checksums.

npm and pip fetch them, each from the registry that it is configured for; a file whose bytes are not
the pinned ones is refused.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tarfile
from base64 import b64decode
from collections.abc import Sequence
from hashlib import sha512
from pathlib import Path

from msgspec import Struct


class PageError(Exception):
    """Why the page cannot be built; the message is for people."""


class Wheel(Struct, frozen=True):
    """A distribution of the package index, and the digest of the one file of it that is used."""

    name: str
    version: str
    sha256: str


PYODIDE = "314.0.7"
PYTHON = "3.14"
"""The Python that this Pyodide is."""
_INTEGRITY = (
    "0YvXxEhfEdpLfb/XkM2BFAeMROq0iMUX2bzzH9pOttyMcWkwq+HbE5uyuGD82LN7y2q+SNvi/6V5JEsOlD2R1A=="
)
_DIGESTS = """
lark 1.3.1 c629b661023a014c37da873b4ff58a817398d12635d3bbb2c5a03be7fe5d1e12
msgspec 0.22.0 a66b1766311e42371e509c996c3933b161c7ae0eabdf361af5316dec197e1022
pyyaml 6.0.4 c604dc2613c417130479cdd6e55c2faa691b6365aa82b3dafddfcecc2eaf1ac7
xlrd 2.0.2 ea762c3d29f4cca48d82df517b6d89fbce4db3107f9d78713e48cd321d5c9aa9
xlsxwriter 3.3.1 8e2c89e59d733fe59e112317218c64fbbc276d90a8c144ebd6f7fa15e7ab184a
"""
WHEELS = tuple(Wheel(*line.split()) for line in _DIGESTS.strip().splitlines())
"""PyYAML has no wheel for WebAssembly; that for Linux is pure but for one library, which its Python
does without."""
TERMINAL_ONLY = frozenset({"rich"})
"""What this project depends on and the page does not carry."""
_PLATFORMS = ("pyemscripten_2026_0_wasm32", "manylinux2014_x86_64")


def pyodide(folder: Path) -> Path:
    """Fetches Pyodide into a folder; gives the folder in which its files are."""
    npm, tar = program("npm"), folder / f"pyodide-{PYODIDE}.tgz"
    _run([npm, "pack", "--silent", f"pyodide@{PYODIDE}"], folder, "npm 取不到 Pyodide")
    if sha512(tar.read_bytes()).digest() != b64decode(_INTEGRITY):
        raise PageError(f"取到的 Pyodide {PYODIDE} 与记录的校验值不符，没有使用")
    with tarfile.open(tar) as archive:
        archive.extractall(folder, filter="data")
    return folder / "package"


def wheels(folder: Path) -> list[Path]:
    """Fetches the wheels into a folder; gives their paths in order of name."""
    listed = folder / "wheels.txt"
    lines = (f"{w.name}=={w.version} --hash=sha256:{w.sha256}\n" for w in WHEELS)
    listed.write_text("".join(lines), "utf-8")
    command = [
        *(sys.executable, "-m", "pip", "download", "--quiet", "--disable-pip-version-check"),
        *("--no-deps", "--require-hashes", "--only-binary=:all:", f"--python-version={PYTHON}"),
        *(f"--platform={platform}" for platform in _PLATFORMS),
        *("-d", ".", "-r", listed.name),
    ]
    _run(command, folder, "pip 取不到所需的软件包（或与记录的校验值不符）")
    return sorted(folder.glob("*.whl"))


def program(name: str) -> str:
    """The path of a program; raises ``PageError`` where it is missing."""
    found = shutil.which(name)
    if found is None:
        raise PageError(f"生成网页要用 {name}，这台机器上没有；请先安装 Node.js（nodejs、npm）")
    return found


def _run(command: Sequence[str], folder: Path, what: str) -> None:
    result = subprocess.run(command, cwd=folder, capture_output=True, check=False)  # noqa: S603
    if result.returncode:
        said = (result.stderr or result.stdout).decode("utf-8", "replace").strip()
        raise PageError(f"{what}：{said.splitlines()[-1] if said else '原因不明'}")


def compiled(folder: Path, archives: Sequence[tuple[Path, Path]]) -> None:
    """Compiles the Python in archives (from, to) by the Pyodide in a folder, run by Node."""
    script = Path(__file__).with_name("compile.cjs")
    paths = (str(path) for pair in archives for path in pair)
    _run([program("node"), str(script), str(folder), *paths], folder, "Pyodide 不能编译")
