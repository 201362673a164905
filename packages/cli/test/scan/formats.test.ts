import { symlinkSync } from "node:fs";
import { join } from "node:path";
import * as zlib from "node:zlib";
import { expect, test } from "vitest";
import { run } from "../run.js";
import { type ScanReport, scanCapture, writeCaptures } from "./capture.js";

const TIMEOUT = { code: "-1007", msg: "Timeout waiting for response from server" };
const TEXT = JSON.stringify(TIMEOUT);
const HTTP = { status: 400, headers: { "x-key": "secret" } };

/** A HAR as browsers write it, with one failed order. */
const har = (content: object) => ({
  log: {
    version: "1.2",
    creator: { name: "WebInspector", version: "537.36" },
    pages: [{ startedDateTime: "2026-11-26T09:00:00.000Z", id: "page_1", title: "x" }],
    entries: [
      {
        startedDateTime: "2026-11-26T09:12:01.000Z",
        request: { method: "POST", url: "https://api.example.com/api/v1/spot/order?signature=x" },
        response: { status: 400, content: { mimeType: "application/json", ...content } },
      },
    ],
  },
});

const base64 = (text: string) => Buffer.from(text).toString("base64");
const lines = (...records: readonly object[]) =>
  records.map((record) => `${JSON.stringify(record)}\n`).join("");

