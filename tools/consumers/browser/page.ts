import { existsSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { delimiter, join } from "node:path";
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
} from "playwright-core";
import { afterAll, beforeAll, expect } from "vitest";

const names = ["chromium", "chromium-browser", "google-chrome"];
const installed = (process.env.PATH ?? "")
  .split(delimiter)
  .flatMap((folder) => names.map((name) => join(folder, name)));
const executablePath = [process.env.CHROMIUM_PATH ?? "", ...installed].find(
  (path) => path !== "" && existsSync(path),
);
if (executablePath === undefined && process.env.CI !== "true") {
  console.warn(
    "No Chromium: install it, or set CHROMIUM_PATH. The browser tests are skipped; with CI=true they fail.",
  );
}

const POLICY = "default-src 'none'; script-src 'self'; connect-src 'self'; worker-src 'self'";
/** Whether the tests are skipped, since there is no browser; with CI=true they fail instead. */
export const isSkipped: boolean = executablePath === undefined && process.env.CI !== "true";

/** The longest that a test waits for the browser, so that a busy machine does not fail it. */
export const PATIENCE_MS = 120_000;

let browser: Browser | undefined;

beforeAll(async () => {
  if (executablePath !== undefined) browser = await launchBrowser();
});
afterAll(() => browser?.close());

const ARGUMENTS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** Starts a browser, beside the one that all tests of a file share. */
export function launchBrowser(...args: readonly string[]): Promise<Browser> {
  return chromium.launch({
    ...(executablePath !== undefined && { executablePath }),
    timeout: PATIENCE_MS,
    args: [...ARGUMENTS, ...args],
  });
}

/** Opens a context of the browser; it fails where there is none. */
export async function openContext(options: BrowserContextOptions = {}): Promise<BrowserContext> {
  if (browser === undefined) throw new Error("no Chromium: install it, or set CHROMIUM_PATH");
  const context = await browser.newContext(options);
  context.setDefaultTimeout(PATIENCE_MS);
  return context;
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
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  try {
    const context = await openContext();
    const page = await context.newPage();
    const logged: string[] = [];
    page.on("console", (message) => logged.push(message.text()));
    page.on("pageerror", (error) => logged.push(error.message));
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
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
