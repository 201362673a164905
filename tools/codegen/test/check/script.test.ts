import { rateLimited, TERMS, testFaults } from "../test-faults.js";

testFaults("the rule script", [
  {
    name: "Simplified characters in a Traditional Chinese text",
    files: { "locales/zh-Hant-HK.json": rateLimited("请求过多。") },
    problems: [
      'script: Simplified characters in Traditional Chinese: 请 (請), 过 (過) | write the character in parentheses, or add the one before it to "characters" in glossary.yaml @ locales/zh-Hant-HK.json: "请求过多。","description":"請稍',
    ],
  },
  {
    name: "Traditional characters in a Simplified Chinese text",
    files: { "locales/zh-Hans.json": rateLimited("请求过多，請稍后。", "请稍后再试。") },
    problems: [
      'script: Traditional characters in Simplified Chinese: 請 (请) | write the character in parentheses, or add the one before it to "characters" in glossary.yaml @ locales/zh-Hans.json: "请求过多，請稍后。","description"',
    ],
  },
  {
    name: "letters of another language",
    files: {
      "locales/zh-Hant-HK.json": rateLimited("リクエストが多すぎます。", "요청이 많습니다."),
    },
    problems: [
      'script: "リクエストが" is not in the script of Chinese (Traditional, Hong Kong SAR China) | if this is the text of another language, translate it; otherwise allow it for this entry in its locale\'s file: "allow": ["script"] @ locales/zh-Hant-HK.json: "リクエストが多すぎます。","descripti',
      'script: "요청이" is not in the script of Chinese (Traditional, Hong Kong SAR China) | if this is the text of another language, translate it; otherwise allow it for this entry in its locale\'s file: "allow": ["script"] @ locales/zh-Hant-HK.json: "요청이 많습니다.","status":"fin',
    ],
  },
  {
    name: "letters of another language that the entry's texts may have",
    files: {
      "locales/zh-Hant-HK.json": rateLimited("リクエスト。", "요청。", {
        allow: ["script", "spacing"],
      }),
    },
    problems: [],
  },
  {
    name: "a Simplified character that the glossary allows",
    files: { "locales/zh-Hant-HK.json": rateLimited("平台請求過多。"), "glossary.yaml": TERMS },
    problems: [],
  },
  {
    name: "that character without the glossary",
    files: { "locales/zh-Hant-HK.json": rateLimited("平台請求過多。") },
    problems: [
      'script: Simplified characters in Traditional Chinese: 台 (臺) | write the character in parentheses, or add the one before it to "characters" in glossary.yaml @ locales/zh-Hant-HK.json: "平台請求過多。","description":"',
    ],
  },
]);
