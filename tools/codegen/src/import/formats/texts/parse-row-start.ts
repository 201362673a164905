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

/** Matches `0001 400...` and `order.not_found 404...`. */
const SEPARATE = /^(-?\d{1,12}|[A-Za-z][A-Za-z\d]*(?:[_.-][A-Za-z\d]+)+)\s+([1-5]\d\d)(?!\d)(.*)$/;

/** Matches `0001400Bad request`: the status is the last three digits. */
const DIGITS = /^(-?\d+?)([1-5]\d\d)(?!\d)(.*)$/;

/** Matches `order.not_found404Order not found` and `E1001404Order not found`. */
const WORD =
  /^([A-Za-z][A-Za-z\d]*(?:[_.-][A-Za-z\d]+?)+?|[A-Z]{1,8}\d{1,12}?)([1-5]\d\d)(\p{Lu}.*)$/u;

/**
 * Parses the code and the HTTP status that a line begins with; undefined if it begins with neither.
 */
export function parseRowStart(line: string): RowStart | undefined {
  // A space separates the two, so no other split is tried.
  if (SEPARATE.test(line)) return toStart(SEPARATE.exec(line), false);
  return (
    toStart(DIGITS.exec(line), false) ?? parseLongDigits(line) ?? toStart(WORD.exec(line), true)
  );
}

/** The parts of a line, as they are matched. */
function toStart(
  parts: readonly (string | undefined)[] | null,
  isAmbiguous: boolean,
): RowStart | undefined {
  const [, code = "", status = "", rest = ""] = parts ?? [];
  if (!isStatus(status)) return undefined;
  return { code, httpStatus: Number(status), rest, isAmbiguous };
}

/**
 * `000140024 hours are over`: the message begins with digits, so the status is the last one that
 * exists.
 */
function parseLongDigits(line: string): RowStart | undefined {
  const sign = line.startsWith("-") ? 1 : 0;
  const digits = /^-?(\d+)/.exec(line)?.[1]?.length ?? 0;
  for (let at = sign + digits - 4; at > sign; at--) {
    const start = toStart(
      [line, line.slice(0, at), line.slice(at, at + 3), line.slice(at + 3)],
      true,
    );
    if (start !== undefined) return start;
  }
  return undefined;
}
