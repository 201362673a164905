import type { BatchItem, BatchResult, ErrorResult, SuccessResult } from "./generated/types.js";
import {
  batchPath,
  codeOf,
  codePath,
  errorOf,
  findFailedFlag,
  hasCode,
  hasErrorMember,
  isSuccessCode,
  itemsOf,
  messageOf,
  messagePath,
  numericCodes,
  otherMessageOf,
} from "./generated/wire.js";
import {
  CONTRADICTION,
  FOREIGN,
  type InvalidBody,
  NOT_A_CODE,
  NOT_A_SUCCESS,
  NOT_A_TEXT,
  toInvalidBody,
  UNCODED,
} from "./invalid-body.js";
import { toInvalidResponse } from "./invalid-response.js";
import { hasHoles, isClientResponse, NOT_A_BODY } from "./json-data.js";
import { type Members, membersOf, NO_MEMBERS } from "./members.js";
import { readBatch } from "./read-batch.js";
import { toError } from "./to-error.js";

const WRONG_TEXT = /* @__PURE__ */ toInvalidBody("type", NOT_A_TEXT, messagePath);
const WRONG_CODE = /* @__PURE__ */ toInvalidBody("type", NOT_A_CODE, codePath);
const WITH_HOLES = /* @__PURE__ */ toInvalidBody("type", NOT_A_BODY, batchPath);
const FAILED_WITH_CODE = /* @__PURE__ */ toInvalidBody("httpStatus", CONTRADICTION, codePath);
const FAILED = /* @__PURE__ */ toInvalidBody("httpStatus", CONTRADICTION, []);

/**
 * Reads a body, or an item of a batch, by its own members. The rules are in the order in which they
 * decide. It never throws: a getter or a proxy that does is a result too, since no JSON parser
 * makes it.
 *
 * @param httpStatus The HTTP status, or 0 where it is not known.
 */
export function readBody(
  body: unknown,
  httpStatus: number,
  mayBeBatch: boolean,
): SuccessResult | ErrorResult | BatchResult | InvalidBody {
  try {
    const members = membersOf(body);
    if (members === undefined) return FOREIGN;
    const error = errorOf(members);
    const msg = messageOf(error) ?? undefined;
    if (msg !== undefined && typeof msg !== "string") return WRONG_TEXT;
    const code = codeOf(error);
    // To look for a member takes longer than to read it.
    const isPresent = code !== undefined || hasCode(error);
    if (isPresent && !isSuccessCode(code)) {
      if (!isCode(code)) return WRONG_CODE;
      const text = msg ?? otherMessageOf(error);
      return { kind: "error", error: toError(code, text, httpStatus), body };
    }
    if (httpStatus >= 400) return isPresent ? FAILED_WITH_CODE : FAILED;
    return (
      findFailure(members, isPresent, msg, mayBeBatch) ??
      readItems(members, body, mayBeBatch) ?? { kind: "success", body }
    );
  } catch {
    return FOREIGN;
  }
}

function isCode(code: unknown): code is string | number {
  return typeof code === "string" ? code !== "" : numericCodes && Number.isSafeInteger(code);
}

/**
 * Returns why a body without an error's code is not a success; undefined where it is one. An item
 * of a batch may have a status and headers of its own; a whole body that has them is a client's
 * response.
 */
function findFailure(
  members: Members,
  isCoded: boolean,
  msg: string | undefined,
  isWhole: boolean,
): InvalidBody | undefined {
  const flag = findFailedFlag(members);
  if (flag !== undefined) return toInvalidBody(flag[1], NOT_A_SUCCESS, [flag[0]]);
  if (isCoded) return undefined;
  if (isWhole && isClientResponse(members)) return FOREIGN;
  // Web frameworks put a status into the body.
  const { status } = members;
  const isOther = msg !== undefined || hasErrorMember(members);
  return isOther || (typeof status === "number" && status >= 400) ? UNCODED : undefined;
}

function readItems(
  members: Members,
  body: unknown,
  mayBeBatch: boolean,
): BatchResult | InvalidBody | undefined {
  const items = mayBeBatch && itemsOf(members);
  if (!Array.isArray(items)) return undefined;
  return hasHoles(items) ? WITH_HOLES : readBatch(items, body, isCoded, readItem);
}

function readItem(body: unknown, index: number): BatchItem {
  const read = readBody(body, 0, false) as SuccessResult | ErrorResult | InvalidBody;
  const { kind } = read;
  // Not by spreading: it takes three times as long.
  if (kind === "success") return { index, kind, body };
  if (kind === "error") return { index, kind, error: read.error, body };
  const { issues } = read;
  return { index, kind, error: toInvalidResponse(issues, null), issues, body };
}

/** Whether a body or an item has a value where an error's code stands. */
export function isCoded(body: unknown): boolean {
  return hasCode(errorOf(membersOf(body) ?? NO_MEMBERS));
}

/** Returns what stands where a body has the items of a batch. */
export function itemsIn(body: unknown): unknown {
  return itemsOf(membersOf(body) ?? NO_MEMBERS);
}
