import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Location, lint } from "@hashkey-errors/codegen";
import { expect, onTestFinished, test } from "vitest";
import { schemas } from "../empty-catalog.js";

/** A text of this catalog that is replaced by a faulty one, and the rule that reports it. */
interface PlantedFault {
  readonly rule: string;
  readonly tag: string;
  /** The error or general failure, and the field. */
  readonly at: readonly [name: string, field: string];
  readonly text: string;
}

const FAULTS: readonly PlantedFault[] = [
  // Messages of unknown outcomes that sound certain.
  ["outcomes", "en", "ORDER_CREATION_FAILED", "message", "The exchange reported a failure."],
  ["outcomes", "zh-Hans", "ORDER_CREATION_FAILED", "message", "交易所提示下单失败。"],
  ["outcomes", "zh-Hant-HK", "NO_RESPONSE", "message", "未收到交易所的回應。"],
  ["outcomes", "ja", "INVALID_RESPONSE", "message", "取引所の応答を読み取れませんでした。"],
  ["outcomes", "ko", "POSITION_CONCENTRATION_TOO_HIGH", "paramless", "포지션 비중이 높습니다."],
  // Texts of unknown outcomes that say that the request was rejected.
  ["outcomes", "en", "WITHDRAWAL_FAILED", "title", "Withdrawal rejected"],
  // Texts of rejected requests that leave a doubt.
  ["outcomes", "en", "ORDER_PRICE_INVALID", "message", "The price may not be valid."],
  ["outcomes", "zh-Hans", "ORDER_LOCKED", "message", "订单可能已锁定。"],
  ["outcomes", "zh-Hant-HK", "ORDER_LOCKED", "message", "訂單可能已鎖定。"],
  ["outcomes", "ja", "ORDER_LOCKED", "message", "注文はロックされているかもしれません。"],
  ["outcomes", "ko", "NO_RESPONSE_rejected", "message", "요청이 전송되었을 수 있습니다."],
  // Phrases of after-reconcile elsewhere, and a description that lacks one.
  ["outcomes", "en", "KYC_REQUIRED", "description", "Check your account before sending it again."],
  ["outcomes", "ja", "ORDER_NOT_FOUND", "description", "注文IDをご確認ください。"],
  // Words of the API.
  ["api-words", "en", "TYPE_INVALID", "message", "The parameter is not valid."],
  ["api-words", "zh-Hans", "TYPE_INVALID", "message", "该参数无效。"],
  ["api-words", "zh-Hant-HK", "TIMESTAMP_OUT_OF_RANGE", "title", "超出 recvWindow"],
  ["api-words", "ja", "SYMBOL_INVALID", "message", "symbolが正しくありません。"],
  ["api-words", "ko", "PARAMETER_INVALID", "paramless", "파라미터가 올바르지 않습니다."],
  // Texts that do not fit where they are shown.
  ["width", "en", "API_KEY_EXPIRED", "title", "This API key has already expired"],
  ["width", "ja", "API_KEY_EXPIRED", "title", "有効期限が切れているAPIキーです"],
  ["width", "ko", "API_KEY_EXPIRED", "message", `${"만료된 ".repeat(15)}API Key입니다.`],
  // Other words for an error that no source tells from another.
  ["same-texts", "ja", "SYSTEM_ERROR_1181", "title", "システムエラー"],
  // Words that the glossary forbids.
  ["glossary", "ja", "API_KEY_INVALID", "title", "無効なAPI Key"],
  ["glossary", "zh-Hant-HK", "DEPOSIT_SUSPENDED", "title", "暫停充值"],
].map(([rule = "", tag = "", name = "", field = "", text = ""]) => ({
  rule,
  tag,
  at: [name, field],
  text,
}));

/** Copies this catalog into a folder that is removed when the test ends. */
function copyCatalog(): string {
  const folder = mkdtempSync(join(tmpdir(), "planted-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  cpSync(schemas, folder, {
    recursive: true,
    filter: (path) => !path.includes("node_modules"),
  });
  return folder;
}

/** Replaces a text, and returns the place where its rule has to report it. */
function plant(folder: string, { rule, tag, at: [name, field], text }: PlantedFault): string {
  const file = `locales/${tag}.json`;
  const lines = readFileSync(join(folder, file), "utf8").split("\n");
  const start = lines.findIndex((line) => line.startsWith(`  "${name}": {`));
  const index = lines.findIndex((line, at) => at > start && line.includes(`"${field}": `));
  if (start < 0 || index < 0) throw new Error(`${file} has no ${field} of ${name}`);
  const line = `    "${field}": ${JSON.stringify(text)},`;
  lines[index] = line;
  writeFileSync(join(folder, file), lines.join("\n"));
  return `${rule} ${file}:${index + 1}:${line.indexOf(": ") + 3} ${line.trim()}`;
}

/** A problem's rule and place, and the line itself. */
function printPlace(rule: string, { file, line, column, excerpt }: Location): string {
  const shown = excerpt?.lines[line - excerpt.startLine]?.trim();
  return `${rule} ${file}:${line}:${column} ${shown}`;
}

test("this catalog passes every rule, with at most ten exceptions for each language", async () => {
  const { catalog, problems } = await lint(schemas);
  expect(problems).toEqual([]);
  const excused = (catalog?.locales ?? []).map(({ tag, translations }) => {
    const names = Object.values(translations).filter(({ allow = [] }) => allow.length > 0);
    return { tag, exceptions: names.length };
  });
  expect(excused).toHaveLength(5);
  expect(excused.filter(({ exceptions }) => exceptions > 10)).toEqual([]);
});

test("each faulty text that is planted in this catalog is reported with its line", async () => {
  const folder = copyCatalog();
  const planted = FAULTS.map((fault) => plant(folder, fault));
  const { problems } = await lint(folder);
  const reported = problems.map(({ rule, location }) => printPlace(rule, location));
  expect(planted.filter((place) => !reported.includes(place))).toEqual([]);
});
