import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { copyAcme } from "../acme.js";
import { git } from "../git.js";
import { createProject } from "../init/project.js";
import { codegen } from "../run.js";
import { PAYMENTS } from "../test-faults.js";
import { REFUND } from "./edits.js";

test("diff --check fails until diff --changeset has written the changes for users of the packages", async () => {
  const acme = copyAcme();
  const pending = join(acme.root, ".changeset");
  expect(await codegen(acme, "record")).toMatchObject({ status: 0 });
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
# Written by codegen diff --changeset, which replaces it until it is edited (b2d15fd3c86c4f95).
"@acme/error-types": minor
"@acme/errors": minor
"@acme/error-messages": minor
---

The error catalog has changed.

**A judgment became more cautious: clients reconcile where they used to retry or give up; review each.**

- \`CARD_EXPIRED\` (card_declined): retry changed from \`"after-fix"\` to \`"never"\`

A description, note, source or translation changed:

- texts in \`de\`: \`RATE_LIMITED\`
`);
  expect(await codegen(acme, "diff", "--check")).toMatchObject({ status: 0 });

  // An entry that was released is never removed.
  acme.edit(PAYMENTS, "name: API_ERROR", "name: SOME_ERROR");
  expect(await codegen(acme, "lint")).toMatchObject({
    status: 1,
    stderr: expect.stringContaining("API_ERROR was released but is missing from the catalog"),
  });
});

test("diff --changeset asks for a name where no package has one", async () => {
  const { root, codegen: run } = createProject();
  writeFileSync(join(root, "package.json"), "{}");
  expect(await run("init", "--id", "acme")).toMatchObject({ status: 0 });
  expect(await run("record")).toMatchObject({ status: 0 });
  expect(await run("diff", "--changeset")).toMatchObject({
    status: 1,
    stderr: "there is no .changeset folder at or above schemas: run npx @changesets/cli init.\n",
  });
  mkdirSync(join(root, ".changeset"));
  const errors = join(root, "schemas/catalog/errors.yaml");
  const text = readFileSync(errors, "utf8");
  writeFileSync(errors, text.replace("retry: after-fix", "retry: never"));
  expect(await run("diff", "--changeset")).toMatchObject({
    status: 1,
    stderr: expect.stringContaining("the package.json of this project has no name: add one"),
  });
  expect(readdirSync(join(root, ".changeset"))).toEqual([]);
});

test.each([
  ["0.4.0", "minor"],
  ["1.4.0", "major"],
  ["0.0.0", "major"],
])(
  "of packages at %s, a change that breaks programs requires a %s changeset",
  async (version, bump) => {
    const acme = copyAcme();
    await codegen(acme, "record");
    mkdirSync(join(acme.root, ".changeset"));
    const names = {
      types: "@acme/error-types",
      validator: "@acme/errors",
      messages: "@acme/error-messages",
    };
    for (const [part, name] of Object.entries(names)) {
      mkdirSync(join(acme.root, "out", part), { recursive: true });
      writeFileSync(
        join(acme.root, "out", part, "package.json"),
        JSON.stringify({ name, version }),
      );
    }
    expect((await codegen(acme, "rename", "CARD_EXPIRED", "CARD_OLD")).stdout).toContain(
      `requires a ${bump} release`,
    );
    const { stdout } = await codegen(acme, "diff", "--changeset");
    expect(stdout).toContain(`require a ${bump} release`);
    expect((await codegen(acme, "diff", "--format", "markdown")).stdout).toContain(
      `a **${bump}** release`,
    );
    const text = readFileSync(join(acme.root, ".changeset/catalog.md"), "utf8");
    expect(text).toContain(`\n"@acme/errors": ${bump}\n`);
    expect(await codegen(acme, "diff", "--check")).toMatchObject({
      status: 0,
      stdout: expect.stringContaining(`require a ${bump} release`),
    });
  },
);

test("a changelog emphasizes what breaks programs, and a code that became ambiguous", async () => {
  const acme = copyAcme();
  mkdirSync(join(acme.root, ".changeset"));
  await codegen(acme, "record");
  acme.write("evidence/seen.txt", "api_error Refused\n");
  const sharing = REFUND.replace("code: refund_refused", "code: api_error");
  acme.write(PAYMENTS, acme.read(PAYMENTS) + sharing.replace("errors.md", "seen.txt"));
  acme.edit(PAYMENTS, "httpStatus: 429", "httpStatus: 503");
  acme.edit("catalog.yaml", "  card:", "  other: { status: 400, description: Else. }\n  card:");
  expect(await codegen(acme, "diff", "--changeset")).toMatchObject({ status: 0 });
  const text = readFileSync(join(acme.root, ".changeset/catalog.md"), "utf8");
  expect(text.slice(text.indexOf("**"))).toBe(`\
**A code, kind, category, fault or status changed: code that compares it takes another branch.**

- \`RATE_LIMITED\` (rate_limited): httpStatus changed from \`429\` to \`503\`

**A code became ambiguous: responses with it and no matching message are now UNRECOGNIZED; review each.**

- \`API_ERROR\` (api_error): shares it with \`REFUND_REFUSED\`

**A category, outcome, retry or fault value was added: exhaustive switches without a default no longer compile, or skip the new value.**

- the catalog: Category \`"other"\` was added

An entry was added:

- \`REFUND_REFUSED\` (api_error): \`Refused\`
`);
});

test("diff --changeset writes nothing before the first release", async () => {
  const acme = copyAcme();
  mkdirSync(join(acme.root, ".changeset"));
  git(acme, "init", "--quiet");
  git(acme, "add", ".");
  git(acme, "commit", "--quiet", "--message=Begin");
  acme.write("evidence/seen.txt", "refund_refused Refused\n");
  acme.write(PAYMENTS, acme.read(PAYMENTS) + REFUND.replace("errors.md", "seen.txt"));
  expect(await codegen(acme, "diff", "--changeset")).toMatchObject({
    status: 0,
    stdout: expect.stringContaining("REFUND_REFUSED"),
    stderr: expect.stringContaining("nothing has been released yet"),
  });
  expect(readdirSync(join(acme.root, ".changeset"))).toEqual([]);
});

test("diff --check names a changeset that cannot be read", async () => {
  const acme = copyAcme();
  mkdirSync(join(acme.root, ".changeset"));
  await codegen(acme, "record");
  writeFileSync(join(acme.root, ".changeset/odd.md"), '---\n"a: [\n---\n');
  expect(await codegen(acme, "diff", "--check")).toMatchObject({
    status: 1,
    stderr: expect.stringContaining("odd.md is not a changeset: "),
  });
});
