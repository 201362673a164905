import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readTarballs } from "../tarballs.js";
import { type Commands, fakeCommands } from "./commands.js";

const NOTHING = 'echo "npm error code E404" >&2; exit 1';

/** A registry that answers `npm view` with a script, and takes what is published if it is there. */
const registry = (view: string) =>
  fakeCommands({ npm: `if [ "$1" = publish ]; then [ -e "$2" ]; else ${view}\nfi` });

const publishes = (commands: Commands) =>
  commands.calls().filter((call) => call.startsWith("npm publish"));

/** Packs three packages whose names sort against their order. */
function packAll({ pack }: Commands): void {
  const version = "1.0.0";
  pack({ name: "@acme/a", version, dependencies: { "@acme/b": "^1.0.0", other: "1" } });
  pack({ name: "@acme/b", version, dependencies: { "@acme/c": "^1.0.0" } });
  pack({ name: "@acme/c", version });
}

test("publish publishes the tarballs as they are, each after what it depends on", () => {
  const commands = registry(NOTHING);
  packAll(commands);
  const args = ["prepared", "--checksum", commands.seal(), "--provenance"];
  expect(commands.run("publish.js", ...args)).toEqual({ status: 0, stderr: "" });
  expect(commands.calls()[0]).toBe("npm view @acme/c@1.0.0 dist.integrity --json");
  const settings = "--tag latest --access public --ignore-scripts --provenance";
  expect(publishes(commands)).toEqual(
    ["c", "b", "a"].map((name) => `npm publish ./acme-${name}-1.0.0.tgz ${settings}`),
  );
});

const DIST_TAGS: Readonly<Record<string, string>> = {
  "1.1.0-snapshot.4e1f": "snapshot",
  "2.0.0-next.0": "next",
  "2.0.0-0": "prerelease",
  "2.0.0-RC.1": "prerelease",
  "9.9.2": "latest",
  "9.10.0": "latest",
  "10.2.3": "latest",
  "9.9.1": "latest-9",
  "2.10.0": "latest-2",
};

test("publish takes no step back from the version that users get, which is 9.9.2 here", () => {
  const latest = `echo '"9.9.2"'`;
  const commands = registry(`case "$3" in dist-tags.latest) ${latest};; *) ${NOTHING};; esac`);
  for (const [index, version] of Object.keys(DIST_TAGS).entries())
    commands.pack({ name: `@acme/p${index}`, version });
  commands.seal();
  expect(commands.run("publish.js").status).toBe(0);
  expect(publishes(commands)).toEqual(
    Object.entries(DIST_TAGS).map(
      ([version, tag], index) =>
        `npm publish ./acme-p${index}-${version}.tgz --tag ${tag} --access public --ignore-scripts`,
    ),
  );
});

test("a folder without tarballs, or with packages that depend on each other, is not published", () => {
  const { folder, pack } = registry(NOTHING);
  const prepared = join(folder, "prepared");
  expect(() => readTarballs(prepared)).toThrow("prepared has no tarball");
  const version = "1.0.0";
  pack({ name: "@acme/a", version, dependencies: { "@acme/b": "^1.0.0" } });
  pack({ name: "@acme/b", version, dependencies: { "@acme/a": "^1.0.0" } });
  expect(() => readTarballs(prepared)).toThrow("@acme/a, @acme/b depend on each other");
});

/** A registry that has the tarballs of some packages, or others of the same version. */
function partlyPublished(bytes: "the same" | "other"): Commands {
  const commands = registry(`case "$2" in *@acme/c*) cat integrity.json;; *) ${NOTHING};; esac`);
  packAll(commands);
  const tarball = readFileSync(join(commands.folder, "prepared/acme-c-1.0.0.tgz"));
  const hash = createHash("sha512").update(bytes === "the same" ? tarball : bytes);
  commands.write("integrity.json", JSON.stringify(`sha512-${hash.digest("base64")}`));
  commands.seal();
  return commands;
}

