/// <reference lib="dom" />
import { loaders } from "@hashkey-errors/messages/loaders";
import { expect, inject, test } from "vitest";
import { ask, openPage } from "./box-page.js";
import { isSkipped } from "./chromium.js";

const { folder, site } = inject("reference");

test.skipIf(isSkipped)("the box is used by keyboard alone", async () => {
  const page = await openPage(`${site}/index.html`);
  await page.keyboard.press("/");
  await page.keyboard.type("0001");
  await page.waitForSelector("#box li:nth-child(2)");
  const focused = () => page.evaluate(() => document.activeElement?.textContent ?? "");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  expect(await focused()).toContain("SIGNATURE_INVALID");
  await page.keyboard.press("ArrowUp");
  expect(await focused()).toContain("REQUIRED_FIELD_INVALID");
  await page.keyboard.press("Escape");
  expect(await page.inputValue("textarea")).toBe("");
  expect(await page.locator("#box li").count()).toBe(0);
  await page.keyboard.type("-1141");
  await page.keyboard.press("Enter");
  await page.waitForURL("**/ORDER_DUPLICATE/index.html");
});

test.skipIf(isSkipped)("the box leaves the keys to an input method that takes them", async () => {
  const page = await openPage(`${site}/ja/index.html`);
  await ask(page, ["注文の重複"]);
  const taken = await page.evaluate(() => {
    const input = document.querySelector("textarea") as HTMLTextAreaElement;
    input.focus();
    const init = { keyCode: 229, isComposing: true, bubbles: true, cancelable: true };
    const isLeft = (key: string) =>
      input.dispatchEvent(new KeyboardEvent("keydown", { ...init, key }));
    return ["Enter", "ArrowDown", "Escape"].filter((key) => !isLeft(key));
  });
  expect(taken).toEqual([]);
  expect(await page.inputValue("textarea")).toBe("注文の重複");
  await page.keyboard.press("Enter");
  await page.waitForURL("**/ja/ORDER_DUPLICATE/index.html");
});

test.skipIf(isSkipped)(
  "a name is copied by keyboard where a page may not use the clipboard",
  async () => {
    const page = await openPage(`${site}/ORDER_NOT_FOUND/index.html`);
    // The browser of these tests denies it, as in a frame.
    await page.locator("[data-copy] + button").nth(1).focus();
    await page.keyboard.press("Enter");
    const copied = page.locator("button:focus", { hasText: "Copied" });
    await copied.waitFor();
    await page.keyboard.press("/");
    await page.keyboard.press("Control+V");
    expect(await page.inputValue("textarea")).toBe("ORDER_NOT_FOUND");
  },
);

test.skipIf(isSkipped)("a screen reader is told what was found", async () => {
  const page = await openPage(`${site}/index.html`);
  await ask(page, ["-1007"]);
  const status = page.getByRole("status").filter({ hasText: "Errors found: 1 ·" });
  expect(await status.count()).toBe(1);
  expect(await page.getByRole("textbox", { name: "Find an error" }).count()).toBe(1);
});

test.skipIf(isSkipped)(
  "a question can be linked, and an address without a page names the nearest",
  async () => {
    const linked = await openPage(`${site}/ko/index.html?q=-1141`);
    await linked.waitForSelector("#box li");
    expect(await linked.textContent("#box li")).toContain("ORDER_DUPLICATE");
    const missing = await openPage(`${site}/ORDER_NOT_FUND`);
    await missing.waitForSelector("#box li");
    expect(await missing.locator("#box li").allTextContents()).toContain(
      "0211 ORDER_NOT_FOUND Order not found",
    );
    await missing.click("#box li a");
    expect(missing.url()).toMatch(/\/ref\/\w+\/index\.html$/);
  },
);

test.skipIf(isSkipped)(
  "nothing that is pasted leaves the page, and its policy lets nothing leave",
  async () => {
    const page = await openPage(`${site}/index.html`);
    const requested: string[] = [];
    page.on("request", (request) => requested.push(request.url()));
    await ask(page, ['{"code":"0001","msg":"secret-4711"}', "a sentence with secret-4711 in it"]);
    expect(
      requested.filter(
        (url) => !/\/ref\/assets\/(?:(?:texts|titles)-[\w-]+|reader)\.js$/.test(url),
      ),
    ).toEqual([]);
    const sent = await page.evaluate(() =>
      fetch("/ref/index.html").then(
        () => "sent",
        () => "blocked",
      ),
    );
    expect(sent).toBe("blocked");
  },
);

test.skipIf(isSkipped)(
  "the box loads its reader of logs once, and not for a code, a name, a sentence or a body",
  async () => {
    const page = await openPage(`${site}/index.html`);
    const loaded: string[] = [];
    page.on("request", (request) => {
      if (request.url().endsWith("/reader.js")) loaded.push(request.url());
    });
    const body = '{"code":"-1141","msg":"Duplicate order"}';
    const batch = `{"code":0,"result":[{"code":0},${body}]}`;
    const sentence = "注文の重複";
    const known = ["-1141", "order duplicate", "Duplicate order", sentence, body, batch];
    const answers = await ask(page, known);
    expect(answers.map(({ items }) => items.length)).toEqual(known.map(() => 1));
    expect(loaded).toEqual([]);
    const read = await ask(page, [`10:00:00 ERROR ${body}`, "ECONNRESET", `{"response":${body}}`]);
    expect(read.map(({ items }) => items.length)).toEqual([1, 1, 1]);
    expect(loaded.length).toBe(1);
  },
);

test.skipIf(isSkipped)("the box works where the server requires trusted types", async () => {
  const policy = "default-src 'self'; require-trusted-types-for 'script'; trusted-types errors";
  const page = await openPage(`${site}/ko/index.html`, {
    "content-security-policy": policy,
  });
  const line = '10:00:00 ERROR {"code":"-1141","msg":"Duplicate order"}';
  const answers = await ask(page, ["注文の重複", line]);
  const found = expect.stringContaining("-1141 ORDER_DUPLICATE");
  expect(answers.map(({ items }) => items)).toEqual([[found], [found]]);
});

test.skipIf(isSkipped)("the box works on pages without a server, in every language", async () => {
  const page = await openPage(`file://${folder}/zh-Hans/ORDER_NOT_FOUND/index.html`);
  const { texts } = await loaders.ko();
  const [sentence = ""] = texts.ORDER_DUPLICATE ?? [];
  const line = '10:00:00 ERROR {"code":"-1141","msg":"Duplicate order"}';
  const answers = await ask(page, [sentence, line]);
  const found = expect.stringContaining("-1141 ORDER_DUPLICATE");
  expect(answers.map(({ items }) => items)).toEqual([[found], [found]]);
  await page.click("#box li a");
  expect(page.url()).toBe(`file://${folder}/zh-Hans/ORDER_DUPLICATE/index.html`);
});
