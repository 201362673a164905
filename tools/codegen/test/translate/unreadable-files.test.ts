import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { copyAcme } from "../acme.js";
import { codegen } from "../run.js";

test.each<[name: string, text: string, problem: string]>([
  ["truncated XML", "<xliff><file>", "not valid XML"],
  ["XLIFF 2", '<xliff version="2.0"/>', "XLIFF 2.0 cannot be read: expected XLIFF 1.2"],
  ["another document", "<html/>", "<html> cannot be read: expected XLIFF 1.2"],
  ["truncated JSON", '{ "locale": "de", ', "not valid JSON"],
  ["JSON of another shape", '["de"]', "not an export of a locale"],
  ["a locale's own file", '{ "API_ERROR": { "message": "x" } }', "not an export of a locale"],
  [
    "a file without a language",
    '<xliff version="1.2"/>',
    "does not name its locale: name it with --locale",
  ],
  [
    "several languages",
    '<xliff version="1.2"><file target-language="de"/><file target-language="fr"/></xliff>',
    "several target languages: de, fr",
  ],
  [
    "a duplicate entry",
    '{ "locale": "de", "texts": { "API_ERROR": {}, "API_ERROR": { "source": { "message": "a", "description": "b" }, "message": "Neu.", "description": "Mehr.", "status": "final" } } }',
    'duplicate key "API_ERROR"',
  ],
  [
    "XLIFF of elements in elements",
    `<xliff version="1.2"><file target-language="de"><trans-unit id="API_ERROR"><target>${"<g>".repeat(20_000)}a${"</g>".repeat(20_000)}</target></trans-unit></file></xliff>`,
    "is nested too deep to be read",
  ],
  [
    "XLIFF with very many open elements",
    `<xliff version="1.2">${"<g>".repeat(20_000)}`,
    "not valid XML: unclosed xml tag",
  ],
  ["JSON of lists in lists", "[".repeat(100_000), "is nested too deep to be read"],
  ["an unknown locale", '{ "locale": "nl", "texts": {} }', "the catalog has no locale nl"],
  [
    "a locale with the region that some tools name",
    '{ "locale": "de_DE", "texts": {} }',
    "write --locale de if de is meant, or add it with codegen locale add de-DE",
  ],
  [
    "PO",
    'msgid "API error"\nmsgstr "Fehler"\n',
    "file:1:1 error neither XLIFF 1.2 nor the JSON of codegen",
  ],
  [
    "CSV",
    "name,title\nAPI_ERROR,Fehler\n",
    "file:1:1 error neither XLIFF 1.2 nor the JSON of codegen",
  ],
  ["an empty file", "", "file:1:1 error neither XLIFF 1.2 nor the JSON of codegen"],
  ["another encoding", "\xff\xfe<\0", "is not UTF-8"],
])("importing %s fails with a clear message and changes nothing", async (_, text, problem) => {
  const acme = copyAcme();
  const before = acme.read("locales/de.json");
  const file = join(acme.root, "file");
  writeFileSync(file, text, "latin1");
  const { status, stderr } = await codegen(acme, "locale", "import", file);
  expect(status).toBeGreaterThan(0);
  expect(stderr).toContain(problem);
  expect(stderr).not.toContain("    at ");
  expect(stderr.length).toBeLessThan(5_000);
  expect(acme.read("locales/de.json")).toBe(before);
});

test("of an XLIFF with a million misplaced signs, the first one alone is reported", async () => {
  const acme = copyAcme();
  const file = join(acme.root, "signs.xlf");
  writeFileSync(file, `<xliff version="1.2"><file>${"<".repeat(1_000_000)}</file></xliff>`);
  const { status, stderr } = await codegen(acme, "locale", "import", file);
  expect(status).toBe(1);
  expect(stderr.match(/not valid XML/g)).toHaveLength(1);
});
