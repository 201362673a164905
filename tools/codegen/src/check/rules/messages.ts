import type { Entry } from "../../catalog/catalog.js";
import { successorOf } from "../../catalog/successor.js";
import {
  hasStrayBraces,
  MAX_QUOTED,
  placeholdersOf,
  quotedPlaceholders,
  splitTemplate,
} from "../../catalog/template.js";
import { groupBy } from "../../std/group-by.js";
import { findClashes } from "../find-clashes.js";
import type { Rule } from "../rule.js";

/** Placeholders are well formed and equal `params`, and no two messages of one code can match the same text. */
export const rule: Rule = {
  name: "messages",
  check({ entries }, report, places) {
    for (const [index, entry] of entries.entries()) {
      const place = () => places.entryAt(index, ["message"]);
      checkTemplate(entry.message, (message) => report(place(), message));
      const used = placeholdersOf(entry.message);
      for (const name of used.filter((name) => !Object.hasOwn(entry.params, name))) {
        report(place(), `the placeholder {${name}} is not in params`, {
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
        const variantPlace = () => places.entryAt(index, ["variants", variantIndex, "message"]);
        checkTemplate(message, (text) => report(variantPlace(), text));
        for (const name of placeholdersOf(message).filter((name) => !used.includes(name))) {
          report(variantPlace(), `the variant's placeholder {${name}} is not in the message`);
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
  const places = [...entries.keys()].filter(
    (index) => successorOf(entries[index] as Entry, entries) === undefined,
  );
  for (const sharing of groupBy(places, (index) => entries[index]?.code).values()) {
    if (sharing.length === 1) continue;
    const texts = sharing.map((index) => textsOf(entries[index] as Entry));
    for (const { later, earlier } of findClashes(texts)) {
      const other = entries[sharing[earlier] ?? 0];
      report(
        sharing[later] ?? 0,
        `a text can fit both this message and that of ${other?.name}, which has the same code`,
      );
    }
  }
}

const textsOf = ({ message, variants }: Entry) => [
  message,
  ...variants.map((variant) => variant.message),
];
