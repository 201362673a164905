import { lineOf, problemAt, type Reading, type Row, type TableDocument } from "./formats/row.js";
import { countPlaceholders } from "./name-placeholders.js";

/**
 * No row of an error table has more. What compares texts takes more than linear time for long ones.
 */
const MAX_TEXT = 2_000;
const MAX_PLACEHOLDERS = 20;

/** The rows of a document without those whose texts are too long: each becomes a problem. */
export function limitTexts(document: TableDocument, reading: Reading): Reading {
  const rows: Row[] = [];
  const problems = [...reading.problems];
  for (const row of reading.rows) {
    const fault = findFault(row);
    if (fault === undefined) rows.push(row);
    else problems.push(problemAt(document, lineOf(row), fault));
  }
  return { ...reading, rows, problems };
}

function findFault({ code, name, message, description, joined }: Row): string | undefined {
  for (const [field, text = ""] of Object.entries({ code, name, message, description, joined })) {
    if (text.length <= MAX_TEXT) continue;
    const what = field === "joined" ? "text" : field;
    return `the ${what} has ${text.length} characters: at most ${MAX_TEXT} are read`;
  }
  const placeholders = countPlaceholders(message);
  if (placeholders <= MAX_PLACEHOLDERS) return undefined;
  return `the message has ${placeholders} placeholders: at most ${MAX_PLACEHOLDERS} are read`;
}
