import { createProblem, type Excerpt, type Location, type Problem } from "../problem/problem.js";

/** Longer than any sentence or path: a gigabyte cannot be printed. */
const MAX_LENGTH = 2000;

/** A file may be one line of megabytes, and each problem would take it along. */
const MAX_LINE = 10_000;

/**
 * Returns the problem that a custom rule reports, or throws. A module may be JavaScript: nobody has
 * checked what it passes, so each member is read once and copied.
 */
export function readReport(
  rule: string,
  location: unknown,
  message: unknown,
  options: unknown,
): Problem {
  const place = readPlace(location);
  if (typeof message !== "string" || message === "")
    throw new TypeError("report expects a message as its second argument");
  const { hint, severity = "error", isAdvice } = membersOf(options);
  if (hint !== undefined && typeof hint !== "string")
    throw new TypeError("report expects a text as hint");
  if (message.length > MAX_LENGTH || (hint?.length ?? 0) > MAX_LENGTH)
    throw new RangeError(`report expects a message and a hint of at most ${MAX_LENGTH} characters`);
  if (severity !== "error" && severity !== "warning")
    throw new TypeError('report expects "error" or "warning" as severity');
  return createProblem(rule, place, message, { hint, severity, isAdvice: isAdvice === true });
}

function readPlace(location: unknown): Location {
  const { file, line, column, excerpt } = membersOf(location);
  const isPlace = typeof file === "string" && isCount(line) && isCount(column);
  if (!isPlace || file.length > MAX_LENGTH)
    throw new TypeError("report expects a place first, which `places` returns");
  return { file, line, column, excerpt: readExcerpt(excerpt, line) };
}

/** An excerpt is shown only if it holds the line and is short enough. */
function readExcerpt(excerpt: unknown, line: number): Excerpt | undefined {
  const { startLine, lines } = membersOf(excerpt);
  if (!(isCount(startLine) && Array.isArray(lines) && lines.length <= 3)) return undefined;
  const copies: unknown[] = [...lines];
  const isShown = line >= startLine && line < startLine + copies.length;
  return isShown && copies.every(isShort) ? { startLine, lines: copies } : undefined;
}

function isShort(line: unknown): line is string {
  return typeof line === "string" && line.length <= MAX_LINE;
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && Number(value) >= 1;
}

function membersOf(value: unknown): Readonly<Partial<Record<string, unknown>>> {
  return typeof value === "object" && value !== null ? { ...value } : {};
}
