import { groupBy } from "../std/group-by.js";
import { oneLine } from "../std/one-line.js";
import { lineOf, type Row } from "./formats/rows/row.js";
import { comparableText } from "./name-placeholders.js";
import { findNearCodes } from "./near-codes.js";

/** A document, and the rows of its error table. */
export interface InventoryDocument {
  readonly file: string;
  readonly rows: readonly Row[];
}

/** One row of one document. */
export interface Use {
  readonly file: string;
  readonly line: number;
  readonly code: string;
  /** `null` if the document does not say. */
  readonly httpStatus: number | null;
  readonly message: string;
}

/** Rows that belong together: by their code, their text, or codes that are near each other. */
export interface UseGroup {
  readonly codes: readonly string[];
  readonly uses: readonly Use[];
}

/** Counts of a document's codes that other documents have. */
interface DocumentCounts {
  readonly file: string;
  readonly codes: number;
  /** The codes that another document has with the same texts and statuses. */
  readonly shareable: number;
  /** The codes that another document has with other texts or statuses. */
  readonly different: number;
}

/** The common codes of several documents, and the contradictions between them. */
export interface Inventory {
  readonly documents: readonly DocumentCounts[];
  /** The same code with other texts or statuses in another document. */
  readonly different: readonly UseGroup[];
  /** Codes that are near each other. */
  readonly near: readonly UseGroup[];
  /** The same text under other codes in another document. */
  readonly sameText: readonly UseGroup[];
  /** The same code with the same texts and statuses in several documents. */
  readonly shareable: readonly UseGroup[];
}

/** Compares the error tables of several documents. */
export function takeInventory(documents: readonly InventoryDocument[]): Inventory {
  const uses = documents.flatMap(({ file, rows }) => rows.map((row) => toUse(file, row)));
  const byCode = groupBy(uses, ({ code }) => code);
  const inSeveral = [...byCode].filter(([, group]) => filesOf(group).size > 1);
  const toGroup = ([code, group]: readonly [string, readonly Use[]]) => ({
    codes: [code],
    uses: group,
  });
  const different = inSeveral.filter(([, group]) => isDifferent(group)).map(toGroup);
  const shareable = inSeveral.filter(([, group]) => !isDifferent(group)).map(toGroup);
  return {
    documents: documents.map(({ file }) => countCodes(file, uses, { different, shareable })),
    different,
    near: findNearCodes([...byCode.keys()]).map((codes) => ({
      codes,
      uses: codes.flatMap((code) => byCode.get(code) ?? []),
    })),
    sameText: findSameTexts(uses),
    shareable,
  };
}

function toUse(file: string, row: Row): Use {
  const { code, httpStatus = null, message } = row;
  return { file, line: lineOf(row), code, httpStatus, message: oneLine(message) };
}

/** The text as it is compared: each document has names of its own for placeholders. */
function messageKey({ message }: Use): string {
  return comparableText(message)
    .toLowerCase()
    .replace(/[.\s]+$/, "");
}

function filesOf(uses: readonly Use[]): ReadonlySet<string> {
  return new Set(uses.map(({ file }) => file));
}

/** Whether two documents have other texts or statuses of one code. */
function isDifferent(uses: readonly Use[]): boolean {
  const meanings = [...groupBy(uses, ({ file }) => file).values()].map((group) => {
    const keys = group.map((use) => JSON.stringify([messageKey(use), use.httpStatus]));
    return [...new Set(keys)].sort().join();
  });
  return new Set(meanings).size > 1;
}

function findSameTexts(uses: readonly Use[]): readonly UseGroup[] {
  const byText = groupBy(
    uses.filter((use) => messageKey(use) !== ""),
    messageKey,
  );
  return [...byText.values()]
    .map((group) => ({ codes: [...new Set(group.map(({ code }) => code))], uses: group }))
    .filter(({ codes, uses: group }) => codes.length > 1 && filesOf(group).size > 1);
}

function countCodes(
  file: string,
  uses: readonly Use[],
  { different, shareable }: Pick<Inventory, "different" | "shareable">,
): DocumentCounts {
  const own = new Set(uses.filter((use) => use.file === file).map(({ code }) => code));
  const count = (groups: readonly UseGroup[]) =>
    groups.filter((group) => filesOf(group.uses).has(file)).length;
  return { file, codes: own.size, shareable: count(shareable), different: count(different) };
}
