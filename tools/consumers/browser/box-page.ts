/// <reference lib="dom" />
import type { Page } from "playwright-core";
import { inject, onTestFinished } from "vitest";
import { PATIENCE_MS } from "./chromium.js";
import { openContext } from "./page.js";

/** A page of the error reference for each of its templates. */
export const TEMPLATES: readonly string[] = [
  "index.html",
  "REQUIRED_FIELD_INVALID/",
  "ORDER_PRICE_INVALID/",
  "SERVER_TIMEOUT/",
  "UNRECOGNIZED/",
  "0001/",
  "no-such-page/",
  `index.html?q=${encodeURIComponent('{"code":"0001","msg":"Required field side missing or invalid"}')}`,
];

/**
 * Opens a page of the error reference whose box is ready, until the test ends. Its server may send
 * more headers with it.
 */
export async function openPage(
  address: string,
  headers?: Readonly<Record<string, string>>,
): Promise<Page> {
  const context = await openContext();
  onTestFinished(() => context.close());
  const page = await context.newPage();
  if (headers !== undefined)
    await page.route(address, async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, headers: { ...response.headers(), ...headers } });
    });
  await page.goto(address);
  await page.waitForSelector("#box textarea");
  return page;
}

/**
 * Opens one page after another, and waits for the box of each with the page's own means: what
 * Playwright waits with is loaded into each page again.
 */
export async function openBox(page: Page, path: string): Promise<void> {
  const { site } = inject("reference");
  await page.goto(`${site}/${path}`);
  await page.evaluate(async (patience) => {
    const end = performance.now() + patience;
    while (document.querySelector("#box textarea") === null) {
      if (performance.now() > end) throw new Error(`${location.href} has no box`);
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  }, PATIENCE_MS);
}

/** The box's reply to each question: the text of its status, and its answers. */
export async function ask(page: Page, questions: readonly string[]) {
  return page.evaluate(async (all) => {
    const input = document.querySelector("textarea") as HTMLTextAreaElement;
    const status = document.querySelector("#box [role=status]") as HTMLElement;
    const answers: { status: string; items: string[] }[] = [];
    for (const question of all) {
      input.value = question;
      status.textContent = "waiting";
      input.dispatchEvent(new Event("paste"));
      while (status.textContent === "waiting") await new Promise((resolve) => setTimeout(resolve));
      const items = [...document.querySelectorAll("#box li")].map((item) => item.textContent ?? "");
      answers.push({ status: status.textContent ?? "", items });
    }
    return answers;
  }, questions);
}
