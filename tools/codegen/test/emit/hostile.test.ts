import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import ts from "typescript";
import { expect, test } from "vitest";
import { copyAcme, type Workspace } from "../acme.js";
import { codegen, generate } from "../run.js";
import { rowsIn } from "./table-in.js";

const HOSTILE = [
  `a \`backtick\` and \${injection}`,
  "*/ export const broken = 1; /*",
  "</script><script>alert(1)</script>",
  "line\u2028separator\u2029paragraph",
  "right-to-left \u202Eoverride\u202C and \u200Fmark",
  "quotes \" ' and \\ backslash \\u0041",
  "first line\nsecond line\r\nthird",
  "see @deprecated {@link javascript:alert(1)} @param x",
  "null\u0000byte and \u001b[31mcolour",
  'a=1+1,"csv";\tcell',
];

/** Characters that nobody sees in an editor and that have no place in a translation. */
const UNSEEN = /[\p{Cc}\u2028\u202e]/u;
const VISIBLE = HOSTILE.filter((text) => !UNSEEN.test(text));

const nameOf = (text: string) => `HOSTILE_${HOSTILE.indexOf(text)}`;
const withoutBraces = (text: string) => text.replaceAll(/[{}]/g, "");
const inOneLine = (text: string) => text.replaceAll(/[\r\n]+/g, " ");

