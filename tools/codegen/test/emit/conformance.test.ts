import { expect, test } from "vitest";
import { emitFile, tinyCatalog } from "./tiny-catalog.js";

interface Line {
  readonly id: string;
  readonly status: number | null;
  readonly body?: unknown;
  readonly text?: string;
  readonly expect: object;
}

const path = "generated/conformance.ndjson";

async function linesOf(catalog = tinyCatalog()): Promise<ReadonlyMap<string, Line>> {
  const lines = (await emitFile(path, catalog)).trimEnd().split("\n");
  return new Map(lines.map((line) => JSON.parse(line) as Line).map((line) => [line.id, line]));
}

test("an error's vectors say what its code and each of its wordings mean", async () => {
  const lines = await linesOf();
  const fields = {
    kind: "error",
    name: "ITEM_NOT_FOUND",
    code: "1001",
    outcome: "rejected",
    retry: "after-fix",
  };
  const next = { read: "fix", write: "fix" };
  expect(lines.get("ITEM_NOT_FOUND/code")).toEqual({
    id: "ITEM_NOT_FOUND/code",
    status: 404,
    body: { code: "1001", text: "Item 'A7' not found" },
    expect: { ...fields, params: { item: "A7" }, drift: false, next },
  });
  expect(lines.get("ITEM_NOT_FOUND/message, without quotation marks")).toMatchObject({
    body: { text: "Item A7 not found" },
    expect: { params: { item: "A7" }, drift: false },
  });
  expect(lines.get("ITEM_NOT_FOUND/variant 1, as documented")).toMatchObject({
    body: { text: "No such item." },
    expect: { params: null, drift: false },
  });
  expect(lines.get("ITEM_NOT_FOUND/near miss, another case")).toMatchObject({
    expect: { name: "ITEM_NOT_FOUND", params: null, drift: true },
  });
  expect(lines.get("SERVER_BUSY/alias 1, a number")).toMatchObject({
    body: { code: 1002 },
    expect: { name: "SERVER_BUSY", next: { read: "wait", write: "reconcile" } },
  });
});

test("the wire's vectors say what is a success and what is not the API's", async () => {
  const lines = await linesOf();
  expect(lines.get("wire/success 0, status 200")?.expect).toEqual({ kind: "success" });
  expect(lines.get("wire/success 0, status 500")?.expect).toMatchObject({
    kind: "invalid",
    issues: [{ keyword: "httpStatus", path: ["code"] }],
  });
  expect(lines.get("text/HTML, status 502")?.expect).toMatchObject({
    kind: "invalid",
    issues: [{ keyword: "contentMediaType", path: [] }],
    outcome: "unknown",
  });
});

test("the vectors of a wire with several places try each of them, alone and beside the others", async () => {
  const catalog = tinyCatalog();
  const wire = {
    error: "errors[]",
    code: ["meta.code", "code"],
    message: ["text", "detail"],
    codePattern: "([^#]+)$",
    failed: { ok: false },
  };
  const lines = await linesOf({ ...catalog, manifest: { ...catalog.manifest, wire } });
  const read = (id: string) => lines.get(id)?.expect;
  expect(read("place/two errors, status null")).toMatchObject({
    code: "code-1",
    errors: ["UNRECOGNIZED", "UNRECOGNIZED"],
  });
  expect(read("place/an error without a code first, status null")).toMatchObject({
    code: "code-2",
    errors: ["UNRECOGNIZED"],
  });
  expect(read("place/an error, null, status 200")).toEqual({ kind: "success" });
  expect(read("place/code 2, status null")).toMatchObject({ code: "code-1" });
  expect(read("place/code 2, beside the first, status null")).toMatchObject({ code: "code-1" });
  expect(read("place/code 2, beside null, status null")).toMatchObject({ code: "code-2" });
  expect(read("place/a code in x#code, status null")).toMatchObject({ code: "code" });
  expect(read("place/ok says succeeded, beside a code, status null")).toEqual({ kind: "success" });
  // The error itself must change, but the one beside it may have been carried out.
  expect(read("ITEM_NOT_FOUND/before another error")).toMatchObject({
    name: "ITEM_NOT_FOUND",
    errors: ["ITEM_NOT_FOUND", "UNRECOGNIZED"],
    next: { read: "fix", write: "reconcile" },
  });
  const params = { item: "A7" };
  expect(read("ITEM_NOT_FOUND/text 2")).toMatchObject({ params });
  expect(read("ITEM_NOT_FOUND/text 2, beside the first")).toMatchObject({ params });
});

test("texts differ from the documented ones in what is matched, and in what is not", async () => {
  const lines = await linesOf();
  const read = (id: string) => lines.get(`ITEM_NOT_FOUND/${id}`);
  expect(read("message, blanks around it")).toMatchObject({
    body: { text: "\ufeff Item 'A7' not found\u3000\u00a0\n" },
    expect: { params: { item: "A7" } },
  });
  expect(read("message, other quotation marks")).toMatchObject({
    body: { text: "Item \u201cA7\u201d not found" },
    expect: { params: { item: "A7" } },
  });
  expect(read("message, values of two lines")?.expect).toMatchObject({
    params: { item: "A7\nA7" },
  });
  expect(read("near miss, two full stops")?.expect).toMatchObject({ params: null, drift: true });
  const texts = [...lines.values()].flatMap(({ id, body }) =>
    /^ITEM_NOT_FOUND\/(?:message|variant|near)/.test(id) ? [(body as { text: unknown }).text] : [],
  );
  expect(new Set(texts).size).toBe(texts.length);
});

test("the order of the entries does not matter, and another entry moves no line", async () => {
  const catalog = tinyCatalog();
  const [first, ...rest] = catalog.entries;
  const reordered = { ...catalog, entries: [...rest, first] as typeof catalog.entries };
  expect(await emitFile(path, reordered)).toBe(await emitFile(path, catalog));
  const fewer = await linesOf({ ...catalog, entries: [first] as typeof catalog.entries });
  const all = await linesOf(catalog);
  const moved = [...fewer].filter(
    ([id, line]) => JSON.stringify(line) !== JSON.stringify(all.get(id)),
  );
  expect(moved).toEqual([]);
});

test("an edit changes the vectors of every entry that reads it, though their own did not change", async () => {
  const catalog = tinyCatalog();
  await linesOf(catalog);
  const [first, ...others] = catalog.entries;
  const entry = first as NonNullable<typeof first>;
  const edits: readonly (readonly [what: string, edited: typeof catalog])[] = [
    [
      "another outcome",
      { ...catalog, entries: [{ ...entry, outcome: "unknown" } as typeof entry, ...others] },
    ],
    [
      "an entry with its code",
      {
        ...catalog,
        entries: [
          ...catalog.entries,
          { ...entry, name: "TWIN", message: "Twin", params: {}, variants: [] },
        ],
      },
    ],
    ["an error outside with its code", { ...catalog, sharedCodes: [entry.code] }],
    [
      "a status that says more",
      {
        ...catalog,
        manifest: {
          ...catalog.manifest,
          wire: {
            ...catalog.manifest.wire,
            statuses: { 429: { outcome: "rejected", retry: "after-delay", sources: [] } },
          },
        },
      },
    ],
  ];
  const wrong: string[] = [];
  for (const [what, edited] of edits) {
    const remembered = await emitFile(path, edited);
    // A copy shares no object, so that nothing is known of it.
    if (remembered !== (await emitFile(path, structuredClone(edited)))) wrong.push(what);
    if (remembered === (await emitFile(path, catalog))) wrong.push(`${what}: no line changed`);
  }
  expect(wrong).toEqual([]);
});
