import { bumpOf, type Change, compare, type Entry, snapshotOf } from "@hashkey-errors/codegen";
import fc from "fast-check";
import { expect, test } from "vitest";
import { highestBump } from "../../dist/diff/bump.js";
import { copyAcme } from "../acme.js";
import { propertyRuns } from "../property-runs.js";
import { loadCatalog } from "./edits.js";

/** `pnpm test:properties` sets more. */
const RUNS = propertyRuns({ quick: 300, thorough: 4000 });

/** Edits an entry, or removes it by returning undefined; `salt` differs each time. */
type Edit = (entry: Entry, salt: number) => Entry | undefined;

const reword: Edit = (entry, salt) => ({
  ...entry,
  message: `m${salt}`,
  variants: [...entry.variants, { message: entry.message, sources: [] }],
});

/** Edits that no other edit of this list reverts. */
const FORWARD: readonly Edit[] = [
  (entry, salt) => ({ ...entry, description: `d${salt}` }),
  (entry, salt) => ({ ...entry, notes: `n${salt}` }),
  (entry, salt) => ({ ...entry, code: `c${salt}` }),
  (entry, salt) => ({ ...entry, category: `k${salt}` }) as Entry,
  (entry) => ({ ...entry, outcome: "unknown" }) as Entry,
  (entry) => ({ ...entry, retry: "after-reconcile" }) as Entry,
  (entry, salt) => ({ ...entry, params: { [`p${salt}`]: { meaning: "a", example: "b" } } }),
  reword,
  (entry, salt) => ({
    ...entry,
    variants: [...entry.variants, { message: `v${salt}`, sources: [] }],
  }),
  (entry, salt) => ({ ...entry, aliases: [...entry.aliases, { code: `a${salt}`, sources: [] }] }),
  (entry) => ({ ...entry, retired: { since: "1.0.0", reason: "Gone" } }),
];

const EDITS: readonly Edit[] = [
  ...FORWARD,
  (entry, salt) => ({ ...entry, message: `lost${salt}` }),
  (entry, salt) => ({ ...entry, description: `d${salt % 2}` }),
  (entry, salt) => ({ ...entry, httpStatus: 400 + (salt % 3) }),
  (entry, salt) => ({ ...entry, fault: ["client", "server"][salt % 2] }) as Entry,
  (entry, salt) => ({ ...entry, outcome: ["rejected", "unknown", "applied"][salt % 3] }) as Entry,
  (entry, salt) =>
    ({
      ...entry,
      retry: ["never", "after-fix", "after-delay", "after-reconcile"][salt % 4],
    }) as Entry,
  (entry) => ({ ...entry, variants: entry.variants.slice(1) }),
  (entry) => ({ ...entry, aliases: entry.aliases.slice(1) }),
  ({ retired: _, ...entry }) => entry as Entry,
  (entry, salt) => ({ ...entry, name: `RENAMED_${salt}` }),
  () => undefined,
];

/** Edits of the first entries. An index that has no edit adds an entry, which may share a code. */
const steps = (edits: readonly Edit[]) =>
  fc.array(fc.record({ edit: fc.nat(edits.length), at: fc.nat(20) }), { maxLength: 8 });

/** Applies edits one after another, and compares the bump of all with the highest bump of each. */
function follow(
  start: readonly Entry[],
  edits: readonly Edit[],
  path: readonly { readonly edit: number; readonly at: number }[],
) {
  let current = start;
  const changes: (readonly Change[])[] = [];
  const reworded: string[] = [];
  for (const [salt, { edit, at }] of path.entries()) {
    const count = Math.min(current.length, start.length);
    const entry = current[at % count] as Entry;
    const apply = edits[edit];
    const changed = apply?.(entry, salt);
    const next =
      apply === undefined
        ? [...current, { ...entry, name: `NEW_${salt}`, ...(at > 10 && { code: `new${salt}` }) }]
        : current.flatMap((other) => (other !== entry ? other : (changed ?? [])));
    if (next.length === 0) continue;
    if (apply === reword) reworded.push(entry.name);
    changes.push(compare({ entries: current }, { entries: next }));
    current = next;
  }
  // The wording in between becomes a variant that the first catalog did not have.
  const isTwice = new Set(reworded).size < reworded.length;
  const stepByStep = highestBump([...changes.map(bumpOf), isTwice ? "minor" : "none"]);
  return { stepByStep, atOnce: bumpOf(compare({ entries: start }, { entries: current })) };
}

test("the bump of several edits is never higher than the highest bump of each", async () => {
  const { entries } = snapshotOf(await loadCatalog(copyAcme()));
  fc.assert(
    fc.property(steps(EDITS), (path) => {
      const { stepByStep, atOnce } = follow(entries, EDITS, path);
      expect(highestBump([atOnce, stepByStep])).toBe(stepByStep);
    }),
    { numRuns: RUNS },
  );
});

test("the bump of several edits is the highest bump of each, if none reverts another", async () => {
  const { entries } = snapshotOf(await loadCatalog(copyAcme()));
  const seen = new Set<string>();
  fc.assert(
    fc.property(steps(FORWARD), (path) => {
      const { stepByStep, atOnce } = follow(entries, FORWARD, path);
      seen.add(atOnce);
      expect(atOnce).toBe(stepByStep);
    }),
    { numRuns: RUNS },
  );
  expect([...seen].sort()).toEqual(["major", "minor", "none", "patch"]);
});

test("another order of entries, keys and list items does not count as a change", async () => {
  const catalog = snapshotOf(await loadCatalog(copyAcme()));
  const sources = [1, 2].map((line) => ({ document: "errors.md", line }));
  const entries = catalog.entries.map((entry) => ({
    ...entry,
    sources,
    variants: ["a", "b"].map((message) => ({ message, sources })),
    aliases: ["a", "b"].map((code) => ({ code, sources })),
  }));
  const turn = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(turn).reverse();
    if (typeof value !== "object" || value === null) return value;
    const members = Object.entries(value).map(([key, member]) => [key, turn(member)]);
    return Object.fromEntries(members.reverse());
  };
  fc.assert(
    fc.property(
      fc.shuffledSubarray(entries, { minLength: entries.length }),
      fc.boolean(),
      (shuffled, isTurned) => {
        const after = isTurned ? (turn(shuffled) as Entry[]) : shuffled;
        expect(compare({ entries }, { entries: after })).toEqual([]);
      },
    ),
  );
});
