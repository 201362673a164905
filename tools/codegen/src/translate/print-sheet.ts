import type { Catalog } from "../catalog/catalog.js";
import { localeOf } from "../catalog/locale.js";
import { describeState, localeState } from "../catalog/locale-state.js";
import { languageName } from "../catalog/locale-tag.js";
import { isDeveloperUnit } from "../catalog/text-unit.js";
import { escapeMarkdown } from "../std/escape-markdown.js";
import { type OutgoingText, toOutgoing } from "./outgoing.js";

/**
 * Prints a locale as a sheet for a native speaker to read: the questions that are open, then the
 * texts of each failure beside their source, with what a reader has to know of the failure.
 */
export function printSheet(catalog: Catalog, tag: string): string {
  const locale = localeOf(catalog, tag);
  const { texts, sourceLocale } = toOutgoing(catalog, tag);
  const read = [...texts].filter(
    ({ name, target }) => !isDeveloperUnit(name) || target !== undefined,
  );
  const columns = {
    source: tag === sourceLocale ? "The API" : languageOf(sourceLocale),
    target: languageOf(tag),
  };
  return [
    `# ${escapeMarkdown(catalog.manifest.title)}: ${columns.target}`,
    "",
    INTRODUCTION,
    "",
    describeState(localeState(catalog, locale)),
    "",
    ...printQuestions(locale.questions ?? []),
    "## Texts",
    "",
    ...read.flatMap((text, index) => printText(text, index + 1, columns)),
  ].join("\n");
}

const INTRODUCTION = [
  "Please read each text as if it had just appeared on your screen.",
  "Check the box if you would sign all texts of the error as they are; if not, write below it what is better, and why.",
  "Words in braces are replaced by values. Titles have at most 30 columns; a wide character takes two.",
  "Errors whose outcome is unknown must say so: whoever takes one for a failure sends the request twice.",
].join(" ");

function languageOf(tag: string): string {
  return `${languageName(tag)} (${tag})`;
}

function printQuestions(questions: readonly string[]): readonly string[] {
  if (questions.length === 0) return [];
  const items = questions.flatMap((question, index) => [
    `${index + 1}. ${escapeMarkdown(question)}`,
    "",
    "   Answer:",
    "",
  ]);
  return ["## Open questions", "", ...items];
}

/** The headings of the two columns. */
interface Columns {
  readonly source: string;
  readonly target: string;
}

function printText(
  { name, source, target, status, notes }: OutgoingText,
  number: number,
  columns: Columns,
): readonly string[] {
  const rows = Object.keys(source).map((field) =>
    [field, escapeMarkdown(source[field] ?? ""), escapeMarkdown(target?.[field] ?? "")].join(" | "),
  );
  return [
    `### ${number}. ${name}`,
    "",
    ...notes.map((note) => `- ${escapeMarkdown(note)}`),
    `- status: ${status}`,
    "",
    `| | ${columns.source} | ${columns.target} |`,
    "| --- | --- | --- |",
    ...rows.map((row) => `| ${row} |`),
    "",
    "- [ ] right as it is",
    "- better:",
    "",
  ];
}
