import type { Entry, Translation } from "../catalog/catalog.js";
import { hashSource } from "../catalog/source-hash.js";
import type { IncomingText } from "./incoming.js";
import type { Texts } from "./outgoing.js";

/** The state of an imported text in the catalog. */
export interface CurrentText {
  /** Undefined for the text of unrecognized errors. */
  readonly entry: Entry | undefined;
  readonly translation: Translation | undefined;
  readonly source: Texts | undefined;
  /** The hash of the source; undefined if there is nothing to translate from. */
  readonly sourceHash: string | undefined;
}

/**
 * Both texts of an entry; undefined if one is missing. A tool may return only the unit that was
 * worked on: then the other text is the one that the locale has, unless its source has changed.
 */
export function completeText({ target }: IncomingText, current: CurrentText): Texts | undefined {
  const present = isFresh(current) ? current.translation : undefined;
  const { message = present?.message, description = present?.description } = target;
  return message === undefined || description === undefined ? undefined : { message, description };
}

/**
 * Whether nobody has worked on a text: it still waits for its translation, or it is the one that
 * the locale has.
 */
export function isUntouched(
  { status }: IncomingText,
  { message, description }: Texts,
  current: CurrentText,
): boolean {
  const { translation, source, sourceHash } = current;
  // Many tools fill a text that waits for its translation with the source.
  if (status === "todo" && (translation === undefined || message === source?.message)) return true;
  if (translation?.message !== message || translation.description !== description) return false;
  const isConfirmed = status === translation.status && isFresh(current);
  return sourceHash === undefined || status === "todo" || status === "unstated" || isConfirmed;
}

/** The translation that a text becomes. */
export function toTranslation(
  text: IncomingText,
  { message, description }: Texts,
  { entry, translation, source }: CurrentText,
): Translation {
  const { status } = text;
  const seenHash =
    text.sourceHash ??
    hashSource(entry, {
      message: text.source.message ?? source?.message ?? "",
      description: text.source.description ?? source?.description ?? "",
    });
  return {
    message,
    description,
    status: toStatus(status),
    // Whoever changes a text and leaves it marked as work to do has not compared it with the
    // source.
    sourceHash: (status === "todo" ? translation?.sourceHash : undefined) ?? seenHash,
    ...(translation?.allow && { allow: translation.allow }),
  };
}

function toStatus(status: IncomingText["status"]): Translation["status"] {
  if (status === "todo") return "machine";
  // A text that comes back changed and without a state is somebody's translation.
  return status === "unstated" ? "translated" : status;
}

function isFresh({ translation, sourceHash }: CurrentText): boolean {
  return translation !== undefined && translation.sourceHash === sourceHash;
}
