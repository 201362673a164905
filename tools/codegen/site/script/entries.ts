import type { EntryInfo } from "#cli/catalog/entry-info.js";
import { type Entry, findEntry, listCodes } from "#validator/entries.js";
import type { Template } from "#validator/template.js";

const NO_PARAM = { meaning: "", example: "" };

/**
 * The errors of the catalog as the recognition needs them. They are read from the table that the
 * validator has anyway: a page does not carry them twice.
 */
export const entries: readonly EntryInfo[] = /* @__PURE__ */ readTable();

function readTable(): readonly EntryInfo[] {
  const read = new Map<string, EntryInfo>();
  for (const code of listCodes()) {
    if (typeof code === "number") continue;
    for (let entry = findEntry(code); entry !== undefined; entry = entry.next) {
      // Only errors outside of the catalog have the code as well.
      if (entry.error.name !== "") read.set(entry.error.name, toInfo(code, entry, read));
    }
  }
  return [...read.values()];
}

/** Returns the facts about an error, with one more code of it. */
function toInfo(code: string, entry: Entry, read: ReadonlyMap<string, EntryInfo>): EntryInfo {
  const { msg, drift, ...judged } = entry.error;
  const [message = "", ...variants] = entry.wordings.map(toMessage);
  const params = entry.wordings.slice(0, 1).flatMap(paramsOf);
  const aliases = read.get(judged.name)?.aliases ?? [];
  return {
    ...judged,
    aliases: code === judged.code ? aliases : [...aliases, code],
    message,
    variants,
    params: Object.fromEntries(params.map((name) => [name, NO_PARAM])),
    description: "",
    documented: true,
    evidence: [],
  };
}

/** A template is a literal, then of each param its name, its quotation marks, and a literal. */
function paramsOf(template: Template): readonly string[] {
  return template.filter((_, index) => index % 3 === 1);
}

function toMessage(template: Template): string {
  return template
    .map((part, index) => (index % 3 === 1 ? `{${part}}` : part))
    .filter((_, index) => index % 3 !== 2)
    .join("");
}
