import { expect, onTestFinished, test } from "vitest";
import { addNewEntry } from "./new-entry.js";
import { type ScratchRepository, scratchRepository } from "./scratch-repository.js";

function repository(): ScratchRepository {
  const scratch = scratchRepository();
  onTestFinished(scratch.remove);
  return scratch;
}

const ENTRY = `name: ORDER_TYPE_UNSUPPORTED
    code: "0206"
    httpStatus: 400`;

test("an edit becomes a diff, a changeset and a version, with real git, pnpm and changesets", () => {
  const scratch = repository();
  const { pnpm, commit, read, edit } = scratch;
  const version = () => JSON.parse(read("packages/validator/package.json")).version as string;
  expect(pnpm("install", "--frozen-lockfile", "--prefer-offline")).toMatchObject({ status: 0 });

  // The first release.
  expect(pnpm("run", "bump")).toMatchObject({ status: 0 });
  const first = version();
  expect(first).toMatch(/^\d+\.\d+\.\d+$/);
  expect(JSON.parse(read("schemas/released.json")).version).toBe(first);
  // The files that bump writes pass every gate.
  expect(pnpm("check")).toMatchObject({ status: 0 });
  expect(pnpm("lint")).toMatchObject({ status: 0 });
  commit();
  expect(pnpm("codegen", "diff").output).toContain(`No changes since release ${first}.`);

  // A note is a patch.
  edit("schemas/catalog/order.yaml", ENTRY, `${ENTRY}\n    notes: Seen again.`);
  expect(pnpm("codegen", "generate")).toMatchObject({ status: 0 });
  expect(pnpm("codegen", "diff").output).toContain("require a patch release.");
  // Programs get only JSON on stdout.
  expect(JSON.parse(pnpm("codegen", "diff", "--format", "json").stdout)).toMatchObject({
    bump: "patch",
  });
  expect(pnpm("codegen", "diff", "--check")).toMatchObject({
    status: 1,
    output: expect.stringContaining("Run codegen diff --changeset."),
  });
  // Without a changeset, bump stops before it writes anything.
  const { git } = scratch;
  const before = git("status", "--porcelain");
  expect(pnpm("run", "bump")).toMatchObject({
    status: 1,
    output: expect.stringContaining("Run codegen diff --changeset."),
  });
  expect(git("status", "--porcelain")).toBe(before);
  expect(pnpm("codegen", "diff", "--check")).toMatchObject({ status: 1 });
  expect(pnpm("codegen", "diff", "--changeset")).toMatchObject({ status: 0 });
  expect(read(".changeset/catalog.md")).toContain("`ORDER_TYPE_UNSUPPORTED` (0206)");

  // A more cautious value requires a minor: the changeset is too low, and is written again.
  edit("schemas/catalog/order.yaml", "retry: after-fix", "retry: never");
  expect(pnpm("codegen", "diff", "--check")).toMatchObject({ status: 1 });
  expect(pnpm("codegen", "diff", "--changeset")).toMatchObject({ status: 0 });
  expect(pnpm("codegen", "diff", "--check")).toMatchObject({ status: 0 });
  expect(pnpm("codegen", "generate")).toMatchObject({ status: 0 });
  commit();

  expect(pnpm("run", "bump")).toMatchObject({ status: 0 });
  const [major, minor] = first.split(".").map(Number) as [number, number];
  expect(version()).toBe(`${major}.${minor + 1}.0`);
  for (const name of ["types", "messages"])
    expect(JSON.parse(read(`packages/${name}/package.json`)).version).toBe(version());
  expect(read("packages/validator/CHANGELOG.md")).toContain("**A judgment became more cautious");
  expect(pnpm("codegen", "diff").output).toContain(`No changes since release ${version()}.`);

  // A released entry is never removed.
  edit("schemas/catalog/order.yaml", "name: ORDER_NOT_FOUND", "name: ORDER_LOST_NOT_FOUND");
  expect(pnpm("generate")).toMatchObject({
    status: 1,
    output: expect.stringContaining("ORDER_NOT_FOUND was released but is missing"),
  });
});

test("a new language, a new error and an edited text fail only a release until they are translated", () => {
  const scratch = repository();
  const { pnpm, read, edit } = scratch;
  expect(pnpm("install", "--frozen-lockfile", "--prefer-offline")).toMatchObject({ status: 0 });
  expect(pnpm("codegen", "locale", "add", "vi")).toMatchObject({ status: 0 });
  addNewEntry(scratch);
  edit("schemas/locales/en.json", "The API key has expired.", "The API key is no longer valid.");
  const generated = pnpm("codegen", "generate");
  expect(generated).toMatchObject({ status: 0 });
  expect(generated.output).toContain("vi 0%");
  expect(generated.output).toContain("en 99%");
  expect(read("packages/messages/src/generated/bundles/vi.ts")).toContain('locale: "vi"');
  // As on a person's machine: in CI, the README of the command line is only compared.
  const test = (...command: string[]) => {
    const tested = pnpm("exec", "env", "-u", "CI", "pnpm", ...command);
    expect(tested.output).not.toContain(" FAIL ");
    expect(tested).toMatchObject({ status: 0 });
  };
  // The tests of the release, and most of codegen's, read nothing that was edited.
  const others = ["codegen", "release"].map((name) => `--filter=!@hashkey-errors/${name}`);
  test("exec", "turbo", "run", "test", "--continue", ...others);
  test("--dir", "tools/codegen", "exec", "vitest", "related", "--run", "test/own-catalog.ts");
  // Only a release fails.
  expect(pnpm("codegen", "lint")).toMatchObject({ status: 0 });
  expect(pnpm("codegen", "lint", "--release")).toMatchObject({ status: 1 });
});
