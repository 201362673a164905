/** What nobody sees, or what would steer a terminal or forge a line of a log. */
const UNSEEN = /[\p{Cc}\p{Cs}\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]/gu;

/** Returns a text of strangers as it may be printed on one line: at most `length` characters. */
export function visible(text: string, length = 300): string {
  const short = text.length > length ? `${text.slice(0, length - 1)}…` : text;
  return short.replace(UNSEEN, "\ufffd");
}
