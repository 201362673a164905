import type { Catalog, OutcomeWords } from "../../catalog/catalog.js";
import { type ErrorEntry, isErrorEntry } from "../../catalog/entry.js";
import type { Locale } from "../../catalog/locale.js";
import { localeState } from "../../catalog/locale-state.js";
import { GENERAL_FAILURES, NOT_SENT } from "../../catalog/text-unit.js";
import type { Places } from "../../load/places.js";
import { getOwn } from "../../std/get-own.js";
import {
  eachText,
  howToAllow,
  type LocaleText,
  reportTexts,
  type TextFault,
} from "../each-text.js";
import { createWordFinder, withoutPlaceholders } from "../find-words.js";
import type { Report, Rule } from "../rule.js";

/**
 * Texts fit the outcome and the retry of their error, by the phrases that `glossary.yaml` lists:
 * whoever reads one text alone learns whether the request may have been executed.
 */
export const rule: Rule = {
  name: "outcomes",
  check(catalog, report, places) {
    const byTag = catalog.glossary?.outcomeWords;
    if (byTag === undefined) return;
    const judgments = judgmentsByName(catalog);
    for (const locale of catalog.locales) {
      const words = getOwn(byTag, locale.tag);
      if (words === undefined) warnOfMissing(locale, report, places);
      else reportTexts(findFaults(catalog, locale, words, judgments), report, places);
    }
  },
};

type Judgment = Pick<ErrorEntry, "outcome" | "retry">;

/** The judgment of a failure without an entry: nobody knows what became of the request. */
const UNKNOWN: Judgment = { outcome: "unknown", retry: "after-reconcile" };

/** A malformed entry has no judgment here: until it is fixed, its texts are not checked. */
function judgmentsByName({ entries }: Catalog): ReadonlyMap<string, Judgment> {
  return new Map<string, Judgment>([
    ...GENERAL_FAILURES.map((name) => [name, UNKNOWN] as const),
    [NOT_SENT, { outcome: "rejected", retry: "after-delay" }],
    ...entries.filter(isErrorEntry).map((entry) => [entry.name, entry] as const),
  ]);
}

/** The kinds of texts that are written for one error each. */
const KINDS: readonly LocaleText["kind"][] = ["title", "message", "paramless", "description"];

function warnOfMissing({ tag, translations }: Locale, report: Report, places: Places): void {
  if (Object.keys(translations).length === 0) return;
  report(places.glossary(["outcomeWords"]), `outcomeWords has no phrases for ${tag}`, {
    severity: "warning",
    hint: "add them: until then, nothing checks that its texts fit the outcomes of their errors",
  });
}

function* findFaults(
  catalog: Catalog,
  locale: Locale,
  words: OutcomeWords,
  judgments: ReadonlyMap<string, Judgment>,
): Generator<TextFault> {
  const find = {
    uncertain: createWordFinder(words.uncertain),
    hedging: createWordFinder(words.hedging),
    rejecting: createWordFinder(words.rejecting),
    reconcile: createWordFinder(words.reconcile),
  };
  // The texts whose error was judged or worded differently when they were written.
  const stale = new Set(localeState(catalog, locale).stale);
  for (const text of eachText(locale, "outcome")) {
    const judgment = judgments.get(text.name);
    if (judgment === undefined || !KINDS.includes(text.kind)) continue;
    for (const { message, hint } of faultsOf(text, judgment, words, find)) {
      yield {
        text,
        message,
        // Whoever changes a judgment does not have to write every language first.
        ...(judgment !== UNKNOWN && stale.has(text.unit) && { severity: "warning" }),
        hint: `${hint}, or ${howToAllow("outcome")}`,
      };
    }
  }
}

interface Fault {
  readonly message: string;
  readonly hint: string;
}

type Finders = Readonly<Record<keyof OutcomeWords, (text: string) => string | undefined>>;

function* faultsOf(
  { name, kind, text: template }: LocaleText,
  { outcome, retry }: Judgment,
  words: OutcomeWords,
  find: Finders,
): Generator<Fault> {
  const text = withoutPlaceholders(template);
  const where = `the ${kind} of ${name}`;
  const isMessage = kind === "message" || kind === "paramless";
  if (outcome === "unknown" && isMessage && find.uncertain(text) === undefined) {
    yield {
      message: `${where} does not say that the outcome is unknown`,
      hint: `say so with one of: ${listWords(words.uncertain)}`,
    };
  }
  const rejecting = outcome === "unknown" ? find.rejecting(text) : undefined;
  if (rejecting !== undefined) {
    yield {
      message: `${where} says "${rejecting}", but the outcome is unknown`,
      hint: "say that the request may have been executed",
    };
  }
  const hedging = outcome === "rejected" ? find.hedging(text) : undefined;
  if (hedging !== undefined) {
    yield {
      message: `${where} says "${hedging}", but the request was rejected`,
      hint: "leave no doubt that it was not executed",
    };
  }
  yield* reconcileFaults(where, kind, retry, words, find.reconcile(text));
}

function* reconcileFaults(
  where: string,
  kind: LocaleText["kind"],
  retry: string,
  { reconcile }: OutcomeWords,
  phrase: string | undefined,
): Generator<Fault> {
  const isNeeded = kind === "description" && retry === "after-reconcile";
  if (isNeeded && phrase === undefined) {
    yield {
      message: `${where} does not say to check before sending again, but its retry is after-reconcile`,
      hint: `say so with one of: ${listWords(reconcile)}`,
    };
  }
  if (!isNeeded && phrase !== undefined) {
    yield {
      message: `${where} says "${phrase}", which is kept for descriptions of after-reconcile`,
      hint: kind === "description" ? `its retry is ${retry}: use other words` : "use other words",
    };
  }
}

const listWords = (words: readonly string[]) => words.map((word) => `"${word}"`).join(", ");
