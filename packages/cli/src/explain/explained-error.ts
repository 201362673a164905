import type { EntryInfo, Evidence } from "../catalog/entry-info.js";
import { entriesWithCode, entryNamed, successorOf } from "../catalog/lookup.js";
import { errorBody } from "../generated/body.js";
import { type LocalizedError, localize, type MessageBundle } from "../generated/messages.js";
import type { Failure, Outcome, Retry } from "../generated/types.js";

/** All that is said about one error. Its JSON is a part of the output of `--json`. */
export interface ExplainedError {
  readonly name: string;
  /** The code; `null` for an answer that is not the API's. */
  readonly code: string | null;
  readonly aliases: readonly string[];
  readonly httpStatus: number | null;
  readonly category: string | null;
  readonly fault: string | null;
  readonly outcome: Outcome;
  readonly retry: Retry;
  /** The shortest wait of `after-delay`, as an ISO 8601 duration. */
  readonly delay: string | null;
  readonly venue: string | null;
  /** The values in the text that came. */
  readonly params: Readonly<Record<string, string>> | null;
  /** The text that came. */
  readonly msg: string | null;
  /** Whether it follows no text that the catalog lists. */
  readonly drift: boolean;
  /** The texts in the reader's language. */
  readonly texts: Texts;
  /** A body as the API sends it, with examples for values; `null` where the catalog has none. */
  readonly wire: object | null;
  /** The text on the wire, with its placeholders, as documented. */
  readonly message: string | null;
  /** As documented; `null` where the source has none. */
  readonly description: string | null;
  /** Whether the API's own table lists it. */
  readonly documented: boolean;
  readonly evidence: readonly Evidence[];
  /** Other errors with the same code: the text of the response decides. */
  readonly sharesCodeWith: readonly { readonly name: string; readonly message: string }[];
  /** Errors that no source distinguishes from this one. */
  readonly alike: readonly string[];
  readonly retired: EntryInfo["retired"] | null;
  /** The fault of an answer that is not the API's. */
  readonly issues: readonly string[];
}

/** The texts in the reader's language. */
interface Texts extends LocalizedError {
  /** The text for developers alone; only with `--developer`. */
  readonly developer: string | null;
}

/** Returns all that is known about a failure, in the language of the first bundle. */
export function explainFailure(
  failure: Failure,
  messages: readonly MessageBundle[],
  developer: Readonly<Record<string, string>> = {},
): ExplainedError {
  const entry = entryNamed(failure.name);
  return {
    name: failure.name,
    code: "code" in failure ? failure.code : null,
    ...entryFacts(entry),
    httpStatus: entry?.httpStatus ?? ("httpStatus" in failure ? failure.httpStatus : null),
    outcome: failure.outcome,
    retry: failure.retry,
    params: "params" in failure ? failure.params : null,
    msg: "msg" in failure ? failure.msg : null,
    drift: "drift" in failure && failure.drift,
    texts: toTexts(failure, messages, developer),
    wire: entry === undefined ? null : exampleBody(entry, failure),
    sharesCodeWith: sharers(failure, entry),
    issues: "issues" in failure ? failure.issues.map(({ message }) => message) : [],
  };
}

function entryFacts(entry: EntryInfo | undefined) {
  return {
    aliases: entry?.aliases ?? [],
    httpStatus: entry?.httpStatus ?? null,
    category: entry?.category ?? null,
    fault: entry?.fault ?? null,
    delay: entry?.delay ?? null,
    venue: entry?.venue ?? null,
    message: entry?.message ?? null,
    description: entry?.description || null,
    documented: entry?.documented ?? false,
    evidence: entry?.evidence ?? [],
    alike: entry?.alike ?? [],
    retired: entry?.retired ?? null,
  };
}

function toTexts(
  failure: Failure,
  messages: readonly MessageBundle[],
  developer: Readonly<Record<string, string>>,
): Texts {
  return { ...localize(failure, messages), developer: developer[failure.name] ?? null };
}

/** The body with the values that came, or else with the catalog's examples. */
function exampleBody(entry: EntryInfo, failure: Failure): object | null {
  const own = "params" in failure && failure.params !== null ? failure.params : {};
  const examples = Object.fromEntries(
    Object.entries(entry.params).map(([param, { example }]) => [param, example]),
  );
  // What came in another wording may be a value that the documented one cannot have.
  return writeBody(entry, { ...examples, ...own }) ?? writeBody(entry, examples);
}

function writeBody(entry: EntryInfo, params: object): object | null {
  // What was renamed is sent as its successor.
  const { name } = successorOf(entry) ?? entry;
  try {
    return (errorBody as (name: string, params: object) => object)(name, params);
  } catch {
    return null;
  }
}

function sharers(failure: Failure, entry: EntryInfo | undefined): ExplainedError["sharesCodeWith"] {
  if (!("code" in failure)) return [];
  const own = [failure.name, entry && successorOf(entry)?.name];
  const others = entriesWithCode(failure.code).filter(({ name }) => !own.includes(name));
  return others.map(({ name, message }) => ({ name, message }));
}
