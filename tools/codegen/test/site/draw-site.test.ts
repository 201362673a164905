import { rmSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { copyAcme, type Workspace } from "../acme.js";
import { commonCatalog, ENTRIES, importingAcme, PUBLISHED } from "../load/imports/common.js";
import { codegen } from "../run.js";
import { brokenLinks, drawSite, elementsOf, fileOf, nameOf, plainSite, type Site } from "./site.js";

test("each error has a page in each language, with its Markdown and its JSON", async () => {
  const site = await plainSite();
  const names = ["CARD_REFUSED", "RATE_LIMITED", "UNRECOGNIZED", "INVALID_RESPONSE", "NO_RESPONSE"];
  const missing = ["", "pt-BR/"].flatMap((folder) =>
    names
      .flatMap((name) => [`${name}/index.html`, `${name}.md`, `${name}.json`])
      .map((file) => folder + file)
      .filter((file) => !site.has(file)),
  );
  expect(missing).toEqual([]);
  expect(brokenLinks(site)).toEqual([]);
});

test("a page answers first whether the request may be sent again, in words and with a sign", async () => {
  const site = await plainSite();
  const elements = elementsOf(fileOf(site, "CARD_REFUSED/index.html"));
  const [first] = elements.filter(({ name }) => name === "h2");
  expect(first?.text).toBe("May I send it again?");
  expect(elements.find(({ attributes }) => attributes.class === "answer")?.text).toBe(
    "After a wait",
  );
  expect(elements.some(({ name }) => name === "svg")).toBe(true);
});

test("a page has the texts of its language, and headings in English where codegen has no others", async () => {
  const site = await plainSite();
  const elements = elementsOf(fileOf(site, "CARD_EXPIRED/index.html"));
  const heading = elements.find(({ name }) => name === "h1");
  expect(heading).toMatchObject({ text: "Karte abgelaufen", attributes: { lang: "de" } });
  expect(elements.find(({ name }) => name === "html")?.attributes.lang).toBe("en");
});

test("a page shows the body as the API sends it, the values in its text, and code that handles it", async () => {
  const site = await plainSite();
  const json = JSON.parse(fileOf(site, "CARD_REFUSED.json"));
  expect(json).toMatchObject({
    fault: "client",
    message: "Your card was declined: `{reason}`. Try {days} days later",
  });
  expect(json.wire[0]).toEqual({
    error: {
      code: "card_declined",
      message: "Your card was declined: `do not honour`. Try 2 days later",
    },
  });
  const text = elementsOf(fileOf(site, "CARD_REFUSED/index.html"))[0]?.text ?? "";
  expect(text).toContain("Why the bank refused");
  expect(text).toContain('import { nextStep } from "@acme/errors/next-step";');
  expect(text).toContain('{ reason: "do not honour", days: "2" }');
});

test("the code on a page imports a folder where the packages have no names", async () => {
  const acme = copyAcme();
  for (const name of ["error-types", "errors", "error-messages"])
    acme.edit("catalog.yaml", `name: "@acme/${name}", `, "");
  const { example } = JSON.parse(fileOf(await drawSite(acme), "API_ERROR.json"));
  expect(example).toContain('import { parseResponse } from "./validator/index.js";');
  expect(example).toContain('import { nextStep } from "./validator/next-step.js";');
});

test("a page says the HTTP status of an error whose code it is, and no number that the body lacks", async () => {
  const acme = copyAcme();
  rmSync(join(acme.catalog, "wire.schema.json"));
  acme.edit("catalog.yaml", "code: code", 'code: "@status"');
  acme.edit("catalog.yaml", "numericCodes: false", "numericCodes: true");
  acme.edit(
    "catalog/payments.yaml",
    "code: api_error\n    httpStatus: 500",
    'code: "500"\n    httpStatus: null',
  );
  acme.edit("evidence/errors.md", "api_error", "500");
  const site = await drawSite(acme);
  const markdown = fileOf(site, "API_ERROR.md");
  expect(markdown).toContain("\n\n## On the wire with HTTP status 500\n\n");
  expect(markdown).not.toContain("as the number");
  expect(fileOf(site, "API_ERROR/index.html")).toContain("with HTTP status 500");
});

test("the box finds no error where only internal errors of another catalog have a code", async () => {
  const catalog = commonCatalog(ENTRIES, { sharedCodes: ["tenant_locked"] });
  const published = { ...PUBLISHED, "generated/catalog.json": catalog };
  const site = await drawSite(importingAcme(undefined, published));
  const [path = ""] = [...site.keys()].filter((each) => each.endsWith("/titles-de.js"));
  const [, titles = ""] = fileOf(site, path).split(".titles=");
  expect(JSON.parse(titles)).not.toContain("");
});

test("a page names the errors that are easily confused with its own, and how to tell", async () => {
  const site = await plainSite();
  const { confused } = JSON.parse(fileOf(site, "CARD_EXPIRED.json"));
  expect(confused).toContainEqual({
    name: "CARD_REFUSED",
    code: "card_declined",
    message: "Your card was declined: `{reason}`. Try {days} days later",
    why: "sameCode",
  });
});

test("a page confuses its error with no other name of the same error", async () => {
  const acme = copyAcme();
  await codegen(acme, "record");
  await codegen(acme, "rename", "CURRENCY_UNSUPPORTED", "CURRENCY_NOT_SUPPORTED");
  const site = await drawSite(acme);
  const confusedWith = (name: string) =>
    JSON.parse(fileOf(site, `${name}.json`)).confused.map(nameOf);
  // No response has the old name.
  expect(JSON.parse(fileOf(site, "CURRENCY_UNSUPPORTED.json")).example).toBe(null);
  expect(confusedWith("CURRENCY_UNSUPPORTED")).toEqual(["CARD_REFUSED", "CARD_EXPIRED"]);
  expect(confusedWith("CURRENCY_NOT_SUPPORTED")).toEqual(["CARD_REFUSED", "CARD_EXPIRED"]);
  expect(confusedWith("CARD_REFUSED")).toEqual(["CARD_EXPIRED", "CURRENCY_NOT_SUPPORTED"]);
});

test("the Markdown of a page ends the text of a confused error with one mark", async () => {
  const acme = copyAcme();
  acme.edit("catalog/payments.yaml", "Your card has expired", "Your card has expired!");
  acme.edit("evidence/errors.md", "Your card has expired", "Your card has expired!");
  const site = await drawSite(acme);
  expect(fileOf(site, "CARD_REFUSED.md")).toContain(": Your card has expired! Same code.");
  expect(fileOf(site, "CARD_EXPIRED.md")).toContain("days later. Same code.");
});

test("a page names twenty confused errors at most, and leads to the page of the code that has all", async () => {
  const acme = copyAcme();
  writeMany(acme, "busy");
  const site = await drawSite(acme);
  const { confused, hasMoreConfused } = JSON.parse(fileOf(site, "BUSY_0.json"));
  expect([confused.length, hasMoreConfused]).toEqual([20, true]);
  const links = elementsOf(fileOf(site, "BUSY_0/index.html")).filter(({ text }) => text === "…");
  expect(links.map(({ attributes }) => attributes.href)).toContain("../busy/index.html");
  expect(fileOf(site, "BUSY_0.md")).toContain("\n- […](busy.md)\n");
  expect(JSON.parse(fileOf(site, "busy.json")).errors).toHaveLength(30);
  expect(linksOf(site, "busy/index.html")).toContain("BUSY_0 -> ../BUSY_0/index.html");
});

test("the page of a shared code says what its errors are, and leads to each", async () => {
  const site = await plainSite();
  const said = elementsOf(fileOf(site, "card_declined/index.html"))
    .filter(({ name }) => ["h1", "p", "li"].includes(name))
    .map(({ text }) => text);
  expect(said).toEqual(
    expect.arrayContaining([
      "card_declined",
      "Several errors have the code card_declined. The text of the response tells them apart.",
      "Karte abgelaufen CARD_EXPIREDYour card has expired May I send it again? After a change",
    ]),
  );
  expect(linksOf(site, "card_declined/index.html")).toContain(
    "Karte abgelaufen -> ../CARD_EXPIRED/index.html",
  );
});

test("the page of a missing address says how to find an error, and leads to all", async () => {
  const site = await plainSite();
  const [lead] = elementsOf(fileOf(site, "404.html")).filter(
    ({ attributes }) => attributes["data-not-found"] !== undefined,
  );
  expect(lead?.text).toBe("Look the error up by its code, name or text.");
  expect(linksOf(site, "404.html")).toContain("All errors -> /index.html");
});

test("a page names all confused errors where they are twenty", async () => {
  const acme = copyAcme();
  writeMany(acme, "busy", 21);
  const { confused, hasMoreConfused } = JSON.parse(fileOf(await drawSite(acme), "BUSY_0.json"));
  expect([confused.length, hasMoreConfused]).toEqual([20, false]);
});

test("a page without texts has the name and the words of the API, and says that no table lists it", async () => {
  const acme = copyAcme();
  writeMany(acme, "busy", 1);
  const site = await drawSite(acme);
  const unlisted = "The API's own table does not list this error. It is known from other evidence.";
  expect(fileOf(site, "BUSY_0.md")).toMatch(/^# BUSY_0\n\n`busy` `BUSY_0`\n\nWait 0\n\n/);
  expect(fileOf(site, "BUSY_0.md")).toContain(`\n\n## Evidence\n\n${unlisted}\n\nmany.txt, line 1`);
  const elements = elementsOf(fileOf(site, "BUSY_0/index.html"));
  const said = elements.filter(({ name }) => ["h1", "p"].includes(name)).map(({ text }) => text);
  expect(said).toEqual(expect.arrayContaining(["BUSY_0", "Wait 0", unlisted]));
  expect(linksOf(site, "busy/index.html")).toEqual(["busy BUSY_0 -> ../BUSY_0/index.html"]);
});

test("a page says by what each confused error is told apart, in the order of the catalog", async () => {
  const acme = copyAcme();
  writeMany(acme, "busy", 4);
  acme.edit("catalog/many.yaml", "Wait 1\n", "Wait 1\n    alike: [BUSY_2]\n");
  acme.edit("catalog/many.yaml", "Wait 2\n", "Wait 2\n    alike: [BUSY_1]\n");
  const last = "code: busy\n    httpStatus: 429\n    message: Wait 3";
  acme.edit("catalog/many.yaml", last, last.replace("busy", "slow").replace("3", "0"));
  acme.write("evidence/many.txt", "busy Wait 0\nbusy Wait 1\nbusy Wait 2\nslow Wait 0\n");
  const site = await drawSite(acme);
  const reasonsOf = (at: number) =>
    JSON.parse(fileOf(site, `BUSY_${at}.json`)).confused.map(
      ({ name, why }: { readonly name: string; readonly why: string }) => [name, why],
    );
  expect([0, 1, 3].map(reasonsOf)).toEqual([
    [
      ["BUSY_1", "sameCode"],
      ["BUSY_2", "sameCode"],
      ["BUSY_3", "sameText"],
    ],
    [
      ["BUSY_0", "sameCode"],
      ["BUSY_2", "alike"],
    ],
    [["BUSY_0", "sameText"]],
  ]);
  expect(fileOf(site, "BUSY_1/index.html")).toContain("<br/>No source tells them apart.");
  expect(fileOf(site, "BUSY_3.md")).toContain(": Wait 0. Same text. The code tells them apart.");
});

test("a page with more confused errors leads nowhere where their code has no page", async () => {
  const acme = copyAcme();
  writeMany(acme, "server.busy");
  const site = await drawSite(acme);
  expect(brokenLinks(site)).toEqual([]);
  const items = elementsOf(fileOf(site, "BUSY_0/index.html")).filter(({ text }) => text === "…");
  expect(items.map(({ name }) => name)).toEqual(["li"]);
  expect(fileOf(site, "BUSY_0.md")).toContain("\n- …\n");
});

/** The links of a page, each with its text. */
function linksOf(site: Site, path: string): readonly string[] {
  return elementsOf(fileOf(site, path))
    .filter(({ name }) => name === "a")
    .map(({ attributes, text }) => `${text} -> ${attributes.href}`);
}

function writeMany(acme: Workspace, code: string, length = 30): void {
  const numbers = Array.from({ length }, (_, at) => at);
  acme.write("catalog/many.yaml", `entries:${numbers.map((at) => entryOf(at, code)).join("")}`);
  acme.write("evidence/many.txt", numbers.map((at) => `${code} Wait ${at}\n`).join(""));
}

/** One of many entries with the same code. */
const entryOf = (at: number, code: string) => `
  - name: BUSY_${at}
    code: ${code}
    httpStatus: 429
    message: Wait ${at}
    description: ""
    category: traffic
    fault: client
    outcome: rejected
    retry: after-delay
    documented: false
    sources: [{ document: many.txt, line: ${at + 1} }]`;

test("a page says all lines of a source that has several", async () => {
  const acme = copyAcme();
  acme.edit("catalog/payments.yaml", "line: 7 }", "line: 7, lastLine: 8 }");
  acme.write("evidence/errors.md", `${acme.read("evidence/errors.md")}Try again later.\n`);
  const site = await drawSite(acme);
  expect(fileOf(site, "API_ERROR.md")).toContain("\n\nerrors.md, lines 7–8:\n\n> ");
  expect(fileOf(site, "API_ERROR/index.html")).toContain("errors.md, lines 7–8</figcaption>");
  expect(fileOf(site, "RATE_LIMITED.md")).toContain("\n\nerrors.md, line 6:\n\n");
});

test("a name that is the code of its error too is there once", async () => {
  const acme = copyAcme();
  acme.edit("catalog/payments.yaml", "code: api_error", "code: API_ERROR");
  acme.edit("evidence/errors.md", "api_error", "API_ERROR");
  const site = await drawSite(acme);
  const html = fileOf(site, "API_ERROR/index.html");
  const ids = elementsOf(html).filter(({ attributes }) => attributes.class === "id");
  expect(ids.map(({ text }) => text)).toEqual(["API_ERROR"]);
  expect(html).toContain("<title>API_ERROR · ");
  expect(html).toContain("subject=API_ERROR%3A%20");
  expect(fileOf(site, "API_ERROR.md")).toContain("\n\n`API_ERROR`\n\n");
  expect(fileOf(site, "llms.txt")).toContain("- [API_ERROR](API_ERROR.md)");
});

test("the Markdown of an error says all that its page says of what became of it and of its code", async () => {
  const acme = copyAcme();
  acme.edit(
    "catalog/payments.yaml",
    "sources: [{ document: errors.md, line: 6 }]",
    'sources: [{ document: errors.md, line: 6 }]\n    delay: P2D\n    retired: { since: "2.0.0", reason: No longer sent., sunset: "2027-06-30" }',
  );
  const site = await drawSite(acme);
  const markdown = fileOf(site, "RATE_LIMITED.md");
  expect(markdown).toContain(
    "Retired since 2.0.0: No longer sent. May be removed from 2027-06-30 on.",
  );
  expect(markdown).toContain("Wait at least 2 days.\n");
  expect(markdown).toContain("Category: traffic");
  expect(fileOf(site, "index.md")).toContain("| [~~RATE_LIMITED~~](RATE_LIMITED.md) |");
  const struck = elementsOf(fileOf(site, "index.html")).filter(({ name }) => name === "s");
  expect(struck.map(({ text }) => text)).toEqual(["RATE_LIMITED"]);
  expect(fileOf(site, "index.md")).toMatch(
    /\| {2}\| \[NO_RESPONSE\]\(NO_RESPONSE\.md\) .* \| Not yet \| Unknown \|/,
  );
});

test("the Markdown of a Japanese page has Japanese colons, and no full stop of another script", async () => {
  const acme = copyAcme();
  acme.edit("catalog.yaml", "categories:", "venues: { east: Acme East. }\ncategories:");
  acme.edit(
    "catalog/payments.yaml",
    "category: card",
    "category: card\n    venue: east\n    delay: PT90S",
  );
  const english = fileOf(await drawSite(acme), "CARD_REFUSED.md");
  expect(english).toContain("\n\n**After a wait**\n\n");
  expect(english).toContain("Wait at least 90 seconds.\n");
  expect(english).toContain("\n\nCategory: ");
  expect(english).toContain("\n\nOnly listed for Acme East.\n\n");
  acme.write("locales/ja.json", "{}\n");
  const site = await drawSite(acme);
  const japanese = fileOf(site, "ja/CARD_REFUSED.md");
  expect(japanese).toContain("\n\n**時間をおけば可**\n\n");
  expect(japanese).toContain("\n\n分類：");
  expect(japanese).toContain("\n\n対象：Acme East\n\n");
  expect(japanese).toMatch(/\n\nerrors\.mdの\d+行目：\n\n> /);
  expect(fileOf(site, "ja/card_declined.md")).toContain("`CARD_REFUSED`：");
});

test("Chinese and Japanese sentences follow each other, and times are written, as their texts are", async () => {
  const acme = copyAcme();
  acme.write("locales/ja.json", "{}\n");
  acme.write("locales/zh-Hans.json", "{}\n");
  acme.edit("catalog/payments.yaml", "category: card", "category: card\n    delay: PT36H");
  acme.edit(
    "catalog/payments.yaml",
    "sources: [{ document: errors.md, line: 6 }]",
    'delay: PT1M\n    retired: { since: "2.0.0", reason: Gone., sunset: "2030-06-30", replacedBy: CARD_EXPIRED }\n    sources: [{ document: errors.md, line: 6 }]',
  );
  const site = await drawSite(acme);
  const chinese = fileOf(site, "zh-Hans/RATE_LIMITED/index.html");
  expect(chinese).toContain("可能被移除。已由以下错误取代：<a");
  expect(chinese).toContain("<figcaption>errors.md，第 6 行</figcaption>");
  expect(fileOf(site, "zh-Hans/RATE_LIMITED.md")).toContain("\n\n类别：");
  expect(fileOf(site, "ja/RATE_LIMITED.md")).toContain("\n\n2.0.0から廃止：Gone. ");
  const said = {
    ja: "時間をおいてから、同じリクエストを送信してください。1分以上お待ちください。",
    "zh-Hans": "请等待一段时间，再发送相同的请求。请至少等待 1 分钟。",
  };
  expect(fileOf(site, "assets/style-ja.css")).toContain('{font-family:system-ui,"Hiragino Sans",');
  expect(fileOf(site, "assets/style-zh-Hans.css")).toContain('system-ui,"PingFang SC",');
  expect(fileOf(site, "ja/CARD_REFUSED.md")).toContain("。36時間以上");
  expect(fileOf(site, "zh-Hans/CARD_REFUSED.md")).toContain("请至少等待 36 小时。");
  for (const [tag, sentences] of Object.entries(said)) {
    expect(fileOf(site, `${tag}/RATE_LIMITED.md`)).toContain(`\n\n${sentences}\n\n`);
    expect(fileOf(site, `${tag}/RATE_LIMITED/index.html`)).toContain(`<p>${sentences}</p>`);
  }
});

test("a page has the catalog's title, description and categories in its language, or marks theirs", async () => {
  const acme = copyAcme();
  const category = { name: "Cartões", description: "Cartões e pagamentos." };
  const own = {
    title: "Erros da Acme",
    description: "Não existe.",
    categories: { card: category },
  };
  const catalog = { ...own, status: "machine", sourceHash: "000000000000" };
  acme.edit("locales/pt-BR.json", "{", `{ "catalog": ${JSON.stringify(catalog)},`);
  const site = await drawSite(acme);
  const textsOf = (path: string, name: string) =>
    elementsOf(fileOf(site, path))
      .filter((element) => element.name === name)
      .map(({ attributes, text }) => [attributes.lang, text]);
  expect(textsOf("pt-BR/index.html", "th").flat()).toEqual(
    expect.arrayContaining([
      expect.stringMatching(/^Cartões \(\d+\) Cartões e pagamentos\.$/),
      expect.stringMatching(/^traffic \(\d+\) Too many requests\.$/),
    ]),
  );
  expect(textsOf("pt-BR/index.html", "small")).toEqual([
    ["pt-BR", "Cartões e pagamentos."],
    ["de", "Too many requests."],
  ]);
  expect(textsOf("pt-BR/CARD_EXPIRED/index.html", "a")).toEqual(
    expect.arrayContaining([
      ["pt-BR", "Erros da Acme"],
      ["pt-BR", "Cartões"],
    ]),
  );
  expect(textsOf("pt-BR/CARD_EXPIRED/index.html", "footer").at(0)?.[1]).toContain("Não existe.");
  expect(fileOf(site, "pt-BR/index.md")).toMatch(/^# Erros da Acme\n\nNão existe\.\n/);
  expect(fileOf(site, "pt-BR/CARD_EXPIRED.md")).toContain("Cartões");
  expect(fileOf(site, "index.md")).toMatch(/^# Acme payments API errors\n/);
});

test("a page marks the catalog's title that only the source locale has in its own words", async () => {
  const acme = copyAcme();
  const texts = { title: "Fehler von Acme", description: "Eine API, die es nicht gibt." };
  const catalog = { ...texts, status: "machine", sourceHash: "000000000000" };
  acme.edit("locales/de.json", "{", `{ "catalog": ${JSON.stringify(catalog)},`);
  const site = await drawSite(acme);
  const [home] = elementsOf(fileOf(site, "pt-BR/CARD_EXPIRED/index.html")).filter(
    ({ attributes }) => attributes.class === "home",
  );
  expect([home?.attributes.lang, home?.text]).toEqual(["de", "Fehler von Acme"]);
});

test("the reference of a subset has its name and its description", async () => {
  const acme = copyAcme();
  const subsets = "subsets: { cards: { description: The card desk., categories: [card] } }\n";
  acme.edit("catalog.yaml", "errorClass:", `${subsets}errorClass:`);
  const site = await drawSite(acme, "--subset", "cards");
  expect(fileOf(site, "index.md")).toMatch(
    /^# Acme payments API errors: cards\n\nThe card desk\.\n/,
  );
});

test("a page allows no script, style or connection but the site's own", async () => {
  const site = await plainSite();
  const elements = elementsOf(fileOf(site, "CARD_REFUSED/index.html"));
  const policy = elements.find(
    ({ attributes }) => attributes["http-equiv"] === "Content-Security-Policy",
  );
  expect(policy?.attributes.content).toBe(
    "default-src 'none';script-src 'self';style-src 'self';img-src 'self';base-uri 'none';form-action 'none'",
  );
  const inline = elements.filter(
    ({ name, attributes }) =>
      attributes.style !== undefined ||
      name === "style" ||
      (name === "script" && attributes.src === undefined) ||
      Object.keys(attributes).some((attribute) => attribute.startsWith("on")),
  );
  expect(inline).toEqual([]);
});

test("the colors of the manifest are those of the site", async () => {
  const acme = copyAcme();
  acme.edit(
    "catalog.yaml",
    "runtime: true",
    'runtime: true\nsite:\n  colors:\n    accent: { light: "#7a1fa2", dark: "#d9a8f0" }',
  );
  const styles = fileOf(await drawSite(acme), "assets/style-de.css");
  expect(styles.lastIndexOf("--accent:light-dark(#7a1fa2,#d9a8f0)")).toBeGreaterThan(
    styles.indexOf("--accent:"),
  );
});

test("the same catalog gives the same bytes", async () => {
  const [one, other] = [await plainSite(), await drawSite(copyAcme())];
  expect([...one.keys()]).toEqual([...other.keys()]);
  expect([...one].filter(([path, text]) => other.get(path) !== text).map(([path]) => path)).toEqual(
    [],
  );
});
