import type { InvalidResult, Issue, SuccessResult } from "./generated/types.js";
import { toInvalidResult } from "./invalid-response.js";

/**
 * A Standard Schema v1 (https://standardschema.dev) of a success body: what zod, valibot and
 * arktype make.
 */
export interface SuccessSchema<Output = unknown> {
  readonly "~standard": {
    readonly version: 1;
    readonly vendor: string;
    readonly validate: (value: unknown) => SchemaResult<Output> | PromiseLike<SchemaResult<Output>>;
    readonly types?: { readonly input: unknown; readonly output: Output } | undefined;
  };
}

/** The result of validating a value by a Standard Schema. */
export type SchemaResult<Output> =
  | { readonly value: Output; readonly issues?: undefined }
  | { readonly issues: readonly SchemaIssue[] };

/** A fault of a value, in the terms of Standard Schema. */
export interface SchemaIssue {
  readonly message: string;
  readonly path?: readonly (PropertyKey | { readonly key: PropertyKey })[] | undefined;
}

/**
 * Checks the body of a success. A schema that throws, or that is asynchronous, checks nothing: then
 * the body is invalid, since nobody knows whether it is what the caller needs.
 */
export function checkSuccess<Output>(
  body: unknown,
  schema: SuccessSchema<Output>,
  httpStatus: number | null,
): SuccessResult<Output> | InvalidResult {
  let flaw = "throws";
  try {
    const result = schema["~standard"].validate(body) as SchemaResult<Output>;
    if (result.issues !== undefined)
      return toInvalidResult(result.issues.map(toIssue), body, httpStatus);
    if ("value" in result) return { kind: "success", body: result.value };
    // Nobody awaits it: a rejection must not end the process.
    Promise.resolve(result).catch(() => {});
    flaw = "is asynchronous";
  } catch {
    // It throws.
  }
  const issue = toIssue({ message: `cannot be checked: the schema ${flaw}` });
  return toInvalidResult([issue], body, httpStatus);
}

function toIssue({ message, path = [] }: SchemaIssue): Issue {
  const steps = path.map((step) => (typeof step === "object" ? step.key : step));
  return {
    message,
    path: steps.map((key) => (typeof key === "symbol" ? String(key) : key)),
    keyword: "schema",
  };
}
