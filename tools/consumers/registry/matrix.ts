import { test } from "vitest";

declare module "vitest" {
  interface TaskMeta {
    /** The cell of the matrix that the test proves. */
    cell?: Cell;
  }
}

/** One cell of the matrix in COMPATIBILITY.md. */
export interface Cell {
  /** The tool that uses the packages: `Node`, `TypeScript`. */
  readonly consumer: string;
  readonly version: string;
  /** The way in which it uses them. */
  readonly how: string;
  /** The reason why it cannot work; the test proves that it fails for this reason. */
  readonly fails?: string;
}

/**
 * Declares a test that is a cell of the matrix. It passes if the packages do what the cell says.
 */
export function cell(what: Cell, run: () => void | Promise<void>): void {
  const { consumer, version, how, fails } = what;
  const verb = fails === undefined ? "works" : "cannot work";
  test(`${consumer} ${version}, ${how}: ${verb}`, async ({ task }) => {
    task.meta.cell = what;
    await run();
  });
}
