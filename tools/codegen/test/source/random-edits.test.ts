import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { lint, type Problem } from "@hashkey-errors/codegen";
import fc from "fast-check";
import { expect, test } from "vitest";
import { copyAcme } from "../acme.js";
import { propertyRuns } from "../property-runs.js";
import { PAYMENTS } from "../test-faults.js";

/** Bytes that steer a parser, or any others. */
const BYTES = fc.oneof(
  fc.uint8Array({ maxLength: 4 }).map((array) => Buffer.from(array)),
  fc
    .constantFrom(
      "\t",
      "\r\n",
      "\ufeff",
      "\u200b",
      ": ",
      "- ",
      "{",
      "]",
      "*a",
      "&a ",
      '"',
      "'",
      "\\",
      "? ",
      "<<: ",
      "|",
      "\n",
      "#",
      "!!binary ",
      "%",
      "0x",
      "__proto__",
    )
    .map((text) => Buffer.from(text)),
);

/** Bytes that replace others at some place of a file. */
const EDIT = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  removed: fc.nat(3),
  bytes: BYTES,
});

test("random edits of bytes never throw, and every place is in its file", async () => {
  const acme = copyAcme();
  const files = [PAYMENTS, "catalog.yaml", "locales/de.json", "wire.schema.json"];
  const originals = new Map(files.map((file) => [file, Buffer.from(acme.read(file))]));
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...files),
      fc.array(EDIT, { minLength: 1, maxLength: 5 }),
      async (file, edits) => {
        let content = originals.get(file) ?? Buffer.of();
        for (const { at, removed, bytes } of edits) {
          const start = Math.floor(at * content.length);
          content = Buffer.concat([
            content.subarray(0, start),
            bytes,
            content.subarray(start + removed),
          ]);
        }
        writeFileSync(join(acme.catalog, file), content);
        try {
          for (const problem of (await lint(acme.catalog)).problems) expectInside(problem);
        } finally {
          writeFileSync(join(acme.catalog, file), originals.get(file) ?? "");
        }
      },
    ),
    { numRuns: propertyRuns({ quick: 30, thorough: 4000 }) },
  );
});

function expectInside({ location, message }: Problem): void {
  const { line, column, excerpt = { startLine: 1, lines: [""] } } = location;
  const place = `${location.file}:${line}:${column} ${message}`;
  expect(line, place).toBeGreaterThanOrEqual(1);
  expect(line, place).toBeLessThan(excerpt.startLine + excerpt.lines.length);
  expect(column, place).toBeGreaterThanOrEqual(1);
  expect(column, place).toBeLessThanOrEqual(
    (excerpt.lines[line - excerpt.startLine] ?? "").length + 1,
  );
}
