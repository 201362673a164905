import type { Entry } from "./catalog.js";

/**
 * The name that an entry was renamed to: it is retired, and what replaces it has the same code and message. Its
 * responses are those of its successor. Undefined for every other entry.
 */
export function successorOf(
  { code, message, retired }: Entry,
  entries: readonly Entry[],
): string | undefined {
  if (retired?.replacedBy === undefined) return undefined;
  const isSuccessor = (other: Entry) =>
    other.name === retired.replacedBy && other.code === code && other.message === message;
  return entries.find(isSuccessor)?.name;
}
