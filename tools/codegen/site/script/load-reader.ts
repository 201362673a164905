import * as lookup from "#cli/catalog/lookup.js";
import { distinct, failuresOf, hasKnown } from "#cli/explain/failures-of.js";
import type { Reader } from "#cli/explain/reader.js";
import { identify } from "#validator/identify.js";
import { parseResponse } from "#validator/parse-response.js";
import { loadScript } from "./load-script.js";

/**
 * The objects that the two scripts hand to each other: codegen has the reader take them from there.
 */
const scripts = globalThis as { siteShared?: object; siteReader?: Reader };

let loading: Promise<unknown> | undefined;

/** Loads the reader of logs, which takes from this script what both need. */
export async function loadReader(): Promise<Reader | undefined> {
  scripts.siteShared = { ...lookup, distinct, failuresOf, hasKnown, identify, parseResponse };
  loading ??= loadScript("reader.js");
  await loading;
  return scripts.siteReader;
}