test("publish run again after an interruption publishes only what is missing", () => {
  const commands = partlyPublished("the same");
  expect(commands.run("publish.js").status).toBe(0);
  expect(publishes(commands).map((call) => call.split(" ")[2])).toEqual([
    "./acme-b-1.0.0.tgz",
    "./acme-a-1.0.0.tgz",
  ]);
});

test("publish does not complete a release with tarballs of another commit", () => {
  const commands = partlyPublished("other");
  expect(commands.run("publish.js")).toMatchObject({
    status: 1,
    stderr: expect.stringContaining("the registry has @acme/c@1.0.0 from another commit"),
  });
  expect(publishes(commands)).toEqual([]);
});

test("publish publishes the first release as latest, although a snapshot has that tag", () => {
  // The registry gives it to the first version of a package, whatever the tag.
  const commands = registry(
    `case "$3" in dist-tags.latest) echo '"1.1.0-snapshot.c0ffee"';; *) ${NOTHING};; esac`,
  );
  commands.pack({ name: "@acme/c", version: "1.0.0" });
  commands.seal();
  expect(commands.run("publish.js").status).toBe(0);
  expect(publishes(commands)).toEqual([expect.stringContaining(" --tag latest ")]);
});

test("publish publishes nothing if the registry has every version, or cannot say so", () => {
  const released = registry(`cat integrity.json`);
  released.pack({ name: "@acme/c", version: "1.0.0" });
  const [{ integrity } = { integrity: "" }] = readTarballs(join(released.folder, "prepared"));
  released.write("integrity.json", JSON.stringify(integrity));
  released.seal();
  expect(released.run("publish.js")).toEqual({ status: 0, stderr: "" });
  expect(publishes(released)).toEqual([]);

  const other = registry(`echo '"sha512-another"'`);
  packAll(other);
  other.seal();
  expect(other.run("publish.js")).toMatchObject({
    status: 1,
    stderr: expect.stringContaining("has @acme/c@1.0.0, @acme/b@1.0.0, @acme/a@1.0.0 from another"),
  });
  expect(publishes(other)).toEqual([]);

  const broken = registry('echo "npm error code E503" >&2; exit 1');
  packAll(broken);
  broken.seal();
  expect(broken.run("publish.js").stderr).toContain("does not say whether it has @acme/c@1.0.0");
  expect(publishes(broken)).toEqual([]);
});

test("a version that the registry does not list is published", () => {
  const commands = registry("true");
  commands.pack({ name: "@acme/c", version: "1.0.1" });
  commands.seal();
  expect(commands.run("publish.js").status).toBe(0);
  expect(publishes(commands)).toHaveLength(1);
});

const FAULTS: Readonly<Record<string, (commands: Commands) => string | undefined>> = {
  "a tarball differs": ({ pack }) => void pack({ name: "@acme/b", version: "1.0.0" }),
  "a tarball is added": ({ pack }) => void pack({ name: "@acme/d", version: "1.0.0" }),
  "a file that configures npm is added": ({ write }) => void write("prepared/.npmrc", "x=1"),
  "a listed file configures npm": ({ write, seal }) => {
    write("prepared/.npmrc", "x=1");
    return seal();
  },
  "a listed file is an option of npm": ({ write, seal }) => {
    write("prepared/-x.tgz", "");
    return seal();
  },
  "another list replaces it": ({ pack, seal }) => {
    pack({ name: "@acme/b", version: "1.0.0" });
    seal();
    return undefined;
  },
};

test.each(Object.keys(FAULTS))("publish publishes nothing if %s after the build", (fault) => {
  const commands = registry(NOTHING);
  packAll(commands);
  const checksum = commands.seal();
  const given = FAULTS[fault]?.(commands) ?? checksum;
  const { status, stderr } = commands.run("publish.js", "--checksum", given);
  expect(status).toBe(1);
  expect(stderr).toMatch(/Nothing was done|is not the list that was prepared/);
  expect(commands.calls()).toEqual([]);
});
