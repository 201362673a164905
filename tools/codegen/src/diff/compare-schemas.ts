import type { JsonSchema } from "../catalog/catalog.js";
import { filterMembers } from "../std/filter-members.js";
import { getOwn } from "../std/get-own.js";
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
  if (one !== undefined && other !== undefined) {
    const texts = [...TEXTS, "title", "info"];
    const changes = compareShapes("openapi.yaml", one, knownPart(other, one), texts);
    const former = new Set(componentsOf(one));
    const added = componentsOf(other).filter((component) => !former.has(component));
    if (added.length === 0) return changes;
    return [...changes, toCatalogChange("openapi.components", null, added, "export-added")];
  }
  // A generated `catalog.json` does not say whether there is one.
  const isKnown = before.manifest !== undefined && after.manifest !== undefined;
  if (!isKnown || one === other) return [];
  const file = "openapi.yaml";
  return other === undefined
    ? [toCatalogChange("openapi", file, null, "export-removed")]
    : [toCatalogChange("openapi", null, file, "export-added")];
}

/** The components of an OpenAPI document: the members of each kind, by name. */
type Components = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** The components of a document, such as `schemas.ErrorBody`. */
function componentsOf({ components = {} }: JsonSchema): readonly string[] {
  return Object.entries(components as Components).flatMap(([kind, members]) =>
    Object.keys(members).map((name) => `${kind}.${name}`),
  );
}

/** A document without the components that an older one does not have. */
function knownPart({ components, ...document }: JsonSchema, older: JsonSchema): JsonSchema {
  if (components === undefined) return document;
  const known = Object.entries(components as Components).flatMap(([kind, members]) => {
    const former = getOwn((older.components ?? {}) as Components, kind);
    return former === undefined
      ? []
      : [[kind, filterMembers(members, (name) => Object.hasOwn(former, name))]];
  });
  return { ...document, components: Object.fromEntries(known) };
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
