import type {
  BatchItem,
  BatchResult,
  ErrorResult,
  Issue,
  SuccessResult,
} from "./generated/types.js";
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
  statuses,
} from "./generated/wire.js";
import { identify } from "./identify.js";
import { toInvalidResponse } from "./invalid-response.js";
import { hasHoles, isClientResponse, NOT_A_BODY } from "./json-data.js";
import { type Members, membersOf, NO_MEMBERS } from "./members.js";

/** Why a body is not one that the API sends. */
export interface InvalidBody {
  readonly kind: "invalid";
  readonly issues: readonly Issue[];
}

/** Makes it once for all: it is frozen, and returned again and again. */
function toInvalidBody(keyword: string, message: string, path: Issue["path"]): InvalidBody {
  const issue = Object.freeze({ message, path: Object.freeze(path), keyword });
  return { kind: "invalid", issues: Object.freeze([issue]) };
}

const FOREIGN = /* @__PURE__ */ toInvalidBody("type", NOT_A_BODY, []);
const UNREADABLE = /* @__PURE__ */ toInvalidBody("type", "must be plain data", []);
const NOT_A_TEXT = /* @__PURE__ */ toInvalidBody("type", "must be a string or null", messagePath);
const NOT_A_CODE = /* @__PURE__ */ toInvalidBody("type", "must be a code", codePath);
const UNCODED = /* @__PURE__ */ toInvalidBody("required", `must have a ${codePath.at(-1)}`, []);
const WITH_HOLES = /* @__PURE__ */ toInvalidBody("type", NOT_A_BODY, batchPath);

const CONTRADICTION = "contradicts the HTTP status";
const CODE_CONTRADICTS = /* @__PURE__ */ toInvalidBody("httpStatus", CONTRADICTION, codePath);
const BODY_CONTRADICTS = /* @__PURE__ */ toInvalidBody("httpStatus", CONTRADICTION, []);

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
    if (msg !== undefined && typeof msg !== "string") return NOT_A_TEXT;
    if (hasCode(error)) {
      const code = codeOf(error);
      if (!isSuccessCode(code))
        return readError(code, msg ?? otherMessageOf(error), httpStatus, body);
    }
    const isOther = msg !== undefined || hasErrorMember(members);
    return (
      findFailure(members, hasCode(error), isOther, httpStatus) ??
      (mayBeBatch ? readBatch(members, body) : undefined) ?? { kind: "success", body }
    );
  } catch {
    return UNREADABLE;
  }
}

/**
 * Reads an error that has a code. Where the code and the text mean none that is known, the HTTP
 * status may say when to try again.
 */
function readError(
  code: unknown,
  msg: string | undefined,
  httpStatus: number,
  body: unknown,
): ErrorResult | InvalidBody {
  const isCode =
    typeof code === "string" ? code !== "" : numericCodes && Number.isSafeInteger(code);
  if (!isCode) return NOT_A_CODE;
  const error = identify(code as string | number, msg);
  const isUnexplained = error.name === "UNRECOGNIZED" && httpStatus >= 400;
  return {
    kind: "error",
    error: isUnexplained ? { ...error, ...statuses[httpStatus] } : error,
    body,
  };
}

/**
 * Returns why a body without an error's code is not a success; undefined where it is one. `isOther`
 * says whether it speaks of an error all the same.
 */
function findFailure(
  members: Members,
  isCoded: boolean,
  isOther: boolean,
  httpStatus: number,
): InvalidBody | undefined {
  if (httpStatus >= 400) return isCoded ? CODE_CONTRADICTS : BODY_CONTRADICTS;
  const flag = findFailedFlag(members);
  if (flag !== undefined) {
    const [key, keyword] = flag;
    return toInvalidBody(keyword, "does not say that the request succeeded", [key]);
  }
  if (isCoded) return undefined;
  if (isClientResponse(members)) return FOREIGN;
  // Web frameworks put a status into the body.
  const { status } = members;
  return isOther || (typeof status === "number" && status >= 400) ? UNCODED : undefined;
}

function readBatch(members: Members, body: unknown): BatchResult | InvalidBody | undefined {
  const items = itemsOf(members);
  if (!Array.isArray(items)) return undefined;
  if (hasHoles(items)) return WITH_HOLES;
  if (!items.some(isCodedItem)) return undefined;
  const read: BatchItem[] = [];
  // Not `map`, which leaves holes out.
  for (let index = 0; index < items.length; index++) read.push(readItem(items[index], index));
  return { kind: "batch", items: read, body };
}

/** Whether an item has a code of its own. One that cannot be read has none, and is invalid. */
function isCodedItem(item: unknown): boolean {
  try {
    return hasCode(errorOf(membersOf(item) ?? NO_MEMBERS));
  } catch {
    return false;
  }
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
