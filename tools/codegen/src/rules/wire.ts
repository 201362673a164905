import { Ajv2020 } from "ajv/dist/2020.js";
import { isErrorEntry, type Wire } from "../catalog.js";
import type { Rule } from "../rule.js";
import { renderTemplate } from "../template.js";
import { numericValue } from "./codes.js";

/** What the manifest says of the wire and what `wire.schema.json` says agree on every entry and every success code. */
export const rule: Rule = {
  name: "wire",
  check({ entries, manifest, wireSchema }, report, places) {
    const file = places.file("wire.schema.json");
    const ajv = new Ajv2020({ strict: false, validateSchema: false });
    ajv.addSchema(wireSchema, "wire");
    const isErrorBody = ajv.getSchema("wire#/$defs/ErrorBody");
    if (isErrorBody === undefined) {
      report(file, "$defs/ErrorBody is missing: the schema of an error's body");
      return;
    }
    const { wire } = manifest;
    for (const code of wire.successCodes) {
      const body = wrap(wire, { [wire.code]: code });
      if (isErrorBody(body))
        report(file, `ErrorBody accepts ${JSON.stringify(body)}, though the code means success`);
    }
    for (const [index, entry] of entries.entries()) {
      if (!isErrorEntry(entry)) continue;
      const values = Object.fromEntries(
        Object.entries(entry.params).map(([name, { example }]) => [name, example]),
      );
      const number = wire.numericCodes ? numericValue(entry.code) : undefined;
      for (const code of [
        entry.code,
        ...(number === undefined || wire.successCodes.includes(number) ? [] : [number]),
      ]) {
        const body = wrap(wire, {
          [wire.code]: code,
          [wire.message]: renderTemplate(entry.message, values),
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

function wrap({ envelope }: Wire, error: object): object {
  return envelope === undefined ? error : { [envelope]: error };
}
