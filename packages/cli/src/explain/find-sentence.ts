import { entries } from "../generated/entries.js";
import type { MessageBundle } from "../generated/messages.js";
import type { Failure } from "../generated/types.js";
import { identify } from "../generated/validator.js";
import type { Found } from "./finding.js";
import { foundByName } from "./found-by-name.js";
import { normalize, templatesOf } from "./templates.js";

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
  return foundByName(names);
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
