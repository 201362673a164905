import { rateLimited, TERMS, testFaults } from "../test-faults.js";

testFaults("the rule glossary", [
  {
    name: "a word that the glossary forbids",
    files: { "locales/zh-Hant-HK.json": rateLimited("提幣過多。"), "glossary.yaml": TERMS },
    problems: [
      'glossary: "提幣" must not be used for "withdrawal" | write "提現", or allow it for this entry in its locale\'s file: "allow": ["terms"] @ locales/zh-Hant-HK.json: "提幣過多。","description":"請稍',
    ],
  },
  {
    name: "a forbidden word that the entry's texts may use",
    files: {
      "locales/zh-Hant-HK.json": rateLimited("提幣過多。", "請。", { allow: ["terms"] }),
      "glossary.yaml": TERMS,
    },
    problems: [],
  },
  {
    name: "a locale that does not exist",
    files: { "glossary.yaml": TERMS },
    problems: [
      "glossary: there is no locale zh-Hant-HK: expected locales/zh-Hant-HK.json @ glossary.yaml: { use: 提現, never: [提幣] } ",
      "glossary: there is no locale zh-Hant-HK: expected locales/zh-Hant-HK.json @ glossary.yaml: 台 }",
    ],
  },
]);
