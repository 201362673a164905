import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import fc from "fast-check";
import { expect, test } from "vitest";
import { Document } from "yaml";
import { IMPLICIT_TYPES } from "../../dist/source/implicit-types.js";
import { checkMisreading } from "../../dist/source/misreading.js";
import { parseYaml } from "../../dist/source/parse-yaml.js";
import { readPlainYaml } from "../../dist/source/read-plain-yaml.js";
import { schemas } from "../own-catalog.js";
import { propertyRuns } from "../property-runs.js";

test("every file of entries of this repository is read without the parser", () => {
  const files = readdirSync(join(schemas, "catalog")).map((name) => join(schemas, "catalog", name));
  const slow = files.filter((file) => readPlainYaml(readFileSync(file, "utf8")) === undefined);
  expect(slow).toEqual([]);
});

test("the types of unquoted scalars are those of the parser", () => {
  const typesIn = (version: "1.1" | "1.2") =>
    new Document(null, { version }).schema.tags.flatMap((tag) =>
      tag.default === true && tag.test !== undefined ? [tag.test] : [],
    );
  expect(IMPLICIT_TYPES).toEqual({ "1.1": typesIn("1.1"), "1.2": typesIn("1.2") });
});

test("entries as CONTRIBUTING and a new catalog have them, with comments, are read without the parser", () => {
  const [, example = ""] =
    /```yaml\n( *- name: [^`]*)```/.exec(
      readFileSync(new URL("../../../../CONTRIBUTING.md", import.meta.url), "utf8"),
    ) ?? [];
  const started = readFileSync(
    new URL("../../templates/catalog/errors.yaml", import.meta.url),
    "utf8",
  );
  for (const text of [`entries:\n${example.trimEnd()}\n`, started]) {
    const value = readPlainYaml(text);
    expect(value).toEqual(parseYaml("a.yaml", text).value);
    expect(value).toHaveProperty("entries.0.code");
  }
});

/** Values without quotation marks, as they are written. */
const FORMS = [..."-a 1a _a $a (a) /a .a +a <a> a:b a#b".split(" "), -1, 0, 123456789012345];

test("lists, objects, quoted and unquoted scalars and texts of many lines are read", () => {
  const text = `# A comment.
entries:
- name: A_B
  code: "0\\u00311"
  "status": 400
  isSent: true
  since: null

  # Another comment.
  quoted: 'it''s'
  $a.b-C_: d
  _signs: "\\"\\\\\\/\\b\\f\\n\\r\\t\\u00aF"
  forms:
${FORMS.map((form) => `    - ${form}\n`).join("")}  sources:
    - { document: errors.md, lines: [1, "2", it's] }
    - plain text, with a comma
  folded: >-
    one
    two
  literal: |
    one
      two
empty: {}
`;
  const entry = {
    ...{ name: "A_B", code: "011", status: 400, isSent: true, since: null, quoted: "it's" },
    ...{ "$a.b-C_": "d", _signs: '"\\/\b\f\n\r\t\u00af' },
    forms: FORMS,
    sources: [{ document: "errors.md", lines: [1, "2", "it's"] }, "plain text, with a comma"],
    ...{ folded: "one two", literal: "one\n  two\n" },
  };
  expect(readPlainYaml(text)).toEqual({ entries: [entry], empty: {} });
});

/**
 * A value that is not read alike everywhere, that is a mistake, or that the reader does not know.
 */
const NOT_PLAIN = [
  "a: yes",
  "a: NO",
  "a: 0777",
  "a: 1_000",
  "a: 1234567890123456",
  "a: 1:30",
  "a: 2024-01-01",
  "a: 1.5",
  "a: .inf",
  "a: ~",
  "a:",
  "a:\nb: c",
  "a: { b: yes }",
  "a: [yes]",
  "yes: a",
  "429: a",
  "a: “b”",
  "a: b: c",
  "a: b:",
  "a: b #c",
  "a: b\na: c",
  "a: { b: 1, b: 2 }",
  "a: { b }",
  "a: [b, ]",
  "a: [}",
  "a: [}b]",
  "a: [b] c",
  'a: "b" c',
  'a: "b" "c"',
  'a: "\\x41"',
  'a: "\\u041"',
  "a: 'b' c",
  "a: 'b' 'c'",
  '"a\\u0062": c',
  "a: &b c",
  "a: *b",
  "a: !!str 1",
  "<<: { a: 1 }",
  "__proto__: { a: 1 }",
  "a: b\n  c",
  "a: b\n  c: d",
  "a:\n    b: c\n  d: e",
  // A dash where the items of a list would have it.
  'a:\n  b:\n"x- ": 1',
  "a:\n\tb: c",
  "a: b ",
  "a: b\u00a0",
  "a: >-\n  b\n\n  c",
  "a: >-\n  b\n    c",
  "a: |+\n  b",
  "a: |\nb: c",
  "a: b |\n  c",
  // A line of the text, not a comment.
  "a: |\n  b\n\n  # c",
  "- - a",
  "? a\n: b",
  "--- a",
  "%YAML 1.1\n---\na: b",
  "[a, b]",
  "a",
  "",
  "# only a comment",
];

test("what could be a mistake or a misreading is left to the parser", () => {
  expect(NOT_PLAIN.filter((text) => readPlainYaml(`${text}\n`) !== undefined)).toEqual([]);
});

test("a comment is found in time in a long line of blanks or quotation marks", () => {
  const [blanks, quotes] = [" ".repeat(100_000), "'".repeat(100_001)];
  expect(readPlainYaml(`a: b${blanks}c# d\n`)).toEqual({ a: `b${blanks}c# d` });
  expect(readPlainYaml(`a: b${blanks}# d\n`)).toEqual({ a: "b" });
  for (const text of [`[${quotes}b# c`, `[${blanks}'# b`, `${quotes}b# c`, `["${blanks}# b`])
    expect(readPlainYaml(`a: ${text}\n`)).toBeUndefined();
});

