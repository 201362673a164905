import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import { isErrorEntry, type JsonSchema, messageKeysOf, type Wire } from "../../catalog/catalog.js";
import { numericValue } from "../../catalog/code-key.js";
import { renderTemplate } from "../../catalog/template.js";
import { errorMessage } from "../../std/error-message.js";
import { memoizeByObject } from "../../std/memoize-by-object.js";
import type { Rule } from "../rule.js";

/** What the manifest says of the wire and what `wire.schema.json` says agree on every entry and every success code. */
export const rule: Rule = {
  name: "wire",
  check({ entries, manifest, wireSchema }, report, places) {
    const file = places.file("wire.schema.json");
    const isErrorBody = compileErrorBody(wireSchema);
    if (typeof isErrorBody === "string") {
      report(file, `$defs/ErrorBody cannot be used: ${isErrorBody}`);
      return;
    }
    const { wire } = manifest;
    for (const code of wire.success) {
      const body = wrap(wire, { [wire.code]: code });
      if (isErrorBody(body))
        report(file, `ErrorBody accepts ${JSON.stringify(body)}, though the code means success`);
    }
    if (!wire.numericCodes && isErrorBody(wrap(wire, { [wire.code]: -1 }))) {
      report(file, "ErrorBody accepts a number as a code, though numericCodes is false");
    }
    for (const [index, entry] of entries.entries()) {
      if (!isErrorEntry(entry)) continue;
      const values = Object.fromEntries(
        Object.entries(entry.params).map(([name, { example }]) => [name, example]),
      );
      const number = wire.numericCodes ? numericValue(entry.code) : undefined;
      for (const code of [
        entry.code,
        ...(number === undefined || wire.success.includes(number) ? [] : [number]),
      ]) {
        const body = wrap(wire, {
          [wire.code]: code,
          [messageKeysOf(wire)[0]]: renderTemplate(entry.message, values),
        });
        if (!isErrorBody(body)) {
          report(
            places.entryAt(index, ["code"]),
            `ErrorBody in wire.schema.json rejects ${JSON.stringify(body)}`,
          );
        }
      }
    }
  },
};

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
