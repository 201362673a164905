import { lint } from "@hashkey-errors/codegen";
import { expect, test } from "vitest";
import { copyAcme } from "../acme.js";
import { PAYMENTS, rateLimited, testFaults } from "../test-faults.js";

const GLOSSARY = `terms: []
outcomeWords:
  de:
    uncertain: [möglicherweise, unklar]
    hedging: [möglicherweise, könnte]
    rejecting: [abgelehnt]
    reconcile: [bevor Sie es erneut senden]
  zh-Hant-HK: { uncertain: [可能, 未明], hedging: [可能已], rejecting: [拒絕], reconcile: [再決定是否] }
`;

const OTHER_LANGUAGE = { "locales/zh-Hant-HK.json": rateLimited("請求過多。") };

/** The texts of an error whose outcome is unknown. */
function apiError(message: string, description: string, more = {}): string {
  return JSON.stringify({
    API_ERROR: { title: "錯誤", message, description, status: "final", sourceHash: "", ...more },
  });
}

/** German texts that follow every rule. */
const GERMAN = JSON.stringify({
  UNRECOGNIZED: {
    title: "Fehler",
    message: "Fehler {code}: Der Ausgang ist unklar.",
    description: "Prüfen Sie Ihre Zahlungen, bevor Sie es erneut senden.",
    status: "final",
    sourceHash: "",
  },
});

const files = { "glossary.yaml": GLOSSARY, "locales/de.json": GERMAN, ...OTHER_LANGUAGE };

