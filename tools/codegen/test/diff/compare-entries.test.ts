import { bumpOf, compare, type Entry, snapshotOf } from "@hashkey-errors/codegen";
import { expect, test } from "vitest";
import { parse, stringify } from "yaml";
import { copyAcme } from "../acme.js";
import { PAYMENTS } from "../test-faults.js";
import { changesOf, type EditCase, loadCatalog, REFUND, replace } from "./edits.js";

test.each<EditCase>([
  ["nothing in an unchanged catalog", () => {}, []],
  [
    "nothing in a comment and another order of entries and keys",
    (acme) => {
      const { entries } = parse(acme.read(PAYMENTS)) as { entries: Record<string, unknown>[] };
      const turned = entries.map((entry) => Object.fromEntries(Object.entries(entry).reverse()));
      acme.write(PAYMENTS, `# a comment\n${stringify({ entries: turned.reverse() })}`);
    },
    [],
  ],
  [
    "a new entry",
    (acme) => acme.write(PAYMENTS, `${acme.read(PAYMENTS)}${REFUND}`),
    ["minor REFUND_REFUSED.entry (entry-added)"],
  ],
  [
    "a new entry with a code that one other entry has",
    (acme) =>
      acme.write(
        PAYMENTS,
        acme.read(PAYMENTS) + REFUND.replace("code: refund_refused", "code: api_error"),
      ),
    [
      "minor REFUND_REFUSED.entry (entry-added)",
      "minor API_ERROR.candidates.api_error (code-shared)",
    ],
  ],
  [
    "a new entry with a code that several other entries have",
    (acme) =>
      acme.write(
        PAYMENTS,
        acme.read(PAYMENTS) + REFUND.replace("code: refund_refused", "code: card_declined"),
      ),
    ["minor REFUND_REFUSED.entry (entry-added)"],
  ],
  [
    "a removed entry",
    (acme) => {
      const { entries } = parse(acme.read(PAYMENTS)) as { entries: { name: string }[] };
      acme.write(
        PAYMENTS,
        stringify({ entries: entries.filter(({ name }) => name !== "API_ERROR") }),
      );
    },
    ["major API_ERROR.entry (entry-removed)"],
  ],
  [
    "a removed entry and another new one, which is not the same one renamed",
    (acme) => {
      const text = acme.read(PAYMENTS);
      acme.write(PAYMENTS, text.slice(0, text.indexOf("\n  - name: API_ERROR")) + REFUND);
    },
    ["minor REFUND_REFUSED.entry (entry-added)", "major API_ERROR.entry (entry-removed)"],
  ],
  [
    "a renamed entry",
    replace("name: API_ERROR", "name: SOME_ERROR"),
    ["major SOME_ERROR.name (entry-renamed)"],
  ],
  [
    "a renamed entry that has another status too",
    (acme) => {
      acme.edit(PAYMENTS, "name: RATE_LIMITED", "name: REQUESTS_LIMITED");
      acme.edit(PAYMENTS, "httpStatus: 429", "httpStatus: 503");
    },
    [
      "major REQUESTS_LIMITED.name (entry-renamed)",
      "major REQUESTS_LIMITED.httpStatus (identity-changed)",
    ],
  ],
  [
    "a renamed entry whose old name is retired",
    (acme) => {
      const { entries } = parse(acme.read(PAYMENTS)) as { entries: { name: string }[] };
      const old = entries.find(({ name }) => name === "API_ERROR");
      const retired = { since: "1.1.0", reason: "Renamed", replacedBy: "SOME_ERROR" };
      const both = [
        { ...old, retired },
        { ...old, name: "SOME_ERROR" },
      ];
      const others = entries.filter(({ name }) => name !== "API_ERROR");
      acme.write(PAYMENTS, stringify({ entries: [...others, ...both] }));
    },
    [
      "minor API_ERROR.retired (retirement-changed)",
      "major API_ERROR.name (entry-renamed)",
      "minor SOME_ERROR.entry (entry-added)",
    ],
  ],
  [
    "a retired entry",
    replace("code: api_error", 'code: api_error\n    retired: { since: "1.1.0", reason: Gone }'),
    ["minor API_ERROR.retired (retirement-changed)"],
  ],
  [
    "a changed code",
    replace("code: api_error", "code: api_failure"),
    ["major API_ERROR.code (identity-changed)"],
  ],
  [
    "a changed category",
    replace("category: traffic", "category: card"),
    ["major RATE_LIMITED.category (identity-changed)"],
  ],
  [
    "a changed status",
    replace("httpStatus: 429", "httpStatus: 503"),
    ["major RATE_LIMITED.httpStatus (identity-changed)"],
  ],
  [
    "a changed fault",
    replace("fault: server", "fault: client"),
    ["major API_ERROR.fault (identity-changed)"],
  ],
  [
    "a more cautious outcome",
    replace("outcome: rejected", "outcome: unknown"),
    ["minor CARD_REFUSED.outcome (judgment-tightened)"],
  ],
  [
    "a less cautious outcome",
    replace("outcome: unknown", "outcome: rejected"),
    ["major API_ERROR.outcome (judgment-relaxed)"],
  ],
  [
    "a more cautious retry",
    replace("retry: after-delay", "retry: after-reconcile"),
    ["minor CARD_REFUSED.retry (judgment-tightened)"],
  ],
  [
    "a less cautious retry",
    replace("retry: after-reconcile", "retry: after-delay"),
    ["major API_ERROR.retry (judgment-relaxed)"],
  ],
  [
    "a delay, which is more cautious than none",
    replace("retry: after-delay", "retry: after-delay\n    delay: PT5M"),
    ["minor CARD_REFUSED.delay (judgment-tightened)"],
  ],
  [
    "a changed message whose old wording is a variant",
    replace(
      "message: Slow down.",
      "message: Slower\n    variants: [{ message: Slow down., sources: [{ document: errors.md, line: 6 }] }]",
    ),
    ["patch RATE_LIMITED.message (message-reworded)"],
  ],
  [
    "params of a changed message, whose old wording reads none",
    replace(
      "message: Slow down.",
      "message: Slow down, {who}.\n    params: { who: { meaning: Who, example: A } }\n    variants: [{ message: Slow down., sources: [{ document: errors.md, line: 6 }] }]",
    ),
    ["patch RATE_LIMITED.message (message-reworded)", "major RATE_LIMITED.params (params-changed)"],
  ],
  [
    "a changed message that the same responses have, as a final full stop is optional",
    replace("message: Slow down.", "message: Slow down"),
    ["patch RATE_LIMITED.message (message-reworded)"],
  ],
  [
    "a changed message whose old wording is removed",
    replace("message: Slow down.", "message: Slower"),
    ["major RATE_LIMITED.message (wording-removed)"],
  ],
  [
    "a new variant",
    replace(
      "message: Slow down.",
      "message: Slow down.\n    variants: [{ message: Slower, sources: [{ document: errors.md, line: 6 }] }]",
    ),
    ["minor RATE_LIMITED.variants (wording-added)"],
  ],
  [
    "a changed message whose old wording is a variant beside a new one",
    replace(
      "message: Slow down.",
      "message: Slower\n    variants: [{ message: Slow down., sources: [{ document: errors.md, line: 6 }] }, { message: Slowly, sources: [{ document: errors.md, line: 6 }] }]",
    ),
    [
      "patch RATE_LIMITED.message (message-reworded)",
      "minor RATE_LIMITED.variants (wording-added)",
    ],
  ],
  [
    "a changed description",
    replace('description: ""', "description: New"),
    ["patch CARD_REFUSED.description (text-changed)"],
  ],
  [
    "a changed meaning of a param",
    replace("Why the bank refused", "The bank's reason"),
    ["patch CARD_REFUSED.params (text-changed)"],
  ],
  [
    "changed notes",
    replace("code: api_error", "code: api_error\n    notes: New"),
    ["patch API_ERROR.notes (text-changed)"],
  ],
])("comparing entries finds %s", async (_, edit, changes) => {
  expect(await changesOf(edit)).toEqual(changes);
});

