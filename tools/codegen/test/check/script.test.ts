import { rateLimited, TERMS, testFaults } from "../test-faults.js";

testFaults([
  {
    name: "Simplified characters in a Traditional text",
    files: { "locales/zh-Hant-HK.json": rateLimited("请求过多。") },
    problems: [
      'script: not Traditional Chinese: 请 (請), 过 (過) | write the character in brackets, or add it to "characters" in glossary.yaml @ locales/zh-Hant-HK.json: "请求过多。","description":"請稍',
    ],
  },
  {
    name: "Traditional characters in a Simplified text",
    files: { "locales/zh-Hans.json": rateLimited("请求过多，請稍后。", "请稍后再试。") },
    problems: [
      'script: not Simplified Chinese: 請 (请) | write the character in brackets, or add it to "characters" in glossary.yaml @ locales/zh-Hans.json: "请求过多，請稍后。","description"',
    ],
  },
  {
    name: "the text of another language",
    files: {
      "locales/zh-Hant-HK.json": rateLimited("リクエストが多すぎます。", "요청이 많습니다."),
    },
    problems: [
      'script: "リクエストが" is not written as Chinese (Traditional, Hong Kong SAR China) is | is it the text of another language? Where it is right: "allow": ["script"] @ locales/zh-Hant-HK.json: "リクエストが多すぎます。","descripti',
      'script: "요청이" is not written as Chinese (Traditional, Hong Kong SAR China) is | is it the text of another language? Where it is right: "allow": ["script"] @ locales/zh-Hant-HK.json: "요청이 많습니다.","status":"fin',
    ],
  },
  {
    name: "the same, allowed",
    files: {
      "locales/zh-Hant-HK.json": rateLimited("リクエスト。", "요청。", {
        allow: ["script", "spacing"],
      }),
    },
    problems: [],
  },
  {
    name: "a character that both scripts write, and that the glossary allows",
    files: { "locales/zh-Hant-HK.json": rateLimited("平台請求過多。"), "glossary.yaml": TERMS },
    problems: [],
  },
  {
    name: "the same without the glossary",
    files: { "locales/zh-Hant-HK.json": rateLimited("平台請求過多。") },
    problems: [
      'script: not Traditional Chinese: 台 (臺) | write the character in brackets, or add it to "characters" in glossary.yaml @ locales/zh-Hant-HK.json: "平台請求過多。","description":"',
    ],
  },
]);
