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
 * params could not be recovered, the message is the server's own text.
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
    const [message, description] = text.map((template) => fill(template, params));
    if (message !== undefined) return { message, description: description ?? "", locale };
    return { ...ownText(error, bundles), description: description ?? "" };
  }
  return ownText(error, bundles);
}

/** The server's text; without one, the general sentence of the first bundle that has it. */
function ownText({ msg }: ApiError, bundles: readonly MessageBundle[]): LocalizedError {
  if (msg !== null) return { message: msg, description: "", locale: "und" };
  for (const { locale, texts } of bundles) {
    const general = texts.UNRECOGNIZED;
    if (general !== undefined) return { message: general[0], description: general[1], locale };
  }
  return { message: "", description: "", locale: "und" };
}

/** Puts each param in its place; a value is never expanded again. Undefined where a param is not there. */
function fill(
  template: string,
  params: Readonly<Record<string, string>> | null,
): string | undefined {
  let complete = true;
  const text = template.replace(/\{(\w+)\}/g, (_, name: string) => {
    if (params !== null && Object.hasOwn(params, name)) return String(params[name]);
    complete = false;
    return "";
  });
  return complete ? text : undefined;
}
