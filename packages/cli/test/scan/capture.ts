import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { run } from "../run.js";

/** The part of a report that tests look at. */
export interface ScanReport {
  readonly read: Readonly<Record<string, number>>;
  readonly errors: readonly {
    readonly name: string;
    readonly code: string | null;
    readonly count: number;
    readonly first: string | null;
    readonly last: string | null;
  }[];
  readonly mayHaveBeenExecuted: {
    readonly count: number;
    readonly reads: number;
    readonly requests: readonly {
      readonly name: string;
      readonly time: string | null;
      readonly place: { readonly file: string; readonly line: number; readonly entry?: number };
      readonly method: string | null;
      readonly path: string | null;
    }[];
  };
  readonly unknown: readonly { readonly code: string; readonly texts: readonly object[] }[];
  readonly drift: readonly { readonly name: string }[];
  readonly invalid: readonly { readonly status: number | null; readonly count: number }[];
  readonly periods?: readonly { readonly time: string; readonly counts: object }[];
  readonly problems: readonly { readonly file: string; readonly message: string }[];
}

/** Writes captures into a new folder, and returns it. */
export function writeCaptures(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = mkdtempSync(join(tmpdir(), "captures-"));
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  return folder;
}

/** Scans a capture, and returns the exit code and the report. */
export function scanCapture(
  content: string | Uint8Array,
  ...options: readonly string[]
): { readonly status: number | null; readonly report: ScanReport } {
  const cwd = writeCaptures({ capture: content });
  const { status, output } = run(["scan", "capture", "--json", ...options], { cwd });
  return { status, report: JSON.parse(output) };
}
