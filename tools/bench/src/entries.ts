import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

/** The part of an error that a benchmark needs. */
export interface BenchEntry {
  readonly name: string;
  readonly code: string;
  /** The message, with `{name}` for each param. */
  readonly message: string;
}

/** Returns HashKey's documented errors. */
export function documentedEntries(): readonly BenchEntry[] {
  const file = createRequire(import.meta.url).resolve("@hashkey-errors/schemas/catalog.json");
  const { entries } = JSON.parse(readFileSync(file, "utf8")) as {
    entries: (BenchEntry & { kind: string; documented: boolean })[];
  };
  return entries.filter(({ kind, documented }) => kind === "error" && documented);
}

/**
 * Makes a synthetic catalog: every tenth message has params, as in a real one; no code is shared.
 */
export function syntheticEntries(count: number): readonly BenchEntry[] {
  return Array.from({ length: count }, (_, index) => ({
    name: `SYNTHETIC_ERROR_${index}`,
    code: String(-100_000 - index),
    message:
      index % 10 === 0
        ? `Value {value} of field {field} is not allowed (${index})`
        : `Synthetic error number ${index}`,
  }));
}

/**
 * Renders a message as the server does, without quotation marks. Each param's value is its own
 * name, so that swapped params are noticed.
 */
export function messageOnWire({ message }: BenchEntry): string {
  return message.replaceAll(/'?\{(\w+)\}'?/g, "$1");
}

/** Steps of a large prime visit all entries in an order that no branch predictor learns. */
export function pick(entries: readonly BenchEntry[], step: number): BenchEntry {
  return entries[(step * 7_368_787) % entries.length] as BenchEntry;
}

/** A response body, and whether its code is in the catalog. */
export interface BenchBody {
  readonly text: string;
  readonly known: boolean;
}

/**
 * Makes 1,000 response bodies: 80 % known, 10 % unknown, 10 % malformed, evenly mixed over all
 * codes.
 */
export function mixedBodies(entries: readonly BenchEntry[]): readonly BenchBody[] {
  const malformed = [
    { msg: "no code" },
    { code: null, msg: "null" },
    { status: 500 },
    { code: 5.5 },
  ];
  return Array.from({ length: 1_000 }, (_, index) => {
    const entry = pick(entries, index);
    const body =
      index % 10 < 8
        ? { code: entry.code, msg: messageOnWire(entry) }
        : index % 10 === 8
          ? { code: `-9${index % 1000}99`, msg: `Unknown ${index}` }
          : malformed[index % malformed.length];
    return { text: JSON.stringify(body), known: index % 10 < 8 };
  });
}
