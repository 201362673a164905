import type { EntryInfo } from "#cli/catalog/entry-info.js";
import { table } from "#validator/generated/entries.js";

/** The groups of the validator's table, as JSON has them. */
type Groups = readonly (readonly [
  category: string,
  fault: string,
  outcome: string,
  retry: string,
  httpStatus: number | null,
  ...rows: readonly (readonly [string | string[], string, ...(string | string[])[]])[],
])[];

const NO_PARAM = { meaning: "", example: "" };

/**
 * The errors of the catalog as the recognition needs them. They are read from the table that the
 * validator has anyway, in its order: a page does not carry them twice.
 */
export const entries: readonly EntryInfo[] = /* @__PURE__ */ readTable();

function readTable(): readonly EntryInfo[] {
  return (JSON.parse(table) as Groups).flatMap(
    ([category, fault, outcome, retry, httpStatus, ...rows]) =>
      rows.map(([codes, words, message, ...variants]): EntryInfo => {
        const [code = "", ...aliases] = [codes].flat();
        return {
          name: words.toUpperCase().replaceAll(" ", "_"),
          code,
          aliases,
          httpStatus,
          message: toMessage(message),
          variants: variants.map(toMessage),
          params: Object.fromEntries(paramsOf(message).map((name) => [name, NO_PARAM])),
          description: "",
          category,
          fault,
          outcome,
          retry,
          documented: true,
          evidence: [],
        };
      }),
  );
}

/** A template is a literal, then of each param its name, its quotation marks, and a literal. */
function paramsOf(text: string | readonly string[] = ""): readonly string[] {
  return typeof text === "string" ? [] : text.filter((_, index) => index % 3 === 1);
}

function toMessage(text: string | readonly string[] = ""): string {
  if (typeof text === "string") return text;
  return text
    .map((part, index) => (index % 3 === 1 ? `{${part}}` : part))
    .filter((_, index) => index % 3 !== 2)
    .join("");
}
