import { escapeMarkdown } from "../std/escape-markdown.js";
import { markdownBlock, markdownCode } from "../std/markdown-code.js";
import { linkTo } from "./addresses.js";
import { type ErrorDescription, idsOf } from "./describe-error.js";
import { fillLabel } from "./labels/labels.js";
import { printBody, printPlace } from "./pages/error-sections.js";
import type { Page } from "./pages/layout.js";
import { blankAfter, colonIn, joinSentences, timeIn } from "./writing.js";

/** Prints the page of an error as Markdown, for programs that read it. */
export function printErrorMarkdown(error: ErrorDescription, page: Page): string {
  const { labels } = page;
  const { name, texts, developer, example, confused } = error;
  const about = [
    `# ${escapeMarkdown(texts.title || name)}`,
    idsOf(error).map(markdownCode).join(" "),
    escapeMarkdown(texts.message),
  ];
  const parts = [
    ...about,
    ...printRetired(error, page),
    ...printAnswer(error, page),
    ...section(labels.whatToDo, texts.description),
    ...(developer === null ? [] : [`## ${labels.developers}`, withCode(developer.text)]),
    ...printWire(error, page),
    ...printParams(error, page),
    ...(example === null ? [] : [`## ${labels.handle}`, markdownBlock(example, "ts")]),
    ...(confused.length === 0 ? [] : [`## ${labels.confused}`, printConfused(error, page)]),
    ...printEvidence(error, page),
    ...(error.reviewed ? [] : [labels.unread]),
  ];
  return `${parts.join("\n\n")}\n`;
}

/** Prints the list of all errors as a table. */
export function printIndexMarkdown(errors: readonly ErrorDescription[], page: Page): string {
  const { labels, context, tag, file, own } = page;
  const head = [labels.code, labels.error, labels.meaningOfError, labels.again, labels.outcome];
  const rows = errors.map(({ name, code, texts, next, outcome, retired }) => {
    const link = linkTo(file, context.addresses.error(tag, name).md);
    const said = [texts.message, labels.answers[next.write].short, labels.outcomes[outcome]];
    const cell = code === null ? "" : markdownCode(code);
    const struck = retired === null ? "" : "~~";
    const named = `[${struck}${escapeMarkdown(name)}${struck}](${link})`;
    return [cell, named, ...said.map(escapeMarkdown)];
  });
  const table = [head, head.map(() => "---"), ...rows].map((row) => `| ${row.join(" | ")} |`);
  const about = [`# ${escapeMarkdown(own.title.text)}`, escapeMarkdown(own.description.text)];
  return `${[...about, table.join("\n")].join("\n\n")}\n`;
}

/** Prints the errors that a code leads to. */
export function printCodeMarkdown(
  code: string,
  errors: readonly ErrorDescription[],
  page: Page,
): string {
  const { labels, context, tag } = page;
  const from = context.addresses.code(tag, code).md;
  const items = errors.map(({ name, texts, next }) => {
    const link = linkTo(from, context.addresses.error(tag, name).md);
    const title = `[${escapeMarkdown(texts.title || name)}](${link}) ${markdownCode(name)}`;
    const answer = `${labels.again} **${labels.answers[next.write].short}**`;
    const said = joinSentences([escapeMarkdown(texts.message), answer]);
    return `- ${title}${colonIn(labels.tag)}${said}`;
  });
  const shared = errors.length > 1 ? [escapeMarkdown(fillLabel(labels.sharedCode, { code }))] : [];
  return `${[`# ${markdownCode(code)}`, ...shared, items.join("\n")].join("\n\n")}\n`;
}

function printAnswer({ next, texts, waitMs }: ErrorDescription, page: Page): readonly string[] {
  const { labels } = page;
  const { short, sentence } = labels.answers[next.write];
  const time = waitMs > 0 ? [fillLabel(labels.atLeast, { time: timeIn(labels.tag, waitMs) })] : [];
  const read =
    next.read === next.write
      ? []
      : [fillLabel(labels.read, { answer: labels.answers[next.read].short })];
  const said = joinSentences([sentence, ...time]);
  return [
    `## ${labels.again}`,
    `**${short}**`,
    said,
    escapeMarkdown(texts.outcome),
    ...read,
  ].filter((text) => text !== "");
}

