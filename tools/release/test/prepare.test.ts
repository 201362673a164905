import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { verifyChecksums } from "../checksums.js";
import { type Commands, fakeCommands } from "./commands.js";

const MANIFEST = "packages/types/package.json";
const ABSENT = 'echo "npm error code E404" >&2; exit 1';

/** The pnpm of a workspace with one published package: it lists it, packs it, and bumps it. */
const PNPM = `
version=$(sed 's/.*"version":"\\([^"]*\\)".*/\\1/' ${MANIFEST})
case "$*" in
--recursive*) printf '[{"name":"root","private":true,"path":"."},{"name":"@acme/types","private":false,"path":"packages/types","version":"%s"}]' "$version";;
*pack*) echo packed >"$5/acme-types-$version.tgz";;
*sbom*) echo '{}' >"prepared/types-$version.cdx.json";;
*bump*) printf '{"version":"1.1.0"}' >${MANIFEST}; rm .changeset/brave.md
  printf '# types\\n\\n## 1.1.0\\n\\n- Brave.\\n\\n## 1.0.0\\n' >packages/types/CHANGELOG.md;;
esac`;

const snapshot = (version: string) =>
  `[ "$1" = version ] && printf '{"version":"${version}"}' >${MANIFEST}; true`;

type Texts = Readonly<Record<string, string>>;

/** The file in which a step of a workflow leaves what the next ones read. */
const OUTPUT = "bin/output";

function workspace(
  scripts: Texts = {},
  files: Texts = {},
  env: Texts = { GITHUB_OUTPUT: OUTPUT },
): Commands {
  const all = { pnpm: PNPM, npm: ABSENT, turbo: "", changeset: "", ...scripts };
  const commands = fakeCommands(all, env);
  commands.write(MANIFEST, '{"version":"1.0.0"}');
  commands.write(".changeset/config.json", "{}");
  commands.write(".changeset/README.md", "");
  commands.write(".gitignore", "prepared\nbin\ncalls.log\n");
  for (const [file, text] of Object.entries(files)) {
    commands.write(file, text);
  }
  const git = (...args: string[]) =>
    spawnSync("git", ["-c", "user.name=A", "-c", "user.email=a@example.com", ...args], {
      cwd: commands.folder,
    });
  git("init", "--quiet");
  git("add", ".");
  git("commit", "--quiet", "--message=Start");
  return commands;
}

/** Returns what the jobs after this one decide by: what to do, and the checksum of its files. */
const outputsOf = ({ folder }: Commands) => readFileSync(join(folder, OUTPUT), "utf8");

const pnpmCalls = ({ calls }: Commands) =>
  calls().filter((call) => call.startsWith("pnpm") && !call.includes("--recursive"));

test("prepare of a release checks, builds and packs each published package, with its checksums", () => {
  const commands = workspace();
  expect(commands.run("prepare.js", "auto")).toEqual({ status: 0, stderr: "" });
  const out = join(commands.folder, "prepared");
  expect(pnpmCalls(commands).map((call) => call.replace(out, "prepared"))).toEqual([
    "pnpm run check",
    "pnpm run codegen lint --release",
    "pnpm run build",
    "pnpm --dir packages/types pack --pack-destination prepared",
    "pnpm run sbom --out prepared/%s-%v.cdx.json",
  ]);
  expect(readFileSync(join(out, "SHA256SUMS"), "utf8").split("\n")).toEqual([
    expect.stringMatching(/^[0-9a-f]{64} {2}acme-types-1\.0\.0\.tgz$/),
    expect.stringMatching(/^[0-9a-f]{64} {2}types-1\.0\.0\.cdx\.json$/),
    "",
  ]);
  const [, checksum] = /^kind=release\nchecksum=(\w+)\n$/.exec(outputsOf(commands)) ?? [];
  expect(() => verifyChecksums(out, checksum ?? "")).not.toThrow();
  // What anybody can check without this repository.
  expect(spawnSync("sha256sum", ["--check", "--strict", "SHA256SUMS"], { cwd: out }).status).toBe(
    0,
  );
});

test("prepare of a push to main does nothing if the registry has every version", () => {
  const commands = workspace({ npm: `echo '"sha512-x"'` });
  expect(commands.run("prepare.js", "auto")).toEqual({ status: 0, stderr: "" });
  expect(pnpmCalls(commands)).toEqual([]);
  expect(outputsOf(commands)).toContain("kind=nothing\n");
  expect(readFileSync(join(commands.folder, "prepared/SHA256SUMS"), "utf8")).toBe("");
});

