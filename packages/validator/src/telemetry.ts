import type { Failure } from "./generated/types.js";
import { catalogId } from "./generated/wire.js";
import { unpolluted } from "./unpolluted.js";

// An alias: an interface cannot be assigned to the index signature of OpenTelemetry's own type.
/** Attributes of a span, a metric or a log record, in OpenTelemetry's words. */
export type ErrorAttributes = {
  /** The failure's name: one of few, the same in every occurrence. */
  readonly "error.type": Failure["name"];
  readonly [attribute: `${string}.error.${"code" | "outcome" | "retry"}`]: string;
};

/** Matches a code. Anything else stays out, since a gateway may put a whole text there. */
const CODE = /^[\w.:-]{1,32}$/;

/**
 * Returns a failure as attributes: `error.type`, and the code, outcome and retry under the
 * catalog's id with underscores. Values are few by design, fit for metrics. Params and texts are
 * left out: they identify people and requests.
 *
 * @example
 * span.setAttributes(errorAttributes(failure));
 */
export function errorAttributes(failure: Failure): ErrorAttributes {
  const prefix = `${catalogId.replaceAll("-", "_")}.error` as const;
  const { code: given = "" } = unpolluted(failure) as { readonly code?: string };
  const code = CODE.test(given) ? given : undefined;
  return {
    "error.type": failure.name,
    ...(code !== undefined && { [`${prefix}.code`]: code }),
    [`${prefix}.outcome`]: failure.outcome,
    [`${prefix}.retry`]: failure.retry,
  };
}
