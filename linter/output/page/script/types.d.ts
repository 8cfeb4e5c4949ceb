/** What `contents.py` says of the data, to the scripts' checker; no part of the page. */

interface Rule { id: string; name: string; family: string; severity: Severity; basis?: string; rejected?: number; often?: boolean }
interface Unit {
  name: string; region?: string; reports?: number; errors?: number; warnings?: number;
  across?: number; unread?: number; missing?: number;
}
interface Report { path: string; unit: number; title: string; unread?: boolean; score?: number; passed?: number }
interface Spot { parts?: ["" | "own" | "other", string][]; where?: string; path?: string; report?: number }
interface Found {
  rule: number; severity: Severity; message: string; spots: Spot[]; units: number[]; report?: number;
  calculation?: string; suggestion?: string; across?: boolean; rejected?: boolean; review?: string; since?: "new" | "left";
}
interface Row { unit: string; title?: string; path?: string; why?: string }
interface Changed { report: number; left?: number; new?: number; mended?: [string, string][] }
type Severity = "error" | "warning" | "info";
type ListName = "unread" | "missing" | "twice" | "unlisted" | "other_year";
interface Contents {
  version: string; files: string; severities: Record<Severity, string>; rules: Rule[]; units: Unit[]; ranking: number[];
  reports: Report[]; findings: Found[]; lists: Partial<Record<ListName, Row[]>>;
  reasons: [string, number][]; changes: Changed[];
}

/** What is asked of the table of findings; all words, as the address says them. */
interface Choice {
  q: string; severity: string; unit: string; rule: string; kind: string; report: string; sort: string; page: string;
}

type Child = Node | string | number | null | undefined | false;

/** A bar of a chart: its label, and a length for each of the chart's series. */
interface Bar { label: string; lengths: number[]; href?: string }

declare const d3: typeof import("d3-axis") & typeof import("d3-scale") & typeof import("d3-selection");
