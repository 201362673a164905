import { STATUS_CODES } from "node:http";

/**
 * The HTTP status in a text; undefined if the text is empty, null if it holds several or something
 * else.
 */
export function readStatus(text: string): number | null | undefined {
  if (text === "") return undefined;
  const found = new Set(text.match(/(?<!\d)[1-5]\d\d(?!\d)/g) ?? []);
  const [status] = found;
  return found.size === 1 && status !== undefined && status in STATUS_CODES ? Number(status) : null;
}
