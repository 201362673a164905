const PLACEHOLDER = /\{([a-z][A-Za-z0-9]*)\}/;

/** Returns the names of a message's placeholders, in the order of the text, each once. */
export function placeholdersOf(message: string): readonly string[] {
  return [...new Set(namesAmong(splitTemplate(message)))];
}

/**
 * Splits a message into a literal, the name of a placeholder, a literal, and so on. It begins and
 * ends with a literal, which may be empty.
 */
export function splitTemplate(message: string): readonly string[] {
  return message.includes("{") ? message.split(PLACEHOLDER) : [message];
}

/** Returns the literals among the pieces of a message. */
export function literalsAmong(pieces: readonly string[]): readonly string[] {
  return pieces.filter((_, index) => index % 2 === 0);
}

/** Returns the names of the placeholders among the pieces of a message. */
export function namesAmong(pieces: readonly string[]): readonly string[] {
  return pieces.filter((_, index) => index % 2 === 1);
}

/** Joins the pieces of a message, each of them changed. */
export function joinPieces(
  pieces: readonly string[],
  changeLiteral: (literal: string) => string,
  changeName: (name: string) => string,
): string {
  return pieces
    .map((piece, index) => (index % 2 === 0 ? changeLiteral(piece) : changeName(piece)))
    .join("");
}

/** Whether a message has a brace outside a well-formed placeholder. */
export function hasStrayBraces(message: string): boolean {
  return literalsAmong(splitTemplate(message)).some((literal) => /[{}]/.test(literal));
}

/** Returns the message with the values of its placeholders. A value is never expanded again. */
export function renderTemplate(message: string, values: Readonly<Record<string, string>>): string {
  return joinPieces(
    splitTemplate(message),
    (literal) => literal,
    (name) => values[name] ?? `{${name}}`,
  );
}

/** Quotation marks of every kind: each opening mark, then the one that closes it. */
const QUOTATION_MARKS = "''\"\"``´´‘’“”‚‘„“«»‹›「」『』＇＇＂＂";

/** Each form of the quotation marks is tried in turn, and every quoted placeholder doubles them. */
export const MAX_QUOTED = 4;

/** Returns the number of quoted placeholders. */
export function quotedPlaceholders(message: string): number {
  const pieces = splitTemplate(message);
  return pieces.filter((_, index) => index % 2 === 1 && isQuoted(pieces, index)).length;
}

function isQuoted(pieces: readonly string[], index: number): boolean {
  return marksAround(pieces, index) !== "";
}

/** The quotation marks around a placeholder; empty if it is not quoted. */
function marksAround(pieces: readonly string[], index: number): string {
  const marks = `${pieces[index - 1]?.at(-1) ?? ""}${pieces[index + 1]?.[0] ?? ""}`;
  for (let at = 0; at < QUOTATION_MARKS.length; at += 2)
    if (QUOTATION_MARKS.slice(at, at + 2) === marks) return marks;
  return "";
}

/** The literals of a message without the quotation marks around its placeholders. */
interface Unquoted {
  readonly literals: readonly string[];
  /** The two marks around each placeholder; empty if it is not quoted. */
  readonly quotes: readonly string[];
}

/** Removes the quotation marks around placeholders. */
export function unquote(message: string): Unquoted {
  let pieces = splitTemplate(message);
  const quotes: string[] = [];
  for (let index = 1; index < pieces.length; index += 2) {
    const marks = marksAround(pieces, index);
    quotes.push(marks);
    if (marks !== "") pieces = withoutMarks(pieces, index);
  }
  return { literals: literalsAmong(pieces), quotes };
}

/** Returns the pieces of a message without the quotation marks around a placeholder. */
function withoutMarks(pieces: readonly string[], index: number): readonly string[] {
  const bare = [...pieces];
  bare[index - 1] = pieces[index - 1]?.slice(0, -1) ?? "";
  bare[index + 1] = pieces[index + 1]?.slice(1) ?? "";
  return bare;
}

/**
 * Splits a message once for each form of its quotation marks: those around a placeholder may be
 * absent, both or none.
 */
export function quoteForms(message: string): readonly (readonly string[])[] {
  let forms: readonly (readonly string[])[] = [splitTemplate(message)];
  // A rule refuses such a message; until it is fixed, only its own form counts.
  if (quotedPlaceholders(message) > MAX_QUOTED) return forms;
  for (let index = 1; index < (forms[0]?.length ?? 0); index += 2) {
    forms = forms.flatMap((form) =>
      isQuoted(form, index) ? [form, withoutMarks(form, index)] : [form],
    );
  }
  return forms;
}

/** Removes a final full stop, which a text on the wire may or may not have. */
export function withoutFinalStop(text: string): string {
  return text.endsWith(".") ? text.slice(0, -1) : text;
}
