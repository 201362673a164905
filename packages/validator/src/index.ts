export { assertErrorBody, isErrorBody } from "./error-body.js";
export * from "./generated/api-error.js";
export type * from "./generated/types.js";
export { identify } from "./identify.js";
export { type ErrorHandlers, matchError } from "./match-error.js";
export { parseResponse, type ResponseContext } from "./parse-response.js";
export type { ResponseErrorOptions } from "./response-error.js";
