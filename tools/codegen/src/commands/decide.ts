import pc from "picocolors";
import { type Catalog, generateCommand } from "../catalog/catalog.js";
import { ENTRY_FIELDS } from "../catalog/entry.js";
import { wordsOf } from "../catalog/vocabulary.js";
import { showInLine } from "../characters/unseen.js";
import {
  applyDecisions,
  type DecidedEntry,
  type Decision,
  decideEntries,
  isMatch,
} from "../edit/decide-entries.js";
import { pathFromCurrentFolder } from "../problem/from-current-folder.js";
import { UserError } from "../problem/user-error.js";
import { count } from "../std/count.js";
import { editFiles } from "../write/edit-files.js";
import { readCatalog } from "./input/read-catalog.js";
import { refuseNewErrors } from "./input/refuse-new-errors.js";
import { reportRemovedComments } from "./output/report-removed-comments.js";
import { type Command, defineCommand } from "./program/command.js";

/** The fields that can be set for many entries at once, and where their words are defined. */
const SETTABLE = {
  category: "Category",
  fault: "Fault",
  outcome: "Outcome",
  retry: "Retry",
} as const;

/** `codegen decide`. */
export const command: Command = defineCommand({
  name: "decide",
  summary: "decide fields of many drafts at once",
  examples: [
    "decide --where 'code=10*' --set outcome=rejected,retry=after-fix",
    "decide --where 'name=*_NOT_FOUND' --set category=resource --accept name --write",
  ],
  options: {
    where: {
      summary: "which drafts: fields and their values, of which all must match; * is any text",
      value: "<list>",
      isList: true,
    },
    set: {
      summary: `values for ${Object.keys(SETTABLE).join(", ")}`,
      value: "<list>",
      isList: true,
    },
    accept: {
      summary: "fields whose proposed value is right, such as name,params",
      value: "<list>",
      isList: true,
    },
    write: { summary: "write the decisions; without it they are only shown" },
  },
  async run({ where, set, accept, write, catalog: folder, custom }) {
    const { catalog, entryAndLocaleTexts } = readCatalog(folder, "text");
    const decision = readDecision(catalog, { where, set, accept });
    const decided = decideEntries(catalog.entries, decision);
    for (const each of decided) console.log(printDecided(each));
    const drafts = catalog.entries.filter(({ draft = [] }) => draft.length > 0);
    const done = decided.filter(({ remaining }) => remaining.length === 0);
    console.log(
      `${count(decided.length, "draft")} of ${drafts.length} decided, ${done.length} of them completely.`,
    );
    if (decided.length === 0) {
      reportUndecided(catalog, decision);
      return 1;
    }
    const edits = applyDecisions(entryAndLocaleTexts(), decided);
    await refuseNewErrors(catalog, edits, custom);
    reportRemovedComments(folder, edits);
    if (!write) {
      console.log("Nothing was written. Run it again with --write.");
      return 0;
    }
    editFiles(catalog.directory, edits);
    for (const { path } of edits) console.log(pathFromCurrentFolder(catalog.directory, path));
    console.log(`Run ${generateCommand(catalog.manifest)}.`);
    return 0;
  },
});

/** Says why nothing was decided: what the entries that fit are, and where they are edited. */
function reportUndecided({ entries }: Catalog, { where, set, accept }: Decision): void {
  const fitting = entries.filter((entry) => isMatch(entry, where));
  const imported = fitting.filter(({ from }) => from !== undefined);
  const own = fitting.length - imported.length;
  const fields = [...Object.keys(set), ...accept].join(", ");
  if (fitting.length === 0) console.error("No entry fits --where.");
  if (own > 0)
    console.error(
      `${count(own, "entry fits", "entries fit")}, but none has ${fields} under draft: what was decided is changed in its file.`,
    );
  if (Object.keys(where).length === 0) return;
  for (const { name, from } of imported)
    console.error(`${name} is imported from ${from}: its owner decides it there.`);
}

function printDecided({ entry, changes, remaining }: DecidedEntry): string {
  const fields = changes.map(({ field, before, after }) =>
    before === after
      ? `${field}: ${showInLine(JSON.stringify(after))}`
      : `${field}: ${showInLine(String(before))} -> ${pc.bold(showInLine(String(after)))}`,
  );
  const rest = remaining.length === 0 ? "" : pc.dim(` (remaining: ${remaining.join(", ")})`);
  return `${entry.name} (${showInLine(entry.code)}) ${showInLine(JSON.stringify(entry.message))}\n  ${fields.join(", ")}${rest}`;
}

interface Lists {
  readonly where: string | undefined;
  readonly set: string | undefined;
  readonly accept: string | undefined;
}

function readDecision(catalog: Catalog, { where, set, accept }: Lists): Decision {
  const decision = {
    where: readPairs("--where", where, ENTRY_FIELDS),
    set: readPairs("--set", set, Object.keys(SETTABLE)),
    accept: accept?.split(",") ?? [],
  };
  if (set === undefined && accept === undefined)
    throw new UserError("nothing to decide: say it with --set or --accept");
  for (const field of decision.accept) assertKnown("--accept", field, ENTRY_FIELDS);
  for (const [field, value] of Object.entries(decision.set)) {
    const words = wordsOf(catalog.schema, SETTABLE[field as keyof typeof SETTABLE]);
    assertKnown(`--set ${field}`, value, words);
    if (decision.accept.includes(field))
      throw new UserError(`${field} is in both --set and --accept`);
  }
  return decision;
}

/** Reads `code=10*,outcome=unknown`. */
function readPairs(
  option: string,
  list: string | undefined,
  fields: readonly string[],
): Readonly<Record<string, string>> {
  if (list === undefined) return {};
  const pairs = list.split(",").map((pair) => {
    const [, field = "", value = ""] = /^([^=]+)=(.*)$/.exec(pair) ?? [];
    if (field === "") throw new UserError(`${option}: ${JSON.stringify(pair)} is not field=value`);
    assertKnown(option, field, fields);
    return [field, value] as const;
  });
  const known = new Map(pairs);
  const again = pairs.find(([field, value]) => known.get(field) !== value);
  if (again !== undefined) throw new UserError(`${option}: ${again[0]} has several values`);
  return Object.fromEntries(known);
}

function assertKnown(option: string, word: string, known: readonly string[]): void {
  if (known.includes(word)) return;
  throw new UserError(
    `${option}: expected one of ${known.join(", ")}, not ${JSON.stringify(word)}`,
  );
}
