import { expect, test } from "vitest";
import { run } from "../run.js";

interface Answers {
  readonly answers: readonly {
    readonly asked: string;
    readonly errors: readonly {
      readonly name: string;
      readonly texts: Readonly<Record<string, string>>;
    }[];
  }[];
}

const explain = (...args: readonly string[]) =>
  (JSON.parse(run(["explain", "--json", ...args]).output) as Answers).answers;

const namesOf = (...questions: readonly string[]) =>
  explain("--", ...questions).map(({ errors }) => errors.map(({ name }) => name));

const textsOf = (code: string, locale: string) =>
  explain("--locale", locale, code)[0]?.errors[0]?.texts ?? {};

test.each(["en", "zh-Hans", "zh-Hant-HK", "ja", "ko"])(
  "explain finds the error in what was shown in %s, as people paste it",
  (locale) => {
    const { title, message = "", outcome, description } = textsOf("-1007", locale);
    const pasted = [
      `${title}\n${message}\n${outcome}\n${description}`,
      `「${message}」`,
      `${message.slice(0, -1)}!!`,
      `${message.slice(0, Math.ceil(message.length * 0.7))}…`,
      `Screenshot: ${message} 09:12`,
    ];
    expect(namesOf(...pasted)).toEqual(pasted.map(() => ["SERVER_TIMEOUT"]));
  },
);

test("explain finds each of several messages in a text, also with the values of params", () => {
  const { message: one } = textsOf("-1007", "en");
  const { message: three } = textsOf(
    '{"code":"0001","msg":"Required field \'side\' missing or invalid"}',
    "en",
  );
  expect(namesOf(`First: ${three} Then: ${one}`)).toEqual([
    ["REQUIRED_FIELD_INVALID", "SERVER_TIMEOUT"],
  ]);
  expect(namesOf("the request may have been")).toEqual([[]]);
});

test("explain hides no broken connection behind what a text names or says beside it, and takes no status for one", () => {
  const { message } = textsOf("0401", "en");
  const name = "ORDER_BALANCE_INSUFFICIENT";
  const body = '{"code":"0401","msg":"socket hang up"}';
  const broken = [
    `${message} Then: socket hang up`,
    `${name}: rejected\nread ECONNRESET`,
    `HashKeyApiError: ${name} (0401)\nHashKeyApiError: NO_RESPONSE: the request may have been executed`,
    `Request failed with status code 400: ${message} Then: socket hang up`,
    `10:00:00 ERROR read ECONNRESET\n10:00:01 ERROR ${body}`,
    `error: read ECONNRESET {"service":"bot","attempt":1}\nerror: ${body}`,
  ];
  expect(namesOf(...broken)).toEqual(broken.map(() => [name, "NO_RESPONSE"]));
  const whole = [`Request failed with status code 400: ${message}`, `${name}: 400 Bad Request`];
  const lines = JSON.stringify(JSON.parse(body), undefined, 2);
  whole.push(body, lines, `HTTP/1.1 400 Bad Request\n\n${body}`, `10:00:01 ERROR ${lines}`);
  whole.push(lines.replaceAll("  ", ""));
  expect(namesOf(...whole)).toEqual(whole.map(() => [name]));
  const lost = '{"level":"error","err":{"code":"ECONNRESET"}}\nread ECONNRESET';
  expect(namesOf(lost)).toEqual([["NO_RESPONSE"]]);
});

test("explain reads a body that is written as in an address", () => {
  const body = '{"code":"-1007","msg":"Timeout waiting for response from server"}';
  const encoded = encodeURIComponent(body);
  expect(namesOf(encoded, encoded.replaceAll("%20", "+"), `${encoded}%`)).toEqual([
    ["SERVER_TIMEOUT"],
    ["SERVER_TIMEOUT"],
    [],
  ]);
});
