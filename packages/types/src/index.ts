export type {
  ApiError,
  ErrorCode,
  ErrorName,
  ErrorParams,
  KnownError,
  KnownErrorOf,
  UnrecognizedError,
} from "./api-error.js";
export type { Category, ErrorEntries, Fault, Outcome, Retry } from "./generated/entries.js";
export type * from "./generated/wire.js";
export type {
  BatchItem,
  BatchResponse,
  ErrorResponse,
  InvalidResponse,
  Issue,
  ParsedResponse,
  SuccessResponse,
} from "./parsed-response.js";
