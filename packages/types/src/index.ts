export type {
  ApiError,
  ErrorCode,
  ErrorName,
  ErrorParams,
  KnownError,
  KnownErrorOf,
  UnrecognizedError,
} from "./api-error.js";
export type { Failure, InvalidResponse, Issue, NoResponse } from "./failure.js";
export type * from "./generated/bodies.js";
export type { Category, ErrorEntries, Fault, Outcome, Retry } from "./generated/entries.js";
export type {
  BatchItem,
  BatchResult,
  ErrorResult,
  InvalidBatchItem,
  InvalidResult,
  ParsedResponse,
  SuccessResult,
} from "./parsed-response.js";
