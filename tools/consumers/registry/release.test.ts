import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { pnpmEnv, pnpmPath } from "../large/pnpm.js";
import { commandOf } from "./fetched.js";
import { copyProject, type Project } from "./project.js";

const { folder: repository, first, second, snapshot } = inject("releases");
const registry = inject("registry");

/** The registry's document about a package. */
interface Packument {
  readonly "dist-tags": Readonly<Record<string, string>>;
  readonly versions: Readonly<
    Record<string, { readonly dist: { readonly integrity: string; readonly tarball: string } }>
  >;
}

/** The folders of the packages that are published. */
const published = [
  "schemas",
  ...readdirSync(join(repository, "packages")).map((name) => `packages/${name}`),
  ...readdirSync(join(repository, "tools")).map((name) => `tools/${name}`),
].filter((folder) => {
  const { private: isPrivate } = JSON.parse(
    readFileSync(join(repository, folder, "package.json"), "utf8"),
  );
  return isPrivate !== true;
});
const nameOf = (folder: string): string =>
  JSON.parse(readFileSync(join(repository, folder, "package.json"), "utf8")).name;

/** Asks the registry over a new connection, since it closes idle ones between tests. */
const ask = (url: string) => fetch(url, { headers: { connection: "close" } });

async function packument(name: string): Promise<Packument> {
  return (await (await ask(`${registry}${name.replace("/", "%2f")}`)).json()) as Packument;
}

let scratch = "";
beforeAll(() => {
  scratch = mkdtempSync(join(tmpdir(), "release-"));
});
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

test("the README lists every published package", () => {
  const readme = readFileSync(join(repository, "README.md"), "utf8");
  expect(published.length).toBeGreaterThanOrEqual(4);
  for (const folder of published) expect(readme).toContain(`[\`${nameOf(folder)}\`]`);
});

describe.each(published.map((folder) => [nameOf(folder), folder] as const))(
  "%s",
  (name, folder) => {
    test("has both releases, and a snapshot that only its tag installs", async () => {
      const { versions, "dist-tags": tags } = await packument(name);
      expect(Object.keys(versions).sort()).toEqual([first, snapshot, second].sort());
      expect(tags).toEqual({ latest: second, snapshot });
    });

    test("has a manifest without scripts and development dependencies", async () => {
      const manifest = (await packument(name)).versions[second] as unknown as Readonly<
        Record<string, unknown>
      >;
      for (const field of ["devDependencies", "scripts", "packageManager", "private"])
        expect(Object.keys(manifest)).not.toContain(field);
      const dependencies = (manifest.dependencies ?? {}) as Readonly<Record<string, string>>;
      for (const [dependency, range] of Object.entries(dependencies)) {
        expect(range, dependency).not.toMatch(/workspace|link|file/);
        if (dependency.startsWith("@hashkey-errors/")) expect(range).toBe(`^${second}`);
        // Only codegen has third-party dependencies.
        else expect(folder).toBe("tools/codegen");
      }
      expect(manifest).toMatchObject({ license: "MIT", engines: { node: ">=20.19" } });
    });

    test("contains a license, a README and its listed files only", async () => {
      const { versions } = await packument(name);
      const tarball = Buffer.from(
        await (await ask(versions[second]?.dist.tarball ?? "")).arrayBuffer(),
      );
      const file = join(scratch, "package.tgz");
      writeFileSync(file, tarball);
      const files = execFileSync("tar", ["-tzf", file], { encoding: "utf8" })
        .trim()
        .split("\n")
        .map((path) => path.replace("package/", ""));
      expect(files).toEqual(
        expect.arrayContaining(["LICENSE", "README.md", "CHANGELOG.md", "package.json"]),
      );
      const odd = files.filter((path) =>
        /(^|\/)(test|node_modules|\.turbo|src)\/|\.(tsbuildinfo|tgz|map)$|tsconfig|^turbo\.json$|\.test\./.test(
          path,
        ),
      );
      expect(odd).toEqual([]);
      const folders = new Set(
        files.filter((path) => path.includes("/")).map((path) => path.split("/")[0]),
      );
      const { files: listed } = JSON.parse(
        readFileSync(join(repository, folder, "package.json"), "utf8"),
      );
      for (const each of folders) expect(listed).toContain(each);
    });

    test("has the same bytes when packed from another clone", async () => {
      const { versions } = await packument(name);
      const made = await packsOfClone();
      expect(made[name]).toBe(versions[second]?.dist.integrity);
    });

    test("has a changelog that its users understand", () => {
      const changelog = readFileSync(join(repository, folder, "CHANGELOG.md"), "utf8");
      expect(changelog).toContain(`## ${second}`);
      // codegen does not change with the catalog.
      if (folder !== "tools/codegen") expect(changelog).toContain("SUB_ACCOUNT_NOT_ACTIVE");
      // No commit hashes and no lists of siblings.
      expect(changelog).not.toMatch(/Updated dependencies|\b[0-9a-f]{7}\b/);
    });

    test("passes publint and, if it has types, attw", () => {
      const { project, tarballs } = installedReleases();
      const tarball = tarballs[name] ?? "";
      const publint = project.run(process.execPath, [
        commandOf("publint"),
        "run",
        tarball,
        "--strict",
      ]);
      expect(publint).toMatchObject({ status: 0, output: expect.stringContaining("All good!") });
      if (!readFileSync(join(repository, folder, "package.json"), "utf8").includes(".d.ts")) return;
      const attw = project.run(process.execPath, [
        commandOf("@arethetypeswrong/cli", "attw"),
        tarball,
        "--profile",
        "esm-only",
        "--format",
        "ascii",
      ]);
      expect(attw, attw.output).toMatchObject({ status: 0 });
    });
  },
);

