import type { Review, TextCheck } from "../catalog/catalog.js";
import { STATUSES } from "../catalog/locale-state.js";
import type { Texts } from "../catalog/text-unit.js";
import type { Location, Problem } from "../problem/problem.js";

/** The texts of one unit, as a translator returned them. */
export interface IncomingText {
  /** The unit's name. */
  readonly name: string;
  /** The source that the translator saw, by field, as far as the file has it. */
  readonly source: Texts;
  /** The hash of that source, if the file has kept it. */
  readonly sourceHash: string | undefined;
  /** By field; at least one text. */
  readonly target: Texts;
  /**
   * `todo` if the file says that the text needs work; `unstated` if it does not say how far the
   * text is.
   */
  readonly status: Review["status"] | "todo" | "unstated";
  /** Whether the file calls all of the texts approved. */
  readonly isApproved?: boolean;
  /** The checks that the texts are excused from, beside those that the locale excuses them from. */
  readonly allow?: readonly TextCheck[];
  /** The place of the unit in the file, or of one of its texts. */
  readonly locate: (field?: string) => Location;
}

/** A file that a translator returned. Units without any text are left out. */
export interface Incoming {
  /** The id of the catalog that exported the file; undefined if the file does not name it. */
  readonly catalog: string | undefined;
  /** Undefined if the file does not name the locale. */
  readonly tag: string | undefined;
  readonly texts: readonly IncomingText[];
  /** The names of the units that are malformed in the file. */
  readonly malformed: readonly string[];
  /** The problems of the file itself. */
  readonly problems: readonly Problem[];
}

/** Returns what is in a file that cannot be read. */
export function nothingIn(problems: readonly Problem[]): Incoming {
  return { catalog: undefined, tag: undefined, texts: [], malformed: [], problems };
}

const ORDER: readonly IncomingText["status"][] = ["todo", "unstated", ...STATUSES];

/** The less trusted of two statuses: a unit is as trusted as the least trusted of its texts. */
export function lesserStatus(
  one: IncomingText["status"],
  other: IncomingText["status"],
): IncomingText["status"] {
  return ORDER.indexOf(one) < ORDER.indexOf(other) ? one : other;
}
