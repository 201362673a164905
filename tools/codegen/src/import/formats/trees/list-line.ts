import { oneLine } from "../../../std/one-line.js";
import { MAX_CODE } from "../rows/looks-like-code.js";
import { readStatus } from "../rows/read-status.js";
import { type Row, unsureOf } from "../rows/row.js";

/** A code that a line of a list may be about, and the text after it. */
interface ListItem {
  readonly code: string;
  readonly rest: string;
}

/**
 * Splits a line of a list or of a table into a code and the text after it, in each way that it may
 * be meant: in `- a-b: text`, the code is `a-b` or `a`, and in `-1: text` it is `1` or `-1`.
 */
export function* splitListLine(line: string): Generator<ListItem> {
  const content = line.trim();
  const bullet = /^[-*+|]?[ \t]*[`"'*]*/.exec(content)?.[0].length ?? 0;
  const quotes = /^[`"'*]*/.exec(content)?.[0].length ?? 0;
  for (const start of new Set([bullet, quotes])) {
    const head = content.slice(start, start + MAX_CODE);
    for (const { 0: separator, index } of head.matchAll(/[`"'*]*[ \t]*[-:|–—=]+/g)) {
      if (index === 0) continue;
      yield {
        code: head.slice(0, index),
        rest: content.slice(start + index + separator.length).trimStart(),
      };
    }
  }
}

/** What a list says of a code. */
export type ListText = Pick<Row, "httpStatus" | "message" | "unsure">;

/** The text after a code, and the status if the text begins with one; undefined if it is empty. */
export function readListText(rest: string): ListText | undefined {
  const content = rest.trimEnd().replace(/\|$/, "").trimEnd();
  if (content === "") return undefined;
  const [statuses = "", listed = ""] = STATUSES.exec(content) ?? [];
  const text = oneLine(content.slice(statuses.length));
  const status = text === "" ? undefined : readStatus(listed);
  return {
    message: text || oneLine(content),
    ...(typeof status === "number" && { httpStatus: status }),
    unsure: unsureOf({ httpStatus: status === null, message: true }),
  };
}

const STATUSES = /^([1-5]\d\d(?:[ \t]*[/,][ \t]*[1-5]\d\d)*)[ \t]*[-:|–—][ \t]*/;
