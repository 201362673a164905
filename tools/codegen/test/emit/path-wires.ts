import type { Catalog } from "@hashkey-errors/codegen";
import fc from "fast-check";
import { runnableCatalog } from "./build-validators.js";

type WireText = Catalog["manifest"]["wire"];

const [code, text] = ["1001", "Item 'A7' not found"];
const both = { code, text };

/** A wire, a body that has all that it reads, and bodies that chance would seldom make of it. */
type WireCase = readonly [wire: WireText, body: object, ...rare: object[]];

/** A wire for each thing that a manifest can say of one. */
export const WIRES: Readonly<Record<string, WireCase>> = {
  named: [
    { code: "code", message: "text", success: [0, "0"], batch: "items" },
    { ...both, items: [both] },
    // An item may have a status and headers of its own.
    { code: "0", items: [{ code }, { status: 200, headers: {} }] },
  ],
  named_flags: [
    { code: "code", message: "text", success: [0], failed: { ok: [false, "no"] } },
    { ...both, ok: "no" },
    { code: 0, ok: "no" },
    { code: 0, ok: "yes" },
    { code: 0, ok: 0 },
  ],
  nested: [
    { error: "reply.error", code: "code", message: ["text", "detail"] },
    { reply: { error: { ...both, detail: text } } },
  ],
  alternatives: [
    { code: ["sub", "code"], message: ["text", "meta.text"], success: [0] },
    { sub: code, ...both, meta: { text } },
    // Without a code, only the first place of a text makes an error of a body.
    { meta: { text } },
    // Web frameworks have their errors' status as a number.
    { status: "404" },
    { status: 404 },
  ],
  apart: [
    { code: "code", message: "meta.text" },
    { code, meta: { text } },
  ],
  codes: [
    { code: ["sub", "code"], message: "text", success: [0] },
    { sub: code, ...both },
  ],
  deep: [
    { code: "meta.code", message: "text" },
    { meta: { code }, text },
  ],
  any_text: [
    { code: "code", message: "*_text" },
    { code, a_text: text, _text: text },
  ],
  // A character that means something in a JSON Pointer.
  pointed: [
    { code: "code~1", message: "text" },
    { "code~1": code, text },
  ],
  inner: [
    {
      error: "error",
      code: ["details[].code", "code"],
      message: ["text", "notes[]"],
      numericCodes: false,
    },
    { error: { details: [{ code }], ...both, notes: [text] } },
    // The members of an object are not the items of a list.
    { error: { details: { first: { code: "-1002" } }, ...both } },
  ],
  list: [
    { error: "errors[]", code: "meta.code", message: "text" },
    { errors: [{ meta: { code }, text }] },
    { errors: [{ text }, { meta: { code } }], status: 200, headers: {} },
  ],
  // One string is both: the code, or the text in which no code is found.
  strings: [{ error: "errors[]", code: "", message: "" }, { errors: [code] }],
  whole: [{ error: "[]", code: "code", message: "text" }, [both]],
  whole_flagged: [
    { error: "[]", code: "code", message: "text", failed: { ok: false } },
    [both],
    { ok: false },
    { ok: true },
  ],
  matching: [
    { error: "*_reply", code: "code", message: "text", success: ["0"] },
    { a_reply: both, _reply: both },
  ],
  between: [
    { error: "my_*_my", code: "code", message: "text", success: ["0"] },
    { my_a_my: both, my__my: both },
    { my_a: both },
    { a_my: both },
    // The two ends overlap.
    { my_my: both },
  ],
  pattern: [
    { code: "code", message: "text", codePattern: "(\\d+)$" },
    { code: "ns#1001", text },
    { code: -1001, text },
    // The pattern is tried on 256 characters at most.
    { code: "#1001".padStart(256, "x") },
    { code: "#1001".padStart(257, "x") },
  ],
  flagged: [
    { error: "error", code: "code", message: "text", failed: { ok: false } },
    { ok: false, error: both },
  ],
  refused: [
    { code: "code", message: "text", success: [0], failed: { "meta.ok": [false, "no"] } },
    { ...both, meta: { ok: false } },
    { code: 0, meta: { ok: true } },
    { code: "1001", status: 200, headers: {} },
  ],
  signs: [
    { code: "code", message: "text", failed: { ok: false, "meta.state": "bad" } },
    { ...both, ok: false, meta: { state: "bad" } },
    // One says that it succeeded, and the other says nothing that is known.
    { ok: true, meta: { state: 0 } },
    { ok: "yes", meta: { state: "good" }, text },
    { ok: 0 },
  ],
  numeric: [
    { code: "code", message: "text", failed: { ok: [0, 1] } },
    { ...both, ok: 0 },
    { ...both, ok: 200 },
    { ...both, ok: false },
  ],
  named_numeric: [
    { code: "code", message: "text", success: [0], failed: { ok: 0 } },
    { ...both, ok: 0 },
    { code: 0, ok: 0 },
    { code: 0, ok: 200 },
    { code: 0, ok: false },
  ],
  status: [
    { code: ["code", "@status"], message: "text", failed: { status: 400 } },
    { ...both, status: 400 },
  ],
  statuses: [
    { code: ["code", "@status"], message: "text", success: ["0"], failed: { status: 500 } },
    both,
    { code: "0" },
  ],
  else_status: [
    { code: ["code", "@status"], message: "text", success: ["0"] },
    both,
    { code: "0" },
  ],
  // Every failure has the HTTP status as its code.
  status_alone: [{ code: "@status", message: "text", failed: { status: 400 } }, { text }],
  absent: [
    { code: "code", message: "text", success: [null, 0], batch: "items" },
    { ...both, items: [both] },
    { code: null, text },
    { code: null, items: [{ code: null }, { text }, {}] },
  ],
  item_code: [
    { code: "code", message: "text", success: [0], batch: "items", batchCode: "sub" },
    { ...both, items: [{ sub: code, text }] },
    { code: 0, items: [{ sub: code }, { code }] },
    { code: 0, items: [{ code }] },
  ],
  // The body is the list.
  bare: [
    { code: "code", message: "text", batch: "[]" },
    [both],
    [{}, { code }],
    [{ text }],
    { code },
  ],
  items: [
    {
      code: "code",
      message: "text",
      success: ["0"],
      batch: "data[].items",
      batchCode: "sub",
      batchMessage: "detail",
    },
    { ...both, data: [{ items: [{ sub: code, detail: text }] }] },
    // The first list with a code is the batch.
    { code: "0", data: [{ items: "no" }, { items: [{}] }, { items: [{}, { sub: code }] }] },
    { code: "0", data: [{ items: [{ detail: text }] }] },
    // An item may have a status and headers of its own.
    { code: "0", data: [{ items: [{ sub: code }, { status: 200, headers: {} }] }] },
  ],
};

