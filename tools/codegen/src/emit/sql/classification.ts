import { bearersByCode } from "../../catalog/bearers.js";
import {
  type Catalog,
  type ErrorEntry,
  isErrorEntry,
  type Wire,
  wireOf,
} from "../../catalog/catalog.js";
import { numericValue } from "../../catalog/code-key.js";
import { wordingsOf } from "../../catalog/entry.js";
import { inMatchingOrder } from "../../catalog/matching-order.js";
import { identifiable } from "../../catalog/successor.js";
import type { SqlTable } from "./sql-table.js";
import { type TextPattern, type TextStep, toExactText, toTextPattern } from "./text-pattern.js";

/** The parts of the classification that are the same in every dialect of SQL. */
export interface Classification {
  /** The name of the schema, or of the database, that holds the tables. */
  readonly schema: string;
  readonly wire: Wire;
  /** Every error: what the catalog says of it. */
  readonly errors: SqlTable;
  /** The forms in which codes come, and the errors that bear them, the first to be tried first. */
  readonly codes: SqlTable;
  /** The texts of each error. */
  readonly patterns: SqlTable;
  /** Whether some texts are matched in steps. */
  readonly hasSteps: boolean;
  /** Whether some messages begin or end with a blank, so that blanks count. */
  readonly hasExact: boolean;
}

/** The tables of a catalog, before a dialect prints the steps of its texts. */
export interface CatalogTables extends Omit<Classification, "patterns"> {
  readonly patterns: readonly EntryPattern[];
}

/** Returns the classification of a dialect, which has its own regular expressions for steps. */
export function classify(
  { patterns, ...common }: CatalogTables,
  printStep: (step: TextStep) => string,
): Classification {
  const { hasSteps, hasExact } = common;
  return {
    ...common,
    patterns: {
      name: "patterns",
      columns: [
        { name: "name", type: "text" },
        { name: "pattern", type: "text" },
        ...(hasSteps ? [{ name: "steps", type: "texts" } as const] : []),
        ...(hasExact ? [{ name: "is_exact", type: "boolean" } as const] : []),
      ],
      *rows() {
        for (const { name, like, steps, isExact } of patterns)
          yield [
            name,
            like,
            ...(hasSteps ? [steps.map(printStep)] : []),
            ...(hasExact ? [isExact] : []),
          ];
      },
    },
  };
}

/** Returns what is the same in every dialect. */
export function sqlTablesOf({
  manifest,
  entries,
  subset,
  sharedCodes = [],
}: Catalog): CatalogTables {
  const wire = wireOf(manifest);
  const identified = identifiable(entries);
  const patterns = identified.flatMap(patternsOf);
  return {
    schema: schemaName(manifest.id, subset?.name),
    wire,
    errors: errorTable(entries.filter(isErrorEntry)),
    codes: codeTable(identified, wire, sharedCodes),
    patterns,
    hasSteps: patterns.some(({ steps }) => steps.length > 0),
    hasExact: patterns.some(({ isExact }) => isExact),
  };
}

/** Returns a name that no engine reserves: a subset's lies beside its catalog's. */
function schemaName(id: string, subset?: string): string {
  const name = id.replaceAll("-", "_");
  const whole = name.endsWith("_errors") ? name : `${name}_errors`;
  return subset === undefined ? whole : `${whole}_${subset.replaceAll("-", "_")}`;
}

function errorTable(entries: readonly ErrorEntry[]): SqlTable {
  return {
    name: "errors",
    columns: [
      { name: "name", type: "text" },
      { name: "code", type: "text" },
      { name: "http_status", type: "integer", isNullable: true },
      { name: "message", type: "text" },
      { name: "description", type: "text" },
      { name: "category", type: "text" },
      { name: "fault", type: "text" },
      { name: "outcome", type: "text" },
      { name: "retry", type: "text" },
      { name: "venue", type: "text", isNullable: true },
      { name: "documented", type: "boolean" },
    ],
    *rows() {
      for (const entry of entries) {
        const { name, code, httpStatus, message, description } = entry;
        const { category, fault, outcome, retry, venue, documented } = entry;
        const judgment = [category, fault, outcome, retry, venue, documented];
        yield [name, code, httpStatus, message, description, ...judgment];
      }
    },
  };
}

/** Returns the codes that mean success, which have no name, and those of errors. */
function codeTable(
  entries: readonly ErrorEntry[],
  wire: Wire,
  sharedCodes: readonly string[],
): SqlTable {
  const outside = new Set(sharedCodes);
  const namesOf = (code: string, sharing: readonly ErrorEntry[]) => {
    // The strongest is the last.
    const ranked = inMatchingOrder(sharing).toReversed();
    // Errors outside of a part that have the code too are one without a name, and without texts.
    return [...ranked.map(({ name }) => name), ...(outside.has(code) ? [""] : [])];
  };
  return {
    name: "codes",
    columns: [
      { name: "form", type: "text" },
      { name: "code", type: "text" },
      { name: "rank", type: "integer" },
      { name: "name", type: "text", isNullable: true },
    ],
    *rows() {
      for (const code of wire.success) yield [...formOf(code), 0, null];
      for (const [code, sharing] of bearersByCode(entries)) {
        const names = namesOf(code, sharing);
        for (const [form, text] of formsOf(code, wire))
          for (const [index, name] of names.entries()) yield [form, text, index + 1, name];
      }
    },
  };
}

/** Returns the forms in which an error's code comes. */
function formsOf(code: string, wire: Wire): readonly (readonly [form: string, code: string])[] {
  const number = wire.numericCodes ? numericValue(code) : undefined;
  return [["string", code], ...(number === undefined ? [] : [["number", String(number)] as const])];
}

function formOf(code: string | number | null): readonly [form: string, code: string] {
  return [code === null ? "null" : typeof code, String(code)];
}

interface EntryPattern extends TextPattern {
  readonly name: string;
  readonly isExact: boolean;
}

function patternsOf({ name, message, variants }: ErrorEntry): readonly EntryPattern[] {
  const patterns = wordingsOf({ message, variants }).map((wording) => ({
    name,
    ...toTextPattern(wording),
    isExact: false,
  }));
  const exact = toExactText(message);
  return exact === undefined
    ? patterns
    : [...patterns, { name, like: exact, steps: [], isExact: true }];
}