/** Captures with one timeout of the exchange in each. */
const CAPTURES: Readonly<Record<string, string | Uint8Array>> = {
  "a bare body": lines(TIMEOUT),
  "a bare body over several lines": JSON.stringify(TIMEOUT, undefined, 2),
  "a body with the level of a log": lines({ level: "error", ...TIMEOUT }),
  "data on its own": lines({ data: TIMEOUT }),
  "response.body": lines({ response: { ...HTTP, body: TIMEOUT } }),
  "response.body as text": lines({ response: { ...HTTP, body: TEXT } }),
  "res.data": lines({ res: { statusCode: 400, data: TIMEOUT } }),
  "res as the body": lines({ req: { method: "POST" }, res: TIMEOUT }),
  "the text of a body in an object": lines({ response: { status: 400, body: { text: TEXT } } }),
  "the fields of Elastic": lines({
    http: { response: { status_code: 400, body: { content: TEXT } } },
  }),
  "the fields of Elastic, with dots in their names": lines({
    "http.response.status_code": 400,
    "http.response.body.content": TEXT,
  }),
  "the attributes of OpenTelemetry": lines({
    attributes: { "http.response.status_code": 400, "http.response.body": TEXT },
  }),
  "res as a body with empty data": lines({ status: 200, res: { ...TIMEOUT, data: {} } }),
  "res as a body with data that is null": lines({ status: 200, res: { ...TIMEOUT, data: null } }),
  "responseBody as text": lines({ httpStatus: 400, responseBody: TEXT }),
  "the response of axios' exception": lines({
    level: 50,
    err: { type: "AxiosError", response: { ...HTTP, data: TIMEOUT } },
  }),
  "ccxt's message in an exception": lines({ level: 50, err: { message: `hashkey ${TEXT}` } }),
  "ccxt's message beside empty data": lines({
    err: { message: `hashkey ${TEXT}`, data: {} },
  }),
  "ccxt's message beside an empty response": lines({
    response: {},
    err: { message: `hashkey ${TEXT}` },
  }),
  "ccxt's message beside the body of the request": lines({
    status: 400,
    data: { symbol: "BTCUSD" },
    err: { message: `hashkey ${TEXT}` },
  }),
  "the exception of the generated packages": lines({
    level: 50,
    err: { type: "HashKeyApiError", failure: { name: "SERVER_TIMEOUT", ...TIMEOUT } },
  }),
  "JSON in the message of a record": lines({ level: 50, msg: `order failed: ${TEXT}` }),
  "a cloud's record": lines({ jsonPayload: { res: { statusCode: 400, body: TIMEOUT } } }),
  "a container's record around a line of a log": lines({
    log: `${JSON.stringify({ level: 50, res: { body: TIMEOUT } })}\n`,
    stream: "stdout",
  }),
  "a line of a log": `2026-11-26 09:12:01,123 ERROR order failed: ${TEXT} (attempt 1)\n`,
  "a line of a log with a request before the response": `sent {"symbol":"X","code":0} got ${TEXT}\n`,
  "JSON in a string in a line of a log": `ERROR body=${JSON.stringify(TEXT)}\n`,
  "what Python prints": `ERROR {'code': '-1007', 'msg': '${TIMEOUT.msg}'}\n`,
  "what Python prints of a dictionary": `{'code': '-1007', 'msg': '${TIMEOUT.msg}'}\n`,
  "what Python prints of a batch":
    "ERROR {'code': 0, 'ok': True, 'result': [{'code': '0000', 'price': Decimal('1.5')}, {'code': -1007, 'msg': \"Server didn't answer\"}]}\n",
  "what Python prints of a batch, cut off":
    "ERROR {'code': 0, 'result': [{'code': '0000', 'id': 1}, {'code': '-1007', 'msg': 'Tim",
  "what Ruby prints of a hash": `ERROR {"code"=>"-1007", "msg"=>"${TIMEOUT.msg}"}\n`,
  "what Ruby prints of a hash with symbols": `ERROR {:code => "-1007", :msg => "${TIMEOUT.msg}"}\n`,
  "what Python prints of an object": `ERROR ApiError(code='-1007', msg='${TIMEOUT.msg}')\n`,
  "what Java prints of a record": `ERROR order failed: ErrorBody[code=-1007, msg=${TIMEOUT.msg}]\n`,
  "what Kotlin prints of an object": `ERROR ErrorBody(status=400, code=-1007, msg=${TIMEOUT.msg})\n`,
  "what Rust prints of a value": `ERROR Object {"code": String("-1007"), "msg": String("${TIMEOUT.msg}")}\n`,
  "a line with colors in journald": lines({
    MESSAGE: [...Buffer.from(`\u001b[31mERROR\u001b[0m order failed: ${TEXT}`)],
  }),
  "a batch that was cut off": `ERROR {"code":0,"result":[{"code":"0000","id":1},${TEXT.slice(0, -9)}\n`,
  "a field of CSV": `2026-11-26T09:12:01Z,POST,/order,"${TEXT.replaceAll('"', '""')}"\n`,
  "a body with the escapes of nginx": `10.0.0.1 "POST /order HTTP/1.1" 400 68 "${TEXT.replaceAll('"', "\\x22")}"\n`,
  "an array of records": JSON.stringify([{ response: { body: TIMEOUT } }]),
  "an array of records over several lines": JSON.stringify(
    [{ response: { body: { orderId: "1" } } }, { response: { body: TIMEOUT } }],
    undefined,
    2,
  ),
  "records over several lines, one after the other": [{ a: 1 }, { res: { body: TIMEOUT } }]
    .map((record) => JSON.stringify(record, undefined, 2))
    .join("\n"),
  "an array on each line": `${JSON.stringify([{ response: { body: TIMEOUT } }])}\n`,
  "an array of texts": JSON.stringify(["sent", TEXT]),
  "a HAR": JSON.stringify(har({ text: TEXT })),
  "a HAR over several lines": JSON.stringify(har({ text: TEXT }), undefined, 2),
  "a HAR with base64": JSON.stringify(har({ text: base64(TEXT), encoding: "base64" })),
  "an entry of a HAR on each line": lines(...har({ text: TEXT }).log.entries),
  gzip: zlib.gzipSync(lines({ res: { body: TIMEOUT } })),
  "gzip in parts": Buffer.concat([
    zlib.gzipSync("noise\n"),
    zlib.gzipSync(lines({ res: { body: TIMEOUT } })),
  ]),
  "a byte order mark": `\ufeff${lines({ res: { body: TIMEOUT } })}`,
  "UTF-16 as PowerShell writes it": Buffer.from(
    `\ufeff${lines({ res: { body: TIMEOUT } })}`,
    "utf16le",
  ),
  "big-endian UTF-16": Buffer.from(
    `\ufeff${lines({ res: { body: TIMEOUT } })}`,
    "utf16le",
  ).swap16(),
  "the last lines of UTF-16, as tail cuts them": Buffer.from(
    `\n${lines({ res: { body: TIMEOUT } })}`,
    "utf16le",
  ).subarray(1),
  "UTF-16 without a byte order mark": Buffer.from(lines({ res: { body: TIMEOUT } }), "utf16le"),
  "line breaks of Windows": `${TEXT}\r\n\r\n`,
  "a first line that was cut off": `"orderId":"1"}\n${lines({ res: { body: TIMEOUT } })}`,
  "a first record that was cut off": `{"res":{"body":\n${lines({ res: { body: TIMEOUT } })}`,
};

