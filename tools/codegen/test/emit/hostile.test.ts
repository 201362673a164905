import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import ts from "typescript";
import { expect, test } from "vitest";
import { copyAcme } from "../acme.js";
import { codegen, generate } from "../run.js";

const HOSTILE = [
  `a \`backtick\` and \${injection}`,
  "*/ export const broken = 1; /*",
  "</script><script>alert(1)</script>",
  "line\u2028separator\u2029paragraph",
  "right-to-left \u202Eoverride\u202C and \u200Fmark",
  "quotes \" ' and \\ backslash \\u0041",
  "first line\nsecond line\r\nthird",
  "@deprecated {@link javascript:alert(1)} @param x",
  "null\u0000byte and \u001b[31mcolour",
  '=1+1,"csv";\tcell',
];

test("a hostile text survives unchanged in every output, and none of them breaks", async () => {
  const acme = copyAcme();
  const literal = (text: string) => text.replaceAll(/[{}]/g, "");
  const entries = HOSTILE.map((text, index) => ({
    name: `HOSTILE_${index}`,
    code: `hostile_${index}`,
    httpStatus: null,
    message: literal(text),
    description: text,
    category: "card",
    fault: "client",
    outcome: "rejected",
    retry: "never",
    documented: false,
    sources: [{ document: "hostile.txt", line: index + 1 }],
  }));
  acme.write("catalog/hostile.yaml", escaped({ entries }));
  acme.edit("catalog.yaml", "table: errors.md\n", "");
  // A text with line breaks cannot stand on one line of evidence; what the rule reads of it can.
  const lines = HOSTILE.map((text, index) => `hostile_${index} ${literal(text)}`);
  acme.write(
    "evidence/hostile.txt",
    lines.map((line) => line.replaceAll(/[\r\n]+/g, " ")).join("\n"),
  );
  const translate = (texts: readonly string[]) =>
    Object.fromEntries(
      texts.map((text) => [
        `HOSTILE_${HOSTILE.indexOf(text)}`,
        { message: literal(text), description: literal(text), status: "machine", sourceHash: "" },
      ]),
    );
  acme.write("locales/fr.json", JSON.stringify(translate(HOSTILE)));

  const { status, output } = await codegen(acme, "generate");
  // Only the text with line breaks is refused: no line of a document can have it.
  expect(status).toBe(1);
  expect(output.match(/\(sources\)/g)).toHaveLength(1);
  expect(output).toContain("evidence/hostile.txt:7");
  // What nobody sees in an editor has no place in a translation.
  const unseen = /[\p{Cc}\u2028\u202e]/u;
  for (const text of HOSTILE.filter((text) => unseen.test(text)))
    expect(output).toContain(`the message of HOSTILE_${HOSTILE.indexOf(text)} has an invisible`);
  const visible = HOSTILE.filter((text) => !unseen.test(text));
  acme.write("locales/fr.json", JSON.stringify(translate(visible)));
  acme.write(
    "catalog/hostile.yaml",
    escaped({
      entries: entries.map((entry) => ({
        ...entry,
        message: entry.message.replaceAll(/[\r\n]+/g, " "),
      })),
    }),
  );
  await generate(acme);

  const read = (file: string) => readFileSync(join(acme.root, file), "utf8");
  const catalog = JSON.parse(read("spec/generated/catalog.json"));
  for (const [index, text] of HOSTILE.entries()) {
    const entry = catalog.entries.find(({ name }: { name: string }) => name === `HOSTILE_${index}`);
    expect(entry.description).toBe(text);
  }
  for (const file of [
    "types/generated/entries.ts",
    "validator/generated/entries.ts",
    "messages/generated/bundles/fr.ts",
  ]) {
    const source = ts.createSourceFile(file, read(`out/${file}`), ts.ScriptTarget.Latest, true);
    expect((source as unknown as { parseDiagnostics: unknown[] }).parseDiagnostics, file).toEqual(
      [],
    );
    // Nothing but what the emitter declares: no text has become code.
    const names = source.statements.map((statement) => ts.SyntaxKind[statement.kind]);
    expect(
      names.every((name) =>
        /Import|Interface|TypeAlias|VariableStatement|FirstStatement/.test(name),
      ),
      names.join(),
    ).toBe(true);
    const strings = stringsOf(source);
    const expected = { validator: HOSTILE, messages: visible, types: [] };
    for (const text of expected[file.split("/")[0] as keyof typeof expected])
      expect(strings.has(literal(text).replaceAll(/[\r\n]+/g, " ")), text).toBe(true);
  }
  expect(
    await codegen(acme, "locale", "export", "fr", "-o", join(acme.root, "fr.xlf")),
  ).toMatchObject({
    status: 0,
  });
  const back = await codegen(acme, "locale", "import", join(acme.root, "fr.xlf"));
  expect(back).toMatchObject({
    status: 0,
    stdout: expect.stringContaining(`0 of ${visible.length} entries changed`),
  });
  const tags = read("out/types/generated/entries.ts").match(/^\s*\*\s*@\w+/gm);
  expect(tags).toBeNull();
});

test("any message of any characters comes out of the validator's table as it went in", async () => {
  const acme = copyAcme();
  const { root } = acme;
  const messages = fc
    .sample(fc.string({ unit: "grapheme", minLength: 1, maxLength: 40 }), 300)
    .map((text) => `#${text.replaceAll(/[{}\r\n\u0085.]/g, "")}#`);
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
  const table = ts.createSourceFile(
    "entries.ts",
    readFileSync(join(root, "out/validator/generated/entries.ts"), "utf8"),
    ts.ScriptTarget.Latest,
    true,
  );
  const strings = stringsOf(table);
  for (const message of messages) expect(strings).toContain(message);
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
