import { locales } from "@hashkey-errors/messages";
import { loaders } from "@hashkey-errors/messages/loaders";
import { HashKeyApiError, identify } from "@hashkey-errors/validator";
import { expect, test } from "vitest";
import { errors, exampleMessage } from "./catalog.js";
import { run } from "./run.js";

interface Answer {
  readonly asked: string;
  readonly found: string | null;
  readonly hint: string | null;
  readonly errors: readonly {
    readonly name: string;
    readonly outcome: string;
    readonly params: object | null;
  }[];
  readonly near: readonly { readonly name: string }[];
}

function ask(questions: readonly string[], ...options: readonly string[]) {
  const { status, output } = run(["explain", "--json", ...options, "--", ...questions]);
  return { status, answers: JSON.parse(output).answers as readonly Answer[] };
}

/** The ways in which an error is asked for, and the question that each makes of an entry. */
const WAYS: Readonly<Record<string, (entry: (typeof errors)[number]) => string>> = {
  "its code": ({ code }) => code,
  "its code as a number": ({ code }) => String(Number(code)),
  "its name": ({ name }) => name,
  "its name in small letters": ({ name }) => name.toLowerCase().replaceAll("_", "-"),
  "its message": exampleMessage,
  "a body": (entry) => JSON.stringify({ code: entry.code, msg: exampleMessage(entry) }),
  "a body in an answer of a log": (entry) =>
    JSON.stringify({ level: 50, res: { body: { code: entry.code, msg: exampleMessage(entry) } } }),
  "a line of a log": (entry) =>
    `2026-11-26 09:12:01,123 ERROR order failed: {"code":"${entry.code}","msg":${JSON.stringify(exampleMessage(entry))}} (attempt 1)`,
  "what Python prints": (entry) =>
    `ERROR {'code': '${entry.code}', 'msg': "${exampleMessage(entry).replaceAll('"', "'")}"}`,
  "what Go prints of a struct": (entry) =>
    `failed &{Code:${entry.code} Msg:${exampleMessage(entry)}}`,
  "ccxt's text": (entry) =>
    `hashkey ${JSON.stringify({ code: entry.code, msg: exampleMessage(entry) })}`,
  "HashKeyApiError's text": (entry) =>
    String(new HashKeyApiError(identify(entry.code, exampleMessage(entry)))),
  "the type of problem details": ({ name }) => `urn:hashkey-errors:${name}`,
};

test.each(Object.entries(WAYS))("explain finds every error by %s", (_way, questionOf) => {
  const { status, answers } = ask(errors.map(questionOf));
  const missed = answers.filter(({ errors: found }, index) =>
    found.every(({ name }) => name !== errors[index]?.name),
  );
  expect(missed.map(({ asked }) => asked)).toEqual([]);
  expect(answers).toHaveLength(errors.length);
  expect(status).toBe(0);
});

test.each(locales)("explain finds every error by its sentence in %s", async (tag) => {
  const { texts } = await loaders[tag]();
  // A new language, and a new error, have no texts until they are translated.
  const translated = errors.filter(({ name }) => name in texts);
  const sentences = translated.map(({ name, params }) => {
    const examples: Readonly<Record<string, { readonly example: string }>> = params;
    const [message = ""] = texts[name as never] as readonly string[];
    return message.replaceAll(/\{(\w+)\}/g, (_, param: string) => examples[param]?.example ?? "");
  });
  const answers = sentences.length === 0 ? [] : ask(sentences).answers;
  const missed = answers.filter(({ errors: found }, index) =>
    found.every(({ name }) => name !== translated[index]?.name),
  );
  expect(missed.map(({ asked }) => asked)).toEqual([]);
  expect(answers).toHaveLength(translated.length);
});

test("explain answers a code that several errors share with all of them", () => {
  const { answers } = ask(["0001", '{"code":"0001"}']);
  for (const { errors: found } of answers)
    expect(found.map(({ name }) => name)).toEqual(["REQUIRED_FIELD_INVALID", "SIGNATURE_INVALID"]);
  const { output } = run(["explain", "0001"]);
  expect(output).toContain('same code  SIGNATURE_INVALID, with the text "Incorrect signature"');
});

test("explain tells the errors of a shared code apart by the text beside it", () => {
  const questions = errors
    .filter(({ code }) => errors.filter((other) => other.code === code).length > 1)
    .flatMap((entry) => {
      const message = exampleMessage(entry);
      return [message, message.replaceAll("'", "")].flatMap((text) =>
        [
          `${entry.code} ${text}`,
          `${entry.code}: ${text}`,
          `ERROR code=${entry.code} msg="${text}" attempt=1`,
          `${text} (${entry.code})`,
        ].map((question) => [question, entry.name] as const),
      );
    });
  const { answers } = ask(questions.map(([question]) => question));
  const found = answers.map(({ asked, errors: named }) => [
    asked,
    ...named.map(({ name }) => name),
  ]);
  expect(found).toEqual(questions);
  expect(questions.length).toBeGreaterThan(16);
});

