import type { JsonSchema } from "../catalog/catalog.js";

/**
 * Returns a copy of a bundled OpenAPI document in which nothing refers to a file or an address: the
 * library that prints types would read it. Throws where a type depends on one.
 */
export function toLocalDocument(document: JsonSchema): JsonSchema {
  return JSON.parse(JSON.stringify(document), (key, value) => {
    // No type depends on an example.
    if (key === "externalValue" && typeof value === "string") return undefined;
    if (key === "$ref" && typeof value === "string") assertLocal(value);
    if (key === "discriminator") for (const $ref of mappedReferences(value)) assertLocal($ref);
    return value;
  });
}

function assertLocal($ref: string): void {
  if (!$ref.startsWith("#/")) throw new Error(`openapi.yaml cannot refer to ${$ref}`);
}

/**
 * The values in the mapping of a discriminator. The library reads a file for the name of a schema
 * too.
 */
function mappedReferences(discriminator: unknown): readonly string[] {
  const { mapping } = (discriminator ?? {}) as { readonly mapping?: unknown };
  if (typeof mapping !== "object" || mapping === null) return [];
  return Object.values(mapping).filter((value) => typeof value === "string");
}
