import { HashKeyApiError, identify } from "@hashkey-errors/validator";
import { expect, test } from "vitest";
import { run } from "../run.js";
import { ask } from "./ask.js";

test("explain reads the params of a body, or of the text after a code or a name", () => {
  const text = "Required field side missing or invalid";
  const read = ask([
    `{"code":"0001","msg":"${text}"}`,
    `rejected with 0001: ${text}`,
    `${new HashKeyApiError(identify("0001", text))}\n    at place (order.js:1:2)`,
    "REQUIRED_FIELD_INVALID (0001): Another text",
  ]).answers.map(({ errors: [error] }) => [error?.name, error?.params]);
  const withParams = ["REQUIRED_FIELD_INVALID", { field: "side" }];
  expect(read).toEqual([...Array(3).fill(withParams), ["REQUIRED_FIELD_INVALID", null]]);
});

test("explain finds each error of a batch once", () => {
  const items = ["0", "-1007", "-1141", "-1007"].map((code) => `{"code":"${code}","msg":""}`);
  const { answers } = ask([`{"code":0,"result":[${items.join(",")}]}`]);
  expect(answers[0]?.errors.map(({ name }) => name)).toEqual(["SERVER_TIMEOUT", "ORDER_DUPLICATE"]);
});

test("explain lets no answer of several hide another, whose outcome may be unknown", () => {
  const bodies = ['{"code":"-1007","msg":"x"}', '{"code":"0001","msg":"Incorrect signature"}'];
  const { answers } = ask([bodies.join("\n"), `[${bodies.join(",")}]`]);
  const wrong = answers.filter(
    ({ errors: found }) =>
      String(found.map(({ name }) => name)) !== "SERVER_TIMEOUT,SIGNATURE_INVALID",
  );
  expect(wrong.map(({ asked }) => asked)).toEqual([]);
});

test("explain names every error of a text with several codes or names, each once", () => {
  const namesOf = (question: string) => ask([question]).answers[0]?.errors.map(({ name }) => name);
  const both = ["ORDER_NOT_FOUND", "SERVER_TIMEOUT"];
  expect(namesOf("0211, -1007")).toEqual(both);
  expect(namesOf("ORDER_NOT_FOUND and SERVER_TIMEOUT")).toEqual(both);
  expect(namesOf("code=0211 first, then code=-1007, then code=0211")).toEqual(both);
  expect(namesOf("REQUIRED_FIELD_INVALID (0001)")).toEqual(["REQUIRED_FIELD_INVALID"]);
  expect(namesOf("error 211")).toEqual(["ORDER_NOT_FOUND"]);
});

test("explain answers a response that reports no error with no error", () => {
  const questions = [
    "0000",
    '{"code":0}',
    '{"orderId":"1"}',
    '2026-11-27 INFO order sent: status=200 {"code":"0000"}',
  ];
  const { status, answers } = ask(questions);
  expect(answers.map(({ found, errors: none }) => [found, none])).toEqual([
    ["code", []],
    ["response", []],
    ["response", []],
    ["response", []],
  ]);
  expect(status).toBe(0);
  expect(run(["explain", "0000"]).output).toBe("This response reports no error.\n");
});

test("explain finds an error in a text within a record, whatever its name and its depth", () => {
  const text = '{"code":"-1007","msg":"Timeout waiting for response from server"}';
  const records = [
    { MESSAGE: text },
    { Properties: { Response: `failed: ${text}` } },
    { logEvents: [{ message: text }] },
    { resourceLogs: [{ scopeLogs: [{ logRecords: [{ body: { stringValue: text } }] }] }] },
  ];
  const { answers } = ask(records.map((record) => JSON.stringify(record)));
  expect(answers.map(({ errors: found }) => found.map(({ name }) => name))).toEqual(
    records.map(() => ["SERVER_TIMEOUT"]),
  );
});

test("explain answers a response that is not the API's, where a member says so", () => {
  const bodies = ['{"success":false}', '{"code":null}', '{"code":0,"success":false}'];
  const others = ['{"level":"info","msg":"hello"}', '{"job":"nightly"}'];
  const namesOf = (questions: readonly string[]) =>
    ask(questions).answers.map(({ errors: [found] }) => found?.name);
  expect(namesOf(bodies)).toEqual(bodies.map(() => "INVALID_RESPONSE"));
  expect(namesOf(others)).toEqual(others.map(() => undefined));
});

test("explain finds the error beside a success, and what stands around one", () => {
  const { answers } = ask([
    'status=200 {"code":"0000"} then {"code":"-1007","msg":"x"}',
    'failed with -1007 after {"code":"0000"}',
  ]);
  expect(answers.map(({ errors: found }) => found[0]?.name)).toEqual([
    "SERVER_TIMEOUT",
    "SERVER_TIMEOUT",
  ]);
});

test("explain takes a response with its headers, and an object over several lines, as one question", () => {
  const object = "{\n  code: '0001',\n  msg: 'Incorrect signature'\n}";
  const json = '{\n  "code": "0001",\n  "msg": "Incorrect signature"\n}';
  const namesIn = (input: string) => {
    const { output } = run(["explain", "-", "--json"], { input });
    const { answers } = JSON.parse(output) as ReturnType<typeof ask>;
    return answers.map(({ errors: found }) => found.map(({ name }) => name).join());
  };
  const head = "HTTP/1.1 400 Bad Request\r\ncontent-type: application/json\r\n\r\n";
  expect(namesIn(`${head}{"code":"0211","msg":"Order not found"}`)).toEqual(["ORDER_NOT_FOUND"]);
  expect(namesIn(`${head}${json}`)).toEqual(["SIGNATURE_INVALID"]);
  expect(namesIn(`> POST /order HTTP/2\n< HTTP/2 400 \n< \n* left\n${json}`)).toEqual([
    "SIGNATURE_INVALID",
  ]);
  expect(namesIn(`order failed ${object}\n-1007\n`)).toEqual([
    "SIGNATURE_INVALID",
    "SERVER_TIMEOUT",
  ]);
  expect(namesIn(`    res: ${json.replaceAll("\n", "\n    ")}\n    -1007\n`)).toEqual([
    "SIGNATURE_INVALID",
    "SERVER_TIMEOUT",
  ]);
  const stack = "AxiosError: Request failed with status code 400\n    at x (y.js:1:2)\n    at z";
  expect(namesIn(`${stack} ${object}\n-1007`)).toEqual(["SIGNATURE_INVALID", "SERVER_TIMEOUT"]);
  // What is merely indented, or after what was cut off, is a question of its own.
  expect(namesIn("  -1007\n  0211\n    -1141\n")).toHaveLength(3);
  expect(namesIn("    at -1007\nfailed {\n0211\n-1141")).toEqual([
    "SERVER_TIMEOUT",
    "",
    "ORDER_NOT_FOUND",
    "ORDER_DUPLICATE",
  ]);
});
