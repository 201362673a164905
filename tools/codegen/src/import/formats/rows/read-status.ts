import { STATUS_CODES } from "node:http";

/**
 * The HTTP status in a text; undefined if the text is empty, null if it holds several or something
 * else. No error has a status below 400, but an API may answer errors with 200.
 */
export function readStatus(text: string): number | null | undefined {
  if (text === "") return undefined;
  const found = new Set(text.match(/(?<![\d.])[1-5]\d\d(?![\d.])/g) ?? []);
  const [status] = found;
  // A column of statuses may have such as no registry lists: 420, 520, 529.
  return found.size === 1 && status !== undefined && OF_AN_ERROR.test(status)
    ? Number(status)
    : null;
}

const OF_AN_ERROR = /^(?:200|[45]\d\d)$/;

/** Whether a text is the HTTP status of an answer that may say an error. */
export function isStatus(text: string): boolean {
  return text in STATUS_CODES && OF_AN_ERROR.test(text);
}

/** The status that a constant such as `NOT_FOUND` or `StatusNotFound` is; undefined for others. */
export function statusOfName(name: string): string | undefined {
  return STATUS_BY_NAME.get(joinWords(name).replace(/^status/, ""));
}

/** By what HTTP calls them, as one word: `notfound`. */
const STATUS_BY_NAME: ReadonlyMap<string, string> = new Map(
  Object.entries(STATUS_CODES).flatMap(([status, name = ""]) =>
    /^[45]/.test(status) ? [[joinWords(name), status] as const] : [],
  ),
);

function joinWords(name: string): string {
  return name.toLowerCase().replaceAll(/[\W_]/g, "");
}