test("a hostile text survives unchanged in every output, and none of them breaks", async () => {
  const acme = copyAcme();
  writeHostile(acme, withoutBraces, HOSTILE);
  const { status, output } = await codegen(acme, "generate");
  // Only the text with line breaks is refused: no line of a document can have it.
  expect(status).toBe(1);
  expect(output.match(/\(sources\)/g)).toHaveLength(1);
  expect(output).toContain("evidence/hostile.txt:7");
  for (const text of HOSTILE.filter((text) => UNSEEN.test(text))) {
    expect(output).toContain(`the message of ${nameOf(text)} has an invisible`);
  }

  writeHostile(acme, (text) => inOneLine(withoutBraces(text)), VISIBLE);
  await generate(acme);
  const read = (file: string) => readFileSync(join(acme.root, file), "utf8");
  const { entries } = JSON.parse(read("spec/generated/catalog.json"));
  const described = (entries as { name: string; description: string }[])
    .filter(({ name }) => name.startsWith("HOSTILE_"))
    .map(({ name, description }) => [name, description]);
  expect(Object.fromEntries(described)).toEqual(
    Object.fromEntries(HOSTILE.map((text) => [nameOf(text), text])),
  );
  expectOnlyDeclarations("types", read("out/types/generated/entries.ts"), []);
  const table = read("out/validator/generated/entries.ts");
  expectOnlyDeclarations("validator", table, []);
  expect(rowsIn(table).flatMap(({ texts }) => texts)).toEqual(
    expect.arrayContaining(HOSTILE.map((text) => inOneLine(withoutBraces(text)))),
  );
  expectOnlyDeclarations("messages", read("out/messages/generated/bundles/fr.ts"), VISIBLE);
  expect(read("out/types/generated/entries.ts").match(/^\s*\*\s*@\w+/gm)).toBeNull();
  const steered = readdirSync(join(acme.root, "out"), { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts"))
    .filter((file) => /(?![\t\n])[\p{Cc}\u2028-\u202e\u2066-\u2069]/u.test(read(`out/${file}`)));
  expect(steered).toEqual([]);
  await expectRoundTrip(acme);
});

/**
 * Writes one entry and one line of evidence for each hostile text, and some of the texts in French.
 */
function writeHostile(
  acme: Workspace,
  messageOf: (text: string) => string,
  translated: readonly string[],
): void {
  const entries = HOSTILE.map((text, index) => ({
    name: nameOf(text),
    code: `hostile_${index}`,
    httpStatus: null,
    message: messageOf(text),
    description: text,
    category: "card",
    fault: "client",
    outcome: "rejected",
    retry: "never",
    documented: false,
    sources: [{ document: "hostile.txt", line: index + 1 }],
  }));
  acme.write("catalog/hostile.yaml", escaped({ entries }));
  acme.write("catalog.yaml", acme.read("catalog.yaml").replace("table: errors.md\n", ""));
  // A text with line breaks cannot stand on one line of evidence; what the rule reads of it can.
  const lines = entries.map(({ code, message }) => inOneLine(`${code} ${message}`));
  acme.write("evidence/hostile.txt", lines.join("\n"));
  const texts = translated.map((text) => {
    const [message, description] = [withoutBraces(text), withoutBraces(text)];
    return [
      nameOf(text),
      { title: message.slice(0, 30), message, description, status: "machine", sourceHash: "" },
    ];
  });
  acme.write("locales/fr.json", JSON.stringify(Object.fromEntries(texts)));
}

/** Expects a module that parses, declares and imports, does nothing else, and holds the texts. */
function expectOnlyDeclarations(name: string, text: string, held: readonly string[]): void {
  const source = ts.createSourceFile(name, text, ts.ScriptTarget.Latest, true);
  expect((source as unknown as { parseDiagnostics: unknown[] }).parseDiagnostics, name).toEqual([]);
  const kinds = source.statements.map((statement) => ts.SyntaxKind[statement.kind]);
  const allowed = /Import|Interface|TypeAlias|VariableStatement|FirstStatement/;
  expect(kinds.filter((kind) => !allowed.test(kind))).toEqual([]);
  const strings = stringsOf(source);
  const expected = held.map((each) => inOneLine(withoutBraces(each)));
  expect(expected.filter((each) => !strings.has(each))).toEqual([]);
}

/** Expects that translators' tools get the texts, and give them back, unchanged. */
async function expectRoundTrip(acme: Workspace): Promise<void> {
  const file = join(acme.root, "fr.xlf");
  expect(await codegen(acme, "locale", "export", "fr", "--out", file)).toMatchObject({ status: 0 });
  expect(await codegen(acme, "locale", "import", file)).toMatchObject({
    status: 0,
    stdout: expect.stringContaining(`0 of ${VISIBLE.length} texts changed`),
  });
}

test("the validator's table holds any message of any characters unchanged", async () => {
  const acme = copyAcme();
  const { root } = acme;
  const messages = fc
    .sample(fc.string({ unit: "grapheme", minLength: 1, maxLength: 40 }), 300)
    // A percent sign before some letters is a placeholder elsewhere, which `lint` reports.
    .map((text) => `#${text.replaceAll(/[{}\r\n\u0085.%]/g, "")}#`);
  acme.edit("catalog.yaml", "table: errors.md\n", "");
  const entries = messages.map((message, index) => ({
    name: `ANY_${index}`,
    code: `any_${index}`,
    httpStatus: 400,
    message,
    description: "",
    category: "card",
    fault: "client",
    outcome: "rejected",
    retry: "never",
    documented: false,
    sources: [{ document: "any.txt", line: index + 1 }],
  }));
  acme.write("catalog/any.yaml", escaped({ entries }));
  acme.write(
    "evidence/any.txt",
    messages.map((message, index) => `any_${index} ${message}`).join("\n"),
  );
  await generate(acme);
  const table = readFileSync(join(root, "out/validator/generated/entries.ts"), "utf8");
  const texts = new Set(rowsIn(table).flatMap((row) => row.texts));
  expect(messages.filter((message) => !texts.has(message))).toEqual([]);
});

/** YAML with an escape for each character that may not stand in a file itself. */
function escaped(value: unknown): string {
  return JSON.stringify(value).replace(
    /[^ -~]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

function stringsOf(source: ts.SourceFile): Set<string> {
  const strings = new Set<string>();
  const visit = (node: ts.Node) => {
    if (ts.isStringLiteral(node)) strings.add(node.text);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return strings;
}
