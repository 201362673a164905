import type { Catalog } from "../catalog/catalog.js";
import type { Source } from "../catalog/entry.js";
import { literalsAmong, quoteForms, withoutFinalStop } from "../catalog/template.js";
import { withoutIgnorable } from "../characters/without-ignorable.js";
import { count } from "../std/count.js";
import { getOwn } from "../std/get-own.js";
import { memoizeByObject } from "../std/memoize-by-object.js";
import { quoteBriefly } from "../std/quote-briefly.js";

/** The values that an entry takes from the lines that it cites; empty where it takes nothing. */
export interface Claim {
  readonly code: string;
  readonly message: string;
  readonly description: string;
}

/**
 * Returns what is wrong with a citation; undefined if the lines exist and have all that is claimed
 * of them.
 */
export async function checkCitation(
  { evidence }: Pick<Catalog, "evidence">,
  { document, line, lastLine = line }: Source,
  claim: Claim,
): Promise<string | undefined> {
  const lines = getOwn(evidence, document);
  if (lines === undefined) return `evidence/${document} does not exist`;
  if (lastLine < line) return `lastLine ${lastLine} is before line ${line}`;
  if (lastLine > lines.length) {
    return `evidence/${document} has no line ${lastLine}: it has ${count(lines.length, "line")}`;
  }
  const cited = citedText(lines, line, lastLine);
  if (cited === undefined) {
    return `evidence/${document}:${line} is longer than ${MAX_CITED} characters: cite less, or break its lines`;
  }
  const missing = missingIn(cited.text, claim);
  if (missing === undefined) return undefined;
  // Loaded only where the letters differ: the parsers of HTML and Markdown take long to load.
  const { plainTextsOf } = await import("../evidence/plain-texts.js");
  cited.plainTexts ??= [...plainTextsOf(document, lines.slice(line - 1, lastLine))];
  for (const text of cited.plainTexts) {
    if (missingIn(text, claim) === undefined) return undefined;
  }
  return `${missing} is not in evidence/${document}:${line}: ${quoteBriefly(cited.text)}`;
}

/**
 * Checking a citation takes as long as what is cited, and nobody finds anything in a longer line.
 */
export const MAX_CITED = 250_000;

/** The text of some lines, and once it is asked for, as it reads without markup. */
interface CitedText {
  readonly text: string;
  plainTexts?: readonly string[];
}

/** Returns the text of lines of a document; undefined if it is too long. */
function citedText(
  lines: readonly string[],
  line: number,
  lastLine: number,
): CitedText | undefined {
  // Very many entries may cite one line: the only one of a document.
  const known = line === lastLine ? citedLines(lines).get(line) : undefined;
  if (known !== undefined) return known;
  let length = 0;
  for (let index = line - 1; index < lastLine; index++) {
    length += (lines[index]?.length ?? 0) + 1;
    if (length > MAX_CITED) return undefined;
  }
  const cited = { text: lines.slice(line - 1, lastLine).join(" ") };
  if (line === lastLine) citedLines(lines).set(line, cited);
  return cited;
}

const citedLines = memoizeByObject((_: readonly string[]) => new Map<number, CitedText>());

/** The first part of a claim that a text does not have. */
function missingIn(text: string, { code, message, description }: Claim): string | undefined {
  if (!hasCode(text, code) && !hasCode(withoutIgnorable(text), code))
    return `the code ${JSON.stringify(code)}`;
  const hasMessage = quoteForms(withoutFinalStop(message)).some((form) =>
    hasInOrder(text, literalsAmong(form)),
  );
  if (!hasMessage) return `the text ${JSON.stringify(message)}`;
  return text.includes(description) ? undefined : `the description ${JSON.stringify(description)}`;
}

/**
 * Whether a text has a code that is not the end of a longer one. The text after it may follow
 * without a space.
 */
function hasCode(text: string, code: string): boolean {
  for (let at = text.indexOf(code); at >= 0; at = text.indexOf(code, at + 1)) {
    if (!/[\w-]/.test(text[at - 1] ?? "")) return true;
  }
  return false;
}

function hasInOrder(text: string, literals: readonly string[]): boolean {
  let from = 0;
  for (const literal of literals) {
    const at = text.indexOf(literal, from);
    if (at < 0) return false;
    from = at + literal.length;
  }
  return true;
}
