import type { Issue } from "./generated/types.js";
import { failedFlags } from "./generated/wire.js";

/** Returns the issue of a body that a member of its own calls failed; undefined where none does. */
export function findFailedFlag(body: object): Issue | undefined {
  for (const [key, ...failed] of failedFlags) {
    if (!Object.hasOwn(body, key)) continue;
    const value = (body as Readonly<Record<string, unknown>>)[key];
    if (failed.some((other) => other === value))
      return { message: "says that the request failed", path: [key], keyword: "not" };
    if (!failed.some((other) => typeof other === typeof value))
      return { message: `must be of type ${typeof failed[0]}`, path: [key], keyword: "type" };
  }
  return undefined;
}
