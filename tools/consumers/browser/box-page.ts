/// <reference lib="dom" />
import type { Page } from "playwright-core";
import { onTestFinished } from "vitest";
import { openContext } from "./page.js";

/** Opens a page of the error reference whose box is ready, until the test ends. */
export async function openPage(address: string): Promise<Page> {
  const context = await openContext();
  onTestFinished(() => context.close());
  const page = await context.newPage();
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
