import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath, pathToFileURL } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type LanguageServer, startLanguageServer } from "./language-server.js";

const locales = fileURLToPath(new URL("../../../schemas/locales", import.meta.url));

let server: LanguageServer;

beforeAll(async () => {
  // The server that VS Code runs for JSON, as npm has it.
  const command = ["--package=vscode-langservers-extracted@4.10.0", "vscode-json-language-server"];
  server = await startLanguageServer(command, locales, {
    initializationOptions: { handledSchemaProtocols: ["file"] },
    capabilities: { textDocument: { completion: { completionItem: {} } } },
  });
});

afterAll(() => server?.stop());

/** Returns the messages of the problems that the server reports for a file. */
const messagesOf = (uri: string) => server.diagnostics.get(uri)?.map(({ message }) => message);

/** Opens a text as a file beside the locales, and returns its address. */
async function open(file: string, text: string): Promise<string> {
  const uri = pathToFileURL(`${locales}/${file}`).href;
  await server.connection.sendNotification("textDocument/didOpen", {
    textDocument: { uri, languageId: "json", version: 1, text },
  });
  return uri;
}

const TEXTS = `{
  "$schema": "../generated/locale.schema.json",
  "A_FAILED": { "message": "A", "description": "B", "status": "finl", "sourceHash": "" }
}
`;

test.each(readdirSync(locales))("an editor reports no problem in locales/%s", async (file) => {
  const uri = await open(file, readFileSync(`${locales}/${file}`, "utf8"));
  await expect.poll(() => messagesOf(uri), { timeout: 120_000 }).toEqual([]);
});

test("an editor marks a misspelled status of a text", async () => {
  const uri = await open("misspelled.json", TEXTS);
  await expect
    .poll(() => messagesOf(uri)?.join("\n"), { timeout: 120_000 })
    .toMatch(/machine.*translated.*reviewed.*final/s);
});

test("an editor offers every field of a text", async () => {
  const uri = await open("incomplete.json", TEXTS.replace(/\{ "message".*\}/, "{  }"));
  const answer = await server.connection.sendRequest<{ items: { label: string }[] }>(
    "textDocument/completion",
    { textDocument: { uri }, position: { line: 2, character: 17 } },
  );
  expect(answer.items.map(({ label }) => label).sort()).toEqual([
    "allow",
    "description",
    "message",
    "paramless",
    "sourceHash",
    "status",
    "title",
    "values",
  ]);
});
