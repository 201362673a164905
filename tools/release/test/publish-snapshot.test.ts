import { expect, test } from "vitest";
import { fakeCommands } from "./commands.js";

const MANIFEST = "packages/validator/package.json";
const versioned = (version: string) =>
  `[ "$1" = version ] && printf '{"version":"${version}"}' >${MANIFEST}; true`;

test("publish-snapshot versions, builds and publishes under the tag snapshot, in this order", () => {
  const { write, run, calls } = fakeCommands({
    changeset: versioned("1.1.0-snapshot.abc"),
    turbo: "",
  });
  write(MANIFEST, '{"version":"1.0.0"}');
  expect(run("publish-snapshot.js")).toEqual({ status: 0, stderr: "" });
  expect(calls()).toEqual([
    "changeset version --snapshot",
    "turbo run build",
    "changeset publish --tag snapshot --no-git-tag",
  ]);
});

test("publish-snapshot publishes nothing without a changeset", () => {
  const { write, run, calls } = fakeCommands({ changeset: "", turbo: "" });
  write(MANIFEST, '{"version":"1.0.0"}');
  expect(run("publish-snapshot.js")).toMatchObject({
    status: 1,
    stderr: expect.stringContaining("there is no changeset"),
  });
  expect(calls()).toEqual(["changeset version --snapshot"]);
});

test("publish-snapshot does not publish a build that failed", () => {
  const { write, run, calls } = fakeCommands({
    changeset: versioned("1.1.0-snapshot.abc"),
    turbo: "exit 1",
  });
  write(MANIFEST, '{"version":"1.0.0"}');
  expect(run("publish-snapshot.js").status).not.toBe(0);
  expect(calls()).not.toContain("changeset publish --tag snapshot --no-git-tag");
});
