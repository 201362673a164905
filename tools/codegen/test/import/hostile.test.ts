import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Entry } from "@hashkey-errors/codegen";
import fc from "fast-check";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { emptyCatalog, schemas } from "../empty-catalog.js";
import { codegen } from "../run.js";

const documented = (
  JSON.parse(readFileSync(join(schemas, "generated/catalog.json"), "utf8")) as { entries: Entry[] }
).entries.filter((entry) => entry.documented);

/** What makes each format's parser work. */
const PIECES: Readonly<Record<string, readonly string[]>> = {
  csv: ["code,message\n", "E1,", '"', '""', "\r\n", "\n", ",,,", "\ufeff", "%s", "{x}", "{"],
  tsv: ["code\tmessage\n", "E1\t", '"', "\t\t", "\n", "\r", "\u2028"],
  html: [
    "<table>",
    "</table>",
    "<tr>",
    "<td>",
    "<th>Code",
    "<th>Message",
    '<td rowspan="1e9">',
    "<td colspan=1000 rowspan=1000>",
    '<td colspan=-1 rowspan="0">E1',
    "&nbsp;&#0;&bogus;",
    "<script>",
    "<!--",
    "<template>",
  ],
  markdown: [
    "| Code | Message |\n",
    "|---|---|\n",
    "| E1 |",
    "`",
    "\\|",
    "**",
    "<b>",
    "[a](b)",
    "\n\n",
    "> ",
    "<table>",
  ],
  openapi: [
    "enum:",
    " [a, b]",
    "\n",
    "  ",
    "code:",
    "components:\n",
    "- ",
    "{",
    "}",
    '"',
    "&a",
    "*a",
    "oneOf",
    "!!x",
    "? ",
  ],
  text: [
    "1001400Order not found",
    "-1 400",
    "200 200OK",
    "\n",
    "aB",
    "IPOur",
    "E_1",
    "999999999999",
    "%s",
  ],
};

test.each(Object.keys(PIECES))(
  "whatever is called %s is read or told, at a place in it, and never a crash",
  async (format) => {
    const workspace = emptyCatalog({ id: "hostile" });
    const file = join(workspace.root, "document");
    const piece = fc.oneof(
      fc.constantFrom(...(PIECES[format] ?? [])),
      fc.string({ unit: "binary", maxLength: 8 }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 30 }), async (pieces) => {
        writeFileSync(file, pieces.join(""));
        const lines = readFileSync(file, "utf8").split("\n").length;
        const { status, stdout } = await codegen(
          workspace,
          "import",
          file,
          "--from",
          format,
          "--dry-run",
          "--json",
        );
        const { rows, problems, files } = JSON.parse(stdout);
        const errors = problems.filter(
          ({ severity }: { severity: string }) => severity === "error",
        );
        expect(status).toBe(errors.length > 0 ? 1 : 0);
        expect(errors.length > 0 ? files : ["some"]).toHaveLength(errors.length > 0 ? 0 : 1);
        expect(rows + errors.length).toBeGreaterThan(0);
        for (const { line } of problems) expect(line).toBeLessThanOrEqual(lines);
      }),
      { numRuns: 40 },
    );
  },
);

test.each<[what: string, text: string]>([
  ["lists in brackets", `a: ${"[".repeat(20_000)}`],
  ["lists of dashes", `${"- ".repeat(20_000)}x`],
  ["objects", Array.from({ length: 5_000 }, (_, depth) => `${" ".repeat(depth)}a:\n`).join("")],
])("a document of %s in one another without end is told, and not by a stack", async (_, text) => {
  const workspace = emptyCatalog({ id: "deep" });
  const file = join(workspace.root, "deep.yaml");
  writeFileSync(file, text);
  const { status, output } = await codegen(workspace, "import", file);
  expect(status).toBe(1);
  expect(output).toMatch(/deep\.yaml:\d+:\d+ error nested too deep to be read \(import\)/);
  expect(output).not.toContain("call stack");
});

/** How a table is written in each format, cell by cell. */
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
  "no row of a table in %s is lost, and none is another's: an entry, or a problem at its place",
  async (ending) => {
    const code = fc.oneof(
      fc.constantFrom("0001", "1", "-1", "E1", "a b", "", "200"),
      fc.string({ minLength: 1, maxLength: 4 }),
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
          const { stdout } = await codegen(workspace, "import", file, "--json", "--keep-going");
          const told = JSON.parse(stdout);
          const entries: Entry[] =
            told.files.length > 0 ? parse(workspace.read("catalog/imported.yaml")).entries : [];
          for (const [index, [own = "", message = "", description = ""]] of rows.entries()) {
            const marker = `row${index}x `;
            const entry = entries.find((one) => one.message.startsWith(marker));
            const first = document.slice(0, document.indexOf(marker)).split("\n").length;
            const last = first + `${message}${description}`.split("\n").length - 1;
            const isTold = told.problems.some(
              ({ line }: { line: number }) => line >= first && line <= last,
            );
            expect([marker, entry !== undefined || isTold]).toEqual([marker, true]);
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
      { numRuns: 25 },
    );
  },
);

test("run-together texts of any table: what is not marked as unsure is right", async () => {
  const words = documented.flatMap(({ message, description }) => [message, description]);
  const identifier = fc
    .tuple(
      fc.constantFrom(
        ...(words
          .join(" ")
          .toLowerCase()
          .match(/[a-z]{2,8}/g) ?? []),
      ),
      fc.constantFrom("Id", "Price", "The", "Order", "Invalid", "Not"),
    )
    .map(([one, other]) => ` ${one}${other}`);
  const row = fc.record({
    entry: fc.constantFrom(...documented),
    other: fc.constantFrom(...documented),
    pairing: fc.constantFrom("own", "own", "other", "none"),
    inMessage: fc.option(identifier, { freq: 3 }),
    inDescription: fc.option(identifier, { freq: 3 }),
  });
  let sure = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(row, { minLength: 20, maxLength: 60 }), async (rows) => {
      const workspace = emptyCatalog({ id: "seams" });
      const texts = rows.map(({ entry, other, pairing, inMessage, inDescription }) => {
        const plain = (text: string) => text.replaceAll(/\{\w+\}/g, "x");
        const description =
          pairing === "none" ? "" : plain((pairing === "own" ? entry : other).description);
        return [
          plain(entry.message) + (inMessage ?? ""),
          description === "" ? "" : description + (inDescription ?? ""),
        ] as const;
      });
      const lines = texts.map(
        ([message, description], index) => `${2000 + index}400${message}${description}`,
      );
      writeFileSync(join(workspace.root, "errors.txt"), lines.join("\n"));
      await codegen(workspace, "import", join(workspace.root, "errors.txt"));
      const { entries } = parse(workspace.read("catalog/imported.yaml")) as { entries: Entry[] };
      for (const { code, message, description, draft } of entries) {
        if (draft?.includes("message")) continue;
        sure += 1;
        expect([message, description]).toEqual(texts[Number(code) - 2000]);
      }
    }),
    { numRuns: 30 },
  );
  // The property would hold of a reader that is sure of nothing.
  expect(sure).toBeGreaterThan(30);
});
