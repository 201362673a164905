import { expect, test } from "vitest";
import { BUSY, emitFile, NOT_FOUND, tinyCatalog } from "./tiny-catalog.js";

interface Line {
  readonly id: string;
  readonly status: number | null;
  readonly body?: unknown;
  readonly text?: string;
  readonly expect: object;
}

/** The judgment on an error of a request that was carried out all the same. */
const APPLIED = { outcome: "applied", retry: "never" } as const;

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
  expect(lines.get("text/a byte order mark at the end, status 200")?.expect).toMatchObject({
    kind: "invalid",
  });
  const outOfRange = 2 ** 53;
  expect(lines.get(`wire/code ${outOfRange}, status 200`)?.expect).toMatchObject({
    kind: "invalid",
  });
  expect(lines.get(`wire/code ${outOfRange - 1}, status 200`)?.expect).toMatchObject({
    kind: "error",
    code: "9007199254740991",
  });
  expect(lines.get("text/HTML, status 500")?.expect).toMatchObject({
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
    errors: ["UNRECOGNIZED", "UNRECOGNIZED"],
  });
  expect(read("place/an error, null, status 200")).toEqual({ kind: "success" });
  expect(read("place/code 2, status null")).toMatchObject({ code: "code-1" });
  expect(read("place/code 2, beside the first, status null")).toMatchObject({ code: "code-1" });
  expect(read("place/code 2, beside null, status null")).toMatchObject({ code: "code-2" });
  expect(read("place/a code in x#*, status null")).toMatchObject({ name: "ITEM_NOT_FOUND" });
  expect(read("place/a code in 256 characters, status null")).toMatchObject({ code: "1001" });
  expect(read("place/a code in 257 characters, status null")).toMatchObject({
    name: "UNRECOGNIZED",
  });
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

test("two errors of a list are tried for each two judgments of the catalog's errors", async () => {
  const catalog = tinyCatalog({
    entries: [NOT_FOUND, BUSY, { ...BUSY, name: "LATE", code: "7", aliases: [], ...APPLIED }],
  });
  const wire = { error: "errors[]", code: "code", message: "text" };
  const lines = await linesOf({ ...catalog, manifest: { ...catalog.manifest, wire } });
  const next = (id: string) => lines.get(`place/two errors, ${id}, status null`)?.expect;
  expect(next("rejected after-fix and unknown after-reconcile")).toMatchObject({
    errors: ["ITEM_NOT_FOUND", "SERVER_BUSY"],
    next: { read: "fix", write: "reconcile" },
  });
  // A part was carried out: to send the request again would repeat it.
  expect(next("rejected after-fix and applied never")).toMatchObject({
    next: { read: "fix", write: "reconcile" },
  });
});

test("of two members that may be the error, the first with a code is the only one", async () => {
  const catalog = tinyCatalog();
  const wire = { error: "*_reply", code: "code", message: "text" };
  const statuses = { 409: { outcome: "rejected", retry: "never", sources: [] } } as const;
  const manifest = { ...catalog.manifest, wire: { ...wire, statuses } };
  const lines = await linesOf({ ...catalog, manifest });
  expect(lines.get("place/two errors, status 409")).toMatchObject({
    body: { x_reply: { code: "code-1" }, y_reply: { code: "code-2" } },
    expect: { code: "code-1", next: { read: "give-up", write: "give-up" } },
  });
  expect(lines.get("place/an error without a code first, status null")).toMatchObject({
    expect: { code: "code-2" },
  });
});

test("bodies are read under each status that says something, and on both sides of a limit", async () => {
  const catalog = tinyCatalog();
  const wire = {
    ...{ code: "code", message: "text", failed: { status: 500 } },
    statuses: { 503: { outcome: "rejected", retry: "after-delay", sources: [] } },
  } as const;
  const lines = await linesOf({ ...catalog, manifest: { ...catalog.manifest, wire } });
  const kind = (status: number) => lines.get(`wire/an object, status ${status}`)?.expect;
  expect([399, 400, 499, 500].map(kind)).toMatchObject([
    { kind: "success" },
    { kind: "invalid", outcome: "unknown" },
    { kind: "invalid", outcome: "unknown" },
    { kind: "invalid", outcome: "unknown" },
  ]);
  expect(kind(503)).toMatchObject({ outcome: "rejected", next: { write: "wait" } });
  // A known error keeps its judgment.
  expect(lines.get("SERVER_BUSY/status 503")?.expect).toMatchObject({ outcome: "unknown" });
});

