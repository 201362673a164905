// Makes the files of the next step of a release, with no right to publish anything:
// `node tools/release/prepare.js [auto|bump|release|snapshot]` writes them to `prepared/`.
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join, resolve } from "node:path";
import { writeChecksums } from "./checksums.js";
import { read, run } from "./commands.js";
import { integrityOf } from "./registry.js";
import { newestChanges } from "./tarballs.js";

// What is published is built here: whoever can write to a remote cache may not publish.
process.env.TURBO_CACHE = "local:rw";

const out = resolve("prepared");
const isPending = readdirSync(".changeset").some((file) => /^(?!README).*\.md$/.test(file));
const [, , mode = "auto"] = process.argv;
if (existsSync(".changeset/pre.json")) {
  // It keeps the changesets: each push would bump again, and the newer text of one is not read.
  throw new Error(
    "`changeset pre` is not supported: a snapshot of a branch is the only prerelease",
  );
}
const kind = mode === "auto" ? nextStep() : mode;

rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });
if (kind === "bump") {
  prepareBump();
} else if (kind === "release") {
  prepareRelease();
} else if (kind === "snapshot") {
  prepareSnapshot();
} else if (kind !== "nothing") {
  throw new Error(`${kind} is not one of auto, bump, release and snapshot`);
}
const checksum = writeChecksums(out);
console.log(`\nPrepared a ${kind} in prepared:\n${readdirSync(out).join("\n")}`);
if (process.env.GITHUB_OUTPUT !== undefined) {
  appendFileSync(process.env.GITHUB_OUTPUT, `kind=${kind}\nchecksum=${checksum}\n`);
}

/** Returns what a push to main leads to. */
function nextStep() {
  if (isPending) {
    return "bump";
  }
  const isReleased = publishedPackages().every(
    ({ name, version }) => integrityOf(`${name}@${version}`) !== undefined,
  );
  return isReleased ? "nothing" : "release";
}

/** Writes the commit that bumps the versions, as a patch, and the text of its pull request. */
function prepareBump() {
  run("pnpm", "run", "bump");
  // Added files belong to the patch as well.
  run("git", "add", "--intent-to-add", ".");
  writeFileSync(
    join(out, "bump.patch"),
    read("git", "diff", "HEAD", "--binary", "--no-renames", "--no-ext-diff"),
  );
  writeFileSync(join(out, "pull-request.md"), pullRequestText());
}

function prepareRelease() {
  if (isPending) {
    throw new Error("There are changesets: run `pnpm run bump`, and merge what it changes, first");
  }
  expectCommitted();
  run("pnpm", "run", "check");
  run("pnpm", "run", "codegen", "lint", "--release");
  run("pnpm", "run", "build");
  pack();
  run("pnpm", "run", "sbom", "--out", join(out, "%s-%v.cdx.json"));
}

function prepareSnapshot() {
  expectCommitted();
  run("changeset", "version", "--snapshot");
  if (!publishedPackages().every(({ version }) => version.includes("-snapshot."))) {
    // Publishing now would release the current version under the tag.
    throw new Error("There is no changeset, so there is nothing to try");
  }
  run("turbo", "run", "build");
  pack();
}

/** Throws if there are changes that no commit has: nobody could build the same again. */
function expectCommitted() {
  const changes = read("git", "status", "--porcelain");
  if (changes !== "") {
    throw new Error(`Only a commit can be published, and these files differ from it:\n${changes}`);
  }
}

/** Packs every published package. The same commit makes the same bytes. */
function pack() {
  for (const { path } of publishedPackages()) {
    run("pnpm", "--dir", path, "pack", "--pack-destination", out);
  }
}

/**
 * Returns the packages of the workspace that are published.
 *
 * @returns {readonly { name: string, version: string, path: string, private: boolean }[]}
 */
function publishedPackages() {
  /** @type {ReturnType<typeof publishedPackages>} */
  const packages = JSON.parse(read("pnpm", "--recursive", "list", "--depth=-1", "--json"));
  return packages.filter((each) => !each.private);
}

/** Returns each text of the new changelogs once, under the packages that have it. */
function pullRequestText() {
  /** @type {Map<string, string[]>} */
  const packages = new Map();
  for (const { name, version, path } of publishedPackages()) {
    const changes = newestChanges(readFileSync(join(path, "CHANGELOG.md"), "utf8"));
    packages.set(changes, [...(packages.get(changes) ?? []), `${name}@${version}`]);
  }
  return [
    "Merging this publishes these versions. Until then it is written again after every push.",
    ...[...packages].map(([changes, names]) => `## ${names.join(", ")}\n\n${changes}`),
    "",
  ].join("\n\n");
}
