import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

// Installs the packages of fetched/pnpm-lock.yaml, or of a folder in it, unless they are installed.
const [, , part = "."] = process.argv;
const folder = join(import.meta.dirname, "../fetched", part);
const lock = readFileSync(join(folder, "pnpm-lock.yaml"), "utf8");
const stamp = join(folder, "node_modules/.installed-lock.yaml");
if (!existsSync(stamp) || readFileSync(stamp, "utf8") !== lock) {
  // pnpm links the files from its store: npm would copy two gigabytes each time.
  const install = ["install", "--frozen-lockfile", "--prefer-offline"];
  execFileSync("npx", ["-y", "pnpm@12.21.0", ...install], {
    cwd: folder,
    stdio: ["ignore", "ignore", "inherit"],
  });
  writeFileSync(stamp, lock);
}
