import { expect, test } from "vitest";
import { elementsOf, fileOf, plainSite } from "./site.js";

const INDEX = `# Acme payments API errors

Errors of an API that does not exist, of another shape than HashKey's.

| Code | Error | Meaning | May I send it again? | Outcome |
| --- | --- | --- | --- | --- |
| \`card_declined\` | [CARD_REFUSED](CARD_REFUSED.md) | Die Karte wurde abgelehnt (do not honour), bitte in 2 Tagen erneut. | After a wait | Rejected |
| \`card_declined\` | [CARD_EXPIRED](CARD_EXPIRED.md) | Die Karte ist abgelaufen. | After a change | Rejected |
| \`card_declined\` | [CURRENCY_UNSUPPORTED](CURRENCY_UNSUPPORTED.md) | Die Karte unterstützt EUR nicht. | After a change | Rejected |
| \`rate_limited\` | [RATE_LIMITED](RATE_LIMITED.md) | Zu viele Anfragen. | After a wait | Rejected |
| \`api_error\` | [API_ERROR](API_ERROR.md) | Etwas ist schiefgegangen. | Not yet | Unknown |
|  | [UNRECOGNIZED](UNRECOGNIZED.md) | Unbekannter Fehler …. | Not yet | Unknown |
|  | [INVALID_RESPONSE](INVALID_RESPONSE.md) | Die Antwort war nicht lesbar. | Not yet | Unknown |
|  | [NO_RESPONSE](NO_RESPONSE.md) | Es kam keine Antwort. | Not yet | Unknown |
`;

const CODE = `# \`card_declined\`

Several errors have the code card_declined. The text of the response tells them apart.

- [Karte abgelehnt](CARD_REFUSED.md) \`CARD_REFUSED\`: Die Karte wurde abgelehnt (do not honour), bitte in 2 Tagen erneut. May I send it again? **After a wait**
- [Karte abgelaufen](CARD_EXPIRED.md) \`CARD_EXPIRED\`: Die Karte ist abgelaufen. May I send it again? **After a change**
- [Falsche Währung](CURRENCY_UNSUPPORTED.md) \`CURRENCY_UNSUPPORTED\`: Die Karte unterstützt EUR nicht. May I send it again? **After a change**
`;

const LLMS = `# Acme payments API errors

> Errors of an API that does not exist, of another shape than HashKey's.

Each page is listed in Markdown; with the ending \`.json\` it is JSON. The page of an error says what it means and whether the request may be sent again.

## Errors

- [All errors](index.md) ([JSON](index.json))
- [card_declined CARD_REFUSED](CARD_REFUSED.md): Your card was declined: \\\`{reason}\\\`. Try {days} days later
- [card_declined CARD_EXPIRED](CARD_EXPIRED.md): Your card has expired
- [card_declined CURRENCY_UNSUPPORTED](CURRENCY_UNSUPPORTED.md): Your card does not support "{currency}"
- [rate_limited RATE_LIMITED](RATE_LIMITED.md): Slow down.
- [api_error API_ERROR](API_ERROR.md): Something went wrong

## Failures without a listed code

- [UNRECOGNIZED](UNRECOGNIZED.md): Unbekannter Fehler ….
- [INVALID_RESPONSE](INVALID_RESPONSE.md): Die Antwort war nicht lesbar.
- [NO_RESPONSE](NO_RESPONSE.md): Es kam keine Antwort.

## Codes

- [card_declined](card_declined.md): CARD_REFUSED, CARD_EXPIRED, CURRENCY_UNSUPPORTED
`;

test.each([
  ["index.md", INDEX],
  ["card_declined.md", CODE],
  ["llms.txt", LLMS],
])(
  "%s lists each error with its answer or its text, and leads to its page",
  async (path, wanted) => {
    expect(fileOf(await plainSite(), path)).toBe(wanted);
  },
);

test("the list of all errors groups them by category, with what the filters read", async () => {
  const elements = elementsOf(fileOf(await plainSite(), "index.html"));
  const groups = elements.filter(({ attributes }) => attributes["data-category"] !== undefined);
  expect(groups.map(({ attributes }) => attributes["data-category"])).toEqual(["card", "traffic"]);
  const heads = elements.filter(({ attributes }) => attributes.scope === "rowgroup");
  expect(heads.map(({ text }) => text)).toEqual([
    "card (3) Cards and payments.",
    "traffic (2) Too many requests.",
    "Failures without a listed code",
  ]);
  const rows = elements.filter(({ attributes }) => attributes["data-again"] !== undefined);
  const read = rows.map(({ attributes }) => [attributes["data-outcome"], attributes["data-again"]]);
  expect(read).toEqual([
    ...[["rejected", "wait"], ...Array(2).fill(["rejected", "fix"])],
    ...[["rejected", "wait"], ...Array(4).fill(["unknown", "reconcile"])],
  ]);
  expect(rows[1]?.text).toBe("card_declinedKarte abgelaufen CARD_EXPIRED After a changeRejected");
  const [count] = elements.filter(({ attributes }) => attributes.id === "count");
  expect(count?.text).toBe("5 of 5 errors");
});
