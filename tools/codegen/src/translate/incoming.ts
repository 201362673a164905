import type { Translation } from "../catalog/catalog.js";
import { STATUSES } from "../catalog/locale-state.js";
import type { Location, Problem } from "../problem/problem.js";
import type { Texts } from "./outgoing.js";

/** The texts of one entry, as a translator returned them. */
export interface IncomingText {
  readonly name: string;
  /** The source that the translator saw, as far as the file has it. */
  readonly source: Partial<Texts>;
  /** The hash of that source, if the file has kept it. */
  readonly sourceHash: string | undefined;
  /** At least one of the two texts. */
  readonly target: Partial<Texts>;
  /**
   * `todo` if the file says that the text needs work; `unstated` if it does not say how far the
   * text is.
   */
  readonly status: Translation["status"] | "todo" | "unstated";
  /** The place of the entry in the file, or of one of its texts. */
  readonly locate: (field?: string) => Location;
}

/** A file that a translator returned. Entries without any text are left out. */
export interface Incoming {
  /** The id of the catalog that exported the file; undefined if the file does not name it. */
  readonly catalog: string | undefined;
  /** Undefined if the file does not name the locale. */
  readonly tag: string | undefined;
  readonly texts: readonly IncomingText[];
  /** The names of the entries that are malformed in the file. */
  readonly malformed: readonly string[];
  /** The problems of the file itself. */
  readonly problems: readonly Problem[];
}

const ORDER: readonly IncomingText["status"][] = ["todo", "unstated", ...STATUSES];

/** The less trusted of two statuses: an entry is as trusted as the less trusted of its texts. */
export function lesserStatus(
  one: IncomingText["status"],
  other: IncomingText["status"],
): IncomingText["status"] {
  return ORDER.indexOf(one) < ORDER.indexOf(other) ? one : other;
}
