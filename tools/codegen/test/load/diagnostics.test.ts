import { readFileSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { lint, type Problem } from "@hashkey-errors/codegen";
import fc from "fast-check";
import { expect, test } from "vitest";
import { copyAcme, type Workspace } from "../acme.js";
import { codegen, generate } from "../run.js";

const PAYMENTS = "catalog/payments.yaml";
const CODE = "code: rate_limited";
const NOTES = "category: traffic\n    fault: client";

/** One fault each: the file, what stands there, what is put in its place, and what is said of it. */
const faults: readonly [file: string, from: string, to: string, said: string][] = [
  [
    PAYMENTS,
    "retry: after-reconcile",
    "retry: after-reconcile\n    delay: PT5M",
    '58:12 "retry" must be "after-delay" here (it is "after-reconcile")',
  ],
  // Did you mean.
  [
    PAYMENTS,
    NOTES,
    `notse: x\n    ${NOTES}`,
    '45:5 unknown field "notse": expected one of name, kind, code, aliases, httpStatus, message, variants, params, description, category, fault, outcome, retry, delay, alike, documented, sources, notes, draft, retired | did you mean "notes"?',
  ],
  [
    PAYMENTS,
    NOTES,
    `wrong: x\n    ${NOTES}`,
    '45:5 unknown field "wrong": expected one of name, kind, code, aliases, httpStatus, message, variants, params, description, category, fault, outcome, retry, delay, alike, documented, sources, notes, draft, retired',
  ],
  [
    PAYMENTS,
    "category: traffic",
    "category: Trafic",
    '45:15 "category" must be one of card, traffic (it is "Trafic") | did you mean "traffic"?',
  ],
  [
    PAYMENTS,
    "outcome: unknown",
    "outcome: unknwon",
    '57:14 "outcome" must be one of rejected, unknown, applied (it is "unknwon") | did you mean "unknown"?',
  ],
  [
    PAYMENTS,
    CODE,
    `${CODE}\n    retired: { since: "1.0.0", reason: Gone, replacedBy: API_EROR }`,
    '42:58 API_EROR is not an entry of the catalog | did you mean "API_ERROR"?',
  ],
  [
    "catalog.yaml",
    "table: errors.md\n",
    "table: errors.md\nlocaleAlias: {}\n",
    '5:1 unknown field "localeAlias": expected one of id, title, description, table, wire, categories, venues, nameEndings, errorClass, packages, runtime, emitters, generateCommand, sourceLocale, localeAliases | did you mean "localeAliases"?',
  ],
  [
    "locales/de.json",
    '"status": "final"',
    '"status": "finl"',
    '6:15 "status" must be one of machine, translated, reviewed, final (it is "finl") | did you mean "final"?',
  ],
  [
    "locales/de.json",
    '"RATE_LIMITED"',
    '"RATE_LIMTED"',
    '27:3 RATE_LIMTED is not an error of the catalog | did you mean "RATE_LIMITED"?',
  ],
  // What YAML reads as something else.
  ...(
    [
      ["0001", "the number 1"],
      ["-1021", "the number -1021"],
      ["1e3", "the number 1000"],
      ["0x1F", "the number 31"],
      ["true", "the boolean true"],
      ["null", "null"],
      ["~", "null"],
    ] as const
  ).map(
    ([source, read]) =>
      [
        PAYMENTS,
        CODE,
        `code: ${source}`,
        `41:11 "code" must be a string: unquoted, YAML reads ${source} as ${read} | quote it: "${source}"`,
      ] as const satisfies unknown[] as [string, string, string, string],
  ),
  ...(
    [
      ["1_000", "the number 1000"],
      ["12:30", "the number 750"],
      ["2026-01-31", "a date"],
      ["no", "the boolean false"],
      ["Off", "the boolean false"],
      ["n", "the boolean false"],
      ["on", "the boolean true"],
      ["yes", "the boolean true"],
      ["y", "the boolean true"],
    ] as const
  ).map(([source, read]): [string, string, string, string] => [
    PAYMENTS,
    NOTES,
    `notes: ${source}\n    ${NOTES}`,
    `45:12 unquoted, ${source} is read as ${read} by tools that use YAML 1.1 | quote it: "${source}"`,
  ]),
  [
    PAYMENTS,
    NOTES,
    `notes:\n    ${NOTES}`,
    '45:11 "notes" must be a string: unquoted, YAML reads nothing as null',
  ],
  [
    PAYMENTS,
    NOTES,
    `documented: yes\n    ${NOTES}`,
    '45:17 "documented" must be a boolean (it is "yes") | write true',
  ],
  [
    PAYMENTS,
    "line: 7",
    'line: "7"',
    '59:44 "line" must be an integer (it is "7") | write 7, unquoted',
  ],
  [
    "catalog.yaml",
    "  pt: pt-BR",
    "  pt: pt-BR\n  no: de",
    '22:3 unquoted, the key no is read as the boolean false by tools that use YAML 1.1 | quote it: "no"',
  ],
  [
    "catalog.yaml",
    "  numericCodes: false",
    "  numericCodes: no",
    '10:17 "numericCodes" must be a boolean (it is "no") | write false',
  ],
  [
    "locales/de.json",
    '"Bitte warten."',
    "7",
    '29:20 "description" must be a string (it is 7) | quote it: "7"',
  ],
  // Syntax.
  [
    PAYMENTS,
    CODE,
    `${CODE}\n    code: other`,
    '42:5 duplicate key "code" | the first is on line 41: keep one',
  ],
  [
    "locales/de.json",
    '"Bitte warten."',
    '"Bitte warten.", "description": "Warten."',
    '29:37 duplicate key "description" | the first is on line 29: keep one',
  ],
  [
    PAYMENTS,
    `    ${CODE}`,
    `    \t${CODE}`,
    "41:5 indented with a tab; YAML allows only spaces | indent with spaces (1 line begins with tabs)",
  ],
  [
    PAYMENTS,
    "message: Slow down.",
    "message: Slow down: now",
    '43:14 Nested mappings are not allowed in compact mappings | quote a text that has ": " in it',
  ],
  [PAYMENTS, "entries:", `entries: ${"[".repeat(20_000)}`, "1:1 is nested too deep to be read"],
  ["locales/de.json", "{", "[".repeat(20_000), "1:1 is nested too deep to be read"],
  // Characters.
  [
    PAYMENTS,
    "entries:",
    "\ufeffentries:",
    '1:1 the file begins with a byte order mark, U+FEFF | save it as "UTF-8", not as "UTF-8 with BOM"',
  ],
  [
    "locales/de.json",
    "{",
    "\ufeff{",
    '1:1 the file begins with a byte order mark, U+FEFF | save it as "UTF-8", not as "UTF-8 with BOM"',
  ],
  [
    PAYMENTS,
    `${CODE}\n`,
    `${CODE}\r\n`,
    "41:23 CRLF line endings; catalog files use LF | set your editor to LF; if Git made them, run git config core.autocrlf input and check out again",
  ],
  ...(
    [
      ["\u00a0", "00A0 (NO-BREAK SPACE)", "write a plain space"],
      ["\u00ad", "00AD (SOFT HYPHEN)", "remove it"],
      ["\u200b", "200B (ZERO WIDTH SPACE)", "remove it"],
      ["\u202e", "202E (RIGHT-TO-LEFT OVERRIDE)", "remove it"],
      ["\u0000", "0000 (NULL)", "remove it"],
      ["\u0090", "0090 (a control character)", "remove it"],
      ["\ufeff", "FEFF (ZERO WIDTH NO-BREAK SPACE)", "remove it"],
    ] as const
  ).map(([character, name, mend]): [string, string, string, string] => [
    PAYMENTS,
    NOTES,
    `notes: a${character}b${character}c\n    ${NOTES}`,
    `45:13 an invisible character, U+${name} | ${mend}, or "\\u${name.slice(0, 4).toLowerCase()}" in double quotation marks if it is meant`,
  ]),
  [
    PAYMENTS,
    "entries:",
    "# \u{e0041}\nentries:",
    "1:3 an invisible character, U+E0041 | remove it",
  ],
  [
    "wire.schema.json",
    '"$defs"',
    '"$comment": "a\u200bb", "$defs"',
    '5:17 an invisible character, U+200B (ZERO WIDTH SPACE) | remove it, or "\\u200b" in double quotation marks if it is meant',
  ],
  [
    PAYMENTS,
    NOTES,
    `notes: the \u041eRDER_1 of\n    ${NOTES}`,
    '45:16 "\u041eRDER_1" mixes letters of two scripts: \u041e is U+041E (Cyrillic), which looks like the Latin O | write it in one script, or "\\u041e" in double quotation marks if it is meant',
  ],
  [
    "locales/de.json",
    '"Bitte warten."',
    '"Bitte w\u03b1rten.", "allow": ["script"]',
    '29:27 "w\u03b1rten" mixes letters of two scripts: \u03b1 is U+03B1 (Greek), which looks like the Latin a | write it in one script, or "\\u03b1" in double quotation marks if it is meant',
  ],
  // What an input method or a word processor puts in the place of a plain character.
  [
    PAYMENTS,
    NOTES,
    `notes: \u201cx\u201d\n    ${NOTES}`,
    '45:12 \u201cx\u201d begins with a typographic quotation mark, which is text to YAML | use plain quotation marks: "x"',
  ],
  [
    PAYMENTS,
    NOTES,
    `notes: (\u22121021)\n    ${NOTES}`,
    '45:13 \u2212 is U+2212, which looks like - | write a plain -, or "\\u2212" in double quotation marks if it is meant',
  ],
  [
    PAYMENTS,
    NOTES,
    `notes: code \uff10\n    ${NOTES}`,
    '45:17 \uff10 is U+FF10, which looks like 0 | write a plain 0, or "\\uff10" in double quotation marks if it is meant',
  ],
];

test.each(faults)("%s: %j -> %j", async (file, from, to, said) => {
  const acme = copyAcme();
  acme.edit(file, from, to);
  const found = await errorsOf(acme);
  expect(found.map(print)).toEqual([said]);
  expect(found.map(({ location }) => location.file)).toEqual([file]);
});

/** What may stand there: nothing is said of it. */
test.each<[file: string, from: string, to: string]>([
  [PAYMENTS, NOTES, `notes: "a\\u00a0b \\u041eRDER no"\n    ${NOTES}`],
  [PAYMENTS, NOTES, `notes: "no"\n    ${NOTES}`],
  [
    PAYMENTS,
    NOTES,
    `notes: "\\n\u041e\u0448\u0438\u0431\u043a\u0430 API-\u043a\u043b\u044e\u0447"\n    ${NOTES}`,
  ],
  [PAYMENTS, NOTES, `notes: |\n      a\n      \tb\n    ${NOTES}`],
  [PAYMENTS, NOTES, `notes: \u26a0\ufe0f\n    ${NOTES}`],
  [PAYMENTS, NOTES, `notes: "a \u2013 \u201cb\u201d, 3\u20134 \u6ce8\uff1ac"\n    ${NOTES}`],
  [PAYMENTS, CODE, `code:\trate_limited`],
  ["locales/de.json", "Bitte warten.", "Bitte\u00a0warten, Auf\u200clage."],
])("%s: %j -> %j is right", async (file, from, to) => {
  const acme = copyAcme();
  acme.edit(file, from, to);
  expect(await errorsOf(acme)).toEqual([]);
});

test("a file with many faults gives all of them at once", async () => {
  const acme = copyAcme();
  acme.edit(PAYMENTS, "entries:", "\ufeffentries:");
  acme.edit(PAYMENTS, "    code: api_error", "\tcode: 0001");
  acme.edit(PAYMENTS, CODE, `${CODE}\n    code: other\n    documented: no`);
  acme.edit(PAYMENTS, "category: traffic", "categry: traffic\n    notes: on");
  acme.edit(PAYMENTS, "Slow down.", "Sl\u043ew\u00a0down.");
  const text = acme.read(PAYMENTS);
  acme.write(PAYMENTS, text.replaceAll("\n", "\r\n"));
  const said = (await errorsOf(acme)).map(
    ({ rule, location, message }) =>
      `${location.line}:${location.column} ${rule} ${message.slice(0, 24)}`,
  );
  expect(said).toEqual([
    "1:1 characters the file begins with a b",
    "1:9 characters CRLF line endings; catal",
    '40:5 schema the field "category" is ',
    '42:5 syntax duplicate key "code"',
    '43:17 schema "documented" must be a b',
    '45:14 characters "Sl\u043ew" mixes letters of ',
    "45:18 characters an invisible character, ",
    '47:5 schema unknown field "categry":',
    "48:12 schema unquoted, on is read as ",
    "54:1 syntax indented with a tab; YAM",
    '54:8 schema "code" must be a string:',
  ]);
});

test("a colon that is none is told of beside what YAML says", async () => {
  const acme = copyAcme();
  acme.edit(PAYMENTS, CODE, CODE.replace(":", "\uff1a"));
  expect((await errorsOf(acme)).map(print)).toContain(
    '41:9 \uff1a is U+FF1A, which looks like : | write a plain :, or "\\uff1a" in double quotation marks if it is meant',
  );
});

test("the characters of every YAML file are checked", async () => {
  const acme = copyAcme();
  acme.write("glossary.yaml", "terms: [] # \u200b\n");
  acme.write("openapi.yaml", "openapi: 3.1.0 # \u200b\n");
  const places = (await errorsOf(acme)).map(({ location: { file, line, column } }) => [
    file,
    line,
    column,
  ]);
  expect(places).toEqual([
    ["glossary.yaml", 1, 13],
    ["openapi.yaml", 1, 18],
  ]);
});

test("a file that is no UTF-8", async () => {
  const acme = copyAcme();
  writeFileSync(join(acme.catalog, "locales/de.json"), Buffer.from('{\n  "\xe9": 1 }', "latin1"));
  expect((await errorsOf(acme)).map(print)).toContain("2:4 is not UTF-8 | save it as UTF-8");
});

test("random edits of bytes never throw, and every place lies in its file", async () => {
  const acme = copyAcme();
  const files = [PAYMENTS, "catalog.yaml", "locales/de.json", "wire.schema.json"];
  const originals = new Map(files.map((file) => [file, Buffer.from(acme.read(file))]));
  const bytes = fc.oneof(
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
  const edit = fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    removed: fc.nat(3),
    bytes,
  });
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...files),
      fc.array(edit, { minLength: 1, maxLength: 5 }),
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
    { numRuns: Number(process.env.FUZZ_RUNS ?? 150) },
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

test("json is one document on stdout, with files as the current folder sees them", async () => {
  const acme = copyAcme();
  acme.edit(PAYMENTS, "outcome: unknown", "outcome: unknwon");
  const { status, stdout, stderr } = await codegen(acme, "generate", "--format", "json");
  expect(status).toBe(1);
  expect(JSON.parse(stdout).problems[0]).toEqual({
    rule: "schema",
    severity: "error",
    message: '"outcome" must be one of rejected, unknown, applied (it is "unknwon")',
    hint: 'did you mean "unknown"?',
    file: seen(acme, PAYMENTS),
    line: 57,
    column: 14,
  });
  expect(stderr).toContain("1 error, ");
});

test("drift is a problem of check, escaped for GitHub, and of no other command", async () => {
  const acme = copyAcme();
  await generate(acme);
  acme.edit(PAYMENTS, "httpStatus: 429", "httpStatus: 503");
  writeFileSync(join(acme.catalog, "generated/odd, 100%.txt"), "");
  const json = await codegen(acme, "lint", "--format", "json");
  expect(json.status).toBe(0);
  expect(JSON.parse(json.stdout).problems).toMatchObject([
    { rule: "coverage", severity: "warning", file: seen(acme, "locales/pt-BR.json") },
  ]);
  const { status, stdout } = await codegen(acme, "check", "--format", "github");
  expect(status).toBe(1);
  const lines = stdout.trimEnd().split("\n");
  expect(lines).toContain(
    `::error file=${seen(acme, "generated/catalog.json")},line=1,col=1,title=codegen (generated)::out of date%0Ahelp: Run codegen generate.`,
  );
  expect(lines).toContain(
    `::error file=${seen(acme, "generated/odd%2C 100%25.txt")},line=1,col=1,title=codegen (generated)::no longer generated%0Ahelp: Run codegen generate.`,
  );
  expect(lines.every((line) => /^::(error|warning) file=/.test(line))).toBe(true);
});

test("generate tells of many warnings in a line each, lint with their lines", async () => {
  const acme = copyAcme();
  for (const tag of ["da", "fr", "nl"]) acme.write(`locales/${tag}.json`, "{}");
  const brief = await codegen(acme, "generate");
  expect(brief).toMatchObject({ status: 0 });
  expect(brief.stderr).toContain(
    `${seen(acme, "locales/nl.json")}:1:1 warning 6 of 6 texts are missing in nl`,
  );
  expect(brief.stderr).toContain(
    "help: codegen lint shows each warning with its lines, and how to fix it\n",
  );
  expect(brief.stderr).not.toContain("> 1 |");
  const full = await codegen(acme, "lint");
  expect(full.stderr).toContain("> 1 | {}");
  expect(full.stderr).toContain("codegen locale export nl");
  // Errors stand in full.
  acme.edit(PAYMENTS, "outcome: unknown", "outcome: unknwon");
  expect((await codegen(acme, "generate")).stderr).toContain("> 57 |     outcome: unknwon");
});

test.each([["diff"], ["record"], ["locale", "export", "de"]])(
  "%s names files as the current folder sees them",
  async (...command) => {
    const acme = copyAcme();
    acme.edit(PAYMENTS, "outcome: unknown", "outcome: unknwon");
    const { status, stderr } = await codegen(acme, ...command);
    expect(status).toBe(1);
    expect(stderr).toContain(`${seen(acme, PAYMENTS)}:57:14 error`);
  },
);

test("text names files as the current folder sees them, and shows what cannot be seen", async () => {
  const acme = copyAcme();
  acme.edit(PAYMENTS, CODE, `"\\e[31m": 1\n    ${CODE} # \u202e`);
  const { status, stderr } = await codegen(acme, "lint");
  expect(status).toBe(1);
  expect(stderr).toContain(`${seen(acme, PAYMENTS)}:41:5 error unknown field "<U+001B>[31m"`);
  expect(stderr).toContain("> 42 |     code: rate_limited # \ufffd\n");
  expect(await codegen(acme, "lint", "--format", "xml")).toMatchObject({ status: 2 });
});

/** A file of the catalog from the current folder, as terminals and CI look for it. */
function seen({ catalog }: Workspace, file: string): string {
  return relative(process.cwd(), join(catalog, file)).replaceAll("\\", "/");
}

async function errorsOf({ catalog }: Workspace): Promise<Problem[]> {
  const { problems } = await lint(catalog);
  return problems.filter(({ severity }) => severity === "error");
}

function print({ message, hint, location: { line, column } }: Problem): string {
  return `${line}:${column} ${message}${hint === undefined ? "" : ` | ${hint}`}`;
}

test("of a line that is long, what stands around the place is shown, and the mark is under it", async () => {
  const acme = copyAcme();
  const file = join(acme.catalog, "locales/de.json");
  const texts = JSON.parse(readFileSync(file, "utf8"));
  writeFileSync(file, JSON.stringify(texts).replace('"final"', '"finl"'));
  const { status, stderr } = await codegen(acme, "lint");
  expect(status).toBe(1);
  const [line = "", mark = ""] = stderr.split("\n").filter((each) => each.includes("|"));
  expect(line.length).toBeLessThan(180);
  expect(line.slice(mark.indexOf("^")).startsWith('"finl"')).toBe(true);
});
