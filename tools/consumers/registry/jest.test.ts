import { expect } from "vitest";
import { commandOf, fetched, versionOf } from "./fetched.js";
import { cell } from "./matrix.js";
import { installedProject } from "./project.js";

const project = installedProject("jest");
const jest = (major: number, options: readonly string[], file: string) =>
  project().run(fetched(`node-${major}`, "bin/node"), [
    ...options,
    commandOf("jest"),
    "--rootDir",
    ".",
    file,
  ]);

const consumer = { consumer: "Jest", version: versionOf("jest") };

for (const major of [20, 26])
  cell(
    {
      ...consumer,
      how: `CommonJS, Node ${major}`,
      fails:
        "Jest cannot `require()` an ES module by itself: set `NODE_OPTIONS=--experimental-vm-modules`",
    },
    () => {
      const { status, output } = jest(major, [], "bot.test.cjs");
      expect(output).toMatch(/ES Module|ESM|import statement|Unexpected token/);
      expect(status).not.toBe(0);
    },
  );

const passes = { status: 0, output: expect.stringContaining("1 passed") };
const FLAG = "--experimental-vm-modules";

for (const major of [20, 26])
  cell({ ...consumer, how: `ES modules with \`NODE_OPTIONS=${FLAG}\`, Node ${major}` }, () => {
    expect(jest(major, [FLAG], "bot.test.mjs")).toMatchObject(passes);
  });

for (const major of [24, 26])
  cell({ ...consumer, how: `CommonJS with \`NODE_OPTIONS=${FLAG}\`, Node ${major}` }, () => {
    expect(jest(major, [FLAG], "bot.test.cjs")).toMatchObject(passes);
  });
