import { rmSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { copyAcme } from "../acme.js";
import { codegen } from "../run.js";
import { drawSite, elementsOf, fileOf, nameOf, plainSite } from "./site.js";

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
  expect(fileOf(site, "429-7.md")).toContain("Several errors have the code 429-7.");
  expect(fileOf(site, "card_lost.md")).not.toContain("Several errors");
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
  expect(fileOf(site, "404.html")).toContain(' src="/assets/site.js"');
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

const HEAD = `<html lang="en">
<head>
<meta charset="utf-8"/>
<meta http-equiv="Content-Security-Policy" content="default-src 'none';script-src 'self';style-src 'self';img-src 'self';base-uri 'none';form-action 'none';connect-src https://acme.example/robots.txt"/>
<meta name="viewport" content="width=device-width"/>
<meta name="referrer" content="no-referrer"/>
<title>card_declined CARD_EXPIRED · Acme payments API errors</title>
<meta name="description" content="O cartão expirou. Abgelehnt: nicht ausgeführt."/>
<link rel="stylesheet" href="../../assets/style-pt-BR.css"/>
<link rel="icon" href="../../assets/icon.svg"/>
<link rel="canonical" href="https://acme.example/errors/pt-BR/CARD_EXPIRED/"/>
<link rel="alternate" hreflang="de" href="https://acme.example/errors/CARD_EXPIRED/"/>
<link rel="alternate" hreflang="pt-BR" href="https://acme.example/errors/pt-BR/CARD_EXPIRED/"/>
<link rel="alternate" hreflang="x-default" href="https://acme.example/errors/CARD_EXPIRED/"/>
<link rel="alternate" type="text/markdown" href="../CARD_EXPIRED.md"/>
<link rel="alternate" type="application/json" href="../CARD_EXPIRED.json"/>
<meta property="og:title" content="card_declined CARD_EXPIRED · Acme payments API errors"/>
<meta property="og:description" content="O cartão expirou. Abgelehnt: nicht ausgeführt."/>
<meta property="og:url" content="https://acme.example/errors/pt-BR/CARD_EXPIRED/"/>
<script defer src="../../assets/texts-pt-BR.js"></script>
<script defer src="../../assets/titles-pt-BR.js"></script>
<script defer src="../../assets/site.js" data-root="../../" data-tag="pt-BR"></script>
</head>`;

test("an address makes a sitemap, canonical addresses and languages that search engines follow", async () => {
  const site = await drawSite(copyAcme(), "--base-url", "https://acme.example/errors/");
  expect(fileOf(site, "sitemap.xml")).toContain(
    "<url><loc>https://acme.example/errors/pt-BR/CARD_REFUSED/</loc></url>",
  );
  expect(fileOf(site, "sitemap.xml")).toContain("<loc>https://acme.example/errors/CARD_REFUSED/<");
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
  const page = fileOf(site, "pt-BR/CARD_EXPIRED/index.html");
  const head = page.slice(page.indexOf("<html"), page.indexOf("<body>"));
  expect(head.replaceAll("><", ">\n<").replaceAll(">\n</script>", "></script>")).toBe(HEAD);
  const loaded = elementsOf(fileOf(site, "pt-BR/index.html")).flatMap(
    ({ name, attributes: { rel, href, src } }) =>
      name === "script" || rel === "stylesheet" ? (href ?? src ?? []) : [],
  );
  const own = ["style-pt-BR.css", "index.css", "texts-pt-BR.js", "site.js"];
  expect(loaded).toEqual(own.map((name) => `../assets/${name}`));
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

const MACHINE = { status: "machine", sourceHash: "000000000000" };

test("a page leads to itself in each language, and marks its own and texts from right to left", async () => {
  const acme = copyAcme();
  const arabic = {
    title: "بطاقة منتهية",
    message: "انتهت صلاحية البطاقة.",
    description: "جرّب غيرها.",
  };
  acme.write("locales/ar.json", JSON.stringify({ CARD_EXPIRED: { ...arabic, ...MACHINE } }));
  const site = await drawSite(acme);
  const elements = elementsOf(fileOf(site, "ar/CARD_EXPIRED/index.html"));
  const links = elements.filter(({ name, attributes }) => name === "a" && attributes.hreflang);
  expect(links.map(({ text, attributes: { href, hreflang } }) => [text, hreflang, href])).toEqual([
    ["Deutsch", "de", "../../CARD_EXPIRED/index.html"],
    ["português (Brasil)", "pt-BR", "../../pt-BR/CARD_EXPIRED/index.html"],
  ]);
  const current = elements.filter(({ attributes }) => attributes["aria-current"] === "true");
  expect(current.map(({ text, attributes }) => [text, attributes.lang])).toEqual([
    ["العربية", "ar"],
  ]);
  const [heading] = elements.filter(({ name }) => name === "h1");
  expect(heading).toMatchObject({ text: arabic.title, attributes: { lang: "ar", dir: "rtl" } });
  const [home] = elements.filter(({ attributes }) => attributes.class === "home");
  expect([home?.attributes.lang, home?.attributes.dir]).toEqual(["de", undefined]);
});
