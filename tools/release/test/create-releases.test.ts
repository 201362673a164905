import { expect, test } from "vitest";
import { type Commands, fakeCommands } from "./commands.js";

const PROVEN = `case "$3" in *predicateType) echo https://slsa.dev/provenance/v1;; esac`;
const ABSENT = "exit 1";
const TARBALL = "acme-types-1.0.0.tgz";
const SBOM = "types-1.0.0.cdx.json";
const CHANGELOG = "# types\n\n## 1.0.0\n\n- First.\n\n## 0.9.0\n\n- Older.\n";

/** Runs the script for one package; returns how it ended, and the commands that ran. */
function createReleases(
  commands: { readonly view: string; readonly npm: string },
  version = "1.0.0",
  afterwards: (commands: Commands) => void = () => undefined,
) {
  const gh = `[ "$2" = view ] && { ${commands.view}; }; true`;
  const fakes = fakeCommands({ gh, npm: commands.npm });
  const { write, pack, seal, run, calls } = fakes;
  pack({ name: "@acme/types", version }, CHANGELOG);
  pack({ name: "acme", version }, CHANGELOG);
  const component = { group: "@acme", name: "types", version };
  write(`prepared/types-${version}.cdx.json`, JSON.stringify({ metadata: { component } }));
  const plain = { metadata: { component: { name: "acme", version } } };
  write(`prepared/acme-${version}.cdx.json`, JSON.stringify(plain));
  const checksum = ["--checksum", seal(), "--commit", "c0ffee", "--wait", "0"];
  afterwards(fakes);
  const ended = run("create-releases.js", "prepared", ...checksum);
  return {
    ...ended,
    gh: calls().filter((call) => /^gh release (create|upload|edit)/.test(call)),
    calls: calls(),
  };
}

test("create-releases tags the released commit, with the changes, the tarball and the bill of materials", () => {
  const { status, calls, gh } = createReleases({ view: ABSENT, npm: PROVEN });
  expect(status).toBe(0);
  expect(calls[0]).toBe("npm view acme@1.0.0 dist.attestations.provenance.predicateType");
  expect(gh.filter((call) => call.endsWith("--prerelease"))).toEqual([]);
  expect(calls.join("\n")).toContain(
    `gh release create @acme/types@1.0.0 prepared/${TARBALL} prepared/${SBOM} --target c0ffee --title @acme/types@1.0.0 --notes - First.`,
  );
  expect(calls.join("\n")).toContain(
    "gh release create acme@1.0.0 prepared/acme-1.0.0.tgz prepared/acme-1.0.0.cdx.json --target",
  );
  expect(calls.join("\n")).not.toContain("Older");
});

test("create-releases marks a prerelease", () => {
  const { gh } = createReleases({ view: ABSENT, npm: PROVEN }, "2.0.0-next.1");
  expect(gh.map((call) => call.endsWith("--prerelease"))).toEqual([true, true]);
});

test("create-releases does not call a fix of an older major the latest release", () => {
  const npm = `case "$3" in dist-tags.latest) echo '"2.0.0"';; *) ${PROVEN};; esac`;
  const { gh } = createReleases({ view: ABSENT, npm }, "1.4.1");
  expect(gh.map((call) => call.endsWith("--latest=false"))).toEqual([true, true]);
});

test("create-releases waits until the registry shows the provenance", () => {
  const npm = `[ -e seen ] && { ${PROVEN}; exit; }; touch seen; exit 1`;
  const { status, calls, gh } = createReleases({ view: ABSENT, npm });
  expect(status).toBe(0);
  expect(calls.filter((call) => call.startsWith("npm view acme@"))).toHaveLength(2);
  expect(gh).toHaveLength(2);
});

test("create-releases fails, and creates nothing, if a version has no provenance", () => {
  const npm = `case "$2" in acme@*) ${PROVEN};; esac`;
  const { status, stderr, gh } = createReleases({ view: ABSENT, npm });
  expect(status).not.toBe(0);
  expect(stderr).toContain("@acme/types@1.0.0 was published without provenance");
  expect(gh).toEqual([]);
});

/** The release that GitHub has, with the state of each of its files. */
const found = (isDraft: boolean, files: Readonly<Record<string, string>>) => {
  const assets = Object.entries(files).map(([name, state]) => ({ name, state }));
  return `echo '${JSON.stringify({ isDraft, assets })}'`;
};

test("create-releases run again adds only the files that are missing, and publishes a draft", () => {
  const whole = { "acme-1.0.0.tgz": "uploaded", "acme-1.0.0.cdx.json": "uploaded" };
  const cutOff = { [TARBALL]: "uploaded", [SBOM]: "starter" };
  const view = `case "$3" in acme@*) ${found(false, whole)};; *) ${found(true, cutOff)};; esac`;
  const { status, gh, calls } = createReleases({ view, npm: PROVEN });
  expect(status).toBe(0);
  expect(calls).toContain("gh release view acme@1.0.0 --json assets,isDraft");
  expect(gh).toEqual([
    `gh release upload @acme/types@1.0.0 prepared/${SBOM} --clobber`,
    "gh release edit @acme/types@1.0.0 --draft=false",
  ]);
});

test("create-releases creates nothing if a file differs from what was prepared", () => {
  const commands = { view: ABSENT, npm: PROVEN };
  const { status, stderr, calls } = createReleases(commands, undefined, ({ write }) =>
    write(`prepared/${SBOM}`, "{}"),
  );
  expect(status).toBe(1);
  expect(stderr).toContain(`${SBOM} is missing, or differs from what was prepared`);
  expect(calls).toEqual([]);
});
