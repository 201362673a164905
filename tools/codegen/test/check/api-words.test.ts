import { rateLimited, testFaults } from "../test-faults.js";

const GLOSSARY = `terms: []
apiWords:
  everywhere: [WebSocket, GTC]
  except: [AcmePay]
  locales: { zh-Hant-HK: [參數, symbol] }
`;

const allowed =
  'say it in words that the reader knows, or allow it for this entry in its locale\'s file: "allow": ["api-words"]';

testFaults(
  "the rule api-words",
  [
    ["a word that the glossary lists for the locale", "請檢查參數。", "參數"],
    ["a word that the glossary lists for every locale", "WebSocket 已中斷。", "WebSocket"],
    ["a listed word in other letters", "請檢查 Symbol 的值。", "Symbol"],
    ["a name in camelCase", "請檢查 recvWindow 的值。", "recvWindow"],
    ["a name in snake_case", "請檢查 client_id 的值。", "client_id"],
    ["code in backticks", "請檢查 `id` 的值。", "`"],
    ["the name of a param in a language of another script", "請檢查 currency 的值。", "currency"],
  ].map(([name = "", text = "", word = ""]) => ({
    name,
    files: { "locales/zh-Hant-HK.json": rateLimited(text), "glossary.yaml": GLOSSARY },
    problems: [
      `api-words: the message of RATE_LIMITED has a word of the API, "${word}" | ${allowed} @ locales/zh-Hant-HK.json: ${`"${text}","description":"請稍後再試。"`.slice(0, 25)}`,
    ],
  })),
);

testFaults("the rule api-words", [
  {
    name: "the name of a company, a listed word within a longer one, and a placeholder",
    files: {
      "locales/zh-Hant-HK.json": JSON.stringify({
        CURRENCY_UNSUPPORTED: {
          title: "不支援",
          message: "AcmePay 的 GTCs 卡不支援 {currency}。",
          description: "請使用另一張卡。",
          status: "final",
          sourceHash: "",
        },
      }),
      "glossary.yaml": GLOSSARY,
    },
    problems: [],
  },
  {
    name: "a listed word in the sentences of the outcomes",
    files: {
      "locales/zh-Hant-HK.json": JSON.stringify({
        outcomes: {
          rejected: "已拒絕，請檢查參數。",
          "rejected-after-reconcile": "已拒絕。",
          unknown: "結果未明。",
          applied: "已執行。",
          status: "final",
          sourceHash: "",
        },
      }),
      "glossary.yaml": GLOSSARY,
    },
    problems: [],
  },
  {
    name: "a word that ends with an underscore, which is not an identifier",
    files: {
      "locales/zh-Hant-HK.json": rateLimited("請檢查 A_ 的值。"),
      "glossary.yaml": GLOSSARY,
    },
    problems: [],
  },
  {
    name: "the name of a param in a language of the same script",
    files: {
      "locales/pt-BR.json": rateLimited("O reason deu errado.", "Espere.", { title: "Limite" }),
      "glossary.yaml": "terms: []\napiWords: {}\n",
    },
    problems: [],
  },
  {
    name: "identifiers where the glossary has no apiWords",
    files: {
      "locales/zh-Hant-HK.json": rateLimited("請檢查 recvWindow 的值。"),
      "glossary.yaml": "terms: []\n",
    },
    problems: [],
  },
  {
    name: "a word of the API that an entry's texts may have",
    files: {
      "locales/zh-Hant-HK.json": rateLimited("請檢查參數。", "請。", { allow: ["api-words"] }),
      "glossary.yaml": GLOSSARY,
    },
    problems: [],
  },
]);
