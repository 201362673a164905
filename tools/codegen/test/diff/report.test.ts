import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { snapshotOf } from "@hashkey-errors/codegen";
import { expect, test, vi } from "vitest";
import { copyAcme } from "../acme.js";
import { git } from "../git.js";
import { codegen, generate } from "../run.js";
import { PAYMENTS } from "../test-faults.js";
import { loadCatalog } from "./edits.js";

test("diff compares the catalog with a commit or a file, and reports as text, Markdown or JSON", async () => {
  const acme = copyAcme();
  await generate(acme);
  git(acme, "init", "--quiet");
  git(acme, "add", "--all");
  git(acme, "commit", "--quiet", "--message=first");
  acme.edit(PAYMENTS, "entries:", "entries: {");
  git(acme, "commit", "--quiet", "--all", "--message=broken");
  git(acme, "tag", "broken");
  git(acme, "checkout", "--quiet", "HEAD~1");
  acme.edit(PAYMENTS, "outcome: rejected", "outcome: unknown");
  acme.edit(PAYMENTS, "retry: after-delay", "retry: after-reconcile");
  const catalogJson = join(acme.catalog, "generated/catalog.json");
  const before = readFileSync(join(acme.root, ".git/index"));

  // As in a hook of Git, whose paths are relative.
  vi.stubEnv("GIT_DIR", ".git");
  vi.stubEnv("GIT_WORK_TREE", ".");
  const temporary = join(acme.root, "temporary");
  mkdirSync(temporary);
  vi.stubEnv("TMPDIR", temporary);
  const text = await codegen(acme, "diff");
  vi.unstubAllEnvs();
  expect(readdirSync(temporary)).toEqual([]);
  expect(text.status).toBe(0);
  expect(text.stdout).toContain("minor a judgment became more cautious (clients reconcile where");
  expect(text.stdout).toContain(
    '  CARD_REFUSED (card_declined): outcome changed from "rejected" to "unknown"',
  );
  expect(text.stdout).toContain("The changes since HEAD require a minor release.");
  const json = JSON.parse((await codegen(acme, "diff", catalogJson, "--format", "json")).stdout);
  expect(json).toEqual({
    bump: "minor",
    changes: [
      {
        name: "CARD_REFUSED",
        field: "outcome",
        before: "rejected",
        after: "unknown",
        kind: "judgment-tightened",
        bump: "minor",
      },
      expect.objectContaining({ field: "retry", after: "after-reconcile" }),
    ],
  });
  expect((await codegen(acme, "diff", "HEAD", "--format", "markdown")).stdout).toContain(
    '- `CARD_REFUSED` (card_declined): outcome changed from `"rejected"` to `"unknown"`',
  );
  // The staged files are unchanged.
  expect(readFileSync(join(acme.root, ".git/index"))).toEqual(before);
  for (const [base, problem] of [
    ["nowhere", "nowhere is not a file, and not a commit that has this catalog"],
    ["--output=x", "unknown option"],
    [join(acme.catalog, "locales/de.json"), "is not a catalog"],
    ["broken", "the catalog at broken cannot be read"],
  ] as const)
    expect((await codegen(acme, "diff", base)).stderr).toContain(problem);
});

test("diff says that a shallow clone lacks the older commits", async () => {
  const acme = copyAcme();
  git(acme, "init", "--quiet");
  git(acme, "add", "--all");
  for (const message of ["first", "second"])
    git(acme, "commit", "--quiet", "--allow-empty", `--message=${message}`);
  git(acme, "clone", "--quiet", "--depth=1", `file://${acme.root}`, "shallow");
  const catalog = join(acme.root, "shallow", relative(acme.root, acme.catalog));
  expect(await codegen({ catalog }, "diff", "HEAD")).toMatchObject({ status: 0 });
  expect(await codegen({ catalog }, "diff", "HEAD^1")).toMatchObject({
    status: 2,
    stderr: expect.stringContaining("This clone is shallow: git fetch --unshallow"),
  });
});

test("diff reads a commit with the line endings that it has, whatever Git is configured to write", async () => {
  const acme = copyAcme();
  // The blanks are part of the name.
  const catalog = join(acme.root, " spec ");
  renameSync(acme.catalog, catalog);
  git(acme, "init", "--quiet");
  git(acme, "add", "--all");
  git(acme, "commit", "--quiet", "--message=first");
  const unchanged = { status: 0, stdout: "No changes since HEAD.\n" };
  git(acme, "config", "core.autocrlf", "true");
  expect(await codegen({ catalog }, "diff", "HEAD")).toMatchObject(unchanged);
  const attributes = '* text=auto eol=crlf\n"\\040spec\\040/**" eol=lf\n';
  writeFileSync(join(acme.root, ".gitattributes"), attributes);
  expect(await codegen({ catalog }, "diff", "HEAD")).toMatchObject(unchanged);
});

