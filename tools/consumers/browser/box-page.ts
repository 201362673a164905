/// <reference lib="dom" />
import type { Page } from "playwright-core";
import { onTestFinished } from "vitest";
import { openContext } from "./page.js";

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
