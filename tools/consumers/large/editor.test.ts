import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath, pathToFileURL } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type LanguageServer, startLanguageServer } from "./language-server.js";

const schemas = fileURLToPath(new URL("../../../schemas", import.meta.url));
const { $defs } = JSON.parse(readFileSync(`${schemas}/generated/catalog.schema.json`, "utf8"));

let server: LanguageServer;

beforeAll(async () => {
  const settings = {
    validate: true,
    completion: true,
    hover: true,
    schemaStore: { enable: false },
  };
  server = await startLanguageServer(["yaml-language-server@1.19.2"], schemas, {
    prepare: (connection) =>
      connection.onRequest(
        "workspace/configuration",
        ({ items }: { items: { section: string }[] }) =>
          items.map(({ section }) => (section === "yaml" ? settings : {})),
      ),
    capabilities: {
      textDocument: {
        completion: { completionItem: { documentationFormat: ["markdown"], snippetSupport: true } },
        hover: { contentFormat: ["markdown"] },
      },
      workspace: { configuration: true },
    },
  });
});

afterAll(() => server?.stop());

let opened = 0;

/** Opens a text as a file of the catalog that is not on disk. `|` marks the cursor. */
async function open(text: string, folder = "catalog/") {
  opened += 1;
  const uri = pathToFileURL(`${schemas}/${folder}editor-${opened}.yaml`).href;
  const at = text.indexOf("|");
  const before = text.slice(0, Math.max(at, 0)).split("\n");
  const position = { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
  await server.connection.sendNotification("textDocument/didOpen", {
    textDocument: { uri, languageId: "yaml", version: 1, text: text.replace("|", "") },
  });
  return { textDocument: { uri }, position, uri };
}

interface Completion {
  readonly label: string;
  readonly documentation?: string | { readonly value: string };
}

/** Returns what the editor offers at the cursor, with its documentation. */
async function complete(text: string, folder?: string): Promise<Map<string, string>> {
  const { textDocument, position } = await open(text, folder);
  const answer = (await server.connection.sendRequest("textDocument/completion", {
    textDocument,
    position,
  })) as { items: Completion[] };
  return new Map(
    answer.items.map(({ label, documentation = "" }) => [
      label,
      typeof documentation === "string" ? documentation : documentation.value,
    ]),
  );
}

async function hover(text: string): Promise<string> {
  const { textDocument, position } = await open(text);
  const answer = await server.connection.sendRequest("textDocument/hover", {
    textDocument,
    position,
  });
  return JSON.stringify(answer);
}

const SCHEMA = "# yaml-language-server: $schema=../generated/catalog.schema.json\n";
const MANIFEST = "# yaml-language-server: $schema=generated/manifest.schema.json\n";

/** Follows a reference to its definition. */
const resolved = (schema: { $ref?: string }) =>
  schema.$ref === undefined ? schema : $defs[schema.$ref.replace("#/$defs/", "")];

/** Returns the values of a field that has a closed list of them. */
function valuesOf(field: string): string[] {
  const schema = resolved($defs.Entry.properties[field]);
  const list = schema.enum ?? schema.oneOf?.map((option: { const: string }) => option.const) ?? [];
  return list.filter((value: unknown) => typeof value === "string");
}

const FILES = [
  ...readdirSync(`${schemas}/catalog`).map((file) => `catalog/${file}`),
  "catalog.yaml",
  "glossary.yaml",
];

test.each(FILES)("an editor reports no problem in %s", async (file) => {
  const uri = pathToFileURL(`${schemas}/${file}`).href;
  await server.connection.sendNotification("textDocument/didOpen", {
    textDocument: {
      uri,
      languageId: "yaml",
      version: 1,
      text: readFileSync(`${schemas}/${file}`, "utf8"),
    },
  });
  await expect.poll(() => server.diagnostics.get(uri), { timeout: 120_000 }).toEqual([]);
});

test("an editor offers every field of an entry, with its meaning", async () => {
  const offered = await complete(`${SCHEMA}entries:\n  - |\n`);
  for (const field of Object.keys($defs.Entry.properties)) {
    expect([...offered.keys()], field).toContain(field);
    expect(offered.get(field)?.trim().length, field).toBeGreaterThan(10);
  }
});

test("an editor offers every field of the manifest, with its meaning", async () => {
  const manifest = JSON.parse(readFileSync(`${schemas}/generated/manifest.schema.json`, "utf8"));
  const offered = await complete(`${MANIFEST}|\n`, "");
  for (const field of Object.keys(manifest.properties)) {
    expect([...offered.keys()], field).toContain(field);
    expect(offered.get(field)?.trim().length, field).toBeGreaterThan(10);
  }
});

const CLOSED = Object.keys($defs.Entry.properties).filter((field) => valuesOf(field).length > 0);

test.each(CLOSED)("an editor offers every value of %s", async (field) => {
  const offered = await complete(`${SCHEMA}entries:\n  - name: A_FAILED\n    ${field}: |\n`);
  expect([...offered.keys()]).toEqual(expect.arrayContaining(valuesOf(field)));
});

test("an editor shows the meaning of each field, or of its value, at the cursor", async () => {
  expect(CLOSED.length).toBeGreaterThan(4);
  for (const [field, schema] of Object.entries<{ description?: string; $ref?: string }>(
    $defs.Entry.properties,
  )) {
    const definition = resolved(schema);
    const [value = ""] = valuesOf(field);
    const meanings: (string | undefined)[] = [
      schema.description,
      definition.description,
      definition.oneOf?.find((option: { const: string }) => option.const === value)?.description,
    ];
    const shown = await hover(`${SCHEMA}entries:\n  - |${field}: ${value}\n`);
    // Markdown escapes some characters, so the test looks for the longest run of words.
    const runs = meanings.flatMap((meaning) => {
      const [words = ""] = (meaning ?? "").split(/[^A-Za-z ]+/).sort((a, b) => b.length - a.length);
      return words.trim().length > 3 ? [words.trim()] : [];
    });
    expect(
      runs.some((words) => shown.includes(words)),
      `${field}: ${shown}`,
    ).toBe(true);
  }
});

const ENTRY = `entries:
  - name: A_FAILED
    code: "1"
    httpStatus: 400
    message: A
    description: ""
    category: order
    fault: client
    outcome: rejected
    retry: never
    sources: [{ document: a.txt, line: 1 }]
`;

test.each<[name: string, from: string, to: string, line: number, says: RegExp]>([
  ["a misspelt field", "category:", "categroy:", 7, /categroy/],
  ["an unknown value", "outcome: rejected", "outcome: refused", 9, /rejected/],
  ["an unquoted code", 'code: "1"', "code: 0001", 3, /string/],
  ["a missing field", "    httpStatus: 400\n", "", 2, /httpStatus/],
  [
    "a duplicate field",
    "    fault: client\n",
    "    fault: client\n    fault: client\n",
    9,
    /unique|[Dd]uplicate/,
  ],
])("an editor marks %s on its line", async (_, from, to, line, says) => {
  const text = SCHEMA + ENTRY.replace(from, to);
  const { uri } = await open(text);
  await expect
    .poll(
      () =>
        server.diagnostics
          .get(uri)
          ?.map(({ message }) => message)
          .join("\n"),
      { timeout: 120_000 },
    )
    .toMatch(says);
  expect(server.diagnostics.get(uri)?.map(({ range }) => range.start.line)).toContain(line);
});

const GLOSSARY = `# yaml-language-server: $schema=generated/glossary.schema.json
terms:
  - term: order
    locals: {}
`;

test.each<[name: string, folder: string, text: string, line: number, message: RegExp]>([
  ["the glossary", "", GLOSSARY, 3, /locals/],
  ["the manifest", "", `${MANIFEST}categorys: {}\n`, 1, /categorys/],
])("an editor marks a mistake in %s", async (_, folder, text, line, message) => {
  const { uri } = await open(text, folder);
  const marked = () =>
    server.diagnostics
      .get(uri)
      ?.filter(({ range }) => range.start.line === line)
      .map((diagnostic) => diagnostic.message)
      .join("\n");
  await expect.poll(marked, { timeout: 120_000 }).toMatch(message);
});
