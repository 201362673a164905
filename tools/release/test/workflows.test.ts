import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { actionlint } from "./actionlint.js";
import { workflowFaults } from "./workflow-faults.js";

const root = fileURLToPath(new URL("../../..", import.meta.url));
const read = (file: string) => readFileSync(join(root, file), "utf8");
const workflows = readdirSync(join(root, ".github/workflows")).map(
  (file) => `.github/workflows/${file}`,
);

test("actionlint finds nothing in the workflows", async () => {
  expect(workflows.length).toBeGreaterThanOrEqual(2);
  const found = await Promise.all(workflows.map((path) => actionlint(read(path), path)));
  expect(found.flat()).toEqual([]);
});

test("no workflow runs the code of dependencies with a right, or anything else that is unsafe", () => {
  expect(workflows.flatMap((path) => workflowFaults(read(path)))).toEqual([]);
});

test("the scripts that run with a right import nothing but Node's modules and each other", () => {
  const scripts = readdirSync(join(root, "tools/release")).filter((file) => file.endsWith(".js"));
  expect(scripts).toContain("publish.js");
  const imports = scripts.flatMap((file) =>
    [...read(`tools/release/${file}`).matchAll(/(?:from|import\() ?"([^"]+)"/g)].map(
      ([, name = ""]) => name,
    ),
  );
  expect(imports.filter((name) => !/^(node:|\.\/)/.test(name))).toEqual([]);
});

test("everything that the workflows call exists", () => {
  const texts = workflows.map(read).join("\n");
  const scripts = [...texts.matchAll(/\bnode (\S+\.js)/g)].map(([, path = ""]) => path);
  const runs = [...texts.matchAll(/pnpm@\S+ run (\S+)/g)].map(([, name = ""]) => name);
  const { scripts: known, packageManager } = JSON.parse(read("package.json"));
  expect(scripts.length * runs.length).toBeGreaterThan(0);
  expect(scripts.filter((path) => !existsSync(join(root, path)))).toEqual([]);
  expect(runs.filter((name) => !(name in known))).toEqual([]);
  const versions = new Set([...texts.matchAll(/pnpm@[\d.]+/g)].map(([version]) => version));
  expect([...versions]).toEqual([packageManager]);
});

const SAFE = `on: { push: { branches: [main] } }
permissions: {}
jobs:
  publish:
    runs-on: ubuntu-24.04
    environment: npm
    timeout-minutes: 10
    permissions: { id-token: write }
    steps:
      - uses: actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1
        with: { persist-credentials: false }
      - run: node tools/release/publish.js prepared --checksum "$CHECKSUM"
`;

const PLANTED: readonly (readonly [from: string, to: string, fault: string])[] = [
  ["on: { push: { branches: [main] } }", "on: { pull_request_target: {} }", "the trigger"],
  ["permissions: {}", "permissions: write-all", "more than contents: read"],
  ["permissions: {}\n", "", "more than contents: read"],
  ["@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1", "@v7", "is not pinned"],
  [" # v7.0.1", "", "is not pinned"],
  ["persist-credentials: false", "fetch-depth: 0", "keeps its credentials"],
  ["persist-credentials: false", "persist-credentials: true", "keeps its credentials"],
  ["$CHECKSUM", `\${{ inputs.checksum }}`, "an expression becomes part of a script"],
  ["node tools/release/publish.js prepared", "npm ci && node x.js", "more than a script"],
  ["id-token: write", "id-token: write, contents: read", "also has contents"],
  ["    environment: npm\n", "", "no environment"],
  ["    timeout-minutes: 10\n", "", "no timeout"],
  ["ubuntu-24.04", "ubuntu-latest", "not pinned"],
  ["run: node", `env: { TOKEN: '\${{ secrets.NPM }}' }\n        run: node`, "a secret is used"],
  ["actions/checkout", "someone/checkout", "an action of others"],
  ["actions/checkout", "actions/cache", "a cache"],
];

test("each fault planted in a safe workflow is found", () => {
  expect(workflowFaults(SAFE)).toEqual([]);
  const missed = PLANTED.filter(([from, to, fault]) => {
    const faults = workflowFaults(SAFE.replace(from, () => to));
    return !SAFE.includes(from) || !faults.some((each) => each.includes(fault));
  });
  expect(missed).toEqual([]);
});

test("actionlint finds faults planted in a safe workflow", async () => {
  expect(await actionlint(SAFE)).toEqual([]);
  const planted = SAFE.replace("id-token: write", "id-tokens: write").replace(
    '"$CHECKSUM"',
    `\${{ github.event.pull_request.title }}`,
  );
  expect(await actionlint(planted)).toEqual([
    expect.stringContaining('planted.yml:8: unknown permission scope "id-tokens"'),
    expect.stringContaining("planted.yml:12: "),
  ]);
});
