import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { type Fault, PAYMENTS, testFaults } from "../test-faults.js";

const SCHEMAS = new URL("../../schemas/", import.meta.url);

/** The places of a schema that have a pattern, and no words for what it means. */
function wordlessIn(value: unknown, path: string): string[] {
  if (typeof value !== "object" || value === null) return [];
  const { pattern, patternErrorMessage: words } = value as Readonly<Record<string, unknown>>;
  const isWordless = typeof pattern === "string" && !/^must be .*such as /.test(String(words));
  return [
    ...(isWordless ? [path] : []),
    ...Object.entries(value).flatMap(([key, member]) => wordlessIn(member, `${path}/${key}`)),
  ];
}

test("every pattern of a schema says in words what it means, with an example", () => {
  const schemas = readdirSync(SCHEMAS);
  expect(schemas).toContain("manifest.schema.json");
  const wordless = schemas.flatMap((file) =>
    wordlessIn(JSON.parse(readFileSync(new URL(file, SCHEMAS), "utf8")), file),
  );
  expect(wordless).toEqual([]);
  expect(wordlessIn({ a: { pattern: "^x$" } }, "planted")).toEqual(["planted/a"]);
});

/** A line of the manifest before its error class. */
const inManifest = (line: string, ...problems: readonly string[]): Fault => ({
  name: line,
  edit: ["catalog.yaml", "errorClass:", `${line}\nerrorClass:`],
  problems,
});

testFaults("a schema's pattern", [
  inManifest(
    `ranges: { ${PAYMENTS}: { owner: "@acme/all", codes: ["2*"], names: [order] } }`,
    `schema: must be a code, a range of numbers or a prefix with * at its end, such as "-1121", "2000..2999" or "order.*" (it is "2*") @ catalog.yaml: "2*"], names: [order] } }`,
    `schema: must be a name or the beginning of names with _* at its end, such as CARD_DECLINED or CARD_* (it is "order") @ catalog.yaml: order] } }`,
  ),
  inManifest(
    "venues: { Here: Here. }",
    'schema: the name "Here" must be in kebab-case, such as rate-limit @ catalog.yaml: Here: Here. }',
  ),
  inManifest(
    "rules: [rules/owners.py]",
    'schema: must be the path of a JavaScript or TypeScript module, such as rules/owners.mjs (it is "rules/owners.py") @ catalog.yaml: rules/owners.py]',
  ),
  {
    name: "a code with a blank",
    edit: [PAYMENTS, "code: api_error", "code: api error"],
    problems: [
      `schema: "code" must be a code without blanks, such as "-1121" or "E100" (it is "api error") @ ${PAYMENTS}: api error`,
    ],
  },
]);
