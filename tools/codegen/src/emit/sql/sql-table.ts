/** A table, and what is in it. */
export interface SqlTable {
  readonly name: string;
  readonly columns: readonly SqlColumn[];
  /** Returns the values of each row, in the order of the columns. They are made while read. */
  readonly rows: () => Iterable<readonly SqlValue[]>;
}

/** A column. Only those that say so may be NULL. */
export interface SqlColumn {
  readonly name: string;
  readonly type: "text" | "texts" | "integer" | "boolean";
  readonly isNullable?: boolean;
}

/** A value; undefined and null are NULL. */
export type SqlValue = string | number | boolean | readonly string[] | null | undefined;
