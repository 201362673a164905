import type { JsonSchema } from "../catalog/catalog.js";
import type { InitPlan } from "./init-plan.js";

/**
 * The JSON Schema of response bodies, for an API whose errors have a code and a text in these
 * members.
 */
export function initWireSchema(wire: InitPlan["wire"]): JsonSchema {
  const { error: envelope, code, message } = wire;
  const error = {
    type: "object",
    required: [code],
    properties: {
      [code]: { $ref: "#/$defs/WireErrorCode" },
      [message]: { $ref: "#/$defs/WireMessage" },
    },
    additionalProperties: true,
  };
  const body = { title: "ErrorBody", description: "The body of a failed request." };
  return {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    title: "ResponseBody",
    description:
      "A response body as the API sends it, parsed from JSON. Any object may have further members.",
    anyOf: [{ $ref: "#/$defs/ErrorBody" }, { $ref: "#/$defs/SuccessBody" }],
    $defs: {
      ...(envelope === undefined
        ? { ErrorBody: { ...body, ...error } }
        : {
            ErrorBody: {
              ...body,
              type: "object",
              required: [envelope],
              properties: { [envelope]: { $ref: "#/$defs/ErrorDetails" } },
              additionalProperties: true,
            },
            ErrorDetails: {
              title: "ErrorDetails",
              description: "The code and the text of an error.",
              ...error,
            },
          }),
      WireErrorCode: {
        title: "WireErrorCode",
        description: "The code of an error, as received: a string, or a JSON number.",
        type: ["string", "integer"],
        minimum: -Number.MAX_SAFE_INTEGER,
        maximum: Number.MAX_SAFE_INTEGER,
        not: { const: "" },
      },
      WireMessage: {
        title: "WireMessage",
        description: "The rendered text of an error. It may be null or missing.",
        type: ["string", "null"],
      },
      SuccessBody: {
        title: "SuccessBody",
        description: "The body of a success: an object without an error, or a list.",
        anyOf: [{ $ref: "#/$defs/SuccessObject" }, { $ref: "#/$defs/SuccessArray" }],
      },
      SuccessObject: successObject(wire),
      SuccessArray: { title: "SuccessArray", description: "A list.", type: "array", items: {} },
    },
  };
}

function successObject({ error: envelope, code, message }: InitPlan["wire"]): JsonSchema {
  // The errors of web frameworks have it.
  const status = { not: { type: "number", minimum: 400 } };
  return {
    title: "SuccessObject",
    description: "An object without an error of the API's, and without a `status` of 400 or more.",
    type: "object",
    ...(envelope === undefined && { not: { required: [code] } }),
    properties: { status, [envelope ?? message]: { type: "null" } },
    additionalProperties: true,
  };
}
