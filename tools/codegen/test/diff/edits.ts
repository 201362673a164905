import type { Catalog } from "@hashkey-errors/codegen";
import { BUMP_RULES, compare, lint, snapshotOf } from "@hashkey-errors/codegen";
import { expect } from "vitest";
import { copyAcme, type Workspace } from "../acme.js";
import { PAYMENTS } from "../test-faults.js";

/** The second catalog, which must have no errors. */
export async function loadCatalog({ catalog: folder }: Workspace): Promise<Catalog> {
  const { catalog, problems } = await lint(folder);
  expect(problems.filter(({ severity }) => severity === "error")).toEqual([]);
  return catalog as Catalog;
}

/** The changes that an edit makes, each in one line. */
export async function changesOf(edit: (acme: Workspace) => void): Promise<string[]> {
  return changesBetween(copyAcme(), edit);
}

/** The changes that an edit makes in a catalog, which must have no errors before. */
export async function changesBetween(
  acme: Workspace,
  edit: (acme: Workspace) => void,
): Promise<string[]> {
  const before = snapshotOf(await loadCatalog(acme));
  edit(acme);
  const { catalog } = await lint(acme.catalog);
  return compare(before, snapshotOf(catalog as Catalog)).map(
    ({ name, field, kind }) => `${BUMP_RULES[kind].bump} ${name}.${field} (${kind})`,
  );
}

/** A name, an edit of a catalog, and the changes that it makes. */
export type EditCase = [name: string, edit: (acme: Workspace) => void, changes: string[]];

/** Replaces a text in a file of the catalog. */
export const replace =
  (from: string, to: string, file = PAYMENTS) =>
  (acme: Workspace): void =>
    acme.edit(file, from, to);

/** An entry that the second catalog does not have. */
export const REFUND = `
  - name: REFUND_REFUSED
    code: refund_refused
    httpStatus: 400
    message: Refused
    description: ""
    category: card
    fault: client
    outcome: rejected
    retry: never
    documented: false
    sources: [{ document: errors.md, line: 1 }]
`;
