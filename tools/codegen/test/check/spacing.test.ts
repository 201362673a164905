import { lint } from "@hashkey-errors/codegen";
import { expect, test } from "vitest";
import { copyAcme } from "../acme.js";
import { rateLimited, testFaults } from "../test-faults.js";

testFaults("the rule spacing", [
  {
    name: "Latin without spaces and half-width punctuation in Chinese",
    files: { "locales/zh-Hant-HK.json": rateLimited("請檢查API Key,再試。") },
    problems: [
      'spacing: wrong spacing or punctuation in the message of RATE_LIMITED | write "請檢查 API Key，再試。", or allow it for this entry in its locale\'s file: "allow": ["spacing"] @ locales/zh-Hant-HK.json: "請檢查API Key,再試。","descrip',
    ],
  },
  {
    name: "spaces around Latin and half-width punctuation in Japanese",
    files: {
      "locales/ja.json": rateLimited("リクエスト が多い, API を確認", "IDを確認してください."),
    },
    problems: [
      'spacing: wrong spacing or punctuation in the message of RATE_LIMITED | write "リクエスト が多い、APIを確認", or allow it for this entry in its locale\'s file: "allow": ["spacing"] @ locales/ja.json: "リクエスト が多い, API を確認","des',
      'spacing: wrong spacing or punctuation in the description of RATE_LIMITED | write "IDを確認してください。", or allow it for this entry in its locale\'s file: "allow": ["spacing"] @ locales/ja.json: "IDを確認してください.","status":"',
    ],
  },
  {
    name: "Japanese without spaces around Latin",
    files: {
      "locales/ja.json": rateLimited(
        "リクエストが多すぎます（API Key）。",
        "注文IDを確認し、30日以内に再度お試しください。",
      ),
    },
    problems: [],
  },
  {
    name: "wrong spacing that the entry's texts may have",
    files: {
      "locales/ja.json": rateLimited("ID を確認.", "お試しください。", { allow: ["spacing"] }),
    },
    problems: [],
  },
]);

test("the correction that the rule spacing proposes keeps placeholders", async () => {
  const acme = copyAcme();
  acme.write(
    "locales/zh-Hans.json",
    JSON.stringify({
      CARD_REFUSED: {
        title: "被拒绝",
        message: "卡被拒绝,请{days}天后再试.",
        description: "请稍后。",
        status: "final",
        sourceHash: "",
      },
    }),
  );
  const { problems } = await lint(acme.catalog);
  expect(problems.find(({ rule }) => rule === "spacing")?.hint).toBe(
    'write "卡被拒绝，请 {days} 天后再试。", or allow it for this entry in its locale\'s file: "allow": ["spacing"]',
  );
});
