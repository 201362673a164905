import { rmSync } from "node:fs";
import { join } from "node:path";
import { generate, hasErrors } from "@hashkey-errors/codegen";
import { expect, test } from "vitest";
import { copyAcme } from "../acme.js";
import { printErrors, testFaults } from "../test-faults.js";

const PATHS = "a path is names with dots between them: Response.Error, errors[], *_response";

/** Replaces a line of the second catalog's wire. */
function replace(from: string, to: string) {
  return ["catalog.yaml", `  ${from}`, `  ${to}`] as const;
}

testFaults(
  "the rule wire",
  Object.entries<readonly [from: string, to: string, problem: string]>({
    "a path with slashes": [
      "code: code",
      "code: error/code",
      `the path "error/code" is not valid: dots separate names, not slashes | ${PATHS} @ catalog.yaml: error/code`,
    ],
    "an index in brackets": [
      "error: error",
      "error: 'errors[0]'",
      `the path "errors[0]" is not valid: only [] can be in brackets, at the end of a name | ${PATHS} @ catalog.yaml: 'errors[0]'`,
    ],
    "a name quoted in brackets": [
      "error: error",
      "error: '[\"my.error\"]'",
      `the path "[\\"my.error\\"]" is not valid: a name cannot be quoted or escaped | ${PATHS} @ catalog.yaml: '["my.error"]'`,
    ],
    "a path with an empty name": [
      "message: message",
      "message: [detail..text, message]",
      `the path "detail..text" is not valid: it has an empty name before, after or between dots | ${PATHS} @ catalog.yaml: detail..text, message]`,
    ],
    "a JSONPath": [
      "message: message",
      "message: $.message",
      `the path "$.message" is not valid: it begins at the body: leave out the $ | ${PATHS} @ catalog.yaml: $.message`,
    ],
    "a name with two stars": [
      "error: error",
      "error: '*_re*'",
      `the path "*_re*" is not valid: a name can have one * | ${PATHS} @ catalog.yaml: '*_re*'`,
    ],
    "a list in the middle of the errors": [
      "error: error",
      "error: 'errors[].error'",
      `the path "errors[].error" is not valid: [] can only be at its end: what follows belongs in the path of the code | ${PATHS} @ catalog.yaml: 'errors[].error'`,
    ],
    "a flag in a list": [
      "success: []",
      "failed: { 'items[].ok': false }",
      `the path "items[].ok" is not valid: it must be the names that lead to one member | ${PATHS} @ catalog.yaml: false }`,
    ],
    "the HTTP status before another place of the code": [
      "code: code",
      "code: ['@status', code]",
      "@status must be the last of code: every failure has an HTTP status @ catalog.yaml: '@status', code]",
    ],
    "the HTTP status as a text": [
      "message: message",
      "message: '@status'",
      `the path "@status" is not valid: @status can only stand alone, among the codes | ${PATHS} @ catalog.yaml: '@status'`,
    ],
    "a flag that is an HTTP status of success": [
      "success: []",
      "failed: { status: 200 }",
      "failed.status: 200 is not the HTTP status of a failure: expected 400 to 599 | for a member named status, write a list: [200] @ catalog.yaml: 200 }",
    ],
    "a value that means failure and success": [
      "success: []",
      "success: [ok]\n  failed: { code: [ok, bad] }",
      '"ok" means a failure here, and success in success @ catalog.yaml: [ok, bad] }',
    ],
    "an old name beside the new one": [
      "success: []",
      "success: []\n  successCodes: [ok]",
      "successCodes is the old name of success, which is given too | remove successCodes @ catalog.yaml: [ok]",
    ],
    "items that are errors and answers": [
      "error: error",
      "error: 'errors[]'\n  batch: errors",
      "batch and error are the same list: its items cannot be both | say in batchCode where an item has its code @ catalog.yaml: errors",
    ],
    "a pattern of the code that backtracks": [
      "success: []",
      "codePattern: '(a+)+$'",
      `codePattern "(a+)+$" cannot be used: it can be slow: after the same text, a twice can take the same character | an example: "([^#/:]+)$" @ catalog.yaml: '(a+)+$'`,
    ],
    "a pattern whose parts overlap": [
      "success: []",
      "codePattern: '(.*):(.*)'",
      `codePattern "(.*):(.*)" cannot be used: it can be slow: after the same text, . and : can take the same character | an example: "([^#/:]+)$" @ catalog.yaml: '(.*):(.*)'`,
    ],
    "a pattern without a group": [
      "success: []",
      "codePattern: '[^#]+$'",
      `codePattern "[^#]+$" cannot be used: it needs one group that is the code, and has 0 | an example: "([^#/:]+)$" @ catalog.yaml: '[^#]+$'`,
    ],
    "a pattern that is not a regular expression": [
      "success: []",
      "codePattern: '([a-z'",
      `codePattern "([a-z" cannot be used: it is not a regular expression: Unterminated character class | an example: "([^#/:]+)$" @ catalog.yaml: '([a-z'`,
    ],
  }).map(([name, [from, to, problem]]) => ({
    name,
    edit: replace(from, to),
    problems: [`wire: ${problem}`],
  })),
);

testFaults("the rule wire", [
  { name: "the old names alone", edit: replace("error: error", "envelope: error"), problems: [] },
]);

test("a path of thirty-two names is generated, and one of a hundred thousand is reported", async () => {
  const acme = copyAcme();
  rmSync(join(acme.catalog, "wire.schema.json"));
  acme.edit("catalog.yaml", "code: code", `code: ${"a.".repeat(31)}code`);
  expect(hasErrors((await generate(acme.catalog)).problems)).toBe(false);
  const manifest = acme.read("catalog.yaml");
  for (const names of [33, 100_000]) {
    acme.write("catalog.yaml", manifest.replace("a.code", `${"a.".repeat(names - 31)}code`));
    const [fault, ...others] = await printErrors(acme.catalog);
    expect(fault).toContain("it has more than 32 names");
    expect(others).toEqual([]);
  }
});

test("the rule wire accepts every way to say a path, where the schema is made from them", async () => {
  const acme = copyAcme();
  rmSync(join(acme.catalog, "wire.schema.json"));
  acme.edit("catalog.yaml", "error: error", "error: 'error.*_list[]'");
  acme.edit("catalog.yaml", "code: code", "code: ['details[].reason', '*.code', '', '@status']");
  acme.edit("catalog.yaml", "message: message", "message: [text, 'texts.*[]', '']");
  expect(await printErrors(acme.catalog)).toEqual([]);
});

test.each([
  "code: [code, number], success: [0], failed: { code: [1], state: [FAILED, 400], status: 599 }",
  "code: code, failed: { errcode: 1, status: [FAILED] }",
  "code: code, failed: { status: 400 }",
  "code: code, error: 'errors[]', batch: results",
  "code: code, error: errors, batch: errors",
  "code: code, error: 'errors[]', batch: errors, batchCode: status",
])("the rule wire accepts %s", async (wire) => {
  const acme = copyAcme();
  rmSync(join(acme.catalog, "wire.schema.json"));
  const [lines = ""] = /^wire:\n(?: .*\n)+/m.exec(acme.read("catalog.yaml")) ?? [];
  acme.edit("catalog.yaml", lines, `wire: { message: message, ${wire} }\n`);
  expect(await printErrors(acme.catalog)).toEqual([]);
});
