import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, onTestFinished, test, vi } from "vitest";

const root = fileURLToPath(new URL("../../..", import.meta.url));
const { hooks } = await import(new URL("../../../.pnpmfile.mjs", import.meta.url).href);

/** Returns what pnpm packs of a manifest, where a hosted run has named its repository or none has. */
function packed(server: string | undefined, repository: string | undefined): object {
  vi.stubEnv("GITHUB_SERVER_URL", server);
  vi.stubEnv("GITHUB_REPOSITORY", repository);
  onTestFinished(() => void vi.unstubAllEnvs());
  const manifest = { name: "@acme/types", scripts: { test: "x" }, devDependencies: { x: "1" } };
  return hooks.beforePacking(manifest, join(root, "packages/types"));
}

test("a published manifest names the repository and its folder, which npm holds against the provenance", () => {
  expect(packed("https://github.com", "acme/errors")).toEqual({
    name: "@acme/types",
    repository: {
      type: "git",
      url: "git+https://github.com/acme/errors.git",
      directory: "packages/types",
    },
  });
});

test("a manifest that is packed elsewhere names no repository", () => {
  expect(packed(undefined, undefined)).toEqual({ name: "@acme/types" });
});
