// Publishes the tarballs that `prepare.js` made, as they are:
// `node tools/release/publish.js [prepared] [--checksum <sha256>] [--provenance]`
// It needs Node and npm, and nothing of this repository but the files beside it. It may run again
// after a release that was interrupted: what the registry has is left unchanged.
import { execFileSync } from "node:child_process";
import { parseArgs } from "node:util";
import { verifyChecksums } from "./checksums.js";
import { distTagOf } from "./dist-tag.js";
import { integrityOf } from "./registry.js";
import { readTarballs } from "./tarballs.js";

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { checksum: { type: "string" }, provenance: { type: "boolean", default: false } },
});
const [folder = "prepared"] = positionals;

verifyChecksums(folder, values.checksum);
const tarballs = readTarballs(folder).map((each) => ({
  ...each,
  found: integrityOf(each.release),
}));
const missing = tarballs.filter(({ found }) => found === undefined);
const others = tarballs.filter(
  ({ found, integrity }) => found !== undefined && found !== integrity,
);
if (others.length > 0) {
  // The rest would not fit what was published from another commit.
  const names = others.map(({ release }) => release).join(", ");
  throw new Error(
    `Nothing was published: the registry has ${names} from another commit. Run the release of that commit again, or bump the version.`,
  );
}
if (missing.length === 0) {
  console.log("Nothing was published: the registry has every version.");
}
for (const { file, name, version, release } of missing) {
  const tag = distTagOf(name, version);
  console.log(`Publishing ${release} as ${tag}`);
  const provenance = values.provenance ? ["--provenance"] : [];
  const settings = ["--tag", tag, "--access", "public", "--ignore-scripts", ...provenance];
  execFileSync("npm", ["publish", `./${file}`, ...settings], {
    cwd: folder,
    stdio: ["ignore", "inherit", "inherit"],
  });
}
