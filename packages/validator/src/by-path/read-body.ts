import type {
  ApiError,
  BatchItem,
  BatchResult,
  ErrorResult,
  SuccessResult,
} from "../generated/types.js";
import {
  CONTRADICTION,
  FOREIGN,
  type InvalidBody,
  NOT_A_CODE,
  NOT_A_SUCCESS,
  NOT_A_TEXT,
  toInvalidBody,
  UNCODED,
} from "../invalid-body.js";
import { toInvalidResponse } from "../invalid-response.js";
import { hasHoles, isClientResponse, isJsonContainer } from "../json-data.js";
import { type Members, membersOf } from "../members.js";
import { readBatch } from "../read-batch.js";
import { toError } from "../to-error.js";
import { findValues, type Located } from "./find-values.js";
import { findFlag, judgeFlags } from "./judge-flags.js";
import type { ErrorPlaces, PathWire } from "./path-wire.js";
import {
  anyTextIn,
  type CodedError,
  hasCodeAt,
  type ReadErrors,
  readErrors,
} from "./read-error.js";

/**
 * Reads a body by the paths of the manifest: what `read-body.ts` does by names. The rules are in
 * the order in which they decide. It never throws.
 *
 * @param httpStatus The HTTP status, or 0 where it is not known.
 */
export function readBodyByPaths(
  wire: PathWire,
  body: unknown,
  httpStatus: number,
  mayBeBatch: boolean,
): SuccessResult | ErrorResult | BatchResult | InvalidBody {
  try {
    if (!isJsonContainer(body)) return FOREIGN;
    const places = mayBeBatch ? wire.body : wire.item;
    const verdict = judgeFlags(wire, body, httpStatus);
    const read: ReadErrors =
      verdict === "succeeded" ? { kind: "none" } : readErrors(wire, places, body);
    if (read.kind === "textless") return toInvalidBody("type", NOT_A_TEXT, read.place);
    if (read.kind === "codeless") return toInvalidBody("type", NOT_A_CODE, read.place);
    if (read.kind === "error") return toErrorResult(wire, read, httpStatus, body);
    if (read.kind === "none" && wire.statusIsCode && httpStatus >= 400 && httpStatus < Infinity) {
      const error = { code: String(httpStatus), text: anyTextIn(places, body) };
      return toErrorResult(wire, { first: error, errors: [error] }, httpStatus, body);
    }
    const place = read.kind === "success" ? read.place : undefined;
    const known = { place, hasSucceeded: verdict === "succeeded", httpStatus, isItem: !mayBeBatch };
    return (
      findFailure(wire, places, body, known) ??
      (mayBeBatch ? readItems(wire, body) : undefined) ?? { kind: "success", body }
    );
  } catch {
    return FOREIGN;
  }
}

/** Whether a body or an item has a value where an error's code stands. */
export function isCodedByPaths(wire: PathWire, body: unknown): boolean {
  return hasCodeAt(wire.body, body);
}

/** Returns what stands where a body has the items of a batch. */
export function itemsByPaths({ batch, item }: PathWire, body: unknown): unknown {
  const lists = batch === undefined ? [] : findValues({ value: body, place: [] }, batch);
  const isBatch = ({ value }: Located) =>
    Array.isArray(value) && !hasHoles(value) && value.some((each) => hasCodeAt(item, each));
  return (lists.find(isBatch) ?? lists[0])?.value;
}

function toErrorResult(
  wire: PathWire,
  { first, errors }: { readonly first: CodedError; readonly errors: readonly CodedError[] },
  httpStatus: number,
  body: unknown,
): ErrorResult {
  const all = errors.map(({ code, text }) => toError(code, text, httpStatus));
  const error = all[errors.indexOf(first)] as ApiError;
  const listed = wire.body.isList ? { errors: all } : {};
  return { kind: "error", error, ...listed, body } as ErrorResult;
}

/** The facts about a body without an error's code. */
interface Known {
  /** The place of its success code. */
  readonly place: Located["place"] | undefined;
  /** Whether a flag or the HTTP status says that the request succeeded. */
  readonly hasSucceeded: boolean;
  readonly httpStatus: number;
  /** Whether it is an item of a batch, which may have a status and headers of its own. */
  readonly isItem: boolean;
}

/** Returns why a body without an error's code is not a success; undefined where it is one. */
function findFailure(
  wire: PathWire,
  places: ErrorPlaces,
  body: object,
  { place, hasSucceeded, httpStatus, isItem }: Known,
): InvalidBody | undefined {
  if (httpStatus >= 400) return toInvalidBody("httpStatus", CONTRADICTION, place ?? []);
  const flag = hasSucceeded ? undefined : findFlag(wire, body);
  if (flag !== undefined) return toInvalidBody(flag.keyword, NOT_A_SUCCESS, flag.place);
  if (place !== undefined) return undefined;
  if (!isItem && isClientResponse(body)) return FOREIGN;
  if (hasSucceeded) return undefined;
  const isOther = anyTextIn(places, body, 1) !== undefined || isOtherError(places, body);
  return isOther ? UNCODED : undefined;
}

/** Whether something stands where the API has its errors, or where web frameworks have theirs. */
function isOtherError({ error, isList }: ErrorPlaces, body: object): boolean {
  const isSomething = ({ value }: Located) =>
    value !== null && !(isList && Array.isArray(value) && value.length === 0);
  const located = error.length > 0 ? findValues({ value: body, place: [] }, error) : [];
  const { status } = membersOf(body) as Members;
  return located.some(isSomething) || (typeof status === "number" && status >= 400);
}

function readItems(wire: PathWire, body: unknown): BatchResult | InvalidBody | undefined {
  const items = itemsByPaths(wire, body);
  if (!Array.isArray(items)) return undefined;
  if (hasHoles(items)) return FOREIGN;
  const readItem = (item: unknown, index: number): BatchItem => {
    const read = readBodyByPaths(wire, item, 0, false);
    if (read.kind !== "invalid") return { index, ...(read as ErrorResult), body: item };
    const { issues } = read;
    return { index, kind: "invalid", error: toInvalidResponse(issues, null), issues, body: item };
  };
  return readBatch(items, body, (item) => hasCodeAt(wire.item, item), readItem);
}
