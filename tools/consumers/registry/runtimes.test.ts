import { spawn } from "node:child_process";
import { join } from "node:path";
import { build } from "esbuild";
import { expect } from "vitest";
import { freePort } from "../test/loopback.js";
import { commandOf, fetched, versionOf } from "./fetched.js";
import { cell } from "./matrix.js";
import { installedProject } from "./project.js";
import { answers } from "./verdaccio.js";

const project = installedProject("runtimes");
const allWell = { status: 0, output: "all well\n" };

for (const name of ["node-20.19", "node-20", "node-22", "node-24", "node-26"]) {
  const node = fetched(name, "bin/node");
  const runtime = { consumer: "Node", version: versionOf(name) };
  cell({ ...runtime, how: "`import`" }, () => {
    expect(project().run(node, ["smoke.js"])).toEqual(allWell);
  });
  cell({ ...runtime, how: "`require()`" }, () => {
    const { status, output } = project().run(node, [
      "--disable-warning=ExperimentalWarning",
      "require.cjs",
    ]);
    expect({ status, output }).toEqual(allWell);
  });
}

for (const [name, args] of [
  ["bun", []],
  ["deno", ["run", "--allow-read"]],
] as const) {
  const runtime = { consumer: name === "bun" ? "Bun" : "Deno", version: versionOf(name) };
  for (const [how, file] of [
    ["`import`", "smoke.js"],
    ["`require()`", "require.cjs"],
  ] as const)
    cell({ ...runtime, how }, () => {
      expect(project().run(commandOf(name), [...args, file])).toEqual(allWell);
    });
}

cell(
  { consumer: "workerd", version: versionOf("workerd"), how: "a worker, bundled by esbuild" },
  async () => {
    const { folder } = project();
    await build({
      entryPoints: [join(folder, "worker.js")],
      bundle: true,
      format: "esm",
      outfile: join(folder, "worker.bundle.js"),
    });
    const address = `127.0.0.1:${await freePort()}`;
    const server = spawn(
      commandOf("workerd"),
      ["serve", "worker.capnp", `--socket-addr=http=${address}`],
      { cwd: folder, stdio: ["ignore", "ignore", "inherit"] },
    );
    try {
      await answers(`http://${address}/`);
      expect(await (await fetch(`http://${address}/`)).text()).toBe("all well");
    } finally {
      server.kill();
    }
  },
);

cell(
  {
    consumer: "Node",
    version: versionOf("node-26"),
    how: "without `eval` (`--disallow-code-generation-from-strings`)",
  },
  () => {
    const args = ["--disallow-code-generation-from-strings", "smoke.js"];
    expect(project().run(fetched("node-26", "bin/node"), args)).toEqual(allWell);
  },
);
