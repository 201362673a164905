import { itemsIn, readBody } from "./generated/reader.js";
import type {
  BatchItem,
  ErrorResult,
  InvalidResult,
  NoResponse,
  ParsedResponse,
  SuccessResult,
} from "./generated/types.js";
import { gravestFailure } from "./gravest-failure.js";
import type { InvalidBody } from "./invalid-body.js";
import { toInvalidResponse } from "./invalid-response.js";
import { hasHoles } from "./json-data.js";
import { unpolluted } from "./unpolluted.js";

/** A request of a batch, and what the answer says of it. */
export interface PairedItem<Request> {
  readonly request: Request;
  /** The result of the request: an item of the answer, or what the answer says of all. */
  readonly item: BatchItem | SuccessResult | ErrorResult | InvalidResult | UnknownResult;
}

/** The result of a request that got no item in the answer: look up what became of it. */
export interface UnknownResult {
  readonly kind: "unknown";
  /** It may have been carried out, as one without a response. */
  readonly error: NoResponse;
}

/** Options on how an answer lists the requests of a batch. */
export interface PairOptions {
  /**
   * The meaning of a request that is not listed: `"success"` where the API lists failures alone, as
   * a cancellation by ids may. It counts only where there is a list, and every item in it bears the
   * id of a request. Default: `"unknown"`.
   */
  readonly unlisted?: "success" | "unknown" | undefined;
}

/**
 * Pairs the requests of a batch with the items of its answer: by the id in an item's body, or else
 * by place, if every request has an item and no id contradicts it. A place that no id confirms
 * counts only if all that it tells apart have one outcome, or if no request has an id. A repeat has
 * the unknown outcome of the request that it repeats. A request for which neither finds an item is
 * `unknown`: it may have been carried out.
 *
 * An answer that failed as a whole is the result of every request. A success that lists nothing
 * says nothing about any.
 *
 * @param key Returns the id of a request, as one of the item's members that end in `id` has it.
 *
 * @example
 * for (const { request, item } of pairBatch(result, orders, (order) => order.clientOrderId)) {
 *   if (nextStep(item, { method: "POST" }).action === "reconcile") await lookUp(request);
 * }
 */
export function pairBatch<Request>(
  result: ParsedResponse,
  requests: readonly Request[],
  key: (request: Request) => string | number | bigint | undefined,
  options: PairOptions = {},
): readonly PairedItem<Request>[] {
  const { unlisted } = unpolluted(options);
  if (result.kind === "error" || result.kind === "invalid")
    return requests.map((request) => ({ request, item: result }));
  const { body } = result;
  const listed = result.kind === "batch" ? result.items : readUncoded(body);
  const items = listed ?? [];
  const keys = requests.map((request) => idOf(key(request)));
  const ids = items.map((item) => idsIn(item.body));
  const claims = ids.map((own) => keys.filter((id) => own.has(id)));
  // An item that bears the id of a request from another place shows that places mean nothing.
  const isInOrder =
    items.length === requests.length &&
    claims.every((claim, place) => claim.length < 2 && claim.every((id) => id === keys[place]));
  // Where no id confirms a place, it may still be another's: then it tells what is so of all.
  const nameless = items.filter((_, place) => ids[place]?.size === 0);
  const isPlaced =
    isInOrder &&
    (claims.some((claim) => claim.length > 0) ||
      keys.every((id) => id === undefined) ||
      new Set(nameless.map(outcomeOf)).size < 2);
  const isListedById = listed !== undefined && claims.every((claim) => claim.length > 0);
  return requests.map((request, index) => {
    const id = keys[index];
    const [bearer, ...others] = items.filter((_, place) => claims[place]?.includes(id));
    // Neither two items with one id nor an item with the ids of two requests tells whose it is.
    const isOwn = bearer && others.length === 0 && claims[bearer.index]?.length === 1;
    const byId = isOwn ? bearer : undefined;
    const isNameless = id === undefined || ids[index]?.size === 0;
    const byPlace = isPlaced && isNameless ? items[index] : undefined;
    const isDone = unlisted === "success" && isListedById && bearer === undefined;
    return { request, item: byId ?? byPlace ?? (isDone ? { kind: "success", body } : unknown()) };
  });
}

/**
 * The items of a list without any code, read as those of a batch are: one may speak of a failure
 * all the same. Undefined where there is no list: then nothing is said of any request.
 */
function readUncoded(body: unknown): readonly BatchItem[] | undefined {
  try {
    const list = itemsIn(body);
    // Only a result that was made by hand has holes: there may be billions of them.
    return Array.isArray(list) && !hasHoles(list) ? list.map(readItem) : undefined;
  } catch {
    // A body that cannot be read lists nothing.
    return undefined;
  }
}

function unknown(): UnknownResult {
  const error = { name: "NO_RESPONSE", outcome: "unknown", retry: "after-reconcile" } as const;
  return { kind: "unknown", error };
}

function readItem(body: unknown, index: number): BatchItem {
  const read = readBody(body, 0, false) as SuccessResult | ErrorResult | InvalidBody;
  if (read.kind !== "invalid") return { index, ...read };
  return { index, ...read, error: toInvalidResponse(read.issues, null), body };
}

/** The outcome of an item; after a repeat, that of the request that it repeats is not known. */
function outcomeOf(item: BatchItem): string {
  if (item.kind === "success") return "applied";
  const { outcome, retry } = gravestFailure(item);
  return retry === "after-reconcile" ? "unknown" : outcome;
}

/** An id to compare. A long number was rounded, and is not the text of the same digits. */
function idOf<Id>(id: Id): Id | string {
  const isLong = typeof id === "number" && !Number.isSafeInteger(id);
  // An object in which a parser keeps a long number is an id too, though no request's.
  return id === undefined || isLong || Object(id) === id ? id : String(id);
}

/** The ids in an item's body, and in an object in it, such as its order. */
function idsIn(body: unknown): ReadonlySet<unknown> {
  const ids = new Set<unknown>();
  for (const outer of entriesOf(body))
    for (const [member, id] of [outer, ...entriesOf(outer[1])])
      if (/id$/i.test(member) && id != null && typeof id !== "boolean") ids.add(idOf(id));
  return ids;
}

function entriesOf(value: unknown): readonly (readonly [string, unknown])[] {
  try {
    const isObject = typeof value === "object" && value !== null && !Array.isArray(value);
    return isObject ? Object.entries(value) : [];
  } catch {
    // A getter that throws says no id.
    return [];
  }
}
