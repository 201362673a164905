import type { JsonSchema } from "./catalog.js";
import { type ErrorPlaces, hasSameError, type Wire } from "./wire.js";
import {
  anyOf,
  type Condition,
  ERROR_CODE,
  failureSigns,
  foreignSigns,
  hasAt,
  hasCode,
  hasPlainText,
  noneOf,
  otherTypeSigns,
  successSigns,
} from "./wire-conditions.js";
import type { WirePath } from "./wire-path.js";
import { errorShape, isPlain, textShape } from "./wire-shapes.js";

/**
 * Returns the JSON Schema of the response bodies, as the manifest says them: `wire.schema.json` of
 * a catalog that has no such file. It knows no HTTP status, and gives the verdict of a body without
 * one. With `byStatus`, as OpenAPI describes bodies, it also takes those that are an error or a
 * success by their HTTP status alone.
 */
export function createWireSchema(wire: Wire, byStatus = false): JsonSchema {
  const bodies = ["ErrorBody", ...(wire.batch ? ["BatchBody"] : []), "SuccessBody"];
  const places = [wire, wire.batch ?? wire];
  return {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    title: "ResponseBody",
    description:
      "A response body as the API sends it, parsed from JSON. Any object may have further members.",
    anyOf: bodies.map((name) => ({ $ref: `#/$defs/${name}` })),
    $defs: {
      ...errorDefinitions(wire, "ErrorBody", wire, byStatus),
      ...(wire.batch && batchDefinitions(wire, wire.batch, byStatus)),
      ...(places.some(({ code }) => code.length > 0) && { WireErrorCode: errorCode(wire) }),
      ...(places.some(hasPlainText) && { WireMessage: WIRE_MESSAGE }),
      ...successDefinitions(wire, "Success", wire, byStatus),
    },
  };
}

const WIRE_MESSAGE: JsonSchema = {
  title: "WireMessage",
  description: "The rendered text of an error. It may be null or missing.",
  type: ["string", "null"],
};

function errorCode({ numericCodes, success }: Wire): JsonSchema {
  const excluded = ["", ...success.filter((code) => code !== null && code !== "")];
  return {
    title: "WireErrorCode",
    description: numericCodes
      ? "The code of an error, as received: a string, or a JSON number."
      : "The code of an error, as received.",
    ...(numericCodes
      ? {
          type: ["string", "integer"],
          minimum: -Number.MAX_SAFE_INTEGER,
          maximum: Number.MAX_SAFE_INTEGER,
        }
      : { type: "string" }),
    not: excluded.length === 1 ? { const: "" } : { enum: excluded },
  };
}

function errorDefinitions(wire: Wire, name: string, places: ErrorPlaces, byStatus = false): object {
  const mayLackCode = byStatus && wire.statusIsCode;
  const { body, details } = errorShape(places, !mayLackCode);
  const condition = mayLackCode
    ? codelessCondition(places)
    : errorCondition(wire, places, byStatus);
  const description =
    name === "ErrorBody" ? "The body of a failed request." : "An item of a batch that failed.";
  return {
    [name]: { title: name, description, ...body, ...(condition && also(condition)) },
    ...(details && {
      ErrorDetails: {
        title: "ErrorDetails",
        description: "The code and the text of an error.",
        ...details,
      },
    }),
  };
}

/** Returns what a body must be beside its shape; undefined where that says it all. */
function errorCondition(
  wire: Wire,
  places: ErrorPlaces,
  byStatus: boolean,
): JsonSchema | undefined {
  const successes = wire.codeDecides || byStatus ? [] : successSigns(wire);
  if (isPlain(places) && successes.length === 0) return undefined;
  const isError = hasCode(places, ERROR_CODE);
  if (successes.length === 0) return isError;
  return { allOf: [isError, anyOf([anyOf(failureSigns(wire)), noneOf(successes)])] };
}

/** Returns what a body must be beside its shape where its HTTP status may be its code. */
function codelessCondition(places: ErrorPlaces): JsonSchema | undefined {
  if (isPlain(places) || places.code.length === 0) return undefined;
  return anyOf([hasCode(places, ERROR_CODE), noneOf([hasCode(places, true)])]);
}

