import { fill, type Pieces, split } from "./fill.js";
import type { Failure } from "./generated/types.js";
import type { FailureTexts, MessageBundle, OutcomeSentences, TextName } from "./message-bundle.js";

/** A failure in words. All of it is text, not HTML: put it on a page as text, never as markup. */
export interface LocalizedError {
  /** A few words for the head of a message; empty where the bundle has messages alone. */
  readonly title: string;
  /** What happened, in one sentence. */
  readonly message: string;
  /** What became of the request, in one sentence. */
  readonly outcome: string;
  /** What to do next; empty where no text says. */
  readonly description: string;
  /** The BCP 47 tag of `title`, `outcome` and `description`. */
  readonly locale: string;
  /** The tag of `message`: that of the others, or `"und"` where it is the server's own text. */
  readonly messageLocale: string;
}

/**
 * Says what a failure means in the reader's language. It takes one bundle, or several in the order
 * of preference: a failure that one lacks is looked up in the next. The message of an unrecognized
 * error is the server's own text, where one came; all else is in the reader's language.
 *
 * Results and bundles are read-only: a result without params is one frozen object, returned again
 * and again.
 *
 * @example
 * import { messages } from "…/en"; // one module for each language
 * const { title, message, outcome, description } = localize(failure, messages);
 */
export function localize(
  failure: Failure,
  messages: MessageBundle | readonly MessageBundle[],
): LocalizedError {
  const name = textNameOf(failure);
  if (name !== undefined) {
    // One bundle is the usual case, and needs no list.
    const texts = isOne(messages) ? prepare(messages, name) : findIn(messages, name);
    if (texts !== undefined) {
      const { said } = texts;
      return said !== undefined && said.outcome === failure.outcome && said.retry === failure.retry
        ? said.text
        : say(failure, texts, messages);
    }
  }
  return sayWithoutTexts(failure, isOne(messages) ? [messages] : messages);
}

function isOne(messages: MessageBundle | readonly MessageBundle[]): messages is MessageBundle {
  return !Array.isArray(messages);
}

function findIn(bundles: readonly MessageBundle[], name: TextName): PreparedTexts | undefined {
  for (const bundle of bundles) {
    const texts = prepare(bundle, name);
    if (texts !== undefined) return texts;
  }
  return undefined;
}

/**
 * The name of a failure's texts. Those of the failures that are no errors say that the outcome is
 * unknown: where it is another, there are none.
 */
function textNameOf(failure: Failure): TextName | undefined {
  const { name, outcome } = failure;
  if (Object.hasOwn(failure, "params") || outcome === "unknown") return name;
  return name === "NO_RESPONSE" && outcome === "rejected" ? "NO_RESPONSE_rejected" : undefined;
}

/** The texts of a failure as they are filled in. */
interface PreparedTexts {
  readonly bundle: MessageBundle;
  readonly title: string;
  readonly message: Pieces;
  readonly description: Pieces;
  readonly paramless: string | undefined;
  readonly values: NonNullable<FailureTexts[4]>;
  /** What was said last, where it is the same for every failure of that outcome. */
  said: (Pick<Failure, "outcome" | "retry"> & { readonly text: LocalizedError }) | undefined;
}

type OutcomeKey = keyof OutcomeSentences;

/** What has been prepared of each bundle: a text is cut in pieces when it is first needed. */
const preparedBundles = new WeakMap<MessageBundle, Map<string, PreparedTexts>>();

function prepare(bundle: MessageBundle, name: TextName): PreparedTexts | undefined {
  let known = preparedBundles.get(bundle);
  if (known === undefined) {
    known = new Map();
    preparedBundles.set(bundle, known);
  }
  const present = known.get(name);
  if (present !== undefined || !Object.hasOwn(bundle.texts, name)) return present;
  const [message, title = "", description = "", paramless, values = {}] = bundle.texts[
    name
  ] as FailureTexts;
  const prepared: PreparedTexts = {
    bundle,
    title,
    message: split(message),
    description: split(description),
    paramless: paramless || undefined,
    values,
    said: undefined,
  };
  known.set(name, prepared);
  return prepared;
}

function say(
  failure: Failure,
  prepared: PreparedTexts,
  messages: MessageBundle | readonly MessageBundle[],
): LocalizedError {
  const key = outcomeKeyOf(failure);
  const { bundle, title, message, description, paramless, values } = prepared;
  const { locale, outcomes } = bundle;
  const params = paramsOf(failure);
  const raw = failure.name === "UNRECOGNIZED" ? failure.msg : null;
  const text = {
    title,
    message: raw || fill(message, params, values, paramless),
    outcome: outcomes?.[key] ?? (isOne(messages) ? "" : outcomeIn(messages, key)),
    description: fill(description, params, values),
    locale,
    messageLocale: raw ? "und" : locale,
  };
  const isSameForAll = !raw && message.pieces.length + description.pieces.length === 2;
  // A bundle without outcomes may be in other chains too.
  if (isSameForAll && outcomes !== undefined) {
    const { outcome, retry } = failure;
    prepared.said = { outcome, retry, text: Object.freeze(text) };
  }
  return text;
}

function outcomeKeyOf({ outcome, retry }: Failure): OutcomeKey {
  return outcome === "rejected" && retry === "after-reconcile"
    ? "rejected-after-reconcile"
    : outcome;
}

/** What only some failures have: read by `hasOwn`, since another program may change prototypes. */
interface FailureMembers {
  readonly code?: string;
  readonly msg?: string | null;
  readonly params?: Readonly<Record<string, string>> | null;
}

function paramsOf(failure: Failure): Readonly<Record<string, string>> | null {
  const { params, code } = failure as FailureMembers;
  if (Object.hasOwn(failure, "params")) return params ?? null;
  return Object.hasOwn(failure, "code") ? { code: code as string } : null;
}

function outcomeIn(bundles: readonly MessageBundle[], key: OutcomeKey): string {
  return bundles.find(({ outcomes }) => outcomes !== undefined)?.outcomes?.[key] ?? "";
}

/** Inherits nothing: another program may change prototypes. */
const NO_BUNDLE = {
  __proto__: null,
  locale: "und",
  texts: {},
} as MessageBundle;

/**
 * What no bundle has a text for: the server's text, or else what became of the request. Where that
 * is unknown, the general description still says what to do.
 */
function sayWithoutTexts(failure: Failure, bundles: readonly MessageBundle[]): LocalizedError {
  const bundle = bundles.find(({ outcomes }) => outcomes !== undefined);
  const { locale, outcomes, texts } = bundle ?? bundles.at(0) ?? NO_BUNDLE;
  const outcome = outcomes?.[outcomeKeyOf(failure)] ?? "";
  const raw = Object.hasOwn(failure, "msg") ? (failure as FailureMembers).msg : null;
  const isKnown = failure.outcome !== "unknown" || !Object.hasOwn(texts, "UNRECOGNIZED");
  const [, , description = ""] = (isKnown ? undefined : texts.UNRECOGNIZED) ?? [];
  return {
    title: "",
    message: raw || outcome,
    outcome,
    description,
    locale,
    messageLocale: raw ? "und" : locale,
  };
}
