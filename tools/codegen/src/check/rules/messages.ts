import type { Catalog } from "../../catalog/catalog.js";
import { type Entry, isErrorEntry, wordingsOf } from "../../catalog/entry.js";
import { type ClashKind, findClashes } from "../../catalog/find-clashes.js";
import { findTextFaults } from "../../catalog/find-text-faults.js";
import { successorOf } from "../../catalog/successor.js";
import { placeholdersOf } from "../../catalog/template.js";
import type { Places } from "../../load/places.js";
import type { Location } from "../../problem/problem.js";
import { groupBy } from "../../std/group-by.js";
import type { Report, Rule } from "../rule.js";

/**
 * Placeholders are well formed and described in `params`, and a text tells the entries of one code
 * apart.
 */
export const rule: Rule = {
  name: "messages",
  check(catalog, report, places) {
    for (const [index, entry] of catalog.entries.entries()) {
      for (const [position, text] of wordingsOf(entry).entries()) {
        const path = position === 0 ? ["message"] : ["variants", position - 1, "message"];
        for (const { message, hint } of findTextFaults(text)) {
          report(places.entryAt(index, path), message, { hint });
        }
      }
      checkParams(index, entry, report, places);
      checkVariants(index, entry, report, places);
    }
    checkClashes(catalog, report, places);
  },
};

function checkParams(index: number, entry: Entry, report: Report, places: Places): void {
  const used = placeholdersOf(entry.message);
  for (const name of used.filter((one) => !Object.hasOwn(entry.params, one))) {
    report(places.entryAt(index, ["message"]), `the placeholder {${name}} is not in params`, {
      hint: `add "${name}" to params, with its meaning and an example`,
    });
  }
  for (const name of Object.keys(entry.params).filter((one) => !used.includes(one))) {
    const place = places.entryAt(index, ["params", name]);
    report(place, `the param "${name}" is not used in the message`, {
      hint: `remove it, or write {${name}} where the message has its value`,
    });
  }
}

function checkVariants(index: number, entry: Entry, report: Report, places: Places): void {
  const used = placeholdersOf(entry.message);
  for (const [position, { message }] of entry.variants.entries()) {
    const place = () => places.entryAt(index, ["variants", position, "message"]);
    for (const name of placeholdersOf(message).filter((one) => !used.includes(one))) {
      report(place(), `the variant's placeholder {${name}} is not in the message`, {
        hint:
          used.length > 0
            ? `use those of the message: ${used.join(", ")}`
            : "the message has no placeholders",
      });
    }
  }
}

const CROSSING =
  "such a text is read as the entry with more literal text; if both mean the same, name them in alike";

function checkClashes({ entries }: Catalog, report: Report, places: Places): void {
  const matched = [...entries.entries()]
    .map(([index, entry]) => ({ index, entry }))
    .filter(({ entry }) => successorOf(entry, entries) === undefined);
  for (const sharing of groupBy(matched, ({ entry }) => entry.code).values()) {
    if (sharing.length === 1) continue;
    const { clashes, isComplete } = findClashes(sharing.map(({ entry }) => wordingsOf(entry)));
    const [first] = sharing;
    if (!isComplete && first !== undefined) {
      const message = `${sharing.length} entries have this code, and too many of their messages begin alike to be compared`;
      report(places.entryAt(first.index, ["code"]), message);
    }
    for (const { later, earlier, kind } of clashes) {
      const [one, other] = [sharing[later], sharing[earlier]];
      if (one === undefined || other === undefined) continue;
      reportClash(kind, [one.entry, other.entry], places.entryAt(one.index, ["message"]), report);
    }
  }
}

/** Whether somebody has decided that both entries mean the same. */
function isAlike(one: Entry, other: Entry): boolean {
  return isErrorEntry(one) && one.alike?.includes(other.name) === true;
}

function reportClash(
  kind: ClashKind,
  [entry, other]: readonly [Entry, Entry],
  place: Location,
  report: Report,
): void {
  if (kind === "same")
    report(
      place,
      `every response text of this entry matches ${other.name} too, which has the same code`,
    );
  // Inside of another, the entry has more literal text, and is the one that is meant.
  if (kind !== "crossing" || isAlike(entry, other)) return;
  const message = `a response text can match both this entry and ${other.name}, which has the same code`;
  report(place, message, { severity: "warning", isAdvice: true, hint: CROSSING });
}