function batchDefinitions(
  wire: Wire,
  batch: NonNullable<Wire["batch"]>,
  byStatus: boolean,
): object {
  const isOwn = hasSameError(wire, batch);
  const [itemError, itemSuccess] = isOwn
    ? ["ErrorBody", "SuccessBody"]
    : ["ItemError", "ItemSuccess"];
  const items = {
    title: "BatchItems",
    description: "The items, each read like a separate body. At least one has a code.",
    type: "array",
    items: { $ref: "#/$defs/BatchItemBody" },
    contains: hasCode(batch, true),
  };
  return {
    BatchBody: {
      title: "BatchBody",
      description: "The answer to several requests.",
      ...listShape(batch.path, items),
      ...alsoSuccess(wire, wire, byStatus),
    },
    BatchItemBody: {
      title: "BatchItemBody",
      description: "One item of a batch: a success, with or without a code, or an error.",
      anyOf: [{ $ref: `#/$defs/${itemError}` }, { $ref: `#/$defs/${itemSuccess}` }],
    },
    ...(!isOwn && errorDefinitions(wire, "ItemError", batch)),
    ...(!isOwn && successDefinitions(wire, "Item", batch)),
  };
}

/** Returns the shape of a body with a list at a path. */
function listShape(path: WirePath, items: JsonSchema): JsonSchema {
  const shape = hasAt(path, items) as JsonSchema;
  return path.length === 0 ? shape : { ...shape, additionalProperties: true };
}

function successDefinitions(
  wire: Wire,
  name: "Success" | "Item",
  places: ErrorPlaces,
  byStatus = false,
): object {
  const body = name === "Success" ? "SuccessBody" : "ItemSuccess";
  return {
    [body]: {
      title: body,
      description: "The body of a success: an object without an error, or a list.",
      anyOf: [{ $ref: "#/$defs/SuccessObject" }, { $ref: "#/$defs/SuccessArray" }],
      ...alsoSuccess(wire, places, byStatus),
    },
    SuccessObject: {
      title: "SuccessObject",
      description: "An object.",
      type: "object",
      additionalProperties: true,
    },
    SuccessArray: { title: "SuccessArray", description: "A list.", type: "array", items: {} },
  };
}

/** Returns a condition beside a shape: generators of types know `allOf`, and leave this out. */
function also(condition: JsonSchema): JsonSchema {
  return { if: false, else: condition };
}

/** Returns that condition of a success. An HTTP status says it unless a member says otherwise. */
function alsoSuccess(wire: Wire, places: ErrorPlaces, byStatus: boolean): JsonSchema | false {
  if (!byStatus || wire.codeDecides) return also(successCondition(wire, places));
  const failures = failureSigns(wire);
  return failures.length > 0 && also(noneOf(failures));
}

/** Returns what keeps a body that is not an error from being invalid. */
function successCondition(wire: Wire, places: ErrorPlaces): JsonSchema {
  const failures = failureSigns(wire);
  const byCode = successByCode(wire, places);
  if (failures.length === 0) return byCode;
  const isUnsaid = noneOf(otherTypeSigns(wire));
  // Where the members decide, one that says so is enough.
  return wire.codeDecides
    ? { allOf: [noneOf(failures), isUnsaid, byCode] }
    : { allOf: [noneOf(failures), anyOf([...successSigns(wire), { allOf: [isUnsaid, byCode] }])] };
}

function successByCode({ success }: Wire, places: ErrorPlaces): JsonSchema {
  const isForeign: readonly Condition[] = [hasCode(places, true), ...foreignSigns(places)];
  const plain = noneOf(isForeign);
  const coded = hasCode(places, { enum: success });
  return {
    allOf: [
      noneOf([hasCode(places, ERROR_CODE)]),
      success.length === 0 ? plain : anyOf([coded, plain]),
      ...(hasPlainText(places) ? [textShape(places)] : []),
    ],
  };
}
