import { entries } from "#cli/generated/entries.js";
import type { FailureTexts, MessageBundle, OutcomeSentences } from "#messages/message-bundle.js";
import type { NextStep } from "#validator/next-step.js";
import { pageTag } from "./page-place.js";

/** The texts of one language, as scripts of the site bring them. */
interface SiteTexts {
  readonly texts?: {
    readonly labels: PageLabels;
    readonly outcomes?: OutcomeSentences;
    /** The texts of the failures without an entry, then of the errors in the order of the table. */
    readonly texts: readonly (readonly [message: string, title?: string, ...rest: unknown[]] | 0)[];
  };
  /** The titles of the errors in the order of the table; the list of all errors has its own. */
  readonly titles?: readonly string[];
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

/** The failures without an entry that have texts, in the order of the scripts. */
declare const SITE_FAILURES: readonly string[];

function textsOf(tag: string): SiteTexts | undefined {
  return (globalThis as { site?: Readonly<Record<string, SiteTexts>> }).site?.[tag];
}

/** Returns the words of a language whose script has run. */
export function labelsOf(tag: string): PageLabels | undefined {
  return textsOf(tag)?.texts?.labels;
}

/** Returns the texts of a language as `localize` takes them; empty where its script has not run. */
export function bundleOf(tag: string): MessageBundle {
  const { texts: { outcomes, texts = [] } = {}, titles } = textsOf(tag) ?? {};
  const listed = titles === undefined && tag === pageTag ? listedTitles() : undefined;
  const names = [...SITE_FAILURES, ...entries.map(({ name }) => name)];
  const rows = names.flatMap((name, index) => {
    const [message, title = "", ...rest] = texts[index] || [];
    if (message === undefined) return [];
    const own = title || (titles?.[index - SITE_FAILURES.length] ?? listed?.get(name) ?? "");
    return [[name, [message, own, ...rest] as unknown as FailureTexts]] as const;
  });
  const bundle = { locale: tag, texts: Object.fromEntries(rows) };
  return outcomes === undefined ? bundle : { ...bundle, outcomes };
}

/** A row of the list of all errors. */
const ROW = "tr[data-again]";

/** The titles in the list of all errors, by name. */
function listedTitles(): ReadonlyMap<string, string> {
  const heads = [...document.querySelectorAll(`${ROW} th`)];
  const textIn = (head: Element, name: string) => head.querySelector(name)?.textContent ?? "";
  return new Map(heads.map((head) => [textIn(head, "code"), textIn(head, "span")]));
}
