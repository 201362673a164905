import type { ApiError } from "./generated/types.js";
import type { MessageBundle } from "./message-bundle.js";

/** An error in words. All of it is text, not HTML: values that the server sent stand in it as they came. */
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
  return template.replace(PLACEHOLDER, (_, name: string) => paramOf(params, name) ?? "…");
}

function isComplete(template: string, params: Params): boolean {
  return [...template.matchAll(PLACEHOLDER)].every(
    ([, name]) => paramOf(params, name ?? "") !== undefined,
  );
}

function paramOf(params: Params, name: string): string | undefined {
  return params !== null && Object.hasOwn(params, name) ? String(params[name]) : undefined;
}