test("comparing entries finds params, aliases and retirements that were added and removed", async () => {
  const { entries } = snapshotOf(await loadCatalog(copyAcme()));
  const [entry] = entries.filter(({ params }) => Object.keys(params).length > 0) as [Entry];
  const [param = ""] = Object.keys(entry.params);
  const renamed = { ...entry.params, other: entry.params[param] };
  const without = Object.fromEntries(Object.entries(renamed).filter(([name]) => name !== param));
  const alias = { code: "x", sources: [] };
  const kinds = (before: Partial<Entry>, after: Partial<Entry>) =>
    compare(
      { entries: [{ ...entry, ...before } as Entry] },
      { entries: [{ ...entry, ...after } as Entry] },
    ).map(({ field, kind }) => `${field} ${kind}`);
  expect(kinds({}, { params: without as Entry["params"] })).toEqual(["params params-changed"]);
  expect(kinds({ aliases: [alias] }, { aliases: [] })).toEqual(["aliases wording-removed"]);
  expect(kinds({ aliases: [] }, { aliases: [alias] })).toEqual(["aliases wording-added"]);
  expect(kinds({ retired: { since: "1", reason: "a" } }, {})).toEqual([
    "retired retirement-changed",
  ]);
});

test.each<[what: string, before: object, after: object, bump: string]>([
  ["a longer delay", { delay: "PT5M" }, { delay: "PT1H" }, "minor"],
  ["a shorter delay", { delay: "PT1H" }, { delay: "PT5M" }, "major"],
  ["no delay any more", { delay: "PT5M" }, {}, "major"],
  ["the same delay in other units", { delay: "PT5M" }, { delay: "PT300S" }, "patch"],
  ["a more cautious retry, which has no delay", { delay: "PT5M" }, { retry: "never" }, "minor"],
  ["a less cautious retry with a delay", { retry: "never" }, { delay: "PT5M" }, "major"],
])("comparing entries finds the bump of %s", async (_, before, after, bump) => {
  const { entries } = snapshotOf(await loadCatalog(copyAcme()));
  const waiting = { ...entries[0], retry: "after-delay" };
  const [one, other] = [before, after].map((edit) => ({ ...waiting, ...edit }) as Entry);
  const changes = compare({ entries: [one as Entry] }, { entries: [other as Entry] });
  expect(bumpOf(changes)).toBe(bump);
});

