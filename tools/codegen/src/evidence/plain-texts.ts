import { extname } from "node:path";
import { oneLine } from "../std/one-line.js";
import { withoutCommentMarkup } from "./comment-markup.js";
import { htmlText } from "./html-text.js";
import { markdownLineText, markdownRowText } from "./markdown-tables.js";
import { asciidocText, rstText } from "./markup-text.js";

/**
 * Each way in which lines of a document can be read as plain text: without the markup, escapes and
 * line breaks of the document's format.
 */
export function* plainTextsOf(document: string, lines: readonly string[]): Generator<string> {
  const text = lines.join("\n");
  switch (extname(document).toLowerCase()) {
    case ".html":
    case ".htm":
      yield htmlText(text) ?? "";
      return;
    case ".md":
    case ".mdx":
    case ".markdown":
      yield oneLine(lines.map(markdownRowText).join(" "));
      yield htmlText(text) ?? "";
      yield oneLine(lines.map(markdownLineText).join(" "));
      yield markdownLineText(htmlText(text) ?? "");
      return;
    case ".csv":
    case ".tsv":
    case ".tab":
      yield oneLine(text);
      yield oneLine(text.replaceAll('""', '"'));
      return;
    case ".json":
    case ".yaml":
    case ".yml":
      yield oneLine(withoutEscapes(text));
      yield oneLine(text.replaceAll("''", "'"));
      yield oneLine(withoutEscapes(text.replaceAll(BETWEEN_ITEMS, " ")));
      return;
    case ".rst":
    case ".rest":
      yield* withoutMarkup(textsAsWritten(document, lines), rstText);
      return;
    case ".adoc":
    case ".asciidoc":
    case ".asc":
      yield* withoutMarkup(textsAsWritten(document, lines), asciidocText);
      return;
    default:
      yield* textsAsWritten(document, lines);
  }
}

function* withoutMarkup(
  texts: Iterable<string>,
  toText: (written: string) => string,
): Generator<string> {
  for (const text of texts) {
    yield text;
    yield toText(text);
  }
}

/** The texts in lines of a plain text or of source code. */
function* textsAsWritten(document: string, lines: readonly string[]): Generator<string> {
  const text = lines.join("\n");
  if (lines.length > 1 && lines.every(isBarred)) yield oneLine(columnTexts(lines));
  // `40_001` is the number 40001, and `- 1` is -1.
  for (const written of new Set([
    text,
    text.replaceAll('""', '"'),
    text.replaceAll(/(?<=\d)_(?=\d)|(?<=-)[ \t]+(?=\d)/g, ""),
  ])) {
    yield oneLine(written);
    yield oneLine(withoutEscapes(written));
    // Escapes hide the marks in a text, which do not end it.
    for (const joints of JOINTS) yield oneLine(withoutEscapes(written.replaceAll(joints, "")));
    const words = written.replaceAll(COMMENT_MARKS, " ");
    yield oneLine(words);
    if (SOURCE_CODE.test(document)) yield oneLine(withoutCommentMarkup(words));
  }
}

/** Whether a line is one of a table that has bars. */
function isBarred(line: string): boolean {
  return /^\s*\|/.test(line);
}

/** No table has more columns. */
const MAX_COLUMNS = 50;

/** The texts of the columns, each of which goes on in the lines below. */
function columnTexts(lines: readonly string[]): string {
  const rows = lines.map((line) => line.split("|", MAX_COLUMNS + 1));
  const [first = []] = rows;
  return first.map((_, column) => rows.map((row) => row[column] ?? "").join(" ")).join(" ");
}

/** Matches the names of files whose comments may have markup. */
const SOURCE_CODE =
  /\.(?:[cm]?[jt]sx?|typescript|javascript|java|go|golang|py|python|cs|kts?|php|rs|swift|h|hh|hpp|cc?|cpp|cxx|proto|thrift)$/i;

/**
 * Match what is between the parts of a text in source code: `"one " + "two"`, or in Python
 * `"one " "two"`, in which the marks are often the same. A mark that belongs to the text may come
 * before the one that ends it: `"'x' " "two"`. Blanks can be matched in one way only: there may be
 * a hundred thousand.
 */
const JOINTS = [
  /(?<!\\)["'`][ \t]*(?:\n[ \t]*)?\+[ \t]*(?:\n[ \t]*)?["'`]/g,
  /(?<!\\)(["'])[ \t]*(?:\n[ \t]*)?\1/g,
  /(?<!\\)["'][ \t]*(?:\n[ \t]*)?["']/g,
];

/**
 * Matches what is between the items of a list in JSON or YAML: a text may be a list of its lines.
 * Blanks can be matched in one way only here too.
 */
const BETWEEN_ITEMS = /"[ \t]*,(?:[ \t]*\n)?[ \t]*"|["']?\n[ \t]*-[ \t]+["']?/g;

/** Matches the marks at the beginning of a comment's line in source code. */
const COMMENT_MARKS = /^[ \t]*(?:\/\*+|\*+|\/\/+|#+)/gm;

const ESCAPES: Readonly<Record<string, string>> = { b: "\b", f: "\f", n: "\n", r: "\r", t: "\t" };

/** The text with the escapes of JSON and of double-quoted YAML undone. */
function withoutEscapes(text: string): string {
  return text.replaceAll(
    /\\(?:u([\da-fA-F]{4})|x([\da-fA-F]{2})|(.)|\n\s*)/g,
    (_, long, short, letter) => {
      const code = long ?? short;
      if (code !== undefined) return String.fromCharCode(Number.parseInt(code, 16));
      return letter === undefined ? "" : (ESCAPES[letter] ?? letter);
    },
  );
}
