import { fromMarkdown } from "mdast-util-from-markdown";
import { expect, test } from "vitest";
import { stringify } from "yaml";
import { copyAcme, type Workspace } from "../acme.js";
import { brokenLinks, drawSite, elementsOf, fileOf } from "./site.js";

const MARKUP = `</code></script><img src=x onerror="alert(1)">&amp;'"\`*/`;

function addEntry(acme: Workspace, code: string, name: string): void {
  const source = { document: "hostile.txt", line: 1 };
  acme.write("evidence/hostile.txt", `${code} ${MARKUP}\n`);
  const entry = {
    name,
    code,
    httpStatus: 400,
    message: MARKUP,
    description: MARKUP,
    category: "card",
    fault: "client",
    outcome: "rejected",
    retry: "after-fix",
    documented: false,
    sources: [source],
  };
  acme.write("catalog/hostile.yaml", stringify({ entries: [entry] }));
}

test("markup in a catalog is text on every page, in Markdown and in scripts", async () => {
  const acme = copyAcme();
  addEntry(acme, "hostile", "HOSTILE");
  const site = await drawSite(acme);
  const pages = [...site].filter(([path]) => path.endsWith(".html"));
  const elements = pages.flatMap(([, html]) => elementsOf(html));
  expect(elements.filter(({ name }) => name === "img")).toEqual([]);
  const page = elementsOf(fileOf(site, "HOSTILE/index.html"));
  const quoted = page.filter(({ text }) => text === MARKUP).map(({ name }) => name);
  expect(quoted).toEqual(expect.arrayContaining(["p", "dd"]));
  const markdown = JSON.stringify(fromMarkdown(fileOf(site, "HOSTILE.md")));
  expect(markdown).toContain("onerror");
  expect(markdown).not.toContain('"type":"html"');
});

test("a code that is not a folder's name on every system, or is the address of another page, has no address of its own", async () => {
  const codes = ["../up", "a/b", "con", "#hash", "assets", "Index", "pt-br", "no_response"];
  codes.push("card_refused", "CARD_REFUSED", "Card_Declined");
  const wrong: string[] = [];
  for (const code of codes) {
    const acme = copyAcme();
    addEntry(acme, code, "HOSTILE");
    const site = await drawSite(acme);
    const paths = [...site.keys()].map((path) => path.toLowerCase());
    if (new Set(paths).size !== paths.length) wrong.push(`${code}: two files differ only in case`);
    if (brokenLinks(site).length > 0) wrong.push(`${code}: broken links`);
    const refreshes = fileOf(site, "CARD_REFUSED/index.html").includes("refresh");
    const { codes: addressed } = JSON.parse(fileOf(site, "index.json"));
    if (Object.hasOwn(addressed, code)) wrong.push(`${code}: has an address`);
    if (refreshes || paths.some((path) => path.includes(".."))) wrong.push(code);
  }
  expect(wrong).toEqual([]);
});

test.each([
  ["--base-url", "https://errors.example/a%22b'c/<x>;script-src *;/"],
  ["--report-url", `https://bugs.example/?t={title}&b={body}"'><script>alert(1)</script>`],
])("the address of %s is an address on every page, and nothing else", async (option, address) => {
  const acme = copyAcme();
  addEntry(acme, "hostile", "HOSTILE");
  const site = await drawSite(acme, option, address);
  const pages = [...site].filter(([path]) => path.endsWith(".html"));
  const wrong = pages.flatMap(([path, html]) => {
    const policies = [...html.matchAll(/http-equiv="Content-Security-Policy" content="([^"]*)"/g)];
    const isStrict = policies.length === 1 && !policies[0]?.[1]?.includes("script-src *");
    const scripts = elementsOf(html).filter(({ name }) => name === "script");
    const runs = scripts.some(({ text }) => text.includes("alert(1)") && !text.startsWith("{"));
    return isStrict && !runs ? [] : [path];
  });
  expect(pages.length).toBeGreaterThan(20);
  expect(wrong).toEqual([]);
});
