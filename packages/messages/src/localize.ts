import type { Failure } from "./generated/types.js";
import type { MessageBundle } from "./message-bundle.js";

/** A failure in words. All of it is text, not HTML: put it on a page as text, never as markup. */
export interface LocalizedError {
  /** What happened, in one sentence. */
  readonly message: string;
  /** Why, and what to do next; empty where no text says. */
  readonly description: string;
  /** The BCP 47 tag of `message`; `"und"` where it is the server's own text. */
  readonly locale: string;
}

/**
 * Says what a failure means in the reader's language. It takes one bundle, or several in the order
 * of preference: a failure that one lacks is looked up in the next. Where no bundle can say it,
 * because the error is unrecognized or its params could not be recovered, the message is the
 * server's own text. If there is none either, an ellipsis stands for each param, and a general
 * sentence for an unrecognized error and for any other failure without a text of its own.
 *
 * Results and bundles are read-only: a result without params is one frozen object, returned again
 * and again.
 *
 * @example
 * import { messages } from "…/en"; // one module for each language
 * localize(failure, messages).message;
 */
export function localize(
  error: Failure,
  messages: MessageBundle | readonly MessageBundle[],
): LocalizedError {
  const bundles: readonly MessageBundle[] = Array.isArray(messages)
    ? messages
    : [messages as MessageBundle];
  if (!("params" in error)) return ownText(error, bundles);
  const { params } = error;
  for (const bundle of bundles) {
    const text = textOf(bundle, error.name);
    if (text === undefined) continue;
    if (text.whole !== undefined) return text.whole;
    const message = fill(text.message, params, error.msg ? undefined : "…");
    if (message === undefined) {
      const description = fill(text.description, params, undefined) ?? "";
      return { ...ownText(error, bundles), description };
    }
    const description = fill(text.description, params, "…") ?? "";
    return { message, description, locale: bundle.locale };
  }
  return ownText(error, bundles);
}

/** The server's text; without one, the general sentence of the first bundle that has it. */
function ownText(failure: Failure, bundles: readonly MessageBundle[]): LocalizedError {
  if ("msg" in failure && failure.msg)
    return { message: failure.msg, description: "", locale: "und" };
  for (const { locale, texts } of bundles) {
    const general = texts[failure.name] ?? texts.UNRECOGNIZED;
    if (general !== undefined) return { message: general[0], description: general[1], locale };
  }
  return { message: "", description: "", locale: "und" };
}

/** A text in pieces: literal, placeholder's name, literal, ... */
interface Pieces {
  readonly pieces: readonly string[];
  readonly isRightToLeft: boolean;
}

/** An entry's texts as they are filled in. */
interface PreparedText {
  readonly message: Pieces;
  readonly description: Pieces;
  /** What is said where neither text has a placeholder: always the same. */
  readonly whole: LocalizedError | undefined;
}

/** What has been prepared of each bundle: a text is cut in pieces when it is first needed. */
const prepared = new WeakMap<MessageBundle, Map<string, PreparedText>>();

function textOf(bundle: MessageBundle, name: Failure["name"]): PreparedText | undefined {
  let known = prepared.get(bundle);
  if (known === undefined) {
    known = new Map();
    prepared.set(bundle, known);
  }
  let text = known.get(name);
  const { texts, locale } = bundle;
  if (text === undefined && Object.hasOwn(texts, name)) {
    const [message, description] = texts[name] as readonly [string, string];
    text = prepare(message, description, locale);
    known.set(name, text);
  }
  return text;
}

function prepare(message: string, description: string, locale: string): PreparedText {
  const [first, second] = [cut(message), cut(description)];
  const isWhole = first.pieces.length === 1 && second.pieces.length === 1;
  const whole = isWhole ? Object.freeze({ message, description, locale }) : undefined;
  return { message: first, description: second, whole };
}

function cut(text: string): Pieces {
  return { pieces: text.split(PLACEHOLDER), isRightToLeft: RIGHT_TO_LEFT.test(text) };
}

const PLACEHOLDER = /\{(\w+)\}/;

type Params = Readonly<Record<string, string>> | null;

/**
 * Puts each param in its place; a value is never expanded again. Where one is not there, `missing`
 * stands for it, or nothing is said.
 */
function fill(
  { pieces, isRightToLeft }: Pieces,
  params: Params,
  missing: string | undefined,
): string | undefined {
  let filled = pieces[0] as string;
  for (let index = 1; index < pieces.length; index += 2) {
    const name = pieces[index] as string;
    const value = params !== null && Object.hasOwn(params, name) ? params[name] : undefined;
    const shown = value === undefined ? missing : embed(String(value), isRightToLeft);
    if (shown === undefined) return undefined;
    filled += shown + pieces[index + 1];
  }
  return filled;
}

/**
 * Control characters, half pairs, and marks that have no width or steer the direction of text:
 * nobody sees them.
 */
const UNSEEN = /[\p{Cc}\p{Cs}\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]/gu;

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
