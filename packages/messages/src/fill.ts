/** A text as it is filled in: what stands before its placeholders, and then each of them. */
export interface Template {
  readonly start: string;
  readonly slots: readonly Slot[];
  readonly isRightToLeft: boolean;
}

interface Slot {
  /** The name of the param. */
  readonly name: string;
  /** The words for known values. */
  readonly words: Named<string> | undefined;
  /** The text that follows, up to the next placeholder. */
  readonly end: string;
}

/** Values, or the words for them, by name. */
type Named<Value> = Readonly<Record<string, Value>>;

/** Cuts a text at its placeholders. */
export function toTemplate(text: string, words: Named<Named<string>>): Template {
  const [start = "", ...pieces] = text.split(PLACEHOLDER);
  const slots: Slot[] = [];
  for (let at = 0; at < pieces.length; at += 2) {
    const name = pieces[at] as string;
    slots.push({ name, words: ownValue(words, name), end: pieces[at + 1] as string });
  }
  return { start, slots, isRightToLeft: RIGHT_TO_LEFT.test(text) };
}

const PLACEHOLDER = /\{(\w+)\}/;

/**
 * Puts each param in its place, in the words for its value if there are any; a value is never
 * expanded again. Where a param is not there, the text is the one without params, or an ellipsis
 * stands for each.
 */
export function fill(
  { start, slots, isRightToLeft }: Template,
  params: Named<string> | null | undefined,
  paramless = "",
): string {
  let filled = start;
  // By index: an iterator takes longer than the rest.
  for (let at = 0; at < slots.length; at++) {
    const { name, words, end } = slots[at] as Slot;
    const value = ownValue(params, name);
    if (value === undefined && paramless !== "") return paramless;
    filled +=
      value === undefined ? "…" : (ownValue(words, value) ?? embed(String(value), isRightToLeft));
    filled += end;
  }
  return filled;
}

/** Returns a member that an object has itself: other programs may add members to all objects. */
export function ownValue<Members extends object, Name extends keyof Members>(
  members: Members | null | undefined,
  name: Name,
): Members[Name] | undefined {
  return members && Object.hasOwn(members, name) ? members[name] : undefined;
}

/**
 * Control characters, half pairs, and what has no width or steers the direction of text: nobody
 * sees them. Joiners and variation selectors change the character before them. A pattern made when
 * it is first needed, not a literal: to read one with `\p`, engines load the tables of Unicode,
 * which takes most of the start.
 */
const UNSEEN =
  "(?![\\u200c\\u200d\\ufe00-\\ufe0f\\u{e0100}-\\u{e01ef}])[\\p{Cc}\\p{Cs}\\p{DI}\\u2028\\u2029\\ufff9-\\ufffb]";
let unseen: RegExp | undefined;

/**
 * Characters that are written from right to left; those beyond U+FFFF by the first half of their
 * pairs.
 */
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\ud802\ud803\ud83a\ud83b]/;

/** Matches most values: nothing in them needs a closer look. */
const PLAIN = /^[ -~]*$/;

/**
 * A value as it came, unless it would break the sentence that it stands in: what cannot be seen is
 * shown as U+FFFD, and where value or sentence run from right to left the value is isolated, so
 * that neither reorders the other.
 */
function embed(value: string, isRightToLeft: boolean): string {
  const isPlain = PLAIN.test(value);
  const visible = isPlain ? value : showUnseen(value);
  const isIsolated = isRightToLeft || (!isPlain && RIGHT_TO_LEFT.test(visible));
  return isIsolated ? `\u2068${visible}\u2069` : visible;
}

function showUnseen(value: string): string {
  unseen ??= new RegExp(UNSEEN, "gu");
  return value.replace(unseen, "\ufffd");
}
