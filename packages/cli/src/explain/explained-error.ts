import type { EntryInfo, Evidence } from "../catalog/entry-info.js";
import { entriesWithCode, entryNamed } from "../catalog/lookup.js";
import { bodyKeys } from "../generated/api.js";
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
  readonly documentedMessage: string | null;
  readonly documentedDescription: string | null;
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
    sharesCodeWith: sharers(failure),
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
    documentedMessage: entry?.message ?? null,
    documentedDescription: entry?.description || null,
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
function exampleBody({ name, code, message, params }: EntryInfo, failure: Failure): object | null {
  const own = "params" in failure && failure.params !== null ? failure.params : {};
  const examples = Object.entries(params).map(([param, { example }]) => [param, example]);
  try {
    const values = { ...Object.fromEntries(examples), ...own };
    return (errorBody as (name: string, params: object) => object)(name, values);
  } catch {
    // A retired entry's name is not among those that are sent.
    const [codeKey = "code", messageKey = "message"] = [
      bodyKeys.codeKeys[0],
      bodyKeys.messageKeys[0],
    ];
    return { [codeKey]: code, [messageKey]: message };
  }
}

function sharers(failure: Failure): ExplainedError["sharesCodeWith"] {
  if (!("code" in failure)) return [];
  const others = entriesWithCode(failure.code).filter(({ name }) => name !== failure.name);
  return others.map(({ name, message }) => ({ name, message }));
}
