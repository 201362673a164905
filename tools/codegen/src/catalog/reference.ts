/** The target of a `$ref` in a schema. */
export interface Reference {
  /** Empty where it is the file that has the reference. */
  readonly file: string;
  /** The name of the definition; undefined where the whole file is meant. */
  readonly definition: string | undefined;
}

/** The files that `openapi.yaml` may refer to. */
export const REFERABLE_FILES = [
  "generated/catalog.schema.json",
  "generated/wire.schema.json",
  "wire.schema.json",
] as const;

/**
 * Parses the reference to a file, or to a definition: `wire.schema.json#/$defs/ErrorBody`.
 * Undefined for any other pointer, and where a character is percent-encoded.
 */
export function parseReference($ref: string): Reference | undefined {
  const found = /^([^#%]*)(?:#(?:\/\$defs\/([^/%~]+))?)?$/.exec($ref);
  return found === null ? undefined : { file: found[1] ?? "", definition: found[2] };
}
