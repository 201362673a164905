import { entryNamed } from "#cli/catalog/lookup.js";
import { toFailure } from "#cli/catalog/to-failure.js";
import { ask, isAnswer } from "#cli/explain/ask.js";
import { type LocalizedError, localize } from "#messages/localize.js";
import type { MessageBundle } from "#messages/message-bundle.js";
import type { NextStep } from "#validator/next-step.js";
import { loadBundle, loadBundles } from "./load-bundles.js";
import { loadReader } from "./load-reader.js";
import { pageTag, siteTags } from "./page-place.js";
import { bundleOf } from "./site-texts.js";

/** An error that answers a question, in the language of the page. */
export interface Answer {
  readonly name: string;
  readonly code: string;
  readonly action: NextStep["action"];
  readonly texts: LocalizedError;
}

/** The meaning of a question. */
export interface Recognized {
  readonly kind: "found" | "nothing" | "success";
  readonly answers: readonly Answer[];
  /** The code in the form that the API sends, where it was asked for in another. */
  readonly otherForm: string | undefined;
  /** The errors that are similar, where nothing fits. */
  readonly near: readonly Answer[];
}

type Failure = Parameters<typeof localize>[0];

/**
 * The actions for a request that writes, by the outcome and the retry of its failure: codegen asks
 * the validator's `nextStep`, most of which is about waits and batches.
 */
declare const SITE_ACTIONS: Readonly<Record<string, Readonly<Record<string, NextStep["action"]>>>>;

/** Recognizes a code, a name, a sentence, a response, a line of a log or what a client says. */
export async function recognize(question: string): Promise<Recognized> {
  const { found, near } = await ask(question, { loadBundles, loadReader });
  const failures = found?.failures ?? [];
  const [first] = failures;
  const similar = near
    .flatMap(({ name }) => entryNamed(name) ?? [])
    .map((entry) => toFailure(entry));
  const bundles = await bundlesFor([...failures, ...similar]);
  const hasHint = found?.hint !== undefined && first !== undefined && "code" in first;
  return {
    kind: !isAnswer(found) ? "nothing" : first === undefined ? "success" : "found",
    answers: failures.map((failure) => toAnswer(failure, bundles)),
    otherForm: hasHint ? first.code : undefined,
    near: similar.map((failure) => toAnswer(failure, bundles)),
  };
}

/** Returns the texts of the page's language, and of the first one where some are missing. */
async function bundlesFor(failures: readonly Failure[]): Promise<readonly MessageBundle[]> {
  const own = bundleOf(pageTag);
  const isSaid = (failure: Failure) => localize(failure, own).title !== "";
  if (own.outcomes !== undefined && failures.every(isSaid)) return [own];
  return [own, await loadBundle(siteTags[0] ?? pageTag)];
}

function toAnswer(failure: Failure, bundles: readonly MessageBundle[]): Answer {
  const texts = localize(failure, bundles);
  const { name } = failure;
  const code = entryNamed(name)?.code ?? ("code" in failure ? failure.code : "");
  const action = SITE_ACTIONS[failure.outcome]?.[failure.retry] ?? "reconcile";
  return { name, code, action, texts };
}
