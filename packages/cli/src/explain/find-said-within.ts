import type { MessageBundle } from "../generated/messages.js";
import type { Found } from "./finding.js";
import { foundByName } from "./found-by-name.js";
import { lengthOf, normalize, type Template, templatesOf } from "./templates.js";

/** More than a person pastes of what was shown. */
const LONGEST = 5000;

/**
 * Finds the entries whose message in some locale a longer text has in it, as when all that was
 * shown is pasted, or begins with the text, which was cut off. What is a part of another message
 * does not count.
 */
export function findSaidWithin(
  asked: string,
  bundles: readonly MessageBundle[],
): Found | undefined {
  const text = normalize(asked.slice(0, LONGEST));
  const spans = bundles
    .flatMap(templatesOf)
    .filter(({ isMessage }) => isMessage)
    .flatMap((template) => spanIn(text, template) ?? []);
  const isPart = ({ from, to }: Span) =>
    spans.some(
      (other) => other.from <= from && other.to >= to && other.to - other.from > to - from,
    );
  return foundByName(new Set(spans.filter((span) => !isPart(span)).map(({ name }) => name)));
}

/** Where a text has a message in it. */
interface Span {
  readonly name: string;
  readonly from: number;
  readonly to: number;
}

function spanIn(text: string, { name, literals }: Template): Span | undefined {
  const cut = text.replace(/(?:…|\.{2,3})$/, "").trim();
  if (literals[0]?.startsWith(cut) && lengthOf(cut) >= 20)
    return { name, from: 0, to: text.length };
  if (lengthOf(literals.join("")) < 9) return undefined;
  const from = text.indexOf(literals[0] ?? "");
  let to = from;
  for (const literal of literals) {
    const at = to < 0 ? to : text.indexOf(literal, to);
    to = at < 0 ? at : at + literal.length;
  }
  return to < 0 ? undefined : { name, from, to };
}
