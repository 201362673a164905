import { rmSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { copyAcme, type Workspace } from "../acme.js";
import { commonCatalog, ENTRIES, importingAcme, PUBLISHED } from "../imports/common.js";
import { codegen } from "../run.js";
import { brokenLinks, drawSite, elementsOf, fileOf, type Site } from "./site.js";

let plain: Promise<Site> | undefined;

/** The site of the second catalog as it is: drawn once for the tests that only read it. */
function plainSite(): Promise<Site> {
  plain ??= drawSite(copyAcme());
  return plain;
}

const nameOf = ({ name }: { readonly name: string }) => name;

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

test("a code leads to the new name alone of an error that was renamed", async () => {
  const acme = copyAcme();
  acme.edit("catalog/payments.yaml", "code: rate_limited", 'code: "429-7"');
  acme.edit("evidence/errors.md", "rate_limited", "429-7");
  await codegen(acme, "record");
  await codegen(acme, "rename", "CURRENCY_UNSUPPORTED", "CURRENCY_NOT_SUPPORTED");
  await codegen(acme, "rename", "RATE_LIMITED", "REQUESTS_TOO_MANY");
  const site = await drawSite(acme);
  expect(JSON.parse(fileOf(site, "index.json")).codes).toEqual({
    "429-7": ["REQUESTS_TOO_MANY"],
    card_declined: ["CARD_REFUSED", "CARD_EXPIRED", "CURRENCY_NOT_SUPPORTED"],
  });
  expect(fileOf(site, "429-7/index.html")).toContain("0;url=../REQUESTS_TOO_MANY/index.html");
  expect(fileOf(site, "card_declined.md")).not.toContain("CURRENCY_UNSUPPORTED");
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

function writeMany(acme: Workspace, code: string): void {
  const numbers = Array.from({ length: 30 }, (_, at) => at);
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

test("a code leads to its error; a code that several errors share lists them", async () => {
  const acme = copyAcme();
  acme.edit("catalog/payments.yaml", "code: rate_limited", 'code: "429-7"');
  acme.edit("evidence/errors.md", "rate_limited", "429-7");
  const site = await drawSite(acme);
  const refresh = elementsOf(fileOf(site, "429-7/index.html")).find(
    ({ attributes }) => attributes["http-equiv"] === "refresh",
  );
  expect(refresh?.attributes.content).toBe("0;url=../RATE_LIMITED/index.html");
  const items = elementsOf(fileOf(site, "card_declined/index.html"))
    .filter(({ name }) => name === "li")
    .map(({ text }) => text);
  expect(items[0]).toContain("CARD_REFUSED");
  expect(items[1]).toMatch(/^Karte abgelaufen CARD_EXPIRED.*May I send it again\? After a change$/);
});

test("a code of two errors lists both, that of one says where its page is, and a success has no page", async () => {
  const acme = copyAcme();
  for (const code of ["rate_limited", "api_error"]) {
    acme.edit("catalog/payments.yaml", `code: ${code}`, 'code: "429-7"');
    acme.edit("evidence/errors.md", code, "429-7");
  }
  const alias = "aliases: [{ code: card_lost, sources: [{ document: errors.md, line: 3 }] }]";
  acme.edit("catalog/payments.yaml", "    variants:", `    ${alias}\n    variants:`);
  acme.edit("evidence/errors.md", "days later |", "days later | card_lost |");
  const source = "sources: [{ document: success.txt, line: 1 }]";
  const success = `name: OK_ROW, kind: success, code: ok, httpStatus: 200, message: Fine, ${source}`;
  acme.write(
    "catalog/success.yaml",
    `entries: [{ ${success}, description: "", documented: false }]`,
  );
  acme.write("evidence/success.txt", "ok Fine\n");
  acme.edit("catalog.yaml", "success: []", "success: [ok]");
  rmSync(join(acme.catalog, "wire.schema.json"));
  const site = await drawSite(acme, "--base-url", "https://acme.example");
  const items = elementsOf(fileOf(site, "429-7/index.html")).filter(({ name }) => name === "li");
  expect(items).toHaveLength(2);
  const elements = elementsOf(fileOf(site, "card_lost/index.html"));
  const canonical = elements.find(({ attributes }) => attributes.rel === "canonical");
  expect(canonical?.attributes.href).toBe("https://acme.example/CARD_REFUSED/");
  const titleOf = (path: string) =>
    elementsOf(fileOf(site, path)).find(({ name }) => name === "title")?.text;
  expect(titleOf("card_lost/index.html")).toBe("card_lost CARD_REFUSED");
  expect(titleOf("API_ERROR/index.html")).toBe("429-7 API_ERROR · Acme payments API errors");
  expect([...site.keys()].filter((path) => path.includes("OK_ROW"))).toEqual([]);
  expect(fileOf(site, "index.json")).not.toContain("OK_ROW");
  expect(fileOf(site, "llms.txt")).not.toContain("OK_ROW");
});

test("a code has its errors in Markdown and in JSON too, and the list has every code", async () => {
  const site = await plainSite();
  expect(fileOf(site, "card_declined.md")).toMatch(
    /^# `card_declined`\n\nSeveral errors .*\n\n- \[.*\]\(CARD_REFUSED\.md\) `CARD_REFUSED`: .* \*\*After a wait\*\*\n- .*CARD_EXPIRED.*\n- .*CURRENCY_UNSUPPORTED/,
  );
  const { code, errors } = JSON.parse(fileOf(site, "pt-BR/card_declined.json"));
  expect(code).toBe("card_declined");
  expect(errors).toMatchObject([
    { name: "CARD_REFUSED", outcome: "rejected", next: "wait" },
    { name: "CARD_EXPIRED", outcome: "rejected", next: "fix" },
    { name: "CURRENCY_UNSUPPORTED", outcome: "rejected", next: "fix" },
  ]);
  const index = JSON.parse(fileOf(site, "index.json"));
  expect(index.codes.card_declined).toEqual(errors.map(nameOf));
  const all = ["errors", "failures"].map((list) => index[list].map(nameOf));
  expect(all).toEqual([
    ["CARD_REFUSED", "CARD_EXPIRED", "CURRENCY_UNSUPPORTED", "RATE_LIMITED", "API_ERROR"],
    ["UNRECOGNIZED", "INVALID_RESPONSE", "NO_RESPONSE"],
  ]);
  expect(fileOf(site, "llms.txt")).toMatch(/## Codes\n\n- \[card_declined\]\(card_declined\.md\)/);
  expect(fileOf(site, "llms.txt")).toContain("- [NO_RESPONSE](NO_RESPONSE.md): ");
});

test("the Markdown of an error says all that its page says of what became of it and of its code", async () => {
  const acme = copyAcme();
  acme.edit(
    "catalog/payments.yaml",
    "sources: [{ document: errors.md, line: 6 }]",
    'sources: [{ document: errors.md, line: 6 }]\n    retired: { since: "2.0.0", reason: No longer sent., sunset: "2027-06-30" }',
  );
  const site = await drawSite(acme);
  const markdown = fileOf(site, "RATE_LIMITED.md");
  expect(markdown).toContain(
    "Retired since 2.0.0: No longer sent. May be removed from 2027-06-30 on.",
  );
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
  acme.edit("catalog/payments.yaml", "category: card", "category: card\n    venue: east");
  const english = fileOf(await drawSite(acme), "CARD_REFUSED.md");
  expect(english).toContain("\n\n**After a wait**\n\n");
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
  acme.edit(
    "catalog/payments.yaml",
    "sources: [{ document: errors.md, line: 6 }]",
    'delay: PT1M\n    retired: { since: "2.0.0", reason: Gone., sunset: "2030-06-30", replacedBy: CARD_EXPIRED }\n    sources: [{ document: errors.md, line: 6 }]',
  );
  const site = await drawSite(acme);
  const chinese = fileOf(site, "zh-Hans/RATE_LIMITED/index.html");
  expect(chinese).toContain("可能被移除。已由以下错误取代：<a");
  expect(chinese).toContain("<figcaption>errors.md，第 6 行</figcaption>");
  expect(fileOf(site, "ja/RATE_LIMITED.md")).toContain("\n\n2.0.0から廃止：Gone. ");
  const said = {
    ja: "時間をおいてから、同じリクエストを送信してください。1分以上お待ちください。",
    "zh-Hans": "请等待一段时间，再发送相同的请求。请至少等待 1 分钟。",
  };
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

test("an address makes a sitemap, canonical addresses and languages that search engines follow", async () => {
  const site = await drawSite(copyAcme(), "--base-url", "https://acme.example/errors/");
  expect(fileOf(site, "sitemap.xml")).toContain(
    "<url><loc>https://acme.example/errors/pt-BR/CARD_REFUSED/</loc></url>",
  );
  expect(fileOf(site, "sitemap.xml")).toMatch(/^<\?xml .*\n<urlset /);
  expect(fileOf(site, "sitemap.xml")).not.toContain("card_declined");
  expect(fileOf(site, "robots.txt")).toContain(
    "\nSitemap: https://acme.example/errors/sitemap.xml\n",
  );
  const links = elementsOf(fileOf(site, "pt-BR/CARD_REFUSED/index.html"))
    .filter(({ name, attributes }) => name === "link" && !attributes.rel?.includes("stylesheet"))
    .map(({ attributes }) => [attributes.rel, attributes.hreflang, attributes.href]);
  expect(links).toEqual(
    expect.arrayContaining([
      ["canonical", undefined, "https://acme.example/errors/pt-BR/CARD_REFUSED/"],
      ["alternate", "de", "https://acme.example/errors/CARD_REFUSED/"],
      ["alternate", "x-default", "https://acme.example/errors/CARD_REFUSED/"],
    ]),
  );
  expect(fileOf(site, "404.html")).toContain('src="/errors/assets/site.js"');
  expect(fileOf(site, "llms.txt")).toContain("(https://acme.example/errors/CARD_REFUSED.md)");
});

test("without an address there is no sitemap, and every link is relative", async () => {
  const site = await plainSite();
  expect(site.has("sitemap.xml")).toBe(false);
  const absolute = [...site]
    .filter(([path]) => path.endsWith(".html") && path !== "404.html")
    .flatMap(([, html]) => elementsOf(html))
    .flatMap(({ attributes }) => [attributes.href ?? "", attributes.src ?? ""])
    .filter((link) => /^(?:\/|https?:)/.test(link));
  expect(absolute).toEqual([]);
});

test("the page of a missing address is in the first language, and leads on from any depth", async () => {
  const site = await plainSite();
  const elements = elementsOf(fileOf(site, "404.html"));
  const heading = "There is no page at this address";
  expect(elements.find(({ name }) => name === "h1")?.text).toBe(heading);
  const title = elements.find(({ name }) => name === "title")?.text;
  expect(title).toBe(`${heading} · Acme payments API errors`);
  const links = elements.flatMap(({ attributes: { href, src } }) => href ?? src ?? []);
  expect(links.filter((link) => !/^(?:#|\/(?!pt-BR))/.test(link))).toEqual([]);
  expect(links).toEqual(expect.arrayContaining(["/index.html", "/assets/texts-de.js"]));
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
