import { codesOf, type Entry, wordingsOf } from "../catalog/entry.js";
import { type Manifest, tablesOf } from "../catalog/manifest.js";
import { descriptionAfter } from "./description-after.js";
import type { Row } from "./formats/rows/row.js";
import { isInstance } from "./is-instance.js";
import { comparableText } from "./name-placeholders.js";

/** A field that a document has otherwise than the catalog. */
export interface FieldChange {
  readonly field: "code" | "httpStatus" | "message" | "description" | "documented" | "retired";
  readonly before: unknown;
  readonly after: unknown;
}

/**
 * Finds what a row has otherwise than its entry. `isKnown` says that the document was evidence
 * before.
 */
export function findChanges(
  entry: Entry,
  row: Row,
  manifest: Manifest,
  isKnown: boolean,
): FieldChange[] {
  const isUndocumented = !entry.documented && tablesOf(manifest).length > 0;
  return [
    ...findChangedCode(entry, row),
    ...findChangedStatus(entry, row),
    ...findChangedTexts(entry, row),
    ...(isKnown || !isUndocumented ? [] : [toChange("documented", false, true)]),
    ...(isKnown || entry.retired === undefined
      ? []
      : [toChange("retired", entry.retired.since, null)]),
  ];
}

function findChangedCode(entry: Entry, { code }: Row): FieldChange[] {
  return codesOf(entry).includes(code) ? [] : [toChange("code", entry.code, code)];
}

function findChangedStatus(entry: Entry, { httpStatus }: Row): FieldChange[] {
  if (httpStatus === undefined || httpStatus === entry.httpStatus) return [];
  return [toChange("httpStatus", entry.httpStatus, httpStatus)];
}

function findChangedTexts(entry: Entry, row: Row): FieldChange[] {
  const known = wordingsOf(entry)
    .map((message) => descriptionAfter(message, row))
    .find((found) => found !== undefined);
  const { description } = known ?? row;
  const isSure = known !== undefined || !row.unsure.includes("description");
  const isChanged =
    isSure &&
    description !== undefined &&
    comparableText(description) !== comparableText(entry.description);
  const isReworded = known === undefined && !isInstance(row.message, entry);
  return [
    ...(isReworded ? [toChange("message", entry.message, row.message)] : []),
    ...(isChanged ? [toChange("description", entry.description, description)] : []),
  ];
}

function toChange(field: FieldChange["field"], before: unknown, after: unknown): FieldChange {
  return { field, before, after };
}
