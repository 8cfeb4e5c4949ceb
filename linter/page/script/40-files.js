// What is dropped or chosen becomes files with the names under which they are told.

const MOST = 2000;
/** Formats that take another program, by what people call them. @type {Record<string, string>} */
const OTHER = { pdf: "PDF", doc: ".doc", wps: ".wps", rtf: "RTF" };
/** Files of folders that nobody means: hidden ones and what Office and systems leave. */
const HIDDEN = /^(?:\.|~\$|__MACOSX$|Thumbs\.db$|desktop\.ini$)/;

/** @param {string} name */
const suffix = (name) => (/\.([^./]+)$/.exec(name)?.[1] || "").toLowerCase();

/** Files of an input, a folder's by their path below it. @param {FileList | null} list @returns {Dropped[]} */
function chosen(list) {
  return Array.from(list || [], (file) => ({ name: file.webkitRelativePath || file.name, file }));
}

/** Files of a drop, those of folders too. @param {DataTransfer} transfer @returns {Promise<Dropped[]>} */
async function dropped(transfer) {
  // All that the browser lends for the time of the event alone is taken first.
  const roots = Array.from(transfer.items).filter(({ kind }) => kind === "file").map((item) => ({
    file: item.getAsFile(),
    entry: item.webkitGetAsEntry(),
    handle: item.getAsFileSystemHandle?.().catch(() => null),
  }));
  /** @type {Dropped[]} */
  const found = [];
  for (const { file, entry, handle } of roots) {
    if (!entry?.isDirectory) found.push(...(file ? [{ name: file.name, file }] : []));
    else await gather(folderOf(entry, (await handle) ?? null), found);
  }
  return found;
}

/**
 * A folder by handles, or by entries where a browser has none: those cannot be listed from `file:`.
 * @param {FileSystemEntry} entry
 * @param {FileSystemHandle | null} handle
 * @returns {Folder}
 */
function folderOf(entry, handle) {
  return handle ? ofHandle(/** @type {FileSystemDirectoryHandle} */ (handle)) : ofEntry(/** @type {FileSystemDirectoryEntry} */ (entry));
}

/** Files below a folder in order of name; no more than can be listed. @param {Folder} root @param {Dropped[]} found */
async function gather(root, found) {
  const open = [root];
  while (open.length && found.length <= MOST) {
    const { name, list: members } = /** @type {Folder} */ (open.pop());
    const inside = (await members()).filter((member) => !HIDDEN.test(member.name)).sort((a, b) => (a.name < b.name ? -1 : 1));
    for (const member of inside) {
      if ("file" in member) found.push({ name: `${name}/${member.name}`, file: await member.file() });
    }
    open.push(...inside.filter((member) => "list" in member).reverse().map((member) => ({ ...member, name: `${name}/${member.name}` })));
  }
}

/** @param {FileSystemDirectoryHandle} handle @returns {Folder} */
function ofHandle(handle) {
  return {
    name: handle.name,
    async list() {
      const inside = [];
      const values = /** @type {AsyncIterable<FileSystemHandle>} */ (/** @type {any} */ (handle).values());
      for await (const member of values) {
        if (member.kind === "directory") inside.push(ofHandle(/** @type {FileSystemDirectoryHandle} */ (member)));
        else inside.push({ name: member.name, file: () => /** @type {FileSystemFileHandle} */ (member).getFile() });
      }
      return inside;
    },
  };
}

/** @param {FileSystemDirectoryEntry} folder @returns {Folder} */
function ofEntry(folder) {
  return {
    name: folder.name,
    async list() {
      const reader = folder.createReader();
      /** @type {FileSystemEntry[]} */
      const found = [];
      // A reader gives a hundred at a time, then nothing.
      for (;;) {
        /** @type {FileSystemEntry[]} */
        const some = await new Promise((resolve, reject) => reader.readEntries(resolve, reject));
        if (!some.length) break;
        found.push(...some);
      }
      return found.map((entry) => (entry.isDirectory
        ? ofEntry(/** @type {FileSystemDirectoryEntry} */ (entry))
        : { name: entry.name, file: () => new Promise((resolve, reject) => /** @type {FileSystemFileEntry} */ (entry).file(resolve, reject)) }));
    },
  };
}

/**
 * Of files those that can be checked, the rules among them, and what is told of the others.
 * @param {Dropped[]} files
 */
function sorted(files) {
  /** @type {Dropped[]} */
  const reports = [];
  /** @type {Dropped[]} */
  const rules = [];
  /** @type {string[]} */
  const notes = [];
  /** @type {string[]} */
  const left = [];
  for (const one of files) {
    const kind = suffix(one.name);
    if (one.name.split("/").some((part) => HIDDEN.test(part))) continue;
    if (kind === "yaml" || kind === "yml") rules.push(one);
    else if (OTHER[kind]) notes.push(say("asDocx", one.name, OTHER[kind]));
    else if (!engine.about || engine.about.suffixes.includes(`.${kind}`) || files.length === 1) reports.push(one);
    else left.push(one.name);
  }
  if (left.length) notes.push(say("passedOver", left.length, some(left)));
  if (reports.length > MOST) notes.push(say("tooMany", MOST, reports.length - MOST));
  return { reports: reports.slice(0, MOST), rules, notes };
}

/** The first few of names. @param {string[]} names */
const some = (names) => names.slice(0, 5).join("、") + (names.length > 5 ? "……" : "");
