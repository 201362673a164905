import { getOwn } from "../std/get-own.js";
import type { OutputFile } from "../write/output-file.js";
import { ASSETS } from "./addresses.js";
import { chooseLabels } from "./labels/choose-labels.js";
import type { SiteContext } from "./site-context.js";

/** The failures without an entry that have texts, in the order of the scripts. */
const GENERAL = ["UNRECOGNIZED", "INVALID_RESPONSE", "NO_RESPONSE", "NO_RESPONSE_rejected"];

/**
 * Prints the texts that the box shows and searches in one language, as a script: pages without a
 * server can load nothing else. The errors are in the order of the validator's table, so their names
 * are not needed.
 */
export function printTexts({ runtime }: SiteContext, tag: string): OutputFile {
  const { answers, again, copy, copied, box } = chooseLabels(tag);
  const bundle = getOwn(runtime.bundles, tag);
  const names = [...GENERAL, ...runtime.entries.map(({ name }) => name)];
  const data = {
    labels: { again, copy, copied, box, answers: shorten(answers) },
    outcomes: bundle?.outcomes,
    texts: names.map((name) => toRow(bundle?.texts[name])),
  };
  return {
    path: `${ASSETS}/texts-${tag}.js`,
    text: `(globalThis.siteTexts??={})[${JSON.stringify(tag)}]=${JSON.stringify(data)}\n`,
  };
}

function shorten(answers: Readonly<Record<string, { readonly short: string }>>): object {
  return Object.fromEntries(Object.entries(answers).map(([key, { short }]) => [key, short]));
}

/** Message, title, no description, and what rarer texts there are. */
function toRow(row: readonly unknown[] | undefined): unknown {
  if (row === undefined) return 0;
  const [message, title, , ...rest] = row;
  return rest.length > 0 ? [message, title, "", ...rest] : [message, title];
}
