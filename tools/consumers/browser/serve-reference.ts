import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { tmpdir } from "node:os";
import { join, normalize } from "node:path";
import type { TestProject } from "vitest/node";
import { freePort } from "../test/loopback.js";
import { drawReferenceInto } from "../test/reference.js";
import { isSkipped } from "./chromium.js";

declare module "vitest" {
  export interface ProvidedContext {
    /** The error reference: its folder, its address, and how long it took to draw. */
    readonly reference: {
      readonly folder: string;
      readonly site: string;
      readonly drawnMs: number;
    };
  }
}

/** Draws the error reference and serves it, before the first test. */
export default async function setup({ provide }: TestProject): Promise<(() => void) | undefined> {
  if (isSkipped) {
    provide("reference", { folder: "", site: "", drawnMs: 0 });
    return;
  }
  const parent = mkdtempSync(join(tmpdir(), "reference-"));
  const remove = () => rmSync(parent, { recursive: true, force: true });
  try {
    // Its pages name their address, and their policy allows the robots.txt of that address.
    const port = await freePort();
    const site = `http://127.0.0.1:${port}/ref`;
    const started = performance.now();
    const folder = drawReferenceInto(join(parent, "site"), "--base-url", site);
    provide("reference", { folder, site, drawnMs: performance.now() - started });
    const server = await serve(folder, port);
    return () => {
      server.close();
      remove();
    };
  } catch (error) {
    remove();
    throw error;
  }
}

const TYPES: Readonly<Record<string, string>> = {
  html: "text/html; charset=utf-8",
  css: "text/css; charset=utf-8",
  js: "text/javascript; charset=utf-8",
  svg: "image/svg+xml",
  json: "application/json",
  md: "text/markdown; charset=utf-8",
};

/** Serves a folder under `/ref` as static hosts do. */
async function serve(folder: string, port: number): Promise<Server> {
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
  return server;
}

/** Decodes a path; one that cannot be decoded is that of no file. */
function decodePath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
