import { existsSync, readFileSync, statSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join, normalize } from "node:path";
import { afterAll } from "vitest";

const TYPES: Readonly<Record<string, string>> = {
  html: "text/html; charset=utf-8",
  css: "text/css; charset=utf-8",
  js: "text/javascript; charset=utf-8",
  svg: "image/svg+xml",
  json: "application/json",
  md: "text/markdown; charset=utf-8",
};

/** Returns a port that nothing uses: for a server, or for a browser to be steered by. */
export async function findPort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** Serves a folder under `/ref` as static hosts do, until the tests of the file end. */
export async function serveReference(folder: string, port = 0): Promise<string> {
  const server = createServer(({ url = "" }, answer) => {
    const { pathname } = new URL(url, "http://localhost");
    const path = join(folder, normalize(decodePath(pathname.replace(/^\/ref\/?/, ""))));
    const isFolder = existsSync(path) && statSync(path).isDirectory();
    if (isFolder && !pathname.endsWith("/")) {
      answer.writeHead(301, { location: `${pathname}/` }).end();
      return;
    }
    const file = isFolder ? join(path, "index.html") : path;
    const isThere = pathname.startsWith("/ref") && existsSync(file);
    const shown = isThere ? file : join(folder, "404.html");
    const type = TYPES[shown.slice(shown.lastIndexOf(".") + 1)] ?? "text/plain";
    const headers = { "content-type": type, "cache-control": "max-age=600" };
    answer.writeHead(isThere ? 200 : 404, headers).end(readFileSync(shown));
  });
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  afterAll(() => void server.close());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/ref`;
}

/** Decodes a path; one that cannot be decoded is that of no file. */
function decodePath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
