import { readOwnText } from "../capture/bodies/own-failure.js";
import { LOST } from "../capture/requests/no-response.js";
import { statusInText } from "../capture/requests/status-of.js";
import { readBrowserError, readWords } from "../capture/requests/unanswered.js";
import type { Failure } from "../generated/types.js";
import { failureOf, parseText } from "../generated/validator.js";
import { failuresOf } from "./failures-of.js";
import type { Found } from "./finding.js";

const UNKNOWN = { outcome: "unknown", retry: "after-reconcile" } as const;

/** The failures that no entry is about, as they are asked for by name. */
const NAMED: readonly Failure[] = [
  LOST,
  { name: "INVALID_RESPONSE", ...UNKNOWN, httpStatus: null, issues: [] },
  { name: "UNRECOGNIZED", ...UNKNOWN, code: "…", msg: null, candidates: [] } as unknown as Failure,
];

/** More than anybody types; of a longer text, its start says what happened. */
const LONGEST = 5000;

/**
 * Finds a failure that no entry is about: by its name, in what a proxy answered in the place of the
 * API (`504 Gateway Timeout`, a page), or in what a client says of a request without an answer
 * (`ECONNRESET`, `socket hang up`).
 */
export function findGeneral(asked: string): Found | undefined {
  const text = asked.slice(0, LONGEST);
  const own = readOwnText(text, []);
  if (own !== undefined) return { way: "text", failures: failuresOf(own.result) };
  const named = findNamed(text);
  if (named !== undefined) return { way: "name", failures: [named] };
  const failure = readStatus(text) ?? readLost(text);
  return failure && { way: "text", failures: [failure] };
}

/** Finds a request that was sent and got no answer, in a text that says something else too. */
export function findBroken(asked: string): Failure | undefined {
  const text = asked.slice(0, LONGEST);
  const own = readOwnText(text, [])?.result;
  const failure = own?.kind === "none" ? own.error : readLost(text);
  return failure?.outcome === "unknown" ? failure : undefined;
}

function findNamed(text: string): Failure | undefined {
  const word = text.toUpperCase().replaceAll(/[\s-]+/g, "_");
  return NAMED.find(({ name }) => name === word || new RegExp(`\\b${name}\\b`).test(text));
}

/** An answer that is not the API's: a failed status on its own, or a page. */
function readStatus(text: string): Failure | undefined {
  const status = statusInText(text) ?? 0;
  const isFailed = status >= 400;
  if (!isFailed && !/^<(?:!doctype|html)\b/i.test(text)) return undefined;
  const result = parseText("", { httpStatus: isFailed ? status : undefined });
  // Whether the answer had a body was not asked.
  return result.kind === "invalid" ? { ...result.error, issues: [] } : undefined;
}

/** A system call that precedes a connection, and a word that may be a code of the network. */
const CODES = /(?:\b(connect|getaddrinfo)\s)?\b([A-Z][A-Z\d]*(?:_[A-Z\d]+)*)\b/g;

/**
 * Matches a thrown error with its name; words alone are those of fetch, such as `Failed to fetch`.
 */
const THROWN =
  /^(?:(?:Uncaught (?:\(in promise\) )?)?(\w*Error): )?((?<=: ).*|(?:\w+ ){1,2}\w+|(?:NetworkError when|The (?:network|Internet) connection) [\w ]+)\.?$/;

/** Reads lost requests: of several attempts, one that may have been sent counts. */
function readLost(text: string): Failure | undefined {
  const [, name = "TypeError", message] = THROWN.exec(text) ?? [];
  const errors = [...text.matchAll(CODES)]
    .slice(0, 100)
    .map(([, syscall, code]): object => ({ code, syscall }));
  const said = [{ name, message }, ...errors].flatMap((error) => failureOf(error) ?? []);
  const words = text.includes("net::ERR_") ? readBrowserError(text) : readWords(text);
  return [...said, words].find((failure) => failure?.outcome === "unknown") ?? said[0] ?? words;
}
