import { Ajv2020 } from "ajv/dist/2020.js";
import type { Catalog, JsonSchema } from "../../catalog/catalog.js";
import { numericValue } from "../../catalog/code-key.js";
import { type ErrorEntry, isErrorEntry } from "../../catalog/entry.js";
import { renderTemplate } from "../../catalog/template.js";
import { finalNames, namesIn, type Wire, wireOf } from "../../catalog/wire.js";
import type { Places } from "../../load/places.js";
import { errorMessage } from "../../std/error-message.js";
import { memoizeByObject } from "../../std/memoize-by-object.js";
import type { Report, Rule } from "../rule.js";

/**
 * `wire.schema.json` and the manifest agree on what is an error, what is a success, and what is
 * neither.
 */
export const rule: Rule = {
  name: "wire",
  check(catalog, report, places) {
    const bodies = compileBodies(catalog.wireSchema);
    if (typeof bodies === "string") {
      report(places.file(FILE), `$defs/ErrorBody cannot be used: ${bodies}`);
      return;
    }
    checkSuccess(catalog, bodies.isErrorBody, report, places);
    checkFailed(catalog, bodies.isBody, report, places);
    checkErrors(catalog, bodies.isErrorBody, report, places);
  },
};

const FILE = "wire.schema.json";

type IsErrorBody = (body: object) => boolean;

/**
 * The schema's verdicts: whether a body is an error, and whether it is anything that the API sends.
 */
interface Bodies {
  readonly isErrorBody: IsErrorBody;
  readonly isBody: IsErrorBody;
}

function checkSuccess(
  { manifest }: Catalog,
  isErrorBody: IsErrorBody,
  report: Report,
  places: Places,
): void {
  const wire = wireOf(manifest);
  for (const code of wire.success) {
    const body = wrap(wire, { [codeKeyOf(wire)]: code });
    if (!isErrorBody(body)) continue;
    const message = `ErrorBody accepts ${JSON.stringify(body)}, but its code means success`;
    report(places.file(FILE), message, {
      hint: `exclude the code in ErrorBody, or remove it from wire.success in catalog.yaml`,
    });
  }
  if (!wire.numericCodes && isErrorBody(wrap(wire, { [codeKeyOf(wire)]: -1 }))) {
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
  isBody: IsErrorBody,
  report: Report,
  places: Places,
): void {
  for (const { path, values } of wireOf(manifest).failed?.members ?? []) {
    const key = path[0] ?? "";
    for (const value of values.filter((each) => isBody({ [key]: each }))) {
      const body = JSON.stringify({ [key]: value });
      report(places.file(FILE), `the schema accepts ${body}, but wire.failed says that it failed`, {
        hint: "exclude the value where a success is described, or remove it from wire.failed in catalog.yaml",
      });
    }
  }
}

function checkErrors(
  { entries, manifest }: Catalog,
  isErrorBody: IsErrorBody,
  report: Report,
  places: Places,
): void {
  const wire = wireOf(manifest);
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
function bodiesOf({ code, message, params }: ErrorEntry, wire: Wire): readonly object[] {
  const examples = Object.entries(params).map(([name, { example }]) => [name, example]);
  const text = renderTemplate(message, Object.fromEntries(examples));
  const [messageKey = ""] = finalNames(wire.message);
  const number = wire.numericCodes ? numericValue(code) : undefined;
  const numbers = number === undefined || wire.success.includes(number) ? [] : [number];
  return [code, ...numbers].map((form) =>
    wrap(wire, { [codeKeyOf(wire)]: form, [messageKey]: text }),
  );
}

const compileBodies = memoizeByObject((schema: JsonSchema): Bodies | string => {
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

function codeKeyOf(wire: Wire): string {
  return finalNames(wire.code)[0] ?? "";
}

function wrap(wire: Wire, error: object): object {
  const [envelope] = namesIn(wire.error);
  return envelope === undefined ? error : { [envelope]: error };
}
