import { fill, ownValue, type Template, toTemplate } from "./fill.js";
import type { Failure } from "./generated/types.js";
import type { MessageBundle, TextName } from "./message-bundle.js";

/** A failure in words. All of it is text, not HTML: put it on a page as text, never as markup. */
export interface LocalizedError {
  /** A few words for the head of a message; empty where the bundle has messages alone. */
  readonly title: string;
  /** One sentence on what happened. */
  readonly message: string;
  /** One sentence on what became of the request. */
  readonly outcome: string;
  /** Advice on the next step; empty where no text says. */
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
  const { name, outcome, retry } = failure;
  // One bundle is the usual case, and needs no list.
  const texts = isOne(messages) ? prepare(messages, name) : findTexts(messages, name);
  if (texts === undefined || texts.outcome !== outcome || texts.retry !== retry)
    return sayAnew(failure, isOne(messages) ? [messages] : messages);
  return texts.said ?? say(failure, texts, texts.sentence);
}

function isOne(messages: MessageBundle | readonly MessageBundle[]): messages is MessageBundle {
  return !Array.isArray(messages);
}

function findTexts(bundles: readonly MessageBundle[], name: TextName): PreparedTexts | undefined {
  for (const bundle of bundles) {
    const texts = prepare(bundle, name);
    if (texts !== undefined) return texts;
  }
  return undefined;
}

/**
 * The name of a failure's texts. Those of the failures that are not errors say that the outcome is
 * unknown: where it is another, there are none.
 */
function textNameOf({ name, outcome }: Pick<Failure, "name" | "outcome">): TextName | undefined {
  if (outcome === "unknown") return name;
  if (name === "NO_RESPONSE") return outcome === "rejected" ? "NO_RESPONSE_rejected" : undefined;
  return name === "UNRECOGNIZED" || name === "INVALID_RESPONSE" ? undefined : name;
}

/** The texts of a failure as they are filled in, and what is the same for all that are alike. */
interface PreparedTexts {
  readonly bundle: MessageBundle;
  readonly title: string;
  readonly message: Template;
  readonly description: Template;
  /** The message without params; empty where there is none. */
  readonly paramless: string;
  /**
   * The outcome and the retry of the failure that came last: the next one has the same. `null` is
   * equal to neither, not even where an object made by hand lacks them.
   */
  outcome: Failure["outcome"] | null;
  retry: Failure["retry"] | null;
  /** The sentence on what became of such a request. */
  sentence: string;
  /** All that is said of it, where it has no params. */
  said: LocalizedError | undefined;
}

/** The prepared texts of each bundle: a text is cut at its placeholders when first needed. */
const preparedBundles = new WeakMap<MessageBundle, Map<string, PreparedTexts>>();

/** The bundle that was asked last, as nearly always the next one, and what is prepared of it. */
let lastBundle: MessageBundle | undefined;
let lastPrepared: Map<string, PreparedTexts> | undefined;

function prepare(bundle: MessageBundle, name: TextName): PreparedTexts | undefined {
  if (bundle !== lastBundle) {
    lastPrepared = preparedBundles.get(bundle);
    lastBundle = bundle;
  }
  return lastPrepared?.get(name) ?? prepareAnew(bundle, name);
}

/**
 * Prepares the texts of an error for the first time. It is a function of its own so that `prepare`,
 * which every call runs, is short enough to be inlined.
 */
function prepareAnew(bundle: MessageBundle, name: TextName): PreparedTexts | undefined {
  const texts = ownValue(bundle.texts, name);
  if (texts === undefined) return undefined;
  const [message, title = "", description = "", paramless = "", words = {}] = texts;
  const prepared: PreparedTexts = {
    bundle,
    title,
    message: toTemplate(message, words),
    description: toTemplate(description, words),
    paramless,
    outcome: null,
    retry: null,
    sentence: "",
    said: undefined,
  };
  // Not `lastPrepared`: a getter of the texts may have localized with another bundle.
  const known = preparedBundles.get(bundle) ?? new Map<string, PreparedTexts>();
  preparedBundles.set(bundle, known.set(name, prepared));
  lastBundle = bundle;
  lastPrepared = known;
  return prepared;
}

/** Says what a failure means, and remembers what is the same for the next one of its name. */
function sayAnew(failure: Failure, bundles: readonly MessageBundle[]): LocalizedError {
  const { outcome, retry } = failure;
  const name = textNameOf(failure);
  const texts = name === undefined ? undefined : findTexts(bundles, name);
  // Not `bundles[0]`, which another program may have set for all arrays.
  const [first = NO_BUNDLE] = bundles;
  const speaker = [texts?.bundle, ...bundles].find((bundle) => bundle?.outcomes);
  const isRepeat = outcome === "rejected" && retry === "after-reconcile";
  const sentence = speaker?.outcomes?.[isRepeat ? "rejected-after-reconcile" : outcome] ?? "";
  if (texts === undefined) return sayWithoutTexts(failure, speaker ?? first, sentence);
  const text = say(failure, texts, sentence);
  // A bundle without outcomes may be in other chains too.
  if (texts.bundle === speaker) {
    texts.outcome = outcome;
    texts.retry = retry;
    texts.sentence = sentence;
    const slots = texts.message.slots.length + texts.description.slots.length;
    texts.said = name === "UNRECOGNIZED" || slots > 0 ? undefined : Object.freeze(text);
  }
  return text;
}

/** Fills in the texts of a failure. */
function say(
  failure: Failure,
  { bundle, title, message, description, paramless }: PreparedTexts,
  outcome: string,
): LocalizedError {
  const { locale } = bundle;
  const raw = failure.name === "UNRECOGNIZED" ? withoutBlank(failure.msg) : null;
  const params = paramsOf(failure);
  return {
    title,
    message: raw ?? fill(message, params, paramless),
    outcome,
    description: fill(description, params),
    locale,
    messageLocale: raw ? "und" : locale,
  };
}

/** Returns the server's text, or `null` where a reader would see nothing. */
function withoutBlank(text: string | null | undefined): string | null {
  return text && /\S/.test(text) ? text : null;
}

/**
 * Returns the params of a failure. Its name decides whether it has any: another program may add a
 * member `params` to all objects.
 */
function paramsOf(failure: Failure): FailureMembers["params"] {
  // An error of a list may have no code.
  if (failure.name === "UNRECOGNIZED") return failure.code === "" ? null : { code: failure.code };
  const hasNone = failure.name === "INVALID_RESPONSE" || failure.name === "NO_RESPONSE";
  return hasNone ? null : (failure as FailureMembers).params;
}

/** The members that only some failures have. */
interface FailureMembers {
  readonly msg?: string | null;
  readonly params?: Readonly<Record<string, string>> | null;
}

const NO_BUNDLE: MessageBundle = { locale: "und", texts: {} };

/**
 * Localizes a failure without texts: the server's text, or else what became of the request. Where
 * that is unknown, the general description still says what to do.
 */
function sayWithoutTexts(
  failure: Failure,
  { locale, texts }: MessageBundle,
  outcome: string,
): LocalizedError {
  const raw = withoutBlank(ownValue(failure as FailureMembers, "msg"));
  const general = failure.outcome === "unknown" ? ownValue(texts, "UNRECOGNIZED") : undefined;
  const [, , description = ""] = general ?? [];
  return {
    title: "",
    message: raw ?? outcome,
    outcome,
    description,
    locale,
    messageLocale: raw ? "und" : locale,
  };
}
