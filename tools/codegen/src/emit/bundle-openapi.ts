import { type Catalog, isErrorEntry, type JsonSchema } from "../catalog/catalog.js";
import { getOwn } from "../std/get-own.js";

/**
 * The OpenAPI document with every schema inside it: each definition that it refers to in another file becomes a
 * component of its own, and the entries' names and codes are added as `ErrorName` and `ErrorCode`. Throws where two
 * components would bear one name.
 */
export function bundleOpenapi({
  openapi,
  schema,
  wireSchema,
  entries,
}: Catalog): JsonSchema | undefined {
  if (openapi === undefined) return undefined;
  const files: Record<string, JsonSchema> = {
    "catalog.schema.json": schema,
    "wire.schema.json": wireSchema,
  };
  const components: Record<string, unknown> = {};
  const origins = new Map<string, string>();
  const claim = (component: string, origin: string) => {
    const other = origins.get(component);
    if (other !== undefined && other !== origin)
      throw new Error(
        `the component ${component} would be both that of ${other} and that of ${origin}: give one of them another name`,
      );
    origins.set(component, origin);
  };

  const include = (file: string, name: string | undefined): string => {
    const root = getOwn(files, file);
    if (root === undefined)
      throw new Error(
        `openapi.yaml refers to ${file}: only ${Object.keys(files).join(" and ")} can be referred to`,
      );
    const { $schema: _dialect, $defs, ...whole } = root;
    const component = name ?? String(root.title);
    claim(component, name === undefined ? file : `${file}#/$defs/${name}`);
    if (!Object.hasOwn(components, component)) {
      const definition =
        name === undefined ? whole : getOwn(($defs ?? {}) as Record<string, unknown>, name);
      if (definition === undefined)
        throw new Error(`openapi.yaml refers to ${file}#/$defs/${name}, which does not exist`);
      components[component] = {};
      components[component] = inline(definition, file);
    }
    return `#/components/schemas/${component}`;
  };

  const inline = (value: unknown, file: string | undefined): unknown => {
    if (Array.isArray(value)) return value.map((item) => inline(item, file));
    if (typeof value !== "object" || value === null) return value;
    const { $ref, ...rest } = value as Record<string, unknown>;
    const members = Object.fromEntries(
      Object.entries(rest).map(([key, member]) => [key, inline(member, file)]),
    );
    if (typeof $ref !== "string") return members;
    const [, target = "", definition] = /^([^#]*)(?:#\/\$defs\/(.*))?$/.exec($ref) ?? [];
    const source = target === "" ? file : target;
    const resolved =
      source === undefined || $ref.startsWith("#/components/") ? $ref : include(source, definition);
    return { $ref: resolved, ...members };
  };

  const document = inline(openapi, undefined) as Record<string, Record<string, unknown>>;
  const errors = entries.filter(isErrorEntry);
  const own = Object.entries(
    (document.components?.schemas as Record<string, { $ref?: string }>) ?? {},
  );
  for (const [name, component] of own) {
    if (component.$ref === `#/components/schemas/${name}`) continue;
    claim(name, "openapi.yaml");
    components[name] = component;
  }
  for (const name of ["ErrorName", "ErrorCode"]) claim(name, "the entries");
  components.ErrorName = {
    title: "ErrorName",
    description: "The name of an error: its permanent identity.",
    type: "string",
    enum: errors.map(({ name }) => name),
  };
  components.ErrorCode = {
    title: "ErrorCode",
    description: "The documented code of an error. Several errors may share one.",
    type: "string",
    enum: [...new Set(errors.map(({ code }) => code))],
  };
  return { ...document, components: { ...document.components, schemas: components } };
}
