import { parseReference, REFERABLE_FILES } from "../catalog/reference.js";
import { createProblem, type Problem } from "../problem/problem.js";
import type { DocumentPath, SourceFile } from "../source/source-file.js";
import { quoteBriefly } from "../std/quote-briefly.js";
import { walkTree } from "../std/walk-tree.js";

/**
 * Reports each reference in `wire.schema.json` that is not to a definition of its own. What reads
 * schemas elsewhere would read any file, and fetch any address, into the generated code.
 */
export function checkSchemaReferences(file: SourceFile): Problem[] {
  const { $defs = {} } = (file.value ?? {}) as { readonly $defs?: object };
  const isAllowed = ($ref: string) => {
    const reference = parseReference($ref);
    if (reference === undefined || reference.file !== "") return false;
    const { definition } = reference;
    return definition === undefined ? $ref === "#" : Object.hasOwn($defs, definition);
  };
  const hint = "refer to a definition of this file: #/$defs/<name>";
  return checkReferences(file, isAllowed, hint);
}

/**
 * Reports each reference in `openapi.yaml` that is neither to itself nor to a schema of the
 * catalog.
 */
export function checkOpenapiReferences(file: SourceFile): Problem[] {
  const isAllowed = ($ref: string) => {
    if (/^#\/[^%]*$/.test($ref)) return true;
    const named = parseReference($ref)?.file;
    return REFERABLE_FILES.some((known) => known === named);
  };
  const files = new Intl.ListFormat("en", { type: "disjunction" }).format(REFERABLE_FILES);
  const hint = `refer to this file (#/...), or to a definition of ${files} (#/$defs/<name>)`;
  return checkReferences(file, isAllowed, hint);
}

/** Whether a value refers to another: by `$ref`, or in the mapping of a discriminator. */
function isReference(path: DocumentPath, value: unknown): value is string {
  if (typeof value !== "string") return false;
  return path.at(-1) === "$ref" || (path.at(-3) === "discriminator" && path.at(-2) === "mapping");
}

interface Found {
  readonly value: unknown;
  readonly path: DocumentPath;
}

function checkReferences(
  file: SourceFile,
  isAllowed: ($ref: string) => boolean,
  hint: string,
): Problem[] {
  const problems: Problem[] = [];
  // A value with an alias in YAML is found at each of its places.
  const seen = new Set<unknown>();
  for (const { value, path } of walkTree<Found>({ value: file.value, path: [] }, membersOf)) {
    if (!isReference(path, value) || isAllowed(value)) continue;
    problems.push(
      createProblem("references", file.locate(path), `${quoteBriefly(value)} is not allowed`, {
        hint,
      }),
    );
  }
  return problems;

  function membersOf({ value, path }: Found): Found[] {
    if (typeof value !== "object" || value === null || seen.has(value)) return [];
    seen.add(value);
    return Object.entries(value).map(([key, member]) => ({
      value: member,
      path: [...path, Array.isArray(value) ? Number(key) : key],
    }));
  }
}
