import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Entry } from "@hashkey-errors/codegen";
import fc from "fast-check";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { emptyCatalog } from "../empty-catalog.js";
import { propertyRuns } from "../property-runs.js";
import { codegen } from "../run.js";

/** `pnpm test:properties` sets more. */
const RUNS = propertyRuns({ quick: 3, thorough: 100 });

/** Writes a table in each format. */
const WRITERS: Readonly<Record<string, (rows: readonly (readonly string[])[]) => string>> = {
  csv: (rows) =>
    rows
      .map((cells) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(","))
      .join("\n"),
  tsv: (rows) =>
    rows.map((cells) => cells.map((cell) => cell.replaceAll(/\s/g, " ")).join("\t")).join("\n"),
  html: (rows) =>
    `<table>${rows.map((cells) => `<tr>${cells.map((cell) => `<td>${escapeHtml(cell)}</td>`).join("")}</tr>`).join("\n")}</table>`,
  md: (rows) => {
    const [head, ...rest] = rows.map((cells) => `| ${cells.map(escapeMarkdown).join(" | ")} |`);
    return [head, "|---|---|---|", ...rest].join("\n");
  },
};

function escapeHtml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}

function escapeMarkdown(text: string): string {
  return text.replaceAll(/\s+/g, " ").replaceAll(/[\\`*_{}[\]<>()#+\-.!|&~:@/]/g, "\\$&");
}

test.each(Object.keys(WRITERS))(
  "every row of a %s table becomes an entry or a problem on its own line",
  async (ending) => {
    const code = fc.oneof(
      fc.constantFrom("0001", "1", "-1", "E1", "a b", "", "200"),
      // Markup around a whole cell is the page's, not the code's.
      fc
        .string({ minLength: 1, maxLength: 4 })
        .filter((text) => !/^\s*([`*_~]).*\1\s*$/s.test(text)),
    );
    const text = fc.oneof(
      fc.constantFrom("Bad %s", "Bad {x}", "{", "<b>", "a | b", '"', "Two\nlines", "&amp;", "😀"),
      fc.string({ unit: "grapheme", maxLength: 12 }),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(code, text, text), { minLength: 1, maxLength: 8 }),
        async (cells) => {
          const workspace = emptyCatalog({ id: "rows" });
          const rows = cells.map(([own, message, description], index) => [
            own,
            `row${index}x ${message} end`,
            description,
          ]);
          const document = (WRITERS[ending] as (typeof WRITERS)[string])([
            ["code", "message", "description"],
            ...rows,
          ]);
          const file = join(workspace.root, `errors.${ending}`);
          writeFileSync(file, document);
          const { stdout } = await codegen(
            workspace,
            "import",
            file,
            "--format",
            "json",
            "--keep-going",
          );
          const report = JSON.parse(stdout);
          const entries: Entry[] =
            report.files.length > 0 ? parse(workspace.read("catalog/imported.yaml")).entries : [];
          for (const [index, [own = "", message = "", description = ""]] of rows.entries()) {
            const marker = `row${index}x `;
            const entry = entries.find((one) => one.message.startsWith(marker));
            const first = document.slice(0, document.indexOf(marker)).split("\n").length;
            const last = first + `${message}${description}`.split("\n").length - 1;
            const isReported = report.problems.some(
              ({ line }: { line: number }) => line >= first && line <= last,
            );
            expect([marker, entry !== undefined || isReported]).toEqual([marker, true]);
            if (entry === undefined) continue;
            if (!entry.draft?.includes("code")) expect(entry.code).toBe(own.trim());
            if (!entry.draft?.includes("params"))
              expect(entry.message).toBe(message.replaceAll(/\s+/g, " "));
          }
          expect((await codegen(workspace, "lint")).stderr).not.toMatch(
            /imported\.yaml:\d+:\d+ error/,
          );
        },
      ),
      { numRuns: RUNS },
    );
  },
);
