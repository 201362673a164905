import type { Catalog } from "../../catalog/catalog.js";
import { finalNames, namesIn, wireOf } from "../../catalog/wire.js";
import { type ExpectedError, expectError } from "./expected-error.js";

/** The result that a port must give for a body. */
export type ExpectedResponse =
  | { readonly kind: "success" }
  | ({ readonly kind: "error" } & ExpectedError & { readonly next: ExpectedStep })
  | {
      readonly kind: "invalid";
      readonly issues: readonly ExpectedIssue[];
      readonly outcome: string;
      readonly retry: string;
      readonly next: ExpectedStep;
    }
  | { readonly kind: "batch"; readonly items: readonly ExpectedResponse[] };

/** The part of an issue that every port can agree on: not its words. */
interface ExpectedIssue {
  readonly keyword: string;
  readonly path: readonly (string | number)[];
}

/** The action of the first attempt, for a read and for a write. */
interface ExpectedStep {
  readonly read: string;
  readonly write: string;
}

type Members = Readonly<Record<string, unknown>>;

/**
 * Returns what a parsed body means under an HTTP status, by the rules as the documents state them,
 * in their order. It is written for reading, shares no code with the validator, and is held against
 * it by a test over every vector.
 */
export function expectResponse(
  catalog: Catalog,
  body: unknown,
  status: number | null,
  isItem = false,
): ExpectedResponse {
  const wire = wireOf(catalog.manifest);
  const [codeKey = ""] = finalNames(wire.code);
  const invalid = (keyword: string, path: readonly (string | number)[] = []) =>
    expectInvalid(catalog, [{ keyword, path }], status);
  if (typeof body !== "object" || body === null) return invalid("type");
  const place = namesIn(wire.error);
  const error = place.reduce<Members>((outer, key) => membersOf(outer[key]), membersOf(body));
  const code = error[codeKey];
  const isCoded = Object.hasOwn(error, codeKey);
  const isSuccess = wire.success.some((success) => success === code);
  const [mainKey = "", ...otherKeys] = finalNames(wire.message);
  if (!isText(error[mainKey])) return invalid("type", [...place, mainKey]);
  // In a success, the other members may be anything.
  const textKeys = isCoded && !isSuccess ? [mainKey, ...otherKeys] : [mainKey];
  const text = textKeys.map((key) => error[key]).find((value) => typeof value === "string");
  if (isCoded && !isSuccess) {
    if (!isCode(catalog, code)) return invalid("type", [...place, codeKey]);
    return expectFailed(catalog, code, (text as string | undefined) ?? null, status);
  }
  const issue = findFailure(catalog, body, isCoded, text !== undefined, status);
  if (issue !== undefined) return invalid(issue.keyword, issue.path);
  if (!isItem && isBatch(catalog, body)) {
    const items = membersOf(body)[batchKey(catalog)] as readonly unknown[];
    return { kind: "batch", items: items.map((item) => expectResponse(catalog, item, null, true)) };
  }
  return { kind: "success" };
}

/** Returns what keeps a body without an error's code from being a success. */
function findFailure(
  catalog: Catalog,
  body: object,
  isCoded: boolean,
  hasText: boolean,
  status: number | null,
): ExpectedIssue | undefined {
  const wire = wireOf(catalog.manifest);
  const place = namesIn(wire.error);
  if (status !== null && status >= 400)
    return {
      keyword: "httpStatus",
      path: isCoded ? [...place, ...finalNames(wire.code).slice(0, 1)] : [],
    };
  const flag = findFlag(catalog, membersOf(body));
  if (flag !== undefined) return flag;
  if (isCoded || !(hasText || isOtherError(catalog, body))) return undefined;
  return { keyword: "required", path: [] };
}

/** Returns what a text means that is not parsed yet. */
export function expectText(
  catalog: Catalog,
  text: string,
  status: number | null,
): ExpectedResponse {
  let body: unknown;
  try {
    body = JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch {
    return expectInvalid(catalog, [{ keyword: "contentMediaType", path: [] }], status);
  }
  return expectResponse(catalog, body, status);
}

function expectFailed(
  catalog: Catalog,
  code: string | number,
  text: string | null,
  status: number | null,
): ExpectedResponse {
  const error = expectError(catalog, code, text);
  const judged =
    error.name === "UNRECOGNIZED" ? { ...error, ...judgeStatus(catalog, status) } : error;
  return { kind: "error", ...judged, next: expectStep(judged) };
}

function expectInvalid(
  catalog: Catalog,
  issues: readonly ExpectedIssue[],
  status: number | null,
): ExpectedResponse {
  const judged = judgeStatus(catalog, status);
  return { kind: "invalid", issues, ...judged, next: expectStep(judged) };
}

function judgeStatus({ manifest }: Catalog, status: number | null): Judgement {
  const { outcome = "unknown", retry = "after-reconcile" } =
    wireOf(manifest).statuses[String(status)] ?? {};
  return { outcome, retry };
}

interface Judgement {
  readonly outcome: string;
  readonly retry: string;
}

function expectStep({ outcome, retry }: Judgement): ExpectedStep {
  if (outcome === "applied") return { read: "done", write: "done" };
  const byRetry: Readonly<Record<string, string>> = { "after-fix": "fix", never: "give-up" };
  const read = byRetry[retry] ?? "wait";
  const isOpen = outcome === "unknown" || retry === "after-reconcile";
  return { read, write: isOpen ? "reconcile" : read };
}

function isText(value: unknown): boolean {
  return value === undefined || value === null || typeof value === "string";
}

function isCode({ manifest }: Catalog, code: unknown): code is string | number {
  if (typeof code === "string") return code !== "";
  return wireOf(manifest).numericCodes && Number.isSafeInteger(code);
}

/** The first member of the body that says that the request failed, or says it in another type. */
function findFlag({ manifest }: Catalog, members: Members): ExpectedIssue | undefined {
  for (const [key, values] of failedValues(manifest)) {
    if (!Object.hasOwn(members, key)) continue;
    const failed = values;
    if (failed.some((value) => value === members[key])) return { keyword: "not", path: [key] };
    const isOfType = failed.some((value) => typeof value === typeof members[key]);
    if (!isOfType) return { keyword: "type", path: [key] };
  }
  return undefined;
}

function isOtherError({ manifest }: Catalog, body: object): boolean {
  const [error] = namesIn(wireOf(manifest).error);
  const members = membersOf(body);
  if (error !== undefined && (members[error] ?? null) !== null) return true;
  return typeof members.status === "number" && members.status >= 400;
}

function isBatch({ manifest }: Catalog, body: object): boolean {
  const wire = wireOf(manifest);
  const [error] = namesIn(wire.error);
  const [code = ""] = finalNames(wire.code);
  const items = wire.batch === undefined ? undefined : membersOf(body)[batchKey({ manifest })];
  const errorOf = (item: unknown) =>
    error === undefined ? membersOf(item) : membersOf(membersOf(item)[error]);
  return Array.isArray(items) && items.some((item) => Object.hasOwn(errorOf(item), code));
}

function membersOf(value: unknown): Members {
  const isObject = typeof value === "object" && value !== null && !Array.isArray(value);
  return isObject ? (value as Members) : {};
}

function batchKey({ manifest }: Pick<Catalog, "manifest">): string {
  return finalNames([wireOf(manifest).batch?.path ?? []])[0] ?? "";
}

function failedValues(manifest: Catalog["manifest"]) {
  return (wireOf(manifest).failed?.members ?? []).map(
    ({ path: [key = ""], values }) => [key, values] as const,
  );
}
