import { PAYMENTS, testFaults } from "../test-faults.js";

const texts = {
  title: "無法使用",
  message: "無法使用此卡。",
  description: "請換一張卡。",
  status: "final",
  sourceHash: "",
};

const localeFile = (second: object) =>
  JSON.stringify({ CARD_EXPIRED: texts, RATE_LIMITED: { ...texts, ...second } });

/** Two errors that no source tells apart, with equal texts in the source locale. */
const edits = [
  [PAYMENTS, "name: CARD_EXPIRED\n", "name: CARD_EXPIRED\n    alike: [RATE_LIMITED]\n"],
  [PAYMENTS, "name: RATE_LIMITED\n", "name: RATE_LIMITED\n    alike: [CARD_EXPIRED]\n"],
  ["locales/de.json", '"title": "Zu viele Anfragen"', '"title": "Karte abgelaufen"'],
  ["locales/de.json", "Zu viele Anfragen.", "Die Karte ist abgelaufen."],
  ["locales/de.json", "Bitte warten.", "Bitte eine andere Karte verwenden."],
] as const;

testFaults("the rule same-texts", [
  {
    name: "the same texts of errors that are alike",
    edits,
    files: { "locales/zh-Hant-HK.json": localeFile({}) },
    problems: [],
  },
  {
    name: "other words for an error that no source tells apart",
    edits,
    files: { "locales/zh-Hant-HK.json": localeFile({ message: "此卡無效。" }) },
    problems: [
      'same-texts: the message of RATE_LIMITED differs from that of CARD_EXPIRED, which is alike | write "無法使用此卡。" in both; if they differ, remove each from the other\'s alike @ locales/zh-Hant-HK.json: "此卡無效。","description":"請換',
    ],
  },
  {
    name: "other words for developers",
    edits,
    files: {
      "locales/zh-Hant-HK.json": JSON.stringify({
        CARD_EXPIRED: texts,
        RATE_LIMITED: texts,
        developer: {
          CARD_EXPIRED: { text: "卡已過期。", status: "final", sourceHash: "" },
          RATE_LIMITED: { text: "請求過多。", status: "final", sourceHash: "" },
        },
      }),
    },
    problems: [
      'same-texts: the developer of RATE_LIMITED differs from that of CARD_EXPIRED, which is alike | write "卡已過期。" in both; if they differ, remove each from the other\'s alike @ locales/zh-Hant-HK.json: "請求過多。","status":"final",',
    ],
  },
  {
    name: "an alike error whose texts are missing",
    edits,
    files: {
      "locales/zh-Hant-HK.json": JSON.stringify({ RATE_LIMITED: texts }),
    },
    problems: [],
  },
]);
