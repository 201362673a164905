import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import {
  BUMP_RULES,
  bumpOf,
  type Catalog,
  type Change,
  compare,
  type Entry,
  highestBump,
  lint,
  type Snapshot,
  snapshotOf,
} from "@hashkey-errors/codegen";
import fc from "fast-check";
import { expect, test } from "vitest";
import { parse, stringify } from "yaml";
import { copyAcme, type Workspace } from "../acme.js";
import { codegen, generate } from "../run.js";

const PAYMENTS = "catalog/payments.yaml";

async function load({ catalog: folder }: Workspace): Promise<Catalog> {
  const { catalog, problems } = await lint(folder);
  expect(problems.filter(({ severity }) => severity === "error")).toEqual([]);
  return catalog as Catalog;
}

/** What an edit changes, in short. */
async function changesOf(edit: (acme: Workspace) => void): Promise<string[]> {
  const acme = copyAcme();
  const before = snapshotOf(await load(acme));
  edit(acme);
  const { catalog } = await lint(acme.catalog);
  return compare(before, snapshotOf(catalog as Catalog)).map(
    ({ name, field, kind }) => `${BUMP_RULES[kind].bump} ${name}.${field} (${kind})`,
  );
}

const edited = (from: string, to: string, file = PAYMENTS) =>
  [(acme: Workspace) => acme.edit(file, from, to)] as const;

/** Changes the words of one vocabulary. */
const reworded =
  (name: string, edit: (words: { const: string; description?: string }[]) => void) =>
  (acme: Workspace) => {
    const schema = JSON.parse(acme.read("catalog.schema.json"));
    edit(schema.$defs[name].oneOf);
    acme.write("catalog.schema.json", JSON.stringify(schema));
  };

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
    "a new entry that shares a code which told another alone",
    (acme) =>
      acme.write(
        PAYMENTS,
        acme.read(PAYMENTS) + REFUND.replace("code: refund_refused", "code: api_error"),
      ),
    ["minor REFUND_REFUSED.entry (added)", "minor API_ERROR.candidates.api_error (shared)"],
  ],
  [
    "a new entry that shares a code which was shared before",
    (acme) =>
      acme.write(
        PAYMENTS,
        acme.read(PAYMENTS) + REFUND.replace("code: refund_refused", "code: card_declined"),
      ),
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
    "a rename that keeps the old entry, retired",
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
      "minor API_ERROR.retired (retired)",
      "major API_ERROR.name (renamed)",
      "minor SOME_ERROR.entry (added)",
    ],
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
    "a message that changed, with its old wording and another variant",
    ...edited(
      "message: Slow down.",
      "message: Slower\n    variants: [{ message: Slow down., sources: [{ document: errors.md, line: 6 }] }, { message: Slowly, sources: [{ document: errors.md, line: 6 }] }]",
    ),
    ["patch RATE_LIMITED.message (reworded)", "minor RATE_LIMITED.variants (matched)"],
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
    "the catalog's id, which problem details bear",
    ...edited("id: acme-errors", "id: acme-payments", "catalog.yaml"),
    ["major *.id (contract)"],
  ],
  [
    "a title",
    ...edited("title: Acme payments", "title: Acme", "catalog.yaml"),
    ["patch *.title (wording)"],
  ],
  [
    "a new word to judge by",
    reworded("Retry", (words) => words.push({ const: "after-payment" })),
    ["minor *.Retry (widened)"],
  ],
  [
    "a word to judge by that is gone",
    reworded("Outcome", (words) => words.splice(2)),
    ["major *.Outcome (narrowed)"],
  ],
  [
    "what a word means",
    reworded("Fault", ([word]) => Object.assign(word ?? {}, { description: "New" })),
    ["patch *.Fault.client (wording)"],
  ],
  ["another order of words", reworded("Retry", (words) => words.reverse()), []],
  [
    "a new category, with its status",
    (acme) => {
      reworded("Category", (words) => words.push({ const: "refund" }))(acme);
      acme.edit("catalog.yaml", "traffic: 429", "traffic: 429, refund: 409");
    },
    ["minor *.Category (widened)", "minor *.problemStatus.refund (widened)"],
  ],
  [
    "a category that is gone",
    (acme) => {
      reworded("Category", (words) => words.splice(1))(acme);
      acme.edit("catalog.yaml", ", traffic: 429", "");
      acme.write(PAYMENTS, acme.read(PAYMENTS).replaceAll("category: traffic", "category: card"));
    },
    [
      "major RATE_LIMITED.category (identity)",
      "major API_ERROR.category (identity)",
      "major *.Category (narrowed)",
      "major *.problemStatus.traffic (narrowed)",
    ],
  ],
  [
    "another status of a category",
    ...edited("traffic: 429", "traffic: 503", "catalog.yaml"),
    ["major *.problemStatus.traffic (contract)"],
  ],
  [
    "another name of a package",
    ...edited("@acme/errors", "@acme/payment-errors", "catalog.yaml"),
    ["major *.packages.validator.name (contract)"],
  ],
  [
    "another name of the Error class",
    ...edited("AcmePaymentError", "AcmeError", "catalog.yaml"),
    ["major *.errorClass (contract)"],
  ],
  ...[
    ["a package's folder", "folder: ../out/types", "folder: ../lib/types"],
    ["the documents that list the errors", "table: errors.md", "table: [errors.md]"],
    ["no documents that list the errors", "table: errors.md\n", ""],
    ["what names end in", "runtime: true", "runtime: true\nnameEndings: [REFUSED]"],
    ["the command that generates", "runtime: true", "runtime: true\ngenerateCommand: make"],
    ["emitters of one's own", "runtime: true", "runtime: true\nemitters: [python.js]"],
    ["code that stands there by hand", "runtime: true", "runtime: false"],
  ].map(([name = "", from = "", to = ""]): [string, (acme: Workspace) => void, string[]] => [
    `${name}: for the editors alone`,
    ...edited(from, to, "catalog.yaml"),
    [],
  ]),
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

