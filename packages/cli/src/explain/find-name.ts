import type { EntryInfo } from "../catalog/entry-info.js";
import { entriesWithCode, entryNamed } from "../catalog/lookup.js";
import { toFailure } from "../catalog/to-failure.js";
import type { Failure } from "../generated/types.js";
import { identify } from "../generated/validator.js";
import type { Found } from "./finding.js";

/**
 * Finds the entry of a name in any case, with blanks or hyphens for underscores, or as classes of
 * exceptions are named: `OrderNotFound`.
 */
export function findName(asked: string): Found | undefined {
  const name = asked.replaceAll(/(?<=[a-z])(?=[A-Z])|[\s-]+/g, "_").toUpperCase();
  const entry = entryNamed(name);
  return entry && { way: "name", failures: [toFailure(entry)] };
}

/**
 * A code between blanks or signs, also in JSON that is quoted (`\"-1007\"`), a row of a table or
 * HTML, or between letters of a script that sets no blanks (错误-1007。). Signs of numbers, dates
 * and paths do not count.
 */
const CODE_IN_TEXT = /(?:^|[^\w.+\-$%/])(-?\d{3,9})(?=$|[^\w.+\-%/]|\.(?!\d))/g;

/**
 * Finds the entries that a longer text names, such as `SERVER_TIMEOUT (-1007): Timeout` of an
 * exception, `urn:...:SERVER_TIMEOUT` of problem details, or a line with codes in it. What follows
 * a colon may be the text of the response. One of several must not hide another, whose outcome may
 * be unknown.
 */
export function findInText(asked: string): Found | undefined {
  const mentions = findNames(asked);
  const failures = new Map<string, Failure>();
  for (const { entry, rest } of mentions.length > 0 ? mentions : findCodes(asked)) {
    const failure = readText(entry, rest);
    // Where one is named again, its text may follow only once.
    if (!failures.has(failure.name) || hasText(failure)) failures.set(failure.name, failure);
  }
  return failures.size === 0 ? undefined : { way: "text", failures: [...failures.values()] };
}

/** An entry that a text names, and the text after it. */
interface Mention {
  readonly entry: EntryInfo;
  readonly rest: string;
}

/** More errors than a line is about; a text of an attacker could name any number. */
const MOST = 20;

function findNames(asked: string): readonly Mention[] {
  const words = [...asked.matchAll(/\b[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+\b/g)];
  const found = words.flatMap(({ 0: word, index }) => {
    const entry = entryNamed(word);
    return entry === undefined ? [] : [{ entry, rest: asked.slice(index + word.length) }];
  });
  return found.slice(0, MOST);
}

function findCodes(asked: string): readonly Mention[] {
  // In a sentence, a number without a sign or a leading zero means anything.
  const codes = [...asked.matchAll(CODE_IN_TEXT)].filter(
    ([, code = ""]) => /^[-0]/.test(code) && entriesWithCode(code).length > 0,
  );
  return codes.slice(0, MOST).flatMap(({ 0: found, 1: code = "", index }) => {
    const entries = entriesWithCode(code);
    const said = entries.filter((entry) => isSaid(entry, asked));
    const rest = asked.slice(index + found.length);
    return (said.length > 0 ? said : entries).map((entry) => ({ entry, rest }));
  });
}

function hasText(failure: Failure): boolean {
  return "msg" in failure && failure.msg !== null;
}

/** Whether a longer text has one of an entry's texts in it, whatever the values of its params. */
function isSaid({ message, variants }: EntryInfo, asked: string): boolean {
  return [message, ...variants].some((text) => {
    // On the wire, the quotation marks around a value and the last period may be missing.
    const literals = text.replace(/\.$/, "").split(/["'\u2018-\u201d]?\{\w+\}["'\u2018-\u201d]?/);
    let from = 0;
    return (
      literals.some((literal) => /[\w\u0080-\uffff]/.test(literal)) &&
      literals.every((literal) => {
        const at = asked.indexOf(literal, from);
        from = at + literal.length;
        return at >= 0;
      })
    );
  });
}

/** The error with the text that follows its code or name in a line, if it is one of its texts. */
function readText(entry: EntryInfo, rest: string): ReturnType<typeof toFailure> {
  const text = /:\s+(.+)/.exec(rest)?.[1];
  const error = text === undefined ? undefined : identify(entry.code, text);
  const isIts = error?.name === entry.name && "drift" in error && !error.drift;
  return isIts ? error : toFailure(entry);
}
