import type { InvalidResult, Issue, SuccessResult } from "./generated/types.js";
import { toInvalidResult } from "./invalid-response.js";

/** A Standard Schema v1 (https://standardschema.dev) of a success body: what zod, valibot and arktype make. */
export interface SuccessSchema<Output = unknown> {
  readonly "~standard": {
    readonly version: 1;
    readonly vendor: string;
    readonly validate: (value: unknown) => SchemaResult<Output> | PromiseLike<SchemaResult<Output>>;
    readonly types?: { readonly input: unknown; readonly output: Output } | undefined;
  };
}

/** What a Standard Schema says of a value. */
export type SchemaResult<Output> =
  | { readonly value: Output; readonly issues?: undefined }
  | { readonly issues: readonly SchemaIssue[] };

/** What is wrong with a value, in the words of Standard Schema. */
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
  const checked = validate(body, schema);
  return "value" in checked
    ? { kind: "success", body: checked.value }
    : toInvalidResult(checked.issues, body, httpStatus);
}

function validate<Output>(
  body: unknown,
  schema: SuccessSchema<Output>,
): { readonly value: Output } | { readonly issues: readonly Issue[] } {
  try {
    const result = schema["~standard"].validate(body);
    if ("then" in result) {
      // Nobody awaits it: a rejection must not end the process.
      result.then(undefined, () => {});
      return { issues: [toIssue("the schema is asynchronous, and cannot be awaited here")] };
    }
    if (result.issues === undefined) return { value: result.value };
    const issues = result.issues.map(({ message, path }) => toIssue(message, path));
    return { issues: issues.length > 0 ? issues : [toIssue("the schema refuses it")] };
  } catch (error) {
    return { issues: [toIssue(`the schema threw: ${describe(error)}`)] };
  }
}

function toIssue(message: string, path: SchemaIssue["path"] = []): Issue {
  const steps = path.map((step) => (typeof step === "object" ? step.key : step));
  return {
    message,
    path: steps.map((key) => (typeof key === "symbol" ? String(key) : key)),
    keyword: "schema",
  };
}

function describe(error: unknown): string {
  try {
    return String(error);
  } catch {
    return "an error that cannot be read";
  }
}
