import { successorOf } from "../catalog/lookup.js";
import { entries } from "../generated/entries.js";
import type { MessageBundle } from "../generated/messages.js";
import type { Failure } from "../generated/types.js";
import { identify } from "../generated/validator.js";
import type { Found } from "./finding.js";
import { toFailure } from "./to-failure.js";

/** Finds the entries whose text on the wire a sentence is. */
export function findWireText(asked: string): Found | undefined {
  const failures = new Map<string, Failure>();
  for (const { code } of entries) {
    const error = identify(code, asked);
    if ("drift" in error && !error.drift) failures.set(error.name, error);
  }
  return failures.size === 0 ? undefined : { way: "sentence", failures: [...failures.values()] };
}

/** Finds the entries that say a sentence in some locale: as a title, a message or a description. */
export function findTranslation(
  asked: string,
  bundles: readonly MessageBundle[],
): Found | undefined {
  const names = new Set<string>();
  const wanted = normalize(asked);
  for (const bundle of bundles) {
    for (const { name, literals } of templatesOf(bundle)) {
      if (says(literals, wanted)) names.add(name);
    }
  }
  const failures = entries
    .filter((entry) => names.has(entry.name) && !names.has(successorOf(entry)?.name ?? ""))
    .map((entry) => toFailure(entry));
  return failures.length === 0 ? undefined : { way: "sentence", failures };
}

/** A text of an entry: what stands before, between and after its params. */
interface Template {
  readonly name: string;
  readonly literals: readonly string[];
}

/** The templates of bundles that were read: many questions may be asked of one. */
const templatesByBundle = new WeakMap<MessageBundle, readonly Template[]>();

function templatesOf(bundle: MessageBundle): readonly Template[] {
  const templates = templatesByBundle.get(bundle) ?? readTemplates(bundle);
  templatesByBundle.set(bundle, templates);
  return templates;
}

function readTemplates({ texts }: MessageBundle): readonly Template[] {
  return Object.entries(texts).flatMap(([name, own]) =>
    Object.values(own as object)
      .filter((text) => typeof text === "string")
      .map((text) => ({ name, literals: normalize(text).split(/\{\w+\}/) }))
      .filter(({ literals }) => saysSomething(literals)),
  );
}

/**
 * Whether a template is more than its params and a word or two. A character of Chinese, Japanese or
 * Korean says as much as two letters.
 */
function saysSomething(literals: readonly string[]): boolean {
  if (literals.length === 1) return true;
  const text = literals.join("");
  return text.length + (text.match(/[\u2e80-\uffef]/g)?.length ?? 0) >= 6;
}

/** Case, blanks at the ends and a final stop do not count. */
function normalize(text: string): string {
  return text
    .trim()
    .replace(/[.。]$/, "")
    .toLowerCase();
}

/** Whether a sentence has the literals of a template one after the other. */
function says([first = "", ...rest]: readonly string[], wanted: string): boolean {
  if (rest.length === 0) return first === wanted;
  const last = rest.pop() ?? "";
  if (!wanted.startsWith(first) || !wanted.endsWith(last)) return false;
  let from = first.length;
  for (const literal of rest) {
    const at = wanted.indexOf(literal, from + 1);
    if (at < 0) return false;
    from = at + literal.length;
  }
  return from < wanted.length - last.length;
}
