import { rmSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { copyAcme, type Workspace } from "../acme.js";
import { drawSite, elementsOf, fileOf, type PageElement, plainSite } from "./site.js";

/** Adds to an error of the second catalog all that an entry and its texts can say. */
function sayAll(acme: Workspace): void {
  acme.edit("catalog.yaml", "categories:", "venues: { east: Acme Ltd. East. }\ncategories:");
  acme.edit("catalog/payments.yaml", 'description: ""', 'description: "See #7 & ask."');
  acme.edit("evidence/errors.md", "days later |", "days later | See #7 & ask. card_lost |");
  acme.edit(
    "catalog/payments.yaml",
    "    variants:",
    `    venue: east
    delay: PT1M
    aliases: [{ code: card_lost, sources: [{ document: errors.md, line: 3 }] }]
    retired: { since: "2.0.0", reason: Gone., replacedBy: CARD_EXPIRED, sunset: "2030-06-30" }
    variants:`,
  );
  const developer = { text: "Lies `params.reason`, *dann* warte.", status: "machine" };
  const texts = { CARD_REFUSED: { ...developer, sourceHash: "000000000000" } };
  acme.edit("locales/de.json", "{", `{ "developer": ${JSON.stringify(texts)},`);
}

const BODY = `{
  "error": {
    "code": "card_declined",
    "message": "Your card was declined: \`do not honour\`. Try 2 days later"
  }
}`;

const EXAMPLE = `import { parseResponse } from "@acme/errors";
import { nextStep } from "@acme/errors/next-step";

const result = parseResponse(body, { httpStatus });
if (result.kind === "error" && result.error.name === "CARD_REFUSED") {
  const { params } = result.error; // { reason: "do not honour", days: "2" }
  const step = nextStep(result, { method: "POST" }); // action: "wait"
}`;

const MARKDOWN = `# Karte abgelehnt

\`card_declined\` \`CARD_REFUSED\`

Die Karte wurde abgelehnt (do not honour), bitte in 2 Tagen erneut.

Retired since 2.0.0: Gone. May be removed from 2030-06-30 on. Replaced by [CARD_EXPIRED](CARD_EXPIRED.md)

## May I send it again?

**After a wait**

Wait, then send the same request again. Wait at least 1 minute.

Abgelehnt: nicht ausgeführt.

## What to do

Ihre Bank hat abgelehnt.

## For developers

Lies \`params.reason\`, \\*dann\\* warte.

## On the wire with HTTP status 402

\`\`\`json
${BODY}
\`\`\`

Other wordings seen:

- Your card was declined

Also seen with the code: \`card_lost\`

Documented as: See #<!-- -->7 &amp; ask.

Category: card

Only listed for Acme Ltd. East.

## Values in the text

- \`reason\`: Why the bank refused (\`do not honour\`)
- \`days\`: How many days to wait (\`2\`)

## In TypeScript

\`\`\`ts
${EXAMPLE}
\`\`\`

## Easily confused with

- [CARD_EXPIRED](CARD_EXPIRED.md) (\`card_declined\`): Your card has expired. Same code. The text of the response tells them apart.
- [CURRENCY_UNSUPPORTED](CURRENCY_UNSUPPORTED.md) (\`card_declined\`): Your card does not support "{currency}". Same code. The text of the response tells them apart.

## Evidence

errors.md, line 3:

> \\| card_declined \\| Your card was declined: \\\`{reason}\\\`. Try {days} days later \\| See #<!-- -->7 &amp; ask. card_lost \\|
`;

const headingsOf = (elements: readonly PageElement[]) =>
  elements.filter(({ name }) => name === "h2").map(({ text }) => text);

test("a page and its Markdown say all that the catalog says of an error", async () => {
  const acme = copyAcme();
  sayAll(acme);
  const site = await drawSite(acme);
  expect(fileOf(site, "CARD_REFUSED.md")).toBe(MARKDOWN);
  expect(fileOf(site, "card_lost/index.html")).toContain("0;url=../CARD_REFUSED/index.html");
  const elements = elementsOf(fileOf(site, "CARD_REFUSED/index.html"));
  const textsOf = (tag: string) =>
    elements.filter(({ name }) => name === tag).map(({ text }) => text);
  expect(headingsOf(elements)).toEqual(MARKDOWN.match(/(?<=^## ).*$/gm));
  expect(textsOf("p").slice(0, -3)).toEqual([
    "card_declined CARD_REFUSED",
    "Die Karte wurde abgelehnt (do not honour), bitte in 2 Tagen erneut.",
    "Retired since 2.0.0: Gone. May be removed from 2030-06-30 on. Replaced by CARD_EXPIRED",
    "After a wait",
    "Wait, then send the same request again. Wait at least 1 minute.",
    "Abgelehnt: nicht ausgeführt.",
    "Ihre Bank hat abgelehnt.",
    "Lies params.reason, *dann* warte.",
    "Only listed for Acme Ltd. East.",
  ]);
  expect(textsOf("pre")).toEqual([BODY, EXAMPLE]);
  expect(textsOf("code")).toContain("params.reason");
  expect(elements.map(({ attributes }) => attributes.class)).toContain("again wait");
  expect(textsOf("dd")).toEqual(["Your card was declined", "card_lost", "See #7 & ask.", "card"]);
  expect(textsOf("td")).toEqual([
    ...["Why the bank refused", "do not honour"],
    ...["How many days to wait", "2"],
  ]);
  expect(textsOf("q")).toEqual([
    "Your card has expired",
    'Your card does not support "{currency}"',
  ]);
  expect(textsOf("blockquote").join()).toContain("| See #7 & ask. card_lost |");
  const category = elements.find(({ name, text }) => name === "a" && text === "card");
  expect(category?.attributes.href).toBe("../index.html#category=card");
  const copied = elements.filter(({ attributes }) => attributes["data-copy"] !== undefined);
  expect(copied.map(({ text }) => text)).toEqual(["card_declined", "CARD_REFUSED", BODY, EXAMPLE]);
  const report = elements.find(({ name, text }) => name === "a" && text.endsWith("Report it"));
  expect(report?.attributes.href).toContain(
    "mailto:?subject=CARD_REFUSED%20(card_declined)%3A%20the%20server",
  );
});

const ANSWER = `## May I send it again?

**Not yet**

First find out what happened. If you send it now, it may be carried out twice.

Ergebnis unbekannt: bitte erst prüfen.

For a read (GET): After a wait

## What to do

Bitte prüfen Sie Ihre Zahlungen.
`;

const LITTLE = `# Interner Fehler

\`api_error\` \`API_ERROR\`

Etwas ist schiefgegangen.

${ANSWER}
## On the wire with HTTP status 500

\`\`\`json
{ "error": { "code": "api_error", "message": "Something went wrong" } }
\`\`\`

Category: traffic

## In TypeScript

\`\`\`ts
import { parseResponse } from "@acme/errors";
import { nextStep } from "@acme/errors/next-step";

const result = parseResponse(body, { httpStatus });
if (result.kind === "error" && result.error.name === "API_ERROR") {
  const step = nextStep(result, { method: "POST" }); // action: "reconcile"
}
\`\`\`

## Evidence

errors.md, line 7:

> \\| api_error     \\| Something went wrong                                      \\|
`;

test("an error that says little has a page without what there is none of", async () => {
  const site = await plainSite();
  expect(fileOf(site, "API_ERROR.md")).toBe(LITTLE);
  const elements = elementsOf(fileOf(site, "API_ERROR/index.html"));
  expect(headingsOf(elements)).toEqual(LITTLE.match(/(?<=^## ).*$/gm));
  const texts = elements.filter(({ name }) => ["p", "dd", "td", "li"].includes(name));
  expect(texts.map(({ text }) => text)).toEqual([
    ...["api_error API_ERROR", "Etwas ist schiefgegangen.", "Not yet"],
    "First find out what happened. If you send it now, it may be carried out twice.",
    ...["Ergebnis unbekannt: bitte erst prüfen.", "For a read (GET): After a wait"],
    ...["Bitte prüfen Sie Ihre Zahlungen.", "traffic"],
    "Did the server say something else? Report it",
    ...["This page as Markdown, JSON", expect.stringContaining("does not exist")],
  ]);
  const { description, venue, retired, waitMs } = JSON.parse(fileOf(site, "API_ERROR.json"));
  expect([description, venue, retired, waitMs]).toEqual([null, null, null, 0]);
  // Nobody has read the texts of this language.
  const unread = "No native speaker has read these texts yet.";
  expect(fileOf(site, "pt-BR/API_ERROR.md")).toContain(`\n\n${unread}\n`);
  expect(fileOf(site, "pt-BR/API_ERROR/index.html")).toContain(unread);
});

test("a page says the number that a code may come as, and no status and no day that there is none of", async () => {
  const acme = copyAcme();
  rmSync(join(acme.catalog, "wire.schema.json"));
  acme.edit("catalog.yaml", "numericCodes: false", "numericCodes: true");
  acme.edit("evidence/errors.md", "rate_limited", "42");
  acme.edit(
    "catalog/payments.yaml",
    "code: rate_limited\n    httpStatus: 429",
    'code: "42"\n    httpStatus: null\n    retired: { since: "2.0.0", reason: Gone. }',
  );
  const site = await drawSite(acme);
  const markdown = fileOf(site, "RATE_LIMITED.md");
  expect(markdown).toContain("\n\nRetired since 2.0.0: Gone.\n\n## May I send it again?\n\n");
  const asNumber = "The code may also come as the number 42.";
  const body = '{ "error": { "code": "42", "message": "Slow down" } }';
  expect(markdown).toContain(
    `\n\n## On the wire\n\n\`\`\`json\n${body}\n\`\`\`\n\n${asNumber}\n\nCategory: `,
  );
  const elements = elementsOf(fileOf(site, "RATE_LIMITED/index.html"));
  expect(headingsOf(elements)).toContain("On the wire");
  const texts = elements.filter(({ name }) => name === "p" || name === "pre");
  expect(texts.map(({ text }) => text)).toEqual(
    expect.arrayContaining(["Retired since 2.0.0: Gone.", body, asNumber]),
  );
});

test("a failure that no entry is about has a page without a code and what goes with one", async () => {
  const site = await plainSite();
  const about = "# Keine Antwort\n\n`NO_RESPONSE`\n\nEs kam keine Antwort.\n\n";
  expect(fileOf(site, "NO_RESPONSE.md")).toBe(about + ANSWER);
  const elements = elementsOf(fileOf(site, "NO_RESPONSE/index.html"));
  expect(headingsOf(elements)).toEqual(["May I send it again?", "What to do"]);
  expect(elements.map(({ text }) => text).join()).not.toContain("Report it");
  expect(JSON.parse(fileOf(site, "NO_RESPONSE.json"))).toEqual({
    ...{ name: "NO_RESPONSE", code: null, aliases: [], httpStatus: null, category: null },
    ...{ fault: null, outcome: "unknown", retry: "after-reconcile", waitMs: 0, venue: null },
    next: { write: "reconcile", read: "wait" },
    texts: expect.objectContaining({ title: "Keine Antwort", locale: "de" }),
    ...{ developer: null, reviewed: true, wire: [], message: null, variants: [], params: {} },
    ...{ documented: false, description: null, confused: [], hasMoreConfused: false },
    ...{ evidence: [], retired: null, example: null },
  });
});
