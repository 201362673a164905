import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { parse } from "yaml";
import type { Workspace } from "../acme.js";
import { emptyCatalog } from "../empty-catalog.js";
import { codegen } from "../run.js";

/**
 * An entry in one line: code, status, message, description, lines, and which of these fields are
 * unsure.
 */
type EntryLine = `${string} | ${string} | ${string} | ${string} | ${string} | ${string}`;

/**
 * A document, the options to import it with, the entries that it becomes, and parts of what the
 * output says of it.
 */
export type DocumentCase = [
  what: string,
  file: string,
  text: string,
  args: readonly string[],
  entries: readonly EntryLine[],
  output?: readonly string[],
];

/** Tests that each document becomes its entries. */
export function testDocuments(documents: readonly DocumentCase[]): void {
  test.each(documents)("import reads %s", async (_, ...document) => {
    await expectEntries(...document);
  });
}

/**
 * Imports a document: it becomes the entries, each of which cites its lines, and a second import
 * finds nothing new.
 */
async function expectEntries(
  file: string,
  text: string,
  args: readonly string[],
  entries: readonly EntryLine[],
  parts: readonly string[] = [],
): Promise<void> {
  const workspace = emptyCatalog({ id: "formats" });
  const { status, output } = await importText(workspace, file, text, args);
  expect(output).not.toMatch(/:\d+ error /);
  expect(status).toBe(0);
  expect(readDrafts(workspace).map(toLine)).toEqual(entries);
  for (const part of parts) expect(output).toContain(part);
  expect((await codegen(workspace, "lint")).output).not.toMatch(/:\d+ error /);
  const again = await importText(workspace, file, text, args);
  expect(again.output).toContain(" 0 changed, 0 new, 0 missing");
}

/** Imports a text as a file. The output has the name of the file, not its path. */
export async function importText(
  workspace: Workspace,
  file: string,
  text: string | Uint8Array,
  args: readonly string[] = [],
) {
  const path = join(workspace.root, file);
  writeFileSync(path, text);
  const { output, ...rest } = await codegen(workspace, "import", path, ...args);
  return { ...rest, output: output.replaceAll(path, file) };
}

/** A draft in the file that an import wrote. */
export interface Draft {
  readonly name: string;
  readonly code: string;
  readonly httpStatus: number | null;
  readonly message: string;
  readonly description: string;
  readonly params?: Readonly<
    Record<string, { readonly meaning: string; readonly example: string }>
  >;
  readonly category: string;
  readonly outcome: string;
  readonly retry: string;
  readonly sources: readonly [
    { readonly document: string; readonly line: number; readonly lastLine?: number },
  ];
  readonly draft: readonly string[];
  readonly notes?: string;
}

/** The drafts of an import. */
export function readDrafts(workspace: Workspace): readonly Draft[] {
  return parse(workspace.read("catalog/imported.yaml")).entries;
}

/** A draft in one line. */
export function toLine({ code, httpStatus, message, description, sources, draft }: Draft): string {
  const [{ line, lastLine }] = sources;
  const lines = lastLine === undefined ? line : `${line}-${lastLine}`;
  const unsure = draft.filter((field) => /code|httpStatus|message|description/.test(field));
  return [code, `${httpStatus}`, message, description, lines, unsure.join(" ")].join(" | ");
}
