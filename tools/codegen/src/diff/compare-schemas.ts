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
    const [former, current] = [componentsOf(one), componentsOf(other)];
    const shapes = [
      { ...one, components: knownPart(former, former) },
      { ...other, components: knownPart(current, former) },
    ] as const;
    const changes = compareShapes("openapi.yaml", ...shapes, [...TEXTS, "title", "info"]);
    const names = new Set(namesOf(former));
    const added = namesOf(current).filter((name) => !names.has(name));
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
type Components = Readonly<Record<string, object>>;

/** Returns the components of a document, whose kinds no schema checks: one may be empty, or null. */
function componentsOf({ components }: JsonSchema): Components {
  return Object.fromEntries(
    Object.entries(components ?? {}).map(([kind, members]) => [kind, Object(members)]),
  );
}

/** The names of components, such as `schemas.ErrorBody`. */
function namesOf(components: Components): readonly string[] {
  return Object.entries(components).flatMap(([kind, members]) =>
    Object.keys(members).map((name) => `${kind}.${name}`),
  );
}

/** The components that an older document has too. */
function knownPart(components: Components, older: Components): Components {
  const known = Object.entries(components).flatMap(([kind, members]) => {
    const former = getOwn(older, kind) ?? {};
    const kept = filterMembers({ ...members }, (name) => Object.hasOwn(former, name));
    return Object.keys(kept).length === 0 ? [] : [[kind, kept] as const];
  });
  return Object.fromEntries(known);
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
