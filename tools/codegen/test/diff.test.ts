import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import {
  BUMP_RULES,
  bumpOf,
  type Catalog,
  type Change,
  check,
  compare,
  type Entry,
  greatestBump,
  snapshotOf,
} from "@hashkey-errors/codegen";
import fc from "fast-check";
import { expect, test } from "vitest";
import { parse, stringify } from "yaml";
import { copyAcme, type Workspace } from "./acme.js";
import { codegen, generate } from "./run.js";

const PAYMENTS = "catalog/payments.yaml";

async function load({ catalog: folder }: Workspace): Promise<Catalog> {
  const { catalog, problems } = await check(folder);
  expect(problems.filter(({ severity }) => severity === "error")).toEqual([]);
  return catalog as Catalog;
}

/** What an edit changes, in short. */
async function changesOf(edit: (acme: Workspace) => void): Promise<string[]> {
  const acme = copyAcme();
  const before = snapshotOf(await load(acme));
  edit(acme);
  const { catalog } = await check(acme.catalog);
  return compare(before, snapshotOf(catalog as Catalog)).map(
    ({ name, field, kind }) => `${BUMP_RULES[kind].bump} ${name}.${field} (${kind})`,
  );
}

const edited = (from: string, to: string, file = PAYMENTS) =>
  [(acme: Workspace) => acme.edit(file, from, to)] as const;

const REFUND = `
  - name: REFUND_REFUSED
    code: refund_refused
    httpStatus: 400
    message: Refused
    description: ""
    category: card
    fault: client
    outcome: rejected
    retry: never
    documented: false
    sources: [{ document: errors.md, line: 1 }]
`;

test.each<[name: string, edit: (acme: Workspace) => void, changes: string[]]>([
  ["nothing", () => {}, []],
  [
    "a comment, and another order of keys",
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
    ["minor REFUND_REFUSED.entry (added)"],
  ],
  [
    "an entry that is gone",
    (acme) => {
      const { entries } = parse(acme.read(PAYMENTS)) as { entries: { name: string }[] };
      acme.write(
        PAYMENTS,
        stringify({ entries: entries.filter(({ name }) => name !== "API_ERROR") }),
      );
    },
    ["major API_ERROR.entry (removed)"],
  ],
  [
    "a rename",
    ...edited("name: API_ERROR", "name: SOME_ERROR"),
    ["major SOME_ERROR.name (renamed)"],
  ],
  [
    "a retirement",
    ...edited("code: api_error", 'code: api_error\n    retired: { since: "1.1.0", reason: Gone }'),
    ["minor API_ERROR.retired (retired)"],
  ],
  [
    "another code",
    ...edited("code: api_error", "code: api_failure"),
    ["major API_ERROR.code (identity)"],
  ],
  [
    "another category",
    ...edited("category: traffic", "category: card"),
    ["major RATE_LIMITED.category (identity)"],
  ],
  [
    "another status",
    ...edited("httpStatus: 429", "httpStatus: 503"),
    ["major RATE_LIMITED.httpStatus (identity)"],
  ],
  [
    "another fault",
    ...edited("fault: server", "fault: client"),
    ["major API_ERROR.fault (identity)"],
  ],
  [
    "a more cautious outcome",
    ...edited("outcome: rejected", "outcome: unknown"),
    ["minor CARD_REFUSED.outcome (cautious)"],
  ],
  [
    "a less cautious outcome",
    ...edited("outcome: unknown", "outcome: rejected"),
    ["major API_ERROR.outcome (unsafe)"],
  ],
  [
    "a more cautious retry",
    ...edited("retry: after-delay", "retry: after-reconcile"),
    ["minor CARD_REFUSED.retry (cautious)"],
  ],
  [
    "a less cautious retry",
    ...edited("retry: after-reconcile", "retry: after-delay"),
    ["major API_ERROR.retry (unsafe)"],
  ],
  [
    "a message whose old wording is kept",
    ...edited(
      "message: Slow down.",
      "message: Slower\n    variants: [{ message: Slow down., sources: [{ document: errors.md, line: 6 }] }]",
    ),
    ["patch RATE_LIMITED.message (reworded)"],
  ],
  [
    "a message whose old wording is lost",
    ...edited("message: Slow down.", "message: Slower"),
    ["major RATE_LIMITED.message (unmatched)"],
  ],
  [
    "a new variant",
    ...edited(
      "message: Slow down.",
      "message: Slow down.\n    variants: [{ message: Slower, sources: [{ document: errors.md, line: 6 }] }]",
    ),
    ["minor RATE_LIMITED.variants (matched)"],
  ],
  [
    "a description",
    ...edited('description: ""', "description: New"),
    ["patch CARD_REFUSED.description (wording)"],
  ],
  [
    "notes",
    ...edited("code: api_error", "code: api_error\n    notes: New"),
    ["patch API_ERROR.notes (wording)"],
  ],
  [
    "a text",
    ...edited("Zu viele Anfragen.", "Viel zu viele.", "locales/de.json"),
    ["patch RATE_LIMITED.locales.de (wording)"],
  ],
  [
    "a status of a text",
    ...edited('"translated"', '"final"', "locales/pt-BR.json"),
    ["patch CARD_EXPIRED.locales.pt-BR (wording)"],
  ],
  ["a new locale", (acme) => acme.write("locales/fr.json", "{}"), ["minor *.locales.fr (matched)"]],
  [
    "a new alias of a locale",
    ...edited("pt: pt-BR", "pt: pt-BR\n  pt-PT: pt-BR", "catalog.yaml"),
    ["minor *.localeAliases.pt-PT (matched)"],
  ],
  [
    "how responses are read",
    ...edited("numericCodes: false", "numericCodes: true", "catalog.yaml"),
    ["major *.wire (contract)"],
  ],
  [
    "a title",
    ...edited("title: Acme payments", "title: Acme", "catalog.yaml"),
    ["patch *.title (wording)"],
  ],
  [
    "words in the wire's schema",
    ...edited('"$defs"', '"$comment": "New", "$defs"', "wire.schema.json"),
    ["patch *.wire.schema.json (wording)"],
  ],
  [
    "the shape of bodies",
    ...edited('"required": ["code"]', '"required": []', "wire.schema.json"),
    ["major *.wire.schema.json (contract)"],
  ],
])("%s", async (_, edit, changes) => {
  expect(await changesOf(edit)).toEqual(changes);
});

