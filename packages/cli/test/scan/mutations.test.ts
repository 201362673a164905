import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { run } from "../run.js";
import { type ScanReport, writeCaptures } from "./capture.js";

/** `pnpm test:properties` has more. */
const MUTATIONS = Number(process.env.MUTATIONS ?? 1_000);
const SEED = Number(process.env.MUTATION_SEED ?? 16);

const TIMEOUT = '{"code":"-1007","msg":"Timeout waiting for response from server"}';
const BATCH = '{"code":0,"result":[{"code":"0000"},{"code":"0207","msg":"Invalid price"}]}';
const RECORD = `{"time":"2026-11-26T09:12:01Z","req":{"method":"POST","url":"/api/v1/order?a=1"},"res":{"statusCode":400,"body":${TIMEOUT}}}`;

const LINES = [
  TIMEOUT,
  BATCH,
  RECORD,
  `{"level":50,"err":{"type":"AxiosError","response":{"status":400,"data":${TIMEOUT}}}}`,
  `{"log":${JSON.stringify(RECORD)},"time":1795691641000}`,
  `2026-11-26 09:12:01,123 ERROR status=400 failed: ${TIMEOUT} after 3 attempts`,
  `ERROR {'code': '-1007', 'msg': 'Timeout waiting for response from server'}`,
  `INFO body=${JSON.stringify(BATCH)}`,
  `[${RECORD},${RECORD}]`,
  `{"data":{"result":[{"values":[["1795691521000000000",${JSON.stringify(RECORD)}]]}]}}`,
  `{"results":[[{"field":"@message","value":${JSON.stringify(TIMEOUT)}}]],"hits":[{"_source":${RECORD}}]}`,
];

const ENTRY = `{"startedDateTime":"2026-11-26T09:12:01Z","request":{"method":"POST","url":"https://a/b"},"response":{"status":400,"content":{"mimeType":"application/json","text":${JSON.stringify(TIMEOUT)}}}}`;

const DOCUMENTS = [
  `{"log":{"version":"1.2","creator":{},"entries":[${ENTRY},${ENTRY}]}}`,
  `[${RECORD},\n${RECORD}]`,
  JSON.stringify(JSON.parse(RECORD), undefined, 2),
  `{"events":[\n${RECORD},\n{"timestamp":1795691521000,"message":${JSON.stringify(RECORD)}}]}`,
];

/**
 * Parts that break readers: brackets, quotes, escapes, names of prototypes, numbers, control codes.
 */
const PIECES = [
  ...[
    "{",
    "}",
    "[",
    "]",
    '"',
    "'",
    "\\",
    "\\u0000",
    "\\ud800",
    "\ud800",
    "\u0000",
    "\u001b[2J",
    "\r",
  ],
  ...[
    '"__proto__":',
    '"constructor":',
    '"toString":',
    "null",
    "-0",
    "1e999",
    "9".repeat(40),
    "[{".repeat(200),
  ],
  ...[
    '"response":',
    '"body":',
    '"log":',
    '"code":',
    "HTTP/1.1 502",
    "status: ".repeat(50),
    " ".repeat(500),
    "Ａ€😀",
  ],
];

/** Returns a generator of the same numbers for the same seed (mulberry32). */
function randomFrom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below);
  };
}

/** Cuts, repeats, moves and replaces parts of a text. */
function mutate(text: string, random: (below: number) => number): string {
  let mutated = text;
  for (let edits = 1 + random(4); edits > 0; edits--) {
    const from = random(mutated.length + 1);
    const to = Math.min(mutated.length, from + random(12));
    const piece = PIECES[random(PIECES.length)] ?? "";
    const part = mutated.slice(from, to);
    const put = [piece, "", part + part, part + piece, String.fromCharCode(random(0x3000))];
    mutated = mutated.slice(0, from) + put[random(put.length)] + mutated.slice(to);
    if (random(20) === 0) mutated = mutated.slice(0, from);
  }
  return mutated;
}

test(`${MUTATIONS} mutated lines make scan neither fail nor lose another line`, () => {
  const random = randomFrom(SEED);
  const lines = Array.from({ length: MUTATIONS }, (_, index) => {
    // Whatever stands before and after it, this line is read.
    if (index % 10 === 0) return `{"kept":1,"res":{"body":{"code":"0211"}}}`;
    return mutate(LINES[random(LINES.length)] ?? "", random).replaceAll("\n", " ");
  });
  const cwd = writeCaptures({ "mutated.log": lines.join("\n") });
  const { status, output, errors } = run(["scan", "mutated.log", "--json"], { cwd });
  expect([status, errors], `MUTATION_SEED=${SEED}`).toEqual([0, ""]);
  const report = JSON.parse(output) as ScanReport;
  const kept = report.errors.find(({ name }) => name === "ORDER_NOT_FOUND");
  expect(kept?.count).toBeGreaterThanOrEqual(MUTATIONS / 10);
  // Most mutations leave an error in place; a scan that finds nothing would pass all else.
  expect(report.read.responses).toBeGreaterThan(MUTATIONS / 2);
});

test(`${MUTATIONS / 20} mutated documents make scan fail with a message of their own`, () => {
  const random = randomFrom(SEED);
  const cwd = writeCaptures({});
  mkdirSync(join(cwd, "docs"));
  for (let index = 0; index < MUTATIONS / 20; index++) {
    const document = mutate(DOCUMENTS[index % DOCUMENTS.length] ?? "", random);
    writeFileSync(join(cwd, "docs", `${index}.json`), document);
  }
  const { status, output, errors } = run(["scan", "docs/*.json", "--json"], { cwd });
  expect(status, `MUTATION_SEED=${SEED}`).toBe(2);
  const { read } = JSON.parse(output) as ScanReport;
  expect(read.responses).toBeGreaterThan(MUTATIONS / 60);
  const expected =
    /^docs\/\d+\.json: (is empty|no response was found|ends in the middle|is compressed)/;
  expect(
    errors
      .trimEnd()
      .split("\n")
      .filter((line) => !expected.test(line)),
  ).toEqual([]);
});

/** Returns a value with another one in the place of each of its members, one at a time. */
function replaceEach(value: unknown, other: unknown): readonly unknown[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, member]) =>
    [other, ...replaceEach(member, other)].map((put) =>
      Object.assign(Array.isArray(value) ? [...value] : { ...value }, { [name]: put }),
    ),
  );
}

test("scan reads records that have an object in the place of a text or a number", () => {
  const entries = [
    ENTRY,
    ENTRY.replace("400", "200"),
    ENTRY.replace(/"text":.*\}\}\}$/, '"size":1}}}').replace("400", "200"),
    ENTRY.replace(/"text":.*\}\}\}$/, '"size":0},"_error":"x"}}').replace("400", "0"),
  ];
  const records = [...entries, ...LINES.filter((line) => line.startsWith("{"))]
    .map((line) => JSON.parse(line) as unknown)
    .flatMap((record) => replaceEach(record, { toString: 1, valueOf: 1 }));
  const lines = records.map((each) => JSON.stringify(each)).join("\n");
  const cwd = writeCaptures({ "all.ndjson": lines });
  const { status, errors } = run(["scan", "all.ndjson", "--json"], { cwd });
  expect([status, errors]).toEqual([0, ""]);
});
