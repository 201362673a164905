import { inspect, types } from "node:util";
import { shorten } from "./quote-briefly.js";

/** A module may throw a whole document. */
const MAX_LENGTH = 2000;

/**
 * Returns the message of what was thrown, whatever it is: a module of a catalog may throw a value
 * that has no message, or whose members throw when they are read.
 */
export function errorMessage(thrown: unknown): string {
  return shorten(readMessage(thrown) ?? describe(thrown), MAX_LENGTH);
}

function readMessage(thrown: unknown): string | undefined {
  if (typeof thrown === "string") return thrown.trim() === "" ? undefined : thrown;
  try {
    const { message } = thrown as { readonly message?: unknown };
    return typeof message === "string" && message.trim() !== "" ? message : undefined;
  } catch {
    return undefined;
  }
}

/** Says what was thrown where it has no message. */
function describe(thrown: unknown): string {
  try {
    if (types.isNativeError(thrown)) return `it threw an error without a message (${thrown.name})`;
    return `it threw ${inspect(thrown, INSPECT_OPTIONS)}, which has no message`;
  } catch {
    return "it threw a value that cannot be printed";
  }
}

const INSPECT_OPTIONS = {
  breakLength: Number.POSITIVE_INFINITY,
  customInspect: false,
  depth: 1,
  maxArrayLength: 10,
  maxStringLength: 200,
};
