// Creates the tag and the GitHub release of each package that was published, with its tarball and
// its bill of materials: `node tools/release/create-releases.js prepared --checksum <sha256>
// --commit <sha>`. It may run again after a release that was interrupted: what a release has is
// left unchanged.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { parseArgs } from "node:util";
import { verifyChecksums } from "./checksums.js";
import { ask, run } from "./commands.js";
import { distTagOf } from "./dist-tag.js";
import { newestChanges, readPacked, readTarballs } from "./tarballs.js";

/** The registry takes a while to show a published version. */
const LOOKS = 20;

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    checksum: { type: "string" },
    commit: { type: "string", default: "HEAD" },
    wait: { type: "string", default: "15" },
  },
});
const [folder = "prepared"] = positionals;
verifyChecksums(folder, values.checksum);

const tarballs = readTarballs(folder);
for (const { release } of tarballs) {
  await waitForProvenance(release);
}
for (const { file, name, version, release } of tarballs) {
  const files = [file, ...billsOfMaterials(name, version)];
  const { succeeded, stdout } = ask("gh", "release", "view", release, "--json", "assets,isDraft");
  if (succeeded) {
    complete(release, files, JSON.parse(stdout));
    continue;
  }
  const notes = newestChanges(readPacked(folder, file, "CHANGELOG.md"));
  const settings = ["--target", values.commit, "--title", release, "--notes", notes];
  if (version.includes("-")) {
    settings.push("--prerelease");
  } else if (distTagOf(name, version) !== "latest") {
    settings.push("--latest=false");
  }
  run("gh", "release", "create", release, ...files.map((each) => join(folder, each)), ...settings);
}

/**
 * Completes a release that was interrupted. Until gh has uploaded every file, a release is a draft,
 * which has no tag, and a file that was cut off has another state than `uploaded`.
 *
 * @param {string} release
 * @param {readonly string[]} files
 * @param {{ isDraft: boolean, assets: readonly { name: string, state: string }[] }} found
 */
function complete(release, files, { isDraft, assets }) {
  const uploaded = assets.filter(({ state }) => state === "uploaded").map(({ name }) => name);
  const missing = files.filter((each) => !uploaded.includes(each));
  if (missing.length > 0) {
    const paths = missing.map((each) => join(folder, each));
    run("gh", "release", "upload", release, ...paths, "--clobber");
  }
  if (isDraft) {
    run("gh", "release", "edit", release, "--draft=false");
  }
}

/**
 * Waits until the registry shows the provenance of a version: without it, this was not a trusted
 * release.
 *
 * @param {string} release
 */
async function waitForProvenance(release) {
  for (let look = 0; look < LOOKS; look++) {
    const type = ask("npm", "view", release, "dist.attestations.provenance.predicateType");
    if (type.succeeded && type.stdout.includes("slsa.dev")) {
      return;
    }
    await setTimeout(Number(values.wait) * 1000);
  }
  throw new Error(`${release} was published without provenance`);
}

/**
 * Returns the file with the bill of materials of a package.
 *
 * @param {string} name
 * @param {string} version
 */
function billsOfMaterials(name, version) {
  return readdirSync(folder).filter((file) => {
    if (!file.endsWith(".cdx.json")) {
      return false;
    }
    const { component } = JSON.parse(readFileSync(join(folder, file), "utf8")).metadata;
    const full = component.group ? `${component.group}/${component.name}` : component.name;
    return full === name && component.version === version;
  });
}