test("a release that was written down without the words to judge by says nothing of them", async () => {
  const acme = copyAcme();
  expect(await codegen(acme, "snapshot")).toMatchObject({ status: 0 });
  const { vocabularies, ...older } = JSON.parse(acme.read("released.json"));
  expect(vocabularies.Outcome).toMatchObject({ unknown: "It may have been executed." });
  acme.write("released.json", JSON.stringify(older));
  expect((await codegen(acme, "diff")).stdout).toContain("no new version");
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

test("an alias may be shared as a code is", async () => {
  const { entries } = snapshotOf(await load(copyAcme()));
  const [one, other] = entries.filter(({ name }) => /API_ERROR|RATE/.test(name)) as [Entry, Entry];
  const alias = { aliases: [{ code: "x", sources: [] }] };
  const before = [{ ...one, ...alias }, other];
  const after = [
    { ...other, ...alias },
    { ...one, ...alias },
  ];
  expect(
    compare({ entries: before }, { entries: after }).filter(({ kind }) => kind === "shared"),
  ).toEqual([
    {
      name: one.name,
      code: "x",
      field: "candidates.x",
      before: null,
      after: [other.name, one.name],
      kind: "shared",
    },
  ]);
});

test("a changelog is loud about a shared code", async () => {
  const acme = copyAcme();
  mkdirSync(join(acme.root, ".changeset"));
  await codegen(acme, "snapshot");
  acme.write("evidence/seen.txt", "api_error Refused\n");
  const sharing = REFUND.replace("code: refund_refused", "code: api_error");
  acme.write(PAYMENTS, acme.read(PAYMENTS) + sharing.replace("errors.md", "seen.txt"));
  expect(await codegen(acme, "diff", "--changeset")).toMatchObject({ status: 0 });
  const text = readFileSync(join(acme.root, ".changeset/catalog.md"), "utf8");
  expect(text.slice(text.indexOf("**"))).toBe(`\
**A code is shared now: its responses without a text, or with one that fits none, are unrecognized where they used to be that error: read each.**

- \`API_ERROR\` (api_error): shares it with \`REFUND_REFUSED\`

A new entry:

- \`REFUND_REFUSED\` (api_error): \`Refused\`
`);
});

test("the texts of an entry that is new, renamed or gone are told with it", async () => {
  const { entries, ...rest } = snapshotOf(await load(copyAcme()));
  const text = { message: "a", description: "", status: "final" } as const;
  const others = entries.filter(({ name }) => name !== "API_ERROR");
  const [entry] = entries.filter(({ name }) => name === "API_ERROR") as [Entry];
  const snapshot = (some: readonly Entry[], de: Record<string, typeof text>) => ({
    ...rest,
    entries: some,
    locales: { de },
  });
  const without = snapshot(others, {});
  const withIt = snapshot(entries, { API_ERROR: text });
  const renamed = snapshot([...others, { ...entry, name: "SOME_ERROR" }], { SOME_ERROR: text });
  const fields = (before: Snapshot, after: Snapshot) =>
    compare(before, after).map(({ name, field }) => `${name}.${field}`);
  expect(fields(without, withIt)).toEqual(["API_ERROR.entry"]);
  expect(fields(withIt, without)).toEqual(["API_ERROR.entry"]);
  expect(fields(withIt, renamed)).toEqual(["SOME_ERROR.name"]);
  expect(fields(snapshot(entries, {}), withIt)).toEqual(["API_ERROR.locales.de"]);
});

/** What an edit makes of an entry; `salt` is another number each time. Undefined removes it. */
type Edit = (entry: Entry, salt: number) => Entry | undefined;

const reword: Edit = (entry, salt) => ({
  ...entry,
  message: `m${salt}`,
  variants: [...entry.variants, { message: entry.message, sources: [] }],
});

/** Edits that no other edit of this list takes back. */
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

/** The first `count` entries are those that are edited; where `edit` has no edit, an entry is added, which may share a code. */
const steps = (edits: readonly Edit[]) =>
  fc.array(fc.record({ edit: fc.nat(edits.length), at: fc.nat(20) }), { maxLength: 8 });

/** Goes through edits: what each step changed, what all of them changed, and whether an entry was reworded twice. */
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
  // The wording between is a variant that the first catalog did not have: for its readers it is new.
  const isTwice = new Set(reworded).size < reworded.length;
  const called = highestBump([...changes.map(bumpOf), isTwice ? "minor" : "none"]);
  return { called, atOnce: bumpOf(compare({ entries: start }, { entries: current })) };
}

test("at once, edits never call for more than step by step", async () => {
  const { entries } = snapshotOf(await load(copyAcme()));
  fc.assert(
    fc.property(steps(EDITS), (path) => {
      const { called, atOnce } = follow(entries, EDITS, path);
      expect(highestBump([atOnce, called])).toBe(called);
    }),
    { numRuns: 2_000 },
  );
});

test("at once, edits call for what they call for step by step, where nothing is taken back", async () => {
  const { entries } = snapshotOf(await load(copyAcme()));
  const seen = new Set<string>();
  fc.assert(
    fc.property(steps(FORWARD), (path) => {
      const { called, atOnce } = follow(entries, FORWARD, path);
      seen.add(atOnce);
      expect(atOnce).toBe(called);
    }),
    { numRuns: 2_000 },
  );
  expect([...seen].sort()).toEqual(["major", "minor", "none", "patch"]);
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

test.each<[name: string, text: string, problem: string]>([
  ["no entries", "{}", 'the field "entries" is missing'],
  ["an entry that is none", '{ "entries": [null] }', "must be object"],
  [
    "an entry without what is compared",
    '{ "entries": [{ "name": "API_ERROR" }] }',
    'the field "code" is missing',
  ],
  [
    "no packages",
    '{ "entries": [], "manifest": { "problemStatus": {} } }',
    'the field "packages" is missing',
  ],
  ["JSON that breaks off", '{ "entries": [', "not valid JSON"],
])("a release with %s is a problem, for lint as for diff", async (_, text, problem) => {
  const acme = copyAcme();
  acme.write("released.json", text);
  for (const command of ["lint", "diff"]) {
    const { status, stderr } = await codegen(acme, command);
    expect(status).toBe(1);
    expect(stderr).toContain(problem);
    expect(stderr).toContain("released.json:1:");
  }
  const other = join(acme.root, "other.json");
  writeFileSync(other, text);
  acme.write("released.json", '{ "entries": [] }');
  expect(await codegen(acme, "diff", other)).toMatchObject({
    status: 2,
    stderr: expect.stringContaining(problem),
  });
});

test("what is written as an escape, or belongs to a language, may stand in a release", async () => {
  const acme = copyAcme();
  acme.edit(PAYMENTS, "code: api_error", 'code: api_error\n    notes: "a\\u00a0b"');
  acme.edit("locales/de.json", "Bitte warten.", "Auf\u200clage.");
  expect(await codegen(acme, "snapshot")).toMatchObject({ status: 0 });
  expect(await codegen(acme, "lint")).toMatchObject({ status: 0 });
  expect((await codegen(acme, "diff")).stdout).toContain("no new version");
});

test("a changeset that cannot be read is named", async () => {
  const acme = copyAcme();
  mkdirSync(join(acme.root, ".changeset"));
  await codegen(acme, "snapshot");
  writeFileSync(join(acme.root, ".changeset/odd.md"), '---\n"a: [\n---\n');
  expect(await codegen(acme, "diff", "--check")).toMatchObject({
    status: 1,
    stderr: expect.stringContaining("odd.md is no changeset: "),
  });
});