test.each(Object.entries(CAPTURES))("scan finds the error in %s", (_name, content) => {
  const { status, report } = scanCapture(content);
  expect(report.errors.map(({ name, count }) => [name, count])).toEqual([["SERVER_TIMEOUT", 1]]);
  expect(report.problems).toEqual([]);
  expect(status).toBe(0);
});

test("scan reads the text beside a code that Ruby, Rust and Python print", () => {
  const printed = Object.entries(CAPTURES).filter(([name]) => /Ruby|Rust|object|Java/.test(name));
  expect(printed.flatMap(([, content]) => scanCapture(content).report.drift)).toEqual([]);
});

test("scan reads objects that a log prints over several lines, unless one line has the answer", () => {
  const data = `{\n      code: '-1007',\n      msg: '${TIMEOUT.msg}'\n    }`;
  const { report } = scanCapture(
    [
      `2026-11-26 09:12:01 INFO placed {"code":0}`,
      `2026-11-26 09:12:02 ERROR order failed ${JSON.stringify(TIMEOUT, undefined, 2)}`,
      `AxiosError: Request failed with status code 400\n    at x (y.js:1:2) {\n  code: 'ERR_BAD_REQUEST',\n  response: {\n    status: 400,\n    data: ${data}\n  }\n}`,
      `results [\n  ${TEXT},\n  {"code":"0211","msg":"Order not found"}\n]`,
      "2026-11-26 09:12:03 INFO options {\n  code: 'SAVE10',\n  country: 'HK'\n}",
      `cut off {\n  "msg": "x",\n0211\n`,
      `{"level":30,"msg":"x"}`,
      `last {\n  "code": "-1007",\n\n  "msg": "${TIMEOUT.msg}"\n}`,
    ].join("\n"),
  );
  const { count, requests } = report.mayHaveBeenExecuted;
  expect(requests.map(({ place, time }) => [place.line, time])).toEqual([
    [2, "2026-11-26T09:12:02Z"],
    [6, "2026-11-26T09:12:02Z"],
    [18, "2026-11-26T09:12:02Z"],
    [30, null],
  ]);
  expect(count).toBe(4);
  expect(report.errors.map(({ name, count: each }) => [name, each])).toEqual([
    ["SERVER_TIMEOUT", 4],
    ["ORDER_NOT_FOUND", 1],
  ]);
  expect(report.drift).toEqual([]);
});

test("scan reads a text that is printed without quotation marks, with those in it and its commas", () => {
  const { report } = scanCapture(
    [
      "ERROR &{Code:0001 Msg:Required field 'side' missing or invalid}",
      `ERROR {code=-1007, msg=${TIMEOUT.msg}, path=/order}`,
      "ERROR {code=-99999, msg=Too many orders, slow down}",
    ].join("\n"),
  );
  expect(report.errors[0]?.name).toBe("REQUIRED_FIELD_INVALID");
  expect(report.drift).toEqual([]);
  expect(report.unknown).toMatchObject([{ texts: [{ text: "Too many orders, slow down" }] }]);
});

test("scan reads standard input, several files and patterns", () => {
  const cwd = writeCaptures({ "a.log": `${TEXT}\n`, "b.log": `x ${TEXT}\n`, "c.txt": `${TEXT}\n` });
  const countOf = (args: readonly string[], input = "") => {
    const { output } = run(["scan", "--json", ...args], { cwd, input });
    return (JSON.parse(output) as ScanReport).read.responses;
  };
  expect(countOf(["-"], `${TEXT}\n`)).toBe(1);
  expect(countOf(["a.log", "c.txt"])).toBe(2);
  expect(countOf(["*.log"])).toBe(2);
  expect(countOf(["{a,c}.*", "**/b.lo[g]"])).toBe(3);
});