let installed:
  | { readonly project: Project; readonly tarballs: Readonly<Record<string, string>> }
  | undefined;
afterAll(() => installed?.project.remove());

/** Installs every package in one project, once, and downloads their tarballs to it. */
function installedReleases(): NonNullable<typeof installed> {
  if (installed === undefined) {
    const project = copyProject(undefined);
    const tarballs: Record<string, string> = {};
    installed = { project, tarballs };
    project.write("package.json", "{}");
    const names = published.map(nameOf);
    const isScoped = (name: string) => name.startsWith("@");
    // Without a scope, npm would ask the public registry.
    for (const [group, ...from] of [
      [names.filter(isScoped)],
      [names.filter((name) => !isScoped(name)), `--registry=${registry}`],
    ] as const) {
      const releases = group.map((name) => `${name}@${second}`);
      project.succeed("npm", ["install", ...releases, ...from]);
      const packed = JSON.parse(
        project.succeed("npm", ["pack", ...releases, "--json", "--loglevel=silent", ...from]),
      ) as readonly { readonly name: string; readonly filename: string }[];
      for (const { name, filename } of packed) tarballs[name] = filename;
    }
  }
  return installed;
}

let packs: Promise<Readonly<Record<string, string>>> | undefined;

/** Packs every package in a second clone, once, and returns the integrity of each tarball. */
function packsOfClone(): Promise<Readonly<Record<string, string>>> {
  packs ??= (async () => {
    const clone = join(scratch, "another place", "clone");
    execFileSync("git", ["clone", "--quiet", repository, clone]);
    const pnpm = (cwd: string, ...args: string[]) =>
      execFileSync(pnpmPath, args, {
        cwd,
        encoding: "utf8",
        stdio: ["ignore", "pipe", "inherit"],
        env: { ...pnpmEnv, CI: "true" },
      });
    pnpm(clone, "install", "--frozen-lockfile", "--prefer-offline");
    pnpm(clone, "exec", "turbo", "run", "build", "--force", "--output-logs=errors-only");
    const made: Record<string, string> = {};
    for (const folder of published) {
      const out = join(scratch, folder.replaceAll("/", "-"));
      pnpm(join(clone, folder), "pack", "--pack-destination", out);
      const [file = ""] = readdirSync(out);
      const hash = createHash("sha512")
        .update(readFileSync(join(out, file)))
        .digest("base64");
      made[nameOf(folder)] = `sha512-${hash}`;
    }
    return made;
  })();
  return packs;
}

test("each bill of materials of a runtime package lists only its siblings", () => {
  const out = join(scratch, "sbom");
  execFileSync(pnpmPath, ["run", "sbom", "--out", `${out}/%s.json`], {
    cwd: repository,
    env: pnpmEnv,
    stdio: ["ignore", "ignore", "inherit"],
  });
  const files = readdirSync(out);
  expect(files.length).toBe(published.length);
  for (const file of files.filter((each) => !each.includes("codegen"))) {
    const { bomFormat, components, metadata } = JSON.parse(readFileSync(join(out, file), "utf8"));
    expect(bomFormat).toBe("CycloneDX");
    expect(metadata.component.version).toBe(second);
    for (const { group } of components) expect(group).toBe("@hashkey-errors");
  }
});
