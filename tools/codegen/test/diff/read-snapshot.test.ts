import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { copyAcme } from "../acme.js";
import { codegen } from "../run.js";
import { PAYMENTS } from "../test-faults.js";

test.each<[name: string, text: string, problem: string]>([
  ["no entries", "{}", 'the field "entries" is missing'],
  ["an entry that is not an object", '{ "entries": [null] }', "must be an object"],
  [
    "an entry without a code",
    '{ "entries": [{ "name": "API_ERROR" }] }',
    'the field "code" is missing',
  ],
  [
    "no packages",
    '{ "entries": [], "manifest": { "categories": {} } }',
    'the field "packages" is missing',
  ],
  [
    "no wire",
    '{ "entries": [], "manifest": { "categories": {}, "packages": {} } }',
    'the field "wire" is missing',
  ],
  [
    "a subset that is not an object",
    '{ "entries": [], "manifest": { "categories": {}, "packages": {}, "wire": {}, "subsets": { "a": null } } }',
    "must be an object",
  ],
  [
    "texts that are not an object",
    '{ "entries": [], "locales": { "en": { "API_ERROR": null } } }',
    "must be an object",
  ],
  ["lists in lists", `{ "entries": ${"[".repeat(100_000)}`, "is nested too deep to be read"],
  ["truncated JSON", '{ "entries": [', "not valid JSON"],
])("lint and diff report a released.json with %s", async (_, text, problem) => {
  const acme = copyAcme();
  acme.write("released.json", text);
  for (const command of ["lint", "diff"]) {
    const { status, stderr } = await codegen(acme, command);
    expect(status).toBe(1);
    expect(stderr).toContain(problem);
    expect(stderr).toContain("released.json:1:");
  }
  const other = join(acme.root, "other.json");
  writeFileSync(other, text);
  acme.write("released.json", '{ "entries": [] }');
  expect(await codegen(acme, "diff", other)).toMatchObject({
    status: 2,
    stderr: expect.stringContaining(problem),
  });
});

test("released.json may contain invisible characters that the catalog escapes or a language needs", async () => {
  const acme = copyAcme();
  acme.edit(PAYMENTS, "code: api_error", 'code: api_error\n    notes: "a\\u00a0b"');
  acme.edit("locales/de.json", "Bitte warten.", "Auf\u200clage.");
  expect(await codegen(acme, "record")).toMatchObject({ status: 0 });
  expect(await codegen(acme, "lint")).toMatchObject({ status: 0 });
  expect((await codegen(acme, "diff")).stdout).toContain("No changes since");
});
