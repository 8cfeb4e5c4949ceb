// The worker seen from the page: one question at a time; one that takes too long ends the worker, and
// another one takes its place.

const SECONDS = Number(new URLSearchParams(location.hash.slice(1)).get("seconds")) || 60;
const LARGEST = 50 << 20;
/** A worker that holds so many bytes is replaced: it never gives any back. */
const HEAP = 400 << 20;

/** Why a question has no answer: a name among the words, and what is filled in. */
class Trouble extends Error {
  /** @param {string} name @param {...(string | number)} parts */
  constructor(name, ...parts) {
    super(name);
    this.told = () => say(name, ...parts);
  }
}

/** @typedef {{ question: Question, files: Dropped[], resolve: (answer: Answer<any>) => void, reject: (trouble: unknown) => void }} Pending */

const engine = {
  /** @type {Worker | undefined} */
  worker: undefined,
  number: 0,
  ready: false,
  /** @type {About | undefined} */
  about: undefined,
  /** @type {Pending[]} */
  queue: [],
  /** @type {Pending | undefined} */
  busy: undefined,
  timer: 0,
  asked: 0,
  /** @type {Promise<Blob> | undefined} */
  script: undefined,
  /** The bureau's own files, which every new worker is given. @type {Dropped[]} */
  own: [],
  /** @type {() => void} */
  onReady: () => {},
  /** @type {(why: string) => void} */
  onFailed: () => {},
};

/** @param {string} id */
const packed = (id) => byId(id).textContent || "";

/** The worker's script, unpacked. @returns {Promise<Blob>} */
function workerScript() {
  const letters = atob(packed("engine"));
  const bytes = Uint8Array.from(letters, (letter) => letter.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Response(stream, { headers: { "Content-Type": "text/javascript" } }).blob();
}

async function start() {
  engine.ready = false;
  engine.number += 1;
  const number = engine.number;
  showState();
  engine.script ??= workerScript();
  const address = URL.createObjectURL(await engine.script);
  if (number !== engine.number) return;
  const worker = new Worker(address);
  worker.addEventListener("message", () => URL.revokeObjectURL(address), { once: true });
  engine.worker = worker;
  worker.addEventListener("message", ({ data }) => {
    if (engine.worker === worker) heard(data);
  });
  worker.addEventListener("error", (event) => {
    if (engine.worker === worker) heard({ broken: event.message || "worker" });
  });
  const [library, program, wasm] = ["library", "program", "wasm"].map(packed);
  worker.postMessage({ library, program, wasm, lock: JSON.parse(packed("lock")) });
}

/** @param {{ ready?: About, broken?: string, json?: string, data?: ArrayBuffer, heap?: number }} said */
function heard(said) {
  if (said.ready) {
    engine.ready = true;
    engine.about = said.ready;
    if (engine.own.length && engine.number > 1) void ask({ ask: "rules" }, engine.own, true).catch(() => {});
    engine.onReady();
    showState();
    next();
    return;
  }
  const { busy } = engine;
  if (said.broken !== undefined) {
    if (engine.ready) restart(new Trouble("broken"));
    else engine.onFailed(said.broken);
    return;
  }
  if (!busy) return;
  settle();
  const value = JSON.parse(said.json || "{}");
  if (value.fault) busy.reject(new Trouble("fault", value.failed));
  else if (value.failed) busy.reject({ told: () => value.failed });
  else busy.resolve({ value, data: said.data, heap: said.heap || 0 });
  if ((said.heap || 0) > HEAP) restart();
  else next();
}

/** The question that was asked is over. */
function settle() {
  clearTimeout(engine.timer);
  engine.busy = undefined;
  showState();
}

/** Ends the worker with the question that it is at, and starts another one. @param {Trouble} [why] */
function restart(why) {
  engine.worker?.terminate();
  engine.worker = undefined;
  const { busy } = engine;
  settle();
  if (busy) busy.reject(why);
  void start();
}

/**
 * Asks the desk; `soon` before what waits.
 * @template T
 * @param {Question} question
 * @param {Dropped[]} [files]
 * @param {boolean} [soon]
 * @returns {Promise<Answer<T>>}
 */
function ask(question, files = [], soon = false) {
  return new Promise((resolve, reject) => {
    const pending = { question, files, resolve, reject };
    if (soon) engine.queue.unshift(pending);
    else engine.queue.push(pending);
    next();
  });
}

/** Puts the next question to the worker. */
async function next() {
  if (!engine.ready || engine.busy) return;
  const pending = engine.queue.shift();
  if (!pending) return;
  engine.busy = pending;
  showState();
  /** @type {ArrayBuffer[]} */
  let contents;
  try {
    contents = await Promise.all(pending.files.map(({ file }) => content(file)));
  } catch (error) {
    settle();
    pending.reject(error instanceof Trouble ? error : new Trouble("changed"));
    next();
    return;
  }
  if (engine.busy !== pending) return;
  const names = pending.files.map(({ name }) => name);
  const question = JSON.stringify({ ...pending.question, lang: spoken.lang, names });
  engine.asked += 1;
  engine.timer = setTimeout(() => restart(new Trouble("tooLong", SECONDS)), SECONDS * 1000);
  engine.worker?.postMessage({ id: engine.asked, question, contents }, contents);
}

/** @param {File} file @returns {Promise<ArrayBuffer>} */
async function content(file) {
  if (file.size > LARGEST) throw new Trouble("tooLarge", megabytes(file.size), megabytes(LARGEST));
  return file.arrayBuffer();
}

/** @param {number} bytes */
const megabytes = (bytes) => Math.ceil(bytes / (1 << 20));

/** Whether somebody waits for an answer, or goes on asking. */
const isBusy = () => engine.busy !== undefined || engine.queue.length > 0 || list.running;

function showState() {
  const state = !engine.ready && engine.number < 2 ? "loading" : engine.ready && !isBusy() ? "ready" : "busy";
  document.documentElement.dataset.state = state;
}
