import type { ApiError } from "./generated/types.js";
import type { MessageBundle } from "./message-bundle.js";

/** An error in words. All of it is text, not HTML: put it on a page as text, never as markup. */
export interface LocalizedError {
  /** What happened, in one sentence. */
  readonly message: string;
  /** Why, and what to do next; empty where no text says. */
  readonly description: string;
  /** The BCP 47 tag of `message`; `"und"` where it is the server's own text. */
  readonly locale: string;
}

/**
 * Says what an error means in the reader's language. It takes one bundle, or several in the order of preference: an
 * error that one lacks is looked up in the next. Where no bundle can say it, because the error is unrecognized or its
 * params could not be recovered, the message is the server's own text. If there is none either, an ellipsis stands for
 * each param, and a general sentence for an unrecognized error.
 *
 * @example
 * localize(error, [zhHans, en]).message; // "交易所提示订单不存在。"
 */
export function localize(
  error: ApiError,
  messages: MessageBundle | readonly MessageBundle[],
): LocalizedError {
  const bundles: readonly MessageBundle[] = Array.isArray(messages)
    ? messages
    : [messages as MessageBundle];
  const params = error.name === "UNRECOGNIZED" ? undefined : error.params;
  for (const { locale, texts } of bundles) {
    const text = Object.hasOwn(texts, error.name) ? texts[error.name] : undefined;
    if (text === undefined || params === undefined) continue;
    const [message, description] = text;
    if (isComplete(message, params) || !error.msg) {
      return { message: fill(message, params), description: fill(description, params), locale };
    }
    return {
      ...ownText(error, bundles),
      description: isComplete(description, params) ? fill(description, params) : "",
    };
  }
  return ownText(error, bundles);
}

/** The server's text; without one, the general sentence of the first bundle that has it. */
function ownText({ msg }: ApiError, bundles: readonly MessageBundle[]): LocalizedError {
  if (msg) return { message: msg, description: "", locale: "und" };
  for (const { locale, texts } of bundles) {
    const general = texts.UNRECOGNIZED;
    if (general !== undefined) return { message: general[0], description: general[1], locale };
  }
  return { message: "", description: "", locale: "und" };
}

type Params = Readonly<Record<string, string>> | null;

const PLACEHOLDER = /\{(\w+)\}/g;

/** Puts each param in its place, and an ellipsis where one is not there; a value is never expanded again. */
function fill(template: string, params: Params): string {
  return template.replace(PLACEHOLDER, (_, name: string) => {
    const value = paramOf(params, name);
    return value === undefined ? "…" : embed(value, template);
  });
}

/** Control characters, line separators, and the marks that steer the direction of text: nobody sees them. */
const UNSEEN = /[\p{Cc}\u2028\u2029\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

/** Characters that are written from right to left. */
const RIGHT_TO_LEFT =
  /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

/**
 * A value as it came, unless it would break the sentence that it stands in: what cannot be seen is shown as U+FFFD, and
 * where value or sentence run from right to left the value is isolated, so that neither reorders the other.
 */
function embed(value: string, template: string): string {
  const visible = value.replace(UNSEEN, "\ufffd");
  return RIGHT_TO_LEFT.test(visible) || RIGHT_TO_LEFT.test(template)
    ? `\u2068${visible}\u2069`
    : visible;
}

function isComplete(template: string, params: Params): boolean {
  return [...template.matchAll(PLACEHOLDER)].every(
    ([, name]) => paramOf(params, name ?? "") !== undefined,
  );
}

function paramOf(params: Params, name: string): string | undefined {
  return params !== null && Object.hasOwn(params, name) ? String(params[name]) : undefined;
}
