import { entries } from "#cli/generated/entries.js";
import type { FailureTexts, MessageBundle, OutcomeSentences } from "#messages/message-bundle.js";
import type { NextStep } from "#validator/next-step.js";

/** The texts of one language, as a script of the site brings them. */
interface SiteTexts {
  readonly labels: PageLabels;
  readonly outcomes?: OutcomeSentences;
  /** Of the failures without an entry, then of the errors in the order of the validator's table. */
  readonly texts: readonly (FailureTexts | 0)[];
}

/** The words that scripts put on a page. */
export interface PageLabels {
  readonly copy: string;
  readonly copied: string;
  readonly again: string;
  readonly answers: Readonly<Record<NextStep["action"], string>>;
  readonly box: Readonly<
    Record<
      "find" | "hint" | "privacy" | "found" | "nothing" | "similar" | "success" | "otherForm",
      string
    >
  >;
}

const GENERAL = ["UNRECOGNIZED", "INVALID_RESPONSE", "NO_RESPONSE", "NO_RESPONSE_rejected"];

/** Returns the texts of a language whose script has run. */
export function siteTexts(tag: string): SiteTexts | undefined {
  return (globalThis as { siteTexts?: Readonly<Record<string, SiteTexts>> }).siteTexts?.[tag];
}

/** Returns the texts of a language as `localize` takes them; empty where its script has not run. */
export function bundleOf(tag: string): MessageBundle {
  const { outcomes, texts = [] } = siteTexts(tag) ?? {};
  const names = [...GENERAL, ...entries.map(({ name }) => name)];
  const rows = texts.map((row, index) => [names[index], row]).filter(([, row]) => row !== 0);
  const bundle = { locale: tag, texts: Object.fromEntries(rows) };
  return outcomes === undefined ? bundle : { ...bundle, outcomes };
}