test.each<[what: string, before: readonly string[], after: readonly string[], bump: string]>([
  ["takes more", ["Balance of {asset} too low"], ["{asset} too low"], "major"],
  ["takes less", ["{asset} too low"], ["Balance of {asset} too low"], "major"],
  ["takes less than a variant", ["No {asset}", "{asset}."], ["No {asset}", "Low {asset}"], "major"],
  ["takes the quotation marks", ["Balance of '{asset}'"], ["Balance of {asset}"], "major"],
  ["leaves the quotation marks out", ["Balance of {asset}"], ["Balance of '{asset}'."], "major"],
  ["leaves out marks of any kind", ["Balance of '{asset}'"], ['Balance of "{asset}".'], "patch"],
  ["takes the values in another order", ["{asset} for {other}"], ["{other} for {asset}"], "major"],
  ["fits none of its texts", ["Balance of {asset} too low"], ["Too little {asset}"], "patch"],
  ["is a variant before it", ["No {asset}", "Low {asset}"], ["No {asset}", "L{asset}"], "major"],
  [
    "comes behind it, as the message is kept",
    ["Low {asset}"],
    ["Low {asset}", "L{asset}"],
    "minor",
  ],
  [
    "comes before it among the variants",
    ["No {asset}", "Low {asset}", "L{asset}"],
    ["No {asset}", "L{asset}", "Low {asset}"],
    "major",
  ],
  [
    "comes before it, also if the message takes its full stop for a value",
    ["Low{asset}", "Low", "{asset}"],
    ["Low{asset}", "{asset}", "Low"],
    "major",
  ],
  [
    "was the variant behind it, and is the message",
    ["Low {asset}", "L{asset}"],
    ["L{asset}", "Low {asset}"],
    "major",
  ],
  ["fits none of its texts, which end in dots", ["Low {asset}..."], ["No {asset}"], "patch"],
  ["has numbers between its values", ["{asset} of {other}"], ["{asset}0{other}"], "patch"],
  [
    "reads no values either, as both lack some of the message",
    ["No {asset} for {other}", "Low {asset}"],
    ["No {asset} for {other}", "L{asset}"],
    "minor",
  ],
  ["fits a text without values", ["No {asset}", "Too low"], ["{asset} low", "No {asset}"], "major"],
])("comparing entries finds whose texts are read by another wording, which %s", (...row) => {
  const [, before, after, bump] = row;
  const entryOf = ([message = "", ...variants]: readonly string[]): Entry => ({
    ...WITHOUT,
    message,
    variants: variants.map((text) => ({ message: text, sources: [] })),
  });
  const kept = before.filter((text) => !after.includes(text));
  const changes = compare(
    { entries: [entryOf(before)] },
    { entries: [entryOf([...after, ...kept])] },
  );
  expect(bumpOf(changes)).toBe(bump);
});

