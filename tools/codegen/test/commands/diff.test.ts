import { existsSync, mkdirSync } from "node:fs";
import { join, relative } from "node:path";
import { expect, test, vi } from "vitest";
import { copyAcme } from "../acme.js";
import { codegen } from "../run.js";

test("diff --changeset says whether the changeset was written, removed or not needed", async () => {
  const acme = copyAcme();
  mkdirSync(join(acme.root, ".changeset"));
  const file = join(acme.root, ".changeset/catalog.md");
  await codegen(acme, "record");
  const update = () => codegen(acme, "diff", "--changeset");
  expect((await update()).stderr).toBe("nothing to release: no changeset is needed\n");
  acme.edit("catalog/payments.yaml", "httpStatus: 429", "httpStatus: 503");
  expect((await update()).stderr).toBe(`wrote ${relative(process.cwd(), file)}\n`);
  expect(existsSync(file)).toBe(true);
  acme.edit("catalog/payments.yaml", "httpStatus: 503", "httpStatus: 429");
  expect((await update()).stderr).toBe(
    `removed ${relative(process.cwd(), file)}: nothing to release\n`,
  );
  expect(existsSync(file)).toBe(false);
});

test.each([
  ["another format than text", ["--format", "json"], "--check has no --format"],
  ["--changeset", ["--changeset"], "use --changeset or --check, not both"],
])("diff --check with %s is wrong usage", async (_, options, reason) => {
  expect(await codegen(copyAcme(), "diff", "--check", ...options)).toMatchObject({
    status: 2,
    stderr: expect.stringContaining(reason),
  });
});

test("diff says that there is no Git", async () => {
  vi.stubEnv("PATH", "");
  const { stderr } = await codegen(copyAcme(), "diff", "HEAD");
  vi.unstubAllEnvs();
  expect(stderr).toBe(
    "HEAD is not a file, and not a commit that has this catalog (git is not installed, or is not in PATH).\n",
  );
});

test("diff before the first release, and outside of Git, says why there is nothing to compare with", async () => {
  expect(await codegen(copyAcme(), "diff")).toMatchObject({
    status: 2,
    stderr: expect.stringContaining("nothing has been released yet (codegen record), and the last"),
  });
});
