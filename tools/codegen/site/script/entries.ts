import type { EntryInfo } from "#cli/catalog/entry-info.js";
import { table } from "#validator/generated/entries.js";
import { readEntry } from "#validator/read-entry.js";
import type { Template } from "#validator/template.js";

const NO_PARAM = { meaning: "", example: "" };

/**
 * The errors of the catalog as the recognition needs them. They are read from the table that the
 * validator has anyway, in its order: a page does not carry them twice.
 */
export const entries: readonly EntryInfo[] = /* @__PURE__ */ readTable();

function readTable(): readonly EntryInfo[] {
  const read: EntryInfo[] = [];
  let group = "";
  for (const line of table.split("\n")) {
    const [code = ""] = line.split(" ", 1);
    const rest = line.slice(code.length + 1);
    const last = read.at(-1);
    if (code === "") group = line;
    // Only errors outside of the catalog have the code as well.
    else if (rest === "|") continue;
    else if (rest !== "=") read.push(toEntry(group, line, code));
    else if (last !== undefined) read.splice(-1, 1, { ...last, aliases: [...last.aliases, code] });
  }
  return read;
}

function toEntry(group: string, line: string, code: string): EntryInfo {
  const { wordings, ...judged } = readEntry(group, line, code);
  const [message = "", ...variants] = wordings.map(toMessage);
  const params = wordings.slice(0, 1).flatMap(paramsOf);
  return {
    ...judged,
    aliases: [],
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
