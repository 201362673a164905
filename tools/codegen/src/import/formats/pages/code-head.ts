import { isHeadingOfCodes } from "../rows/headings.js";
import { readStatus } from "../rows/read-status.js";

/** A code that a text begins with, and the rest of the text. */
export interface CodeHead {
  readonly code: string;
  /** A second word of the form of a name, right after the code. */
  readonly name?: string | undefined;
  /** A number in parentheses that is all that follows: `CURLE_OK (0)`. */
  readonly number?: string | undefined;
  /** The status before the code: `400 - invalid_request: text`. */
  readonly status?: string | undefined;
  /** Empty if nothing else follows. */
  readonly rest: string;
}

const HEAD =
  /^["'`([]{0,2}(-?\d{2,12}|0x[\da-fA-F]{2,16}|[A-Z]{1,8}[-_]?\d{2,}[A-Z]?|[A-Z](?:[A-Z0-9]*_|[A-Z0-9]+\.)[A-Z0-9]+(?:[_.][A-Z0-9]+)*|[a-z](?:[a-z0-9]*_|[a-z0-9]+\.)[a-z0-9]+(?:[_.][a-z0-9]+)*|[A-Z][a-z0-9]+(?:(?:[A-Z][a-z0-9]+)+(?:\.[A-Z]\w+)*|(?:\.[A-Z]\w+)+))["'`)\]]{0,2}(?:\s*[:.–—=-]+\s+|\s*[:–—=]\s*|\s+|$)/;

/** Words that go before a code. */
const LABEL = /^(?:(?:error|err|code|status|exception)\b[ :#-]{1,3}|#){1,3}/i;

/** Words before what may be a code: `Código: E1`, `Fehlercode 1001`. */
const LABELED =
  /^(\p{L}[\p{L} ]{0,40}?)(?:\s*[:：]\s*|\s+)(?=["'`([]{0,2}(?:-?\d|[A-Z]+[\d_.-]|[a-z]+[_.]))/u;

/** A heading such as `2023-01-01` or `10.2` has no code. */
const NO_CODE = /^\D{0,3}(?:\d{4}-\d\d|\d+\.\d)/;

/** A text without the words that call what follows a code, in any language of headings. */
function withoutLabel(text: string): string {
  const [label, words = ""] = LABELED.exec(text) ?? [];
  return label !== undefined && isHeadingOfCodes(words) ? text.slice(label.length) : text;
}

/** The code that a text begins with; undefined if it begins with none. */
export function readCodeHead(text: string): CodeHead | undefined {
  if (NO_CODE.test(text)) return undefined;
  const bare = withoutLabel(text.replace(LABEL, ""));
  const [head, code] = HEAD.exec(bare) ?? [];
  if (head === undefined || code === undefined) return undefined;
  const rest = bare.slice(head.length).trim();
  // `1000–1099: reserved` is a range.
  if (/[–—-]\s*$/.test(head) && /^-?\d+\s*[:=]|^\d{2,}$/.test(rest)) return undefined;
  const number = /^\((-?\d+|0x[\da-f]+)\)$/i.exec(rest)?.[1];
  if (number !== undefined) return { code, number, rest: "" };
  const [whole, name] =
    /^\(?["'`]?([A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+|[A-Z]{4,}|[A-Z][a-z0-9]+(?:[A-Z][a-z0-9]+)+)["'`]?\)?(?:\s*[:.–—-]\s*|\s+|$)/.exec(
      rest,
    ) ?? [];
  if (whole !== undefined) return { code, name, rest: rest.slice(whole.length) };
  const [typed, type] = /^["'`]?([a-z]+(?:_[a-z0-9]+)+)["'`]?\s*[:–—-]\s+(?=\S)/.exec(rest) ?? [];
  const isStatus = /^\d/.test(code) && typeof readStatus(code) === "number";
  if (typed === undefined || type === undefined || !isStatus) return { code, rest };
  return { code: type, status: code, rest: rest.slice(typed.length) };
}
