/** What a file of the catalog may hold, and who owns it. */
export interface Range {
  /** Who is asked: users, teams or addresses, as CODEOWNERS writes them. */
  readonly owner: string | readonly string[];
  /** `2000..2999`, `E100..E199`, `order.*` or one code. Absent: any that no other file has. */
  readonly codes?: readonly string[];
  /** `ORDER_*` or one name. Absent: any that no other file has. */
  readonly names?: readonly string[];
}

/** A set of codes or names, as a part of a range describes it. */
export type Span =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "prefix"; readonly prefix: string }
  | {
      readonly kind: "numbers";
      /** What every code begins with: empty, a sign or letters. */
      readonly prefix: string;
      readonly first: number;
      readonly last: number;
      /** The least number of digits. */
      readonly width: number;
    };

/** The number at the end of a code, and what is before it. */
const NUMBERED = /^(.*?)([0-9]{1,15})$/;

/** Parses a part of a range; a text says what is wrong with it. */
export function parseSpan(text: string): Span | string {
  if (text.endsWith("*")) return { kind: "prefix", prefix: text.slice(0, -1) };
  const [from = "", to = from, ...more] = text.split("..");
  const [start, end] = [NUMBERED.exec(from), NUMBERED.exec(to)];
  if (from === to && start === null && more.length === 0) return { kind: "text", text };
  if (start === null || end === null || more.length > 0)
    return "both ends of a range must end in a number: 2000..2999";
  const [[, prefix = "", low = ""], [, other = "", high = ""]] = [start, end];
  if (prefix !== other) return "both ends of a range must begin alike: E100..E199";
  const [first, last] = [Number(low), Number(high)];
  // -1999..-1000 is in order too.
  const isInOrder = first <= last || prefix.endsWith("-");
  if (!isInOrder) return "the range ends before it begins";
  const [least, most] = first <= last ? [first, last] : [last, first];
  return {
    kind: "numbers",
    prefix,
    first: least,
    last: most,
    width: Math.min(low.length, high.length),
  };
}

/** The parts of a list that can be parsed. */
export function spansOf(texts: readonly string[] = []): readonly Span[] {
  return texts.map(parseSpan).filter((span) => typeof span !== "string");
}

/** Whether a code or a name is in a set. */
export function isIn(text: string, span: Span): boolean {
  if (span.kind === "prefix") return text.startsWith(span.prefix);
  if (span.kind === "text") return text === span.text;
  const value = numberOf(text, span);
  return value !== undefined && value >= span.first && value <= span.last;
}

/** Whether two sets have a text in common. No prefix ends in a digit: the schema forbids it. */
export function overlap(one: Span, other: Span): boolean {
  if (other.kind === "prefix" && one.kind !== "prefix") return overlap(other, one);
  if (one.kind === "text") return other.kind === "text" && one.text === other.text;
  if (other.kind === "text") return isIn(other.text, one);
  if (one.kind === "numbers" && other.kind === "numbers")
    return one.prefix === other.prefix && one.first <= other.last && other.first <= one.last;
  return (
    other.prefix.startsWith(one.prefix) ||
    (other.kind === "prefix" && one.prefix.startsWith(other.prefix))
  );
}

/** The names of those who own a file. */
export function ownersOf({ owner }: Range): readonly string[] {
  return typeof owner === "string" ? [owner] : owner;
}

/** The ranges of a manifest, by file, in their order. */
export function rangesOf({
  ranges = {},
}: {
  readonly ranges?: Readonly<Record<string, Range>>;
}): readonly [string, Range][] {
  return Object.entries(ranges);
}

/**
 * Returns the next code of a set of numbers that is not among the used ones: the one after the
 * highest, or else the lowest. Undefined if there is none.
 */
export function nextCode(span: Span, used: readonly string[]): string | undefined {
  if (span.kind !== "numbers") return undefined;
  const values = new Set(used.flatMap((code) => numberOf(code, span) ?? []));
  const highest = [...values]
    .filter((value) => value <= span.last)
    .reduce((one, other) => Math.max(one, other), span.first - 1);
  for (const start of [highest + 1, span.first])
    for (let value = start; value <= span.last; value += 1)
      if (!values.has(value)) return `${span.prefix}${String(value).padStart(span.width, "0")}`;
  return undefined;
}

function numberOf(text: string, { prefix }: { readonly prefix: string }): number | undefined {
  const digits = text.startsWith(prefix) ? text.slice(prefix.length) : "";
  return /^[0-9]{1,15}$/.test(digits) ? Number(digits) : undefined;
}
