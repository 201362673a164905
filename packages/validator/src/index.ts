export * from "./generated/api-error.js";
export type * from "./generated/types.js";
export { identify } from "./identify.js";
export { type ErrorHandlers, matchError } from "./match-error.js";
export { parseResponse, type ResponseContext } from "./parse-response.js";
export type { ResponseErrorOptions } from "./response-error.js";
export { assertErrorBody, errorBodySchema, isErrorBody, responseSchema } from "./schemas.js";
export type { JsonSchemaOptions, StandardResult, StandardSchema } from "./standard-schema.js";