test("explain takes what begins with a code for a question, not for an option", () => {
  const questions = ["-1007.", "-1007:", "-1007, retry", "-1007 -1141", "-1007: Timeout", "-1007"];
  const wrong = questions.filter((question) => {
    const { status, output } = run(["explain", question, "--json"]);
    const [answer] = JSON.parse(output || '{"answers":[]}').answers as readonly Answer[];
    return (
      status !== 0 || answer?.asked !== question || answer.errors[0]?.name !== "SERVER_TIMEOUT"
    );
  });
  expect(wrong).toEqual([]);
});

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

test("explain finds each error of a batch once", () => {
  const items = ["0", "-1007", "-1141", "-1007"].map((code) => `{"code":"${code}","msg":""}`);
  const { answers } = ask([`{"code":0,"result":[${items.join(",")}]}`]);
  expect(answers[0]?.errors.map(({ name }) => name)).toEqual(["SERVER_TIMEOUT", "ORDER_DUPLICATE"]);
});

test("explain takes a code without its sign, and says so", () => {
  const questions = ["1007", "code 1007", "Code: 1007", "code=1007", '"1007"', "`1007`", "1007."];
  const { status, answers } = ask(questions);
  expect(status).toBe(0);
  for (const { hint, errors: found } of answers) {
    expect(hint).toBe("There is no code 1007; this is -1007.");
    expect(found.map(({ name }) => name)).toEqual(["SERVER_TIMEOUT"]);
  }
});

test("explain finds a code with the signs and digits of documents and of East Asian keyboards", () => {
  const questions = [
    "\u22121007",
    "\u20131007",
    "\u20111007",
    "\uff0d\uff11\uff10\uff10\uff17",
    "-1007.",
    "The request failed with -1007.",
    "エラー-1007が発生しました",
    "错误码：-1007。",
    "오류(\u22121007)가 발생했습니다",
  ];
  const missed = ask(questions).answers.filter(
    ({ errors }) => errors[0]?.name !== "SERVER_TIMEOUT",
  );
  expect(missed.map(({ asked }) => asked)).toEqual([]);
});

