// Lints files in CPython compiled to WebAssembly and prints the JSON report.
// Usage: node lint.mjs FOLDER-OF-PYODIDE FOLDER-OF-WHEELS FILE…
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

const PROGRAM = `
import hashlib, io, sys, zipfile
from linter import engine, output, reading, rulebook
from linter.model import Submission

book = rulebook.load()
stream = io.StringIO()
out = output.writer("json", stream, output.Options())
for path, data in files.to_py().items():
    document = reading.read(path, bytes(data), book.header_words)
    report = engine.lint(Submission((document,)), book)
    out.write(report)
    if path.endswith(".docx"):
        copy = output.annotate("docx", bytes(data), report, output.Options(book=book))
        parts = zipfile.ZipFile(io.BytesIO(copy))
        content = b"".join(parts.read(name) for name in parts.namelist())
        print(path, hashlib.sha256(content).hexdigest(), file=sys.stderr)
out.finish()
stream.getvalue()
`;

const bytes = (path) => new Uint8Array(readFileSync(path));
const [pyodide, wheels, ...paths] = process.argv.slice(2);
const { loadPyodide } = createRequire(import.meta.url)(join(pyodide, "pyodide.js"));
try {
  const python = await loadPyodide();
  for (const name of readdirSync(wheels).filter((name) => name.endsWith(".whl"))) python.unpackArchive(bytes(join(wheels, name)), "wheel");
  python.globals.set("files", new Map(paths.map((path) => [path, bytes(path)])));
  process.stdout.write(python.runPython(PROGRAM));
} catch (error) {
  // Uncaught, node would print the megabyte of source line that threw it.
  console.error(error.message);
  process.exitCode = 1;
}
