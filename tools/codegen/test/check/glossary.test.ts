import { rateLimited, TERMS, testFaults } from "../test-faults.js";

const FEES = `terms:
  - term: fee
    locales: { de: { use: Gebühr, never: [fee, code], source: pages } }
sources: { pages: https://example.com }
`;

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
    name: "a forbidden word with another case, in a language that writes words apart",
    files: {
      "locales/de.json": rateLimited("FEE zu hoch.", "Später erneut."),
      "glossary.yaml": FEES,
    },
    problems: [
      'glossary: "FEE" must not be used for "fee" | write "Gebühr", or allow it for this entry in its locale\'s file: "allow": ["terms"] @ locales/de.json: "FEE zu hoch.","descripti',
    ],
  },
  {
    name: "a forbidden word within a longer one, and as the name of a placeholder",
    files: {
      "locales/de.json": JSON.stringify({
        ...JSON.parse(rateLimited("Kaffeefeen.", "Coffee später erneut.")),
        UNRECOGNIZED: {
          title: "Fehler",
          message: "Fehler {code}.",
          description: "Bitte prüfen.",
          status: "final",
          sourceHash: "",
        },
      }),
      "glossary.yaml": FEES,
    },
    problems: [],
  },
  {
    name: "a locale that does not exist",
    files: { "glossary.yaml": TERMS },
    problems: [
      "glossary: there is no locale zh-Hant-HK: expected locales/zh-Hant-HK.json @ glossary.yaml: { use: 提現, never: [提幣], s",
      "glossary: there is no locale zh-Hant-HK: expected locales/zh-Hant-HK.json @ glossary.yaml: 台 }",
    ],
  },
  {
    name: "words that are forbidden without a source",
    files: {
      "locales/zh-Hant-HK.json": rateLimited("請求過多。"),
      "glossary.yaml": TERMS.replace(", source: pages", ""),
    },
    problems: [
      'glossary: words are forbidden for "withdrawal" without a source | name in "source" where "提現" was seen, or remove "never" @ glossary.yaml: [提幣] } }',
    ],
  },
  {
    name: "a term without a source that forbids no word",
    files: {
      "locales/zh-Hant-HK.json": rateLimited("請求過多。"),
      "glossary.yaml": TERMS.replace(", never: [提幣], source: pages", ""),
    },
    problems: [],
  },
  {
    name: "a source that the glossary does not list",
    files: {
      "locales/zh-Hant-HK.json": rateLimited("請求過多。"),
      "glossary.yaml": TERMS.replace("source: pages", "source: page"),
    },
    problems: [
      'glossary: the source "page" is not in "sources" | did you mean "pages"? @ glossary.yaml: page } }',
    ],
  },
  {
    name: "phrases for a locale that does not exist",
    files: {
      "glossary.yaml":
        "terms: []\noutcomeWords:\n  fr: { uncertain: [inconnu], hedging: [], rejecting: [], reconcile: [avant] }\napiWords: { locales: { it: [parametro] } }\n",
    },
    problems: [
      "glossary: there is no locale fr: expected locales/fr.json @ glossary.yaml: { uncertain: [inconnu], h",
      "glossary: there is no locale it: expected locales/it.json @ glossary.yaml: [parametro] } }",
    ],
  },
]);
