import type { JsonSchema } from "./catalog.js";

/** The unions that errors are judged in, each a `$def` of `catalog.schema.json`. */
export const VOCABULARIES = ["Category", "Fault", "Outcome", "Retry"] as const;

/** A vocabulary: what it tells, and its words. */
interface Vocabulary {
  readonly description?: string;
  readonly oneOf?: readonly Word[];
}

/** A word of a vocabulary, and what it means. */
interface Word {
  readonly const: string;
  readonly description?: string;
}

/** A vocabulary of `catalog.schema.json`; without words where it is missing. */
export function vocabularyOf(
  { $defs = {} }: JsonSchema,
  name: (typeof VOCABULARIES)[number],
): Required<Vocabulary> {
  const { description = "", oneOf = [] } = ($defs as Record<string, Vocabulary>)[name] ?? {};
  return { description, oneOf };
}
