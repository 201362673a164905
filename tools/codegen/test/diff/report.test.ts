import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test, vi } from "vitest";
import { copyAcme } from "../acme.js";
import { codegen, generate } from "../run.js";
import { PAYMENTS } from "./edits.js";

test("diff compares the catalog with a commit or a file, and reports as text, Markdown or JSON", async () => {
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

  // As in a hook of Git, whose paths are relative.
  vi.stubEnv("GIT_DIR", ".git");
  vi.stubEnv("GIT_WORK_TREE", ".");
  const text = await codegen(acme, "diff");
  vi.unstubAllEnvs();
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
  ] as const)
    expect((await codegen(acme, "diff", base)).stderr).toContain(problem);
});
