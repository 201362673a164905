import { entryNamed } from "../catalog/lookup.js";
import { entries } from "../generated/entries.js";
import type { MessageBundle } from "../generated/messages.js";
import type { Failure } from "../generated/types.js";
import { identify } from "../generated/validator.js";
import { widthOf } from "../terminal/width.js";
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
  for (const { texts } of bundles) {
    for (const [name, own] of Object.entries(texts)) {
      const isSaid = Object.values(own as object).some(
        (text) => typeof text === "string" && says(text, wanted),
      );
      if (isSaid && entryNamed(name) !== undefined) names.add(name);
    }
  }
  const failures = entries.filter(({ name }) => names.has(name)).map((entry) => toFailure(entry));
  return failures.length === 0 ? undefined : { way: "sentence", failures };
}

/** Case, blanks at the ends and a final stop do not count. */
function normalize(text: string): string {
  return text
    .trim()
    .replace(/[.。]$/, "")
    .toLowerCase();
}

/** Whether a text with `{placeholders}` may read so: its literals come one after the other. */
function says(template: string, wanted: string): boolean {
  const [first = "", ...rest] = normalize(template).split(/\{\w+\}/);
  if (rest.length === 0) return first === wanted;
  // A template that is hardly more than its params says anything.
  if (widthOf(first + rest.join("")) < 6) return false;
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
