import {
  type ErrorEntry,
  isErrorEntry,
  type JsonSchema,
  type Wire,
} from "../../catalog/catalog.js";
import { numericValue } from "../../catalog/code-key.js";
import { codesOf, entriesByName, wordingsOf } from "../../catalog/entry.js";
import { joinPieces, quoteForms, withoutFinalStop } from "../../catalog/template.js";
import { pathToErrors, wireOf } from "../../catalog/wire.js";
import { anyOf, hasAt, hasCode, noneOf } from "../../catalog/wire-conditions.js";
import { hasOnlyNames } from "../../catalog/wire-path.js";
import { isPlain, mergeShapes, shapeAt } from "../../catalog/wire-shapes.js";
import { escapePattern } from "../../std/escape-pattern.js";
import { inParts } from "../../std/in-parts.js";
import type { Emitter } from "../emitter.js";
import { longJsonFile } from "../generated-file.js";

/** `generated/errors.schema.json`: the wire's schemas, and in `$defs` one for each error's body. */
export const emitter: Emitter = {
  name: "errors-schema",
  from: "wire.schema.json",
  emit: ({ manifest, wireSchema, entries }) => {
    const { $schema, $defs, ...root } = wireSchema;
    const wire = wireOf(manifest);
    const byName = entriesByName(entries);
    const names = new Set([
      ...Object.keys($defs ?? {}),
      ...entries.filter(isErrorEntry).map(({ name }) => name),
    ]);
    const schemaOf = (name: string) => {
      const entry = byName.get(name);
      return entry !== undefined && isErrorEntry(entry)
        ? bodySchema(entry, wire)
        : ($defs as Readonly<Record<string, unknown>>)[name];
    };
    const head = { $schema, ...root, $defs: {} };
    return [
      longJsonFile("generated/errors.schema.json", head, function* () {
        for (const part of inParts([...names]))
          yield Object.fromEntries(part.map((name) => [name, schemaOf(name)]));
      }),
    ];
  },
};

function bodySchema(entry: ErrorEntry, wire: Wire): JsonSchema {
  return {
    title: entry.name,
    ...(entry.description !== "" && { description: entry.description }),
    ...(entry.retired && { deprecated: true }),
    ...errorSchema(entry, wire),
  };
}

/** Returns the schema of the bodies of an entry: where the code and the text may stand. */
function errorSchema(entry: ErrorEntry, wire: Wire): JsonSchema {
  const text = { type: ["string", "null"], pattern: patternOf(entry) };
  const coded = codedSchema(entry, wire, text);
  if (!wire.statusIsCode || !codesOf(entry).some(isFailureStatus)) return coded;
  const codeless = codelessSchema(wire, text);
  return wire.code.length === 0 ? codeless : anyOf([coded, codeless]);
}

/** Returns the schema of the bodies that have the code of an entry. */
function codedSchema(entry: ErrorEntry, wire: Wire, text: JsonSchema): JsonSchema {
  const { error, code, message } = wire;
  if (isPlain(wire)) {
    const [path = []] = code;
    const shapes = message.map((each) => shapeAt([...error, ...each], text, false));
    const coded = shapeAt([...error, ...path], codeOnWire(entry, wire), true);
    return mergeShapes([coded, ...shapes]);
  }
  const coded = anyOf(code.map((path) => hasAt(path, codeOnWire(entry, wire))));
  const [only = [], ...others] = message;
  const isText = others.length === 0 && hasOnlyNames(only);
  const one = isText ? { allOf: [coded, shapeAt(only, text, false)] } : coded;
  return hasAt(pathToErrors(wire), one) as JsonSchema;
}

/** Returns the schema of the bodies without a code: then the HTTP status is the code. */
function codelessSchema(wire: Wire, text: JsonSchema): JsonSchema {
  const [only = [], ...others] = wire.message;
  const path = [...pathToErrors(wire), ...only];
  return {
    type: ["object", "array"],
    ...(wire.code.length > 0 && noneOf([hasCode(wire, true)])),
    ...(others.length === 0 && shapeAt(path, text, false)),
  };
}

function isFailureStatus(code: string): boolean {
  return /^[45]\d\d$/.test(code);
}

/** Returns the code's forms; where a code is a part of a string, a string that has it. */
function codeOnWire(entry: ErrorEntry, wire: Wire): JsonSchema {
  const forms: JsonSchema = { enum: codesOnWire(entry, wire) };
  if (wire.codePattern === undefined) return forms;
  const part = codesOf(entry)
    .map((code) => escapePattern(code))
    .join("|");
  return { anyOf: [forms, { type: "string", pattern: part }] };
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
  const sources = forms.map((form) => joinPieces(form, escapePattern, () => "[\\s\\S]+"));
  return sources.length === 1
    ? `^\\s*${sources[0]}\\.?\\s*$`
    : `^\\s*(?:${sources.join("|")})\\.?\\s*$`;
}
