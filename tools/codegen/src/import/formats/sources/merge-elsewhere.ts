import type { Row, TableReading } from "../rows/row.js";

/** The title of a table whose codes may be declared elsewhere begins so. */
export const TEXTS = "texts ";

/** Joins what is said of a code in several places: its name, its text, its status. */
export function mergeElsewhere(tables: readonly TableReading[]): readonly TableReading[] {
  const isText = ({ title }: TableReading) => title.startsWith(TEXTS);
  const keyed = tables.flatMap((table) => (isText(table) ? table.rows : []));
  const named = new Set(keyed.filter(hasText).map(({ code }) => code));
  const known = new Set(tables.flatMap(({ rows }) => rows.filter(hasText).map(identityOf)));
  const statuses = new Map(
    keyed.flatMap(({ code, httpStatus }) =>
      httpStatus === undefined ? [] : [[code, httpStatus] as const],
    ),
  );
  const isNew = (row: Row) => hasText(row) || !(named.has(row.code) || known.has(identityOf(row)));
  return tables.map((table) => ({
    ...table,
    rows: table.rows.filter(isNew).map((row) => {
      const status = statuses.get(row.code);
      return status === undefined || row.httpStatus !== undefined
        ? row
        : { ...row, httpStatus: status };
    }),
  }));
}

/** The code and the name of a row. */
export function identityOf({ code, name }: Row): string {
  return JSON.stringify([code, name]);
}

/** Whether a row has a text of its own, and not only a comment or nothing. */
function hasText({ unsure }: Row): boolean {
  return !unsure.includes("message");
}
