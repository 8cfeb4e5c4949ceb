// Compiles the Python files of archives by the very Python that will run them.
// Usage: node compile.cjs FOLDER-OF-PYODIDE IN.zip OUT.zip [IN.zip OUT.zip]…
"use strict";
const { readFileSync, writeFileSync } = require("node:fs");
const { resolve } = require("node:path");

const PROGRAM = `
import io, zipfile
from importlib.util import source_hash
from importlib._bootstrap_external import _code_to_hash_pyc

def compiled(data):
    "The archive with each module compiled; docstrings stay where Pyodide builds on them."
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as read, zipfile.ZipFile(target, "w") as write:
        for name in sorted(read.namelist()):
            content = read.read(name)
            if name.endswith(".py"):
                level = 0 if name.startswith(("pyodide/", "_pyodide/")) else 2
                code = compile(content, name, "exec", dont_inherit=True, optimize=level)
                content = bytes(_code_to_hash_pyc(code, source_hash(content), False))
                name += "c"
            write.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), content)
    return target.getvalue()

compiled(bytes(data.to_py()))
`;

const main = async () => {
  const [folder, ...paths] = process.argv.slice(2);
  const { loadPyodide } = require(resolve(folder, "pyodide.js"));
  const python = await loadPyodide();
  while (paths.length) {
    const [source, target] = paths.splice(0, 2);
    python.globals.set("data", new Uint8Array(readFileSync(source)));
    writeFileSync(target, python.runPython(PROGRAM).toJs());
  }
};

main().catch((error) => {
  // Uncaught, node would print the megabyte of source line that threw it.
  console.error(error.message);
  process.exitCode = 1;
});
