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

/** Returns the body with the answers to several requests. */
export function batchBody(items: readonly object[]): object {
  const nested = api.batchPath.reduceRight<unknown>((inner, name) => ({ [name]: inner }), items);
  return { ...api.successBody, ...(nested as object) };
}

/** Returns an error as an item of a batch. */
export function errorItem(code: string | number, text: string): object {
  const values: Readonly<Record<string, string | number>> = { "{code}": code, "{message}": text };
  const fill = (value: unknown): unknown => {
    if (typeof value === "string") return values[value] ?? value;
    if (Array.isArray(value)) return value.map(fill);
    return Object.fromEntries(Object.entries(value as object).map(([k, v]) => [k, fill(v)]));
  };
  return fill(api.errorItem) as object;
}
