import type { Cell } from "./grid.js";

/** The text of a cell without the marks that the page puts around all of it. */
export interface CleanCell {
  readonly text: string;
  /** Whether quotation marks were around all of it: the API may send them or not. */
  readonly isQuoted: boolean;
  /** Whether all of it is struck out. */
  readonly isStruck: boolean;
}

/** The marks of Markdown that pages in other formats have too. */
const MARKUP = ["~~", "**", "__", "``", "`"];

const QUOTES: readonly (readonly [string, string])[] = [
  ['"', '"'],
  ["'", "'"],
  ["“", "”"],
  ["‘", "’"],
  ["«", "»"],
  ["„", "“"],
  ["「", "」"],
];

/** No page has more marks around one text. */
const MAX_MARKS = 6;

/** Removes markup and quotation marks that are around all of a cell. */
export function cleanCell({ text: written, isStruck: isMarked = false }: Cell): CleanCell {
  let text = written;
  let isQuoted = false;
  let isStruck = isMarked;
  for (let marks = 0; marks < MAX_MARKS; marks++) {
    const inner = withoutMarkup(text) ?? withoutQuotes(text);
    if (inner === undefined) break;
    isStruck ||= text.startsWith("~~");
    isQuoted ||= withoutMarkup(text) === undefined;
    text = inner;
  }
  return { text, isQuoted, isStruck };
}

function withoutMarkup(text: string): string | undefined {
  const mark = MARKUP.find((each) => isAround(text, each, each));
  return mark === undefined ? undefined : text.slice(mark.length, -mark.length).trim();
}

function withoutQuotes(text: string): string | undefined {
  const pair = QUOTES.find(([open, close]) => isAround(text, open, close));
  return pair && text.slice(1, -1).trim();
}

/** Whether marks are around all of a text: nothing inside closes or opens them. */
function isAround(text: string, open: string, close: string): boolean {
  if (text.length <= open.length + close.length) return false;
  if (!text.startsWith(open) || !text.endsWith(close)) return false;
  const inner = text.slice(open.length, -close.length);
  return inner.trim() !== "" && !inner.includes(open) && !inner.includes(close);
}
