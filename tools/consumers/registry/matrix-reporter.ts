import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename } from "node:path";
import { fileURLToPath } from "node:url";
import type { Reporter, TestModule } from "vitest/node";
import type { Cell } from "./matrix.js";

const page = fileURLToPath(new URL("../../../COMPATIBILITY.md", import.meta.url));
const TABLE = /(<!-- matrix -->\n)[\s\S]*?(<!-- \/matrix -->)/;

/** Writes the matrix to COMPATIBILITY.md after a complete run in which every test passed. */
export class MatrixReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]): void {
    if (errors.length > 0 || !isComplete(modules)) return;
    const cells = testsOf(modules).flatMap((each) => each.meta().cell ?? []);
    const table = printMatrix(cells);
    const text = readFileSync(page, "utf8");
    // Debian updates its packages: in CI, a different version alone changes nothing.
    const [known = ""] = TABLE.exec(text) ?? [];
    if (process.env.CI === "true" && withoutVersions(known).includes(withoutVersions(table)))
      return;
    writeFileSync(
      page,
      text.replace(TABLE, (_, begin, end) => `${begin}${table}\n${end}`),
    );
  }
}

const testsOf = (modules: readonly TestModule[]) =>
  modules.flatMap((module) => [...module.children.allTests()]);

/** Whether every file of this folder ran, and every test passed. */
function isComplete(modules: readonly TestModule[]): boolean {
  const seen = new Set(modules.map(({ moduleId }) => basename(moduleId)));
  const files = readdirSync(import.meta.dirname).filter((name) => name.endsWith(".test.ts"));
  return (
    files.every((file) => seen.has(file)) &&
    testsOf(modules).every((each) => each.result().state === "passed")
  );
}

const withoutVersions = (text: string) => text.replaceAll(/\d+(\.\d+)+/g, "");

const compare = (one: string, other: string) => (one < other ? -1 : one > other ? 1 : 0);

/** Prints a row for each consumer and use, with the versions that were tested. */
function printMatrix(cells: readonly Cell[]): string {
  const rows = new Map<string, { readonly cell: Cell; readonly versions: Set<string> }>();
  for (const cell of cells) {
    const key = JSON.stringify([cell.consumer, cell.how, cell.fails]);
    const row = rows.get(key) ?? { cell, versions: new Set<string>() };
    rows.set(key, row);
    row.versions.add(cell.version);
  }
  const lines = [...rows.values()]
    .sort(({ cell: a }, { cell: b }) => compare(a.consumer, b.consumer) || compare(a.how, b.how))
    .map(({ cell: { consumer, how, fails }, versions }) => {
      const outcome = fails === undefined ? "works" : `no: ${fails}`;
      return `| ${consumer} | ${[...versions].join(", ")} | ${how} | ${outcome} |`;
    });
  return ["| with | version | how | result |", "| --- | --- | --- | --- |", ...lines].join("\n");
}
