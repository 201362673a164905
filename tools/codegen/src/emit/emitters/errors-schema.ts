import {
  type ErrorEntry,
  isErrorEntry,
  type JsonSchema,
  type Wire,
} from "../../catalog/catalog.js";
import { numericValue } from "../../catalog/code-key.js";
import { codesOf, wordingsOf } from "../../catalog/entry.js";
import { quoteForms, withoutFinalStop } from "../../catalog/template.js";
import { finalNames, namesIn, wireOf } from "../../catalog/wire.js";
import { escapePattern } from "../../std/escape-pattern.js";
import type { Emitter } from "../emitter.js";
import { jsonFile } from "../generated-file.js";

/** `generated/errors.schema.json`: the wire's schemas, and in `$defs` one for each error's body. */
export const emitter: Emitter = {
  name: "errors-schema",
  from: "wire.schema.json",
  emit: ({ manifest, wireSchema, entries }) => {
    const { $schema, $defs, ...root } = wireSchema;
    const errors = entries
      .filter(isErrorEntry)
      .map((entry) => [entry.name, bodySchema(entry, wireOf(manifest))]);
    const schema = {
      $schema,
      ...root,
      $defs: { ...($defs as object), ...Object.fromEntries(errors) },
    };
    return [jsonFile("generated/errors.schema.json", schema)];
  },
};

function bodySchema(entry: ErrorEntry, wire: Wire): JsonSchema {
  const [codeKey = ""] = finalNames(wire.code);
  const error = {
    type: "object",
    required: [codeKey],
    properties: {
      [codeKey]: { enum: codesOnWire(entry, wire) },
      ...Object.fromEntries(
        finalNames(wire.message).map((key) => [
          key,
          { type: ["string", "null"], pattern: patternOf(entry) },
        ]),
      ),
    },
  };
  const [envelope] = namesIn(wire.error);
  return {
    title: entry.name,
    ...(entry.description !== "" && { description: entry.description }),
    ...(entry.retired && { deprecated: true }),
    ...(envelope === undefined
      ? error
      : { type: "object", required: [envelope], properties: { [envelope]: error } }),
  };
}

/** Returns every form in which the code is sent: as documented, as an alias, as a JSON number. */
function codesOnWire(entry: ErrorEntry, { numericCodes }: Wire): (string | number)[] {
  const codes = codesOf(entry);
  const numbers = numericCodes
    ? codes.map(numericValue).filter((value) => value !== undefined)
    : [];
  return [...codes, ...numbers];
}

/** Returns a regular expression (ECMA-262) for the rendered message and its variants. */
function patternOf(entry: ErrorEntry): string {
  const forms = wordingsOf(entry).flatMap((text) => quoteForms(withoutFinalStop(text)));
  const sources = forms.map((form) =>
    form.map((piece, at) => (at % 2 === 0 ? escapePattern(piece) : "[\\s\\S]+")).join(""),
  );
  return sources.length === 1
    ? `^\\s*${sources[0]}\\.?\\s*$`
    : `^\\s*(?:${sources.join("|")})\\.?\\s*$`;
}
