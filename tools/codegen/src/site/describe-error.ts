import type { ErrorEntry } from "../catalog/catalog.js";
import { examplesOf } from "../catalog/entry.js";
import { localeOf } from "../catalog/locale.js";
import { isRead } from "../catalog/locale-state.js";
import { type QuotedSource, quoteSource } from "../catalog/quote-source.js";
import { successorOf } from "../catalog/successor.js";
import { wireOf } from "../catalog/wire.js";
import { type Confusions, findConfused } from "./find-confused.js";
import type { Action, Bundle, Failure, Localized, Outcome } from "./load-runtime.js";
import { printExample } from "./print-example.js";
import type { SiteContext } from "./site-context.js";

/** Returns the code and the name of an error; a name that is the code too is there once. */
export function idsOf({ code, name }: Pick<ErrorDescription, "code" | "name">): readonly string[] {
  return code === null || code === name ? [name] : [code, name];
}

/** All that the page of one error says in one locale; its JSON is the page's `.json`. */
export interface ErrorDescription extends Confusions {
  readonly name: string;
  /** `null`: a failure that no entry is about, such as a request without an answer. */
  readonly code: string | null;
  readonly aliases: readonly string[];
  readonly httpStatus: number | null;
  readonly category: string | null;
  readonly fault: string | null;
  readonly outcome: Outcome;
  readonly retry: string;
  /** The shortest wait, in milliseconds; 0 where no source says. */
  readonly waitMs: number;
  readonly venue: string | null;
  readonly next: { readonly write: Action; readonly read: Action };
  readonly texts: Localized;
  /** The text for developers of clients. */
  readonly developer: { readonly text: string; readonly locale: string } | null;
  /** Whether a native speaker has read the texts. */
  readonly reviewed: boolean;
  /** Bodies as the API sends them, with examples for values. */
  readonly wire: readonly object[];
  readonly message: string | null;
  readonly variants: readonly string[];
  readonly params: ErrorEntry["params"];
  readonly documented: boolean;
  readonly description: string | null;
  readonly evidence: readonly QuotedSource[];
  readonly retired: NonNullable<ErrorEntry["retired"]> | null;
  /** An example in TypeScript that handles it. */
  readonly example: string | null;
}

/** Returns what there is to say of an error in a locale. */
export function describeError(
  context: SiteContext,
  entry: ErrorEntry,
  tag: string,
): ErrorDescription {
  const { catalog, runtime } = context;
  const { name, code, aliases, httpStatus, category, fault, params } = entry;
  const failure = toFailure(entry);
  return {
    ...describeFailure(context, failure, tag),
    code,
    aliases: aliases.map((alias) => alias.code),
    httpStatus: httpStatus ?? codeAsStatus(context, code),
    category,
    fault,
    waitMs: runtime.delayOf(failure),
    // The label ends the sentence as its language does.
    venue: catalog.manifest.venues?.[entry.venue ?? ""]?.replace(/\.$/, "") ?? null,
    developer: developerText(context, name, tag),
    wire: bodiesOf(context, entry),
    message: entry.message,
    variants: entry.variants.map((variant) => variant.message),
    params,
    documented: entry.documented,
    description: entry.description || null,
    ...findConfused(entry, catalog.entries),
    evidence: entry.sources.map((source) => quoteSource(entry, source, catalog.evidence)),
    retired: entry.retired ?? null,
    example:
      successorOf(entry, catalog.entries) === undefined ? printExample(context, entry) : null,
  };
}

/** Returns what there is to say of a failure that no entry is about. */
export function describeFailure(
  { catalog, runtime }: SiteContext,
  failure: Failure,
  tag: string,
): ErrorDescription {
  const { name, outcome, retry } = failure;
  const { [name]: translation } = localeOf(catalog, tag).translations;
  const next = (method: string) => runtime.nextStep(failure, { method }).action;
  return {
    name,
    code: null,
    aliases: [],
    httpStatus: null,
    category: null,
    fault: null,
    outcome: outcome as Outcome,
    retry,
    waitMs: 0,
    venue: null,
    next: { write: next("POST"), read: next("GET") },
    texts: runtime.localize(failure, bundlesFor(runtime.bundles, tag, catalog.manifest)),
    developer: null,
    reviewed: isRead(translation?.status),
    wire: [],
    message: null,
    variants: [],
    params: {},
    documented: false,
    description: null,
    confused: [],
    hasMoreConfused: false,
    evidence: [],
    retired: null,
    example: null,
  };
}

/** The error as a response brings it, with the catalog's examples for values. */
function toFailure(entry: ErrorEntry): Failure {
  return {
    ...entry,
    params: examplesOf(entry.params),
    msg: entry.message,
    drift: false,
  } as Failure;
}

/** The texts that a reader gets: of the language, or else of the source locale. */
function bundlesFor(
  bundles: Readonly<Record<string, Bundle>>,
  tag: string,
  { sourceLocale }: { readonly sourceLocale: string },
): readonly Bundle[] {
  return [...new Set([tag, sourceLocale])].flatMap((wanted) => bundles[wanted] ?? []);
}

function developerText(
  { catalog }: SiteContext,
  name: string,
  tag: string,
): ErrorDescription["developer"] {
  for (const locale of new Set([tag, catalog.manifest.sourceLocale])) {
    const text = localeOf(catalog, locale).developer?.[name]?.text;
    if (text !== undefined) return { text, locale };
  }
  return null;
}

/** The code of an API whose codes are always HTTP statuses. */
function codeAsStatus({ catalog }: SiteContext, code: string): number | null {
  const wire = wireOf(catalog.manifest);
  const isStatus = wire.statusIsCode && wire.code.length === 0 && /^\d{3}$/.test(code);
  return isStatus ? Number(code) : null;
}

/**
 * The body with the code as a string and, where the API sends those, as a number; once where the
 * code is not in it.
 */
function bodiesOf(context: SiteContext, entry: ErrorEntry): readonly object[] {
  const [first, second] = writtenBodies(context, entry);
  const isSame = JSON.stringify(first) === JSON.stringify(second);
  return [first, isSame ? undefined : second].filter((body) => body !== undefined);
}

function writtenBodies({ runtime }: SiteContext, entry: ErrorEntry): readonly object[] {
  return (["string", "number"] as const).flatMap((form) => {
    try {
      return [runtime.errorBody(entry.name, examplesOf(entry.params), { form })];
    } catch {
      // The code is not a number, or a renamed error, which is not sent.
      return [];
    }
  });
}
