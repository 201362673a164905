import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { copyAcme, type Workspace } from "../acme.js";
import { codegen } from "../run.js";
import { PAYMENTS } from "../test-faults.js";

function withRanges(ranges: string): Workspace {
  const acme = copyAcme();
  acme.edit("catalog.yaml", "errorClass:", `ranges:\n${ranges}\nerrorClass:`);
  return acme;
}

/** The second catalog with numeric codes, and one range for its file. */
function numbered(codes: string, range: string): Workspace {
  const acme = withRanges(`  ${PAYMENTS}: { owner: "@acme/payments", codes: [${range}] }`);
  const [one = "", other = ""] = codes.split(" ");
  acme.edit(PAYMENTS, "code: rate_limited", `code: "${one}"`);
  acme.edit(PAYMENTS, "code: api_error", `code: "${other}"`);
  return acme;
}

test.each([
  ["the code after the highest one", "2000 2004", '"2000..2999"', "2005"],
  ["the first code of a range without entries", "1 2", '"2000..2999"', "2000"],
  ["a gap when the end of the range is taken", "2000 2002", '"2000..2002"', "2001"],
  ["a code of the next range when one is full", "2000 2001", '"2000..2001", "3000..3999"', "3000"],
  ["leading zeros", "0001 0002", '"0001..0099"', "0003"],
  ["a prefix", "E100 E101", '"E100..E199"', "E102"],
  ["a negative code", "-1100 -1101", '"-1199..-1100"', "-1102"],
])("next-code prints %s", async (_, codes, range, next) => {
  const acme = numbered(codes, range);
  for (const file of [PAYMENTS, join(acme.catalog, PAYMENTS)])
    expect(await codegen(acme, "next-code", file)).toMatchObject({
      status: 0,
      stdout: `${next}\n`,
    });
});

test("next-code says who to ask when a range is full, or has no numbers", async () => {
  expect(await codegen(numbered("1 2", '"1..2"'), "next-code", PAYMENTS)).toMatchObject({
    status: 1,
    stderr: `${PAYMENTS} has no free code left in 1..2: ask @acme/payments for another range\n`,
  });
  expect(await codegen(numbered("1 2", '"card_*"'), "next-code", PAYMENTS)).toMatchObject({
    status: 1,
    stderr: `${PAYMENTS} has no range of numbers, so there is no next code: choose one, or ask @acme/payments\n`,
  });
});

test("next-code for a file without a range is wrong usage, and names the files with one", async () => {
  expect(await codegen(copyAcme(), "next-code", PAYMENTS)).toMatchObject({
    status: 2,
    stderr: expect.stringContaining("no file has a range: add ranges to catalog.yaml"),
  });
  const acme = numbered("1 2", '"1..9"');
  expect(await codegen(acme, "next-code", "catalog/x.yaml")).toMatchObject({
    status: 2,
    stderr: expect.stringContaining(
      `catalog/x.yaml has no range in catalog.yaml; these have one: ${PAYMENTS}`,
    ),
  });
});

const OWNED = `  ${PAYMENTS}: { owner: "@acme/payments" }\n  catalog/my orders.yaml: { owner: ["@acme/orders", "@ann"] }`;

const LINES = `/spec/catalog/payments.yaml @acme/payments
/spec/catalog/my\\ orders.yaml @acme/orders @ann
`;

test("codeowners prints a line for each file that has an owner", async () => {
  expect(await codegen(withRanges(OWNED), "codeowners")).toMatchObject({
    status: 0,
    stdout: LINES,
  });
});

test("codeowners --write keeps the other lines of the file, and --check compares", async () => {
  const acme = withRanges(OWNED);
  mkdirSync(join(acme.root, ".git"));
  const file = join(acme.root, "CODEOWNERS");
  writeFileSync(file, "* @acme/all");
  expect(await codegen(acme, "codeowners", "--check")).toMatchObject({ status: 1 });
  expect(await codegen(acme, "codeowners", "--write")).toMatchObject({ status: 0 });
  const written = `* @acme/all\n\n# begin acme-errors (codegen codeowners --write)\n${LINES}# end acme-errors\n`;
  expect(readFileSync(file, "utf8")).toBe(written);
  expect(await codegen(acme, "codeowners", "--check")).toMatchObject({ status: 0 });

  writeFileSync(file, `${written}/docs/ @acme/docs\n`);
  acme.edit("catalog.yaml", '"@ann"', '"@bea"');
  expect(await codegen(acme, "codeowners", "--check")).toMatchObject({
    status: 1,
    stderr: expect.stringMatching(/CODEOWNERS is out of date: run codegen codeowners --write/),
  });
  await codegen(acme, "codeowners", "--write");
  expect(readFileSync(file, "utf8")).toBe(`${written.replace("@ann", "@bea")}/docs/ @acme/docs\n`);
});

