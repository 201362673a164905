/** How a version grows. */
export type Bump = "none" | "patch" | "minor" | "major";

const ORDER: readonly Bump[] = ["none", "patch", "minor", "major"];

/** The greatest of several bumps. */
export function highestBump(bumps: readonly Bump[]): Bump {
  return bumps.reduce((a, b) => (ORDER.indexOf(a) < ORDER.indexOf(b) ? b : a), "none");
}

/** One kind of change: what it is, what it calls for, and whom it concerns. */
export interface BumpRule {
  readonly bump: Exclude<Bump, "none">;
  /** What has changed, as a title. */
  readonly what: string;
  /** Who is affected, and how. */
  readonly affects: string;
}

/** The kinds of change. */
export type ChangeKind =
  | "removed"
  | "renamed"
  | "identity"
  | "params"
  | "unsafe"
  | "unmatched"
  | "narrowed"
  | "contract"
  | "cautious"
  | "shared"
  | "widened"
  | "added"
  | "retired"
  | "matched"
  | "reworded"
  | "wording";

/** What each kind of change calls for, the gravest first. The same table stands in CONTRIBUTING. */
export const BUMP_RULES: Readonly<Record<ChangeKind, BumpRule>> = {
  removed: {
    bump: "major",
    what: "an entry is gone",
    affects:
      "programs that name it no longer compile, and its responses are unrecognized: retire it instead",
  },
  renamed: {
    bump: "major",
    what: "a name changed",
    affects:
      "programs that name it no longer compile, or wait for a name that comes no more: keep the old entry, retired, beside the new one",
  },
  identity: {
    bump: "major",
    what: "a code, kind, category, fault or status changed",
    affects: "programs that compare it take another branch",
  },
  params: {
    bump: "major",
    what: "params were added, removed or renamed",
    affects: "programs that read the params no longer compile, or find none",
  },
  unsafe: {
    bump: "major",
    what: "a judgement became less cautious",
    affects: "bots retry, or give up, where they used to find out first",
  },
  unmatched: {
    bump: "major",
    what: "a wording, an alias or a locale is no longer known",
    affects:
      "responses that were understood have drifted or are unrecognized; imports of the locale fail",
  },
  narrowed: {
    bump: "major",
    what: "a category, or another word that errors are judged in, is gone",
    affects: "programs that compare it no longer compile",
  },
  contract: {
    bump: "major",
    what: "how responses are read, or what the packages export, changed",
    affects: "programs that rely on the shapes of bodies, on exports or on statuses",
  },
  cautious: {
    bump: "minor",
    what: "a judgement became more cautious",
    affects: "bots find out what happened where they used to retry or to give up: read each",
  },
  shared: {
    bump: "minor",
    what: "a code is shared now",
    affects:
      "its responses without a text, or with one that fits none, are unrecognized where they used to be that error: read each",
  },
  widened: {
    bump: "minor",
    what: "a new category, or another new word that errors are judged in",
    affects:
      "code that switches over all words, without a default branch, no longer compiles or passes it by",
  },
  added: {
    bump: "minor",
    what: "a new entry",
    affects:
      "responses that were unrecognized get a name; code with a default branch is not affected",
  },
  retired: {
    bump: "minor",
    what: "a retirement, or the end of one",
    affects: "the name is marked as deprecated; it is still identified",
  },
  matched: {
    bump: "minor",
    what: "a new alias, variant or locale",
    affects:
      "responses that had drifted or were unrecognized are understood; a locale can be imported",
  },
  reworded: {
    bump: "patch",
    what: "a message changed, and the old one is a variant",
    affects: "nobody who compares names: both wordings are understood",
  },
  wording: {
    bump: "patch",
    what: "a description, note, source or translation",
    affects: "what people read",
  },
};
