import type { Bump } from "./bump.js";

/** A kind of change: the bump that it requires, and whom it affects. */
export interface BumpRule {
  readonly bump: Bump;
  /** The change, as a title. */
  readonly what: string;
  /** The effect, and who is affected. */
  readonly affects: string;
}

/** The kinds of change. */
export type ChangeKind =
  | "entry-removed"
  | "entry-hidden"
  | "entry-renamed"
  | "identity-changed"
  | "params-changed"
  | "judgment-relaxed"
  | "wording-removed"
  | "export-removed"
  | "text-removed"
  | "subset-narrowed"
  | "value-removed"
  | "contract-changed"
  | "judgment-tightened"
  | "code-shared"
  | "value-added"
  | "entry-added"
  | "entry-published"
  | "retirement-changed"
  | "wording-added"
  | "export-added"
  | "subset-widened"
  | "message-reworded"
  | "text-changed"
  | "internal-changed";

/**
 * The bump that each kind of change requires, the most severe first. CONTRIBUTING has the same
 * table.
 */
export const BUMP_RULES: Readonly<Record<ChangeKind, BumpRule>> = {
  "entry-removed": {
    bump: "major",
    what: "an entry was removed",
    affects: "code that names it no longer compiles, and its responses are UNRECOGNIZED",
  },
  "entry-hidden": {
    bump: "major",
    what: "an entry became internal",
    affects: "what is published no longer has it, as if it had been removed",
  },
  "entry-renamed": {
    bump: "major",
    what: "an entry was renamed",
    affects:
      "its responses have the new name: code that compares the old one never matches, or no longer compiles",
  },
  "identity-changed": {
    bump: "major",
    what: "a code, kind, category, fault or status changed",
    affects: "code that compares it takes another branch",
  },
  "params-changed": {
    bump: "major",
    what: "params were added, removed or renamed, or are read by another wording",
    affects: "code that reads the params no longer compiles, or reads undefined or other values",
  },
  "judgment-relaxed": {
    bump: "major",
    what: "a judgment became less cautious",
    affects: "clients retry or give up where they used to reconcile first",
  },
  "wording-removed": {
    bump: "major",
    what: "a wording or an alias was removed",
    affects: "responses that were recognized are now UNRECOGNIZED, or reported as drift",
  },
  "export-removed": {
    bump: "major",
    what: "a locale, an alias of one, or another module was removed",
    affects: "imports of it fail",
  },
  "text-removed": {
    bump: "major",
    what: "a text of a locale was removed",
    affects: "message libraries show its key instead; localize shows another language or form",
  },
  "subset-narrowed": {
    bump: "major",
    what: "an entry left a subset, or a subset was removed",
    affects:
      "in that subset, code that names the entry no longer compiles, and its responses are UNRECOGNIZED; imports of a removed subset fail",
  },
  "value-removed": {
    bump: "major",
    what: "a category, outcome, retry or fault value was removed",
    affects: "code that compares it no longer compiles",
  },
  "contract-changed": {
    bump: "major",
    what: "how responses are read, or what the packages export, changed",
    affects: "code that relies on the shape of bodies, on exports or on statuses",
  },
  "judgment-tightened": {
    bump: "minor",
    what: "a judgment became more cautious",
    affects: "clients reconcile where they used to retry or give up; review each",
  },
  "code-shared": {
    bump: "minor",
    what: "a code became ambiguous",
    affects: "responses with it and no matching message are now UNRECOGNIZED; review each",
  },
  "value-added": {
    bump: "minor",
    what: "a category, outcome, retry or fault value was added",
    affects: "exhaustive switches without a default no longer compile, or skip the new value",
  },
  "entry-added": {
    bump: "minor",
    what: "an entry was added",
    affects: "responses that were UNRECOGNIZED have a name; code with a default is not affected",
  },
  "entry-published": {
    bump: "minor",
    what: "an entry is no longer internal",
    affects: "what is published has it, as if it had been added",
  },
  "retirement-changed": {
    bump: "minor",
    what: "an entry was retired, got another sunset, or is no longer retired",
    affects: "its name is deprecated, or no longer is; its responses are still recognized",
  },
  "wording-added": {
    bump: "minor",
    what: "a variant or an alias was added",
    affects: "responses that were UNRECOGNIZED, or reported as drift, are now recognized",
  },
  "export-added": {
    bump: "minor",
    what: "a locale, an alias of one, or another module was added",
    affects: "it can be imported",
  },
  "subset-widened": {
    bump: "minor",
    what: "an entry entered a subset, or a subset was added",
    affects: "in that subset, responses that were UNRECOGNIZED have a name",
  },
  "message-reworded": {
    bump: "patch",
    what: "a message changed, and its old wording is still recognized",
    affects: "nobody who compares names; both wordings are recognized",
  },
  "text-changed": {
    bump: "patch",
    what: "a description, note, source or translation changed",
    affects: "what people read",
  },
  "internal-changed": {
    bump: "none",
    what: "an internal entry, or a subset that has internal entries, changed",
    affects: "nobody who uses what is published; changelogs do not have it",
  },
};