test("diff describes each change in words", async () => {
  const acme = copyAcme();
  const subset = "subsets: { few: { description: A., names: [CARD_EXPIRED, API_ERROR] } }";
  acme.edit("catalog.yaml", "errorClass:", `${subset}\nerrorClass:`);
  const retired =
    'since: "1.1.0", reason: "Gone <!--", replacedBy: RATE_LIMITED, sunset: "2999-12-31"';
  acme.edit(PAYMENTS, "code: api_error", `code: api_error\n    retired: { ${retired} }`);
  const { entries, manifest, locales, vocabularies, ...rest } = snapshotOf(await loadCatalog(acme));
  const earlier: Readonly<Record<string, object>> = {
    API_ERROR: { retired: undefined, params: { id: { meaning: "The id", example: "7" } } },
    RATE_LIMITED: { retired: { since: "1.0.0", reason: "Gone." }, httpStatus: 430 },
    CARD_REFUSED: { aliases: ["x1", "x2"].map((code) => ({ code, sources: [] })), variants: [] },
  };
  const { traffic: _, ...categories } = vocabularies?.Category ?? {};
  const none = { message: "", description: "", status: "final" };
  const before = {
    ...rest,
    wireSchema: {},
    entries: entries
      .filter(({ name }) => name !== "CURRENCY_UNSUPPORTED")
      .map((entry) => ({ ...entry, ...earlier[entry.name] })),
    manifest: {
      ...manifest,
      title: "Errors",
      subsets: { few: { description: "A.", names: ["CARD_EXPIRED", "CARD_REFUSED"] } },
    },
    locales: {
      de: { ...locales?.de, RATE_LIMITED: none, CARD_REFUSED: none },
      "pt-BR": { CARD_EXPIRED: none },
    },
    vocabularies: { ...vocabularies, Category: categories },
  };
  acme.write("before.json", JSON.stringify(before));
  const file = join(acme.catalog, "before.json");
  const { stdout } = await codegen(acme, "diff", file, "--format", "markdown");
  expect(stdout).toMatch(`\
These changes require a **major** release.

### A code, kind, category, fault or status changed (major)

Code that compares it takes another branch.

- \`RATE_LIMITED\` (rate_limited): httpStatus changed from \`430\` to \`429\`

### Params were added`);
  expect(stdout.match(/^- .*/gm)?.slice(1)).toEqual([
    '- `API_ERROR` (api_error): params changed from `{"id":{"meaning":"The id","example":"7"}}` to `{}`',
    '- `CARD_REFUSED` (card_declined): aliases `"x1"`, `"x2"` were removed',
    "- `CARD_REFUSED` (card_declined): left the subset `few`",
    "- the catalog: wire.schema.json changed",
    '- the catalog: Category `"traffic"` was added',
    '- `CURRENCY_UNSUPPORTED` (card_declined): `Your card does not support "{currency}"`',
    "- `RATE_LIMITED` (rate_limited): no longer retired",
    "- `API_ERROR` (api_error): Gone &lt;!-- (see `RATE_LIMITED`) May be removed from 2999-12-31 on.",
    '- `CARD_REFUSED` (card_declined): variant `"Your card was declined"` was added',
    "- `API_ERROR` (api_error): entered the subset `few`",
    '- the catalog: title changed from `"Errors"` to `"Acme payments API errors"`',
    "- texts in `de`: `CARD_REFUSED`, `RATE_LIMITED`",
    "- texts in `pt-BR`: `CARD_EXPIRED`",
  ]);
});

test("diff describes in few words what is long, new components, and lists that are empty", async () => {
  const acme = copyAcme();
  acme.write("openapi.yaml", OPENAPI);
  const before = structuredClone(snapshotOf(await loadCatalog(acme))) as unknown as Released;
  before.manifest.wire.success = ["0"];
  delete before.openapi.components.schemas.Extra;
  for (const entry of before.entries.slice(1)) entry.sources = [];
  // Without the quotation marks, those of a text were a part of the value.
  Object.assign(before.entries[0] ?? {}, {
    message: "Your card was declined: {reason}. Try {days} days later",
  });
  acme.write("released.json", JSON.stringify(before));
  const { stdout } = await codegen(acme, "diff", "--format", "markdown");
  const [one, other] = ["{reason}", "`{reason}`"].map(
    (reason) => `"Your card was declined: ${reason}. Try {days} days later"`,
  );
  expect(stdout.match(/^- .*/gm)).toEqual([
    `- \`CARD_REFUSED\` (card_declined): params are read by \`\`${other}\`\` instead of \`${one}\``,
    '- the catalog: wire.success `"0"` was removed',
    '- the catalog: openapi.components `"schemas.Extra"` was added',
    `- \`CARD_REFUSED\` (card_declined): message changed from \`${one}\` to \`\`${other}\`\``,
    "- sources: `CARD_EXPIRED`, `CURRENCY_UNSUPPORTED`, `RATE_LIMITED`, `API_ERROR`",
  ]);
});

/** What the test changes of a released catalog. */
interface Released {
  readonly entries: { message: string; sources: unknown }[];
  readonly manifest: { readonly wire: { success: unknown } };
  readonly openapi: { readonly components: { readonly schemas: { Extra?: object } } };
}

const OPENAPI = `openapi: 3.1.1
info: { title: Acme, version: "1" }
components:
  schemas:
    ErrorBody: { $ref: "wire.schema.json#/$defs/ErrorBody" }
    Extra: { type: string }
`;
