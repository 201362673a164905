import type { Colors } from "picocolors/types.js";
import type { Catalog, Entry } from "../../catalog/catalog.js";
import { describeState, localeState } from "../../catalog/locale-state.js";
import { countEach } from "../../std/count-each.js";

/** The width of a bar, in characters. */
const BAR = 20;

/** Prints how far a catalog has come: the decisions about its entries, and each locale's texts. */
export function printProgress(catalog: Catalog, colors: Colors): readonly string[] {
  const rows = [
    entriesRow(catalog),
    ...catalog.locales.map((locale) => localeRow(catalog, locale)),
  ];
  const width = Math.max(...rows.map(({ label }) => label.length));
  return rows.map(({ label, done, total, remark }) => {
    const share = total === 0 ? 1 : done / total;
    // Not full before all is done.
    const filled = Math.floor(share * BAR);
    const bar = `${colors.green("█".repeat(filled))}${colors.dim("░".repeat(BAR - filled))}`;
    const percent = `${Math.floor(share * 100)}%`.padStart(4);
    return `  ${label.padEnd(width)}  ${bar} ${percent}  ${remark}`;
  });
}

/** One line of the report. */
interface Row {
  readonly label: string;
  readonly done: number;
  readonly total: number;
  readonly remark: string;
}

function entriesRow({ entries }: Catalog): Row {
  const drafts = entries.filter(({ draft = [] }) => draft.length > 0);
  const done = entries.length - drafts.length;
  const remark = `${done} of ${entries.length} decided`;
  const open = drafts.length === 0 ? "" : `; to decide: ${listFields(drafts)}`;
  return { label: "entries", done, total: entries.length, remark: `${remark}${open}` };
}

/** Lists the undecided fields, each with the number of entries, those with the most first. */
function listFields(drafts: readonly Entry[]): string {
  const counts = countEach(drafts.flatMap(({ draft = [] }) => draft));
  const sorted = [...counts].sort(([, a], [, b]) => b - a);
  return sorted.map(([field, number]) => `${field} ${number}`).join(", ");
}

function localeRow(catalog: Catalog, locale: Catalog["locales"][number]): Row {
  const state = localeState(catalog, locale);
  const { total, missing, stale } = state;
  const done = total - missing.length - stale.length;
  return { label: locale.tag, done, total, remark: describeState(state) };
}
