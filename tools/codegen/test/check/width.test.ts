import { rateLimited, testFaults } from "../test-faults.js";

const allowed =
  'shorten it, or allow it for this entry in its locale\'s file: "allow": ["overlong"]';

const refused = (message: string) =>
  JSON.stringify({
    CARD_REFUSED: {
      title: "拒絕",
      message,
      description: "請稍後。",
      status: "final",
      sourceHash: "",
    },
  });

testFaults("the rule width", [
  {
    name: "a message of 100 columns and a description of 200",
    files: { "locales/zh-Hant-HK.json": rateLimited("過".repeat(50), "多".repeat(100)) },
    problems: [],
  },
  {
    name: "a wider message: a Chinese character takes two columns, a space and a Latin letter take one each",
    files: { "locales/zh-Hant-HK.json": rateLimited(`${"過".repeat(50)} a`) },
    problems: [
      `width: the message of RATE_LIMITED takes 102 columns: at most 100 are allowed | ${allowed} @ locales/zh-Hant-HK.json: "過過過過過過過過過過過過過過過過過過過過過過過過`,
    ],
  },
  {
    name: "a wider description",
    files: { "locales/zh-Hant-HK.json": rateLimited("請求過多。", "多".repeat(101)) },
    problems: [
      `width: the description of RATE_LIMITED takes 202 columns: at most 200 are allowed | ${allowed} @ locales/zh-Hant-HK.json: "多多多多多多多多多多多多多多多多多多多多多多多多`,
    ],
  },
  {
    name: "a placeholder as wide as its example",
    files: { "locales/zh-Hant-HK.json": refused(`${"過".repeat(43)} {reason} {days}`) },
    problems: [
      `width: the message of CARD_REFUSED takes 102 columns: at most 100 are allowed | ${allowed} @ locales/zh-Hant-HK.json: "過過過過過過過過過過過過過過過過過過過過過過過過`,
    ],
  },
  {
    name: "a wider text that may stay",
    files: {
      "locales/zh-Hant-HK.json": rateLimited("過".repeat(51), "多", { allow: ["overlong"] }),
    },
    problems: [],
  },
]);
