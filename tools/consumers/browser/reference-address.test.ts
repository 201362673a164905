/// <reference lib="dom" />
import { expect, inject, test } from "vitest";
import { ask } from "./box-page.js";
import { isSkipped } from "./chromium.js";
import { openContext } from "./page.js";

const { folder, site } = inject("reference");

const MARKUP = `"'><img src=x onerror=document.title='ran'><script>document.title='ran'</script>`;

/** Texts that a link may hide behind `?q=`, `#` or the name of a page. */
const WORDS: Readonly<Record<string, string>> = {
  markup: MARKUP,
  "markup that is encoded twice": encodeURIComponent(MARKUP),
  "a script as an address": "javascript:document.title='ran'",
  "data as an address": "data:text/html,<script>document.title='ran'</script>",
  "another server": "//evil.example/",
  "a path that leads out": "../../../../etc/passwd",
  "marks of the writing direction": "\u202e\u2066-1141\u2069",
  "control codes": "\0\u0001\u001b[31m\r\n-1141",
  "the name of a prototype": "__proto__",
  "a method of every object": "constructor",
  "an object": '{"__proto__":{"code":"-1141"},"constructor":{"prototype":{"msg":1}}}',
  "a replacement": "$&$`$'{count}{code}",
  "lists in lists": "[".repeat(20_000),
  "objects in objects": '{"a":'.repeat(20_000),
  blanks: " ".repeat(50_000),
  "a question with many lines": "-1141\n".repeat(3_000),
  "signs of a selector": `"],*{}[name="`,
  "half a megabyte of letters": "a".repeat(500_000),
};

/** Escapes that are not UTF-8, halves of pairs and other mistakes, as they are in an address. */
const BROKEN: readonly string[] = [
  "%",
  "%%%",
  "%zz",
  "%E0%A4%A",
  "%ED%A0%80",
  "%C0%AF",
  "%FF%FE",
  "%00",
  "+&=&q=&&q",
  "category=%ED%A0%80&again=__proto__",
  "category=__proto__&again=constructor&outcome=toString",
  "category[]=x&category=%3Cimg%3E&again=%22%5D",
];

/** The pages to which a word is given, and the part of their addresses that it is in. */
const PAGES: readonly ((word: string) => string)[] = [
  (word) => `file://${folder}/ja/ORDER_NOT_FOUND/index.html?q=${word}`,
  (word) => `${site}/index.html#category=${word}&${word}`,
  (word) => `${site}/${word}`,
];

/** Servers take no longer addresses, and browsers resolve dots in a path themselves. */
const isPath = (word: string) => word.length < 8_000 && !/\.\.|%00/.test(word);

test.skipIf(isSkipped)(
  "no address of the error reference runs a script, leads elsewhere, or keeps the box from answering",
  async () => {
    const context = await openContext();
    const page = await context.newPage();
    const faults: string[] = [];
    page.on("pageerror", ({ message }) => faults.push(message));
    page.on("dialog", (dialog) => {
      faults.push(dialog.message());
      void dialog.dismiss();
    });
    page.on("request", (request) => {
      const isOwn = [site, `file://${folder}/`].some((start) => request.url().startsWith(start));
      if (!isOwn) faults.push(request.url());
    });
    const words = [...Object.values(WORDS).map(encodeURIComponent), ...BROKEN];
    const wrong: unknown[] = [];
    for (const word of words) {
      for (const addressOf of isPath(word) ? PAGES : PAGES.slice(0, -1)) {
        const address = addressOf(word);
        await page.goto("about:blank");
        faults.length = 0;
        await page.goto(address);
        await page.waitForSelector("#box textarea");
        const [reply] = await ask(page, ["-1141"]);
        if (!reply?.items[0]?.startsWith("-1141 ORDER_DUPLICATE")) faults.push("no answer");
        faults.push(...(await page.evaluate(findMarkup)));
        if (faults.length > 0) wrong.push([address.slice(0, 200), ...faults]);
      }
    }
    expect(wrong).toEqual([]);
    await context.close();
  },
);

/** Finds what no page of the error reference has. */
function findMarkup(): readonly string[] {
  const foreign = document.querySelectorAll(
    "img,iframe,object,main script,[href^='javascript:' i]",
  );
  const ran = document.title === "ran" ? ["a script ran"] : [];
  return [...ran, ...Object.keys(Object.prototype), ...[...foreign].map((each) => each.outerHTML)];
}
