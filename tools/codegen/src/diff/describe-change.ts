import type { Entry, Translation } from "../catalog/catalog.js";
import type { Change } from "./change.js";

/** How the parts of a description are written. */
export interface Style {
  /** Writes a name or a value. */
  readonly quote: (text: string) => string;
  /** Writes a code, or a sentence of the catalog. */
  readonly show: (text: string) => string;
}

const PLAIN: Style = { quote: (text) => text, show: (text) => text };

/** Describes changes: one line for each, and one for all texts of a locale. */
export function describeChanges(
  changes: readonly Change[],
  style: Style = PLAIN,
): readonly string[] {
  const { quote } = style;
  const isText = ({ name, field }: Change) => name !== "*" && field.startsWith("locales.");
  const texts = changes.filter(isText);
  const fields = [...new Set(texts.map(({ field }) => field))];
  return [
    ...changes.filter((change) => !isText(change)).map((change) => describeChange(change, style)),
    ...fields.map((field) => {
      const names = texts.filter((text) => text.field === field).map(({ name }) => quote(name));
      return `texts in ${quote(field.slice("locales.".length))}: ${names.join(", ")}`;
    }),
  ];
}

function describeChange(change: Change, style: Style): string {
  const { name, code } = change;
  const subject = name === "*" ? "the catalog" : `${style.quote(name)} (${style.show(code)})`;
  return `${subject}: ${describeDetails(change, style)}`;
}

function describeDetails({ name, field, before, after, kind }: Change, style: Style): string {
  const { quote } = style;
  if (kind === "code-shared") {
    const others = (after as readonly string[]).filter((other) => other !== name);
    return `shares it with ${others.map(quote).join(", ") || "an error that is not published"}`;
  }
  if (field === "entry") return quote(((after ?? before) as Pick<Translation, "message">).message);
  if (field.startsWith("subsets.") && name !== "*")
    return `${after === null ? "left" : "entered"} the subset ${quote(field.slice("subsets.".length))}`;
  if (field === "retired") return describeRetirement(after, style);
  const [one, other] = [describeValue(before, quote), describeValue(after, quote)];
  if (one === undefined && other === undefined) return `${field} changed`;
  if (one === undefined) return `${field} ${other} ${wasOrWere(after)} added`;
  if (other === undefined) return `${field} ${one} ${wasOrWere(before)} removed`;
  return `${field} changed from ${one} to ${other}`;
}

function describeRetirement(after: unknown, { quote, show }: Style): string {
  const { reason, replacedBy, sunset } = (after ?? {}) as Partial<NonNullable<Entry["retired"]>>;
  if (reason === undefined) return "no longer retired";
  const successor = replacedBy === undefined ? "" : ` (see ${quote(replacedBy)})`;
  const removal = sunset === undefined ? "" : ` May be removed from ${sunset} on.`;
  return `${show(reason)}${successor}${removal}`;
}

function wasOrWere(value: unknown): string {
  return Array.isArray(value) && value.length > 1 ? "were" : "was";
}

/** A value in few words; undefined if there is none. */
function describeValue(value: unknown, quote: Style["quote"]): string | undefined {
  if (value === null || value === undefined) return undefined;
  if (Array.isArray(value) && value.every((item) => typeof item === "string"))
    return value.map((item) => quote(JSON.stringify(item))).join(", ");
  return quote(JSON.stringify(value));
}
