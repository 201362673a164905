import { type ErrorPlaces, type Wire, wireOf } from "../../catalog/wire.js";
import { type ExpectedError, expectError, type Reading } from "./expected-error.js";
import { type ExpectedIssue, findFlag, judgeFlags } from "./expected-verdict.js";
import { findValues, type Located } from "./find-values.js";
import {
  type CodedError,
  errorsIn,
  isCoded,
  type ReadError,
  readError,
  textOf,
} from "./read-error.js";

/** The result that a port must give for a body. */
export type ExpectedResponse =
  | { readonly kind: "success" }
  | ({ readonly kind: "error" } & ExpectedError & {
        /** Where the API lists errors: the names of all of them. */
        readonly errors?: readonly string[];
        readonly next: ExpectedStep;
      })
  | {
      readonly kind: "invalid";
      readonly issues: readonly ExpectedIssue[];
      readonly outcome: string;
      readonly retry: string;
      readonly next: ExpectedStep;
    }
  | { readonly kind: "batch"; readonly items: readonly ExpectedResponse[] };

/** The action of the first attempt, for a read and for a write. */
interface ExpectedStep {
  readonly read: string;
  readonly write: string;
}

/**
 * Returns what a parsed body means under an HTTP status, by the rules as the documents state them,
 * in their order. It is written for reading, shares no code with the validator, and is held against
 * it by a test over every vector.
 */
export function expectResponse(
  reading: Reading,
  body: unknown,
  status: number | null,
  isItem = false,
): ExpectedResponse {
  const wire = wireOf(reading.manifest);
  const places: ErrorPlaces = (isItem ? wire.batch : undefined) ?? wire;
  const invalid = ({ keyword, path }: ExpectedIssue) =>
    expectInvalid(reading, [{ keyword, path }], status);
  if (typeof body !== "object" || body === null) return invalid({ keyword: "type", path: [] });
  const verdict = judgeFlags(wire, body, status);
  const read: ReadError =
    verdict === "succeeded" ? { kind: "none" } : readError(wire, places, body);
  if (read.kind === "textless") return invalid({ keyword: "type", path: read.text.place });
  if (read.kind === "bad") return invalid({ keyword: "type", path: read.code.place });
  if (read.kind === "error") return expectFailed(reading, read, status);
  const isFailure = status !== null && status >= 400;
  if (read.kind === "none" && wire.statusIsCode && isFailure) {
    const first = { code: String(status), text: anyText(places, body) };
    return expectFailed(reading, { first, errors: [first] }, status);
  }
  const issue = findFailure(wire, places, body, { read, verdict, status });
  if (issue !== undefined) return invalid(issue);
  const items = isItem ? undefined : batchItems(wire, body);
  if (items === undefined) return { kind: "success" };
  return { kind: "batch", items: items.map((item) => expectResponse(reading, item, null, true)) };
}

