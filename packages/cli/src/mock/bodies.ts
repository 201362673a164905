import { api } from "../generated/api.js";
import { parseResponse } from "../generated/validator.js";
import type { Fields } from "./received.js";

/** Returns a success with members, as the API answers it. */
export function successBody(members: Fields): object {
  // A member of a request may have the name of one that says "failed".
  const own = api.successBody;
  const bodies = [{ ...own, ...members }, { ...own, ...members, ...own }, own];
  return bodies.find((body) => parseResponse(body).kind === "success") ?? {};
}

/** Returns a body with the milliseconds of the mock's clock in place of `{now}`. */
export function fillTime(body: object): object {
  return fill(body, { "{now}": Date.now() }) as object;
}

/** Returns the body with the answers to several requests. */
export function batchBody(items: readonly object[]): object {
  return fill(api.batchBody, { "{items}": items }) as object;
}

/** Returns an error as an item of a batch. */
export function errorItem(code: string | number, text: string): object {
  return fill(api.errorItem, { "{code}": code, "{message}": text }) as object;
}

/** Puts values in the places of a body that stand for them. */
function fill(body: unknown, values: Readonly<Record<string, unknown>>): unknown {
  if (typeof body === "string") return Object.hasOwn(values, body) ? values[body] : body;
  if (Array.isArray(body)) return body.map((each) => fill(each, values));
  if (typeof body !== "object" || body === null) return body;
  return Object.fromEntries(Object.entries(body).map(([k, each]) => [k, fill(each, values)]));
}
