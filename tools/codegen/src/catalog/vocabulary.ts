import type { JsonSchema } from "./catalog.js";

/** The closed lists that errors are judged by, each a definition of the schema of the entries. */
export const VOCABULARIES = ["Category", "Fault", "Outcome", "Retry"] as const;

/** A closed list of words. */
interface Vocabulary {
  readonly description?: string;
  readonly oneOf?: readonly Word[];
}

/** A word, and its meaning. */
interface Word {
  readonly const: string;
  readonly description?: string;
}

/** Returns a vocabulary of the schema of the entries; without words if it is missing. */
export function vocabularyOf(
  { $defs = {} }: JsonSchema,
  name: (typeof VOCABULARIES)[number],
): Required<Vocabulary> {
  const { description = "", oneOf = [] } = ($defs as Record<string, Vocabulary>)[name] ?? {};
  return { description, oneOf };
}

/** Returns the words of a vocabulary. */
export function wordsOf(
  schema: JsonSchema,
  name: (typeof VOCABULARIES)[number],
): readonly string[] {
  return vocabularyOf(schema, name).oneOf.map((word) => word.const);
}
