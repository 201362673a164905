import type { ErrorEntry } from "@hashkey-errors/codegen";
import { expect, test } from "vitest";
import { findLost } from "../../dist/catalog/find-lost.js";
import { NOT_FOUND } from "../emit/tiny-catalog.js";

const error = (name: string, message: string, fields: Partial<ErrorEntry> = {}): ErrorEntry => ({
  ...NOT_FOUND,
  ...{ name, message, variants: [], ...fields },
});

const GENERAL = error("GENERAL", "{item} is busy");
const ORDER = error("ORDER", "Order {item} is busy");
const EXACT = error("EXACT", "Order 7 is busy");
/** The text with the least literal text counts. */
const WIDE = error("WIDE", "No order {item} can be placed today", {
  variants: [{ message: "{item} is busy", sources: NOT_FOUND.sources }],
});
/** As much literal text, and some text fits both. */
const CARD = error("CARD", "Card {item}");
const LOST = error("LOST", "{item} lost");
const retired = { since: "1.0.0", reason: "Renamed.", replacedBy: "NEW" };
const OLD = error("OLD", "Gone", { retired });
const NEW = error("NEW", "Gone");

test.each<[entries: readonly ErrorEntry[], inside: readonly ErrorEntry[], lost: readonly string[]]>(
  [
    // Of two that a text fits, the one with more literal text is meant.
    [[ORDER, EXACT], [ORDER], ["EXACT to ORDER"]],
    [[ORDER, EXACT], [EXACT], []],
    [[EXACT, ORDER], [ORDER], ["EXACT to ORDER"]],
    [[WIDE, ORDER], [WIDE], ["ORDER to WIDE"]],
    // With as much of it, the first is meant.
    [[CARD, LOST], [CARD], []],
    [[CARD, LOST], [LOST], ["CARD to LOST"]],
    [[LOST, CARD], [CARD], ["LOST to CARD"]],
    // Each is named once, with the first inside, in the order of the catalog.
    [[GENERAL, EXACT, ORDER], [GENERAL, ORDER], ["EXACT to GENERAL"]],
    [[ORDER, EXACT, GENERAL], [GENERAL, ORDER], ["EXACT to ORDER"]],
    [[EXACT, ORDER, GENERAL], [GENERAL], ["EXACT to GENERAL", "ORDER to GENERAL"]],
    [[ORDER, EXACT, GENERAL], [ORDER, EXACT, GENERAL], []],
    [[ORDER, { ...EXACT, code: "7" }], [ORDER], []],
    // The old name of an error gets the responses of the new one where that is not there.
    [[OLD, NEW], [OLD], ["NEW to OLD"]],
    [[NEW, OLD, GENERAL], [OLD, GENERAL], ["NEW to OLD"]],
    [[OLD, NEW], [NEW], []],
    [[OLD, NEW, GENERAL], [OLD, NEW], []],
  ],
)("findLost finds the responses that go to another error: case %#", (entries, inside, want) => {
  const names = new Set(inside.map(({ name }) => name));
  const { lost, uncompared } = findLost({ entries }, ({ name }) => names.has(name));
  expect(lost.map((each) => `${each.outside.name} to ${each.inside.name}`)).toEqual(want);
  expect(uncompared).toEqual([]);
});