test("scan reads zstd where Node has it, and says what to do where it does not", () => {
  const { zstdCompressSync } = zlib as { readonly zstdCompressSync?: (text: string) => Buffer };
  const compressed = zstdCompressSync?.(`${TEXT}\n`) ?? Buffer.from("28b52ffd0400", "hex");
  const { status, report } = scanCapture(compressed);
  const message =
    "is compressed with zstd, which Node reads from 22.15 on: use zstd -dc and a pipe";
  if (zstdCompressSync === undefined)
    expect([status, report.problems]).toEqual([2, [{ file: "capture", message }]]);
  else expect([status, report.errors[0]?.name]).toEqual([0, "SERVER_TIMEOUT"]);
});

/** Records in which the body stands where nobody would look. */
const HIDDEN = lines(
  { call: { answer: TIMEOUT, code: 400 } },
  { call: { answer: { orderId: 1 } } },
);

test("scan takes the body from where --body says", () => {
  const { report } = scanCapture(HIDDEN, "--body", "call.answer");
  expect(report.read).toMatchObject({ responses: 2, successes: 1 });
  expect(scanCapture(lines({ orderId: 1 }), "--body", ".").report.read.successes).toBe(1);
  expect(scanCapture(`x {"orderId":1}\n`, "--body", ".").report.read.successes).toBe(1);
});

/** Captures without an answer, and what is said of them. */
const UNUSABLE: Readonly<Record<string, readonly [content: string | Uint8Array, message: RegExp]>> =
  {
    "an empty file": ["", /^is empty$/],
    "a log without JSON": ["one\ntwo\n", /^no response was found in 2 records: --body says where/],
    "a record without a body": [lines({ a: 1 }), /^no response was found in 1 record:/],
    "a response without a body, a code of a program, and the data of a request": [
      lines(
        { res: { statusCode: 504, headers: {} } },
        { level: "error", code: "-9999", msg: "Disk full" },
        { data: { symbol: "BTCUSD" } },
      ),
      /^no response was found in 3 records:/,
    ],
    "a document that was cut off": ['[{"res":{"body":', /^ends in the middle of a JSON document$/],
    "gzip that was cut off": [
      zlib.gzipSync(lines({ res: { body: TIMEOUT } })).subarray(0, 30),
      /^cannot be decompressed to its end/,
    ],
  };

test.each(Object.entries(UNUSABLE))("scan does not pass %s", (_name, [content, message]) => {
  const { status, report } = scanCapture(content);
  expect(report.problems).toEqual([{ file: "capture", message: expect.stringMatching(message) }]);
  expect(status).toBe(2);
});

test("scan does not say that nothing was executed where it could not read everything", () => {
  const cwd = writeCaptures({ fine: `{"code":0}\n`, noise: "x\n" });
  const say = (...args: readonly string[]) => run(["scan", ...args], { cwd }).output;
  expect(say("fine")).toContain("May have been executed: no request\n");
  expect(say("fine", "noise")).toContain("May have been executed: no request in what was read\n");
  expect(say("fine", "noise", "--format", "markdown")).toMatch(
    /no request in what was read\n[\s\S]*\| noise \|/,
  );
});

test("scan reports files that it cannot read, and reads the others", () => {
  const cwd = writeCaptures({ "a.log": `${TEXT}\n` });
  const { status, output, errors } = run(["scan", "a.log", "b.log", "x*.log", "."], { cwd });
  expect(output).toContain("SERVER_TIMEOUT");
  expect(errors.split("\n")).toEqual([
    "x*.log: no file fits",
    "b.log: does not exist",
    ".: is a folder: name the files in it, such as 'folder/*.log'",
    "",
  ]);
  expect(status).toBe(2);
});

test("scan reads the other files where the system cannot read one, whatever its reason is", () => {
  const cwd = writeCaptures({ "a.log": `${TEXT}\n` });
  symlinkSync("loop", join(cwd, "loop"));
  const long = "n".repeat(300);
  const { status, output, errors } = run(["scan", "a.log/b", "loop", long, "a.log"], { cwd });
  expect(output).toContain("SERVER_TIMEOUT");
  expect(errors.split("\n")).toEqual([
    expect.stringMatching(/^a\.log\/b: cannot be read \(ENOTDIR: [^,]*\)$/),
    expect.stringMatching(/^loop: cannot be read \(ELOOP: [^,]*\)$/),
    expect.stringMatching(/^n{300}: cannot be read \(ENAMETOOLONG: [^,]*\)$/),
    "",
  ]);
  expect(status).toBe(2);
});
