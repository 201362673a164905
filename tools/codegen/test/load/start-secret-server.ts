import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll } from "vitest";

export const SECRET = "SECRET-that-nobody-may-read";

/**
 * Starts a server, for the tests of a file, that no command may ask for anything, and records what
 * it is asked.
 */
export function startSecretServer(): { address: () => string; requests: readonly string[] } {
  const requests: string[] = [];
  const server = createServer(({ url = "" }, response) => {
    requests.push(url);
    response.end(JSON.stringify({ foo: { type: "string", const: SECRET } }));
  });
  beforeAll(() => new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve)));
  afterAll(() => server.close());
  return { address: () => `http://127.0.0.1:${(server.address() as AddressInfo).port}`, requests };
}
