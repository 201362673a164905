import { type Entry, isErrorEntry, type Param, UNRECOGNIZED } from "../catalog/catalog.js";
import { CATALOG } from "../catalog/catalog-fields.js";
import { isDeveloperUnit, NOT_SENT, nameOfUnit, OUTCOMES } from "../catalog/text-unit.js";

/** The notes on units that belong to no entry. */
export const GENERAL_NOTES: Readonly<Record<string, string>> = {
  [OUTCOMES]: "What became of the request: shown with every failure of that outcome.",
  [CATALOG]: "What the catalog and its categories are called, on the pages of the error reference.",
  [UNRECOGNIZED]:
    "For every error that was not recognized: {code} is not in the catalog, or several errors have it.",
  INVALID_RESPONSE: "For an answer that is not the API's, such as a page of a gateway.",
  NO_RESPONSE: "For a request without an answer, such as a timeout: it may have been executed.",
  [NOT_SENT]: "For a request that was never sent, such as a refused connection.",
};

/** Returns what a translator should know of a unit. */
export function describeUnit(name: string, entry: Entry | undefined): readonly string[] {
  const general = GENERAL_NOTES[nameOfUnit(name)];
  const reader = isDeveloperUnit(name) ? ["For the developer of a client, not for its users."] : [];
  if (entry === undefined || !isErrorEntry(entry))
    return [...reader, ...(general === undefined ? [] : [general])];
  return [
    ...reader,
    `The API sends: ${entry.message}`,
    `category: ${entry.category}; outcome: ${entry.outcome}; retry: ${entry.retry}`,
    ...Object.entries(entry.params).map(describeParam),
  ];
}

function describeParam([name, { meaning, example }]: [string, Param]): string {
  return `{${name}}: ${meaning} (${example})`;
}
