import type { Entry } from "../catalog.js";
import { successorOf } from "../renamed.js";
import type { Rule } from "../rule.js";
import {
  canMatchSameText,
  hasStrayBraces,
  MAX_QUOTED,
  placeholdersOf,
  quotedPlaceholders,
  splitTemplate,
} from "../template.js";

/** Placeholders are well formed and equal `params`, and no two messages of one code can match the same text. */
export const rule: Rule = {
  name: "messages",
  check({ entries }, report, places) {
    for (const [index, entry] of entries.entries()) {
      const messagePlace = places.entryAt(index, ["message"]);
      checkTemplate(entry.message, (message) => report(messagePlace, message));
      const used = placeholdersOf(entry.message);
      for (const name of used.filter((name) => !Object.hasOwn(entry.params, name))) {
        report(messagePlace, `the placeholder {${name}} is not in params`, {
          hint: `add "${name}" to params, with its meaning and an example`,
        });
      }
      for (const name of Object.keys(entry.params).filter((name) => !used.includes(name))) {
        report(
          places.entryAt(index, ["params", name]),
          `the param "${name}" has no placeholder in the message`,
        );
      }
      for (const [variantIndex, { message }] of entry.variants.entries()) {
        const place = places.entryAt(index, ["variants", variantIndex, "message"]);
        checkTemplate(message, (text) => report(place, text));
        for (const name of placeholdersOf(message).filter((name) => !used.includes(name))) {
          report(place, `the variant's placeholder {${name}} is not in the message`);
        }
      }
    }
    checkOverlaps(entries, (index, message) => report(places.entryAt(index, ["message"]), message));
  },
};

function checkTemplate(message: string, report: (message: string) => void): void {
  if (hasStrayBraces(message)) {
    report(
      "a brace that belongs to no placeholder: a placeholder is a camelCase name in braces, {field}",
    );
  }
  const format = /%(?:\d+\$)?[sdif](?![a-z])|\$\{/.exec(message)?.[0];
  if (format !== undefined)
    report(
      `"${format}" is no placeholder: write a name in braces, {field}, and tell of it in params`,
    );
  const pieces = splitTemplate(message);
  const names = pieces.filter((_, index) => index % 2 === 1);
  if (new Set(names).size < names.length)
    report("a placeholder stands twice: each value has one name");
  if (
    pieces.some(
      (piece, index) => index % 2 === 0 && piece === "" && index > 0 && index < pieces.length - 1,
    )
  ) {
    report("two placeholders touch: without text between them their values cannot be told apart");
  }
  if (quotedPlaceholders(message) > MAX_QUOTED)
    report(`more than ${MAX_QUOTED} quoted placeholders`);
}

function checkOverlaps(
  entries: readonly Entry[],
  report: (index: number, message: string) => void,
): void {
  const byCode = new Map<string, { entry: Entry; index: number }[]>();
  for (const [index, entry] of entries.entries()) {
    if (successorOf(entry, entries) !== undefined) continue;
    byCode.set(entry.code, [...(byCode.get(entry.code) ?? []), { entry, index }]);
  }
  for (const sharing of byCode.values()) {
    for (const [position, { entry, index }] of sharing.entries()) {
      for (const { entry: earlier } of sharing.slice(0, position)) {
        const clash = textsOf(entry).some((one) =>
          textsOf(earlier).some((other) => canMatchSameText(one, other)),
        );
        if (clash)
          report(
            index,
            `a text can fit both this message and that of ${earlier.name}, which has the same code`,
          );
      }
    }
  }
}

const textsOf = ({ message, variants }: Entry) => [
  message,
  ...variants.map((variant) => variant.message),
];
