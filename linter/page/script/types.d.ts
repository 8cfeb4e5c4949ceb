/** What the page's scripts say to each other and to the worker; no part of the page. */

type Lang = "zh" | "en";
type Severity = "error" | "warning" | "info";
type Child = Node | string | number | null | undefined | false;

/** What the desk tells of its rules (`desk.py`). */
interface About { version: string; rules: number; profiles: { id: string; name: string }[]; suffixes: string[] }

/** What the desk says of a submission. */
interface Checked {
  title: string; unit: string; profile: string; unread: string;
  /** Which of the files are Word files. */
  word: number[];
 
  counts: Record<Severity | "passed", number>; found: Brief[]; view?: View;
}

/** A finding by which a later draft tells what became of it. */
interface Brief { fingerprint: string; severity: Severity; message: string; section: string }

/** What the desk says of a bureau's own files. */
interface Laid extends About {
  own: { file: string; rules: string[]; profile: string }[];
  refused: { file: string; line: number; message: string }[];
}

type Ask = "check" | "docx" | "html" | "json" | "ledger" | "rules";
interface Question { ask: Ask; at?: number; key?: string; keys?: string[]; profile?: string; lang?: Lang; view?: boolean }
interface Answer<T> { value: T; data?: ArrayBuffer; heap: number }

/** A file that was dropped or chosen, by the name under which it is told. */
interface Dropped { name: string; file: File }

/** A folder that was dropped: its members are listed when they are asked for. */
interface Folder { name: string; list: () => Promise<(Folder | { name: string; file: () => Promise<File> })[]> }
interface DataTransferItem { getAsFileSystemHandle?(): Promise<FileSystemHandle | null> }

/** One report in the list: one file, or several together. */
interface Item {
  key: string; name: string; files: Dropped[];
  state: "waiting" | "working" | "done" | "failed";
  /** Whether its report is shown as soon as it is there. */
  show: boolean;
  /** Which worker has it: another one does not know it any more. */
  worker: number;
  checked?: Checked;
  /** The draft before it: its name, and what was found in it. */
  before?: { name: string; found: Brief[] };
  /** With which files it was dropped: those of one drop are no drafts of each other. */
  turn: number;
  why?: string;
}

/** What the report view shows (`view.py`), and what shows it. */
interface View { path: string }
declare function reportView(root: HTMLElement, view: View, options: { lang: Lang }): void;
interface Window { jixiao?: boolean }
