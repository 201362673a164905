import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { type Browser, chromium } from "playwright-core";

/** The browser's commands; the headless shell, without windows, takes two thirds of the time. */
const names = ["chromium-headless-shell", "chromium", "chromium-browser", "google-chrome"];
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

/** Whether the tests are skipped, since there is no browser; with CI=true they fail instead. */
export const isSkipped: boolean = executablePath === undefined && process.env.CI !== "true";

/** The longest that a test waits for the browser, so that a busy machine does not fail it. */
export const PATIENCE_MS = 120_000;

const ARGUMENTS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** Starts a browser; it fails where there is none. */
export async function launchBrowser(...args: readonly string[]): Promise<Browser> {
  if (executablePath === undefined)
    throw new Error("no Chromium: install it, or set CHROMIUM_PATH");
  return chromium.launch({
    executablePath,
    timeout: PATIENCE_MS,
    args: [...ARGUMENTS, ...args],
  });
}
