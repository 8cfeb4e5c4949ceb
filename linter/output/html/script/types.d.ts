/** What `view.py` says of a report, and what the scripts make of it, to their checker; no part of the page. */

type Severity = "error" | "warning" | "info";
type State = "wrong" | "check" | "note" | "right" | "held";
type Lang = "zh" | "en";
type Child = Node | string | number | null | undefined | false;

interface Spot { document: number; start: number; end: number; label: string; where: string }
interface Piece { start: number; text: string; column: number }
interface Part {
  kind: "paragraph" | "heading" | "table"; start: number; text?: string; level?: number; rows?: Piece[][];
}
interface Chapter { title: string; depth: number; document: number; start: number }
interface Fault {
  rule: string; name: string; basis: string; severity: Severity; message: string; suggestion: string;
  calculation: string; section: string; where: string; quote: string; fingerprint: string; places: Spot[];
  /** Whether it is told as less than its rule's severity, and which findings dispute what it is reckoned from. */
  milder?: boolean; first?: number[];
  /** Whether its first place is that of a suspected figure, not what it is about. */
  suspected?: boolean;
}
interface Relation {
  rule: string; name: string; state: State; calculation: string; places: Spot[]; finding?: number;
}
interface Unchecked { rule: string; name: string; subject: string; reason: string; place?: Spot }
interface View {
  path: string; title: string; year: number | null; lang: Lang;
  profile: { id: string; name: string; reason: string; likely: string; missing: number };
  counts: { error: number; warning: number; info: number; passed: number; held: number; unchecked: number; figures: number; unlooked: number };
  documents: { path: string; blocks: Part[] }[];
  chapters: Chapter[]; findings: Fault[]; relations: Relation[]; unchecked: Unchecked[];
}

/** A stretch of the text that takes part in something: on the screen, one or more pieces. */
interface Figure {
  at: number; spot: Spot; text: string; state: State; relations: number[];
  /** The findings that are about it, and all that name it. */
  own: number[]; findings: number[]; pieces: HTMLElement[];
}

/** What is asked of the lists. */
interface Choice { severity: Severity | ""; chapter: string; rule: string }
type Tab = "findings" | "right" | "unchecked";

/** All that one shown report knows: the parts of the screen, and where the reader is. */
interface Reader {
  view: View; words: Words; index: Index; frame: HTMLElement;
  /** The chapter that was gone to, until the reader scrolls. */
  pinned?: number;
  choice: Choice; tab: Tab; current: number; shown: number;
  /** Whether the list was opened and the text has not gone anywhere yet. */
  fresh: boolean;
  /** The figures that were opened one from the other, the last the one that is open; each before those it stands in. */
  trail: number[][];
}
interface Index {
  figures: Figure[]; byKey: Map<string, number>; blocks: { document: number; start: number; element: HTMLElement }[];
  /** The chapter of each finding, -1 before the first. */
  chapters: number[];
}
type Words = (typeof WORDS)["zh"];