test("params that are renamed, and an alias that is taken away, break programs", async () => {
  const { entries } = snapshotOf(await load(copyAcme()));
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
  expect(kinds({}, { params: without as Entry["params"] })).toEqual(["params params"]);
  expect(kinds({ aliases: [alias] }, { aliases: [] })).toEqual(["aliases unmatched"]);
  expect(kinds({ aliases: [] }, { aliases: [alias] })).toEqual(["aliases matched"]);
  expect(kinds({ retired: { since: "1", reason: "a" } }, {})).toEqual(["retired retired"]);
});

/** Edits that random catalogs go through, each on one entry. */
const EDITS: readonly ((entry: Entry, salt: number) => Entry | undefined)[] = [
  (entry, salt) => ({ ...entry, description: `d${salt % 3}` }),
  (entry, salt) => ({ ...entry, notes: `n${salt % 2}` }),
  (entry, salt) => ({ ...entry, code: `c${salt % 4}` }),
  (entry, salt) => ({ ...entry, httpStatus: 400 + (salt % 3) }),
  (entry, salt) => ({ ...entry, outcome: ["rejected", "unknown", "applied"][salt % 3] }) as Entry,
  (entry, salt) =>
    ({
      ...entry,
      retry: ["never", "after-fix", "after-delay", "after-reconcile"][salt % 4],
    }) as Entry,
  (entry, salt) => ({
    ...entry,
    message: `m${salt}`,
    variants: [...entry.variants, { message: entry.message, sources: [] }],
  }),
  (entry, salt) => ({ ...entry, message: `lost${salt}` }),
  (entry, salt) => ({
    ...entry,
    variants: [...entry.variants, { message: `v${salt}`, sources: [] }],
  }),
  (entry) => ({ ...entry, variants: entry.variants.slice(1) }),
  (entry, salt) => ({ ...entry, aliases: [...entry.aliases, { code: `a${salt}`, sources: [] }] }),
  (entry) => ({ ...entry, aliases: entry.aliases.slice(1) }),
  (entry) => ({ ...entry, retired: { since: "1.0.0", reason: "Gone" } }),
  () => undefined,
];

test("step by step or at once, a sequence of edits calls for the same: never for more at once, and for as much where nothing was taken back", async () => {
  const { entries: start } = snapshotOf(await load(copyAcme()));
  const step = fc.record({
    edit: fc.nat(EDITS.length),
    at: fc.nat(20),
    salt: fc.nat(1_000_000),
  });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 8 }), (steps) => {
      let current = start;
      const changes: (readonly Change[])[] = [];
      for (const { edit, at, salt } of steps) {
        const entry = current[at % Math.max(current.length, 1)] as Entry;
        const changed = EDITS[edit]?.(entry, salt);
        const next =
          EDITS[edit] === undefined
            ? [...current, { ...entry, name: `NEW_${salt}`, code: `new${salt}` }]
            : current.flatMap((other) => (other !== entry ? other : (changed ?? [])));
        if (next.length === 0) continue;
        changes.push(compare({ entries: current }, { entries: next }));
        current = next;
      }
      const single = changes.map(bumpOf);
      const atOnce = compare({ entries: start }, { entries: current });
      // At once it is never more than the steps called for.
      expect(greatestBump([bumpOf(atOnce), ...single])).toBe(greatestBump(single));
      // And it is as much, if what the gravest step changed is still changed.
      const worst = greatestBump(single);
      const isStillThere = changes
        .flat()
        .filter(({ kind }) => BUMP_RULES[kind].bump === worst)
        .some((step) =>
          atOnce.some(
            ({ name, field, kind }) =>
              name === step.name && field === step.field && kind === step.kind,
          ),
        );
      if (isStillThere) expect(bumpOf(atOnce)).toBe(worst);
    }),
    { numRuns: 2_000 },
  );
});

