import { lint, type Problem } from "@hashkey-errors/codegen";
import { expect, test } from "vitest";
import { copyAcme, type Workspace } from "../acme.js";

/** The code of an entry. */
export const CODE = "code: rate_limited";

/** Two fields of the same entry, before which a test writes `notes`. */
export const NOTES = "category: traffic\n    fault: client";

/** An edit of one file, and the only error that it causes, as `printProblem` prints it. */
export type SingleEdit = readonly [
  name: string,
  file: string,
  from: string,
  to: string,
  problem: string,
];

/** Tests that each edit is reported once, in its file, at its line and column. */
export function testSingleEdits(edits: readonly SingleEdit[]): void {
  test.each(edits)("%s is reported at its place", async (_, file, from, to, problem) => {
    const acme = copyAcme();
    acme.edit(file, from, to);
    const errors = await errorsOf(acme);
    expect(errors.map(printProblem)).toEqual([problem]);
    expect(errors.map(({ location }) => location.file)).toEqual([file]);
  });
}

/** The errors of a catalog, without its warnings. */
export async function errorsOf({ catalog }: Workspace): Promise<Problem[]> {
  const { problems } = await lint(catalog);
  return problems.filter(({ severity }) => severity === "error");
}

/** A problem on one line: `line:column message | hint`. */
export function printProblem({ message, hint, location: { line, column } }: Problem): string {
  return `${line}:${column} ${message}${hint === undefined ? "" : ` | ${hint}`}`;
}
