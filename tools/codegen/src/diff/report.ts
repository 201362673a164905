import type { Colors } from "picocolors/types.js";
import type { Translation } from "../catalog/catalog.js";
import { BUMP_RULES, type ChangeKind } from "./bump.js";
import type { Change } from "./change.js";
import { bumpOf } from "./compare.js";

/** The changes for programs: `bump`, and what changed with the bump that each calls for. */
export function reportJson(changes: readonly Change[]): string {
  return JSON.stringify(
    {
      bump: bumpOf(changes),
      changes: changes.map(({ name, field, before, after, kind }) => ({
        name,
        field,
        before,
        after,
        bump: BUMP_RULES[kind].bump,
      })),
    },
    undefined,
    2,
  );
}

/** The changes for a person at a terminal: the gravest first, each kind with whom it concerns. */
export function reportText(changes: readonly Change[], colors: Colors): string {
  const color = { major: colors.red, minor: colors.yellow, patch: colors.green };
  return byKind(changes)
    .map(([kind, some]) => {
      const { bump, what, affects } = BUMP_RULES[kind];
      const head = `${color[bump](bump)} ${colors.bold(what)} ${colors.dim(`(${affects})`)}`;
      return [head, ...describeAll(some).map((line) => `  ${line}`)].join("\n");
    })
    .join("\n\n");
}

/** The changes for a review: Markdown. */
export function reportMarkdown(changes: readonly Change[]): string {
  const sections = byKind(changes).map(([kind, some]) => {
    const { bump, what, affects } = BUMP_RULES[kind];
    const lines = describeAll(some, quoteMarkdown).map((line) => `- ${line}`);
    return `### ${capitalize(what)} (${bump})\n\n${capitalize(affects)}.\n\n${lines.join("\n")}\n`;
  });
  const total = bumpOf(changes);
  const head =
    total === "none"
      ? "The catalog says what it said."
      : `The catalog's changes call for a **${total}**.`;
  return [`${head}\n`, ...sections].join("\n");
}

/** The kinds that break no promise, and that their readers must not miss all the same. */
const LOUD: readonly ChangeKind[] = ["cautious", "shared", "widened"];

/** The changes as a changelog tells them to those who use the packages. */
export function reportChangelog(changes: readonly Change[]): string {
  return byKind(changes)
    .map(([kind, some]) => {
      const { bump, what, affects } = BUMP_RULES[kind];
      const lines = describeAll(some, quoteMarkdown).map((line) => `- ${line}`);
      const isLoud = bump === "major" || LOUD.includes(kind);
      const head = isLoud ? `**${capitalize(what)}: ${affects}.**` : `${capitalize(what)}:`;
      return `${head}\n\n${lines.join("\n")}\n`;
    })
    .join("\n");
}

/** The kinds of change that occur, in the order of the table. */
function byKind(changes: readonly Change[]): [ChangeKind, readonly Change[]][] {
  return (Object.keys(BUMP_RULES) as ChangeKind[])
    .map((kind): [ChangeKind, Change[]] => [kind, changes.filter((change) => change.kind === kind)])
    .filter(([, some]) => some.length > 0);
}

type Quote = (text: string) => string;

/** One line for each change, and one for all the texts of a locale. */
function describeAll(changes: readonly Change[], quote: Quote = (text) => text): string[] {
  const isText = ({ name, field }: Change) => name !== "*" && field.startsWith("locales.");
  const lines = changes
    .filter((change) => !isText(change))
    .map((change) => describe(change, quote));
  const fields = new Set(changes.filter(isText).map(({ field }) => field));
  for (const field of fields) {
    const names = changes.filter((change) => change.field === field).map(({ name }) => quote(name));
    lines.push(`texts in ${quote(field.slice("locales.".length))}: ${names.join(", ")}`);
  }
  return lines;
}

function describe({ name, code, field, before, after, kind }: Change, quote: Quote): string {
  const who = name === "*" ? "the catalog" : `${quote(name)} (${code})`;
  if (kind === "shared") {
    const others = (after as readonly string[]).filter((other) => other !== name);
    return `${who}: shares it with ${others.map(quote).join(", ")}`;
  }
  if (field === "entry") return `${who}: ${quote(messageOf(after ?? before))}`;
  if (field === "retired") {
    const { reason, replacedBy } = (after ?? {}) as { reason?: string; replacedBy?: string };
    if (reason === undefined) return `${who}: no longer retired`;
    return `${who}: ${reason}${replacedBy === undefined ? "" : ` (see ${quote(replacedBy)})`}`;
  }
  const [one, other] = [show(before, quote), show(after, quote)];
  if (one === undefined && other === undefined) return `${who}: ${field}`;
  if (one === undefined) return `${who}: ${field} ${other} is new`;
  if (other === undefined) return `${who}: ${field} ${one} is gone`;
  return `${who}: ${field} was ${one}, is ${other}`;
}

const messageOf = (entry: unknown) => (entry as Pick<Translation, "message">).message;

/** A value in few words; undefined for what has none. */
function show(value: unknown, quote: Quote): string | undefined {
  if (value === null || value === undefined) return undefined;
  if (Array.isArray(value) && value.every((item) => typeof item === "string"))
    return value.map((item) => quote(JSON.stringify(item))).join(", ");
  return quote(JSON.stringify(value));
}

/** A text in code marks that are longer than any in it. */
function quoteMarkdown(text: string): string {
  const longest = Math.max(0, ...(text.match(/`+/g) ?? []).map((marks) => marks.length));
  const marks = "`".repeat(longest + 1);
  return longest === 0 ? `${marks}${text}${marks}` : `${marks} ${text} ${marks}`;
}

function capitalize(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
