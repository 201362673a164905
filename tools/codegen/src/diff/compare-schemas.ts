import type { JsonSchema } from "../catalog/catalog.js";
import { type Change, toCatalogChange } from "./change.js";
import { isEqual } from "./is-equal.js";
import type { Snapshot } from "./snapshot.js";

/** Finds what changed in the schema of the bodies and in the OpenAPI document. */
export function compareSchemas(before: Snapshot, after: Snapshot): Change[] {
  const bodies = compareShapes("wire.schema.json", before.wireSchema, after.wireSchema, TEXTS);
  return [...bodies, ...compareOpenapi(before, after)];
}

/** The keywords that only people read. A title in the schema of the bodies is a type's name. */
const TEXTS = ["description", "summary", "$comment", "example", "examples", "externalDocs"];

function compareOpenapi(before: Snapshot, after: Snapshot): Change[] {
  const [one, other] = [before.openapi, after.openapi];
  if (one !== undefined && other !== undefined)
    return compareShapes("openapi.yaml", one, other, [...TEXTS, "title", "info"]);
  // A generated `catalog.json` does not say whether there is one.
  const isKnown = before.manifest !== undefined && after.manifest !== undefined;
  if (!isKnown || one === other) return [];
  const [was, is] = [one, other].map((document) => (document === undefined ? null : "openapi"));
  const kind = other === undefined ? "export-removed" : "export-added";
  return [toCatalogChange("openapi.yaml", was, is, kind)];
}

function compareShapes(
  field: string,
  before: JsonSchema | undefined,
  after: JsonSchema | undefined,
  texts: readonly string[],
): Change[] {
  if (before === undefined || after === undefined || isEqual(before, after)) return [];
  const hasSameShape = isEqual(withoutTexts(before, texts), withoutTexts(after, texts));
  return [toCatalogChange(field, null, null, hasSameShape ? "text-changed" : "contract-changed")];
}

/** The keywords whose members have names of the owner's choice, such as `title`. */
const NAMED = ["properties", "patternProperties", "$defs", "schemas", "responses", "parameters"];

/** A schema without the texts that only people read. */
function withoutTexts(value: unknown, texts: readonly string[], isNamed = false): unknown {
  if (Array.isArray(value)) return value.map((item) => withoutTexts(item, texts));
  if (typeof value !== "object" || value === null) return value;
  const members = Object.entries(value)
    .filter(([key]) => isNamed || !texts.includes(key))
    .map(([key, member]) => [key, withoutTexts(member, texts, !isNamed && NAMED.includes(key))]);
  return Object.fromEntries(members);
}