/** Returns what a text means that is not parsed yet. */
export function expectText(
  reading: Reading,
  text: string,
  status: number | null,
): ExpectedResponse {
  let body: unknown;
  try {
    body = JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch {
    return expectInvalid(reading, [{ keyword: "contentMediaType", path: [] }], status);
  }
  return expectResponse(reading, body, status);
}

/** The facts about a body without an error's code. */
interface Known {
  readonly read: ReadError;
  readonly verdict: ReturnType<typeof judgeFlags>;
  readonly status: number | null;
}

/** Returns what keeps a body without an error's code from being a success. */
function findFailure(
  wire: Wire,
  places: ErrorPlaces,
  body: object,
  { read, verdict, status }: Known,
): ExpectedIssue | undefined {
  if (status !== null && status >= 400) {
    return { keyword: "httpStatus", path: read.kind === "success" ? read.code.place : [] };
  }
  const flag = verdict === "succeeded" ? undefined : findFlag(wire, body);
  if (flag !== undefined) return flag;
  if (verdict === "succeeded" || read.kind === "success") return undefined;
  const isOther = anyText(places, body, 1) !== null || isOtherError(places, body);
  return isOther ? { keyword: "required", path: [] } : undefined;
}

/** The text of the first error that has one; `limit` is how many of its places count. */
function anyText(places: ErrorPlaces, body: unknown, limit?: number): string | null {
  const message = places.message.slice(0, limit);
  const texts = errorsIn(places, body).map((error) => textOf({ ...places, message }, error));
  return texts.find((text) => text !== null) ?? null;
}

/** Whether something stands where the API has its errors, or where web frameworks have theirs. */
function isOtherError({ error, isList }: ErrorPlaces, body: object): boolean {
  const root: Located = { value: body, place: [] };
  const isSomething = ({ value }: Located) =>
    value !== null && !(isList && Array.isArray(value) && value.length === 0);
  if (error.length > 0 && findValues(root, error).some(isSomething)) return true;
  const [status] = findValues(root, [{ kind: "member", name: "status" }]);
  return typeof status?.value === "number" && status.value >= 400;
}

/** The items of a batch; undefined where a body is not one. */
function batchItems(wire: Wire, body: object): readonly unknown[] | undefined {
  const { batch } = wire;
  if (batch === undefined) return undefined;
  const lists = findValues({ value: body, place: [] }, batch.path).map(({ value }) => value);
  return lists
    .filter((list) => Array.isArray(list))
    .find((list) => list.some((item) => isCoded(batch, item)));
}

function expectFailed(
  reading: Reading,
  { first, errors }: { readonly first: CodedError; readonly errors: readonly CodedError[] },
  status: number | null,
): ExpectedResponse {
  const expect = ({ code, text }: CodedError): ExpectedError => {
    const error = expectError(reading, code, text);
    return error.name === "UNRECOGNIZED" ? { ...error, ...judgeStatus(reading, status) } : error;
  };
  const { isList } = wireOf(reading.manifest);
  const expected = (isList ? errors : [first]).map(expect);
  const names = isList && { errors: expected.map(({ name }) => name) };
  return { kind: "error", ...expect(first), ...names, next: expectSteps(expected) };
}

function expectInvalid(
  reading: Reading,
  issues: readonly ExpectedIssue[],
  status: number | null,
): ExpectedResponse {
  const judged = judgeStatus(reading, status);
  return { kind: "invalid", issues, ...judged, next: expectStep(judged) };
}

function judgeStatus({ manifest }: Reading, status: number | null): Judgment {
  const { outcome = "unknown", retry = "after-reconcile" } =
    wireOf(manifest).statuses[String(status)] ?? {};
  return { outcome, retry };
}

interface Judgment {
  readonly outcome: string;
  readonly retry: string;
}

/** From the most careful to the least careful. */
const STEPS = ["reconcile", "give-up", "fix", "wait", "done"];

/** The most careful step that any of several errors of one request needs. */
function expectSteps(errors: readonly Judgment[]): ExpectedStep {
  const steps = errors.map(expectStep);
  const among = (actions: readonly string[]) =>
    STEPS.find((each) => actions.includes(each)) as string;
  const read = among(steps.map((step) => step.read));
  const write = among(steps.map((step) => step.write));
  // Sending it again would repeat the part that was carried out.
  const isPart = write !== "done" && errors.some(({ outcome }) => outcome === "applied");
  return { read, write: isPart ? "reconcile" : write };
}

function expectStep({ outcome, retry }: Judgment): ExpectedStep {
  if (outcome === "applied") return { read: "done", write: "done" };
  const byRetry: Readonly<Record<string, string>> = { "after-fix": "fix", never: "give-up" };
  const read = byRetry[retry] ?? "wait";
  const isOpen = outcome === "unknown" || retry === "after-reconcile";
  return { read, write: isOpen ? "reconcile" : read };
}