test("comparing entries finds the other source of a variant or an alias", () => {
  const kinds = (field: "variants" | "aliases", item: object) => {
    const [one, other] = [1, 2].map((line) => {
      const sources = [{ document: "errors.md", line }];
      return { ...WITHOUT, [field]: [{ ...item, sources }] } as Entry;
    });
    return compare({ entries: [one as Entry] }, { entries: [other as Entry] });
  };
  expect(kinds("variants", { message: "a" })).toMatchObject([{ kind: "text-changed" }]);
  expect(kinds("aliases", { code: "a" })).toMatchObject([{ kind: "text-changed" }]);
});

test("comparing entries follows a renamed entry until the old name is removed", () => {
  const retired = { since: "1.0.0", reason: "Renamed.", replacedBy: "NEW" };
  const [old, renamed] = [WITHOUT, { ...WITHOUT, name: "NEW" }];
  const both = [{ ...old, retired } as Entry, renamed];
  expect(compare({ entries: [old] }, { entries: both })).toContainEqual({
    ...{ name: "OLD", code: "a", field: "name" },
    ...{ before: "OLD", after: "NEW", kind: "entry-renamed" },
  });
  const removed = compare({ entries: both }, { entries: [renamed] });
  expect(removed).toMatchObject([{ name: "OLD", kind: "entry-removed" }]);
});

const WITHOUT = {
  ...{ name: "OLD", kind: "error", code: "a", message: "m", description: "" },
  ...{ params: {}, aliases: [], variants: [], sources: [] },
} as unknown as Entry;

test("comparing entries finds an alias that became ambiguous", async () => {
  const { entries } = snapshotOf(await loadCatalog(copyAcme()));
  const [one, other] = entries.filter(({ name }) => /API_ERROR|RATE/.test(name)) as [Entry, Entry];
  const alias = { aliases: [{ code: "x", sources: [] }] };
  const before = [{ ...one, ...alias }, other];
  const after = [
    { ...other, ...alias },
    { ...one, ...alias },
  ];
  expect(
    compare({ entries: before }, { entries: after }).filter(({ kind }) => kind === "code-shared"),
  ).toEqual([
    {
      name: one.name,
      code: "x",
      field: "candidates.x",
      before: null,
      after: [other.name, one.name],
      kind: "code-shared",
    },
  ]);
});
