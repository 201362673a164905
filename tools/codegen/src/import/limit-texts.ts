import { findPlaceholders } from "./find-placeholders.js";
import {
  lineOf,
  problemAt,
  type Reading,
  type Row,
  type TableDocument,
  type TableReading,
} from "./formats/rows/row.js";

/**
 * No row of an error table has more. What compares texts takes more than linear time for long ones.
 */
const MAX_TEXT = 2_000;
const MAX_PLACEHOLDERS = 20;

/** A document without the rows whose texts are too long: each becomes a problem. */
export function limitTexts(document: TableDocument, reading: Reading): Reading {
  return { ...reading, tables: reading.tables.map((table) => limitTable(document, table)) };
}

function limitTable(document: TableDocument, table: TableReading): TableReading {
  const rows: Row[] = [];
  const problems = [...table.problems];
  for (const row of table.rows) {
    const fault = findFault(row);
    if (fault === undefined) rows.push(row);
    else problems.push(problemAt(document, lineOf(row), fault));
  }
  return { ...table, rows, problems };
}

function findFault({ code, name, message, description, joined }: Row): string | undefined {
  for (const [field, text = ""] of Object.entries({ code, name, message, description, joined })) {
    if (text.length <= MAX_TEXT) continue;
    const what = field === "joined" ? "text" : field;
    return `the ${what} has ${text.length} characters: at most ${MAX_TEXT} are read`;
  }
  const placeholders = findPlaceholders(message).length;
  if (placeholders <= MAX_PLACEHOLDERS) return undefined;
  return `the message has ${placeholders} placeholders: at most ${MAX_PLACEHOLDERS} are read`;
}
