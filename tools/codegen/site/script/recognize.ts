import { ask } from "#cli/explain/ask.js";
import { entries } from "#cli/generated/entries.js";
import { parseJson } from "#cli/text/find-json.js";
import { localize } from "#messages/localize.js";
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
  const failures = found?.failures ?? [];
  const isSuccess = failures.length === 0 && reportsSuccess(asked);
  const isKnown = failures.some(({ name }) => name !== "UNRECOGNIZED");
  const kind = isSuccess ? "success" : isKnown ? "found" : "nothing";
  const [first] = failures;
  const hasHint = found?.hint !== undefined && first !== undefined && "code" in first;
  return {
    kind,
    answers: failures.map(toAnswer),
    otherForm: hasHint ? first.code : undefined,
    near: isSuccess ? [] : near,
  };
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