function printRetired({ retired }: ErrorDescription, page: Page): readonly string[] {
  if (retired === null) return [];
  const { labels, context, tag } = page;
  const { since, reason, replacedBy, sunset } = retired;
  const parts = [escapeMarkdown(fillLabel(labels.retired, { since, reason }))];
  if (sunset !== undefined) parts.push(fillLabel(labels.sunset, { sunset }));
  if (replacedBy !== undefined) {
    const link = linkTo(
      context.addresses.error(tag, "").md,
      context.addresses.error(tag, replacedBy).md,
    );
    const blank = blankAfter(labels.replacedBy);
    parts.push(`${labels.replacedBy}${blank}[${escapeMarkdown(replacedBy)}](${link})`);
  }
  return [joinSentences(parts)];
}

function printWire(error: ErrorDescription, { labels, own }: Page): readonly string[] {
  const { wire, httpStatus, variants, description, code, aliases, category, venue } = error;
  if (code === null) return [];
  const colon = colonIn(labels.tag);
  const status =
    httpStatus === null ? "" : ` ${fillLabel(labels.withStatus, { status: httpStatus })}`;
  return [
    `## ${labels.wire}${status}`,
    ...wire.slice(0, 1).map((body) => markdownBlock(printBody(body), "json")),
    ...(wire.length > 1 ? [fillLabel(labels.asNumber, { code: Number(code) })] : []),
    ...(variants.length === 0 ? [] : [`${labels.wordings}${colon.trimEnd()}`, toList(variants)]),
    ...(aliases.length === 0
      ? []
      : [`${labels.alsoCodes}${colon}${aliases.map(markdownCode).join(", ")}`]),
    ...(description === null
      ? []
      : [`${labels.documentedAs}${colon}${escapeMarkdown(description)}`]),
    ...(category === null
      ? []
      : [`${labels.category}${colon}${escapeMarkdown(own.categoryOf(category).name.text)}`]),
    ...(venue === null ? [] : [escapeMarkdown(fillLabel(labels.venue, { venue }))]),
  ];
}

function printParams({ params }: ErrorDescription, { labels }: Page): readonly string[] {
  const items = Object.entries(params).map(([name, { meaning, example, values = [example] }]) => {
    const examples = values.map(markdownCode).join(", ");
    return `- ${markdownCode(name)}: ${escapeMarkdown(meaning)} (${examples})`;
  });
  return items.length === 0 ? [] : [`## ${labels.params}`, items.join("\n")];
}

function printConfused(error: ErrorDescription, page: Page): string {
  const { confused, hasMoreConfused, code: own } = error;
  const { labels, context, tag } = page;
  const from = context.addresses.error(tag, "").md;
  const items = confused.map(({ name, code, message, why }) => {
    const link = linkTo(from, context.addresses.error(tag, name).md);
    const form = code === name ? "" : ` (${markdownCode(code)})`;
    const text = `[${escapeMarkdown(name)}](${link})${form}`;
    const stop = /[.!?]$/.test(message) ? "" : ".";
    return `- ${text}: ${escapeMarkdown(message)}${stop} ${labels[why]}`;
  });
  const hasPage = own !== null && context.addresses.codes.has(own);
  const rest = hasPage ? `[…](${linkTo(from, context.addresses.code(tag, own).md)})` : "…";
  return [...items, ...(hasMoreConfused ? [`- ${rest}`] : [])].join("\n");
}

function printEvidence(error: ErrorDescription, { labels }: Page): readonly string[] {
  if (error.evidence.length === 0) return [];
  const quotes = error.evidence.map((source) => {
    const { text } = source;
    const document = escapeMarkdown(source.document);
    const place = printPlace({ ...source, document }, labels);
    if (text === "") return place;
    const lines = text.split("\n").map((part) => `> ${escapeMarkdown(part)}`);
    return `${place}${colonIn(labels.tag).trimEnd()}\n\n${lines.join("\n")}`;
  });
  const undocumented = error.documented ? [] : [labels.undocumented];
  return [`## ${labels.evidence}`, ...undocumented, ...quotes];
}

function section(title: string, text: string): readonly string[] {
  return text === "" ? [] : [`## ${title}`, escapeMarkdown(text)];
}

/** A text in which backticks enclose code, as developers write it. */
function withCode(text: string): string {
  const parts = text.split("`");
  return parts
    .map((part, index) =>
      index % 2 === 0 || part === "" ? escapeMarkdown(part) : markdownCode(part),
    )
    .join("");
}

function toList(texts: readonly string[]): string {
  return texts.map((text) => `- ${escapeMarkdown(text)}`).join("\n");
}
