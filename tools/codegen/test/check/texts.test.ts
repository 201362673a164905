import { rateLimited, testFaults } from "../test-faults.js";

testFaults("the rule texts", [
  {
    name: "a text that equals the source's",
    files: { "locales/zh-Hant-HK.json": rateLimited("Zu viele Anfragen.", "Bitte warten.") },
    problems: [
      'texts: the message of RATE_LIMITED is not translated: it is the same in de | translate it, or allow it for this entry in its locale\'s file: "allow": ["untranslated"] @ locales/zh-Hant-HK.json: "Zu viele Anfragen.","des',
      'texts: the description of RATE_LIMITED is not translated: it is the same in de | translate it, or allow it for this entry in its locale\'s file: "allow": ["untranslated"] @ locales/zh-Hant-HK.json: "Bitte warten.","status":',
    ],
  },
  {
    name: "a text that may equal the source's",
    files: {
      "locales/zh-Hant-HK.json": rateLimited("Zu viele Anfragen.", "Bitte warten.", {
        allow: ["untranslated"],
      }),
    },
    problems: [],
  },
  {
    name: "an empty text and one that ends with a space",
    files: { "locales/zh-Hant-HK.json": rateLimited(" ", "請稍後。 ") },
    problems: [
      'texts: the message of RATE_LIMITED is empty @ locales/zh-Hant-HK.json: " ","description":"請稍後。 "',
      'texts: the description of RATE_LIMITED begins or ends with whitespace @ locales/zh-Hant-HK.json: "請稍後。 ","status":"final",',
    ],
  },
  {
    name: "invisible characters",
    files: { "locales/zh-Hant-HK.json": rateLimited("請求\u202e過多。", "請\u200b稍後。") },
    problems: [
      'texts: the message of RATE_LIMITED has an invisible character, U+202E @ locales/zh-Hant-HK.json: "請求‮過多。","description":"請',
      'texts: the description of RATE_LIMITED has an invisible character, U+200B @ locales/zh-Hant-HK.json: "請​稍後。","status":"final",',
    ],
  },
  {
    name: "a tag and a filler of Hangul, which show nothing either",
    files: {
      "locales/zh-Hant-HK.json": rateLimited("請求\u{e0041}過多。", "請\u3164稍後。", {
        allow: ["script"],
      }),
    },
    problems: [
      'texts: the message of RATE_LIMITED has an invisible character, U+E0041 @ locales/zh-Hant-HK.json: "請求\u{e0041}過多。","description":"',
      'texts: the description of RATE_LIMITED has an invisible character, U+3164 @ locales/zh-Hant-HK.json: "請\u3164稍後。","status":"final",',
    ],
  },
  {
    name: "a joiner and a variation selector, which some scripts need",
    files: { "locales/zh-Hant-HK.json": rateLimited("請求過多👩\u200d💻。", "請查葛\u{e0100}。") },
    problems: [],
  },
  {
    name: "a nested translation of i18next",
    files: { "locales/zh-Hant-HK.json": rateLimited("請求$t(過多)。") },
    problems: [
      'texts: the message of RATE_LIMITED contains "$t(", which i18next reads as a reference to another text @ locales/zh-Hant-HK.json: "請求$t(過多)。","description"',
    ],
  },
  {
    name: "a translated, short and complete text",
    files: { "locales/zh-Hant-HK.json": rateLimited("請求過多，請檢查 API Key。") },
    problems: [],
  },
]);
