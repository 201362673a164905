import type { Catalog, JsonSchema } from "../../catalog/catalog.js";
import { numericValue } from "../../catalog/code-key.js";
import { type ErrorEntry, examplesOf, isErrorEntry } from "../../catalog/entry.js";
import { findWireFaults } from "../../catalog/find-wire-faults.js";
import { renderTemplate } from "../../catalog/template.js";
import { type Wire, wireOf } from "../../catalog/wire.js";
import { writeAt, writeBody } from "../../catalog/wire-body.js";
import { toSteps } from "../../catalog/wire-path.js";
import type { Places } from "../../load/places.js";
import { errorMessage } from "../../std/error-message.js";
import { memoizeByJson } from "../../std/memoize-by-json.js";
import { runWithin } from "../../std/run-within.js";
import type { Report, Rule } from "../rule.js";

/**
 * The manifest's rules for responses make sense. A `wire.schema.json` of the owner's agrees with it
 * on what is an error, what is a success, and what is neither.
 */
export const rule: Rule = {
  name: "wire",
  coversImports: true,
  async check(catalog, report, places) {
    const faults = findWireFaults(catalog.manifest.wire);
    for (const { path, message, hint } of faults)
      report(places.manifest(["wire", ...path]), message, { hint });
    if (faults.length > 0 || catalog.wireSchemaSource !== FILE) return;
    if (Object.hasOwn(catalog.wireSchema.$defs ?? {}, WHOLE)) {
      const hint = "give the definition another name, or put its content at the top of the file";
      report(places.file(FILE), `$defs/${WHOLE} has the name of the whole schema`, { hint });
      return;
    }
    const bodies = await compileBodies(catalog.wireSchema);
    if (typeof bodies === "string") {
      report(places.file(FILE), `$defs/ErrorBody cannot be used: ${bodies}`);
      return;
    }
    const limit = MILLISECONDS + catalog.entries.length;
    const isDone = runWithin(limit, () => checkBodies(catalog, bodies, report, places));
    if (isDone) return;
    const message = `it takes longer than ${Math.round(limit / 1000)} seconds to check the bodies of the errors`;
    report(places.file(FILE), message, {
      hint: "a pattern in it tries the same characters again and again: make it simpler",
    });
  },
};

const FILE = "wire.schema.json";

/** The name of the whole schema, among its definitions in packages. */
const WHOLE = "ResponseBody";

/** The least time for the bodies of a catalog; each is checked in less than a thousandth of it. */
const MILLISECONDS = 2_000;

type IsBody = (body: unknown) => boolean;

/**
 * The schema's verdicts: whether a body is an error, and whether it is anything that the API sends.
 */
interface Bodies {
  readonly isErrorBody: IsBody;
  readonly isBody: IsBody;
}

function checkBodies(catalog: Catalog, bodies: Bodies, report: Report, places: Places): void {
  checkSuccess(catalog, bodies, report, places);
  checkFailed(catalog, bodies, report, places);
  checkErrors(catalog, bodies, report, places);
}

function checkSuccess(
  { manifest }: Catalog,
  { isErrorBody, isBody }: Bodies,
  report: Report,
  places: Places,
): void {
  const wire = wireOf(manifest);
  for (const code of wire.success) {
    const body = writeBody(wire, { code });
    const json = JSON.stringify(body);
    if (isErrorBody(body)) {
      report(places.file(FILE), `ErrorBody accepts ${json}, but its code means success`, {
        hint: `exclude the code in ErrorBody, or remove it from wire.success in catalog.yaml`,
      });
    } else if (!isBody(body)) {
      report(places.file(FILE), `the schema rejects ${json}, but its code means success`, {
        hint: `allow the code where a success is described, or remove it from wire.success in catalog.yaml`,
      });
    }
  }
  if (!wire.numericCodes && isErrorBody(writeBody(wire, { code: -1 }))) {
    report(
      places.file(FILE),
      "ErrorBody accepts a number as a code, but wire.numericCodes is false",
      {
        hint: "allow only strings as codes in ErrorBody, or set wire.numericCodes: true in catalog.yaml",
      },
    );
  }
}

/**
 * A body that a member of its own calls failed is neither a success nor, without a code, an error.
 */
function checkFailed(
  { manifest }: Catalog,
  { isBody }: Bodies,
  report: Report,
  places: Places,
): void {
  for (const { path, values } of wireOf(manifest).failed?.members ?? []) {
    const written = values.map((value) => writeAt({}, toSteps(path), value));
    for (const body of written.filter((each) => isBody(each))) {
      const json = JSON.stringify(body);
      report(places.file(FILE), `the schema accepts ${json}, but wire.failed says that it failed`, {
        hint: "exclude the value where a success is described, or remove it from wire.failed in catalog.yaml",
      });
    }
  }
}

function checkErrors(
  { entries, manifest }: Catalog,
  { isErrorBody }: Bodies,
  report: Report,
  places: Places,
): void {
  const wire = wireOf(manifest);
  // Where the HTTP status is the code, no schema of bodies can know it.
  if (wire.code.length === 0) return;
  for (const [index, entry] of entries.entries()) {
    if (!isErrorEntry(entry)) continue;
    for (const body of bodiesOf(entry, wire).filter((one) => !isErrorBody(one))) {
      const message = `ErrorBody in ${FILE} rejects ${JSON.stringify(body)}`;
      report(places.entryAt(index, ["code"]), message, {
        hint: `ErrorBody must accept every error: widen it, or correct the code`,
      });
    }
  }
}

/**
 * The bodies that an error comes in: with its code as a string, and where it may be one, as a
 * number.
 */
function bodiesOf({ code, message, params }: ErrorEntry, wire: Wire): readonly unknown[] {
  const text = renderTemplate(message, examplesOf(params));
  const number = wire.numericCodes ? numericValue(code) : undefined;
  const numbers = number === undefined || wire.success.includes(number) ? [] : [number];
  return [code, ...numbers].map((form) => writeBody(wire, { code: form, text }));
}

const compileBodies = memoizeByJson(async (schema: JsonSchema): Promise<Bodies | string> => {
  // Loading it takes longer than checking a small catalog: only one with a schema of its own waits.
  const { Ajv2020 } = await import("ajv/dist/2020.js");
  try {
    const ajv = new Ajv2020({ strict: false, validateSchema: false }).addSchema(schema, "wire");
    const isErrorBody = ajv.getSchema("wire#/$defs/ErrorBody");
    return isErrorBody === undefined
      ? "it is missing"
      : { isErrorBody, isBody: ajv.compile(schema) };
  } catch (error) {
    return errorMessage(error);
  }
});
