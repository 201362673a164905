/**
 * A function that Ajv compiled ahead: whether a value has the shape, and what is wrong with it
 * otherwise.
 */
export interface ShapeValidator {
  (value: unknown): boolean;
  /** The faults that the last call found; `null` after a success. */
  errors?: readonly ShapeError[] | null;
}

/** One thing that is wrong with a shape, as Ajv says it. */
export interface ShapeError {
  /** A JSON Pointer into the value. */
  readonly instancePath: string;
  readonly keyword: string;
  readonly message?: string;
}
