import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import type { Catalog, JsonSchema } from "../../catalog/catalog.js";
import { numericValue } from "../../catalog/code-key.js";
import { type ErrorEntry, isErrorEntry } from "../../catalog/entry.js";
import { messageKeysOf, type Wire } from "../../catalog/manifest.js";
import { renderTemplate } from "../../catalog/template.js";
import type { Places } from "../../load/places.js";
import { errorMessage } from "../../std/error-message.js";
import { memoizeByObject } from "../../std/memoize-by-object.js";
import type { Report, Rule } from "../rule.js";

/**
 * `ErrorBody` of `wire.schema.json` accepts every error of the catalog, and nothing that the
 * manifest calls success.
 */
export const rule: Rule = {
  name: "wire",
  check(catalog, report, places) {
    const isErrorBody = compileErrorBody(catalog.wireSchema);
    if (typeof isErrorBody === "string") {
      report(places.file(FILE), `$defs/ErrorBody cannot be used: ${isErrorBody}`);
      return;
    }
    checkSuccess(catalog, isErrorBody, report, places);
    checkErrors(catalog, isErrorBody, report, places);
  },
};

const FILE = "wire.schema.json";

type IsErrorBody = (body: object) => boolean;

function checkSuccess(
  { manifest: { wire } }: Catalog,
  isErrorBody: IsErrorBody,
  report: Report,
  places: Places,
): void {
  for (const code of wire.success) {
    const body = wrap(wire, { [wire.code]: code });
    if (!isErrorBody(body)) continue;
    const message = `ErrorBody accepts ${JSON.stringify(body)}, but its code means success`;
    report(places.file(FILE), message, {
      hint: `exclude the code in ErrorBody, or remove it from wire.success in catalog.yaml`,
    });
  }
  if (!wire.numericCodes && isErrorBody(wrap(wire, { [wire.code]: -1 }))) {
    report(
      places.file(FILE),
      "ErrorBody accepts a number as a code, but wire.numericCodes is false",
      {
        hint: "allow only strings as codes in ErrorBody, or set wire.numericCodes: true in catalog.yaml",
      },
    );
  }
}

function checkErrors(
  { entries, manifest: { wire } }: Catalog,
  isErrorBody: IsErrorBody,
  report: Report,
  places: Places,
): void {
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
  const [messageKey] = messageKeysOf(wire);
  const number = wire.numericCodes ? numericValue(code) : undefined;
  const numbers = number === undefined || wire.success.includes(number) ? [] : [number];
  return [code, ...numbers].map((form) => wrap(wire, { [wire.code]: form, [messageKey]: text }));
}

const compileErrorBody = memoizeByObject((schema: JsonSchema): ValidateFunction | string => {
  try {
    const ajv = new Ajv2020({ strict: false, validateSchema: false }).addSchema(schema, "wire");
    return ajv.getSchema("wire#/$defs/ErrorBody") ?? "it is missing";
  } catch (error) {
    return errorMessage(error);
  }
});

function wrap({ error: envelope }: Wire, error: object): object {
  return envelope === undefined ? error : { [envelope]: error };
}
