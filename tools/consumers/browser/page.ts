import { createServer } from "node:http";
import type { Browser, BrowserContext, BrowserContextOptions } from "playwright-core";
import { afterAll, beforeAll, expect } from "vitest";
import { listen } from "../test/loopback.js";
import { isSkipped, launchBrowser, PATIENCE_MS } from "./chromium.js";

const POLICY = "default-src 'none'; script-src 'self'; connect-src 'self'; worker-src 'self'";

let browser: Browser | undefined;

beforeAll(async () => {
  if (!isSkipped) browser = await launchBrowser();
});
afterAll(() => browser?.close());

/** Opens a context of the browser that all tests of a file share. */
export async function openContext(options: BrowserContextOptions = {}): Promise<BrowserContext> {
  if (browser === undefined) throw new Error("the browser has not started");
  const context = await browser.newContext(options);
  context.setDefaultTimeout(PATIENCE_MS);
  return context;
}

/** Uses a context of the browser with options, and closes it. */
export async function inContext<T>(
  options: BrowserContextOptions,
  use: (context: BrowserContext) => Promise<T>,
): Promise<T> {
  const context = await openContext(options);
  try {
    return await use(context);
  } finally {
    await context.close();
  }
}

/** Returns the version of the browser. */
export function browserVersion(): string {
  return browser?.version() ?? "none";
}

/**
 * Opens a page with one module under a strict Content-Security-Policy, and returns what it logs,
 * errors included. `files` are served at their paths.
 */
export async function open(
  code: string,
  files: Readonly<Record<string, string>> = {},
): Promise<string[]> {
  const scripts: Readonly<Record<string, string>> = { "/main.js": code, ...files };
  const html = '<!doctype html><script type="module" src="/main.js"></script>';
  const server = createServer(({ url = "" }, answer) => {
    const script = scripts[url];
    const type = script === undefined ? "text/html" : "text/javascript";
    answer
      .writeHead(200, {
        "content-type": `${type}; charset=utf-8`,
        "content-security-policy": POLICY,
      })
      .end(script ?? html);
  });
  const address = await listen(server);
  try {
    const context = await openContext();
    const page = await context.newPage();
    const logged: string[] = [];
    page.on("console", (message) => logged.push(message.text()));
    page.on("pageerror", (error) => logged.push(error.message));
    await page.goto(`${address}/`);
    await expect
      .poll(() => logged.filter((line) => !line.includes("favicon")).length, {
        timeout: PATIENCE_MS,
      })
      .toBeGreaterThan(0);
    await context.close();
    return logged;
  } finally {
    server.close();
  }
}
