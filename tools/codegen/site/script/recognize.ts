import { ask } from "#cli/explain/ask.js";
import { entries } from "#cli/generated/entries.js";
import { parseJson } from "#cli/text/find-json.js";
import { localize } from "#messages/localize.js";
import { isSuccessCode } from "#validator/generated/wire.js";
import { parseResponse } from "#validator/index.js";
import { type NextStep, nextStep } from "#validator/next-step.js";
import { loadBundles } from "./load-bundles.js";
import { pageTag, siteTags } from "./page-place.js";
import { bundleOf } from "./site-texts.js";

/** An error that answers a question, in the language of the page. */
export interface Answer {
  readonly name: string;
  readonly code: string;
  readonly action: NextStep["action"];
  readonly title: string;
  readonly message: string;
  readonly outcome: string;
}

/** What a question means. */
export interface Recognized {
  readonly kind: "found" | "nothing" | "success";
  readonly answers: readonly Answer[];
  /** The code in the form that the API sends, where it was asked for in another. */
  readonly otherForm: string | undefined;
  /** The names and codes that are similar, where nothing fits. */
  readonly near: readonly { readonly name: string; readonly code: string }[];
}

type Failure = Parameters<typeof localize>[0];

/** Recognizes a code, a name, a sentence, a response or a line of a log. */
export async function recognize(question: string): Promise<Recognized> {
  const { asked, found, near } = await ask(question, loadBundles);
  const general = found === undefined ? generalFailureOf(asked) : undefined;
  if (general !== undefined)
    return { kind: "found", answers: [toAnswer(general)], otherForm: undefined, near: [] };
  const failures = found?.failures ?? [];
  const [first] = failures;
  if (first === undefined ? reportsSuccess(asked) : isBareSuccess(first))
    return { kind: "success", answers: [], otherForm: undefined, near: [] };
  const isKnown = failures.some(({ name }) => name !== "UNRECOGNIZED");
  const hasHint = found?.hint !== undefined && first !== undefined && "code" in first;
  return {
    kind: isKnown ? "found" : "nothing",
    answers: failures.map(toAnswer),
    otherForm: hasHint ? first.code : undefined,
    near,
  };
}

const UNKNOWN = { outcome: "unknown", retry: "after-reconcile" } as const;

/** The failures that no entry is about: they have pages, and names that are asked for. */
const GENERAL: readonly Failure[] = [
  { name: "NO_RESPONSE", ...UNKNOWN },
  { name: "INVALID_RESPONSE", ...UNKNOWN, httpStatus: null, issues: [] },
  { name: "UNRECOGNIZED", ...UNKNOWN, code: "…", msg: null, candidates: [] } as unknown as Failure,
];

/** A failure by its name, or the page of a proxy that answered in the place of the API. */
function generalFailureOf(asked: string): Failure | undefined {
  const word = asked.toUpperCase().replaceAll(/[\s-]+/g, "_");
  const wanted = /^<(?:!doctype|html)\b/i.test(asked) ? "INVALID_RESPONSE" : word;
  return GENERAL.find(
    ({ name }) => name === wanted || new RegExp(`\\b${name}\\b`).test(asked.slice(0, 1000)),
  );
}

/** Whether a code alone was asked for that reports no error. */
function isBareSuccess(failure: Failure): boolean {
  return failure.name === "UNRECOGNIZED" && isSuccessCode(failure.code);
}

function toAnswer(failure: Failure): Answer {
  const bundles = [...new Set([pageTag, siteTags[0] ?? ""])].map(bundleOf);
  const { title, message, outcome } = localize(failure, bundles);
  const { name } = failure;
  const listed = entries.find((entry) => entry.name === name)?.code;
  const code = listed ?? ("code" in failure ? failure.code : "");
  const { action } = nextStep(failure, { method: "POST" });
  return { name, code, action, title, message, outcome };
}

function reportsSuccess(asked: string): boolean {
  const body = /^[[{]/.test(asked) ? parseJson(asked) : undefined;
  return body !== undefined && parseResponse(body).kind === "success";
}
