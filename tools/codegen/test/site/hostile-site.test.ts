import { fromMarkdown } from "mdast-util-from-markdown";
import { expect, test } from "vitest";
import { stringify } from "yaml";
import { copyAcme, type Workspace } from "../acme.js";
import { brokenLinks, drawSite, elementsOf, fileOf } from "./site.js";

const MARKUP = `</code></script><img src=x onerror="alert(1)">&amp;'"\`*/`;

/** Adds an entry with markup in its texts for each code. */
function addEntries(acme: Workspace, ...codes: readonly string[]): void {
  acme.write("evidence/hostile.txt", codes.map((code) => `${code} ${MARKUP}\n`).join(""));
  const entries = codes.map((code, index) => ({
    name: `HOSTILE_${index}`,
    code,
    httpStatus: 400,
    message: MARKUP,
    description: MARKUP,
    category: "card",
    fault: "client",
    outcome: "rejected",
    retry: "after-fix",
    documented: false,
    sources: [{ document: "hostile.txt", line: index + 1 }],
  }));
  acme.write("catalog/hostile.yaml", stringify({ entries }));
}

test("markup in a catalog is text on every page, in Markdown and in scripts", async () => {
  const acme = copyAcme();
  addEntries(acme, "hostile");
  const site = await drawSite(acme);
  const pages = [...site].filter(([path]) => path.endsWith(".html"));
  const elements = pages.flatMap(([, html]) => elementsOf(html));
  expect(elements.filter(({ name }) => name === "img")).toEqual([]);
  const page = elementsOf(fileOf(site, "HOSTILE_0/index.html"));
  const quoted = page.filter(({ text }) => text === MARKUP).map(({ name }) => name);
  expect(quoted).toEqual(expect.arrayContaining(["p", "dd"]));
  const markdown = JSON.stringify(fromMarkdown(fileOf(site, "HOSTILE_0.md")));
  expect(markdown).toContain("onerror");
  expect(markdown).not.toContain('"type":"html"');
});

test("a code that is not a folder's name on every system, or is the address of another page, has no address of its own", async () => {
  // Codes that differ only in case have no address for that reason alone: one catalog for each.
  const catalogs = [
    ["../up", "a/b", "con", "#hash", "assets", "Index", "pt-br", "no_response", "card_refused"],
    ["CARD_REFUSED", "Card_Declined"],
    ["Once", "once"],
  ];
  const wrong: string[] = [];
  for (const codes of catalogs) {
    const acme = copyAcme();
    addEntries(acme, ...codes);
    const site = await drawSite(acme);
    const paths = [...site.keys()].map((path) => path.toLowerCase());
    if (new Set(paths).size !== paths.length) wrong.push(`${codes}: two files differ only in case`);
    wrong.push(...brokenLinks(site), ...paths.filter((path) => path.includes("..")));
    const { codes: addressed } = JSON.parse(fileOf(site, "index.json"));
    wrong.push(...codes.filter((code) => Object.hasOwn(addressed, code)));
    if (fileOf(site, "CARD_REFUSED/index.html").includes("refresh")) wrong.push("CARD_REFUSED");
  }
  // The first of two codes that differ only in case.
  expect(wrong).toEqual(["Once"]);
});

test.each([
  ["--base-url", "https://errors.example/a%22b'c/<x>;script-src *;/"],
  ["--report-url", `https://bugs.example/?t={title}&b={body}"'><script>alert(1)</script>`],
])("the address of %s is an address on every page, and nothing else", async (option, address) => {
  const acme = copyAcme();
  addEntries(acme, "hostile");
  const site = await drawSite(acme, option, address);
  const pages = [...site].filter(([path]) => path.endsWith(".html"));
  const wrong = pages.flatMap(([path, html]) => {
    const policies = [...html.matchAll(/http-equiv="Content-Security-Policy" content="([^"]*)"/g)];
    const isStrict = policies.length === 1 && !policies[0]?.[1]?.includes("script-src *");
    const scripts = elementsOf(html).filter(({ name }) => name === "script");
    const runs = scripts.some(({ text }) => text.includes("alert(1)") && !text.startsWith("{"));
    // A page that only leads to another one loads nothing, and needs no policy.
    return (isStrict || scripts.length === 0) && !runs ? [] : [path];
  });
  expect(pages.length).toBeGreaterThan(20);
  expect(wrong).toEqual([]);
});