test("a code that is an HTTP status comes under that status alone", async () => {
  const catalog = tinyCatalog({ entries: [{ ...NOT_FOUND, code: "404" }, BUSY] });
  const wire = { code: "@status", message: "text", failed: { status: 400 } };
  const lines = await linesOf({ ...catalog, manifest: { ...catalog.manifest, wire } });
  expect(lines.get("ITEM_NOT_FOUND/code")).toMatchObject({
    status: 404,
    body: { text: "Item 'A7' not found" },
    expect: { name: "ITEM_NOT_FOUND", params: { item: "A7" } },
  });
  expect(lines.get("SERVER_BUSY/code")?.status).toBe(null);
  expect(lines.has("ITEM_NOT_FOUND/status 200")).toBe(false);
});

test("something else on the way to a code, a text, a flag or a batch does not mislead", async () => {
  const catalog = tinyCatalog();
  const wire = {
    ...{ code: ["details[].code", "code"], message: ["meta.text", "text"], success: [0] },
    ...{ failed: { "state.ok": false }, batch: "data.items" },
  };
  const lines = await linesOf({ ...catalog, manifest: { ...catalog.manifest, wire } });
  const line = (id: string) => lines.get(`place/${id}, status null`);
  expect(line("code 1, an object at step 1")).toMatchObject({
    body: { details: { x: { code: "code-2" } } },
    expect: { kind: "invalid" },
  });
  expect(line("code 1, a string at step 2")?.body).toMatchObject({ details: ["x"] });
  expect(line("text 1, a list at step 1")).toMatchObject({
    body: { meta: [{ text: "code-2" }] },
    expect: { kind: "error", code: "code-1" },
  });
  expect(line("flag 1, null at step 1")?.body).toMatchObject({ state: null });
  expect(line("batch, a string at step 1")).toMatchObject({
    body: { data: "x" },
    expect: { kind: "success" },
  });
});

test("items of a batch that failed without a code are tried too", async () => {
  const catalog = tinyCatalog();
  const wire = {
    ...{ code: "code", message: "text", success: [0] },
    ...{ failed: { ok: false }, batch: "items" },
  };
  const lines = await linesOf({ ...catalog, manifest: { ...catalog.manifest, wire } });
  const kinds = ["success", "invalid", "invalid", "invalid", "invalid"];
  expect(lines.get("batch/items that failed without a code")?.expect).toMatchObject({
    items: kinds.map((kind) => ({ kind })),
  });
});

test("texts differ from the documented ones in what is matched, and in what is not", async () => {
  const lines = await linesOf();
  const read = (id: string) => lines.get(`ITEM_NOT_FOUND/${id}`);
  expect(read("message, blanks around it")).toMatchObject({
    body: { text: "\ufeff Item 'A7' not found\u3000\u00a0\n" },
    expect: { params: { item: "A7" } },
  });
  const marks = ['" "', "` `", "\u201c \u201d", "\u2018 \u2019", "\u300c \u300d", "\u00ab \u00bb"];
  for (const each of marks)
    expect(read(`message, in ${each}`)).toMatchObject({
      body: { text: `Item ${each.replace(" ", "A7")} not found` },
      expect: { params: { item: "A7" } },
    });
  expect(read("near miss, a next line after")?.expect).toMatchObject({ drift: true });
  expect(read("message, values of two lines")?.expect).toMatchObject({
    params: { item: "A7\nA7" },
  });
  expect(read("message, values with what follows them")).toMatchObject({
    body: { text: "Item 'A7 not foundA7' not found" },
    expect: { params: { item: "A7 not foundA7" } },
  });
  expect(read("near miss, two full stops")?.expect).toMatchObject({ params: null, drift: true });
  const texts = [...lines.values()].flatMap(({ id, body }) =>
    /^ITEM_NOT_FOUND\/(?:message|variant|near)/.test(id) ? [(body as { text: unknown }).text] : [],
  );
  expect(new Set(texts).size).toBe(texts.length);
});

test("the marks of a template may be of another kind than the plain one", async () => {
  const message = 'Item "{item}" not found';
  const lines = await linesOf(tinyCatalog({ entries: [{ ...NOT_FOUND, message }] }));
  for (const what of ["without quotation marks", "in ' '", "in \u00ab \u00bb"])
    expect(lines.get(`ITEM_NOT_FOUND/message, ${what}`)?.expect).toMatchObject({
      params: { item: "A7" },
    });
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
