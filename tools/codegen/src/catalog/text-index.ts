import { lowerBound } from "../std/lower-bound.js";
import { numbersByPrefix, type Span } from "./range.js";

/** Returns a function that says whether one of many texts is in a set, without trying each. */
export function indexTexts(texts: readonly string[]): (span: Span) => boolean {
  const known = new Set(texts);
  const ascending = [...known].sort();
  const numbers = numbersByPrefix([...known]);
  return (span) => {
    if (span.kind === "text") return known.has(span.text);
    if (span.kind === "prefix")
      return ascending[lowerBound(ascending, span.prefix)]?.startsWith(span.prefix) === true;
    const values = numbers.get(span.prefix) ?? [];
    const next = values[lowerBound(values, span.first)];
    return next !== undefined && next <= span.last;
  };
}
