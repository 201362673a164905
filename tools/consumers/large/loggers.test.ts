import { createServer } from "node:http";
import { failureOf, HashKeyApiError, type NoResponse } from "@hashkey-errors/validator";
import { beforeAll, expect, test } from "vitest";
import { importFetched, installFetched } from "../registry/fetched.js";
import { listen } from "../test/loopback.js";

beforeAll(installFetched);

const HEADERS = { "X-HK-APIKEY": "SECRET-header" };

/** The errors of clients, each of which has the whole request, by the client's name. */
const CLIENTS: Readonly<Record<string, (url: string) => Promise<unknown>>> = {
  axios: async (url) => {
    const { default: axios } = await importFetched<{
      default: { post(url: string, body: object, options: object): Promise<unknown> };
    }>("axios");
    return axios.post(url, {}, { headers: HEADERS });
  },
  ky: async (url) => {
    const { default: ky } = await importFetched<{
      default: { post(url: string, options: object): Promise<unknown> };
    }>("ky");
    return ky.post(url, { headers: HEADERS, retry: 0 });
  },
  ofetch: async (url) => {
    const { ofetch } = await importFetched<{
      ofetch(url: string, options: object): Promise<unknown>;
    }>("ofetch");
    return ofetch(url, { method: "POST", headers: HEADERS });
  },
  fetch: (url) => fetch(url.replace("http:", "nope:"), { headers: HEADERS }),
  ccxt: async (url) => {
    throw new Error(`hashkey POST ${url} 400 Bad Request {"code":"-1141","to":"SECRET-body"}`);
  },
};

interface Pino {
  readonly pino: (
    options: object,
    stream: { write(line: string): void },
  ) => { error(...values: unknown[]): void };
  readonly stdSerializers: Readonly<Record<"err" | "errWithCause", (error: Error) => unknown>>;
}

interface Scope {
  setClient(client: unknown): void;
  captureException(error: unknown): void;
}

interface Sentry {
  readonly Scope: new () => Scope;
  readonly ServerRuntimeClient: new (
    options: object,
  ) => { init(): void; flush(milliseconds: number): Promise<boolean> };
  readonly createTransport: (options: object, send: (request: object) => unknown) => unknown;
  readonly linkedErrorsIntegration: () => unknown;
  readonly extraErrorDataIntegration: (options: object) => unknown;
}

test.each(Object.keys(CLIENTS))(
  "neither pino nor Sentry prints a part of the request from the error of %s",
  async (client) => {
    const cause = await errorOf(client);
    const byHand: NoResponse = {
      name: "NO_RESPONSE",
      outcome: "unknown",
      retry: "after-reconcile",
      cause,
    };
    const error = new HashKeyApiError(failureOf(cause) ?? byHand, {
      cause,
      body: { to: "SECRET-body" },
    });
    const printed = [...(await logWithPino(error)), await reportToSentry(error)];
    expect(printed.filter((text) => !text.includes("HashKeyApiError"))).toEqual([]);
    expect(printed.flatMap((text) => text.match(/SECRET[-\w]*/g) ?? [])).toEqual([]);
  },
);

/** An error that a client throws for a rejected request whose address has a signature. */
async function errorOf(client: string): Promise<unknown> {
  const server = createServer((_request, answer) => {
    answer.writeHead(400, { "content-type": "application/json" });
    answer.end('{"code":"-1141","msg":"x","to":"SECRET-body"}');
  });
  const address = await listen(server);
  try {
    await CLIENTS[client]?.(`${address}/order?signature=SECRET-query`);
  } catch (error) {
    return error;
  } finally {
    server.close().closeAllConnections();
  }
  throw new Error("the client throws nothing");
}

/** Logs an error with each serializer of pino, in each place. */
async function logWithPino(error: Error): Promise<readonly string[]> {
  const { pino, stdSerializers } = await importFetched<Pino>("pino");
  const { err, errWithCause } = stdSerializers;
  const lines: string[] = [];
  for (const serializers of [
    undefined,
    { err, error: err },
    { err: errWithCause, error: errWithCause },
  ]) {
    const logger = pino(
      { ...(serializers && { serializers }) },
      { write: (line) => lines.push(line) },
    );
    logger.error(error);
    logger.error({ err: error }, "failed");
    logger.error({ error: serializers === undefined ? [error.toString()] : error });
  }
  return lines;
}

/** Reports an error with what Sentry adds to it: linked errors, and the members of the error. */
async function reportToSentry(error: Error): Promise<string> {
  const { Scope, ServerRuntimeClient, ...sentry } = await importFetched<Sentry>(
    "@sentry/core/server",
  ).then(async (server) => ({ ...(await importFetched<Sentry>("@sentry/core")), ...server }));
  const sent: string[] = [];
  const client = new ServerRuntimeClient({
    dsn: "https://key@localhost/1",
    integrations: [
      sentry.linkedErrorsIntegration(),
      sentry.extraErrorDataIntegration({ depth: 9 }),
    ],
    stackParser: () => [],
    transport: () =>
      sentry.createTransport({ recordDroppedEvent: () => {} }, (request) => {
        sent.push(String((request as { readonly body: unknown }).body));
        return Promise.resolve({});
      }),
  });
  client.init();
  const scope = new Scope();
  scope.setClient(client);
  scope.captureException(error);
  await client.flush(1000);
  return sent.join("");
}
