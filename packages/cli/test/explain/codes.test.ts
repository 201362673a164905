import { locales } from "@hashkey-errors/messages";
import { loaders } from "@hashkey-errors/messages/loaders";
import { HashKeyApiError, identify } from "@hashkey-errors/validator";
import { expect, test } from "vitest";
import { errors, exampleMessage } from "../catalog.js";
import { run } from "../run.js";
import { type Answer, ask } from "./ask.js";

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
