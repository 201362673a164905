import { PAYMENTS, rateLimited, testFaults } from "../test-faults.js";

const unsupported = (message: string, more: object = {}) =>
  JSON.stringify({
    CURRENCY_UNSUPPORTED: {
      title: "지원되지 않는 통화",
      message,
      description: "다른 카드를 사용해 주세요.",
      status: "final",
      sourceHash: "",
      ...more,
    },
  });

const fault = (message: string, right: string) =>
  `particles: the message of CURRENCY_UNSUPPORTED has one form of a particle after a placeholder | write "${right}", or allow it for this entry in its locale's file: "allow": ["particles"] @ locales/ko.json: ${`"${message}","description"`.slice(0, 25)}`;

testFaults("the rule particles", [
  ...(
    [
      ["{currency}를 지원하지 않습니다.", "{currency}을(를) 지원하지 않습니다."],
      ["카드가 {currency}은 지원하지 않습니다.", "카드가 {currency}은(는) 지원하지 않습니다."],
      ["‘{currency}’가 아닙니다.", "‘{currency}’이(가) 아닙니다."],
      ["통화: {currency}로", "통화: {currency}(으)로"],
    ] as const
  ).map(([message, right]) => ({
    name: `one form of the particle in ${message}`,
    files: { "locales/ko.json": unsupported(message) },
    problems: [fault(message, right)],
  })),
  {
    name: "both forms, a particle of another word, and what only begins like a particle",
    files: {
      "locales/ko.json": unsupported(
        "{currency}을(를) 쓸 수 없습니다(통화: {currency})를 {currency} 통화로 {currency}이상.",
      ),
    },
    problems: [],
  },
  {
    name: "one form where the locale has words for the values",
    edit: [PAYMENTS, "example: EUR }", "example: EUR, values: [EUR] }"],
    files: {
      "locales/ko.json": unsupported("{currency}로 결제할 수 없습니다.", {
        values: { currency: { EUR: "유로" } },
      }),
    },
    problems: [],
  },
  {
    name: "one form that the entry's texts may have, and a text of another language",
    files: {
      "locales/ko.json": unsupported("{currency}를 지원하지 않습니다.", { allow: ["particles"] }),
      "locales/ja.json": rateLimited("リクエストが多すぎます。", "再度お試しください。"),
    },
    problems: [],
  },
]);
