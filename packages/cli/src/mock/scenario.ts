import type { Fields } from "./received.js";
import type { Reply } from "./reply.js";

/** The behavior of the mock. */
export interface Scenario {
  /** The replies of routes, in the order in which they are looked up. */
  readonly replies: readonly Route[];
  /** The things that requests create, find and delete. */
  readonly resources: readonly Resource[];
}

/** The replies to the requests that fit a method and a path. */
export interface Route {
  /** As the scenario has it, such as `POST /orders/*`. */
  readonly route: string;
  /** Each is given once, in this order; then the mock answers as if there were none. */
  readonly replies: readonly Reply[];
}

/** Things of one kind, which the mock keeps by their id. */
export interface Resource {
  readonly path: string;
  /** The paths that take several at once. */
  readonly batch: readonly string[];
  /** The names of the members or params that may hold the id, of a request or of a thing. */
  readonly id: readonly string[];
  /** Members of what is created beside those of its request; `{n}` is a running number. */
  readonly members: Fields;
  /** The members that change when one is deleted; if absent, it is removed. */
  readonly deleted?: Fields | undefined;
  /** The reply where there is none with the id. */
  readonly missing?: Reply | undefined;
  /** The reply where there is one already; if absent, a repeat is executed again. */
  readonly duplicate?: Reply | undefined;
  /** The reply to a change of one that was deleted; if absent, it is executed. */
  readonly closed?: Reply | undefined;
  /** How long a request is accepted; if absent, always. */
  readonly expires?: Expiry | undefined;
}

/** How long a request is accepted, before and after the time that it says. */
export interface Expiry {
  /** The members that may hold its time, in milliseconds. A request without one never expires. */
  readonly timestamp: readonly string[];
  /** The members that may hold for how many milliseconds it is accepted. */
  readonly window: readonly string[];
  /** The milliseconds for a request without one. */
  readonly ms: number;
  /** The milliseconds that its time may be ahead; if absent, as many as it may be behind. */
  readonly ahead?: number | undefined;
  readonly reply: Reply;
}

/** Whether requests to a path are for several things at once. */
export function takesBatch(resources: readonly Resource[], path: string): boolean {
  return resources.some(({ batch }) => batch.includes(path));
}

/** The scenario without routes and resources: every request succeeds. */
export const EMPTY_SCENARIO: Scenario = { replies: [], resources: [] };

/** Whether a route fits a request. Its method may be left out; `*` in its path is any text. */
export function fitsRoute(route: string, method: string, path: string): boolean {
  const [, verb, pattern = ""] = /^(?:([A-Z]+)\s+)?(.*)$/.exec(route) ?? [];
  if (verb !== undefined && verb !== method) return false;
  const parts = pattern.split("*");
  const [first = "", last = ""] = [parts[0], parts.at(-1)];
  if (parts.length === 1) return path === pattern;
  if (path.length < first.length + last.length) return false;
  if (!path.startsWith(first) || !path.endsWith(last)) return false;
  let at = first.length;
  const end = path.length - last.length;
  return parts.slice(1, -1).every((part) => {
    const found = path.indexOf(part, at);
    at = found + part.length;
    return found >= 0 && at <= end;
  });
}
