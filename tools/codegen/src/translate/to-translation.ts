import type { Review } from "../catalog/catalog.js";
import { hashSource, type TextFacts } from "../catalog/source-hash.js";
import { requiredFields, type Texts, type TextUnit } from "../catalog/text-unit.js";
import type { IncomingText } from "./incoming.js";

/** The state of an imported unit in the catalog. */
export interface CurrentText {
  /** Undefined for a unit that belongs to no error. */
  readonly entry: TextFacts | undefined;
  /** The unit that the locale has. */
  readonly unit: TextUnit | undefined;
  readonly source: Texts | undefined;
  /** The hash of the source; undefined if there is nothing to translate from. */
  readonly sourceHash: string | undefined;
}

/** The texts of a unit, and the fields that it lacks. */
export interface CompletedTexts {
  readonly texts: Texts;
  readonly lacking: readonly string[];
}

/**
 * All texts of a unit. A tool may return only those that were worked on: then the others are the
 * ones that the locale has, unless their source has changed.
 */
export function completeTexts(
  { name, target }: IncomingText,
  current: CurrentText,
): CompletedTexts {
  const texts = { ...(isFresh(current) ? current.unit?.texts : undefined), ...target };
  const needed = new Set([...requiredFields(name), ...Object.keys(current.source ?? {})]);
  return { texts, lacking: [...needed].filter((field) => texts[field] === undefined) };
}

/**
 * Whether a unit still waits for its translation: the file says so, and the locale does not have it
 * or the file has the source in place of a text, as many tools do. Where a tool has dropped the
 * states, a unit that is all source waits too.
 */
export function isWaiting(text: IncomingText, texts: Texts, current: CurrentText): boolean {
  const { status } = text;
  const { unit, source } = current;
  if (status === "unstated" && unit === undefined) return !hasWork(text, current);
  const hasSource = Object.keys(texts).some((field) => texts[field] === source?.[field]);
  return status === "todo" && (unit === undefined || hasSource);
}

/** Whether a unit has a text that is neither the source nor the locale's: somebody's work. */
export function hasWork({ target }: IncomingText, { unit, source }: CurrentText): boolean {
  return Object.entries(target).some(
    ([field, text]) => text !== source?.[field] && text !== unit?.texts[field],
  );
}

/** Whether nobody has worked on a unit: it is the one that the locale has. */
export function isUntouched({ status }: IncomingText, texts: Texts, current: CurrentText): boolean {
  const { unit, sourceHash } = current;
  const fields = Object.keys(texts);
  if (unit === undefined || fields.some((field) => unit.texts[field] !== texts[field]))
    return false;
  const isConfirmed = status === unit.status && isFresh(current);
  return sourceHash === undefined || status === "todo" || status === "unstated" || isConfirmed;
}

/** The unit that imported texts become. */
export function toTextUnit(
  { status, source: seen, sourceHash, allow = [] }: IncomingText,
  texts: Texts,
  { entry, unit, source = {} }: CurrentText,
): TextUnit {
  const fields = Object.keys(source).map((field) => [field, seen[field] ?? source[field] ?? ""]);
  const excused = [...new Set([...(unit?.allow ?? []), ...allow])];
  const seenHash = sourceHash ?? hashSource(entry, Object.fromEntries(fields));
  return {
    texts,
    status: toStatus(status),
    // Whoever changes a text and leaves it marked as work to do has not compared it with the
    // source.
    sourceHash: (status === "todo" ? unit?.sourceHash : undefined) ?? seenHash,
    ...(excused.length > 0 && { allow: excused }),
  };
}

function toStatus(status: IncomingText["status"]): Review["status"] {
  if (status === "todo") return "machine";
  // A text that comes back changed and without a state is somebody's translation.
  return status === "unstated" ? "translated" : status;
}

function isFresh({ unit, sourceHash }: CurrentText): boolean {
  return unit !== undefined && unit.sourceHash === sourceHash;
}