testFaults("the rule outcomes", [
  { name: "texts that fit the outcomes", files, problems: [] },
  {
    name: "a message that hides that the outcome is unknown",
    files: {
      ...files,
      "locales/zh-Hant-HK.json": apiError("系統錯誤。", "請檢查付款，再決定是否重試。"),
    },
    problems: [
      'outcomes: the message of API_ERROR does not say that the outcome is unknown | say so with one of: "可能", "未明", or allow it for this entry in its locale\'s file: "allow": ["outcome"] @ locales/zh-Hant-HK.json: "系統錯誤。","description":"請檢',
    ],
  },
  {
    name: "a message of which only the name of a placeholder says that the outcome is unknown",
    files: {
      ...files,
      "glossary.yaml": GLOSSARY.replace("unklar]", "unklar, code]"),
      "locales/de.json": GERMAN.replace(": Der Ausgang ist unklar", ""),
    },
    problems: [
      'outcomes: the message of UNRECOGNIZED does not say that the outcome is unknown | say so with one of: "möglicherweise", "unklar", "code", or allow it for this entry in its locale\'s file: "allow": ["outcome"] @ locales/de.json: "Fehler {code}.","descrip',
    ],
  },
  {
    name: "a text that says that a request of unknown outcome was rejected",
    files: {
      ...files,
      "locales/zh-Hant-HK.json": apiError("請求可能已被拒絕。", "請檢查付款，再決定是否重試。"),
    },
    problems: [
      'outcomes: the message of API_ERROR says "拒絕", but the outcome is unknown | say that the request may have been executed, or allow it for this entry in its locale\'s file: "allow": ["outcome"] @ locales/zh-Hant-HK.json: "請求可能已被拒絕。","description"',
    ],
  },
  {
    name: "a rejected text that leaves a doubt",
    files: { ...files, "locales/zh-Hant-HK.json": rateLimited("請求可能已執行。") },
    problems: [
      'outcomes: the message of RATE_LIMITED says "可能已", but the request was rejected | leave no doubt that it was not executed, or allow it for this entry in its locale\'s file: "allow": ["outcome"] @ locales/zh-Hant-HK.json: "請求可能已執行。","description":',
    ],
  },
  {
    name: "a description of after-reconcile that does not say to check first",
    files: { ...files, "locales/zh-Hant-HK.json": apiError("結果未明。", "請檢查付款。") },
    problems: [
      'outcomes: the description of API_ERROR does not say to check before sending again, but its retry is after-reconcile | say so with one of: "再決定是否", or allow it for this entry in its locale\'s file: "allow": ["outcome"] @ locales/zh-Hant-HK.json: "請檢查付款。","status":"final"',
    ],
  },
  {
    name: "a phrase that is kept for descriptions of after-reconcile",
    files: {
      ...files,
      "locales/zh-Hant-HK.json": rateLimited("請求過多。", "稍等，再決定是否重試。"),
    },
    problems: [
      'outcomes: the description of RATE_LIMITED says "再決定是否", which is kept for descriptions of after-reconcile | its retry is after-delay: use other words, or allow it for this entry in its locale\'s file: "allow": ["outcome"] @ locales/zh-Hant-HK.json: "稍等，再決定是否重試。","status":"f',
    ],
  },
  {
    name: "a general text that does not say that the outcome is unknown",
    files: {
      ...files,
      "locales/de.json": GERMAN.replace("Fehler {code}: Der Ausgang ist unklar.", "Fehler {code}."),
    },
    problems: [
      'outcomes: the message of UNRECOGNIZED does not say that the outcome is unknown | say so with one of: "möglicherweise", "unklar", or allow it for this entry in its locale\'s file: "allow": ["outcome"] @ locales/de.json: "Fehler {code}.","descrip',
    ],
  },
  {
    name: "a phrase at the start of a sentence, and no part of a longer word",
    files: {
      ...files,
      "locales/de.json": GERMAN.replace(
        "Fehler {code}: Der Ausgang ist unklar.",
        "Fehler {code}, unklare Lage.",
      ),
      "locales/zh-Hant-HK.json": apiError("未明。", "再決定是否重試。"),
    },
    problems: [
      'outcomes: the message of UNRECOGNIZED does not say that the outcome is unknown | say so with one of: "möglicherweise", "unklar", or allow it for this entry in its locale\'s file: "allow": ["outcome"] @ locales/de.json: "Fehler {code}, unklare L',
    ],
  },
  {
    name: "an unfitting text that may stay",
    files: {
      ...files,
      "locales/zh-Hant-HK.json": apiError("系統錯誤。", "請檢查。", { allow: ["outcome"] }),
    },
    problems: [],
  },
  {
    name: "a malformed entry, and nothing of its texts: nobody knows its outcome until it is fixed",
    edit: [PAYMENTS, "name: RATE_LIMITED", "name: RATE_LIMITED\n    code2: slow"],
    files,
    problems: [
      'schema: unknown field "code2": expected one of name, kind, code, aliases, httpStatus, message, variants, params, description, category, fault, outcome, retry, delay, tags, audience, alike, documented, sources, notes, draft, retired | did you mean "code"? @ catalog/payments.yaml: code2: slow',
    ],
  },
]);

test("the rule outcomes warns of a locale for which the glossary has no phrases", async () => {
  const acme = copyAcme();
  for (const [file, text] of Object.entries(files)) acme.write(file, text);
  acme.write("glossary.yaml", GLOSSARY.replace("zh-Hant-HK:", "pt-BR:"));
  const { problems } = await lint(acme.catalog);
  expect(problems.filter(({ rule }) => rule === "outcomes").map(({ message }) => message)).toEqual([
    "outcomeWords has no phrases for zh-Hant-HK",
  ]);
});

test("a text that does not fit the outcome is a warning if it was written before the error was judged so", async () => {
  const acme = copyAcme();
  acme.write("glossary.yaml", GLOSSARY);
  acme.edit("catalog/payments.yaml", "retry: after-fix", "retry: after-reconcile");
  const { problems } = await lint(acme.catalog);
  const found = problems.filter(
    ({ rule, message }) => rule === "outcomes" && /CARD_EXPIRED|API_ERROR/.test(message),
  );
  expect(found.map(({ severity, message }) => [severity, message.split(" does not ")[0]])).toEqual([
    ["warning", "the description of CARD_EXPIRED"],
    ["error", "the message of API_ERROR"],
    ["error", "the description of API_ERROR"],
  ]);
});
