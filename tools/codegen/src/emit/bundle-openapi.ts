import { type Catalog, type Entry, isErrorEntry, type JsonSchema } from "../catalog/catalog.js";
import { parseReference } from "../catalog/reference.js";
import { wireOf } from "../catalog/wire.js";
import { createWireSchema } from "../catalog/wire-schema.js";
import { getOwn } from "../std/get-own.js";

/**
 * Returns the OpenAPI document with every schema inside it. Each definition that it refers to in
 * another file becomes a component, and so do the entries' names and codes, as `ErrorName` and
 * `ErrorCode`. Throws where two components would have the same name.
 */
export function bundleOpenapi(catalog: Catalog): JsonSchema | undefined {
  const { openapi, schema, entries } = catalog;
  if (openapi === undefined) return undefined;
  const bundle: Bundle = {
    files: { "generated/catalog.schema.json": schema, "wire.schema.json": bodiesOf(catalog) },
    components: new Map(),
  };
  const document = inlineReferences(bundle, openapi, undefined) as OpenapiDocument;
  addOwnSchemas(bundle, document);
  addEntrySchemas(bundle, entries);
  const schemas = [...bundle.components].map(([name, component]) => [name, component.schema]);
  return {
    ...document,
    components: { ...document.components, schemas: Object.fromEntries(schemas) },
  };
}

/** Returns the schema of the bodies. A response of an OpenAPI document has an HTTP status. */
function bodiesOf({ manifest, wireSchema, wireSchemaSource }: Catalog): JsonSchema {
  return wireSchemaSource === "catalog.yaml"
    ? createWireSchema(wireOf(manifest), true)
    : wireSchema;
}

/** The components of a document that is being bundled, and the files that it may refer to. */
interface Bundle {
  readonly files: Readonly<Record<string, JsonSchema>>;
  readonly components: Map<string, Component>;
}

interface Component {
  /** The file or definition that it is from. */
  readonly origin: string;
  readonly schema: unknown;
}

interface OpenapiDocument extends JsonSchema {
  readonly components?: { readonly schemas?: Readonly<Record<string, { readonly $ref?: string }>> };
}

/**
 * Returns a value in which each reference to a file refers to a component; `file` holds the value.
 */
function inlineReferences(bundle: Bundle, value: unknown, file: string | undefined): unknown {
  if (Array.isArray(value)) return value.map((item) => inlineReferences(bundle, item, file));
  if (typeof value !== "object" || value === null) return value;
  const members = Object.entries(value).map(([key, member]) => [
    key,
    // A property may have the name too: then it has a schema.
    key === "$ref" && typeof member === "string"
      ? resolveReference(bundle, member, file)
      : inlineReferences(bundle, member, file),
  ]);
  return Object.fromEntries(members);
}

/**
 * The owner's schema of the bodies and the generated one go by both names: there is one of them.
 */
const GENERATED_WIRE = /^generated\/wire\.schema\.json$/;

/** Returns the reference within the bundle. Nothing is read: the schemas of the catalog are all. */
function resolveReference(bundle: Bundle, $ref: string, from: string | undefined): string {
  if (from === undefined && $ref.startsWith("#/")) return $ref;
  const reference = parseReference($ref);
  const file = reference?.file.replace(GENERATED_WIRE, "wire.schema.json") || from;
  if (reference === undefined || file === undefined)
    throw new Error(`openapi.yaml cannot refer to ${$ref}`);
  return includeDefinition(bundle, file, reference.definition);
}

/** Adds a definition, or a whole file, as a component, and returns the reference to it. */
function includeDefinition(bundle: Bundle, file: string, definition: string | undefined): string {
  const root = getOwn(bundle.files, file);
  if (root === undefined) {
    const known = Object.keys(bundle.files).join(" and ");
    throw new Error(`openapi.yaml refers to ${file}: it can only refer to ${known}`);
  }
  const { $schema: _dialect, $defs, ...whole } = root;
  const name = definition ?? nameOfWhole(root);
  const origin = definition === undefined ? file : `${file}#/$defs/${definition}`;
  addComponent(bundle, name, origin, () => {
    const schema =
      definition === undefined
        ? whole
        : getOwn(($defs ?? {}) as Record<string, unknown>, definition);
    if (schema === undefined) {
      throw new Error(`openapi.yaml refers to ${origin}, which does not exist`);
    }
    return inlineReferences(bundle, schema, file);
  });
  return `#/components/schemas/${name}`;
}

/** The name of the component that a whole file becomes: its title, if that can be a name. */
function nameOfWhole({ title }: JsonSchema): string {
  return typeof title === "string" && /^[\w.-]+$/.test(title) ? title : "ResponseBody";
}

/** Adds a component unless it is there; `create` may refer to it. */
function addComponent(
  { components }: Bundle,
  name: string,
  origin: string,
  create: () => unknown,
): void {
  const other = components.get(name);
  if (other === undefined) {
    components.set(name, { origin, schema: {} });
    components.set(name, { origin, schema: create() });
  } else if (other.origin !== origin) {
    throw new Error(`${other.origin} and ${origin} both define the component ${name}: rename one`);
  }
}

/** Adds the document's own schemas, except those that only refer to an added component. */
function addOwnSchemas(bundle: Bundle, { components }: OpenapiDocument): void {
  for (const [name, schema] of Object.entries(components?.schemas ?? {})) {
    if (schema.$ref === `#/components/schemas/${name}`) continue;
    addComponent(bundle, name, "openapi.yaml", () => schema);
  }
}

function addEntrySchemas(bundle: Bundle, entries: readonly Entry[]): void {
  const errors = entries.filter(isErrorEntry);
  addComponent(bundle, "ErrorName", "the catalog", () => ({
    title: "ErrorName",
    description: "The name of an error: its permanent identity.",
    type: "string",
    enum: errors.map(({ name }) => name),
  }));
  addComponent(bundle, "ErrorCode", "the catalog", () => ({
    title: "ErrorCode",
    description: "The documented code of an error. Several errors may share one.",
    type: "string",
    enum: [...new Set(errors.map(({ code }) => code))],
  }));
}
