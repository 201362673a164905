/** A part of a message that stands for a value. */
export interface Placeholder {
  readonly start: number;
  readonly end: number;
  /** The document's own name for the value; absent if it has none. */
  readonly name?: string | undefined;
  /** Whether it can only be a placeholder. */
  readonly isSure: boolean;
}

/**
 * The placeholders outside of braces: `%(x)s` `%<x>s` `%1$s` `%s` `<x>` `:x`, which are sure, and
 * `[XXX]` `XX` `$1` `%1`, which are not.
 */
const OTHERS =
  /%\(\s*(\w+)\s*\)[sdifr]|%<(\w+)>[sdf]?|%(?:\d+\$)?[-+0#]?\d{0,3}(?:\.\d{1,3})?(?:ll?|hh?|[zjt])?[sdifuxXgGeEqvTwct@](?![a-z])|<([A-Za-z](?:[\w .-]{0,60}\w)?)>|(?<=^|[\s'"“«([]):([a-z]\w*)(?![\w:])|(\[(?:X+|x{2,}|[A-Z][A-Z0-9_]+|\.{3}|…)\]|(?<![A-Za-z0-9])(?:X{2,}|x{3,})(?![A-Za-z0-9])|(?<!\d)[$%][1-9](?![\d%]|[.,]\d))/g;

/** Matches signs that often stand for a value or an omission, but may be meant literally. */
const DOUBTFUL =
  /…|\.{3}|(?<![\w@.])@\w|\b\d{1,3}(?:\.\d{1,3}){3}\b|\[[^\]]{1,60}\]|\*{3}|_{3}|\$\w|%%|%[A-Za-z]\w*%|&[1-9]|[†‡¹²³⁰⁴-⁹]/;

/** Most texts have nothing of all this. */
const ANY = /[{}%<:[$…@*_&†‡¹²³⁰⁴-⁹]|X{2}|x{3}|\.{3}|\d\.\d/;

/** Whether something in a text may stand for a value, and is not read as a placeholder. */
export function isDoubtful(text: string): boolean {
  return ANY.test(text) && DOUBTFUL.test(text);
}

/**
 * Finds the placeholders of a message in the dialects that documents have. Braces are placeholders
 * always, as no message of a catalog may have others, and placeholders that touch are one.
 */
export function findPlaceholders(text: string): readonly Placeholder[] {
  if (!ANY.test(text)) return [];
  const braces = findBraces(text);
  const found = [...braces, ...findOthers(text, braces)].sort((a, b) => a.start - b.start);
  const merged: Placeholder[] = [];
  for (const next of found) {
    const last = merged.at(-1);
    if (last?.end === next.start) merged.splice(-1, 1, { ...last, end: next.end, isSure: false });
    else merged.push(next);
  }
  return merged;
}

function findOthers(text: string, braces: readonly Placeholder[]): Placeholder[] {
  const found: Placeholder[] = [];
  let brace = 0;
  for (const match of text.matchAll(OTHERS)) {
    const [original, ...groups] = match;
    const [start, end] = [match.index, match.index + original.length];
    while ((braces[brace]?.end ?? Number.POSITIVE_INFINITY) <= start) brace += 1;
    if ((braces[brace]?.start ?? Number.POSITIVE_INFINITY) < end) continue;
    const doubtful = groups.at(-1);
    // `$5` is an amount of money, unless there is a first value too.
    if (doubtful !== undefined && /^[$%]\d/.test(doubtful) && !text.includes(`${doubtful[0]}1`))
      continue;
    const own = groups.slice(0, -1).find((name) => name !== undefined);
    const name = own ?? (/^\[\w+\]$/.test(doubtful ?? "") ? doubtful?.slice(1, -1) : undefined);
    found.push({ start, end, name, isSure: doubtful === undefined });
  }
  return found;
}

/** The outermost braces, with the sign before them, and each brace that has no other. */
function findBraces(text: string): Placeholder[] {
  const opened: number[] = [];
  const spans: Placeholder[] = [];
  for (const { 0: brace, index } of text.matchAll(/[{}]/g)) {
    if (brace === "{") {
      opened.push(index);
      continue;
    }
    const open = opened.pop();
    if (open === undefined) spans.push({ start: index, end: index + 1, isSure: false });
    else spans.push(toSpan(text, open, index + 1));
  }
  for (const open of opened) spans.push({ start: open, end: open + 1, isSure: false });
  let end = 0;
  return spans
    .sort((a, b) => a.start - b.start || b.end - a.end)
    .filter((span) => {
      const isOutermost = span.start >= end;
      if (isOutermost) end = span.end;
      return isOutermost;
    });
}

function toSpan(text: string, open: number, end: number): Placeholder {
  const sign = /[$#%]/.test(text[open - 1] ?? "") ? 1 : 0;
  const content = text
    .slice(open, Math.min(end, open + MAX_NAME))
    .replaceAll(/[{}]/g, "")
    .trim();
  const [, own] = NAMED.exec(content) ?? [];
  const [, counted] = /^(\w+)\s*,\s*(?:plural|select|number|date|time)/.exec(content) ?? [];
  return {
    start: open - sign,
    end,
    name: own ?? counted,
    isSure: content === "" || own !== undefined,
  };
}

/** `field name`, `n:02d`, `order.id!r`, `items[0]`. */
const NAMED = /^[$@]?([\w .[\]-]*[\w\]])(?:![rsa])?(?::[^\s:]{0,10})?$/;

/** No name is longer. */
const MAX_NAME = 100;
