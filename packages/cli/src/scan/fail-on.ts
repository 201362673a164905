import { entryNamed } from "../catalog/lookup.js";
import type { Report } from "./report.js";

const WORDS = ["executed", "unknown", "drift", "invalid", "error"];
/** The names of failures that are not an entry's. */
const OTHERS = ["UNRECOGNIZED", "INVALID_RESPONSE", "NO_RESPONSE"];

/** Returns the words of `--fail-on`, or a message about one that is unknown. */
export function parseFailOn(text: string): readonly string[] | { readonly message: string } {
  const words = text.split(/[,\s]+/).filter((word) => word !== "");
  const wrong = words.find(
    (word) => !WORDS.includes(word) && !OTHERS.includes(word) && entryNamed(word) === undefined,
  );
  if (wrong === undefined && words.length > 0) return words;
  return {
    message: `--fail-on takes ${WORDS.join(", ")} and names of errors${wrong === undefined ? "" : `, not ${JSON.stringify(wrong)}`}`,
  };
}

/** Whether the words ask for an error: by its name, or for every error. */
export function isWanted(name: string, failOn: readonly string[]): boolean {
  return failOn.includes("error") || failOn.includes(name);
}

/** Returns what was found of what the words name, and how often. */
export function findFailures(
  { mayHaveBeenExecuted, unknown, drift, invalid, errors }: Report,
  failOn: readonly string[],
): readonly (readonly [word: string, count: number])[] {
  const sum = (counted: readonly { readonly count: number }[]) =>
    counted.reduce((all, { count }) => all + count, 0);
  const counts = new Map([
    ["executed", mayHaveBeenExecuted.count],
    ["unknown", sum(unknown)],
    ["drift", sum(drift)],
    ["invalid", sum(invalid)],
    ["error", sum(errors)],
    ...errors.map(({ name, count }) => [name, count] as const),
  ]);
  return failOn.flatMap((word) => {
    const count = counts.get(word) ?? 0;
    return count === 0 ? [] : [[word, count] as const];
  });
}
