import { existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { copyAcme, type Workspace } from "../acme.js";
import { codegen } from "../run.js";
import { PAYMENTS } from "../test-faults.js";

/** Edits of the catalog, by the bump that they require. */
const EDITS = {
  none: () => {},
  patch: (acme: Workspace) =>
    acme.edit(PAYMENTS, "code: api_error", "code: api_error\n    notes: New"),
  minor: (acme: Workspace) => acme.edit(PAYMENTS, "retry: after-fix", "retry: never"),
  major: (acme: Workspace) => acme.edit(PAYMENTS, "httpStatus: 429", "httpStatus: 503"),
};

function setVersion(acme: Workspace, version: string | undefined): void {
  acme.write("package.json", JSON.stringify({ name: "@acme/catalog", version }));
}

test.each<
  [
    before: string | undefined,
    edit: keyof typeof EDITS,
    after: string | undefined,
    minimum?: string,
  ]
>([
  ["1.2.3", "none", "1.2.3"],
  ["1.2.3", "patch", "1.2.3", "1.2.4"],
  ["1.2.3", "patch", "1.2.4"],
  ["1.2.3", "minor", "1.2.4", "1.3.0"],
  ["1.2.3", "minor", "1.3.0"],
  ["1.2.3", "minor", "1.4.1"],
  ["1.2.3", "major", "1.2.3", "2.0.0"],
  ["1.2.3", "major", "1.3.0", "2.0.0"],
  ["1.2.3", "major", "2.0.0"],
  ["1.2.3", "patch", "1.1.9", "1.2.4"],
  // A prerelease of the required version.
  ["1.2.3", "major", "2.0.0-rc.1"],
  ["1.2.3", "major", "1.3.0-rc.1", "2.0.0"],
  ["2.0.0-rc.1", "major", "2.0.0-rc.2"],
  ["2.0.0-rc.1", "major", "2.0.0-rc.1", "2.0.0"],
  // Before 1.0.0 a minor version may break, and a patch may add.
  ["0.3.1", "major", "0.3.2", "0.4.0"],
  ["0.3.1", "major", "0.4.0"],
  ["0.3.1", "minor", "0.3.1", "0.3.2"],
  ["0.3.1", "minor", "0.3.2"],
  // Nothing was released yet, or the package has no version.
  ["0.0.0", "major", "0.0.0"],
  ["0.0.0", "major", "0.0.1"],
  [undefined, "major", undefined],
  [undefined, "major", "1.0.0"],
  ["1.0.0", "major", undefined],
  ["monday", "major", "monday"],
])(
  "a catalog released at %s with a %s change is recorded at %s, or the required version is named",
  async (before, edit, after, minimum) => {
    const acme = copyAcme();
    setVersion(acme, before);
    expect(await codegen(acme, "record")).toMatchObject({ status: 0 });
    EDITS[edit](acme);
    setVersion(acme, after);
    const released = acme.read("released.json");
    const { status, stderr } = await codegen(acme, "record");
    if (minimum === undefined) {
      expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
      expect((await codegen(acme, "diff")).stdout).toContain("No changes since");
      return;
    }
    expect(status).toBe(1);
    expect(stderr).toContain(
      `released.json was not written: the changes since ${before} require version ${minimum} or later, but @acme/catalog is at ${after}.`,
    );
    expect(acme.read("released.json")).toBe(released);
  },
);

test("a catalog that is not in a package can always be recorded", async () => {
  const acme = copyAcme();
  // The packages are the catalog's, but the folder above it is not.
  writeFileSync(join(acme.root, "package.json"), '{ "name": "shop", "version": "3.1.0" }');
  for (const edit of [EDITS.none, EDITS.major]) {
    edit(acme);
    expect(await codegen(acme, "record")).toMatchObject({ status: 0 });
  }
});

test("a catalog without packages of its own has the version of the project above it", async () => {
  const acme = copyAcme();
  acme.write("catalog.yaml", acme.read("catalog.yaml").replace(/name: "@acme[^,]*, /g, ""));
  const file = join(acme.root, "package.json");
  for (const text of ['{ "name": "shop", "version": "3.1.0" }', '\uFEFF{ "version": "3.1.0" }']) {
    writeFileSync(file, text);
    expect((await codegen(acme, "record")).stdout).toContain("5 entries, version 3.1.0");
  }
  writeFileSync(file, "{");
  expect(await codegen(acme, "record")).toMatchObject({
    status: 1,
    stderr: expect.stringMatching(/^\.\.\/\S+\/package\.json cannot be read: /),
  });
});

test("diff --check reports a missing released.json once something was released", async () => {
  const acme = copyAcme();
  mkdirSync(join(acme.root, ".changeset"));
  setVersion(acme, "0.0.0");
  expect(await codegen(acme, "diff", "--check")).toMatchObject({
    status: 0,
    stdout: expect.stringContaining("nothing has been released yet"),
  });
  setVersion(acme, "1.0.0");
  expect(await codegen(acme, "record")).toMatchObject({ status: 0 });
  expect(await codegen(acme, "diff", "--check")).toMatchObject({ status: 0 });
  rmSync(join(acme.catalog, "released.json"));
  expect(await codegen(acme, "diff", "--check")).toMatchObject({
    status: 1,
    stderr: expect.stringContaining("released.json is missing, but @acme/catalog is at 1.0.0."),
  });
  expect(existsSync(join(acme.catalog, "released.json"))).toBe(false);
});