/** The wire of a name, and its bodies. */
export function wireNamed(name: string): WireCase {
  const found = WIRES[name];
  if (found === undefined) throw new Error(`no wire ${name}`);
  return found;
}

/** A catalog with a wire, whose packages can be run. */
export const catalogOf = (name: string): Catalog => runnableCatalog(name, wireNamed(name)[0]);

/** Values that may stand in the place of any value. */
const any: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>("1001", 1001, "-1002", -1002, "new", "ns#1001", "a#b#1002", 1.5, "no"),
  fc.constantFrom<unknown>("0", 0, null, "", true, false, 400, {}, []),
  fc.constantFrom<unknown>(text, "No such item", "x", { code: "x" }, [both], "c".repeat(300)),
);

/** Bodies much like another: values are others, members and items are missing, added, repeated. */
export function like(sample: unknown): fc.Arbitrary<unknown> {
  let same: fc.Arbitrary<unknown> = fc.constant(sample);
  if (Array.isArray(sample)) same = fc.array(like(sample[0]), { maxLength: 3 });
  else if (typeof sample === "object" && sample !== null) same = likeMembers(sample);
  return fc.oneof({ weight: 4, arbitrary: same }, { weight: 1, arbitrary: any });
}

function likeMembers(sample: object): fc.Arbitrary<unknown> {
  const own = Object.fromEntries(
    Object.entries(sample).map(([name, value]) => [name, like(value)]),
  );
  const others = Object.fromEntries(
    ["status", "text", "error", "other"].map((name) => [name, any]),
  );
  const some = fc.record(own, { requiredKeys: [] });
  const more = fc.record(others, { requiredKeys: [] });
  return fc.oneof(
    { weight: 3, arbitrary: fc.record(own) },
    { weight: 2, arbitrary: some },
    { weight: 1, arbitrary: fc.tuple(more, some).map((parts) => Object.assign({}, ...parts)) },
  );
}
