import { type KnownJudgment, type KnownMembers, withText } from "./known-error.js";
import { NO_PARAMS } from "./match-text.js";
import { type Template, toTemplate } from "./template.js";

/** An error of the table. */
export interface TableEntry {
  /** The message and the variants; none where errors outside of the table have the code too. */
  readonly wordings: readonly Template[];
  /** The message, to be compared before all else; undefined where it has placeholders. */
  readonly message: string | undefined;
  /** The error without a text, frozen. Its name is empty where there are no wordings. */
  readonly error: KnownMembers;
  /** The error whose message came to the letter, frozen; undefined where it has placeholders. */
  readonly exact: KnownMembers | undefined;
}

/** Reads an error of the table: its category and judgment, its code, and its name and texts. */
export function readEntry(group: string, code: string, cells: string): TableEntry {
  const [category, fault, outcome, retry, httpStatus] = group.split(" ");
  const [name = "", text, ...variants] = cells.split("|");
  const words = name.split(" ");
  const wordings = [text || name, ...variants]
    .filter(Boolean)
    .map((wording) => toTemplate(wording, words));
  // By destructuring: an index that a list lacks may be a member of `Array.prototype`.
  const [first] = wordings;
  const message = first?.length === 1 ? first[0] : undefined;
  const params = message === undefined ? null : NO_PARAMS;
  const judged = {
    name: name.toUpperCase().replaceAll(" ", "_"),
    code,
    httpStatus: Number(httpStatus) || null,
    category,
    fault,
    outcome,
    retry,
  } as KnownJudgment;
  const error = Object.freeze(withText(judged, params, null, false));
  const exact =
    message === undefined ? undefined : Object.freeze(withText(judged, params, message, false));
  return { wordings, message, error, exact };
}