const KEYS = fc.constantFrom("a", "b", "c", "code", "on", "null", '"q"', "429", "x y", "<<");
const SCALARS = fc.constantFrom(
  ...["text", "some text", "12", "-1", "007", "1e3", "0x1f", "true", "Off", "null", "~", '"q"'],
  ..."it's|a: b|a:b|a #c|a#c|'s'|'it''s'|\"a\" b|\"\\n\"|\"\\x41\"|&x y|*x|>-|>||-".split("|"),
  ...["|", "{}", "[a, b]", "{ a: b }", '{ "a":1 }', "{ a: it's, b: [1, [x y]] }", "[a, ]"],
  ...[
    "text # c",
    "12 # c",
    '"q # r" # c',
    "'it''s' # c's",
    "it's # c",
    "a #c # d",
    "[a] # [b",
    "# c",
  ],
  ...[
    "{ a: 'x # y' } # it's",
    '{ a: it\'s, "b": 1 } # c',
    "[a, b # c",
    ">- # c",
    "| # c",
    "a: b # c",
  ],
  ...["{ a: 1, a: 2 }", "{ a }", "[a: b]", "- x", "(x)", "日本", "“q”", "...", "1:30", ".5"],
);
const INDENTS = fc.constantFrom("", "", "", "  ", "  ", "    ", " ");
const LINES = fc.oneof(
  { weight: 6, arbitrary: fc.tuple(INDENTS, KEYS, SCALARS).map(([i, k, s]) => `${i}${k}: ${s}`) },
  { weight: 3, arbitrary: fc.tuple(INDENTS, KEYS).map(([i, k]) => `${i}${k}:`) },
  { weight: 3, arbitrary: fc.tuple(INDENTS, SCALARS).map(([i, s]) => `${i}- ${s}`) },
  { weight: 2, arbitrary: fc.tuple(INDENTS, KEYS, SCALARS).map(([i, k, s]) => `${i}- ${k}: ${s}`) },
  { weight: 1, arbitrary: fc.tuple(INDENTS, SCALARS).map(([i, s]) => `${i}${s}`) },
  { weight: 1, arbitrary: fc.constantFrom("", "# c", "  # c", "#c") },
);
/** Lines of this repository's entries, of which one is replaced. */
const EDITED = fc.tuple(fc.nat(500), fc.nat(20), LINES).map(([from, at, line]) => {
  const lines = readFileSync(join(schemas, "catalog/order.yaml"), "utf8").split("\n");
  const part = lines.slice(from, from + 20);
  return ["entries:", ...part.slice(0, at), line, ...part.slice(at + 1)];
});

const FILES = fc
  .tuple(
    fc.oneof(fc.array(LINES, { minLength: 1, maxLength: 6 }), EDITED),
    fc.constantFrom("\n", "\n", ""),
  )
  .map(([lines, end]) => lines.join("\n") + end);

test("a file that is read without the parser has its value, and no problem", () => {
  let read = 0;
  fc.assert(
    fc.property(FILES, (text) => {
      const value = readPlainYaml(text);
      if (value === undefined) return true;
      read += 1;
      // The space at the end of its line leaves the file to the parser.
      const parsed = parseYaml("a.yaml", `# \n${text}`);
      expect(parsed.mayMislead).toBe(true);
      const misreadings = parsed.plainScalars().flatMap((each) => checkMisreading(parsed, each));
      return (
        isDeepStrictEqual(value, parsed.value) &&
        parsed.problems.length === 0 &&
        misreadings.length === 0
      );
    }),
    { numRuns: propertyRuns({ quick: 500, thorough: 40_000 }) },
  );
  expect(read).toBeGreaterThan(0);
});
