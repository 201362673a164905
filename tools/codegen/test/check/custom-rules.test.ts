import { readFileSync } from "node:fs";
import { load } from "@hashkey-errors/codegen";
import { expect, test } from "vitest";
import type { Workspace } from "../acme.js";
import { codegen, generatedFiles } from "../run.js";
import { PAYMENTS } from "../test-faults.js";
import { withRules } from "./with-rules.js";

/** The rules in the documentation, by file. */
const documented: Readonly<Record<string, string>> = Object.fromEntries(
  [
    ...readFileSync(new URL("../../../../docs/rules.md", import.meta.url), "utf8").matchAll(
      /```js\n\/\/ schemas\/(\S+)\n([\s\S]*?)```/g,
    ),
  ].map(([, file = "", text = ""]) => [file, text]),
);

const withDocumented = (file: string) => withRules({ [file]: documented[file] ?? "" });

/** A module with a rule that reports what a statement says. */
const checking = (body: string) =>
  `export const rule = { name: "own", check: (catalog, report, places) => { ${body} } };`;

async function lintText(acme: Workspace, ...args: string[]) {
  const { status, stderr } = await codegen(acme, "lint", ...args);
  return { status, stderr };
}

test("the documented rule that forbids a word reports the text that has it, in every command", async () => {
  const acme = withDocumented("rules/no-apologies.mjs");
  expect(await lintText(acme)).toMatchObject({ status: 0 });
  acme.edit("locales/de.json", "Die Karte ist abgelaufen.", "Sorry, die Karte ist abgelaufen.");
  for (const command of ["lint", "generate", "check", "diff", "record"]) {
    const { status, stderr } = await codegen(acme, command);
    expect(status).toBe(1);
    expect(stderr).toMatch(
      /locales\/de\.json:\d+:\d+ error the message of CARD_EXPIRED says "sorry"/,
    );
    expect(stderr).toContain("(no-apologies)");
    expect(stderr).toContain("Sorry, die Karte ist abgelaufen.");
    expect(stderr).toContain("help: say what happened, and what the reader can do");
  }
  expect(generatedFiles(acme)).toEqual({});
});

test("the documented rule that wants a link warns of each entry without one", async () => {
  const acme = withDocumented("rules/links.mjs");
  acme.edit(
    PAYMENTS,
    "name: API_ERROR\n",
    "name: API_ERROR\n    notes: See https://acme.example/runbook/api_error.\n",
  );
  const { status, stderr } = await lintText(acme);
  expect(status).toBe(0);
  const warned = [...stderr.matchAll(/payments\.yaml:\d+:11 warning (\w+) has no link/g)];
  expect(warned.map(([, name]) => name)).toEqual([
    "CARD_REFUSED",
    "CARD_EXPIRED",
    "CURRENCY_UNSUPPORTED",
    "RATE_LIMITED",
  ]);
  expect(await lintText(acme, "--release")).toMatchObject({ status: 1 });
});

test("--no-custom runs no rule, and says so", async () => {
  const module = checking("throw new Error('it ran')");
  const acme = withRules({ "rules/own.mjs": module, "rules/other.mjs": module });
  const rename = ["rename", "CARD_EXPIRED", "CARD_OUTDATED"];
  for (const [command = "", ...args] of [["lint"], ["generate"], ["diff"], rename]) {
    const { status, stderr } = await codegen(acme, command, ...args, "--no-custom");
    expect(stderr).toContain(
      "--no-custom: rules/own.mjs, rules/other.mjs were not run. What custom rules would report is not known.",
    );
    expect(stderr).not.toContain("it ran");
    // The second catalog is in no repository: diff has nothing to compare with.
    expect(status).toBe(command === "diff" ? 2 : 0);
  }
});