test("prepare of a push to main completes a release that was interrupted", () => {
  const packages = ["@acme/a", "@acme/b"].map((name) => ({ name, version: "1.0.0", path: "." }));
  const pnpm = `case "$*" in --recursive*) echo '${JSON.stringify(packages)}';; esac`;
  const npm = `case "$2" in @acme/a@*) echo '"sha512-x"';; *) ${ABSENT};; esac`;
  const commands = workspace({ pnpm, npm });
  expect(commands.run("prepare.js", "auto")).toEqual({ status: 0, stderr: "" });
  expect(outputsOf(commands)).toContain("kind=release\n");
});

test("prepare of a push with changesets writes the bump as a patch, and the text to review", () => {
  const commands = workspace({}, { ".changeset/brave.md": "brave\n" });
  expect(commands.run("prepare.js", "auto")).toEqual({ status: 0, stderr: "" });
  const read = (file: string) => readFileSync(join(commands.folder, "prepared", file), "utf8");
  expect(read("bump.patch")).toContain('+{"version":"1.1.0"}');
  expect(read("bump.patch")).toContain("+++ b/packages/types/CHANGELOG.md");
  expect(read("bump.patch")).toContain("-brave\n");
  expect(outputsOf(commands)).toContain("kind=bump\n");
  expect(read("pull-request.md")).toContain("## @acme/types@1.1.0\n\n- Brave.\n");
  expect(existsSync(join(commands.folder, "prepared/SHA256SUMS"))).toBe(true);
});

test("prepare of a release by hand stops while there are changesets", () => {
  const commands = workspace();
  commands.write(".changeset/brave.md", "brave");
  expect(commands.run("prepare.js", "release")).toMatchObject({
    status: 1,
    stderr: expect.stringContaining("There are changesets"),
  });
  expect(pnpmCalls(commands)).toEqual([]);
});

test("prepare publishes nothing that is not committed", () => {
  const commands = workspace({ changeset: snapshot("1.1.0-snapshot.abc") });
  commands.write("packages/types/src/index.ts", "export {};");
  for (const kind of ["auto", "snapshot"])
    expect(commands.run("prepare.js", kind)).toMatchObject({
      status: 1,
      stderr: expect.stringContaining("differ from it:\n?? packages/types/src/"),
    });
  expect(pnpmCalls(commands)).toEqual([]);
});

test("prepare refuses the mode for prereleases", () => {
  const commands = workspace({}, { ".changeset/pre.json": "{}", ".changeset/brave.md": "brave\n" });
  expect(commands.run("prepare.js")).toMatchObject({
    status: 1,
    stderr: expect.stringContaining("`changeset pre` is not supported"),
  });
  expect(pnpmCalls(commands)).toEqual([]);
});

test("prepare of a release takes no build from a remote cache", () => {
  const pnpm = `${PNPM}\n[ "$*" = "run build" ] && echo "$TURBO_CACHE" >bin/cache; true`;
  const commands = workspace({ pnpm });
  expect(commands.run("prepare.js", "release")).toEqual({ status: 0, stderr: "" });
  expect(readFileSync(join(commands.folder, "bin/cache"), "utf8")).toBe("local:rw\n");
});

test("prepare of something unknown prepares nothing", () => {
  const commands = fakeCommands({}, { GITHUB_OUTPUT: OUTPUT });
  commands.write(".changeset/config.json", "{}");
  expect(commands.run("prepare.js", "relaese")).toMatchObject({
    status: 1,
    stderr: expect.stringContaining("relaese is not one of auto, bump, release and snapshot"),
  });
  expect(existsSync(join(commands.folder, OUTPUT))).toBe(false);
});

test("prepare of a snapshot versions, builds and packs, in this order", () => {
  // By hand, there is no file for what the next steps read.
  const commands = workspace({ changeset: snapshot("1.1.0-snapshot.abc") }, {}, {});
  expect(commands.run("prepare.js", "snapshot")).toEqual({ status: 0, stderr: "" });
  const calls = commands.calls().filter((call) => !call.includes("--recursive"));
  expect(calls.map((call) => call.split(" ").slice(0, 3).join(" "))).toEqual([
    "changeset version --snapshot",
    "turbo run build",
    "pnpm --dir packages/types",
  ]);
  expect(existsSync(join(commands.folder, "prepared/acme-types-1.1.0-snapshot.abc.tgz"))).toBe(
    true,
  );
});

test("prepare packs no snapshot without a changeset, and none of a build that failed", () => {
  const without = workspace();
  expect(without.run("prepare.js", "snapshot")).toMatchObject({
    status: 1,
    stderr: expect.stringContaining("There is no changeset"),
  });
  const broken = workspace({ changeset: snapshot("1.1.0-snapshot.abc"), turbo: "exit 1" });
  expect(broken.run("prepare.js", "snapshot").status).toBe(1);
  expect([without, broken].flatMap(pnpmCalls)).toEqual([]);
});
