import { expect, test } from "vitest";
import { errors } from "../catalog.js";
import { run } from "../run.js";
import { ask } from "./ask.js";

test("explain names what the catalog says of an error as catalog.json does", () => {
  const { answers } = ask(errors.map(({ name }) => name));
  const fields = [
    "code",
    "httpStatus",
    "category",
    "fault",
    "message",
    "description",
    "documented",
  ];
  const pick = (error: object | undefined) => fields.map((field) => error?.[field as never]);
  const want = errors.map((error) => pick({ ...error, description: error.description || null }));
  expect(answers.map(({ errors: [error] }) => pick(error))).toEqual(want);
});

test("explain names what is similar to what it does not know, and exits with 1", () => {
  const near = (question: string) => {
    const { status, answers } = ask([question]);
    return [status, answers[0]?.near.map(({ name }) => name)];
  };
  for (const known of [
    "-1007",
    "ORDER_NOT_FOUND",
    "Order not found",
    "0000",
    "UNRECOGNIZED",
    "429",
  ])
    expect(near(known)).toEqual([0, []]);
  expect(near("-10070")).toEqual([1, expect.arrayContaining(["SERVER_TIMEOUT"])]);
  expect(near("ORDER_NOT_FUND")).toEqual([1, expect.arrayContaining(["ORDER_NOT_FOUND"])]);
  expect(near("the order was not fond")).toEqual([1, expect.arrayContaining(["ORDER_NOT_FOUND"])]);
  expect(near("余额不足")).toEqual([1, expect.arrayContaining(["ORDER_BALANCE_INSUFFICIENT"])]);
  expect(near("重复订单")).toEqual([1, expect.arrayContaining(["ORDER_DUPLICATE"])]);
  expect(near("签名错误")).toEqual([1, expect.arrayContaining(["SIGNATURE_INVALID"])]);
  expect(near("署名が正しくありません")).toEqual([
    1,
    expect.arrayContaining(["SIGNATURE_INVALID"]),
  ]);
  const balances = ["ORDER_BALANCE_INSUFFICIENT", "WITHDRAWAL_BALANCE_INSUFFICIENT"];
  expect(near("残高が足りない")).toEqual([1, balances]);
  expect(near("できませんでした")).toEqual([1, []]);
  expect(near("서명 오류")).toEqual([1, expect.arrayContaining(["SIGNATURE_INVALID"])]);
  expect(near("zebra")).toEqual([1, []]);
  expect(near("斑马")).toEqual([1, []]);
});

test("explain keeps the caution about a code that the catalog does not list", () => {
  const { status, output } = run(["explain", '{"code":"-9999","msg":"Strange"}']);
  expect(status).toBe(1);
  expect(output).toContain("outcome    unknown: it may have been executed");
});

test("explain says in the reader's language what happened", () => {
  const first = (args: readonly string[], env?: Readonly<Record<string, string>>) =>
    run(["explain", "-1171", ...args], env === undefined ? {} : { env }).output;
  expect(first(["--locale", "zh-CN"])).toContain("提现地址不在白名单中。");
  expect(first([], { LANG: "zh_CN.UTF-8" })).toContain("提现地址不在白名单中。");
  expect(first([], { LANG: "zh_CN.UTF-8", LC_ALL: "C" })).toContain("whitelist");
  expect(first([], { LC_ALL: "zh_HK.UTF-8", LANG: "ja_JP.UTF-8" })).toContain("白名單");
});

test("explain reads standard input: a document, or a question in each line", () => {
  expect(run(["explain", "-"], { input: '{\n"code": "-1007"\n}' }).output).toContain(
    "SERVER_TIMEOUT",
  );
  // PowerShell writes UTF-16, of which tail cuts a line break in two.
  const written = Buffer.from('\ufeff{"code":"0211"}\n{"code":"-1007"}\n', "utf16le");
  const bigEndian = Buffer.from(written).swap16();
  const tail = written.subarray(written.indexOf(0x0a) + 1);
  for (const input of [written, bigEndian, tail])
    expect(run(["explain", "-"], { input })).toMatchObject({
      status: 0,
      output: expect.stringContaining("SERVER_TIMEOUT"),
    });
  const { output } = run(["explain", "-"], { input: "-1007\n0211\n-1007\n" });
  expect(output.match(/^\S+ {2}[A-Z_]+$/gm)).toEqual([
    "-1007  SERVER_TIMEOUT",
    "0211  ORDER_NOT_FOUND",
  ]);
});

test.each(["", "\n", " \r\n\n"])("explain finds nothing where %j is piped in", (input) => {
  const { status, output } = run(["explain", "-"], { input });
  expect([status, output]).toEqual([1, expect.stringContaining('Nothing in the catalog fits "".')]);
});

test("explain prints nothing of a text that steers a terminal", () => {
  const { output } = run(["explain", '{"code":"-1007","msg":"\\u001b[2Jgone\\u202e"}']);
  expect(output).toContain("received   \ufffd[2Jgone\ufffd");
  // biome-ignore lint/suspicious/noControlCharactersInRegex: that is what must not be there
  expect(output).not.toMatch(/[\u001b\u202e]/);
});

test("explain without a question exits with 2", () => {
  expect(run(["explain"])).toMatchObject({ status: 2, output: "" });
  expect(run(["explain", "-1007", "--nonsense"]).status).toBe(2);
});

test("explain prints the shortest wait in words", () => {
  const { output } = run(["explain", "WITHDRAWAL_ADDRESS_NOT_ACTIVE"]);
  expect(output).toContain("after-delay: waiting alone can help (at least 30 minutes)\n");
});
