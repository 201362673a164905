import { spawn } from "node:child_process";
import { pathToFileURL } from "node:url";
import {
  createMessageConnection,
  type MessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from "vscode-jsonrpc/node.js";

/** A problem that a language server reports. */
interface Diagnostic {
  readonly message: string;
  readonly range: { readonly start: { readonly line: number } };
}

/** A language server that runs, as an editor talks to it. */
export interface LanguageServer {
  readonly connection: MessageConnection;
  /** The problems reported last, by the address of a file. */
  readonly diagnostics: ReadonlyMap<string, readonly Diagnostic[]>;
  stop(): void;
}

/**
 * Starts a language server for a folder. It is large, so npx fetches it. `prepare` answers the
 * server's requests.
 */
export async function startLanguageServer(
  command: readonly string[],
  folder: string,
  { prepare, ...params }: ServerOptions,
): Promise<LanguageServer> {
  const server = spawn("npx", ["-y", ...command, "--stdio"], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  const connection = createMessageConnection(
    new StreamMessageReader(server.stdout),
    new StreamMessageWriter(server.stdin),
  );
  const diagnostics = new Map<string, readonly Diagnostic[]>();
  connection.onRequest("client/registerCapability", () => null);
  connection.onNotification(
    "textDocument/publishDiagnostics",
    ({ uri, diagnostics: found }: { uri: string; diagnostics: readonly Diagnostic[] }) =>
      diagnostics.set(uri, found),
  );
  prepare?.(connection);
  connection.listen();
  await connection.sendRequest("initialize", {
    processId: process.pid,
    rootUri: pathToFileURL(folder).href,
    ...params,
  });
  await connection.sendNotification("initialized", {});
  const stop = () => {
    connection.dispose();
    server.kill();
  };
  return { connection, diagnostics, stop };
}

interface ServerOptions {
  readonly prepare?: (connection: MessageConnection) => void;
  readonly capabilities: object;
  readonly initializationOptions?: object;
}
