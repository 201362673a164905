// `pnpm release:snapshot`: publishes the pending changesets under the tag `snapshot`, to try a
// branch.
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";

/** Runs a command of the workspace, in the current folder. */
const run = (/** @type {string} */ command, /** @type {readonly string[]} */ ...args) =>
  execFileSync(command, args, { stdio: "inherit" });

run("changeset", "version", "--snapshot");
const { version } = JSON.parse(readFileSync("packages/validator/package.json", "utf8"));
if (!version.includes("-snapshot.")) {
  // Publishing now would release the current version under the tag.
  console.error("Nothing was published: there is no changeset, so there is nothing to try.");
  process.exit(1);
}
run("turbo", "run", "build");
run("changeset", "publish", "--tag", "snapshot", "--no-git-tag");