test("the order of entries, keys and lists calls for nothing", async () => {
  const { entries } = snapshotOf(await load(copyAcme()));
  fc.assert(
    fc.property(
      fc.shuffledSubarray([...entries], { minLength: entries.length }),
      fc.boolean(),
      (shuffled, reverse) => {
        const turned = shuffled.map((entry) => ({
          ...(reverse
            ? (Object.fromEntries(Object.entries(entry).reverse()) as unknown as Entry)
            : entry),
          sources: [...entry.sources].reverse(),
          variants: [...entry.variants].reverse(),
          aliases: [...entry.aliases].reverse(),
        }));
        expect(compare({ entries }, { entries: turned as Entry[] })).toEqual([]);
      },
    ),
  );
});

test("diff compares with a commit, a file or the last release, for people, reviews and programs", async () => {
  const acme = copyAcme();
  await generate(acme);
  const git = (...args: string[]) =>
    execFileSync("git", ["-c", "user.name=a", "-c", "user.email=a@b.c", ...args], {
      cwd: acme.root,
      stdio: "pipe",
    });
  git("init", "--quiet");
  git("add", "--all");
  git("commit", "--quiet", "--message=first");
  acme.edit(PAYMENTS, "outcome: rejected", "outcome: unknown");
  acme.edit(PAYMENTS, "retry: after-delay", "retry: after-reconcile");
  const catalogJson = join(acme.catalog, "generated/catalog.json");
  const before = readFileSync(join(acme.root, ".git/index"));

  const text = await codegen(acme, "diff");
  expect(text.status).toBe(0);
  expect(text.stdout).toContain(
    "minor a judgement became more cautious (bots find out what happened",
  );
  expect(text.stdout).toContain(
    '  CARD_REFUSED (card_declined): outcome was "rejected", is "unknown"',
  );
  expect(text.stdout).toContain("since HEAD: a minor version");
  const json = JSON.parse((await codegen(acme, "diff", catalogJson, "--json")).stdout);
  expect(json).toEqual({
    bump: "minor",
    changes: [
      {
        name: "CARD_REFUSED",
        field: "outcome",
        before: "rejected",
        after: "unknown",
        bump: "minor",
      },
      expect.objectContaining({ field: "retry", after: "after-reconcile" }),
    ],
  });
  expect((await codegen(acme, "diff", "HEAD", "--format", "markdown")).stdout).toContain(
    '- `CARD_REFUSED` (card_declined): outcome was `"rejected"`, is `"unknown"`',
  );
  // Neither the work tree nor what is staged has changed.
  expect(readFileSync(join(acme.root, ".git/index"))).toEqual(before);
  for (const [base, problem] of [
    ["nowhere", "nowhere is neither a file nor a commit that has this catalog"],
    ["--output=x", "unknown option"],
    [join(acme.catalog, "locales/de.json"), "is no catalog"],
  ] as const)
    expect((await codegen(acme, "diff", base)).stderr).toContain(problem);
});

test("the changeset says what consumers need to know, is refreshed, and is asked for when it is missing", async () => {
  const acme = copyAcme();
  const pending = join(acme.root, ".changeset");
  expect(await codegen(acme, "snapshot")).toMatchObject({ status: 0 });
  expect(await codegen(acme, "diff", "--changeset")).toMatchObject({
    status: 1,
    stderr: expect.stringContaining("there is no .changeset folder"),
  });
  mkdirSync(pending);
  expect(await codegen(acme, "diff", "--check")).toMatchObject({ status: 0 });

  acme.edit("locales/de.json", "Zu viele Anfragen.", "Viel zu viele.");
  expect(await codegen(acme, "diff", "--check")).toMatchObject({
    status: 1,
    stderr: expect.stringContaining("Run codegen diff --changeset."),
  });
  writeFileSync(join(pending, "mine.md"), '---\n"@acme/errors": patch\n---\n\nMine.\n');
  expect(await codegen(acme, "diff", "--check")).toMatchObject({ status: 0 });

  acme.edit(PAYMENTS, "retry: after-fix", "retry: never");
  expect(await codegen(acme, "diff", "--check")).toMatchObject({ status: 1 });
  expect(await codegen(acme, "diff", "--changeset")).toMatchObject({ status: 0 });
  expect(readFileSync(join(pending, "catalog.md"), "utf8")).toBe(`---
"@acme/error-types": minor
"@acme/errors": minor
"@acme/error-messages": minor
---

The error catalog has changed.

**A judgement became more cautious: bots find out what happened where they used to retry or to give up: read each.**

- \`CARD_EXPIRED\` (card_declined): retry was \`"after-fix"\`, is \`"never"\`

A description, note, source or translation:

- texts in \`de\`: \`RATE_LIMITED\`
`);
  expect(await codegen(acme, "diff", "--check")).toMatchObject({ status: 0 });

  // What was released is never removed.
  acme.edit(PAYMENTS, "name: API_ERROR", "name: SOME_ERROR");
  expect(await codegen(acme, "lint")).toMatchObject({
    status: 1,
    stderr: expect.stringContaining("API_ERROR was released, and is gone from the catalog"),
  });
});
