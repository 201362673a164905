import { spawnSync } from "node:child_process";
import { expect, test } from "vitest";
import { canRun, requireTool } from "../large/installed-tool.js";
import type { Cell } from "./matrix.js";
import { installedProject } from "./project.js";

const project = installedProject("data");
const port = installedProject("port");

/** Returns the version of a program; undefined if it is not installed. */
function versionOf(command: string, ...args: string[]): string | undefined {
  const { status, stdout } = spawnSync(command, args, { encoding: "utf8" });
  return status === 0 ? (/\d+\.\d+(\.\d+)?/.exec(stdout)?.[0] ?? "") : undefined;
}

const go = versionOf("go", "version");
const python = ["python3", "/usr/bin/python3"].find((command) =>
  canRun(command, "-c", "import jsonschema"),
);

const consumers: readonly [
  cell: Cell,
  isInstalled: boolean,
  tool: string,
  command: readonly [string, ...string[]],
][] = [
  [
    {
      consumer: "Python",
      version: versionOf(python ?? "python3", "--version") ?? "",
      how: "`errors.schema.json`, `catalog.json` and `errors.csv`, with jsonschema",
    },
    python !== undefined,
    "Python with jsonschema (Debian: apt-get install python3-jsonschema)",
    [python ?? "", "read.py"],
  ],
  [
    {
      consumer: "Go",
      version: go ?? "",
      how: "`errors.schema.json`, `catalog.json` and `errors.csv`",
    },
    go !== undefined,
    "Go (Debian: apt-get install golang-go)",
    ["go", "run", "main.go"],
  ],
];

for (const [cell, isInstalled, tool, [command, ...args]] of consumers)
  test(`${cell.consumer} reads the published data`, (context) => {
    requireTool(isInstalled, tool, context);
    context.task.meta.cell = cell;
    const rows = project()
      .read("node_modules/@hashkey-errors/schemas/generated/errors.csv")
      .trim()
      .split("\n");
    expect(project().run(command, args, { GOFLAGS: "-mod=mod", GOTOOLCHAIN: "local" })).toEqual({
      status: 0,
      output: `${rows.length - 1} errors\n`,
    });
  });

test("a port to Python reads every conformance vector as the validator does", (context) => {
  const version = versionOf("python3", "--version");
  requireTool(version !== undefined, "Python (Debian: apt-get install python3)", context);
  context.task.meta.cell = {
    consumer: "Python",
    version: version ?? "",
    how: "a port of the validator, held to `conformance.ndjson`",
  };
  const { status, output } = port().run("python3", [
    "check.py",
    "node_modules/@hashkey-errors/schemas/generated",
  ]);
  expect(output).toMatch(/^\d{4,} vectors, 0 read in another way\n$/);
  expect(status).toBe(0);
});
