import { oneLine } from "../std/one-line.js";

/** Marks around words, and what of them a reader sees. */
type Marks = readonly (readonly [pattern: RegExp, shown: string])[];

/** No pattern reads further than a few hundred characters: a text may have a mark in each. */
const RST: Marks = [
  [/``([^`]{1,300})``/g, "$1"],
  [/:[\w:+.-]{1,40}:`([^`<>]{1,300}?)(?:\s*<[^`<>]{0,300}>)?`/g, "$1"],
  [/`([^`<>]{1,300}?)(?:\s*<[^`<>]{0,300}>)?`_{0,2}(?!\w)/g, "$1"],
  [/\s?\[(?:#[\w-]{0,40}|\*|\d{1,4})\]_(?!\w)/g, ""],
  [/\*\*(?=\S)([^*]{1,300})\*\*/g, "$1"],
  [/(?<![\w*])\*(?=\S)([^*\s]|[^*]{1,300}\S)\*(?![\w*])/g, "$1"],
  [/\\(?:\s|(?=[*`|_]))/g, ""],
];

const ASCIIDOC: Marks = [
  [/\[\[[\w-]{1,100}\]\]/g, ""],
  [/<<[^<>,]{1,200},([^<>]{1,300})>>/g, "$1"],
  [/(?:(?:xref|link):|https?:\/\/)[^\s[\]]{1,300}\[([^[\]]{1,300})\]/g, "$1"],
  [/`\+?([^`]{1,300}?)\+?`/g, "$1"],
  [/(?<![\w+])\+(?=\S)([^+\s]|[^+]{1,300}\S)\+(?![\w+])/g, "$1"],
  [/\*\*(?=\S)([^*]{1,300})\*\*/g, "$1"],
  [/(?<![\w*])\*(?=\S)([^*\s]|[^*]{1,300}\S)\*(?![\w*])/g, "$1"],
  [/(?<!\w)_(?=\S)([^_\s]|[^_]{1,300}\S)_(?!\w)/g, "$1"],
  [/\s\+(?=\s|$)/g, ""],
  [/\{(?:nbsp|zwsp|empty)\}/g, " "],
  [/\\\|/g, "|"],
];

/** A text in one line, without the markup of reStructuredText. */
export function rstText(text: string): string {
  return withoutMarks(text, RST);
}

/** A text in one line, without the markup of AsciiDoc. */
export function asciidocText(text: string): string {
  return withoutMarks(text, ASCIIDOC);
}

function withoutMarks(text: string, marks: Marks): string {
  return oneLine(
    marks.reduce((rest, [pattern, shown]) => rest.replaceAll(pattern, shown), oneLine(text)),
  );
}