test("codeowners --write creates the file where there is none", async () => {
  const acme = withRanges(OWNED);
  mkdirSync(join(acme.root, ".git"));
  expect(await codegen(acme, "codeowners", "--write")).toMatchObject({ status: 0 });
  expect(readFileSync(join(acme.root, ".github/CODEOWNERS"), "utf8")).toContain(LINES);
});

/** A project with a range, and a CODEOWNERS. */
function withOwners(text: string | Uint8Array): {
  readonly acme: Workspace;
  readonly file: string;
} {
  const acme = withRanges(OWNED);
  mkdirSync(join(acme.root, ".git"));
  const file = join(acme.root, "CODEOWNERS");
  writeFileSync(file, text);
  return { acme, file };
}

const BEGIN = "# begin acme-errors (codegen codeowners --write)\n";
const END = "# end acme-errors\n";

test("codeowners keeps the line endings of the file, and finds its own lines with either", async () => {
  const { acme, file } = withOwners("* @acme/all\r\n");
  await codegen(acme, "codeowners", "--write");
  const written = `* @acme/all\n\n${BEGIN}${LINES}${END}`.replaceAll("\n", "\r\n");
  expect(readFileSync(file, "utf8")).toBe(written);
  expect(await codegen(acme, "codeowners", "--check")).toMatchObject({ status: 0 });
});

test.each([
  ["without an end", `${BEGIN}/docs/ @acme/docs\n`],
  ["without a beginning", `/docs/ @acme/docs\n${END}`],
  ["in the wrong order", `${END}${BEGIN}/docs/ @acme/docs\n`],
  ["that begin twice", `${BEGIN}${END}/docs/ @acme/docs\n${BEGIN}${END}`],
])("codeowners leaves a file alone that has its lines %s", async (_, text) => {
  const { acme, file } = withOwners(text);
  expect(await codegen(acme, "codeowners", "--write")).toMatchObject({
    status: 1,
    stderr: expect.stringContaining("once each, in this order; nothing was written"),
  });
  expect(readFileSync(file, "utf8")).toBe(text);
});

test("a line that only has the mark in it is not codegen's", async () => {
  const quoted = `#${BEGIN}/docs/ @acme/docs\n#${END}`;
  const { acme, file } = withOwners(quoted);
  await codegen(acme, "codeowners", "--write");
  expect(readFileSync(file, "utf8")).toBe(`${quoted}\n${BEGIN}${LINES}${END}`);
});

test("codeowners leaves a file alone that is not UTF-8", async () => {
  const bytes = Buffer.from([0x23, 0xe9, 0x0a]);
  const { acme, file } = withOwners(bytes);
  expect(await codegen(acme, "codeowners", "--write")).toMatchObject({
    status: 1,
    stderr: expect.stringContaining("CODEOWNERS is not UTF-8; nothing was written"),
  });
  expect(readFileSync(file)).toEqual(bytes);
});

test.each([
  ['"catalog/a\\n* @eve\\n.yaml"', '"@acme/all"'],
  ['"catalog/a\\t.yaml"', '"@acme/all"'],
  ['"catalog/a\\0.yaml"', '"@acme/all"'],
  ['"catalog/a*.yaml"', '"@acme/all"'],
  ["catalog/a.yaml", '"@acme/all\\n* @eve"'],
  ["catalog/a.yaml", '"ann@acme.example\\0"'],
  ["catalog/a.yaml", '"@acme/all #"'],
])("neither a file %s nor an owner %s becomes a line of CODEOWNERS", async (key, owner) => {
  const acme = withRanges(`  ${key}: { owner: ${owner} }`);
  expect(await codegen(acme, "codeowners")).toMatchObject({
    status: 1,
    stdout: "",
    stderr: expect.stringMatching(/must be a (file of the catalog|user, a team)/),
  });
});
