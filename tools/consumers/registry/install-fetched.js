import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

// Installs the packages of fetched/package-lock.json, or of a folder in it, unless they are installed.
const [, , part = "."] = process.argv;
const folder = join(import.meta.dirname, "../fetched", part);
const lock = readFileSync(join(folder, "package-lock.json"), "utf8");
const stamp = join(folder, "node_modules/.installed-lock.json");
if (!existsSync(stamp) || readFileSync(stamp, "utf8") !== lock) {
  // Install scripts of the runtimes and bundlers place their binaries.
  execFileSync("npm", ["ci", "--no-audit", "--no-fund", "--prefer-offline"], {
    cwd: folder,
    stdio: ["ignore", "ignore", "inherit"],
  });
  writeFileSync(stamp, lock);
}
