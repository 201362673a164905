import { expect, test } from "vitest";
import { emitFile, text, tinyCatalog } from "./tiny-catalog.js";

test("texts.md shows all texts side by side, the source locale first", async () => {
  expect(await emitFile("generated/texts.md")).toBe(
    [
      "# Acme API errors: the texts in every language",
      "",
      "The message and description of each error, with the status of each text. Only texts that a native speaker has read are `reviewed` or `final`. A text is stale if its source has changed since it was translated. This page is generated: edit the texts in `locales/`.",
      "",
      "| locale | coverage | state |",
      "| --- | --: | --- |",
      "| English (`en`) | 100 % | 3 texts: 3 reviewed. |",
      "| German (`de`) | 33 % | 3 texts: 1 machine, 2 missing, 1 stale; no native speaker has read them yet. |",
      "",
      "| error | en | de |",
      "| --- | --- | --- |",
      "| **UNRECOGNIZED**<br>any error that is not in the catalog | Unknown error.<br>Try later.<br>_reviewed_ | **missing** |",
      "| **ITEM_NOT_FOUND**<br><code>1001</code> request<br>rejected, after-fix<br><code>Item '{item}' not found</code> | There is no item {item}.<br>Check its id.<br>_reviewed_ | Artikel {item} fehlt.<br><br>_machine, **stale**_ |",
      "| **SERVER_BUSY**<br><code>-1002</code> system<br>unknown, after-reconcile<br><code>Server busy</code> | The server's busy.<br><br>_reviewed_ | **missing** |",
      "",
    ].join("\n"),
  );
});

test.each([
  ["*a* _b_ `c` [d] e|f ~g~", "\\*a\\* \\_b\\_ \\`c\\` \\[d\\] e\\|f \\~g\\~"],
  ["<b> &amp;", "&lt;b> &amp;amp;"],
  ["@octocat #1 $x$", "&#64;octocat &#35;1 &#36;x&#36;"],
  ["two\nlines", "two lines"],
])("the text %j is shown to the letter", async (message, want) => {
  const translations = { SERVER_BUSY: text(message, "", "") };
  const catalog = tinyCatalog({ locales: [{ tag: "en", translations }] });
  expect(await emitFile("generated/texts.md", catalog)).toContain(` | ${want}<br><br>_`);
});

test("a code cannot end its cell or its markup", async () => {
  const [first, ...others] = tinyCatalog().entries;
  if (first === undefined) throw new Error("the catalog is empty");
  const page = await emitFile(
    "generated/texts.md",
    tinyCatalog({ entries: [{ ...first, code: "x`<b>|*y*" }, ...others] }),
  );
  expect(page).toContain("<br><code>x\\`&lt;b>\\|\\*y\\*</code> request<br>");
});
