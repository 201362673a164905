import { expect, test } from "vitest";
import { fakeCommands } from "./commands.js";

const SBOM = "types-1.0.0.cdx.json";
const component = { group: "@acme", name: "types", version: "1.0.0" };
const PROVEN = "echo https://slsa.dev/provenance/v1";
const upload = `gh release upload @acme/types@1.0.0 sbom/${SBOM}`;

/** Runs the script with one bill of materials; returns how it ended, and the commands that ran. */
function addSboms(commands: { readonly gh: string; readonly npm: string }) {
  const { write, run, calls } = fakeCommands(commands);
  write(`sbom/${SBOM}`, JSON.stringify({ metadata: { component } }));
  return { ...run("add-sboms.js", "sbom", "--wait", "0"), calls: calls() };
}

test("add-sboms uploads the bill of materials of a release with provenance", () => {
  const { status, calls } = addSboms({ gh: "", npm: PROVEN });
  expect(status).toBe(0);
  expect(calls.at(-1)).toBe(upload);
});

test("add-sboms waits until the registry shows the provenance", () => {
  const npm = `[ -e seen ] && { ${PROVEN}; exit; }; touch seen; exit 1`;
  const { status, calls } = addSboms({ gh: "", npm });
  expect(status).toBe(0);
  expect(calls.filter((call) => call.startsWith("npm view"))).toHaveLength(2);
  expect(calls.at(-1)).toBe(upload);
});

test("add-sboms fails, and uploads nothing, if the release has no provenance", () => {
  const { status, stderr, calls } = addSboms({ gh: "", npm: "" });
  expect(status).not.toBe(0);
  expect(stderr).toContain("@acme/types@1.0.0 was published without provenance");
  expect(calls).not.toContain(upload);
});

test.each([
  ["has no GitHub release", "exit 1"],
  ["has its bill of materials already", `echo other.json; echo ${SBOM}`],
])("add-sboms leaves a version alone that %s", (_, gh) => {
  const { status, calls } = addSboms({ gh, npm: PROVEN });
  expect(status).toBe(0);
  expect(calls).not.toContain(upload);
});
