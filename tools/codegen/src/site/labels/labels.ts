import type { Action, Outcome } from "../load-runtime.js";

/** The answer to "May I send it again?". */
interface AgainAnswer {
  /** A few words: an answer to the question, and a cell of a table. */
  readonly short: string;
  /** A sentence that says under what condition. */
  readonly sentence: string;
}

/** The words of the site itself in one language. `{name}` stands for a value. */
export interface Labels {
  /** BCP 47. */
  readonly tag: string;
  readonly skip: string;
  readonly allErrors: string;
  readonly languages: string;
  readonly copy: string;
  readonly copied: string;
  readonly again: string;
  readonly answers: Readonly<Record<Action, AgainAnswer>>;
  /** The advice to wait, where a source says how long: `{time}`. */
  readonly atLeast: string;
  readonly whatToDo: string;
  /** `{answer}`. */
  readonly read: string;
  readonly developers: string;
  readonly wire: string;
  /** `{status}`. */
  readonly withStatus: string;
  /** `{code}`. */
  readonly asNumber: string;
  readonly alsoCodes: string;
  readonly params: string;
  readonly param: string;
  readonly meaning: string;
  readonly example: string;
  readonly handle: string;
  readonly confused: string;
  readonly sameCode: string;
  readonly sameText: string;
  readonly alike: string;
  readonly wordings: string;
  readonly documentedAs: string;
  readonly undocumented: string;
  readonly evidence: string;
  /** `{document}` and `{line}`. */
  readonly place: string;
  /** `{document}`, `{line}` and `{last}`: several lines. */
  readonly places: string;
  /** `{since}`, a release or a day, and `{reason}`. */
  readonly retired: string;
  /** `{sunset}`. */
  readonly sunset: string;
  readonly replacedBy: string;
  /** `{venue}`. */
  readonly venue: string;
  readonly category: string;
  readonly outcome: string;
  readonly outcomes: Readonly<Record<Outcome, string>>;
  readonly report: string;
  readonly thisPage: string;
  readonly unread: string;
  readonly code: string;
  readonly error: string;
  readonly meaningOfError: string;
  readonly all: string;
  /** `{shown}` and `{total}`. */
  readonly count: string;
  /** `{code}`. */
  readonly sharedCode: string;
  readonly general: string;
  readonly notFound: string;
  readonly notFoundHint: string;
  readonly box: BoxLabels;
}

/** The words of the box, which scripts put on a page. */
interface BoxLabels {
  readonly find: string;
  readonly hint: string;
  readonly privacy: string;
  /** `{count}`. */
  readonly found: string;
  readonly nothing: string;
  readonly similar: string;
  readonly success: string;
  /** `{code}`: the form that is right. */
  readonly otherForm: string;
}

/** Fills the values in a label; a value is never expanded again. */
export function fillLabel(
  label: string,
  values: Readonly<Record<string, string | number>>,
): string {
  return label.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}
