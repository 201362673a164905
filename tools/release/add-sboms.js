// Adds each package's bill of materials to its GitHub release: `node tools/release/add-sboms.js
// sbom`. It may run again after a release that was interrupted: what a release has is left
// unchanged.
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { parseArgs } from "node:util";

/** The registry takes a while to show a published version. */
const LOOKS = 20;

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { wait: { type: "string", default: "15" } },
});
const [folder = "sbom"] = positionals;

for (const file of readdirSync(folder).sort()) {
  const path = join(folder, file);
  const { group, name, version } = JSON.parse(readFileSync(path, "utf8")).metadata.component;
  const release = `${group}/${name}@${version}`;
  const assets = read(
    "gh",
    "release",
    "view",
    release,
    "--json",
    "assets",
    "--jq",
    ".assets[].name",
  );
  // No release: this version was published earlier, or is not published at all.
  if (assets === undefined || assets.split("\n").includes(file)) {
    continue;
  }
  await waitForProvenance(release);
  execFileSync("gh", ["release", "upload", release, path], { stdio: "inherit" });
}

/**
 * Waits until the registry shows the provenance of a version. To pnpm, a failed exchange of
 * credentials is only a warning: without provenance, this was not a trusted release.
 *
 * @param {string} release
 */
async function waitForProvenance(release) {
  for (let look = 0; look < LOOKS; look++) {
    const type = read("npm", "view", release, "dist.attestations.provenance.predicateType");
    if (type?.includes("slsa.dev")) {
      return;
    }
    await setTimeout(Number(values.wait) * 1000);
  }
  throw new Error(`${release} was published without provenance`);
}

/**
 * Returns what a command prints, or undefined if it fails.
 *
 * @param {string} command
 * @param {readonly string[]} args
 */
function read(command, ...args) {
  try {
    return execFileSync(command, args, { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
  } catch {
    return undefined;
  }
}
