import { causesOf } from "./causes-of.js";
import { unpolluted } from "./unpolluted.js";

/** A name or a code, and nothing that somebody else wrote. */
const WORD = /^[\w.-]{1,64}$/;

/**
 * Returns what may be printed of a cause: the name of the error, and the names and codes of those
 * that led to it. Messages and all else are left out, since clients put addresses with signatures,
 * headers and bodies there.
 */
export function toPrintableCause(cause: unknown): Error {
  let words: readonly unknown[] = [];
  try {
    words = causesOf(cause)
      .flatMap((error) => {
        const { name, code } = unpolluted<{ readonly name?: unknown; readonly code?: unknown }>(
          error,
        );
        return [name, code];
      })
      .filter((word) => typeof word === "string" && WORD.test(word));
  } catch {
    // Members that cannot be read are not printed.
  }
  const [name = "Error", ...others] = words as readonly string[];
  const printable = new Error(others.join(" "));
  for (const [member, value] of [
    ["name", name],
    ["stack", `${name}: ${printable.message}`],
  ] as const)
    Object.defineProperty(printable, member, { __proto__: null, value } as PropertyDescriptor);
  return printable;
}
