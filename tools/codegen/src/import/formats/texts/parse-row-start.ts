import { isStatus } from "../rows/read-status.js";

/** The beginning of a line of run-together columns. */
export interface RowStart {
  readonly code: string;
  readonly httpStatus: number;
  /** The rest of the line. */
  readonly rest: string;
  /** Whether the digits could be split into code and status in another way. */
  readonly isAmbiguous: boolean;
}

/**
 * Parses the code and the HTTP status that a line begins with; undefined if it begins with neither.
 */
export function parseRowStart(line: string): RowStart | undefined {
  // `0001 400...`, `order.not_found 404...`: a space separates the two, so no other split is tried.
  const separate =
    /^(-?\d{1,12}|[A-Za-z][A-Za-z\d]*(?:[_.-][A-Za-z\d]+)+)\s+([1-5]\d\d)(?!\d)(.*)$/.exec(line);
  if (separate) return toStart(separate.slice(1), false);
  return parseDigits(line) ?? parseLongDigits(line) ?? parseWord(line);
}

function toStart(
  [code = "", status = "", rest = ""]: readonly (string | undefined)[],
  isAmbiguous: boolean,
): RowStart | undefined {
  if (!isStatus(status)) return undefined;
  return { code, httpStatus: Number(status), rest, isAmbiguous };
}

/** `0001400Bad request`: the status is the last three digits. */
function parseDigits(line: string): RowStart | undefined {
  const found = /^(-?\d+?)([1-5]\d\d)(?!\d)(.*)$/.exec(line);
  return found ? toStart(found.slice(1), false) : undefined;
}

/**
 * `000140024 hours are over`: the message begins with digits, so the status is the last one that
 * exists.
 */
function parseLongDigits(line: string): RowStart | undefined {
  const sign = line.startsWith("-") ? 1 : 0;
  const digits = /^-?(\d+)/.exec(line)?.[1]?.length ?? 0;
  for (let at = sign + digits - 4; at > sign; at--) {
    const parts = [line.slice(0, at), line.slice(at, at + 3), line.slice(at + 3)];
    const start = toStart(parts, true);
    if (start !== undefined) return start;
  }
  return undefined;
}

/** `order.not_found404Order not found`, `E1001404Order not found`. */
function parseWord(line: string): RowStart | undefined {
  const found =
    /^([A-Za-z][A-Za-z\d]*(?:[_.-][A-Za-z\d]+?)+?|[A-Z]{1,8}\d{1,12}?)([1-5]\d\d)(\p{Lu}.*)$/u.exec(
      line,
    );
  return found ? toStart(found.slice(1), true) : undefined;
}
