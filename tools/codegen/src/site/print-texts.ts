import { GENERAL_FAILURES } from "../catalog/text-unit.js";
import { getOwn } from "../std/get-own.js";
import type { OutputFile } from "../write/output-file.js";
import { ASSETS } from "./addresses.js";
import { chooseLabels } from "./labels/choose-labels.js";
import type { SiteContext } from "./site-context.js";

/**
 * Prints the texts that the box shows and searches in one language, as scripts: pages without a
 * server can load nothing else. The errors are in the order of the validator's table, so their
 * names are not needed. Their titles are a script of their own: the list of all errors has them
 * already.
 */
export function printTexts({ runtime }: SiteContext, tag: string): readonly OutputFile[] {
  const { answers, again, copy, copied, box } = chooseLabels(tag);
  const bundle = getOwn(runtime.bundles, tag);
  const rows = runtime.entries.map(({ name }) => bundle?.texts[name]);
  const data = {
    labels: { again, copy, copied, box, answers: shorten(answers) },
    outcomes: bundle?.outcomes,
    texts: [
      ...GENERAL_FAILURES.map((name) => toRow(bundle?.texts[name])),
      ...rows.map((row) => toRow(row && [row[0], "", ...row.slice(2)])),
    ],
  };
  return [
    printScript("texts", tag, data),
    printScript(
      "titles",
      tag,
      rows.map((row) => row?.[1] ?? ""),
    ),
  ];
}

function printScript(kind: "texts" | "titles", tag: string, data: unknown): OutputFile {
  const [own, words] = [JSON.stringify(tag), JSON.stringify(data)];
  return {
    path: `${ASSETS}/${kind}-${tag}.js`,
    text: `((globalThis.site??={})[${own}]??={}).${kind}=${words}\n`,
  };
}

function shorten(answers: Readonly<Record<string, { readonly short: string }>>): object {
  return Object.fromEntries(Object.entries(answers).map(([key, { short }]) => [key, short]));
}

/** Message, title, no description, and what rarer texts there are. */
function toRow(row: readonly unknown[] | undefined): unknown {
  if (row === undefined) return 0;
  const [message, title, , ...rest] = row;
  if (rest.length > 0) return [message, title, "", ...rest];
  return title === "" ? [message] : [message, title];
}
