import { readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { copyAcme } from "../acme.js";
import { codegen } from "../run.js";

const SECRET = "SECRET-that-nobody-may-read";

const requests: string[] = [];
const server = createServer(({ url = "" }, response) => {
  requests.push(url);
  response.end(SECRET);
});
beforeAll(() => new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve)));
afterAll(() => server.close());
const address = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

/** Ten levels of entities, each of ten of the level below. */
const LAUGHS = Array.from(
  { length: 10 },
  (_, level) => `<!ENTITY l${level + 1} "${`&l${level};`.repeat(10)}">`,
).join("");

/** A document type, and what a text says; `{file}` and `{address}` are traps. */
const ATTACKS: readonly (readonly [type: string, text: string])[] = [
  ['<!DOCTYPE xliff [<!ENTITY x "Hallo">]>', "&x;"],
  ['<!DOCTYPE xliff [<!ENTITY x SYSTEM "{file}">]>', "&x;"],
  ['<!DOCTYPE xliff [<!ENTITY x SYSTEM "secret.txt">]>', "&x;"],
  ['<!DOCTYPE xliff [<!ENTITY x SYSTEM "{address}/x">]>', "&x;"],
  ['<!DOCTYPE xliff [<!ENTITY x PUBLIC "a" "{address}/x">]>', "&x;"],
  ['<!DOCTYPE xliff [<!ENTITY % p SYSTEM "{address}/p.dtd"> %p;]>', "&x;"],
  ['<!DOCTYPE xliff SYSTEM "{address}/xliff.dtd">', "&x;"],
  ['<!DOCTYPE xliff SYSTEM "{file}">', "&x;"],
  [`<!DOCTYPE xliff [<!ENTITY l0 "lol">${LAUGHS}]>`, "&l10;"],
  ['<!DOCTYPE xliff [<!ENTITY a "&b;"><!ENTITY b "&a;">]>', "&a;"],
  ["", '<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="{file}" parse="text"/>'],
  ['<?xml-stylesheet href="{address}/x.xsl"?>', "&x;"],
];

test("locale import expands no entity, and reads and fetches nothing that an XLIFF names", async () => {
  const wrong: unknown[] = [];
  for (const attack of ATTACKS) {
    const acme = copyAcme();
    const file = join(acme.root, "acme.de.xlf");
    await codegen(acme, "locale", "export", "de", "--out", file);
    const secret = join(acme.root, "secret.txt");
    writeFileSync(secret, SECRET);
    const [type, text] = attack.map((each) =>
      each.replace("{file}", pathToFileURL(secret).href).replace("{address}", address()),
    );
    const exported = readFileSync(file, "utf8");
    writeFileSync(
      file,
      exported
        .replace("<xliff", () => `${type}\n<xliff`)
        .replace(/(<target[^>]*>)[^<]*/, (_, tag: string) => `${tag}${text}`),
    );
    const before = acme.read("locales/de.json");
    const { status, output } = await codegen(acme, "locale", "import", file);
    const isUnchanged = acme.read("locales/de.json") === before;
    if (status !== 1 || !isUnchanged || output.includes(SECRET) || output.length > 5000)
      wrong.push([attack, status, output.slice(0, 200)]);
  }
  expect(wrong).toEqual([]);
  expect(requests).toEqual([]);
});
