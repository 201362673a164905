import type { ErrorEntry } from "../../catalog/catalog.js";
import { examplesOf } from "../../catalog/entry.js";
import { renderTemplate } from "../../catalog/template.js";
import type { Wire } from "../../catalog/wire.js";
import { writeAt, writeBody, writeItem } from "../../catalog/wire-body.js";
import { toSteps } from "../../catalog/wire-path.js";
import { placeBodies } from "./place-bodies.js";
import type { Vector } from "./vector.js";

/** Codes of every type that JSON has, and some that look like another. */
const CODES: readonly unknown[] = [
  "no-such-code",
  "-999999",
  -999999,
  "",
  " ",
  "-",
  0.5,
  2 ** 53 - 1,
  2 ** 53,
  -(2 ** 53),
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
  "a byte order mark at the end": "{}\ufeff",
};

/**
 * Yields the bodies that test how answers are told apart. A batch has the given errors as items.
 */
export function* wireVectors(wire: Wire, errors: readonly ErrorEntry[]): Generator<Vector> {
  const bodies = Object.entries(plainBodies(wire));
  const texts = Object.entries(textsOf(wire));
  const places = Object.entries(placeBodies(wire, errors));
  for (const status of statusesOf(wire)) {
    for (const [what, body] of bodies) yield { id: `wire/${what}, status ${status}`, body, status };
    for (const code of CODES)
      yield {
        id: `wire/code ${JSON.stringify(code)}, status ${status}`,
        body: writeBody(wire, { code, text: "x" }),
        status,
      };
    for (const [what, text] of texts) yield { id: `text/${what}, status ${status}`, text, status };
    for (const [what, body] of places)
      yield { id: `place/${what}, status ${status}`, body, status };
  }
  yield* batchVectors(wire, errors);
}

/** The statuses under which each body is read: those that say something, and both sides of a limit. */
function statusesOf({ failed, statuses }: Wire): readonly (number | null)[] {
  const limit = failed?.status ?? 400;
  const meant = Object.keys(statuses).map(Number);
  return [...new Set([null, 200, 399, 400, 404, limit - 1, limit, 500, ...meant])];
}

function plainBodies(wire: Wire): Readonly<Record<string, unknown>> {
  const { success } = wire;
  const toBody = (code: unknown, text?: unknown) => writeBody(wire, { code, text });
  return {
    null: null,
    true: true,
    "a number": 0,
    "a string": "ok",
    "an empty object": {},
    "an empty array": [],
    "an array of objects": [{ id: 1 }],
    "an object": { id: "1", nested: { code: "x" } },
    "a text without a code": writeBody(wire, { text: "text" }),
    "a text of null": writeBody(wire, { text: null }),
    "a text that is a number": toBody("no-such-code", 1),
    "a web framework's error": { status: 500, error: "Internal Server Error" },
    "a status of 200": { status: 200 },
    "a status that is a text": { status: "NEW" },
    ...Object.fromEntries(
      success.map((code) => [`success ${JSON.stringify(code)}`, toBody(code, "ok")]),
    ),
    ...Object.fromEntries(
      flagsOf(wire).flatMap(({ name, value, withFlag }) => [
        [`${name} says failed`, withFlag({}, value)],
        [`${name} says failed beside a success code`, withFlag(toBody(success[0] ?? "0"), value)],
        [`${name} of another type`, withFlag({}, {})],
      ]),
    ),
  };
}

/** The members that say whether a request failed, each with a value that says so. */
function flagsOf({ failed }: Wire) {
  return (failed?.members ?? []).map(({ path, values }) => {
    const withFlag = (body: unknown, value: unknown) => writeAt(body, toSteps(path), value);
    return { name: path.join("."), value: values[0], withFlag };
  });
}

function textsOf(wire: Wire): Readonly<Record<string, string>> {
  const whole = JSON.stringify(writeBody(wire, { code: "no-such-code", text: "x" }));
  return { ...TEXTS, "an error": whole, "an error that was cut off": whole.slice(0, -2) };
}

function* batchVectors(wire: Wire, errors: readonly ErrorEntry[]): Generator<Vector> {
  const { batch, success } = wire;
  if (batch === undefined) return;
  const toItem = (code: unknown, text?: unknown) => writeItem(batch, { code, text });
  const done = toItem(success[0] ?? "0");
  const failed = errors.map((error) =>
    toItem(error.code, renderTemplate(error.message, examplesOf(error.params))),
  );
  const lists: Readonly<Record<string, readonly unknown[]>> = {
    empty: [],
    "without a code": [{ id: 1 }, "x", null],
    "all done": [done, done],
    "some failed": [done, ...failed],
    "all failed": failed,
    "a code of null": [toItem(null)],
    "an unknown code": [done, toItem("no-such-code", "x")],
    "items that are not the API's": [done, null, 1, "x", [], toItem(null), toItem("")],
    "items that failed without a code": [
      done,
      writeItem(batch, { text: "x" }),
      { status: 500 },
      ...flagsOf(wire).flatMap(({ value, withFlag }) => [withFlag({}, value), withFlag({}, {})]),
    ],
    "a batch in a batch": [writeAt(done, batch.path, [failed[0]])],
  };
  const body = success.length > 0 ? writeBody(wire, { code: success[0] }) : {};
  for (const [what, items] of Object.entries(lists)) {
    const coded = writeAt(body, batch.path, items);
    const bare = writeAt({}, batch.path, items);
    yield { id: `batch/${what}`, body: coded, status: 200 };
    yield { id: `batch/${what}, without a code`, body: bare, status: 200 };
    yield { id: `batch/${what}, status 400`, body: coded, status: 400 };
  }
  yield {
    id: "batch/not a list",
    body: writeAt(body, batch.path, { 0: failed[0] }),
    status: 200,
  };
}
