import type { NoResponse } from "../generated/types.js";
import { failureOf, identify } from "../generated/validator.js";
import type { Answer, Unanswered } from "./answer.js";
import { type Members, membersOf } from "./members.js";
import { statusOf } from "./status-of.js";

/** What browsers write where nothing was sent. */
const NEVER_SENT =
  /ERR_(?:BLOCKED_BY|NAME_NOT_RESOLVED|CONNECTION_REFUSED|INTERNET_DISCONNECTED|ADDRESS_|CERT_|SSL_|PROXY_)/;

const LOST: NoResponse = { name: "NO_RESPONSE", outcome: "unknown", retry: "after-reconcile" };
const UNSENT: NoResponse = { name: "NO_RESPONSE", outcome: "rejected", retry: "after-delay" };

/** Returns the failure of a browser's request without an answer: its status is 0. */
export function unansweredInBrowser(response: Members): Unanswered | undefined {
  if (response.status !== 0) return undefined;
  const { _error: error } = response;
  const wasSent = typeof error !== "string" || !NEVER_SENT.test(error);
  return { kind: "none", error: wasSent ? LOST : UNSENT };
}

/**
 * Returns what an exception in a log says: one of the generated packages has the failure itself, a
 * client's says that no answer came. Loggers keep the name of an exception as its type.
 */
export function readThrown(thrown: Members): Answer["result"] | undefined {
  const own = membersOf(thrown.failure);
  if (typeof own?.code === "string") {
    const msg = typeof own.msg === "string" ? own.msg : undefined;
    return { kind: "error", error: identify(own.code, msg), body: undefined };
  }
  // A client's exception that names a status had an answer.
  if (statusOf(undefined, thrown) !== undefined) return undefined;
  const { name, type, code, message, syscall } = thrown;
  const failure = failureOf({ name: name ?? type, code, message, syscall });
  return failure?.name === "NO_RESPONSE" ? { kind: "none", error: failure } : undefined;
}
