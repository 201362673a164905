import { readdirSync, readFileSync, statSync } from "node:fs";
import { basename, join } from "node:path";
import { expect, test } from "vitest";

const root = join(import.meta.dirname, "..");
const read = (file: string) => readFileSync(join(root, file), "utf8");

function filesIn(folder: string): readonly string[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name));
}

test("the package is one without dependencies, and less than 650 KB", () => {
  const manifest = JSON.parse(read("package.json")) as Readonly<Record<string, unknown>>;
  expect([manifest.dependencies, manifest.peerDependencies]).toEqual([undefined, undefined]);
  const sizes = [...filesIn("dist"), ...filesIn("bin")].map((file) => statSync(file).size);
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(650_000);
});

test("its files have the same names in each build, so that no cache leaves one of another build", () => {
  const names = filesIn("dist").map((file) => basename(file));
  expect(names).toEqual(
    expect.arrayContaining(["cli.js", "explain.js", "ja.js", "mock.js", "scan.js"]),
  );
});

test("the licenses of what it bundles come with it", () => {
  const imported = filesIn("src").flatMap((file) =>
    [...readFileSync(file, "utf8").matchAll(/from "([^"./@][^":]*)"/g)].map(([, name]) => name),
  );
  const licenses = read("dist/LICENSES.txt");
  const missing = [...new Set(imported)].filter((name) => !licenses.includes(`${name} `));
  expect(missing).toEqual([]);
  expect(imported).toContain("yaml");
});
