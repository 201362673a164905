// Opens the pull request that bumps the versions, or updates it, from what `prepare.js` made:
// `node tools/release/open-pull-request.js prepared --checksum <sha256> --base main`. Nobody merges
// it unseen, but nothing else than a bump may be in it either.
import { join } from "node:path";
import { parseArgs } from "node:util";
import { verifyChecksums } from "./checksums.js";
import { read, run } from "./commands.js";

const TITLE = "Release";

/** The files that `pnpm run bump` changes. */
const BUMPED =
  /^(\.changeset\/[\w-]+\.md|schemas\/released\.json|([\w-]+\/){1,2}(package\.json|CHANGELOG\.md))$/;

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { checksum: { type: "string" }, base: { type: "string", default: "main" } },
});
const [folder = "prepared"] = positionals;
const branch = `changeset-release/${values.base}`;
const patch = join(folder, "bump.patch");
const body = join(folder, "pull-request.md");
verifyChecksums(folder, values.checksum);

const changed = read("git", "apply", "--numstat", "-z", patch)
  .split("\0")
  .filter((line) => line !== "")
  .map((line) => line.split("\t").at(-1) ?? "");
const surplus = changed.filter((path) => !BUMPED.test(path));
if (surplus.length > 0) {
  throw new Error(`Nothing was done: a bump does not change ${surplus.join(", ")}`);
}

run("git", "apply", "--index", patch);
const author = [
  "-c",
  "user.name=github-actions[bot]",
  "-c",
  "user.email=41898282+github-actions[bot]@users.noreply.github.com",
];
run("git", ...author, "commit", "--quiet", "--message", "Bump the versions");
// The checkout has no credentials; gh has them in its environment.
const credentials = ["-c", "credential.helper=", "-c", "credential.helper=!gh auth git-credential"];
run("git", ...credentials, "push", "--force", "origin", `HEAD:refs/heads/${branch}`);

const branches = ["--head", branch, "--base", values.base];
const texts = ["--title", TITLE, "--body-file", body];
const list = [...branches, "--state", "open", "--json", "number", "--jq", ".[].number"];
const number = read("gh", "pr", "list", ...list).trim();
if (number === "") {
  run("gh", "pr", "create", ...branches, ...texts);
} else {
  run("gh", "pr", "edit", number, ...texts);
}
