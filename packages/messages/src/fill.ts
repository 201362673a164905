/** A text in pieces: literal, placeholder's name, literal, ... */
export interface Pieces {
  readonly pieces: readonly string[];
  /** The whole text, where it has no placeholder. */
  readonly literal: string | undefined;
  readonly isRightToLeft: boolean;
}

/** Cuts a text in pieces. */
export function split(text: string): Pieces {
  const pieces = text.split(PLACEHOLDER);
  const literal = pieces.length === 1 ? text : undefined;
  return { pieces, literal, isRightToLeft: RIGHT_TO_LEFT.test(text) };
}

const PLACEHOLDER = /\{(\w+)\}/;

/** Values, or the words for them, by name. */
type Named<Value> = Readonly<Record<string, Value>>;

/**
 * Puts each param in its place, in the words for its value if there are any; a value is never
 * expanded again. Where a param is not there, the text is the one without params, or an ellipsis
 * stands for each.
 */
export function fill(
  { pieces, isRightToLeft }: Pieces,
  params: Named<string> | null,
  words: Named<Named<string>>,
  paramless?: string,
): string {
  let filled = pieces[0] as string;
  for (let index = 1; index < pieces.length; index += 2) {
    const name = pieces[index] as string;
    const value = params !== null && Object.hasOwn(params, name) ? params[name] : undefined;
    if (value === undefined && paramless !== undefined) return paramless;
    const shown = value === undefined ? "…" : wordFor(String(value), words[name], isRightToLeft);
    filled += shown + pieces[index + 1];
  }
  return filled;
}

function wordFor(value: string, words: Named<string> | undefined, isRightToLeft: boolean): string {
  const word = words !== undefined && Object.hasOwn(words, value) ? words[value] : undefined;
  return word ?? embed(value, isRightToLeft);
}

/**
 * Control characters, half pairs, and what has no width or steers the direction of text: nobody
 * sees them. Joiners and variation selectors change the character before them.
 */
const UNSEEN =
  /(?!\u200c|\u200d|[\ufe00-\ufe0f\u{e0100}-\u{e01ef}])[\p{Cc}\p{Cs}\p{DI}\u2028\u2029\ufff9-\ufffb]/gu;

/**
 * Characters that are written from right to left; those beyond U+FFFF by the first half of their
 * pairs.
 */
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\ud802\ud803\ud83a\ud83b]/;

/** What values mostly are: nothing in them needs a closer look. */
const PLAIN = /^[ -~]*$/;

/**
 * A value as it came, unless it would break the sentence that it stands in: what cannot be seen is
 * shown as U+FFFD, and where value or sentence run from right to left the value is isolated, so
 * that neither reorders the other.
 */
function embed(value: string, isRightToLeft: boolean): string {
  const isPlain = PLAIN.test(value);
  const visible = isPlain ? value : value.replace(UNSEEN, "\ufffd");
  const isIsolated = isRightToLeft || (!isPlain && RIGHT_TO_LEFT.test(visible));
  return isIsolated ? `\u2068${visible}\u2069` : visible;
}