test("explain finds a code in a row of a table, HTML and Markdown, not in a number, a date or a path", () => {
  const questions = [
    "2026-11-26,POST,-1007,Timeout",
    "POST;-1007;Timeout",
    "|-1007|Timeout|",
    "<td>-1007</td>",
    "{&quot;code&quot;:&quot;-1007&quot;}",
    "It says `-1007` again",
    "*-1007* again",
  ];
  const others = [
    "x 5-1007 y",
    "x -1007.5 y",
    "x -1007% y",
    "x HK-1007 y",
    "x /0211/ y",
    "x 0211-01 y",
  ];
  const found = ask([...questions, ...others]).answers.filter(
    ({ errors: [first] }) => first !== undefined,
  );
  expect(found.map(({ asked, errors: [first] }) => [asked, first?.name])).toEqual(
    questions.map((question) => [question, "SERVER_TIMEOUT"]),
  );
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

test("explain says of a client's words whether the request may have been executed", () => {
  const wanted: Readonly<Record<string, string>> = {
    ETIMEDOUT: "NO_RESPONSE unknown",
    ECONNRESET: "NO_RESPONSE unknown",
    "socket hang up": "NO_RESPONSE unknown",
    "read timed out": "NO_RESPONSE unknown",
    "TypeError: fetch failed": "NO_RESPONSE unknown",
    "Failed to fetch": "NO_RESPONSE unknown",
    "net::ERR_CONNECTION_RESET": "NO_RESPONSE unknown",
    '{"message":"socket hang up","code":"ECONNRESET"}': "NO_RESPONSE unknown",
    "connect ETIMEDOUT 10.0.0.1:443": "NO_RESPONSE rejected",
    "Error: connect ECONNREFUSED 127.0.0.1:443": "NO_RESPONSE rejected",
    "net::ERR_NAME_NOT_RESOLVED": "NO_RESPONSE rejected",
    "first connect ECONNREFUSED, then read ECONNRESET": "NO_RESPONSE unknown",
    "NetworkError when attempting to fetch resource.": "NO_RESPONSE unknown",
    "Uncaught (in promise) TypeError: Failed to fetch": "NO_RESPONSE unknown",
    "curl: (28) Operation timed out": "NO_RESPONSE unknown",
    "curl: (52) Empty reply from server": "NO_RESPONSE unknown",
    "cURL error 28: Operation timed out after 10001 milliseconds": "NO_RESPONSE unknown",
    "requests.exceptions.ConnectionError": "NO_RESPONSE unknown",
    "requests.exceptions.ReadTimeout": "NO_RESPONSE unknown",
    "httpx.ReadTimeout": "NO_RESPONSE unknown",
    "java.net.SocketTimeoutException": "NO_RESPONSE unknown",
    "error sending request for url (https://api.example.com/): operation timed out":
      "NO_RESPONSE unknown",
    "org.apache.http.NoHttpResponseException: api.example:443 failed to respond":
      "NO_RESPONSE unknown",
    "java.net.ConnectException: Connection timed out": "NO_RESPONSE rejected",
    "502 Server Error: Bad Gateway for url: https://api.example.com/": "INVALID_RESPONSE unknown",
    "curl: (7) Failed to connect to api.example port 443": "NO_RESPONSE rejected",
    "requests.exceptions.ConnectTimeout": "NO_RESPONSE rejected",
    "requests.exceptions.ConnectionError: Max retries exceeded (Caused by NewConnectionError('x'))":
      "NO_RESPONSE rejected",
    "java.net.SocketTimeoutException: connect timed out": "NO_RESPONSE rejected",
    "curl: (22) The requested URL returned error: 429": "INVALID_RESPONSE unknown",
    NO_RESPONSE: "NO_RESPONSE unknown",
    "No response": "NO_RESPONSE unknown",
    "invalid-response": "INVALID_RESPONSE unknown",
    "Error: UNRECOGNIZED": "UNRECOGNIZED unknown",
    "504 Gateway Timeout": "INVALID_RESPONSE unknown",
    "Request failed with status code 502": "INVALID_RESPONSE unknown",
    "<html><h1>504 Gateway Time-out</h1></html>": "INVALID_RESPONSE unknown",
    "HTTP/1.1 429 Too Many Requests": "INVALID_RESPONSE unknown",
  };
  const { status, answers } = ask(Object.keys(wanted));
  const said = answers.map(({ asked, errors: found }) => [
    asked,
    found.map(({ name, outcome }) => `${name} ${outcome}`).join(),
  ]);
  expect(Object.fromEntries(said)).toEqual(wanted);
  expect(status).toBe(0);
});

/** Exceptions as Node prints them, over several lines. */
const PRINTED: Readonly<Record<string, string>> = {
  "Error: read ECONNRESET\n    at onStreamRead (node:internal:218:20) {\n  errno: -104,\n  code: 'ECONNRESET',\n  syscall: 'read'\n}":
    "NO_RESPONSE unknown",
  "Error: connect ECONNREFUSED 10.0.0.1:443\n    at x {\n  code: 'ECONNREFUSED',\n  syscall: 'connect'\n}":
    "NO_RESPONSE rejected",
  "TypeError: fetch failed\n    at x {\n  [cause]: ConnectTimeoutError: Connect Timeout Error\n      at y {\n    code: 'UND_ERR_CONNECT_TIMEOUT'\n  }\n}":
    "NO_RESPONSE rejected",
  "AxiosError: Request failed with status code 502\n    at x {\n  code: 'ERR_BAD_RESPONSE',\n  response: { status: 502, data: '<html>' }\n}":
    "INVALID_RESPONSE unknown",
  "AxiosError: Request failed with status code 400\n    at x {\n  code: 'ERR_BAD_REQUEST',\n  response: {\n    status: 400,\n    data: { code: '0211', msg: 'Order not found' }\n  }\n}":
    "ORDER_NOT_FOUND rejected",
};

test("explain takes no code of an exception for one of the API", () => {
  const { answers } = ask(Object.keys(PRINTED));
  const said = answers.map(({ asked, errors: found }) => [
    asked,
    found.map(({ name, outcome }) => `${name} ${outcome}`).join(),
  ]);
  expect(Object.fromEntries(said)).toEqual(PRINTED);
  expect(ask(["{code: 'ENOENT', path: '/x'}"]).answers[0]?.found).toBeNull();
});

test("explain does not take words for a client's that only resemble them", () => {
  const questions = ["curl 7.88 error", "Operation timed out", "a ConnectionError", "HTTP 4290"];
  const found = ask(questions).answers.filter(({ errors: some }) => some.length > 0);
  expect(found).toEqual([]);
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

test("explain finds a code or name between signs of an address, a comment or a class", () => {
  const questions = ["#-1141", "-1141!", "https://a.example/?code=-1141&msg=no", "OrderDuplicate"];
  const { answers } = ask(questions);
  expect(answers.map(({ errors: [error] }) => error?.name)).toEqual(
    questions.map(() => "ORDER_DUPLICATE"),
  );
  const [status, other] = ask(["HTTP 429", "release 1.429"]).answers;
  expect(status?.errors.map(({ name }) => name)).toEqual(["INVALID_RESPONSE"]);
  expect(other?.errors).toEqual([]);
});

test("explain answers a number that is not a listed code as an HTTP status, too", () => {
  const { status, answers } = ask(["429", "418", "503", "-429", "299"]);
  expect(answers.map(({ errors: found }) => found.map(({ name }) => name).join())).toEqual([
    "INVALID_RESPONSE,UNRECOGNIZED",
    "INVALID_RESPONSE,UNRECOGNIZED",
    "INVALID_RESPONSE,UNRECOGNIZED",
    "UNRECOGNIZED",
    "UNRECOGNIZED",
  ]);
  expect(answers[0]?.errors[0]).toMatchObject({ httpStatus: 429, issues: [] });
  expect(status).toBe(1);
  expect(run(["explain", "429"]).status).toBe(0);
});

test("explain finds all errors that a text is the message or the name of, each once", () => {
  const { answers } = ask(["System error"]);
  expect(answers[0]?.errors.map(({ name }) => name)).toEqual(["SYSTEM_ERROR", "SYSTEM_ERROR_1181"]);
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
