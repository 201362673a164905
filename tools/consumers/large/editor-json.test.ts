import { type ChildProcess, spawn } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath, pathToFileURL } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
  createMessageConnection,
  type MessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from "vscode-jsonrpc/node.js";

const locales = fileURLToPath(new URL("../../../schemas/locales", import.meta.url));

let server: ChildProcess;
let connection: MessageConnection;
const diagnostics = new Map<string, readonly string[]>();

beforeAll(async () => {
  // The server that VS Code runs for JSON, as npm has it.
  const args = [
    "-y",
    "--package=vscode-langservers-extracted@4.10.0",
    "vscode-json-language-server",
  ];
  server = spawn("npx", [...args, "--stdio"], { stdio: ["pipe", "pipe", "inherit"] });
  if (server.stdout === null || server.stdin === null) throw new Error("no pipes to the server");
  connection = createMessageConnection(
    new StreamMessageReader(server.stdout),
    new StreamMessageWriter(server.stdin),
  );
  connection.onRequest("client/registerCapability", () => null);
  connection.onNotification(
    "textDocument/publishDiagnostics",
    ({ uri, diagnostics: found }: { uri: string; diagnostics: { message: string }[] }) =>
      diagnostics.set(
        uri,
        found.map(({ message }) => message),
      ),
  );
  connection.listen();
  await connection.sendRequest("initialize", {
    processId: process.pid,
    rootUri: pathToFileURL(locales).href,
    initializationOptions: { handledSchemaProtocols: ["file"] },
    capabilities: { textDocument: { completion: { completionItem: {} } } },
  });
  await connection.sendNotification("initialized", {});
}, 120_000);

afterAll(() => {
  connection?.dispose();
  server?.kill();
});

/** Opens a text as a file beside the locales, and returns its address. */
async function open(file: string, text: string): Promise<string> {
  const uri = pathToFileURL(`${locales}/${file}`).href;
  await connection.sendNotification("textDocument/didOpen", {
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
  await expect.poll(() => diagnostics.get(uri), { timeout: 20_000 }).toEqual([]);
});

test("an editor marks a misspelled status of a text", async () => {
  const uri = await open("misspelled.json", TEXTS);
  await expect
    .poll(() => diagnostics.get(uri)?.join("\n"), { timeout: 20_000 })
    .toMatch(/machine.*translated.*reviewed.*final/s);
});

test("an editor offers every field of a text", async () => {
  const uri = await open("incomplete.json", TEXTS.replace(/\{ "message".*\}/, "{  }"));
  const answer = await connection.sendRequest<{ items: { label: string }[] }>(
    "textDocument/completion",
    { textDocument: { uri }, position: { line: 2, character: 17 } },
  );
  expect(answer.items.map(({ label }) => label).sort()).toEqual(
    ["allow", "description", "message", "sourceHash", "status"].sort(),
  );
});
