import type { Catalog } from "../../catalog/catalog.js";
import { isErrorEntry } from "../../catalog/catalog.js";
import { renderTemplate } from "../../catalog/template.js";
import { finalNames, namesIn, wireOf } from "../../catalog/wire.js";
import { examplesOf, toBody } from "./entry-vectors.js";
import type { Vector } from "./vector.js";

const STATUSES = [null, 200, 400, 404, 418, 429, 500, 502] as const;

/** Codes of every type that JSON has, and some that look like another. */
const CODES: readonly unknown[] = [
  "no-such-code",
  "-999999",
  -999999,
  "",
  " ",
  "-",
  0.5,
  1e300,
  null,
  true,
  [],
  {},
  "__proto__",
  "constructor",
];

/** Texts that are not JSON, or that only their first characters keep from it. */
const TEXTS: Readonly<Record<string, string>> = {
  empty: "",
  blank: " \n",
  HTML: "<html><body>502 Bad Gateway</body></html>",
  "plain text": "upstream connect error",
  NaN: "NaN",
  "two documents": "{} {}",
  "a byte order mark": "\ufeff{}",
};

/** The bodies that try how answers are told apart, whatever the errors are. */
export function* wireVectors(catalog: Catalog): Generator<Vector> {
  for (const status of STATUSES) {
    for (const [what, body] of Object.entries(plainBodies(catalog)))
      yield { id: `wire/${what}, status ${status}`, body, status };
    for (const code of CODES)
      yield {
        id: `wire/code ${JSON.stringify(code)}, status ${status}`,
        body: toBody(catalog, code, "x"),
        status,
      };
    for (const [what, text] of Object.entries(textsOf(catalog)))
      yield { id: `text/${what}, status ${status}`, text, status };
  }
  yield* batchVectors(catalog);
}

function plainBodies(catalog: Catalog): Readonly<Record<string, unknown>> {
  const { success, message, failed } = wireOf(catalog.manifest);
  const [key = ""] = finalNames(message);
  const flags = (failed?.members ?? []).map(({ path, values }) => [path[0], values[0]]);
  return {
    null: null,
    true: true,
    "a number": 0,
    "a string": "ok",
    "an empty object": {},
    "an empty array": [],
    "an array of objects": [{ id: 1 }],
    "an object": { id: "1", nested: { code: "x" } },
    "a text without a code": { [key]: "text" },
    "a text of null": { [key]: null },
    "a text that is a number": toBody(catalog, "no-such-code", 1),
    "a web framework's error": { status: 500, error: "Internal Server Error" },
    "a status of 200": { status: 200 },
    "a status that is a text": { status: "NEW" },
    ...Object.fromEntries(
      success.map((code) => [`success ${JSON.stringify(code)}`, toBody(catalog, code, "ok")]),
    ),
    ...Object.fromEntries(
      flags.map(([flag, value]) => [`${flag} says failed`, { [String(flag)]: value }]),
    ),
    ...Object.fromEntries(
      flags.map(([flag, value]) => [
        `${flag} says failed beside a success code`,
        { ...toBody(catalog, success[0] ?? "0"), [String(flag)]: value },
      ]),
    ),
    ...Object.fromEntries(
      flags.map(([flag]) => [`${flag} of another type`, { [String(flag)]: {} }]),
    ),
  };
}

function textsOf(catalog: Catalog): Readonly<Record<string, string>> {
  const whole = JSON.stringify(toBody(catalog, "no-such-code", "x"));
  return { ...TEXTS, "an error": whole, "an error that was cut off": whole.slice(0, -2) };
}

function* batchVectors(catalog: Catalog): Generator<Vector> {
  const { batch: place, success } = wireOf(catalog.manifest);
  if (place === undefined) return;
  const [batch = ""] = namesIn(place.path);
  const done = toBody(catalog, success[0] ?? "0");
  const failed = catalog.entries
    .filter(isErrorEntry)
    .slice(0, 3)
    .map((entry) => toBody(catalog, entry.code, renderTemplate(entry.message, examplesOf(entry))));
  const lists: Readonly<Record<string, readonly unknown[]>> = {
    empty: [],
    "without a code": [{ id: 1 }, { id: 2 }],
    "all done": [done, done],
    "some failed": [done, ...failed],
    "all failed": failed,
    "an unknown code": [done, toBody(catalog, "no-such-code", "x")],
    "items that are not the API's": [
      done,
      null,
      1,
      "x",
      [],
      toBody(catalog, null),
      toBody(catalog, ""),
    ],
    "a batch in a batch": [{ ...done, [batch]: [failed[0]] }],
  };
  for (const [what, items] of Object.entries(lists)) {
    yield { id: `batch/${what}`, body: { ...done, [batch]: items }, status: 200 };
    yield { id: `batch/${what}, without a code`, body: { [batch]: items }, status: 200 };
    yield { id: `batch/${what}, status 400`, body: { ...done, [batch]: items }, status: 400 };
  }
  yield { id: "batch/not a list", body: { ...done, [batch]: { 0: failed[0] } }, status: 200 };
}
