import type { JsonSchema } from "../catalog/catalog.js";
import { vocabularyOf } from "../catalog/vocabulary.js";
import type { Row } from "./formats/row.js";

/** Guesses the category and the fault of an error from the words of its row: a proposal. */
export type Classify = (row: Row) => { readonly category: string; readonly fault: string };

/** Creates a guess for the categories and faults of a catalog. */
export function createClassifier(schema: JsonSchema): Classify {
  const categories = vocabularyOf(schema, "Category").oneOf.map((word) => ({
    word: word.const,
    stems: stemsOf(`${word.const} ${word.const} ${word.description ?? ""}`),
  }));
  const [client = "client", server = "server"] = vocabularyOf(schema, "Fault").oneOf.map(
    ({ const: word }) => word,
  );
  return ({ message, description = "", code, httpStatus = 0 }) => {
    const own = new Set(stemsOf(`${code} ${message} ${description}`));
    const ranked = categories.map(({ word, stems }) => ({
      word,
      score: stems.filter((stem) => own.has(stem)).length,
    }));
    const [best] = ranked.sort((a, b) => b.score - a.score);
    const isServerError = httpStatus >= 500 || /\b(internal|server|system)\b/i.test(message);
    return { category: best?.word ?? "", fault: isServerError ? server : client };
  };
}

/** The words of a text without their endings. */
function stemsOf(text: string): string[] {
  return (text.match(/\p{L}{4,}/gu) ?? []).map((word) => word.toLowerCase().slice(0, 5));
}
