import { expect, test } from "vitest";
import { emitFile, text, tinyCatalog } from "./tiny-catalog.js";

test("texts.md shows all texts side by side, the source locale first", async () => {
  expect(await emitFile("generated/texts.md")).toBe(
    [
      "# Acme API errors: the texts in every language",
      "",
      "The title, message and description of each failure, with their status. Below each message are its form without params and the words for known values. Only texts that a native speaker has read are `reviewed` or `final`. A text is stale if its source has changed since it was translated. This page is generated: edit the texts in `locales/`.",
      "",
      "| locale | coverage | state |",
      "| --- | --: | --- |",
      "| English (`en`) | 100 % | 7 texts: 7 reviewed. |",
      "| German (`de`) | 14 % | 7 texts: 1 machine, 6 missing, 1 stale; no native speaker has read them yet. |",
      "",
      "| error | en | de |",
      "| --- | --- | --- |",
      "| **outcomes**<br>What became of the request: shown with every failure of that outcome. | rejected: Rejected.<br>rejected-after-reconcile: Rejected; an earlier one may stand.<br>unknown: Unknown.<br>applied: Applied.<br>_reviewed_ | **missing** |",
      "| **UNRECOGNIZED**<br>For every error that was not recognized: {code} is not in the catalog, or several errors have it. | **Error**<br>Unknown error {code}.<br>Look first.<br>_reviewed_ | **missing** |",
      "| **INVALID_RESPONSE**<br>For an answer that is not the API's, such as a page of a gateway. | **Error**<br>No answer of ours.<br>Look first.<br>_reviewed_ | **missing** |",
      "| **NO_RESPONSE**<br>For a request without an answer, such as a timeout: it may have been executed. | **Error**<br>No answer.<br>Look first.<br>_reviewed_ | **missing** |",
      "| **NO_RESPONSE_rejected**<br>For a request that was never sent, such as a refused connection. | **Error**<br>Not sent.<br>Try later.<br>_reviewed_ | **missing** |",
      "| **ITEM_NOT_FOUND**<br><code>1001</code> request<br>rejected, after-fix<br><code>Item '{item}' not found</code> | **Error**<br>There is no item {item}.<br>No such item.<br>Check its id.<br>_reviewed_ | **Error**<br>Artikel {item} fehlt.<br><br>_machine, **stale**_ |",
      "| **SERVER_BUSY**<br><code>-1002</code> system<br>unknown, after-reconcile<br><code>Server busy</code> | **Error**<br>The server's busy.<br><br>_reviewed_ | **missing** |",
      "",
      "## For developers",
      "",
      "What the developer of a client should know, beside what its users read.",
      "",
      "| error | en |",
      "| --- | --- |",
      "| **SERVER_BUSY** | Look the item up by its id.<br>_machine_ |",
      "",
    ].join("\n"),
  );
});

test.each([
  ["*a* _b_ `c` [d] e|f ~g~", "\\*a\\* \\_b\\_ \\`c\\` \\[d\\] e\\|f \\~g\\~"],
  ["A_B a__b _c_ d_", "A_B a__b \\_c\\_ d\\_"],
  ["<b> &amp;", "&lt;b> &amp;amp;"],
  ["@octocat #1 $x$", "@<!-- -->octocat #<!-- -->1 &#36;x&#36;"],
  ["# a &#1 @ b", "&#35; a &amp;#<!-- -->1 @ b"],
  ["two\nlines", "two lines"],
])("the text %j is shown to the letter", async (message, want) => {
  const translations = { SERVER_BUSY: text(message, "", "") };
  const catalog = tinyCatalog({ locales: [{ tag: "en", translations }] });
  expect(await emitFile("generated/texts.md", catalog)).toContain(
    ` | **Error**<br>${want}<br><br>_`,
  );
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
