import { test } from "vitest";

declare module "vitest" {
  interface TaskMeta {
    /** What the test shows of the matrix. */
    cell?: Cell;
  }
}

/** One consumer in the matrix of the README. */
export interface Cell {
  /** Who uses the packages: `Node`, `TypeScript`. */
  readonly consumer: string;
  readonly version: string;
  /** In which way. */
  readonly how: string;
  /** Why it cannot work: the test shows that it does not, and for this reason. */
  readonly fails?: string;
}

/** A test that is a cell of the matrix: it passes where the packages do what the cell says. */
export function cell(what: Cell, run: () => void | Promise<void>): void {
  const { consumer, version, how, fails } = what;
  const verb = fails === undefined ? "works" : "cannot work";
  test(`${consumer} ${version}, ${how}: ${verb}`, async ({ task }) => {
    task.meta.cell = what;
    await run();
  });
}