/** Modules with a fault, and what is said of each. */
const FAULTS: readonly (readonly [name: string, module: string, problem: string])[] = [
  ["with a mistake in it", "export const rule = {", "rules/own.mjs cannot be loaded: "],
  [
    "that exports something else",
    "export const rules = [];",
    'rules/own.mjs must export a "rule" that has check: a function',
  ],
  [
    "without a name in kebab-case",
    'export const rule = { name: "My own", check() {} };',
    'must export a "rule" that has name: in kebab-case',
  ],
  ["that throws", checking("throw new Error('no way')"), "failed: no way"],
  ["that rejects", checking("return Promise.reject(new Error('no way'))"), "failed: no way"],
  ["that ends the process", checking("process.exit(0)"), "failed: it ended without a result"],
  [
    "that reports without a place",
    checking("report('catalog.yaml', 'no')"),
    "failed: report expects a place first, which `places` returns",
  ],
  [
    "that reports without a message",
    checking("report(places.entryAt(0))"),
    "failed: report expects a message as its second argument",
  ],
  [
    "that reports with another severity",
    checking("report(places.entryAt(0), 'no', { severity: 'info' })"),
    'failed: report expects "error" or "warning" as severity',
  ],
  [
    "that reports with another hint",
    checking("report(places.entryAt(0), 'no', { hint: 1 })"),
    "failed: report expects a text as hint",
  ],
  [
    "that reports at a place with another line",
    checking("report({ file: 'catalog.yaml', line: NaN, column: 1 }, 'no')"),
    "failed: report expects a place first, which `places` returns",
  ],
  [
    "that reports at a place whose file is a text of megabytes",
    checking("report(places.file('x'.repeat(1e7)), 'no')"),
    "failed: report expects a place first, which `places` returns",
  ],
  [
    "that reports at nothing, with nothing",
    checking("report(null, undefined, null)"),
    "failed: report expects a place first, which `places` returns",
  ],
  ["that throws null", checking("throw null"), "failed: it threw null, which has no message"],
  [
    "that throws an object",
    checking("throw { code: 7 }"),
    "failed: it threw { code: 7 }, which has no message",
  ],
  [
    "with a name of megabytes",
    checking("").replace('"own"', '"a".repeat(1e7)'),
    'must export a "rule" that has name: in kebab-case, of at most 50 characters',
  ],
  [
    "that reports a gigabyte",
    checking("report(places.entryAt(0), 'x'.repeat(2 ** 29 - 30))"),
    "failed: report expects a message and a hint of at most 2000 characters",
  ],
  [
    "that reports without end",
    checking("for (;;) report(places.entryAt(0), 'no')"),
    "failed: it reports more than 1000 problems",
  ],
];

test("every module with a fault is reported at its place in the manifest", async () => {
  const acme = withRules(
    Object.fromEntries(FAULTS.map(([, module], index) => [`rules/${index}-own.mjs`, module])),
  );
  const manifest = acme.read("catalog.yaml").split("\n")[22] ?? "";
  const { status, stderr } = await lintText(acme);
  const wrong = FAULTS.flatMap(([name, , problem], index) => {
    const file = `rules/${index}-own.mjs`;
    const place = `catalog.yaml:23:${manifest.indexOf(JSON.stringify(file)) + 1} error `;
    const printed = stderr.split("\n").filter((line) => line.includes(place));
    const isSaid = printed.some(
      (line) =>
        line.endsWith("(rules)") && line.replaceAll(file, "rules/own.mjs").includes(problem),
    );
    return isSaid ? [] : [[name, printed]];
  });
  expect(wrong).toEqual([]);
  expect(status).toBe(1);
});

test("a rule that reports with odd excerpts and members is printed like any other", async () => {
  const place = "{ file: 'catalog.yaml', line: 2, column: 1, excerpt }";
  const excerpts = [
    "1",
    "{ startLine: 2, lines: 'abc' }",
    "{ startLine: 1, lines: [1, 2] }",
    "{ startLine: 9, lines: ['a'] }",
    "{ startLine: 1, lines: ['a', 'x'.repeat(1e7)] }",
    "{ startLine: 1, lines: Array.from({ length: 1e6 }, () => 'a') }",
  ];
  const reads = "let reads = 0; const shifty = { get hint() { return reads++ ? 1 : 'help'; } };";
  const acme = withRules({
    "rules/own.mjs": checking(
      `${reads} for (const excerpt of [${excerpts}]) report(${place}, 'odd');
       report({ file: 'catalog.yaml', line: 2, column: 1 }, 'shifty', shifty);`,
    ),
  });
  const { status, stderr } = await lintText(acme);
  expect(status).toBe(1);
  expect(stderr.match(/catalog\.yaml:2:1 error odd \(own\)/g)).toHaveLength(excerpts.length);
  expect(stderr).toContain("help: help");
  expect(stderr.length).toBeLessThan(10_000);
});

test("a rule that is missing is reported, and the others run", async () => {
  const acme = withRules({
    "rules/a.mjs": checking("report(places.manifest(['id']), 'seen by a')"),
    "rules/c.mjs": checking("report(places.manifest(['id']), 'seen by c')"),
  });
  acme.edit("catalog.yaml", '"rules/c.mjs"', '"rules/b.mjs","rules/c.mjs"');
  const { stderr } = await lintText(acme);
  expect(stderr).toContain("seen by a");
  expect(stderr).toContain("rules/b.mjs does not exist");
  expect(stderr).toContain("seen by c");
});

test("a rule sees the files of entries, and changes no catalog but its own copy", async () => {
  const acme = withRules({
    "rules/a.mjs": checking("catalog.entries.length = 0; report(places.manifest(['id']), 'a')"),
    "rules/b.mjs": checking(
      "report(places.manifest(['id']), catalog.entries.length + ' in ' + places.fileOf(0))",
    ),
  });
  expect((await lintText(acme)).stderr).toContain(`5 in ${PAYMENTS}`);
  expect(load(acme.catalog).catalog?.entries).toHaveLength(5);
});
