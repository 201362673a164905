import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type ErrorEntry, isErrorEntry, type Location, lint } from "@hashkey-errors/codegen";
import { expect, test } from "vitest";
import { schemas } from "../own-catalog.js";
import { temporaryFolder } from "../temporary-folder.js";

type Errors = readonly ErrorEntry[];

/** The errors of this catalog that faults can be planted in, whatever their names. */
const SUBJECTS = {
  unknown: (errors: Errors) =>
    namesOf(errors, ({ outcome, params }) => outcome === "unknown" && isEmpty(params)),
  "unknown with params": (errors: Errors) =>
    namesOf(errors, ({ outcome, params }) => outcome === "unknown" && !isEmpty(params)),
  rejected: (errors: Errors) =>
    namesOf(
      errors,
      ({ outcome, retry, params }) =>
        outcome === "rejected" && retry === "after-fix" && isEmpty(params),
    ),
  repeated: (errors: Errors) =>
    namesOf(errors, ({ outcome, retry }) => outcome === "rejected" && retry === "after-reconcile"),
  // The later ones repeat the texts of the first.
  alike: (errors: Errors) => errors.find(({ alike = [] }) => alike.length > 0)?.alike ?? [],
  NO_RESPONSE: () => ["NO_RESPONSE"],
  NO_RESPONSE_rejected: () => ["NO_RESPONSE_rejected"],
  INVALID_RESPONSE: () => ["INVALID_RESPONSE"],
};

function namesOf(errors: Errors, isSubject: (error: ErrorEntry) => boolean): readonly string[] {
  return errors
    .filter((error) => error.alike === undefined && isSubject(error))
    .map(({ name }) => name);
}

const isEmpty = (params: object) => Object.keys(params).length === 0;

/** A text of this catalog that is replaced by a faulty one, and the rule that reports it. */
interface PlantedFault {
  readonly rule: string;
  readonly tag: string;
  readonly subject: keyof typeof SUBJECTS;
  readonly field: string;
  readonly text: string;
}

const FAULTS: readonly PlantedFault[] = [
  // Messages of unknown outcomes that sound certain.
  fault("outcomes", "en", "unknown", "message", "The exchange reported a failure."),
  fault("outcomes", "zh-Hans", "unknown", "message", "交易所提示下单失败。"),
  fault("outcomes", "zh-Hant-HK", "NO_RESPONSE", "message", "未收到交易所的回應。"),
  fault("outcomes", "ja", "INVALID_RESPONSE", "message", "応答を読み取れませんでした。"),
  fault("outcomes", "ko", "unknown with params", "paramless", "포지션 비중이 높습니다."),
  // Texts of unknown outcomes that say that the request was rejected.
  fault("outcomes", "en", "unknown", "title", "Withdrawal rejected"),
  // Texts of rejected requests that leave a doubt.
  fault("outcomes", "en", "rejected", "message", "The price may not be valid."),
  fault("outcomes", "zh-Hans", "rejected", "message", "订单可能已锁定。"),
  fault("outcomes", "zh-Hant-HK", "rejected", "message", "訂單可能已鎖定。"),
  fault("outcomes", "ja", "rejected", "message", "ロックされているかもしれません。"),
  fault("outcomes", "ko", "NO_RESPONSE_rejected", "message", "전송되었을 수 있습니다."),
  // Phrases of after-reconcile elsewhere, and a description that lacks one.
  fault("outcomes", "en", "rejected", "description", "Check it before sending it again."),
  fault("outcomes", "ja", "repeated", "description", "注文IDをご確認ください。"),
  // Words of the API.
  fault("api-words", "en", "rejected", "message", "The parameter is not valid."),
  fault("api-words", "zh-Hans", "rejected", "message", "该参数无效。"),
  fault("api-words", "zh-Hant-HK", "rejected", "title", "超出 recvWindow"),
  fault("api-words", "ja", "rejected", "message", "symbolが正しくありません。"),
  fault("api-words", "ko", "rejected", "message", "파라미터가 올바르지 않습니다."),
  // Texts that do not fit where they are shown.
  fault("width", "en", "rejected", "title", "This API key has already expired"),
  fault("width", "ja", "rejected", "title", "有効期限が切れているAPIキーです"),
  fault("width", "ko", "rejected", "message", `${"만료된 ".repeat(15)}API Key입니다.`),
  // Other words for an error that no source tells from another.
  fault("same-texts", "ja", "alike", "title", "別のタイトル"),
  // Words that the glossary forbids.
  fault("glossary", "ja", "rejected", "title", "無効なAPI Key"),
  fault("glossary", "zh-Hant-HK", "rejected", "title", "暫停充值"),
];

function fault(
  rule: string,
  tag: string,
  subject: keyof typeof SUBJECTS,
  field: string,
  text: string,
): PlantedFault {
  return { rule, tag, subject, field, text };
}

/** Finds an error for each fault: no text is replaced twice. */
function findSubjects(errors: Errors): readonly string[] {
  const used = new Set<string>();
  return FAULTS.map(({ subject, tag, field }) => {
    const free = SUBJECTS[subject](errors).find((name) => !used.has(`${tag} ${name} ${field}`));
    if (free === undefined) throw new Error(`no error is left for ${subject} in ${tag}`);
    used.add(`${tag} ${free} ${field}`);
    return free;
  });
}

/** Copies this catalog into a folder that is removed when the test ends. */
function copyCatalog(): string {
  const folder = temporaryFolder("planted");
  cpSync(schemas, folder, {
    recursive: true,
    filter: (path) => !path.includes("node_modules"),
  });
  return folder;
}

/** Replaces a text, and returns the place where its rule has to report it. */
function plant(
  folder: string,
  { rule, tag, field, text }: PlantedFault,
  name: string | undefined,
): string {
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
  expect(problems.filter(({ severity }) => severity === "error")).toEqual([]);
  const excused = (catalog?.locales ?? []).map(({ tag, translations }) => {
    const names = Object.values(translations).filter(({ allow = [] }) => allow.length > 0);
    return { tag, exceptions: names.length };
  });
  expect(excused).not.toEqual([]);
  expect(excused.filter(({ exceptions }) => exceptions > 10)).toEqual([]);
});

test("each faulty text that is planted in this catalog is reported with its line", async () => {
  const folder = copyCatalog();
  const { catalog } = await lint(folder);
  const names = findSubjects((catalog?.entries ?? []).filter(isErrorEntry));
  const planted = FAULTS.map((one, index) => plant(folder, one, names[index]));
  const { problems } = await lint(folder);
  const reported = problems.map(({ rule, location }) => printPlace(rule, location));
  expect(planted.filter((place) => !reported.includes(place))).toEqual([]);
});
