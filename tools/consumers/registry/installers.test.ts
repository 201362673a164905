import { execFileSync } from "node:child_process";
import { expect, inject, onTestFinished } from "vitest";
import { pnpmPath } from "../large/pnpm.js";
import { commandOf, versionOf } from "./fetched.js";
import { cell } from "./matrix.js";
import { copyProject, type Project } from "./project.js";

const printed = "ORDER_NOT_FOUND ko\n";

function project(): Project {
  const copy = copyProject("installers");
  onTestFinished(copy.remove);
  return copy;
}

const npm = execFileSync("npm", ["--version"], { encoding: "utf8" }).trim();
cell({ consumer: "npm", version: npm, how: "install" }, () => {
  const { succeed } = project();
  succeed("npm", ["install"]);
  expect(succeed("node", ["bot.js"])).toBe(printed);
  // Only the requested packages, and their sibling.
  const { dependencies } = JSON.parse(succeed("npm", ["ls", "--all", "--json"]));
  const names = JSON.stringify(dependencies).matchAll(/"(@?[\w-]+\/[\w-]+)":/g);
  expect([...new Set([...names].map(([, name]) => name))].sort()).toEqual([
    "@hashkey-errors/messages",
    "@hashkey-errors/types",
    "@hashkey-errors/validator",
  ]);
});

cell({ consumer: "pnpm", version: "12.21.0", how: "install, nothing hoisted" }, () => {
  const { succeed, write } = project();
  write("pnpm-workspace.yaml", "hoist: false\n");
  succeed(pnpmPath, ["install", "--no-frozen-lockfile"]);
  expect(succeed("node", ["bot.js"])).toBe(printed);
});

cell({ consumer: "Yarn", version: versionOf("yarn"), how: "install" }, () => {
  const { succeed } = project();
  const yarn = commandOf("yarn");
  succeed(process.execPath, [yarn, "install", "--no-lockfile", "--non-interactive"]);
  expect(succeed("node", ["bot.js"])).toBe(printed);
});

for (const linker of ["pnp", "node-modules"])
  cell(
    {
      consumer: "Yarn",
      version: versionOf("@yarnpkg/cli-dist"),
      how: `install, \`nodeLinker: ${linker}\``,
    },
    () => {
      const { succeed, write } = project();
      write("yarn.lock", "");
      write(
        ".yarnrc.yml",
        [
          `nodeLinker: ${linker}`,
          "enableTelemetry: false",
          "enableGlobalCache: false",
          // Yarn remembers the registry of a version, and that of another run does not exist any
          // longer.
          "globalFolder: ./yarn-global",
          "enableImmutableInstalls: false",
          // The releases are only minutes old.
          'npmPreapprovedPackages: ["@hashkey-errors/*"]',
          "unsafeHttpWhitelist: [127.0.0.1]",
          `npmScopes: { hashkey-errors: { npmRegistryServer: "${inject("registry")}" } }`,
          "",
        ].join("\n"),
      );
      const yarn = commandOf("@yarnpkg/cli-dist", "yarn");
      succeed(process.execPath, [yarn, "install"]);
      expect(succeed(process.execPath, [yarn, "node", "bot.js"])).toBe(printed);
    },
  );
