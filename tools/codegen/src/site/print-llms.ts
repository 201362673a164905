import { isErrorEntry } from "../catalog/catalog.js";
import { escapeMarkdown } from "../std/escape-markdown.js";
import { addressOf } from "./addresses.js";
import { describeFailure, idsOf } from "./describe-error.js";
import { generalFailures } from "./general-failures.js";
import type { SiteContext } from "./site-context.js";

/** Prints the list of the pages for programs, as https://llmstxt.org wants it: in Markdown. */
export function printLlms(context: SiteContext): string {
  const { baseUrl, catalog, addresses } = context;
  const { title, description } = catalog.manifest;
  const tag = addresses.tags[0] ?? "en";
  const toLink = (file: string) => (baseUrl === undefined ? file : addressOf(baseUrl, file));
  const toItem = (text: string, file: string, note: string) =>
    `- [${escapeMarkdown(text)}](${toLink(file)}): ${escapeMarkdown(note)}`;
  const errors = catalog.entries
    .filter(isErrorEntry)
    .map((entry) =>
      toItem(idsOf(entry).join(" "), addresses.error(tag, entry.name).md, entry.message),
    );
  const failures = generalFailures().map((failure) => {
    const { name, texts } = describeFailure(context, failure, tag);
    return toItem(name, addresses.error(tag, name).md, texts.message);
  });
  const codes = [...addresses.codes].map(([code, names]) =>
    toItem(code, addresses.code(tag, code).md, names.join(", ")),
  );
  const { md, json } = addresses.index(tag);
  const index = `- [All errors](${toLink(md)}) ([JSON](${toLink(json)}))`;
  const about = [
    "Each page is listed in Markdown; with the ending `.json` it is JSON.",
    "The page of an error says what it means and whether the request may be sent again.",
  ];
  const sections = [
    [`# ${escapeMarkdown(title)}`],
    [`> ${escapeMarkdown(description)}`],
    [about.join(" ")],
    ["## Errors", "", index, ...errors],
    ["## Failures without a listed code", "", ...failures],
    ...(codes.length === 0 ? [] : [["## Codes", "", ...codes]]),
  ];
  return `${sections.map((lines) => lines.join("\n")).join("\n\n")}\n`;
}
