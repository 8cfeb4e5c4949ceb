// The worker: Python, and the desk that answers. Before this stand Pyodide's two scripts, as they are.
// It is sent what it is made of, says that it is ready, then answers one question after another.

/** @typedef {{ library: string, program: string, wasm: string, lock: object }} Pieces */
/** @typedef {{ id: number, question: string, contents: ArrayBuffer[] }} Asked */

const PLACE = "https://jixiao.invalid/";

/** Bytes of base64. @param {string} text */
function decoded(text) {
  if (Uint8Array.fromBase64) return Uint8Array.fromBase64(text);
  const letters = atob(text);
  const bytes = new Uint8Array(letters.length);
  for (let at = 0; at < letters.length; at++) bytes[at] = letters.charCodeAt(at);
  return bytes;
}

/** What gzip and base64 packed, as an answer to a request. @param {string} text @param {string} type */
function unpacked(text, type) {
  const stream = new Blob([decoded(text)]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Response(stream, { headers: { "Content-Type": type } });
}

/** Starts Python with the desk. @param {Pieces} pieces @returns {Promise<any>} */
async function opened(pieces) {
  const answers = new Map([
    ["pyodide.asm.wasm", () => unpacked(pieces.wasm, "application/wasm")],
    ["python_stdlib.zip", () => unpacked(pieces.library, "application/zip")],
  ]);
  // The page's policy permits no connection: what Pyodide asks for is here already.
  globalThis.fetch = async (address) => {
    const answer = answers.get(String(address).slice(PLACE.length));
    if (!answer) throw new TypeError(`${address}: no connection is permitted`);
    return answer();
  };
  const program = unpacked(pieces.program, "application/zip").arrayBuffer();
  const python = await loadPyodide({
    createPyodideModule: _createPyodideModule,
    indexURL: PLACE,
    lockFileContents: pieces.lock,
    env: { HOME: "/home" },
  });
  answers.clear(); // ten million characters that nobody needs any more
  install(await program, python._api.sitePackages, python.FS);
  return python;
}

/** Writes the files of an archive, which is not compressed, below a folder. @param {ArrayBuffer} archive @param {string} folder @param {any} files */
function install(archive, folder, files) {
  const view = new DataView(archive);
  const text = new TextDecoder();
  let at = 0;
  // Each file has a header of thirty bytes, its name and its content; a directory of all stands behind.
  while (view.getUint32(at, true) === 0x04034b50) {
    const name = at + 30;
    const begin = name + view.getUint16(at + 26, true) + view.getUint16(at + 28, true);
    const path = `${folder}/${text.decode(new Uint8Array(archive, name, view.getUint16(at + 26, true)))}`;
    at = begin + view.getUint32(at + 18, true);
    files.mkdirTree(path.slice(0, path.lastIndexOf("/")));
    files.writeFile(path, new Uint8Array(archive, begin, at - begin), { canOwn: true });
  }
}

/** @param {any} python @param {any} desk @param {Asked} asked */
function answer(python, desk, { id, question, contents }) {
  const given = python.toPy(contents.map((content) => new Uint8Array(content)));
  const told = desk.answer(question, given);
  const [json, file] = [told.get(0), told.get(1)];
  const data = file?.toJs().buffer;
  file?.destroy();
  told.destroy();
  given.destroy();
  const heap = python._module.HEAPU8.length;
  postMessage({ id, json, data, heap }, data ? { transfer: [data] } : {});
}

addEventListener("message", async (event) => {
  try {
    const python = await opened(event.data);
    const desk = python.pyimport("linter.page.desk").opened();
    addEventListener("message", ({ data }) => {
      try {
        answer(python, desk, data);
      } catch (error) {
        // Python itself is out of order: memory has run out, or worse.
        postMessage({ id: data.id, broken: String(error) });
      }
    });
    const about = desk.about().toJs({ dict_converter: Object.fromEntries });
    postMessage({ ready: about });
    desk.warm();
  } catch (error) {
    postMessage({ broken: String(error) });
  }
}, { once: true });
